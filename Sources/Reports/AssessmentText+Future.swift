// What treatments and years would do, with ranges over the hearts that the measurements leave possible.

import Assessment
import Course
import Drawing
import Findings
import Guidelines
import Twin

extension AssessmentText {
  /// What a treatment is judged by.
  static let judgedBy: [FindingID] = [.FSV, .RF, .LAPmean, .LVEF, .MVmeanGradient]

  /// Treatments with medians and 90 % ranges; nil where nothing was sampled.
  var ranges: String? {
    let forecasts = assessment.forecasts
    guard let first = forecasts.first, first.tried > 0 else { return nil }
    let rows = Self.judgedBy.filter { finding in forecasts.contains { $0.findings[finding] != nil } }
    var grid = TextGrid(
      columns: [TextColumn(shrinksTo: 12, holdsNames: true)] + rows.map { _ in TextColumn(right: true) })
    grid.gap = 2
    grid.rows.append(
      [TextCell("", .bold)] + rows.map { TextCell($0 == .MVmeanGradient ? "gradient" : $0.identifier, .bold) })
    grid.rows.append([TextCell("")] + rows.map { TextCell($0.shownUnit, .faint) })
    for forecast in forecasts {
      let title = forecast.identifier == "untreated" ? "Do nothing" : forecast.title
      grid.rows.append(
        [TextCell(title)] + rows.map { TextCell(forecast.findings[$0].map(Self.span) ?? "–") })
    }
    var lines = [heading("How sure that is: median (90 % range) over the hearts that fit")]
    lines += grid.lines(style, width: style.width)
    let unsteady = forecasts.filter { $0.steady < $0.tried }
    for one in unsteady {
      lines.append(
        item("\(one.title): \(one.tried - one.steady) of \(one.tried) hearts came to no steady beat."))
    }
    return lines.joined(separator: "\n")
  }

  /// "63 (58–70)", to whole units but for what is small.
  static func span(_ spread: Spread) -> String { span(spread.median, spread.ninety) }

  /// The same of the hearts followed.
  static func span(_ followed: FollowedRange) -> String { span(followed.median, followed.range) }

  private static func span(_ median: Double, _ range: ClosedRange<Double>) -> String {
    let digits = range.upperBound < 9.5 ? 1 : 0
    let ends = [range.lowerBound, range.upperBound].map { NumberText.shown($0, digits: digits) }
    return ends[0] == ends[1] ? ends[0] : NumberText.shown(median, digits: digits) + " (\(ends[0])–\(ends[1]))"
  }

  /// What the range of the hearts followed is, in a sentence without a full stop.
  static func whatTheRangeIs(_ course: CourseForecast) -> String {
    "median (range) of \(course.hearts) hearts that fit, from the least leak to the most; one more heart that fits would lie "
      + "within the range with a probability of \(Verdict.percent(course.held))"
  }

  /// Whose classes of breathlessness stand in the table.
  static let whoseClasses =
    "NYHA: what the model’s own exercise test would give each heart; it knows nothing of the patient’s complaints."

