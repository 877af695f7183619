// How the mitral valve may leak, before a heart is fitted: every mechanism with its probability.
//
// What the case states is taken; what was seen at the valve nearly decides; an illness in the history is right four times
// in five (ours). Where nothing points at the valve, Bayes' rule decides over the causes of moderate and severe leaks in
// a community (Dziadzko et al., Eur Heart J 2019;40:2194, n 727, Olmsted County; read):
//
//                            share   LVEF, %    age, years   men     atrial fibrillation
//   ventricular functional   0.38    33 ± 14    73 ± 14      59 %    28 %
//   atrial functional        0.27    57 ± 11    80 ± 10      33 %    54 %
//   organic                  0.32    61 ± 10    68 ± 21      51 %    13 %
//
// each with what is known of the patient, as normal and independent within a cause. The functional kinds are the
// mechanisms tethering and ring; of the organic ones 25 of 32 had leaflets that move too far (Carpentier II, same paper),
// the rest is a hole or a scar of constant size. Of leaflets that move too far a quarter is taken to leak in mid and late
// systole only (ours; prolapse), the others all through it (flail).
//
// The atrial kind needs a ventricle that is not much larger than normal and an atrium that is large (ESC/EACTS 2025 § 9:
// LVEDVi < 79 or 71 mL/m², LVIDd < 63 or 56 mm, men or women; LAVI > 34 mL/m²): a tenth of its probability is left where
// one of these was measured otherwise (ours, for errors of the measurement).
//
// A leak of hours or days is torn (chords, papillary muscle), eaten away by infection, or the ventricle has infarcted: 3 to
// 1 to 1 (ours, after the causes that ESC/EACTS 2025 lists).

import Circulation
import Findings
import Lanes
import Lesions
import Quantities
import Statements
import Twin

/// The mechanisms that what is known leaves possible.
public struct MechanismEvidence: Sendable, Equatable {
  /// The likeliest first; their probabilities add up to 1.
  public let chances: [MechanismChance]
  /// What it rests on, without a full stop.
  public let reason: String

  /// Less likely ones are left out: each costs as much to fit as the likeliest.
  static let least = 0.05

  init(_ weights: [(LeakMechanism, Double)], reason: String) {
    let sum = weights.reduce(0) { $0 + $1.1 }
    let kept = weights.filter { $0.1 >= Self.least * sum }
    let keptSum = kept.reduce(0) { $0 + $1.1 }
    chances = kept.map { MechanismChance($0.0, prior: $0.1 / keptSum) }.sorted { $0.prior > $1.prior }
    self.reason = reason
  }
}

extension MeasuredPatient {
  /// How the mitral valve may leak.
  public var mechanismEvidence: MechanismEvidence {
    let choice = leakMechanism
    switch choice.basis {
    case .stated: return MechanismEvidence([(choice.mechanism, 1)], reason: choice.reason)
    case .seen: return MechanismEvidence(seen(choice.mechanism), reason: choice.reason)
    case .history:
      let others = population.map { ($0.0, 0.2 * $0.1) }
      return MechanismEvidence(
        others.map { ($0.0, $0.1 + ($0.0 == choice.mechanism ? 0.8 : 0)) }, reason: choice.reason)
    case .ventricle, .nothing:
      let told = ["how often each cause is" + (isAcute ? " of a sudden leak" : "")] + circumstances
      return MechanismEvidence(population, reason: Self.list(told))
    }
  }

  /// A sign at the valve and what it may be mistaken for.
  private func seen(_ mechanism: LeakMechanism) -> [(LeakMechanism, Double)] {
    let signs = record.signs
    let prolapses = signs.has(.prolapse) && !signs.has(.flail) && !signs.has(.papillaryRupture)
    switch mechanism {
    case .flail where prolapses && signs.jetTiming == nil: return [(.flail, 0.75), (.prolapse, 0.25)]
    case .flail: return [(.flail, 0.97), (.prolapse, 0.03)]
    case .prolapse: return [(.prolapse, 0.9), (.flail, 0.1)]
    // An infection that makes a hole also tears chords.
    case .fixed: return signs.has(.perforation) ? [(.fixed, 0.9), (.flail, 0.1)] : [(.fixed, 1)]
    // A wide ring tents its leaflets, too.
    case .tethering, .ring:
      return fibrillates ? [(.tethering, 0.75), (.ring, 0.25)] : [(.tethering, 0.95), (.ring, 0.05)]
    }
  }

