// The Duke-ISCVID criteria of infective endocarditis of 2023 (Fowler et al., Clin Infect Dis 2023;77:518). How many
// criteria make a diagnosis, and which images count: read; the single criteria: recalled.
//
// Definite: proof under the microscope, or two major, or one major and three minor, or five minor. Possible: one major
// and one minor, or three minor. Rejected: less than that, with everything known that could still lift it.

import Findings

/// What the criteria say.
public enum DukeVerdict: String, CaseIterable, Sendable {
  case definite, possible, rejected
  /// Less than possible so far, and what is not known could lift it.
  case undetermined
}

/// The criteria held against one patient.
public struct DukeChecklist: Sendable {
  public let verdict: DukeVerdict
  /// Whether what is not known could still make it a surer diagnosis.
  public let canRise: Bool
  public let criteria: [ChecklistCriterion]

  public init(_ picture: Picture) {
    criteria = Self.criteria(picture)
    let least = Self.rank(criteria, withUnknown: false)
    let most = Self.rank(criteria, withUnknown: true)
    canRise = most > least
    verdict = least == 2 ? .definite : least == 1 ? .possible : most == 0 ? .rejected : .undetermined
  }

  /// 2 definite, 1 possible, 0 less.
  private static func rank(_ criteria: [ChecklistCriterion], withUnknown: Bool) -> Int {
    var majors = 0
    var minors = 0
    var microbiology = false
    for one in criteria where one.truth == .yes || (withUnknown && one.truth == .unknown) {
      switch one.weight {
      case .decisive, .required: return 2
      case .major:
        majors += 1
        if one.identifier.utf8.elementsEqual("microbiology".utf8) { microbiology = true }
      case .minor:
        // What is short of the major criterion does not count beside it.
        if microbiology, one.identifier.utf8.elementsEqual("minor-microbiology".utf8) { continue }
        minors += 1
      }
    }
    if majors >= 2 || (majors == 1 && minors >= 3) || minors >= 5 { return 2 }
    return (majors == 1 && minors >= 1) || minors >= 3 ? 1 : 0
  }

  private static func criteria(_ picture: Picture) -> [ChecklistCriterion] {
    let told = picture.record.context.duke
    func sign(_ wanted: [DukeSign]) -> ChecklistAnswer { .words(told, wanted) { $0.rawValue } }
    func row(_ id: String, _ weight: CriterionWeight, _ meaning: String, _ answers: [ChecklistAnswer])
      -> ChecklistCriterion
    {
      let answer = ChecklistAnswer.either(answers)
      return ChecklistCriterion(
        identifier: id, weight: weight, meaning: meaning, truth: answer.truth, because: answer.because)
    }
    return [
      row("pathology", .decisive, "Organisms or active infection under the microscope", [sign([.pathology])]),
      row(
        "microbiology", .major,
        "A typical organism in two sets of cultures, another in three, or proof of Coxiella, Bartonella or Tropheryma",
        [
          sign([
            .typicalOrganismTwoSets, .otherOrganismThreeSets, .nucleicAcid, .coxiellaAntibodies, .bartonellaAntibodies,
          ])
        ]),
      row(
        "imaging", .major, "Echo, cardiac CT or PET/CT shows the infection, or a new leak",
        [
          sign([
            .vegetation, .leafletPerforation, .leafletAneurysm, .abscess, .pseudoaneurysm, .fistula, .newRegurgitation,
            .prosthesisDehiscence, .petUptake,
          ]), perforation(picture),
        ]),
      row("surgery", .major, "Seen at an operation", [sign([.surgicalFinding])]),
      row(
        "predisposition", .minor, "A heart or a habit that invites it",
        [sign([.implantedDevice, .obstructiveCardiomyopathy])] + predispositions(picture)),
      row("fever", .minor, "Fever of 38.0 °C or more", [.measured(picture, .temperature, .atLeast, 38)]),
      row(
        "vascular", .minor, "Emboli, infarcts, mycotic aneurysm, bleeding or Janeway lesions", [sign([.vascularSign])]),
      row(
        "immunological", .minor, "Kidney inflammation, Osler nodes, Roth spots or rheumatoid factor",
        [sign([.immunologicalSign])]),
      row(
        "minor-microbiology", .minor, "Cultures or antibodies short of the major criterion",
        [sign([.minorMicrobiology])]),
      row("early-pet", .minor, "Uptake in PET/CT at a prosthesis under three months old", [sign([.petUptakeEarly])]),
      row("new-murmur", .minor, "A new murmur of a leak, where no echo can be had", [sign([.newMurmur])]),
    ]
  }

  private static func perforation(_ picture: Picture) -> ChecklistAnswer {
    picture.record.signs.has(.perforation)
      ? ChecklistAnswer(truth: .yes, because: ["perforated leaflet"]) : ChecklistAnswer(truth: .no)
  }

  /// A leak that the images tell to be new is the major criterion, and no valve that was ill before.
  private static func predispositions(_ picture: Picture) -> [ChecklistAnswer] {
    let items: [HistoryItem] = [
      .endocarditis, .prostheticValve, .congenitalHeartDisease, .cyanoticHeartDisease, .intravenousDrugUse,
    ]
    var answers: [ChecklistAnswer] = []
    for item in items { answers.append(.history(picture, item)) }
    for kind in picture.record.treatments
    where (ValveMaterial.surgical + ValveMaterial.clips).containsText(kind) {
      answers.append(ChecklistAnswer(truth: .yes, because: ["treated by " + kind]))
    }
    if picture.record.context.duke?.contains(.newRegurgitation) == true { return answers }
    let grade = picture.severity.grade
    answers.append(
      grade.map { ChecklistAnswer(truth: Truth($0 >= .moderate), because: ["a leak graded " + $0.identifier]) }
        ?? ChecklistAnswer(truth: .unknown))
    return answers
  }
}