  /// The likely years; nil where no course was followed.
  var courses: String? {
    guard let first = assessment.courses.first, first.hearts > 0 else { return nil }
    let rows: [FindingID] = [.LVEDV, .LVESV, .LVEF, .LAVI] + (style.width >= 92 ? [.RVol] : [])
    var lines = [heading("The years to come"), item(Self.whatTheRangeIs(first).capitalisedFirst + ".")]
    var grid = TextGrid(
      columns: [TextColumn()] + rows.map { _ in TextColumn(right: true) } + [TextColumn(), TextColumn(rank: 1)])
    grid.gap = 2
    grid.rows.append(
      [TextCell("after", .bold)] + rows.map { TextCell($0.identifier, .bold) } + [
        TextCell("NYHA", .bold), TextCell(""),
      ])
    grid.rows.append([TextCell("")] + rows.map { TextCell($0.shownUnit, .faint) } + [TextCell(""), TextCell("")])
    for course in assessment.courses {
      grid.rows.append([TextCell(course.title)] + (0..<rows.count + 2).map { _ in TextCell("") })
      for moment in Self.shownMoments(course) {
        grid.rows.append(
          [TextCell("  " + (moment.days < 1 ? "now" : CourseWords.time(moment.days)))]
            + rows.map { TextCell(moment.findings[$0].map(Self.span) ?? "–") }
            + [
              TextCell(Self.classes(moment)),
              TextCell(moment.beating < course.hearts ? "\(course.hearts - moment.beating) without a beat" : ""),
            ])
      }
    }
    lines += grid.lines(style, width: style.width)
    for course in assessment.courses {
      let told = Self.told(course, assessment.severity).map { Self.words($0, of: course.hearts) }
      if !told.isEmpty { lines.append(item("\(course.title): \(told.joined(separator: "; ")).")) }
    }
    lines.append(item(Self.whoseClasses))
    return lines.joined(separator: "\n")
  }

  /// The beginning, a year, and the last examination.
  static func shownMoments(_ course: CourseForecast) -> [CourseForecast.Moment] {
    let year = 365.25
    var shown: [CourseForecast.Moment] = []
    for day in [0, year, 3 * year, 5 * year] {
      guard let moment = course.moments.last(where: { $0.days <= day + 0.5 }), shown.last?.days != moment.days else {
        continue
      }
      shown.append(moment)
    }
    return shown
  }

  /// What decides about treatment, and what ends in a hospital.
  private static let toldEvents: [CourseEvent.Kind] = [
    .congestion, .ejectionLow, .systolicSizeLarge, .atriumLarge, .decompensated, .shock, .ended, .noBeat,
  ]

  /// The events of a course worth telling: the triggers of surgery are those of a primary leak.
  static func told(_ course: CourseForecast, _ severity: SeverityJudgement) -> [CourseForecast.Event] {
    course.events.filter { event in
      toldEvents.contains(event.kind)
        && (severity.leak == .primary || ![.ejectionLow, .systolicSizeLarge].contains(event.kind))
    }
  }

  static func classes(_ moment: CourseForecast.Moment) -> String {
    guard let least = moment.classes.first, let most = moment.classes.last else { return "–" }
    return least == most ? least.rawValue : "\(least.rawValue)–\(most.rawValue)"
  }

  static func words(_ event: CourseForecast.Event, of hearts: Int) -> String {
    let times = (CourseWords.about(event.days.lowerBound), CourseWords.about(event.days.upperBound))
    let when =
      event.days.upperBound < 1
      ? "from the beginning"
      : event.days.lowerBound < 1
        ? "some from the beginning, the last after \(times.1)"
        : times.0 == times.1 ? "after \(times.0)" : "after \(times.0) to \(times.1)"
    return "\(event.kind.words) in \(event.hearts) of \(hearts), \(when)"
  }
}

extension CourseEvent.Kind {
  /// What happens, in a few words.
  public var words: String {
    switch self {
    case .congestion: "congested lungs"
    case .oedema: "oedema of the lungs"
    case .relief: "relief of the lungs"
    case .lowOutput: "too little output"
    case .outputRecovered: "the output recovered"
    case .ejectionLow: "LVEF below 60 %"
    case .systolicSizeLarge: "LVIDs of 40 mm or more"
    case .atriumLarge: "LAVI of 60 mL/m² or more"
    case .ventricleLarge: "a left ventricle larger than normal"
    case .decompensated: "decompensation"
    case .treated: "treatment"
    case .wayOutGone: "LVEF lower since the leak is gone"
    case .fibrillationRisk: "risk of atrial fibrillation"
    case .noBeat: "no steady beat any more"
    case .shock: "failing circulation"
    case .ended: "a circulation that no longer sustains life"
    }
  }
}
