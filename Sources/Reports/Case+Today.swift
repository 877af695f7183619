// The day a case is judged on.

import Assessment
import Cases
import Findings
import Foundation
import Guidelines

extension Case {
  /// The day to judge on: as asked, else that of the newest measurement, else today.
  public func day(_ asked: String? = nil) -> CalendarDate {
    if let asked = asked.flatMap({ CalendarDate($0) }) { return asked }
    return day(or: Self.today)
  }

  /// What the clock shows.
  public static var today: CalendarDate {
    let now = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let today = CalendarDate(year: now.year ?? 0, month: now.month, day: now.day) else {
      preconditionFailure("the clock shows no date of this age")
    }
    return today
  }
}
