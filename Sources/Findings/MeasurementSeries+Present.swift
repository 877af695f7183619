// Which measurements of a finding tell the present state, and which its history.

extension MeasurementSeries {
  /// Those without a date, and those of the latest date. Dates are compared as exactly as the vaguer of the two is known,
  /// so that "2026" does not stand against "2026-03-02".
  public var present: [Measurement] {
    var latest: CalendarDate?
    for one in measurements {
      guard let date = one.on else { continue }
      if let best = latest, !best.isBefore(date) { continue }
      latest = date
    }
    guard let latest else { return measurements }
    var chosen: [Measurement] = []
    for one in measurements where one.on.map({ $0.mayBe(latest) }) ?? true { chosen.append(one) }
    return chosen
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
