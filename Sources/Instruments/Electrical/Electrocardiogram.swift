// The electrocardiogram: the heart's dipole seen by electrodes on the skin.
//
// Twelve leads are sums of the three components of the heart vector, with the coefficients of Dower et al. (Clin
// Cardiol 1980;3:87), found on a model of the trunk; the limb leads that remain follow from I and II. What moves the
// dipole is in `ElectricalBeat`.
//
//   let ecg = Electrocardiogram(examined, strip: strip, rate: 500)
//   let millivolts = ecg.lead(.II)

import Quantities
import Circulation
import Lanes

/// The twelve leads.
public enum ECGLead: Int, CaseIterable, Sendable {
  case I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6

  /// As on the paper.
  public var name: String {
    switch self {
    case .I: "I"
    case .II: "II"
    case .III: "III"
    case .aVR: "aVR"
    case .aVL: "aVL"
    case .aVF: "aVF"
    case .V1: "V1"
    case .V2: "V2"
    case .V3: "V3"
    case .V4: "V4"
    case .V5: "V5"
    case .V6: "V6"
    }
  }

  /// What the lead makes of X, Y and Z (Dower 1980).
  var coefficients: HeartVector {
    switch self {
    case .I: Self.first
    case .II: Self.second
    case .III: Self.second - Self.first
    case .aVR: (Self.first + Self.second) * -0.5
    case .aVL: Self.first - Self.second * 0.5
    case .aVF: Self.second - Self.first * 0.5
    case .V1: HeartVector(-0.515, 0.157, -0.917)
    case .V2: HeartVector(0.044, 0.164, -1.387)
    case .V3: HeartVector(0.882, 0.098, -1.277)
    case .V4: HeartVector(1.213, 0.127, -0.601)
    case .V5: HeartVector(1.125, 0.127, -0.086)
    case .V6: HeartVector(0.831, 0.076, 0.230)
    }
  }

  private static var first: HeartVector { HeartVector(0.632, -0.235, 0.059) }
  private static var second: HeartVector { HeartVector(0.235, 1.066, -0.132) }

  /// The lead's voltage of a heart vector, mV.
  func voltage(_ vector: HeartVector) -> Double {
    let c = coefficients
    return c.x * vector.x + c.y * vector.y + c.z * vector.z
  }
}

/// Twelve leads over a strip.
public struct Electrocardiogram: Sendable {
  /// From the beginning of P to the activation of the atrial walls, s.
  public static let atrialLag = 0.032
  /// Samples per second.
  public let rate: Double
  /// s.
  public let duration: Double
  /// One ventricular complex of the strip.
  public struct Complex: Sendable {
    /// Its place in `Examined.beats`.
    public let beat: Int
    /// The onset of QRS; the onset of the P wave that led to it, where one did; s from the strip's beginning.
    public let onset: Double
    public let atrialOnset: Double?
    /// Whether it began in the ventricles, before its time.
    public let isPremature: Bool
    /// The peak of its T wave, s.
    public let recoveryPeak: Double
  }

  /// The complexes that begin within the strip, or shortly before it.
  public let complexes: [Complex]
  private let vectors: [HeartVector]

  /// - Parameters:
  ///   - strip: of the same heart.
  ///   - rate: samples per second, at least 50: sample k at time k/rate.
  ///   - fibrillates: whether the atria's own waves are drawn in fibrillation; false where many beats are averaged.
  public init(_ examined: Examined, strip: Strip, rate: Double, fibrillates: Bool = true) {
    precondition(rate >= 50 && rate <= 20_000, "an electrocardiogram needs 50 to 20,000 samples a second")
    self.rate = rate
    duration = strip.duration
    let train = ElectricalTrain(examined, strip)
    complexes = train.complexes
    var vectors = [HeartVector](repeating: .zero, count: strip.count(rate: rate))
    for wave in train.waves {
      let first = max(Int((wave.centre - 6 * wave.rise) * rate), 0)
      let last = min(Int((wave.centre + 6 * wave.fall) * rate) + 1, vectors.count - 1)
      guard first <= last else { continue }
      for k in first...last { vectors[k] = vectors[k] + wave.value(at: Double(k) / rate) }
    }
    if fibrillates, examined.heart.rhythm.kind == .atrialFibrillation {
      for k in vectors.indices { vectors[k] = vectors[k] + train.source.fibrillation(at: Double(k) / rate) }
    }
    self.vectors = vectors
  }

  /// The voltage of a lead, mV.
  public func lead(_ lead: ECGLead) -> [Double] { vectors.map(lead.voltage) }

  /// Strength of the heart vector and how fast it moves, mV and mV/s, sample by sample.
  var motion: (magnitude: [Double], speed: [Double]) {
    var speed = [Double](repeating: 0, count: vectors.count)
    for k in vectors.indices.dropFirst().dropLast() {
      speed[k] = (vectors[k + 1] - vectors[k - 1]).magnitude * 0.5 * rate
    }
    return (vectors.map { $0.magnitude }, speed)
  }
}

/// The waves of all beats of a strip, on the strip's clock.
struct ElectricalTrain {
  let source: ElectricalSource
  private(set) var waves: [ElectricalWave] = []
  private(set) var complexes: [Electrocardiogram.Complex] = []

  init(_ examined: Examined, _ strip: Strip) {
    source = ElectricalSource(examined)
    let beats = examined.beats
    let cycle = 1 / examined.heart.heartRate.perSecond
    let kind = examined.heart.rhythm.kind
    guard let first = strip.places.first else { return }
    // The beat before the strip's first: its T wave, and the interval to it.
    let before = (first.beat + beats.count - 1) % beats.count
    var start = first.start - beats[before].cycle
    var last = start + beats[before].ventricularActivation - cycle
    var places = [(beat: before, start: start)]
    places += strip.places.map { ($0.beat, $0.start) }
    for place in places {
      let beat = beats[place.beat]
      let isPremature = kind == .prematureBeats && !(beat.neighbours?.followsAtria ?? true)
      let onset = place.start + beat.ventricularActivation
      // The sinus node keeps its time through a premature beat.
      let atrial: Double? =
        kind == .atrialFibrillation ? nil : (isPremature ? start + cycle : place.start) - Electrocardiogram.atrialLag
      if let atrial { add(source.atrialWaves, at: atrial) }
      let own = (isPremature ? source.premature : source).ventricularWaves(preceding: onset - last)
      add(own, at: onset)
      complexes.append(
        Electrocardiogram.Complex(
          beat: place.beat, onset: onset, atrialOnset: isPremature ? nil : atrial, isPremature: isPremature,
          recoveryPeak: onset + own[own.count - 1].centre))
      last = onset
      start = place.start
    }
    // The next beat's P begins before its beat does; a premature one's has been counted on from the beat before.
    if kind != .atrialFibrillation, let end = strip.places.last,
      beats[(end.beat + 1) % beats.count].neighbours?.followsAtria ?? true
    {
      add(source.atrialWaves, at: end.start + end.length - Electrocardiogram.atrialLag)
    }
  }

  private mutating func add(_ own: [ElectricalWave], at time: Double) {
    for var wave in own {
      wave.centre += time
      waves.append(wave)
    }
  }
}
