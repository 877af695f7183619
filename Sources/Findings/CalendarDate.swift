// A day, a month or a year, as exactly as it is known.

/// A date of the Gregorian calendar, written `2026-03-02`, `2026-03` or `2026`.
public struct CalendarDate: Sendable, Equatable, CustomStringConvertible {
  /// 1900–2200.
  public let year: Int
  /// 1–12; nil when only the year is known.
  public let month: Int?
  /// 1–31, a day that the month has; nil when only the month is known.
  public let day: Int?

  /// Nil when there is no such date.
  public init?(year: Int, month: Int? = nil, day: Int? = nil) {
    guard (1900...2200).contains(year) else { return nil }
    if let month {
      guard (1...12).contains(month) else { return nil }
      let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
      let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
      if let day, !(1...days).contains(day) { return nil }
    } else if day != nil {
      return nil
    }
    self.year = year
    self.month = month
    self.day = day
  }

  /// The last day there is: no measurement is later.
  public static let last: CalendarDate = {
    guard let day = CalendarDate(year: 2200, month: 12, day: 31) else { preconditionFailure("a day") }
    return day
  }()

  /// Reads `2026-03-02`, `2026-03` or `2026`; nil for anything else.
  public init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let lengths = [4, 2, 2]
    guard (1...3).contains(parts.count) else { return nil }
    var numbers: [Int] = []
    for (part, length) in zip(parts, lengths) {
      guard part.utf8.count == length, part.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(part) else {
        return nil
      }
      numbers.append(number)
    }
    self.init(
      year: numbers[0], month: numbers.count > 1 ? numbers[1] : nil, day: numbers.count > 2 ? numbers[2] : nil)
  }

  public var description: String {
    func padded(_ number: Int) -> String { number < 10 ? "-0\(number)" : "-\(number)" }
    return "\(year)" + (month.map(padded) ?? "") + (day.map(padded) ?? "")
  }
}

extension CalendarDate {
  /// Days since 1 March of the year 0; where only the month is known, of its 15th, where only the year, of 1 July.
  public var dayNumber: Int {
    let month = month ?? 7
    let day = day ?? (self.month == nil ? 1 : 15)
    // Years begin in March, so that the leap day is the last one.
    let shifted = month > 2 ? year : year - 1
    let months = (month + 9) % 12
    return 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + (153 * months + 2) / 5 + day - 1
  }

  /// Whether it is surely later than another: "2026" is not later than "2026-03-02", though it may be.
  public func isAfter(_ other: CalendarDate) -> Bool {
    if year != other.year { return year > other.year }
    guard let month, let otherMonth = other.month else { return false }
    if month != otherMonth { return month > otherMonth }
    guard let day, let otherDay = other.day else { return false }
    return day > otherDay
  }

  /// Days from this date to another; negative when the other is earlier.
  public func days(until other: CalendarDate) -> Int { other.dayNumber - dayNumber }
}
