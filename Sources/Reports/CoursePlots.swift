// The plots of a course. Its first days are as eventful as its first years, so a long course has a scale of time that
// is even at first and logarithmic later, ln(1 + t/10 d); a short one is even throughout.

import Drawing
import Findings
import Lanes
import Twin

extension Plot {
  /// Volumes, ejection fraction and left atrial pressure over the course; treatments are upright lines, and so is an end before
  /// the last day.
  public static func course(_ timeline: CourseTimeline) -> [Plot] {
    let moments = timeline.moments
    guard let last = moments.last?.days else { return [] }
    let scale = CourseScale(days: last)
    func series(_ finding: FindingID, _ name: String, _ ink: PlotInk) -> PlotSeries {
      PlotSeries(
        name, ink,
        moments.compactMap { moment in
          moment.findings[finding].map { PlotPoint(scale.position(moment.days), $0) }
        })
    }
    func plot(_ title: String, _ y: PlotAxis, _ curves: [PlotSeries]) -> Plot {
      var plot = Plot(title: title, x: scale.axis, y: y, series: curves)
      plot.description = description(curves, unit: y.unit)
      plot.x.uprights = moments.filter { $0.side == .after }.map { moment in
        let names = moment.events.compactMap(\.treatment).joined(separator: ", ")
        return PlotMark(scale.position(moment.days), names)
      }
      if timeline.end != nil { plot.x.uprights.append(PlotMark(scale.position(last), "the circulation fails")) }
      return plot
    }
    return [
      plot(
        "Left ventricle", PlotAxis("Volume", unit: "mL", including: [0]),
        [series(.LVEDV, "EDV", .ventricle), series(.LVESV, "ESV", .treated)]),
      plot(
        "Ejection and regurgitant fraction", PlotAxis("Fraction", unit: "%", including: [0, 100]),
        [series(.LVEF, "EF", .ventricle), series(.RF, "RF", .treated)]),
      plot(
        "Pressure in the left atrium", PlotAxis("Mean pressure", unit: "mmHg", including: [0, 20]),
        [series(.LAPmean, "LAP", .atrium)]),
    ]
  }

  private static func description(_ curves: [PlotSeries], unit: String) -> String {
    curves.compactMap { curve in
      guard let first = curve.points.first, let last = curve.points.last else { return nil }
      return
        "\(curve.name) begins at \(NumberText.fixed(first.y, digits: 0)) and ends at "
        + "\(NumberText.fixed(last.y, digits: 0)) \(unit)."
    }.joined(separator: " ")
  }
}

/// Where a day lies on the axis of time.
struct CourseScale {
  let days: Double

  /// Courses shorter than this have an even scale.
  private static let even = 60.0
  /// Where the scale turns from even to logarithmic.
  private static let knee = 10.0

  private static let marks: [(Double, String)] = [
    (0, "0"), (1, "1 d"), (5, "5 d"), (30.4375, "1 mo"), (91.3125, "3 mo"), (182.625, "6 mo"), (365.25, "1 y"),
    (730.5, "2 y"), (1826.25, "5 y"), (3652.5, "10 y"), (7305, "20 y"), (14610, "40 y"), (29220, "80 y"),
  ]

  private var isEven: Bool { days < Self.even }

  func position(_ day: Double) -> Double {
    isEven ? day : Double.naturalLogarithm(1 + day / Self.knee)
  }

  var axis: PlotAxis {
    if isEven { return PlotAxis("Time", unit: "d", including: [0]) }
    var axis = PlotAxis("Time (even at first, then logarithmic)", unit: "", including: [0, position(days)])
    axis.marks = Self.marks.filter { $0.0 <= days }.map { PlotMark(position($0.0), $0.1) }
    return axis
  }
}
