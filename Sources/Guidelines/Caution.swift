// What a judgement must not be read without, besides the cautions on the grade.

import Findings
import Quantities

/// A caution that goes with a judgement.
public struct Caution: Sendable {
  /// What it is about; the raw value is the name in JSON.
  public enum Kind: String, CaseIterable, Sendable {
    case guidelineSuperseded = "guideline-superseded"
    case guidelineOld = "guideline-old"
    case inferredAcute = "inferred-acute"
    case toldChronic = "told-chronic"
    case functionalClass = "functional-class"
    case causeAssumed = "cause-assumed"
    case beforeDrugs = "secondary-before-drugs"
    case prosthesis
    case womensLimits = "womens-limits"
    case stenosis = "mitral-stenosis"
    case tornButSmall = "torn-but-small"
    case earlierMeasurements = "earlier-measurements"
  }

  public let kind: Kind
  /// A plain sentence or two.
  public let text: String

  /// Years after which a guideline is held to be old.
  public static let oldAfterYears = 5

  static func all(_ picture: Picture) -> [Caution] {
    var found: [Caution] = []
    func add(_ kind: Kind, _ text: String) { found.append(Caution(kind: kind, text: text)) }
    if let age = age(of: picture.guideline.source, on: picture.record.today) { found.append(age) }
    let acuity = picture.acuity
    if acuity.isAcute, acuity.isInferred {
      add(.inferredAcute, "Taken as acute, which nobody said: " + Texts.list(acuity.because, by: "; ") + ".")
    }
    if acuity.presentation == .chronic, !acuity.isInferred, picture.record.hasTornPapillary {
      add(.toldChronic, "Told to be chronic beside a torn papillary muscle: check which of the two is right.")
    }
    if picture.functional.isContradicted, let told = picture.functional.nyha {
      add(.functionalClass, "The complaints speak for a higher class than NYHA \(told.rawValue): ask again.")
    }
    if picture.record.symptoms?.isEmpty == true, let told = picture.record.nyha, told != .one {
      add(
        .functionalClass, "No symptoms are told, and NYHA class \(told.rawValue): one of the two is wrong. Ask again.")
    }
    if !picture.cause.assumed.isEmpty {
      add(.causeAssumed, "The cause rests on what was taken for granted: " + Texts.list(picture.cause.assumed) + ".")
    }
    if picture.cause.leakClass == .secondary, picture.record.context.optimisedMedicalTherapy != true {
      add(
        .beforeDrugs,
        "A secondary leak is judged when drugs are at their best, fluid is balanced and the pressure is normal "
          + "(ESC/EACTS 2025, §9.2.2): the record does not say so.")
    }
    if picture.record.isMitralReplaced {
      add(
        .prosthesis,
        "The mitral valve is artificial: grade, cause and stage are those of native valves and are not given; of an "
          + "artificial one the gradient, leaks beside it, clots and infection count.")
    } else if picture.record.lists(.prostheticValve) == true {
      add(
        .prosthesis, "If the mitral valve is the artificial one, these rules do not hold: they are for native valves.")
    }
    if let stenosis = picture.stenosis { add(.stenosis, stenosis) }
    if Condition.tornValve.evaluate(picture).truth == .yes, let grade = picture.severity.grade, grade < .moderate {
      add(
        .tornButSmall,
        "A torn chord beside a leak graded \(grade.identifier): a flail leaflet is a specific sign of a severe leak (ASE "
          + "2017), so one of the two is wrong, or the leak runs along the wall. Look again.")
    }
    if let limits = womensLimits(picture) { found.append(limits) }
    let untold = picture.progression.untold
    if !untold.isEmpty {
      add(
        .earlierMeasurements,
        "Earlier measurements, not counted in the present state: " + Texts.list(untold, by: "; ") + ".")
    }
    return found
  }

  /// A guideline that has been replaced, or that is old enough to have been.
  static func age(of source: RuleSource, on today: CalendarDate) -> Caution? {
    if let successor = source.successor {
      return Caution(
        kind: .guidelineSuperseded,
        text: "\(source.title) of \(source.year) has been replaced by \(successor): prefer that one.")
    }
    guard max(today.year, RuleBook.edition) - source.year >= oldAfterYears else { return nil }
    return Caution(
      kind: .guidelineOld,
      text: "\(source.title) is of \(source.year) and may be superseded: check for a newer edition.")
  }

  /// ESC/EACTS 2025 §17.2: limits under discussion for women, not yet a recommendation.
  private static func womensLimits(_ picture: Picture) -> Caution? {
    guard picture.guideline == .escEacts2025, picture.record.sex == .female, picture.cause.leakClass == .primary,
      Condition.severe.evaluate(picture).truth == .yes
    else { return nil }
    if Condition.dysfunctionEsc2025.evaluate(picture).truth == .yes { return nil }
    let candidate = Condition.any([
      .measured(.LVIDs, .atLeast, 36), .measured(.LVIDsi, .atLeast, 18), .measured(.LVEF, .atMost, 58),
    ]).evaluate(picture)
    guard candidate.truth == .yes else { return nil }
    return Caution(
      kind: .womensLimits,
      text: "For women lower limits are under discussion, not yet recommended (ESC/EACTS 2025, §17.2): "
        + Texts.list(candidate.reasons, by: "; ") + ".")
  }
}
