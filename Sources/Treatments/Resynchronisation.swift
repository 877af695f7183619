// Resynchronisation: both ventricles paced, so that walls that beat late beat with the others. All that is changed is
// when a wall is activated; strength, pressure rise and a tethered valve follow from the mechanics, and nothing
// happens to a heart whose walls beat together.
//
//   delay   × (1 − share), share 0.8 usual: 100 ms of left bundle branch block → 20 ms (60–110 → 20–40 ms, Bax et
//           al., J Am Coll Cardiol 2004;44:1)
//
// To compare with: steepest pressure rise +15–25 % (Auricchio et al., Circulation 1999;99:2993), orifice 25 → 13 mm²,
// leak 32 → 19 mL at once (Breithardt et al., J Am Coll Cardiol 2003;41:765). Later, secondary leaks and late walls
// only: slack volume −12 % in a year (MIRACLE: diastolic volume −25 mL at six months, St John Sutton et al.,
// Circulation 2006;113:266).

import Circulation
import Quantities

extension Treatment {
  public static let resynchronisation = Treatment(
    identifier: "resynchronisation", title: "Resynchronisation", kind: .device,
    meaning: "paces both ventricles together; for bundle branch block",
    explanation: "Walls that beat late are activated nearly with the others.",
    arguments: [
      ArgumentSpec("share", unit: Unit("1", .ratio), range: 0...1, standard: 0.8, "of the delay that pacing takes away")
    ],
    lasting: { arguments in
      var effect = LastingEffect()
      effect.reverse = ReverseRemodelling(volume: 1 - 0.12 * arguments[0] / 0.8, needsLateWalls: true)
      return effect
    }
  ) { heart, arguments in
    heart.leftVentricle.activationDelay *= 1 - arguments[0]
    heart.septum.activationDelay *= 1 - arguments[0]
    heart.rightVentricle.activationDelay *= 1 - arguments[0]
  }
}
