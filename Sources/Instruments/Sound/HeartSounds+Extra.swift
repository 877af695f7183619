// Sounds that not every heart has.
//
//   S3     when the filling begins to be slowed, shortly after the peak of E (Manson et al., Circulation 1995;92:388; 70
//          ± 16 ms before the steepest slowing, Lavine & Arends, Am J Noninvas Cardiol 1989;3:51): it sets in as inflow
//          has lost a two-hundredth of its peak. Amplitude ∝ the steepest rise of the ventricle's pressure then: much
//          blood stopped by a wall that is full or stiff. 0.1 at 46 mmHg/s: chosen so that it is not heard in the
//          healthy adult (some 27) and is in severe regurgitation (`thirdSoundInSevereRegurgitation`).
//   S4     of the atrial wave: `HeartSounds+Fourth.swift`.
//   click  when prolapsing leaflets slip and their chords are pulled taut: where the orifice's law passes zero within
//          systole (`OrificeDefinition.swift`). Amplitude 0.35 at 100 mmHg across the valve (0.2–0.5 of S1).
//   snap   when leaflets that are fused at their edges have opened as far as they go. Amplitude by the gradient that
//          throws them open and by how much of the ring they leave shut: 0.3 at 10 mmHg in a valve that opens by none
//          of it, nothing where two fifths of the ring open (healthy: two thirds). Not of a prosthesis.

import Circulation
import Lanes
import Quantities

extension HeartSounds {
  /// From this amplitude at the site on, a sound of diastole is heard; reference tables give S3 and S4 0.1–0.3 of S1.
  public static let faintest = 0.1
  private static let thirdScale = 0.1 / 46

  mutating func addThird(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    let flow = beat.trace { $0.flows.mitral }
    let opening = events.mitralOpening
    // Before the next atrial wave.
    let end = beat.cycle + 0.02
    let peak = flow.maximum(from: opening, to: min(opening + 0.3, end))
    let last = min(peak.time + 0.25, end)
    guard peak.value > 0, last > peak.time + 0.02 else { return }
    let rise = beat.trace { $0.leftVentricularPressure }.derivative.maximum(from: peak.time, to: last).value
    let slowed = flow.crossing(of: 0.995 * peak.value, rising: false, from: peak.time, to: last)
    add(.third, at: slowed, Self.thirdScale * rise)
  }

  mutating func addClick(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    let prolapse = heart.mitralLeaks.prolapse
    guard prolapse.isOpen, let first = self[.mitralClosure] else { return }
    let area = prolapse.area.squareCentimetres
    let share = beat.trace { prolapse.openArea(at: $0, wall: heart.leftVentricle) / area }
    // The law's smooth corner has a twentieth left where its argument is zero.
    guard
      let slip = share.crossing(of: 0.05, rising: true, from: first.time + 0.03, to: events.mitralOpening - 0.03)
    else { return }
    let drop = beat.trace { $0.leftVentricularPressure - $0.leftAtrialPressure }.value(at: slip)
    add(.click, at: slip, 0.35 * drop / 100)
  }

  mutating func addSnap(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    let opening = events.mitralOpening
    let ring = beat.trace { $0.mitralAnnulusArea }.value(at: opening)
    let fused = Self.fused(heart, ring: ring)
    guard fused > 0 else { return }
    let leaflets = beat.trace { $0.openings.mitral }
    let open = leaflets.crossing(of: 0.9, rising: true, from: opening - 0.02, to: opening + 0.15)
    let drop = beat.trace { $0.leftAtrialPressure - $0.leftVentricularPressure }
      .maximum(from: opening, to: opening + 0.08).value
    add(.openingSnap, at: open, 0.3 * fused * min(drop / 10, 1.5))
  }

  /// How much of the ring, cm², fused leaflets leave shut: 1 where they do not open, 0 from two fifths of it on and of
  /// a prosthesis.
  static func fused(_ heart: HeartDefinition, ring: Double) -> Double {
    guard heart.mitralValve.leaflets == .own else { return 0 }
    return max(1 - 2.5 * heart.mitralValve.openArea.squareCentimetres / max(ring, 0.1), 0)
  }
}
