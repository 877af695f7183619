// The heart with one hole, its leaflets mended some time later.

import Circulation
import Course
import Quantities
import Testing
import Treatments

/// A hole of 0.57 cm² in the healthy adult's valve and its repair, as read around it.
struct RepairedHeart {
  let before: Reading
  /// At once, on day 5 and after a year.
  let after: Reading
  let fifth: Reading
  let year: Reading

  var all: [Reading] { [before, after, fifth, year] }

  /// - Parameter day: of the repair, since the hole came.
  init(at day: Double) throws {
    var course = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    before = Reading(try #require(course.run([day]).last))
    let repair = CourseChange.giving(.leafletRepair, Arguments(standardOf: Treatment.leafletRepair.arguments), at: day)
    let points = course.run([day, day + 5, day + OneHole.year], changes: [repair]).map { Reading($0) }
    try #require(points.count == 3)
    (after, fifth, year) = (points[0], points[1], points[2])
  }
}
