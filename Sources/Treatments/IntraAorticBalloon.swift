// A balloon in the descending aorta, filled while the ventricle fills and emptied before it beats: pressure for the
// coronary arteries in diastole, less of it to beat against. The waveform is the engine's (`BalloonDefinition`):
// filling begins at the closure of the aortic valve, emptying is over when the next beat begins.
//
//   volume      34 mL below 162 cm of height, 40 usual, 50 above 183 cm; allowed 25–50
//   effective   0.8 of it moves blood: the balloon fills 85–90 % of the aorta's width and gives way to its wall
//               (chosen)
//   passage     100 ms to fill and to empty, helium (80–120 ms is usual)
//
// To compare with: diastolic augmentation +21 ± 13 mmHg, end-diastolic aortic pressure 51 → 44 (25 patients, Kolyva
// et al., Am J Physiol 2009); in regurgitation after infarction wedge pressure 25 → 20 mmHg, output 3.1 → 3.7 L/min
// (Gold et al., Circulation 1973;47:1191).

import Circulation
import Quantities

extension Treatment {
  public static let intraAorticBalloon = Treatment(
    identifier: "intra-aortic-balloon", title: "Intra-aortic balloon", kind: .device,
    meaning: "empties the aorta before each beat and fills it after; for days",
    explanation: "A balloon in the aorta fills when its valve shuts and empties before the next beat, at every beat.",
    arguments: [
      ArgumentSpec("volume", unit: Unit("mL", .volume), range: 0...50, standard: 40, "of the balloon")
    ],
    lasting: { _ in .bridge }
  ) { heart, arguments in
    heart.balloon = BalloonDefinition(
      volume: .millilitres(balloonShare * arguments[0]), inflation: .fraction(1), passage: .milliseconds(100))
  }

  private static let balloonShare = 0.8
}
