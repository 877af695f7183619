// The years: at which days to look, what is done on the way, and the course that runs so.

import Circulation
import Course
import Findings
import Instruments
import Statements
import Treatments

/// When to look, and what happens.
struct CoursePlan {
  /// Rising.
  var days: [Double] = []
  var events: [(day: Double, treatments: [StatedTreatment])] = []
  /// The valve itself stays as it is.
  var holdsLesion = false

  var changes: [CourseChange] {
    var changes: [CourseChange] = []
    for event in events {
      for given in event.treatments { changes.append(.giving(given.treatment, given.arguments, at: event.day)) }
    }
    return changes
  }
}

extension Reply {
  /// Why a course ended before its last day, and when; nothing where it did not.
  mutating func end(_ end: CourseEnd?) {
    guard let end else { return }
    field("endDay", end.days)
    switch end.cause {
    case .noBeat: field("message", "The heart no longer beats.")
    case .pressure:
      field(
        "message",
        "The circulation no longer sustains life: for a day the mean arterial pressure was below 50 mmHg and the cardiac index "
          + "below 1.8 L/min/m².")
    case .output:
      field("message", "The circulation no longer sustains life: for a day the cardiac index was below 1.2 L/min/m².")
    }
  }

  /// A day of a course: its beat, the class that an exercise test on it predicts, with which the day is judged, and how far
  /// the heart has grown (logarithms against the healthy heart).
  mutating func point(_ point: CoursePoint, _ said: Said, beganChronic: Bool) {
    // Lungs get used to their pressure in two months.
    let test = ExerciseTest(
      of: point.resting.atRest(in: point.beat), lying: point.beat, body: said.statement.body,
      isChronic: beganChronic || point.days > 60)
    let said = said.inClass(test.functionalClass)
    object { reply in
      reply.field("day", point.days)
      reply.field("bloodVolume", point.beat.bloodVolume)
      reply.field("capacity", test.capacity)
      reply.object("remodelling") { reply in
        let grown = point.remodelling
        reply.field("length", grown.length)
        reply.field("thickness", grown.thickness)
        reply.field("atrium", grown.atrium)
        reply.field("lungs", grown.lungs)
        reply.field("damage", grown.damage)
        reply.field("scar", grown.scar)
      }
      reply.beatFields(BeatingHeart(point.beat.heart, point.beat.settled, said, nil), said)
    }
  }
}
