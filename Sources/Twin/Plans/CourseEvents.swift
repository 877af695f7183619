// What is worth telling of a course, and from which figure on:
//
//   congestion of the lungs    mean LA pressure ≥ 18 mmHg     Forrester et al., N Engl J Med 1976;295:1356
//   oedema of the lungs        ≥ 25 mmHg                      Guyton & Lindsey, Circ Res 1959;7:649 (24–25 mmHg)
//   low output                 CI < 2.2 L/min/m²              Forrester 1976
//   too low to live on long    CI < 1.5 L/min/m², MAP < 60    usual limits of cardiogenic shock
//   no life without support    see `CourseEnd`: the course ends
//   surgical triggers          EF < 60 %, LVIDs ≥ 40 mm       ESC/EACTS 2025 and ACC/AHA 2020, primary regurgitation
//   large left atrium          LAVI ≥ 60 mL/m²                Le Tourneau et al., J Am Coll Cardiol 2010;56:570;
//                                                             ESC/EACTS 2025
//   large left ventricle       LVEDVi above normal for sex    the catalogue of findings
//   decompensation             congestion of a ventricle that has passed a surgical trigger, more than a month after
//                              the beginning; earlier it is the acute stage
//   the way out is gone        right after a treatment that takes away half the leak, EF is 5 points lower or more
//
// What has been told is told again only after it has clearly gone (by some margin), so that a figure that lingers about
// a limit is told once.
//
// Atrial fibrillation is a risk, never a switch. Its rate, a year, on top of what age brings:
//
//   rate = 0.058·((LAVI/56)^1.36 − ½^1.36), not below zero
//
// 1.36 since 30 % more volume came with 43 % more fibrillation (Tsang et al., Mayo Clin Proc 2001;76:467); 0.058 so
// that an atrium of 56 mL/m², the mean before repair (Stassen 2022, n 226), gives the 30 % in ten years of the flail
// registry (30 ± 12 %, Ling et al., N Engl J Med 1996;335:1417); nothing at 28 mL/m², the healthy mean.

import Course
import Findings
import Lanes
import Quantities

/// Something worth telling.
public struct CourseEvent: Sendable, Equatable {
  public enum Kind: Sendable, Equatable, CaseIterable {
    case congestion, oedema, relief
    case lowOutput, outputRecovered
    case ejectionLow, systolicSizeLarge, atriumLarge, ventricleLarge
    case decompensated
    case treated, wayOutGone
    case fibrillationRisk
    /// No steady beat is found any more.
    case noBeat
    /// Pressure or output too low to live on.
    case shock
    /// They were for too long: the course is over.
    case ended
  }

  public let kind: Kind
  /// The figure it rests on, in the unit of `finding`; for `wayOutGone` the EF before.
  public let value: Double
  public let finding: FindingID?
  /// What was given; nil but for treatments.
  public let treatment: String?
  /// When it happened, where that is not the day of the examination: after it.
  public var day: Double?
  /// Whether the valve leaks at the time, so that surgical triggers are some.
  public var isLeaking = false

  init(_ kind: Kind, _ value: Double, _ finding: FindingID? = nil, treatment: String? = nil) {
    self.kind = kind
    self.value = value
    self.finding = finding
    self.treatment = treatment
  }
}

/// Goes through the moments of a course and tells.
struct CourseStory {
  let sex: Sex
  let treatments: [CourseTreatment]

  private var told: Set<Int> = []
  private var isDecompensating = true

  init(sex: Sex, treatments: [CourseTreatment]) {
    self.sex = sex
    self.treatments = treatments
  }

  /// A limit of one finding.
  private struct Limit {
    let kind: CourseEvent.Kind
    let finding: FindingID
    let value: Double
    /// Whether values at and above the limit count, or those below it.
    let isUpper: Bool
    /// How far it must be left behind before it can be told again.
    let margin: Double
    /// What leaving it is called.
    var leaving: CourseEvent.Kind?

    func isPassed(_ value: Double) -> Bool { isUpper ? value >= self.value : value < self.value }
    func isLeft(_ value: Double) -> Bool { isUpper ? value < self.value - margin : value > self.value + margin }
  }

  private static let congestionLimit = 18.0
  private static let ejectionLimit = 60.0
  private static let sizeLimit = 40.0
  /// Of atrial fibrillation, below which it is not told.
  private static let leastRisk = 0.01

