// How loud a murmur is to somebody who listens: Levine's grades out of decibels.
//
// The ear weighs tones by curve B of sound level meters (IEC 60651; the ear at middle loudness) and gathers sound over
// some 0.2 s. What passes the threshold is heard in the ordinary chest; 2 dB more are a grade more:
//
//   0–2 dB: 1   2–4: 2   4–6: 3   6–8: 4 (thrill)   8–10: 5   over 10: 6
//
// Two numbers are fitted to what was found in 408 patients, of whose mild regurgitations 10–40 % and of whose severe
// ones 86–100 % were heard: the threshold, and the spread between people (chests, rooms, ears) of 3 dB. The width of a
// grade is chosen so that grade 4 or more goes with severe regurgitation and grade 2 or less with a lesser one (91 and
// 88 % of 170 patients, Desjardins, Am J Med 1996;100:149). Held by `severeRegurgitationIsHeardAndMildSeldom`.

import Circulation
import Lanes

/// Loudness of murmurs.
public enum MurmurLevel {
  /// Ear-weighted root mean square, healthy M1's peak at the apex as 1.
  static let threshold = 0.0315
  /// dB.
  public static let spread = 3.0
  public static let perGrade = 2.0

  /// Decibels over the threshold of an ear-weighted strength.
  public static func level(_ strength: Double) -> Double {
    strength > 1e-9 ? decibels(strength / threshold) : -150
  }

  /// The decibels of an amplitude against another, a ratio above 0.
  public static func decibels(_ ratio: Double) -> Double {
    20 * Double.naturalLogarithm(ratio) / Double.naturalLogarithm(10)
  }

  /// Levine's grade, 0 (not heard) … 6, of a level, dB.
  public static func grade(_ level: Double) -> Int {
    level < 0 ? 0 : min(1 + Int(level / perGrade), 6)
  }

  /// The share of patients with such a heart in whom it is heard, 0…1: the normal distribution, by the logistic curve
  /// that is nearest to it (within 0.01).
  public static func audibility(_ level: Double) -> Double {
    1 / (1 + Double.exponential(-1.702 * level / spread))
  }

  /// The factor that decibels are.
  public static func factor(_ decibels: Double) -> Double {
    Double.exponential(0.05 * decibels * Double.naturalLogarithm(10))
  }

  /// What the ear makes of a tone, Hz: curve B, 1 at 1 kHz.
  public static func ear(_ frequency: Double) -> Double {
    let f = frequency * frequency
    let curve = 148_693_636 * f * frequency / ((f + 424.36) * (f + 148_693_636) * (f + 25_122.25).squareRoot())
    return 1.0197 * curve
  }
}
