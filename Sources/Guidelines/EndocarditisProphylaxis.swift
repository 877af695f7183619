// The antibiotic before dental work: for which work, when, and which drug. Doses are for clinicians; who needs it is
// for the rules. AHA 2021 (Wilson et al., Circulation 2021;143:e963): that clindamycin is out, the time and amoxicillin
// are read, the other drugs recalled.

import Findings

/// One antibiotic of which a single dose is given.
public struct EndocarditisRegimen: Sendable, Equatable {
  public let drug: String
  public let adultDose: String
  /// For each kg of a child's weight.
  public let childDose: String
  public let route: String
  /// Fit for people who do not tolerate penicillin.
  public let inPenicillinAllergy: Bool
  public let evidence: Evidence

  /// "amoxicillin 2 g by mouth"
  public var text: String { drug + " " + adultDose + " " + route }
}

/// The prophylaxis of endocarditis.
public enum EndocarditisProphylaxis {
  public static let timing = "one dose, 30 to 60 minutes before"

  /// The dental work that it is for.
  public static let work =
    "work on the gums or around the tip of a tooth's root, or that goes through the lining of the mouth"

  /// Never chosen: it can cause severe infection of the bowel.
  public static let avoided = "clindamycin"

  public static let regimens = [
    regimen("amoxicillin", "2 g", "50 mg/kg", "by mouth", false, .read),
    regimen("ampicillin", "2 g", "50 mg/kg", "into muscle or vein", false),
    regimen("cefazolin or ceftriaxone", "1 g", "50 mg/kg", "into muscle or vein", true),
    regimen("cephalexin", "2 g", "50 mg/kg", "by mouth", true),
    regimen("azithromycin or clarithromycin", "500 mg", "15 mg/kg", "by mouth", true),
    regimen("doxycycline", "100 mg", "2.2 mg/kg below 45 kg", "by mouth", true),
  ]

  /// What a cephalosporin needs excluded.
  public static let cephalosporinWarning =
    "no cephalosporin after anaphylaxis, angio-oedema or hives from penicillin"

  /// The drugs to choose from, the first choice first.
  ///
  /// - Parameter penicillinAllergy: whether penicillin is not tolerated.
  public static func regimens(penicillinAllergy: Bool) -> [EndocarditisRegimen] {
    regimens.filter { !penicillinAllergy || $0.inPenicillinAllergy }
  }

  /// The clinician's line for a patient: drugs and doses by what the history says of penicillin.
  public static func clinicianText(_ record: ClinicalRecord) -> String {
    let allergic = record.lists(.penicillinAllergy)
    var drugs: [String] = []
    for regimen in regimens(penicillinAllergy: allergic == true) { drugs.append(regimen.text) }
    let told = allergic == true ? "Penicillin is not tolerated: " : allergic == nil ? "Ask about penicillin. " : ""
    let warning = allergic == false ? "" : "; " + cephalosporinWarning
    return told + "For " + work + ": " + timing + "; " + Texts.list(drugs, by: ", or ") + "; no " + avoided + warning
      + "."
  }

  private static func regimen(
    _ drug: String, _ adult: String, _ child: String, _ route: String, _ inAllergy: Bool,
    _ evidence: Evidence = .recalled
  ) -> EndocarditisRegimen {
    EndocarditisRegimen(
      drug: drug, adultDose: adult, childDose: child, route: route, inPenicillinAllergy: inAllergy, evidence: evidence)
  }
}
