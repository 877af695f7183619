// A catheter study: the tip goes from place to place, a fluid-filled line carries the pressure out.
//
// A balloon blocks a branch of the pulmonary artery and the tip beyond it looks back at the left atrium through the
// capillaries and veins. The wave travels some 15 cm of vein and capillary at 2–3 m/s (60 ms; chosen within the 50–150
// ms by which the wedge's v is known to come later than the atrium's, held by `theWedgeIsLateAndBlunt`), is blunted by
// their lag of 50 ms (`Wedge.swift`), and stands on the veins' mean. Wedged too far, or with a clot, the lag is four
// times that ("overwedged": the v wave sinks towards the mean).

import Circulation
import Findings
import Lanes

/// What is chosen before a study.
public struct CatheterSettings: Sendable, Equatable {
  public var line = CatheterLine.standard
  /// Whether the septum is crossed and the left atrium itself measured.
  public var isTransseptal = false
  /// Whether the wedged tip is damped.
  public var isOverwedged = false
  /// mL/min, where the patient's uptake was measured; nil: assumed.
  public private(set) var oxygenUptake: Double?

  public init() {}

  /// mL/min.
  public static let allowedUptake = 50.0...1500.0

  /// States a measured uptake of oxygen, mL/min.
  public mutating func measured(oxygenUptake uptake: Double) throws(CatheterFault) {
    guard Self.allowedUptake.contains(uptake) else {
      throw CatheterFault(field: "oxygenUptake", unit: "mL/min", value: uptake, allowed: Self.allowedUptake)
    }
    oxygenUptake = uptake
  }
}

/// The pressures of a heart as a catheter shows them, beat by beat.
public struct CatheterStudy: Sendable {
  public let settings: CatheterSettings
  /// Samples per second, and s.
  public let rate = 1000.0
  public let duration: Double
  /// Lead II on the same time base, mV.
  public let ecg: [Double]
  private(set) var beats: [CatheterBeat] = []
  private var tracings: [CatheterTracing] = []

  /// Time that a wave takes to the wedged tip, s.
  static let wedgeTravel = 0.06
  /// What runs before the strip, so that the line has settled, s.
  private static let run = 2.0

  /// - Parameter duration: s; nil: 5 s of a steady rhythm, 20 s of an irregular one.
  public init(_ examined: Examined, settings: CatheterSettings = CatheterSettings(), duration: Double? = nil) {
    self.settings = settings
    let isSteady = examined.beats.count == 1
    self.duration = duration ?? (isSteady ? 5 : 20)
    let strip = Strip(examined, duration: self.duration + Self.run, lead: Self.run, startsAtRepresentative: true)
    let whole = Electrocardiogram(examined, strip: strip, rate: rate)
    let skipped = Int(Self.run * rate)
    ecg = Array(whole.lead(.II).dropFirst(skipped))
    readBeats(examined, strip, whole)
    let veins = examined.beats.map { $0.trace { $0.pulmonaryVenousPressure }.mean }
    let atria = examined.beats.map { $0.trace { $0.leftAtrialPressure }.mean }
    let offset = (veins.reduce(0, +) - atria.reduce(0, +)) / Double(veins.count)
    for site in CatheterSite.allCases {
      var pressure = strip.values(rate: rate) { site.pressure($0) }
      if site == .wedge { pressure = wedged(pressure).map { $0 + offset } }
      let seen = settings.line.record(pressure, rate: rate)
      var tracing = CatheterTracing(site: site, values: Array(seen.dropFirst(skipped)), rate: rate)
      if site.isAtrial { for beat in beats { tracing.mark(beat, late: lateness(of: site)) } }
      tracings.append(tracing)
    }
  }

  private mutating func readBeats(_ examined: Examined, _ strip: Strip, _ ecg: Electrocardiogram) {
    let events = examined.beats.map { BeatEvents($0) }
    for (complex, next) in zip(ecg.complexes, ecg.complexes.dropFirst()) {
      let own = events[complex.beat]
      guard complex.onset - Self.run >= 0.25, next.onset - Self.run < duration - 0.3 else { continue }
      beats.append(
        CatheterBeat(
          atrial: complex.atrialOnset.map { $0 - Self.run }, activation: complex.onset - Self.run,
          next: next.onset - Self.run, opening: complex.onset - Self.run + own.mitralOpening - own.activation))
    }
  }

  /// What reaches the wedged tip of the left atrium's pressure.
  private func wedged(_ pressure: [Double]) -> [Double] {
    let late = Int(Self.wedgeTravel * rate)
    let share = 1 / (rate * wedgeLag * (settings.isOverwedged ? 4 : 1))
    var level = pressure.first ?? 0
    return pressure.indices.map { k in
      level += share * (pressure[max(k - late, 0)] - level)
      return level
    }
  }

  /// How much later than in the heart a wave is seen at a place, s: the line's own delay, 2ζ/ω, and the way.
  private func lateness(of site: CatheterSite) -> Double {
    let line = settings.line.damping / (Double.pi * settings.line.naturalFrequency)
    guard site == .wedge else { return line }
    return line + Self.wedgeTravel + 0.6 * wedgeLag * (settings.isOverwedged ? 4 : 1)
  }

  /// The curve at a place.
  public func tracing(_ site: CatheterSite) -> CatheterTracing { tracings[site.rawValue] }

  /// The onsets of QRS of the beats that are read, s from the strip's beginning.
  public var activations: [Double] { beats.map { $0.activation } }

  /// The mean over the beats of something read in each; nil where no beat has it.
  func average(_ read: (CatheterBeat) -> Double?) -> Double? {
    let values = beats.compactMap(read).filter { $0.isFinite }
    return values.isEmpty ? nil : values.reduce(0, +) / Double(values.count)
  }

  /// The mean pressure at a place, mmHg.
  public func mean(_ site: CatheterSite) -> Double? {
    average { tracing(site).mean(from: $0.activation, to: $0.next) }
  }

  /// The largest and the smallest pressure of a beat at a place, mmHg.
  public func peak(_ site: CatheterSite) -> Double? {
    average { tracing(site).maximum(from: $0.activation, to: $0.next)?.value }
  }

  public func trough(_ site: CatheterSite) -> Double? {
    average { tracing(site).minimum(from: $0.activation, to: $0.next)?.value }
  }

  /// The mean height of a wave at a place, mmHg; v is also found where it is one with c.
  public func wave(_ name: String, at site: CatheterSite) -> Double? {
    let isV = name.utf8.elementsEqual("v".utf8)
    let found = tracing(site).waves.filter {
      $0.name.utf8.elementsEqual(name.utf8) || (isV && $0.name.utf8.elementsEqual("cv".utf8))
    }
    return found.isEmpty ? nil : found.reduce(0) { $0 + $1.value } / Double(found.count)
  }

  /// The left ventricle's pressure at the onset of QRS, mmHg.
  public var endDiastolicPressure: Double? { average { tracing(.leftVentricle).value(at: $0.activation) } }

  /// The steepest rise of the left ventricle's pressure as recorded, mmHg/s.
  public var steepestRise: Double? {
    average { tracing(.leftVentricle).steepest(from: $0.activation, to: $0.activation + 0.25) }
  }
}
