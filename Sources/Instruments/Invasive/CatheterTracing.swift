// The curve of one place, and the waves that a physiologist marks on it.
//
//   a   the atrium's contraction, after P; none in fibrillation
//   c   the valve bulging into the atrium as the ventricle contracts; often unseen, never in the wedge, whose way
//       through the lungs has blunted it
//   x   the fall after them: the atrium relaxes, its floor is drawn down
//   v   the filling of the atrium against the shut valve, or by its leak
//   y   the fall when the valve opens
//
// A wave counts where the curve turns and stands 0.3 mmHg over the valley before it (chosen: below what paper shows at
// 40 mmHg over 10 cm). Where a leak fills the atrium from the start of systole hardly anything falls after c (under 2
// mmHg, with a peak 8 or more above the mean): c and v are one wave then, and it is marked "cv".

import Circulation
import Lanes

/// Where a catheter's tip lies.
public enum CatheterSite: Int, CaseIterable, Sendable {
  case leftVentricle, leftAtrium, aorta, wedge, pulmonaryArtery, rightVentricle, rightAtrium

  /// As on the screen.
  public var name: String {
    switch self {
    case .leftVentricle: "LV"
    case .leftAtrium: "LA"
    case .aorta: "Aorta"
    case .wedge: "Wedge"
    case .pulmonaryArtery: "PA"
    case .rightVentricle: "RV"
    case .rightAtrium: "RA"
    }
  }

  /// The pressure there, mmHg. (The wedged tip sees the left atrium; what lies between is the study's.)
  func pressure(_ sample: Sample<Double>) -> Double {
    switch self {
    case .leftVentricle: sample.leftVentricularPressure
    case .leftAtrium, .wedge: sample.leftAtrialPressure
    case .aorta: sample.aorticPressure
    case .pulmonaryArtery: sample.pulmonaryArteryPressure
    case .rightVentricle: sample.rightVentricularPressure
    case .rightAtrium: sample.rightAtrialPressure
    }
  }

  var isAtrial: Bool { self == .leftAtrium || self == .wedge || self == .rightAtrium }

  /// Whether a number is read there.
  var isRead: Bool { self != .rightVentricle }
}

/// The pressure at one place as the transducer shows it.
public struct CatheterTracing: Sendable {
  /// A wave with its name: "a", "c", "x", "v", "y", or "cv".
  public struct Wave: Sendable, Equatable {
    public let name: String
    /// s from the strip's beginning.
    public let time: Double
    /// mmHg.
    public let value: Double
  }

  public let site: CatheterSite
  /// mmHg.
  public let values: [Double]
  /// Samples per second.
  public let rate: Double
  /// In their order; atrial curves and the wedge only.
  public internal(set) var waves: [Wave] = []

  /// The largest and smallest sample of a span, s.
  func maximum(from start: Double, to end: Double) -> Wave? { turn(from: start, to: end, sign: 1) }
  func minimum(from start: Double, to end: Double) -> Wave? { turn(from: start, to: end, sign: -1) }

  private func turn(from start: Double, to end: Double, sign: Double) -> Wave? {
    let first = max(Int((start * rate).rounded(.up)), 0)
    let last = min(Int(end * rate), values.count - 1)
    guard first < last else { return nil }
    let best = (first...last).reduce(first) { sign * values[$1] > sign * values[$0] ? $1 : $0 }
    return Wave(name: "", time: Double(best) / rate, value: values[best])
  }

  func mean(from start: Double, to end: Double) -> Double {
    let first = max(Int((start * rate).rounded(.up)), 0)
    let last = min(Int(end * rate), values.count)
    guard first < last else { return .nan }
    return values[first..<last].reduce(0, +) / Double(last - first)
  }

  /// Between the samples it runs straight.
  func value(at time: Double) -> Double {
    let position = min(max(time * rate, 0), Double(values.count - 1))
    let floor = min(Int(position), values.count - 2)
    return values[floor] + (position - Double(floor)) * (values[floor + 1] - values[floor])
  }

  /// mmHg/s, the largest of a span.
  func steepest(from start: Double, to end: Double) -> Double {
    let first = max(Int(start * rate), 1)
    let last = min(Int(end * rate), values.count - 2)
    guard first < last else { return .nan }
    return (first...last).reduce(0) { max($0, 0.5 * (values[$1 + 1] - values[$1 - 1]) * rate) }
  }
}

/// When, on a strip, what happens in one beat, s.
struct CatheterBeat: Sendable {
  /// The P wave, where there is one; QRS; the next QRS; the mitral valve's opening.
  let atrial: Double?
  let activation: Double
  let next: Double
  let opening: Double
}

extension CatheterTracing {
  private func named(_ wave: Wave, _ name: String) -> Wave { Wave(name: name, time: wave.time, value: wave.value) }

  /// Finds the waves of one beat.
  ///
  /// - Parameter late: how much later than in the heart things are seen here, s.
  mutating func mark(_ beat: CatheterBeat, late: Double) {
    let start = beat.activation + late
    var found: [Wave] = []
    if let atrial = beat.atrial, let a = maximum(from: atrial + 0.02 + late, to: start + 0.06) {
      let foot = minimum(from: atrial - 0.02 + late, to: a.time)?.value ?? a.value
      if a.value - foot >= 0.3 { found.append(named(a, "a")) }
    }
    let onset = found.last?.time ?? start - 0.02
    let c = bump(from: max(onset + 0.03, start), to: start + 0.14)
    let hasA = !found.isEmpty
    // The fall before v: within 0.28 s, in a fast heart within three fifths of the time to the mitral valve's opening.
    let fallEnd = start + min(0.28, 0.6 * (beat.opening - beat.activation))
    let valley = minimum(from: hasA ? onset : c?.time ?? start, to: fallEnd)
    // What falls after the bulge: where the leak fills the atrium from the start, nothing.
    let crest = c?.time ?? start + 0.06
    guard let trough = minimum(from: crest, to: fallEnd),
      let peak = maximum(from: trough.time, to: beat.opening + late + 0.1)
    else { return }
    let isFused = value(at: crest) - trough.value < 2 && peak.value - mean(from: start, to: beat.next + late) >= 8
    if let c, !isFused, site != .wedge { found.append(named(c, "c")) }
    // A fall has come from somewhere: from a, from c, or from where QRS found the atrium (fibrillation); and a valley is
    // one only inside its span, not at the edge where the search began.
    if let valley, valley.time > (hasA ? onset : start) + 0.03,
      value(at: hasA ? onset : max(c?.time ?? start, start)) - valley.value >= 0.3
    {
      found.append(named(valley, "x"))
    }
    found.append(named(peak, isFused ? "cv" : "v"))
    found.sort { $0.time < $1.time }
    let end = min(peak.time + 0.35, (beat.atrial == nil ? beat.next : beat.next - 0.12) + late)
    if let y = minimum(from: peak.time, to: end), peak.value - y.value >= 0.3 { found.append(named(y, "y")) }
    waves += found
  }

  /// The first local maximum that stands out between two times.
  private func bump(from start: Double, to end: Double) -> Wave? {
    let first = max(Int(start * rate), 1)
    let last = min(Int(end * rate), values.count - 2)
    guard first < last else { return nil }
    var least = values[first]
    for k in first...last {
      least = min(least, values[k])
      guard values[k] > values[k - 1], values[k] >= values[k + 1], values[k] - least >= 0.3 else { continue }
      let after = minimum(from: Double(k) / rate, to: end + 0.06)?.value ?? values[k]
      if values[k] - after >= 0.3 { return Wave(name: "", time: Double(k) / rate, value: values[k]) }
    }
    return nil
  }
}
