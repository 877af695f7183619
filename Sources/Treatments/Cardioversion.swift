// Cardioversion: out of atrial fibrillation into sinus rhythm. The atria contract again, weakly at first, and the
// rate falls. In a heart that is not in fibrillation it does nothing.
//
//   rate            to 70 /min (90–110 irregular before, 60–75 after is usual)
//   atrial strength half at once; back in about two weeks. An a wave is seen at once in 55 % of left atria (30 minutes
//                   after the shock), and mechanics return within a day to a month, the later the longer it had lasted
//                   (Manning et al., J Am Coll Cardiol 1994;23:1535)
//
// To compare with: stroke index 28 → 35 mL/m² half an hour after the shock in coronary disease (n 8).

import Circulation
import Quantities

extension Treatment {
  public static let cardioversion = Treatment(
    identifier: "cardioversion", title: "Cardioversion", kind: .shock,
    meaning: "restores sinus rhythm; does nothing to a heart that has it",
    explanation: "Sinus rhythm at a normal rate, the atria still weak.",
    arguments: [
      ArgumentSpec(
        "rate", unit: Unit("/min", .rate, factor: 1.0 / 60), range: 40...120, standard: 70, "after the shock")
    ],
    lasting: { _ in
      var effect = LastingEffect()
      effect.atrialAdaptation = 1 / atrialStunning
      return effect
    }
  ) { heart, arguments in
    guard heart.rhythm.kind == .atrialFibrillation else { return }
    heart.rhythm = .sinus
    heart.heartRate = .perMinute(arguments[0])
    heart.scaleAtrialStrength(atrialStunning)
  }

  private static let atrialStunning = 0.5
}
