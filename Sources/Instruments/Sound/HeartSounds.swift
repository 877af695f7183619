// When a beat's valves sound, and how loud.
//
//   M1   when the shut leaflets are pulled taut: the later of closure and the moment at which the pressure across them
//        has grown by 14 mmHg since ventricular activation. Amplitude ∝ dp/dt of the ventricle there, and to how the
//        leaflets came together: late ones are thrown shut by the ventricle (short PR, stenosis: loud), early ones were
//        let down by the atrium (long PR: soft), 1 + (closure − healthy closure)/60 ms, 0.4…1.8. Over
//        1 + leak/0.5 cm²: what flows on is not stopped (soft in severe regurgitation, normal in prolapse that holds at
//        first). Chosen so that these come out (`firstSoundFollowsTheLeaflets`).
//   T1   the same of the right heart, at 6 mmHg: 20 ms after M1 in the healthy adult (20–30).
//        Fused leaflets that still move are stopped as they are at the opening snap, whose reciprocal this loud and late
//        M1 is ("Left atrial and left ventricular sound and pressure in mitral stenosis"; 18 patients with
//        micromanometers): × (1 + ½·(1 − 2.5·opening/ring)), the share of the snap (`HeartSounds+Extra.swift`).
//        Leaflets of prostheses: see `HeartSounds+Prosthesis.swift`.
//   A2   when the pressure difference across the shutting valve grows most steeply: the moment at which the backflow is
//        stopped, the incisura, with which both halves of the sound coincide (Smith, Raizada & Abrams, Ann Intern Med
//        1981;95:594). Not when the leaflets have come to rest: those of the pulmonary valve take longer over it.
//        Amplitude ∝ that greatest rate (Sabbah & Stein, Circ Res 1976;39:392). × ½ for every 0.3 cm² that leak; stiff
//        cusps that open little sound little.
//   P2   the same; a higher pulmonary pressure falls off faster: loud. Breathing moves both: `QuietBreath.swift`.
//
// The four scales are the healthy adult's own rates, so that its M1 is 1 and T1 : A2 : P2 are 0.35 : 0.7 : 0.35 (A2
// 0.6–1.0, P2 0.3–0.5 of S1; held by `theHealthyAdultsSoundsHaveTheirUsualProportions`).

import Circulation
import Lanes
import Quantities

/// The sounds of one beat.
public struct HeartSounds: Sendable {
  public private(set) var all: [HeartSound] = []
  let events: BeatEvents
  let valves: ValveReadings

  /// - Parameters:
  ///   - heart: whose beat it is.
  ///   - bodySurface: m²; that of the healthy adult where it is not known.
  public init(_ beat: RecordedBeat, of heart: HeartDefinition, bodySurface: Double = 1.93) {
    events = BeatEvents(beat)
    valves = ValveReadings(beat, events)
    addFirst(beat, heart)
    addSecond(beat, heart)
    addThird(beat, heart)
    addFourth(beat, heart, size: bodySurface / 1.93)
    addClick(beat, heart)
    addSnap(beat, heart)
    addDiscs(beat, heart)
  }

  /// The beat's sound of a kind; nil when it has none.
  public subscript(_ kind: HeartSoundKind) -> HeartSound? { all.first { $0.kind == kind } }

  mutating func add(_ kind: HeartSoundKind, at time: Double?, _ amplitude: Double) {
    guard let time, time.isFinite, amplitude.isFinite, amplitude > 0 else { return }
    all.append(HeartSound(kind, at: time, amplitude: amplitude))
  }

  /// Rates at which the healthy adult's valves are stretched, mmHg/s, and when its mitral valve shuts, s after
  /// ventricular activation.
  static let healthyRate = (mitral: 587.0, tricuspid: 200.0, aortic: 1480.0, pulmonary: 214.0)
  static let healthyClosure = 0.027

  private mutating func addFirst(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    let zero = events.activation
    let left = beat.trace { $0.leftVentricularPressure }
    let over = beat.trace { $0.leftVentricularPressure - $0.leftAtrialPressure }
    let ring = beat.trace { $0.mitralAnnulusArea }
    if let taut = over.crossing(of: over.value(at: zero) + 14, rising: true, from: zero, to: zero + 0.25) {
      let time = max(taut, events.mitralClosure)
      let late = (events.mitralClosure - zero - Self.healthyClosure) / 0.06
      let leak = beat.trace { $0.mitralLeakArea }.value(at: time)
      let thrown = min(max(1 + late, 0.4), 1.8) * (1 + 0.5 * Self.fused(heart, ring: ring.value(at: time)))
      addMitralClosure(
        heart.mitralValve.leaflets, at: time,
        thrown * Self.slope(left, at: time) / Self.healthyRate.mitral / (1 + max(leak, 0) / 0.5))
    }
    let right = beat.trace { $0.rightVentricularPressure }
    let rightOver = beat.trace { $0.rightVentricularPressure - $0.rightAtrialPressure }
    let start = rightOver.value(at: zero)
    if let taut = rightOver.crossing(of: start + 6, rising: true, from: zero, to: zero + 0.25) {
      let time = max(taut, valves.tricuspid.closeTime.map { $0 + zero } ?? taut)
      guard time < zero + 0.25 else { return }
      add(.tricuspidClosure, at: time, 0.35 * Self.slope(right, at: time) / Self.healthyRate.tricuspid)
    }
  }

  /// The mean slope over 8 ms about a moment.
  private static func slope(_ trace: Trace, at time: Double) -> Double {
    (trace.value(at: time + 0.004) - trace.value(at: time - 0.004)) / 0.008
  }

  private mutating func addSecond(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    if let closure = events.aorticClosure {
      let stop = beat.trace { $0.aorticPressure - $0.leftVentricularPressure }.steepest(about: closure)
      add(.aorticClosure, at: stop.time, 0.7 * Self.moving(heart.aorticValve) * stop.value / Self.healthyRate.aortic)
    }
    if let shut = valves.pulmonary.closeTime {
      let stop = beat.trace { $0.pulmonaryArteryPressure - $0.rightVentricularPressure }
        .steepest(about: shut + events.activation)
      add(
        .pulmonaryClosure, at: stop.time,
        0.35 * Self.moving(heart.pulmonaryValve) * stop.value / Self.healthyRate.pulmonary)
    }
  }

  /// What of a closure's strength is left where cusps open little and where they do not meet.
  private static func moving(_ valve: ValveDefinition) -> Double {
    min(valve.openArea.squareCentimetres / 2, 1) / (1 + valve.leakArea.squareCentimetres / 0.3)
  }
}

extension Trace {
  /// Where and how steeply it rises most about the moment at which leaflets have come to rest.
  fileprivate func steepest(about closure: Double) -> (time: Double, value: Double) {
    let most = derivative.maximum(from: closure - 0.05, to: closure + 0.06)
    return (most.time, most.value)
  }
}