  /// Probabilities where nothing points at the valve.
  private var population: [(LeakMechanism, Double)] {
    if isAcute { return [(.flail, 0.6), (.fixed, 0.2), (.tethering, 0.2)] }
    let weights = LeakPopulation.all.map { $0.weight(of: self) }
    let sum = max(weights.reduce(0, +), .leastNormalMagnitude)
    let organic = weights[2] / sum
    let late =
      switch record.signs.jetTiming {
      case .midLate?: 0.9
      case .holosystolic?, .early?: 0.02
      case nil: 0.25
      }
    let loose = 25.0 / 32
    return [
      (.tethering, weights[0] / sum), (.ring, weights[1] / sum), (.flail, organic * loose * (1 - late)),
      (.prolapse, organic * loose * late), (.fixed, organic * (1 - loose)),
    ]
  }

  /// What is known of the patient, in words.
  private var circumstances: [String] {
    guard !isAcute else { return [] }
    var told: [String] = []
    if let fraction = ejectionFractionTold { told.append(fraction) }
    if record.age != nil { told.append("age") }
    if record.sex != nil { told.append("sex") }
    if record.rhythm != nil || fibrillates { told.append(fibrillates ? "atrial fibrillation" : "the rhythm") }
    if isVentricleLarge { told.append("a large ventricle") }
    if isAtriumSmall { told.append("an atrium that is not large") }
    return told
  }

  fileprivate var isVentricleLarge: Bool {
    let body = statement.body
    let isMale = body.sex == .male
    return isAbove(.LVEDVi, isMale ? 79 : 71) || isAbove(.LVIDd, isMale ? 63 : 56)
      || present(.LVEDV).contains { $0.value / body.bodySurface >= (isMale ? 79 : 71) }
  }

  fileprivate var isAtriumSmall: Bool { !present(.LAVI).isEmpty && !isAbove(.LAVI, 34) }

  private func isAbove(_ id: FindingID, _ limit: Double) -> Bool { present(id).contains { $0.value >= limit } }

  private static func list(_ words: [String]) -> String {
    guard let last = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " and " + last
  }
}

/// A cause in the community, with what its patients are like.
private struct LeakPopulation {
  let share: Double
  let ejectionFraction: (mean: Double, deviation: Double)
  let age: (mean: Double, deviation: Double)
  let men: Double
  let fibrillation: Double
  let isAtrial: Bool

  static let all = [
    LeakPopulation(
      share: 0.38, ejectionFraction: (33, 14), age: (73, 14), men: 0.59, fibrillation: 0.28, isAtrial: false),
    LeakPopulation(
      share: 0.27, ejectionFraction: (57, 11), age: (80, 10), men: 0.33, fibrillation: 0.54, isAtrial: true),
    LeakPopulation(
      share: 0.32, ejectionFraction: (61, 10), age: (68, 21), men: 0.51, fibrillation: 0.13, isAtrial: false),
  ]

  func weight(of patient: MeasuredPatient) -> Double {
    var weight = share
    if let fraction = patient.measuredEjectionFraction { weight *= Self.density(fraction, ejectionFraction) }
    if let years = patient.record.age { weight *= Self.density(years, age) }
    if let sex = patient.record.sex { weight *= sex == .male ? men : 1 - men }
    if patient.fibrillates {
      weight *= fibrillation
    } else if patient.record.rhythm != nil {
      weight *= 1 - fibrillation
    }
    if isAtrial, patient.isVentricleLarge || patient.isAtriumSmall { weight *= 0.1 }
    return weight
  }

  private static func density(_ value: Double, _ normal: (mean: Double, deviation: Double)) -> Double {
    let z = (value - normal.mean) / normal.deviation
    return Double.exponential(-0.5 * z * z) / normal.deviation
  }
}

extension MeasuredPatient {
  /// One sentence on how the leak was taken to follow the heart, what that rests on, and the cause that fits it.
  public func sentence(of mechanism: LeakMechanism) -> String {
    "The leak was taken as \(mechanism.words) (\(mechanismEvidence.reason))" + causeInHistory
  }

  /// The end of a sentence: the cause in the history, where one fits.
  public var causeInHistory: String { leakMechanism.cause.map { "; cause in the history: \($0)." } ?? "." }
}
