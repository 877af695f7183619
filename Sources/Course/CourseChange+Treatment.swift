// A treatment that begins on some day of a course: what it does at once to the heart as it then is, growth and blood
// volume included.

import Circulation
import Lanes
import Quantities
import Treatments

extension CourseChange {
  /// A treatment that begins at a time and goes on.
  ///
  /// - Parameter days: since the course began.
  public static func giving(_ treatment: Treatment, _ arguments: Arguments, at days: Double) -> CourseChange {
    CourseChange(days: days) { $0.give(treatment, arguments) }
  }
}

extension HeartCourse {
  /// Gives a treatment now: what it does at once, and from now on what it does later.
  public mutating func give(_ treatment: Treatment, _ arguments: Arguments) {
    let effect = treatment.lasting(arguments)
    if effect != LastingEffect() {
      medications.append(Medication(effect, at: days, to: body.heart, grownBy: remodelling.length))
      body.reflexes.gains.heartRate *= effect.reflexGain
      body.reflexes.gains.contractility *= effect.reflexGain
      body.fluid.shift += effect.fluid
      law.decline *= effect.decline
    }
    edit { treatment.apply(&$0, arguments) }
  }

  /// Edits the heart as it is now: grown, and holding its present volume of blood; what the reflexes do to it at the
  /// moment is left out, they answer the edited heart anew.
  public mutating func edit(_ change: (inout HeartDefinition) -> Void) {
    var grown = remodelling.applied(to: body.heart)
    grown.bloodVolume = .millilitres(bloodVolume)
    change(&grown)
    bloodVolume = grown.bloodVolume.millilitres
    body.heart = remodelling.removed(from: grown)
  }
}
