// Where the course of a stated heart begins: the heart on its first day.
//
// A heart that is stated begins in a healthy body on the day the lesion came. Settings of its own are taken as found when
// a presentation is said: they are then what the disease has made of it. A heart whose valve leaks because ventricle or
// ring are wide is always taken as found: it was wide first.

import Circulation
import Course
import Findings
import Lesions

extension HeartStatement {
  /// Whether the course begins with a heart as found, not on the day of the lesion.
  public var beginsAsFound: Bool {
    statesGrownHeart
      || lesions.contains { $0.lesion.mechanism == .tethering || $0.lesion.mechanism == .ring }
  }

  /// Whether the leaflets go on scarring.
  public var isRheumatic: Bool { hasRheumaticLeaflets || lesions.contains { $0.lesion.isScarring } }

  /// The course of this heart from its first day; nil where it does not beat.
  ///
  /// - Parameters:
  ///   - heart: as stated.
  ///   - holdsLesion: the valve itself stays as it is.
  public func course(of heart: HeartDefinition, holdsLesion: Bool) -> HeartCourse? {
    var course: HeartCourse
    if beginsAsFound {
      let settled = heart.settled()
      guard settled.status == .periodic else { return nil }
      course = self.course(found: heart, beating: settled, holdsLesion: holdsLesion)
    } else {
      course = HeartCourse(lesion: heart, in: body)
      if !holdsLesion { course.progression = .natural(isRheumatic: isRheumatic) }
    }
    // What a stated heart already takes shows in its beat; what it does later begins now.
    for stated in treatments { course.carryOn(stated.treatment, stated.arguments) }
    return course
  }

  /// The course of a heart from the day it was found so.
  public func course(found heart: HeartDefinition, beating settled: SettledHeart, holdsLesion: Bool) -> HeartCourse {
    var course = HeartCourse(
      found: heart, beating: settled, in: body, isAcute: presentation == .acute, hasHeartFailure: hasFailed)
    if !holdsLesion { course.progression = .natural(isRheumatic: isRheumatic) }
    return course
  }
}
