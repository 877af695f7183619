// What closing the leak does at once, within days and within a year, early and late in the course.

import Circulation
import Course
import Findings
import Quantities
import Testing
import Treatments

@Suite struct RepairTests {
  @Test func earlyRepairLeavesTheBetterHeart() throws {
    let early = try RepairedHeart(at: OneHole.year)
    let late = try RepairedHeart(at: 10 * OneHole.year)
    #expect(early.year[.LVEF] > late.year[.LVEF] + 10)
    #expect(early.year[.LVESV] < late.year[.LVESV] - 30)
    #expect(early.year[.LVEF] > 55, "after a year: \(early.year[.LVEF]) %")
    #expect(late.year[.LVEF] < 50, "after a year: \(late.year[.LVEF]) %")
  }

  /// At once the easy way out is gone; by day 5 the blood that filled it has been shed; after a year the ventricle has
  /// shrunk and some strength is back.
  @Test func effectsAtOnceOnDayFiveAndAfterAYearDiffer() throws {
    for day in [OneHole.year, 5 * OneHole.year, 10 * OneHole.year] {
      let course = try RepairedHeart(at: day)
      #expect(course.after[.LVEF] < course.before[.LVEF] - 15)
      #expect(course.year[.LVEF] > course.fifth[.LVEF] + 4)
      #expect(course.year[.LVEF] < course.before[.LVEF])
      #expect(course.after[.LVEDV] > course.fifth[.LVEDV] + 10)
      #expect(course.fifth[.LVEDV] > course.year[.LVEDV] + 20)
      #expect(course.before[.LAPmean] > course.after[.LAPmean] + 2)
      #expect(course.before[.LAPmean] > course.fifth[.LAPmean] + 9)
      // A ventricle that is worn out, and stunned by the heart-lung machine, does not even get smaller at once.
      #expect((course.before[.LVEDV] > course.after[.LVEDV]) == (day < 10 * OneHole.year))
    }
  }

  /// Micromanometer, 15 patients: 137 to 90 mL/m² (−34 %) in a year (Starling 1995); CMR: −29 mL/m² in six months.
  @Test func reverseRemodellingIsOfThePublishedSize() throws {
    let late = try RepairedHeart(at: 5 * OneHole.year)
    let change = late.year[.LVEDVi] / late.before[.LVEDVi] - 1
    #expect((-0.42...(-0.26)).contains(change), "EDV \(100 * change) %")
    let atrium = late.year[.LAVI] / late.before[.LAVI] - 1
    #expect(atrium < -0.3, "atrium \(100 * atrium) %; 56 to 32 mL/m² in 226 patients (Stassen 2022)")
  }

  @Test func aTreatmentIsGivenToTheHeartAsItIsThen() throws {
    var course = HeartCourse(lesion: .healthyAdult(hole: 0.57), in: .reference)
    _ = course.run([OneHole.year])
    let before = course
    course.edit { _ in }
    #expect((course.bloodVolume - before.bloodVolume).magnitude < 1e-6)
    let wall = course.body.heart.leftVentricle.referenceArea.squareCentimetres
    #expect((wall / before.body.heart.leftVentricle.referenceArea.squareCentimetres - 1).magnitude < 1e-9)
    course.edit { $0.bloodVolume = .millilitres($0.bloodVolume.millilitres - 300) }
    #expect((before.bloodVolume - course.bloodVolume - 300).magnitude < 1e-6, "what is shed is shed")
  }
}
