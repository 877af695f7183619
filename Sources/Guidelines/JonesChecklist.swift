// The Jones criteria of acute rheumatic fever as the AHA revised them in 2015 (Gewitz et al., Circulation
// 2015;131:1806; read on public pages; the echo criteria and the limits of PR recalled).
//
// A streptococcal infection just before, and two major criteria, or one major and two minor; in those who had the fever
// before also three minor. Where it is common, one joint or joint pains count as joints do, and lower limits hold for
// fever and sedimentation. A joint counts once, and a long PR not beside carditis. What is not known is tried both
// ways: the answer is given only where it is the same either way.

import Findings

/// What the criteria say.
public enum JonesVerdict: String, CaseIterable, Sendable {
  case met
  case notMet = "not-met"
  /// What is not known decides.
  case undetermined
}

/// The criteria held against one patient.
public struct JonesChecklist: Sendable {
  public let verdict: JonesVerdict
  public let criteria: [ChecklistCriterion]
  /// Whether rheumatic fever is in the history, so that three minor criteria are enough; nil: no history told.
  public let isRecurrence: Bool?
  /// Whether the patient lives where rheumatic fever is common; nil: not asked.
  public let highRiskRegion: Bool?

  /// Chorea may come months after the infection, when no trace of it is left.
  public static let note =
    "Chorea and a slow carditis may appear when the streptococcal infection can no longer be shown."

  public init(_ picture: Picture) {
    let told = picture.record.context.jones
    let region = told.map { $0.contains(.highRiskRegion) }
    let before: Bool? = picture.record.history.map {
      $0.contains(.rheumaticFever) || $0.contains(.rheumaticCarditis)
    }
    highRiskRegion = region
    isRecurrence = before
    let facts = JonesFacts(picture)
    criteria = facts.criteria(highRisk: region)
    verdict = facts.verdict(highRisk: region, recurrence: before)
  }
}

/// What is known of each criterion; the limits that hang on the region are held later.
private struct JonesFacts {
  let picture: Picture
  let carditis, polyarthritis, monoarthritis, polyarthralgia, monoarthralgia: ChecklistAnswer
  let chorea, erythema, nodules, infection, conduction: ChecklistAnswer

  init(_ picture: Picture) {
    self.picture = picture
    let told = picture.record.context.jones
    func sign(_ wanted: JonesSign...) -> ChecklistAnswer { .words(told, wanted) { $0.rawValue } }
    carditis = sign(.carditis, .subclinicalCarditis)
    polyarthritis = sign(.polyarthritis)
    monoarthritis = sign(.monoarthritis)
    polyarthralgia = sign(.polyarthralgia)
    monoarthralgia = sign(.monoarthralgia)
    chorea = sign(.chorea)
    erythema = sign(.erythemaMarginatum)
    nodules = sign(.subcutaneousNodules)
    infection = .either([sign(.streptococcalEvidence), .history(picture, .streptococcalThroat)])
    conduction = .measured(picture, .PR, .above, JonesFacts.longPR)
  }

  /// ms, in adults.
  static let longPR = 200.0

  func fever(_ highRisk: Bool) -> ChecklistAnswer {
    .measured(picture, .temperature, .atLeast, highRisk ? 38 : 38.5)
  }

  func inflammation(_ highRisk: Bool) -> ChecklistAnswer {
    .either([.measured(picture, .ESR, .atLeast, highRisk ? 30 : 60), .measured(picture, .CRP, .atLeast, 30)])
  }

  /// The same in either region, or not known.
  private func settled(_ highRisk: Bool?, _ answer: (Bool) -> ChecklistAnswer) -> ChecklistAnswer {
    if let highRisk { return answer(highRisk) }
    let low = answer(false)
    return low.truth == answer(true).truth ? low : ChecklistAnswer(truth: .unknown)
  }

  func criteria(highRisk: Bool?) -> [ChecklistCriterion] {
    func row(_ id: String, _ weight: CriterionWeight, _ meaning: String, _ answer: ChecklistAnswer)
      -> ChecklistCriterion
    {
      ChecklistCriterion(
        identifier: id, weight: weight, meaning: meaning, truth: answer.truth,
        because: answer.truth == .unknown ? [] : answer.because)
    }
    let high = highRisk == true
    let joints: ChecklistAnswer = high ? .either([polyarthritis, monoarthritis, polyarthralgia]) : polyarthritis
    return [
      row("streptococcal-evidence", .required, "A streptococcal infection just before", infection),
      row("carditis", .major, "Carditis, heard or seen by echo", carditis),
      row(
        "joints", .major, high ? "Inflamed joints, one or more, or many painful ones" : "Many inflamed joints", joints),
      row("chorea", .major, "Chorea", chorea),
      row("erythema-marginatum", .major, "Erythema marginatum", erythema),
      row("subcutaneous-nodules", .major, "Nodules under the skin", nodules),
      row(
        "joint-pain", .minor, high ? "One painful joint" : "Many painful joints", high ? monoarthralgia : polyarthralgia
      ),
      row("fever", .minor, high ? "Fever of 38.0 °C or more" : "Fever of 38.5 °C or more", settled(highRisk, fever)),
      row(
        "inflammation", .minor,
        (high ? "ESR of 30 mm/h or more" : "ESR of 60 mm/h or more") + " or CRP of 30 mg/L or more",
        settled(highRisk, inflammation)),
      row("long-pr", .minor, "PR over 200 ms, where carditis is not counted", conduction),
    ]
  }

  func verdict(highRisk: Bool?, recurrence: Bool?) -> JonesVerdict {
    let asked = [
      carditis, polyarthritis, monoarthritis, polyarthralgia, monoarthralgia, chorea, erythema, nodules, infection,
      conduction,
    ]
    var anyMet = false
    var anyNot = false
    for region in highRisk.map({ [$0] }) ?? [false, true] {
      for again in recurrence.map({ [$0] }) ?? [false, true] {
        var answers = asked
        answers.append(fever(region))
        answers.append(inflammation(region))
        var free: [Int] = []
        var known: UInt32 = 0
        for (index, answer) in answers.enumerated() {
          if answer.truth == .unknown { free.append(index) }
          if answer.truth == .yes { known |= 1 << UInt32(index) }
        }
        for mask in 0..<(1 << free.count) {
          var bits = known
          for (place, index) in free.enumerated() where mask >> place & 1 == 1 { bits |= 1 << UInt32(index) }
          if Self.isMet(bits, highRisk: region, recurrence: again) { anyMet = true } else { anyNot = true }
          if anyMet, anyNot { return .undetermined }
        }
      }
    }
    return anyMet ? .met : .notMet
  }

  /// The criteria where everything is known; the bits in the order of `verdict`.
  private static func isMet(_ bits: UInt32, highRisk: Bool, recurrence: Bool) -> Bool {
    func has(_ index: UInt32) -> Bool { bits >> index & 1 == 1 }
    guard has(8) else { return false }
    let carditis = has(0)
    let joints = has(1) || (highRisk && (has(2) || has(3)))
    var majors = 0
    for counted in [carditis, joints, has(5), has(6), has(7)] where counted { majors += 1 }
    var minors = 0
    for counted in [!joints && has(highRisk ? 4 : 3), has(10), has(11), has(9) && !carditis] where counted {
      minors += 1
    }
    return majors >= 2 || (majors == 1 && minors >= 2) || (recurrence && minors >= 3)
  }
}