  private var limits: [Limit] {
    var all = [
      Limit(
        kind: .congestion, finding: .LAPmean, value: Self.congestionLimit, isUpper: true, margin: 2, leaving: .relief),
      Limit(kind: .oedema, finding: .LAPmean, value: 25, isUpper: true, margin: 2),
      Limit(kind: .lowOutput, finding: .CI, value: 2.2, isUpper: false, margin: 0.15, leaving: .outputRecovered),
      Limit(kind: .shock, finding: .MAP, value: 60, isUpper: false, margin: 5),
      Limit(kind: .shock, finding: .CI, value: 1.5, isUpper: false, margin: 0.15),
      Limit(kind: .ejectionLow, finding: .LVEF, value: Self.ejectionLimit, isUpper: false, margin: 2),
      Limit(kind: .systolicSizeLarge, finding: .LVIDs, value: Self.sizeLimit, isUpper: true, margin: 2),
      Limit(kind: .atriumLarge, finding: .LAVI, value: 60, isUpper: true, margin: 5),
    ]
    if let upper = FindingID.LVEDVi.spec.normal(for: sex)?.upper {
      all.append(Limit(kind: .ventricleLarge, finding: .LVEDVi, value: upper, isUpper: true, margin: 5))
    }
    return all
  }

  func told(_ moments: [CourseMoment], end: CourseEnd?) -> [CourseMoment] {
    var story = self
    var out: [CourseMoment] = []
    var exposure = 0.0
    for moment in moments {
      var moment = moment
      if let last = out.last {
        let rate = 0.5 * (Self.fibrillationRate(last.findings) + Self.fibrillationRate(moment.findings))
        exposure += rate * (moment.days - last.days) / 365.25
      }
      moment.fibrillationRisk = 1 - Double.exponential(-exposure)
      moment.events = story.events(at: moment, after: out.last)
      out.append(moment)
    }
    if let last = out.indices.last, out[last].fibrillationRisk >= Self.leastRisk {
      out[last].events.append(CourseEvent(.fibrillationRisk, 100 * out[last].fibrillationRisk))
    }
    if let end, let last = out.indices.last { out[last].events.append(Self.event(end)) }
    return out
  }

  private static func event(_ end: CourseEnd) -> CourseEvent {
    var event =
      switch end.cause {
      case .noBeat: CourseEvent(.noBeat, end.days)
      case .pressure: CourseEvent(.ended, end.value ?? 0, .MAP)
      case .output: CourseEvent(.ended, end.value ?? 0, .CI)
      }
    event.day = end.days
    return event
  }

  private mutating func events(at moment: CourseMoment, after last: CourseMoment?) -> [CourseEvent] {
    var events: [CourseEvent] = []
    let findings = moment.findings
    if moment.side == .after {
      for given in treatments where CourseSchedule.isSame(given.change.days, moment.days) {
        events.append(CourseEvent(.treated, 0, treatment: given.title))
      }
      if let before = last?.findings, let leak = before[.RVol], let rest = findings[.RVol], leak > 10,
        rest < 0.5 * leak, let ejection = before[.LVEF], let now = findings[.LVEF], now < ejection - 5
      {
        events.append(CourseEvent(.wayOutGone, ejection, .LVEF))
      }
    }
    for (index, limit) in limits.enumerated() {
      guard let value = findings[limit.finding] else { continue }
      if told.contains(index) {
        guard limit.isLeft(value) else { continue }
        told.remove(index)
        if let leaving = limit.leaving { events.append(CourseEvent(leaving, value, limit.finding)) }
      } else if limit.isPassed(value) {
        told.insert(index)
        var event = CourseEvent(limit.kind, value, limit.finding)
        event.isLeaking = (findings[.RVol] ?? 0) > 10
        events.append(event)
      }
    }
    return events + decompensation(moment)
  }

  private mutating func decompensation(_ moment: CourseMoment) -> [CourseEvent] {
    let findings = moment.findings
    guard let pressure = findings[.LAPmean], let ejection = findings[.LVEF], let size = findings[.LVIDs] else {
      return []
    }
    let isWorn = ejection < Self.ejectionLimit || size >= Self.sizeLimit
    let isIt = isWorn && pressure >= Self.congestionLimit
    // A patient who is found so has not become so.
    defer { isDecompensating = isIt || (isDecompensating && isWorn && pressure >= Self.congestionLimit - 2) }
    guard isIt, !isDecompensating, moment.days > 30 else { return [] }
    return [CourseEvent(.decompensated, pressure, .LAPmean)]
  }

  /// Cases of atrial fibrillation a year; see the head of the file.
  static func fibrillationRate(_ findings: FindingValues) -> Double {
    guard let size = findings[.LAVI], size > 0 else { return 0 }
    return max(0.058 * (Double.power(size / 56, 1.36) - Double.power(0.5, 1.36)), 0)
  }
}
