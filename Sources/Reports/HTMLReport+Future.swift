// Treatments and years on the page, with ranges over the hearts that the measurements leave possible.

import Assessment
import Drawing
import Findings
import Guidelines
import Pictures
import Twin

extension HTMLReport {
  /// Treatments with medians and 90 % ranges beside what the guideline says; empty where nothing was sampled.
  static func ranges(_ report: AssessmentReport, _ assessment: CaseAssessment) -> String {
    let forecasts = assessment.forecasts
    guard let first = forecasts.first, first.tried > 0 else { return "" }
    let rows = AssessmentText.judgedBy.filter { finding in forecasts.contains { $0.findings[finding] != nil } }
    var table = HTMLTable(
      identifier: "ranges",
      caption:
        "Median (90 % range) over \(first.tried) hearts that fit, each beside itself untreated, and what the guideline says.",
      heads: [("Treatment", "")]
        + rows.map { (name($0) + ($0.shownUnit.isEmpty ? "" : ", " + $0.shownUnit), "r ownline") } + [
          ("Guideline", "ownline")
        ])
    for forecast in forecasts {
      let line = report.treatments.first { $0.identifier == forecast.identifier }
      let advice =
        line.map { $0.isUntreated ? "–" : TreatmentAdvice.words($0, report.judgement) } ?? "–"
      table.add(
        [.header(title(forecast))]
          + rows.map { HTMLCell(forecast.findings[$0].map(AssessmentText.span) ?? "–", "r ownline") }
          + [HTMLCell(advice, "ownline")])
    }
    let charts = rows.map { finding -> String in
      let bars = forecasts.compactMap { forecast in
        forecast.findings[finding].map { spread in
          RangeRows.Row(
            title(forecast), median: spread.median, range: spread.ninety, told: AssessmentText.span(spread))
        }
      }
      let unit = finding.shownUnit
      let head = finding.shortName + (unit.isEmpty ? "" : " (\(unit))")
      return figure(RangeRows.canvas(bars, title: head, unit: unit), "range-\(finding.identifier)", title: head)
    }
    let unsteady = forecasts.filter { $0.steady < $0.tried }.map {
      "\($0.title): \($0.tried - $0.steady) of \($0.tried) hearts came to no steady beat."
    }
    return table.markup + list(unsteady) + "<div class=\"plots\">\n" + charts.joined() + "</div>\n"
      + paragraph("Dots are medians, bars 90 % ranges; the dashed line is the median of doing nothing.", "soft")
  }

  private static func title(_ forecast: TreatmentForecast) -> String {
    forecast.identifier == "untreated" ? "Do nothing" : forecast.title
  }

  private static func name(_ finding: FindingID) -> String {
    finding == .MVmeanGradient ? "gradient" : finding.identifier
  }

  private static let followed: [FindingID] = [.LVEDV, .LVESV, .LVEF, .LAVI, .RVol]

  /// The likely years, untreated and treated; empty where none were followed.
  static func years(_ assessment: CaseAssessment) -> String {
    let courses = assessment.courses
    guard let first = courses.first, first.hearts > 0 else { return "" }
    let charts = followed.prefix(4).map { finding -> String in
      let fans = courses.enumerated().map { place, course in
        FanPicture.Fan(
          course.title, place == 0 ? .ventricle : .treated,
          course.moments.compactMap { moment in
            moment.findings[finding].map { (moment.days / 365.25, $0.median, $0.range) }
          })
      }
      let label = finding.identifier + (finding.shownUnit.isEmpty ? "" : " (\(finding.shownUnit))")
      return figure(
        FanPicture.canvas(fans, title: finding.spec.name, label: label), "years-\(finding.identifier)",
        title: finding.shortName)
    }
    var table = HTMLTable(
      identifier: "course",
      caption: AssessmentText.whatTheRangeIs(first).capitalisedFirst + ".",
      heads: [("After", "")]
        + followed.map { ($0.identifier + ($0.shownUnit.isEmpty ? "" : ", " + $0.shownUnit), "r ownline") }
        + [("NYHA", "r ownline")])
    var told: [String] = []
    for course in courses {
      table.addShelf(course.title)
      for moment in AssessmentText.shownMoments(course) {
        let lost = course.hearts - moment.beating
        table.add(
          [
            .header(
              (moment.days < 1 ? "now" : CourseWords.time(moment.days)) + (lost > 0 ? ", \(lost) without a beat" : ""))
          ]
            + followed.map { HTMLCell(moment.findings[$0].map(AssessmentText.span) ?? "–", "r ownline") }
            + [HTMLCell(AssessmentText.classes(moment), "r ownline")])
      }
      let events = AssessmentText.told(course, assessment.severity)
      if !events.isEmpty {
        told.append(
          "\(course.title): "
            + events.map { AssessmentText.words($0, of: course.hearts) }.joined(separator: "; ") + ".")
      }
    }
    return section(
      "years", "The years to come",
      table.markup + list(told) + "<div class=\"plots\">\n" + charts.joined() + "</div>\n"
        + paragraph(
          "Lines are medians, shaded bands the range of the hearts followed. The model’s years, not a forecast for one person. "
            + AssessmentText.whoseClasses, "soft"))
  }
}
