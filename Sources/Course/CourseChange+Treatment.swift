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
  /// Gives a treatment now: what it does at once, and from now on what it does later. What changes nothing in this heart (a
  /// shock in sinus rhythm) does nothing later either.
  ///
  /// An infusion or a balloon ends with the operation or clip that it bridges to, or after two weeks. The blood that a
  /// drug sheds is left to the kidneys, in days.
  public mutating func give(_ treatment: Treatment, _ arguments: Arguments) {
    let effect = treatment.lasting(arguments)
    if effect.isBridge {
      bridges.append(Bridge(treatment: treatment, arguments: arguments, start: days, end: days + Bridge.longest))
      return
    }
    let before = body.heart
    let grownBy = remodelling.length
    let blood = bloodVolume
    edit { treatment.apply(&$0, arguments) }
    guard body.heart != before || bloodVolume != blood else { return }
    if effect.fluid != 0 { bloodVolume = blood }
    remember(effect, since: before, grownBy: grownBy)
    if effect.replacesValve { progression = .held }
    if treatment.kind == .operation || treatment.kind == .clip {
      for index in bridges.indices { bridges[index].end = min(bridges[index].end, days) }
    }
  }

  /// Lets a treatment that the heart already shows go on acting: only what it does later.
  public mutating func carryOn(_ treatment: Treatment, _ arguments: Arguments) {
    let effect = treatment.lasting(arguments)
    guard !effect.isBridge, effect.stunning == 1 else { return }
    remember(effect, since: body.heart, grownBy: remodelling.length)
  }

  private mutating func remember(_ effect: LastingEffect, since before: HeartDefinition, grownBy length: Double) {
    guard effect != LastingEffect() else { return }
    medications.append(Medication(effect, at: days, to: before, grownBy: length))
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
