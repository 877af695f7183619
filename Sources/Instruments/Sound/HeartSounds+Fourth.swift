// The fourth sound: the blood between atrium and ventricle as a mass on the ventricle's spring, pushed by the atrium.
//
// Whenever a slowed atrial wave pushes it, the heart with its blood swings; whether that is heard depends on the
// strength of the swing, on its pitch and on the way out (Manson, Hall & Kovács, Am J Physiol 1997;272:H1527). Who has
// a fourth sound has the stiffer ventricle, and the louder it is, the stiffer (Shah et al., J Card Fail 2008;14:431):
//
//   spring     E = (dp/dt)/q: the steepest rise of the ventricle's pressure in the atrial wave over its greatest flow
//   mass       L ∝ the column from the atrium's back to the apex: the sum of both chambers' diameters
//   strength   the rise over L
//   pitch      ∝ √(E/L); that the ear hears it: pitch^4.5, since the threshold of hearing falls by 27 dB from 20 to
//              40 Hz (ISO 226:2003)
//
//   amplitude = 0.1·(rise·(E)^2.25/L^3.25)/3, each over that of the healthy adult of the same body, at most 0.4
//
// It so tells stiff from wide: after the same leak the small ventricle of the first days is stiff for its size and
// swings quickly, one that has grown, with the atrium, swings slowly, and its atrium's wave, though larger, is not
// heard. The 3 lies midway between hearts that people are heard to have it in (acute leak, stiff or thick wall) and
// those in whom they are not (`fourthSoundTellsStiffFromWide`). It sounds at one pitch, its amplitude being that which
// is heard. Atria that do not contract make none.
//
// It swells fastest, a quarter of its length after it has begun, when the ventricle's pressure rises most steeply: some
// 80 to 120 ms before S1 (`theFourthSoundComesShortlyBeforeTheFirst`).

import Circulation
import Lanes

extension HeartSounds {
  /// The healthy adult's: mmHg/s, mL/s, cm.
  private static let healthyAtrialWave = (rise: 88.0, flow: 319.0, column: 11.3)
  private static let stepToHearing = 3.0
  private static let loudestFourth = 0.4
  /// An atrial wave of less, mL/s, is none.
  private static let leastAtrialFlow = 20.0

  /// - Parameter size: the body's surface over the healthy adult's; flows go with it, diameters with its cube root.
  mutating func addFourth(_ beat: RecordedBeat, _ heart: HeartDefinition, size: Double) {
    guard heart.rhythm.kind != .atrialFibrillation, beat.neighbours?.followsAtria ?? true else { return }
    let flow = beat.trace { $0.flows.mitral }
    let peak = flow.maximum(from: 0.01, to: max(events.activation + 0.01, 0.03))
    guard peak.value > Self.leastAtrialFlow, events.activation > 0.04 else { return }
    let rise = beat.trace { $0.leftVentricularPressure }.derivative.maximum(from: 0.005, to: events.activation)
    guard rise.value > 0 else { return }
    let healthy = Self.healthyAtrialWave
    let push = rise.value / healthy.rise
    let spring = push / (peak.value / (healthy.flow * size))
    let column =
      (Self.diameter(beat.trace { $0.leftVentricularVolume }.value(at: events.activation))
        + Self.diameter(beat.trace { $0.leftAtrialVolume }.value(at: 0.01))) / (healthy.column * Double.cubeRoot(size))
    let heard = push / column * Double.power(spring / column, 2.25)
    add(
      .fourth, at: rise.time - 0.25 * HeartSoundKind.fourth.duration,
      min(Self.faintest * heard / Self.stepToHearing, Self.loudestFourth))
  }

  /// Of a sphere of a volume, mL; cm.
  private static func diameter(_ volume: Double) -> Double { Double.cubeRoot(6 * max(volume, 1) / Double.pi) }
}
