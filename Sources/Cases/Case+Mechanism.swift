// How the leak of a case follows its heart: as `MeasuredPatient` has it.

import Findings
import Lesions
import Statements

extension Case {
  /// How the mitral leak is taken to follow the heart.
  public var leakMechanism: LeakMechanismChoice { measured.leakMechanism }

  /// The cause in the history of the lesions stated: nil where none fits.
  public var causeOfStatedLesions: String? { measured.causeOfStatedLesions }

  /// The mean of the present LVEFs, else from the present volumes, %; nil where neither was measured.
  public var measuredEjectionFraction: Double? { measured.measuredEjectionFraction }
}
