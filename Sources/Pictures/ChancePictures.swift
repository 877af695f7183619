// Charts of an assessment: how likely each of some outcomes is, how far measurements lie from what was fitted, what
// treatments leave with their ranges, and years with theirs. Numbers stand beside every bar and dot.

import Drawing
import Lanes

/// A bar for each of some outcomes that exclude each other.
public enum ChanceBars {
  public struct Bar: Sendable {
    public let name: String
    /// 0…1.
    public let share: Double
    /// As it is told: "62 %".
    public let told: String

    public init(_ name: String, _ share: Double, told: String) {
      self.name = name
      self.share = share
      self.told = told
    }
  }

  /// - Parameter first: a column of names so wide.
  public static func canvas(_ bars: [Bar], title: String, names: Double = 92) -> Canvas {
    let row = 30.0
    let most = bars.map(\.share).max() ?? 0
    let told = bars.map { "\($0.name) \($0.told)" }.joined(separator: ", ")
    var canvas = Canvas(title: title, description: told + ".", width: 360, height: row * Double(bars.count) + 8)
    let room = 360 - names - 62
    for (place, bar) in bars.enumerated() {
      let middle = row * (Double(place) + 0.5) + 4
      let isMost = bar.share == most
      canvas.text(bar.name, at: PlotPoint(names - 8, middle + 5), anchor: .end, size: 14, bold: isMost)
      canvas.rectangle(x: names, y: middle - 9, width: room, height: 18, .grid, opacity: 0.6, rounding: 2)
      canvas.rectangle(
        x: names, y: middle - 9, width: max(room * min(max(bar.share, 0), 1), bar.share > 0 ? 1.5 : 0), height: 18,
        .ink(.ventricle), rounding: 2)
      canvas.text(bar.told, at: PlotPoint(names + room + 8, middle + 5), size: 14, bold: isMost)
    }
    return canvas
  }
}

/// Measurements on a line of their own standard errors.
public enum ErrorDots {
  public struct Dot: Sendable {
    public let name: String
    /// Measured minus fitted, in the measurement's standard errors.
    public let zScore: Double

    public init(_ name: String, _ zScore: Double) {
      self.name = name
      self.zScore = zScore
    }
  }

  /// Beyond this many errors a dot stands at the edge, as an arrow.
  private static let edge = 4.0

  public static func canvas(_ dots: [Dot], title: String) -> Canvas {
    let row = 24.0
    let far = dots.filter { $0.zScore.magnitude >= 2 }
    func told(_ dot: Dot) -> String { "\(dot.name) \(NumberText.signed(dot.zScore, digits: 1))" }
    var text = "\(dots.count) measurements, each by how many of its own standard errors it lies from the fitted heart. "
    text +=
      far.isEmpty
      ? "None lies two or more away." : "Two or more away: " + far.map(told).joined(separator: ", ") + "."
    let names = min(max((dots.map { ScreenText.span($0.name, size: 13) }.max() ?? 60) + 12, 60), 150)
    let bottom = 26 + row * Double(dots.count)
    var canvas = Canvas(title: title, description: text, width: 360, height: bottom + 42)
    let frame = Frame(x: -edge...edge, y: 0...1, left: names, top: 22, right: 314, bottom: bottom)
    canvas.rectangle(
      x: frame.px(-2), y: frame.top, width: frame.px(2) - frame.px(-2), height: frame.bottom - frame.top, .grid)
    for tick in stride(from: -4.0, through: 4, by: 2) {
      canvas.stroke([frame.point(tick, 0), frame.point(tick, 1)], tick == 0 ? .text : .grid, width: 1)
      canvas.text(NumberText.signed(tick, digits: 0), at: PlotPoint(frame.px(tick), bottom + 16), anchor: .middle)
    }
    canvas.text("standard errors", at: PlotPoint(frame.px(0), bottom + 34), anchor: .middle)
    canvas.text("measured lower", at: PlotPoint(frame.px(-0.3), 14), anchor: .end)
    canvas.text("higher", at: PlotPoint(frame.px(0.3), 14))
    for (place, dot) in dots.enumerated() {
      let middle = 24 + row * (Double(place) + 0.5)
      let isFar = dot.zScore.magnitude >= 2
      canvas.text(dot.name, at: PlotPoint(names - 10, middle + 4), anchor: .end, size: 13, bold: isFar)
      let x = frame.px(min(max(dot.zScore, -edge), edge))
      canvas.stroke(
        [PlotPoint(frame.px(0), middle), PlotPoint(x, middle)], .ink(isFar ? .aorta : .ventricle), width: 1.5)
      if isFar {
        let points = [(0.0, -7.0), (7, 0), (0, 7), (-7, 0)].map { PlotPoint(x + $0.0, middle + $0.1) }
        canvas.fill(points, .ink(.aorta))
      } else {
        canvas.ellipse(at: PlotPoint(x, middle), radii: (5, 5), .ink(.ventricle))
      }
      canvas.text(
        NumberText.signed(dot.zScore, digits: 1), at: PlotPoint(356, middle + 4), anchor: .end, size: 13, bold: isFar)
    }
    return canvas
  }
}

