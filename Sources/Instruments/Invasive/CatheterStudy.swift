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
  public mutating func measured(oxygenUptake uptake: Double) throws(SettingFault) {
    oxygenUptake = try SettingFault.checked(uptake, "oxygenUptake", "mL/min", Self.allowedUptake)
  }
}

/// The pressures of a heart as a catheter shows them, beat by beat.
public struct CatheterStudy: Sendable {
  public let settings: CatheterSettings
  /// Samples per second, and s.
  public let rate: Double
  public let duration: Double
  private let examined: Examined
  private let strip: Strip
  /// What runs before the strip, so that the line has settled, s.
  private let run: Double
  private(set) var beats: [CatheterBeat] = []
  /// By the site's number; those that were not looked at are empty.
  private var tracings: [CatheterTracing] = []

  /// Time that a wave takes to the wedged tip, s.
  static let wedgeTravel = 0.06

  /// A strip as on the screen, of all places.
  ///
  /// - Parameter duration: s; nil: 5 s of a steady rhythm, 20 s of an irregular one.
  public init(_ examined: Examined, settings: CatheterSettings = CatheterSettings(), duration: Double? = nil) {
    let isSteady = examined.beats.count == 1
    self.init(
      examined, settings, rate: 1000, duration: duration ?? (isSteady ? 5 : 20), run: 2, lead: 0,
      sites: CatheterSite.allCases)
  }

  /// What the readings need: of a steady rhythm one beat, once the line has settled, at half the rate, and only the places
  /// that are read. The readings are those of the whole strip (`readingsAreThoseOfTheStrip`).
  init(readingsOf examined: Examined, settings: CatheterSettings) {
    let sites = CatheterSite.allCases.filter { $0.isRead && (settings.isTransseptal || $0 != .leftAtrium) }
    guard examined.beats.count == 1 else {
      self.init(examined, settings, rate: 500, duration: 20, run: 2, lead: 0, sites: sites)
      return
    }
    let lag = settings.line.settling + wedgeLag * (settings.isOverwedged ? 4 : 1)
    let beat = examined.beat
    let duration = Self.margin + beat.ventricularActivation + beat.cycle + Self.margin + 0.05
    self.init(
      examined, settings, rate: 500, duration: duration, run: min(Self.wedgeTravel + 6 * lag, 3), lead: Self.margin,
      sites: sites)
  }

  private init(
    _ examined: Examined, _ settings: CatheterSettings, rate: Double, duration: Double, run: Double, lead: Double,
    sites: [CatheterSite]
  ) {
    self.settings = settings
    self.examined = examined
    self.rate = rate
    self.duration = duration
    self.run = run
    strip = Strip(examined, duration: duration + run, lead: run + lead, startsAtRepresentative: true)
    readBeats()
    let veins = examined.beats.map { $0.trace { $0.pulmonaryVenousPressure }.mean }
    let atria = examined.beats.map { $0.trace { $0.leftAtrialPressure }.mean }
    let offset = (veins.reduce(0, +) - atria.reduce(0, +)) / Double(veins.count)
    let skipped = Int(run * rate)
    let moments = strip.moments(rate: rate)
    for site in CatheterSite.allCases {
      guard sites.contains(site) else {
        tracings.append(CatheterTracing(site: site, values: [], rate: rate))
        continue
      }
      var pressure = strip.values(at: moments) { site.pressure($0) }
      if site == .wedge { pressure = wedged(pressure, mean: atria[0]).map { $0 + offset } }
      let seen = settings.line.record(pressure, rate: rate)
      var tracing = CatheterTracing(site: site, values: Array(seen.dropFirst(skipped)), rate: rate)
      if site.isAtrial { for beat in beats { tracing.mark(beat, late: lateness(of: site)) } }
      tracings.append(tracing)
    }
  }

  /// Before the first P wave and after the last QRS complex of a beat that is read, s.
  private static let margin = 0.3

  private mutating func readBeats() {
    let kind = examined.heart.rhythm.kind
    for (place, next) in zip(strip.places, strip.places.dropFirst()) {
      let beat = examined.beats[place.beat]
      let own = place.beat == examined.representative ? examined.events : BeatEvents(beat)
      let activation = place.activation - run
      guard activation >= 0.25, next.activation - run < duration - Self.margin else { continue }
      let isPremature = kind == .prematureBeats && !(beat.neighbours?.followsAtria ?? true)
      beats.append(
        CatheterBeat(
          atrial: kind == .atrialFibrillation || isPremature ? nil : place.start - run, activation: activation,
          next: next.activation - run, opening: activation + own.mitralOpening - own.activation))
    }
  }

  /// Lead II on the same time base, mV. It is worked out anew at every call.
  public var ecg: [Double] {
    Array(Electrocardiogram(examined, strip: strip, rate: rate).lead(.II).dropFirst(Int(run * rate)))
  }

  /// What reaches the wedged tip of the left atrium's pressure.
  ///
  /// - Parameter mean: of the atrium, from which the lag starts.
  private func wedged(_ pressure: [Double], mean: Double) -> [Double] {
    let late = Int(Self.wedgeTravel * rate)
    let lag = Lag(wedgeLag * (settings.isOverwedged ? 4 : 1), step: 1 / rate)
    var level = mean
    return pressure.indices.map { k in
      let (old, new) = (pressure[max(k - late - 1, 0)], pressure[max(k - late, 0)])
      lag.follow(0.5 * (old + new), &level)
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
