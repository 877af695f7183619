// What treatments and years would do, with ranges over the hearts that the measurements leave possible.

import Assessment
import Course
import Drawing
import Findings
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
      columns: [TextColumn(holdsNames: true)] + rows.map { _ in TextColumn(right: true) })
    grid.gap = 2
    grid.rows.append([TextCell("", .bold)] + rows.map { TextCell($0.identifier, .bold) })
    grid.rows.append([TextCell("")] + rows.map { TextCell($0.shownUnit, .faint) })
    for forecast in forecasts {
      let title = forecast.identifier == "untreated" ? "Do nothing" : forecast.title
      grid.rows.append(
        [TextCell(title)]
          + rows.map { finding in
            guard let spread = forecast.findings[finding] else { return TextCell("–") }
            return TextCell(Self.range(spread, finding))
          })
    }
    var lines = [heading("How sure that is: median (90 % range) over the hearts that fit")]
    lines += grid.lines(style, width: style.width)
    let unsteady = forecasts.filter { $0.steady < $0.tried }
    for one in unsteady {
      lines.append(
        paragraph("  \(one.title): \(one.tried - one.steady) of \(one.tried) hearts came to no steady beat.", indent: 4))
    }
    return lines.joined(separator: "\n")
  }

  /// "63 (58–70)".
  private static func range(_ spread: Spread, _ finding: FindingID) -> String {
    finding.shown(spread.median)
      + " (\(finding.shown(spread.ninety.lowerBound))–\(finding.shown(spread.ninety.upperBound)))"
  }

  /// The likely years; nil where no course was followed.
  var courses: String? {
    guard let first = assessment.courses.first, first.hearts > 0 else { return nil }
    let rows: [FindingID] = [.LVEDV, .LVESV, .LVEF, .LAVI, .RVol]
    var lines = [heading("The years to come: median and range of \(first.hearts) hearts that fit, least to most leak")]
    var grid = TextGrid(
      columns: [TextColumn(holdsNames: true), TextColumn(right: true)] + rows.map { _ in TextColumn(right: true) }
        + [TextColumn(), TextColumn()])
    grid.gap = 2
    grid.rows.append(
      [TextCell("", .bold), TextCell("after", .bold)] + rows.map { TextCell($0.identifier, .bold) }
        + [TextCell("NYHA", .bold), TextCell("")])
    grid.rows.append(
      [TextCell(""), TextCell("")] + rows.map { TextCell($0.shownUnit, .faint) } + [TextCell(""), TextCell("")])
    for course in assessment.courses {
      for (place, moment) in Self.shownMoments(course).enumerated() {
        grid.rows.append(
          [TextCell(place == 0 ? course.title : ""), TextCell(CourseWords.time(moment.days))]
            + rows.map { finding in TextCell(moment.findings[finding].map { Self.span($0, finding) } ?? "–") }
            + [
              TextCell(Self.classes(moment)),
              TextCell(moment.beating < course.hearts ? "\(course.hearts - moment.beating) without a beat" : ""),
            ])
      }
    }
    lines += grid.lines(style, width: style.width)
    for course in assessment.courses {
      let told = course.events.filter { $0.kind != .fibrillationRisk }.map { Self.words($0, of: course.hearts) }
      if !told.isEmpty { lines.append(paragraph("  \(course.title): \(told.joined(separator: "; ")).", indent: 4)) }
    }
    return lines.joined(separator: "\n")
  }

  /// The beginning, a year, and the last examination.
  private static func shownMoments(_ course: CourseForecast) -> [CourseForecast.Moment] {
    let year = 365.25
    var shown: [CourseForecast.Moment] = []
    for day in [0, year, 3 * year, 5 * year] {
      guard let moment = course.moments.last(where: { $0.days <= day + 1 }), shown.last?.days != moment.days else {
        continue
      }
      shown.append(moment)
    }
    return shown
  }

  private static func span(_ spread: Spread, _ finding: FindingID) -> String {
    let (low, high) = (finding.shown(spread.ninety.lowerBound), finding.shown(spread.ninety.upperBound))
    return low == high ? low : finding.shown(spread.median) + " (\(low)–\(high))"
  }

  private static func classes(_ moment: CourseForecast.Moment) -> String {
    guard let least = moment.classes.first, let most = moment.classes.last else { return "–" }
    return least == most ? least.rawValue : "\(least.rawValue)–\(most.rawValue)"
  }

  private static func words(_ event: CourseForecast.Event, of hearts: Int) -> String {
    let times = (CourseWords.time(event.days.lowerBound), CourseWords.time(event.days.upperBound))
    let when =
      event.days.upperBound < 1 ? "from the beginning" : times.0 == times.1 ? "at \(times.0)" : "at \(times.0) to \(times.1)"
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
    }
  }
}