/// A number under each of some treatments: the median as a dot, the range as a line.
public enum RangeRows {
  public struct Row: Sendable {
    public let name: String
    public let median: Double
    public let range: ClosedRange<Double>
    /// As it is told: "63 (58–70)".
    public let told: String

    public init(_ name: String, median: Double, range: ClosedRange<Double>, told: String) {
      self.name = name
      self.median = median
      self.range = range
      self.told = told
    }
  }

  /// The first row is that of doing nothing: its median is dashed in every row.
  public static func canvas(_ rows: [Row], title: String, unit: String) -> Canvas {
    let row = 42.0
    let bottom = 10 + row * Double(rows.count)
    let told = rows.map { "\($0.name) \($0.told)" }.joined(separator: "; ")
    var canvas = Canvas(
      title: title, description: "Median and 90 % range, \(unit): \(told).", width: 360, height: bottom + 26)
    let values = rows.flatMap { [$0.range.lowerBound, $0.range.upperBound, $0.median] }
    let low = min(values.min() ?? 0, 0)
    let high = max(values.max() ?? 1, low + 1e-6)
    let frame = Frame(x: low...(high + 0.04 * (high - low)), y: 0...1, left: 10, top: 6, right: 350, bottom: bottom)
    let ticks = Ticks(frame.x, most: 5, outward: false)
    for value in ticks.values {
      canvas.stroke([frame.point(value, 0), frame.point(value, 1)], .grid)
      canvas.text(ticks.label(value), at: PlotPoint(frame.px(value), bottom + 16), anchor: .middle)
    }
    if let first = rows.first {
      for place in rows.indices {
        let line = 36 + row * Double(place)
        let x = frame.px(first.median)
        canvas.stroke([PlotPoint(x, line - 9), PlotPoint(x, line + 13)], .ink(.ghost), width: 1.2, dashes: [4, 3])
      }
    }
    for (place, one) in rows.enumerated() {
      let base = 10 + row * Double(place)
      canvas.text(one.name, at: PlotPoint(10, base + 13), size: 13)
      canvas.text(one.told, at: PlotPoint(350, base + 13), anchor: .end, size: 13, bold: true)
      let line = base + 26
      let ink = place == 0 ? PlotInk.ghost : .ventricle
      canvas.stroke(
        [PlotPoint(frame.px(one.range.lowerBound), line), PlotPoint(frame.px(one.range.upperBound), line)], .ink(ink),
        width: 4)
      canvas.ellipse(at: PlotPoint(frame.px(one.median), line), radii: (6, 6), .ink(ink))
    }
    return canvas
  }
}
