// The text of `mitral new`: a case to fill in, which is itself valid, and in which every line that is commented out is
// valid as soon as its `#` is taken away.

import Findings

/// A commented case to fill in.
public enum CaseTemplate {
  /// The file. Lines that begin with `##` explain; lines that begin with `#` and a field wait to be used.
  /// - Parameter vocabulary: Where the lesions that are listed come from.
  public static func commented(name: String = "New patient", vocabulary: CaseVocabulary = .sample) -> String {
    [opening(name), patient, history(), findings(), context, lesions(vocabulary), ending(vocabulary)].joined(
      separator: "\n")
  }

  /// The findings that the template shows, with an example each: those that most change what is said.
  static let commonFindings: [(finding: FindingID, example: String)] = [
    (.HR, "76 /min"), (.SBP, "124 mm[Hg]"), (.DBP, "74 mm[Hg]"), (.LVEDV, "182 mL"), (.LVESV, "62 mL"), (.LVEF, "66 %"),
    (.LVIDs, "38 mm"), (.EROA, "0.48 cm2"), (.RVol, "70 mL"), (.VCW, "0.7 cm"), (.LAVI, "62 mL/m2"), (.E, "1.3 m/s"),
    (.PASP, "42 mm[Hg]"), (.NTproBNP, "450 pg/mL"),
  ]

  private static func opening(_ name: String) -> String {
    """
    ## A case for Mitral. Fill in what you know and leave the rest: only the name is required.
    ## A line that begins with # waits to be used: take away the # in front. Then: mitral assess FILE
    ##
    ## Every value carries its unit: 118 mm[Hg] or 118 mmHg, 0.48 cm2 or 0.48 cm², 66 %, 76 /min or 76 bpm.
    ## Units convert: 48 mm2 is read as 0.48 cm2. Inside { } a unit with [ ] needs quotes: "118 mm[Hg]".
    ## A ratio such as EA has no unit. What has several words stands in a list: [hypertension, diabetes].

    name: \(YAMLText.scalar(name))
    #source: Echo report of 2 March 2026

    """
  }

  private static let patient = """
    ## Absent: 45 years, male, 178 cm, 75 kg.
    patient:
    #  age: 61
    #  sex: female
    #  height: 168 cm
    #  weight: 70 kg

    ## Did the leak come within hours or days (acute) or is it old (chronic)?
    #presentation: chronic
    ## sinus, atrial-fibrillation or premature-beats
    #rhythm: sinus

    """

  private static func history() -> String {
    """
    ## Past and present illness, for example \(HistoryItem.hypertension.rawValue), \(HistoryItem.myocardialInfarction.rawValue),
    ## \(HistoryItem.atrialFibrillation.rawValue), \(HistoryItem.heartFailure.rawValue), \(HistoryItem.rheumaticFever.rawValue).
    ## All of them: mitral catalogue history
    #history: [hypertension, mitral-prolapse]

    ## [] says asked, and there are none; leave the line out when nobody asked.
    ##   \(Symptom.words.prefix(6).joined(separator: ", ")),
    ##   \(Symptom.words.dropFirst(6).joined(separator: ", "))
    #symptoms: [exertional-dyspnoea]
    ## Breathlessness: I none, II on ordinary effort, III on little effort, IV at rest.
    #nyha: II

    """
  }

  private static func findings() -> String {
    var lines = [
      "## Measurements and signs. The commonest are here; all of them, with their units: mitral catalogue findings",
      "findings:",
    ]
    for (finding, example) in commonFindings {
      let field = "#  \(finding.identifier): \(example)"
      lines.append(field + String(repeating: " ", count: max(1, 30 - field.count)) + "# " + finding.spec.name)
    }
    lines += [
      "##  Several measurements of one finding, each with its method, standard deviation and date where known;",
      "##  methods: " + MeasurementMethod.words.prefix(9).joined(separator: ", ") + ",",
      "##    " + MeasurementMethod.words.dropFirst(9).joined(separator: ", "),
      "#  SV:",
      "#    - {value: 118 mL, by: mri, sd: 8 mL, on: 2026-03-02}",
      "#    - {value: 104 mL, by: simpson}",
      "##  Signs: true or false, or one of the words named.",
    ]
    for sign in [QualitativeID.flail, .prolapse, .tenting, .rheumaticLeaflets, .jet, .pulmonaryVein] {
      let spec = sign.spec
      let field = "#  \(spec.identifier): \(spec.isBoolean ? "true" : spec.values.last ?? "")"
      let words = spec.isBoolean ? spec.name : "\(spec.name): " + spec.values.joined(separator: ", ")
      lines.append(field + String(repeating: " ", count: max(1, 30 - field.count)) + "# " + words)
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static let context = """
    ## What the heart team knows: it decides between the ways of treatment.
    context:
    #  surgicalRisk: low          # intermediate, high, prohibitive
    #  durableRepairLikely: true
    #  teerSuitable: true         # edge-to-edge repair by catheter is possible
    #  heartValveCentre: true
    #  plannedCABG: false
    #  optimisedMedicalTherapy: true
    #  lifeExpectancy: 15 y
    #  drugs: [bisoprolol, ramipril]
    #  lastRheumaticAttack: 2009
    #  jones: [chorea]            # signs of acute rheumatic fever; [] says asked, and there are none
    #  duke: [vegetation]         # signs of endocarditis, likewise

    """

  private static func lesions(_ vocabulary: CaseVocabulary) -> String {
    var lines = [
      "## How the mitral valve leaks, if you want to say it; otherwise it is inferred from the findings.",
      "## Kinds, with their parameters in `mitral catalogue lesions`:",
    ]
    for lesion in vocabulary.lesions { lines.append("##   \(lesion.identifier): \(lesion.meaning)") }
    lines += ["#lesions:"]
    let shown = vocabulary.lesions.first { $0.identifier == "flail-leaflet" } ?? vocabulary.lesions.first
    if let shown {
      lines.append("#  - kind: \(shown.identifier)")
      for parameter in shown.parameters {
        let example = TextQuantity(parameter.exampleValue, parameter.unit)
        lines.append("#    \(parameter.name): \(example)   # \(parameter.meaning)")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func ending(_ vocabulary: CaseVocabulary) -> String {
    // A drug rather than an operation: what has a dose.
    let shown = vocabulary.treatments.first { !$0.parameters.isEmpty } ?? vocabulary.treatments.first
    let treatments = shown.map { "#treatments: [\($0.identifier)]\n" } ?? ""
    return """
      ## Treatments the patient already has: mitral catalogue treatments
      \(treatments)
      ## false: fixed heart rate, resistance, tone and blood volume.
      #reflexes: true

      """
  }
}

extension ParameterSpec {
  /// The usual value, else a round one inside the range: its geometric middle to one digit where the range is positive.
  var exampleValue: Double {
    if let usual, usual != 0 { return usual }
    let low = range.lowerBound
    let high = range.upperBound
    guard low > 0 else { return range.contains(0) ? min(high, max(low, 0)) : (low + high) / 2 }
    let middle = (low * high).squareRoot()
    // Whole steps of a power of ten, divided where it is below 1, so that 0.2 is 2 / 10 and not 2 × 0.1.
    var power = 1.0
    if middle >= 1 {
      while middle / power >= 10 { power *= 10 }
      return clamped((middle / power).rounded() * power)
    }
    while middle * power < 1 { power *= 10 }
    return clamped((middle * power).rounded() / power)
  }

  private func clamped(_ value: Double) -> Double { min(range.upperBound, max(range.lowerBound, value)) }
}
