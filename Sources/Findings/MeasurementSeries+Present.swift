// Which measurements of a finding tell the present state, and which its history. The rule is ours.

extension MeasurementSeries {
  /// So many days before the latest study another method's newest measurement still tells the present state.
  public static let presentDays = 90

  /// Those without a date, and the newest of each method where it is within `presentDays` of the latest. Dates are
  /// compared as exactly as the vaguer of the two is known, so that "2026" does not stand against "2026-03-02".
  public var present: [Measurement] {
    guard let latest = newest(of: measurements) else { return measurements }
    var chosen: [Measurement] = []
    for one in measurements where isPresent(one, latest) { chosen.append(one) }
    return chosen
  }

  /// Those that are history only.
  public var earlier: [Measurement] {
    guard let latest = newest(of: measurements) else { return [] }
    var chosen: [Measurement] = []
    for one in measurements where !isPresent(one, latest) { chosen.append(one) }
    return chosen
  }

  private func isPresent(_ one: Measurement, _ latest: CalendarDate) -> Bool {
    guard let date = one.on else { return true }
    if date.mayBe(latest) { return true }
    var alike: [Measurement] = []
    for other in measurements where other.by == one.by { alike.append(other) }
    guard let newest = newest(of: alike), date.mayBe(newest) else { return false }
    return date.days(until: latest) <= Self.presentDays
  }

  private func newest(of list: [Measurement]) -> CalendarDate? {
    var latest: CalendarDate?
    for one in list {
      guard let date = one.on else { continue }
      if let best = latest, !best.isBefore(date) { continue }
      latest = date
    }
    return latest
  }
}

extension CalendarDate {
  /// Earlier, or less exact in the same time.
  fileprivate func isBefore(_ other: CalendarDate) -> Bool {
    if year != other.year { return year < other.year }
    if (month ?? 0) != (other.month ?? 0) { return (month ?? 0) < (other.month ?? 0) }
    return (day ?? 0) < (other.day ?? 0)
  }

  /// The same as far as both are known.
  fileprivate func mayBe(_ other: CalendarDate) -> Bool {
    if year != other.year { return false }
    guard let month, let others = other.month else { return true }
    if month != others { return false }
    guard let day, let theirs = other.day else { return true }
    return day == theirs
  }
}

extension ClinicalRecord {
  /// The measurements of a finding that tell the present state: undated ones, and those of its latest date.
  public func present(_ finding: FindingID) -> [Measurement] {
    for one in series where one.finding == finding { return one.present }
    return []
  }

  /// The latest date among the measurements; nil when none is dated.
  public var latestDate: CalendarDate? {
    var latest: CalendarDate?
    for one in series {
      for measurement in one.measurements {
        guard let day = measurement.on else { continue }
        if latest.map({ $0.dayNumber < day.dayNumber }) ?? true { latest = day }
      }
    }
    return latest
  }
}

extension [Measurement] {
  /// The mean of the values; nil where there is none.
  public var mean: Double? { isEmpty ? nil : reduce(0) { $0 + $1.value } / Double(count) }
}
