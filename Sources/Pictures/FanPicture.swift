// A number over years, for some ways of going on: the median as a curve, the range over the hearts as a band around it.

import Drawing

/// Draws ranges over time.
public enum FanPicture {
  /// One way of going on.
  public struct Fan: Sendable {
    public let name: String
    public let ink: PlotInk
    /// Years, the median and both ends of the range.
    public let points: [(years: Double, median: Double, range: ClosedRange<Double>)]

    public init(_ name: String, _ ink: PlotInk, _ points: [(years: Double, median: Double, range: ClosedRange<Double>)])
    {
      self.name = name
      self.ink = ink
      self.points = points
    }
  }

  /// - Parameter label: name and unit of the number.
  public static func canvas(_ fans: [Fan], title: String, label: String) -> Canvas {
    let told = fans.compactMap { fan -> String? in
      guard let first = fan.points.first, let last = fan.points.last else { return nil }
      func n(_ value: Double) -> String { NumberText.shown(value, digits: 0) }
      return
        "\(fan.name): \(n(first.median)) at the beginning, after \(NumberText.fixed(last.years, digits: 1)) years "
        + "\(n(last.median)) (\(n(last.range.lowerBound)) to \(n(last.range.upperBound)))."
    }
    let top = 30 + 18 * Double(fans.count)
    var canvas = Canvas(
      title: title, description: "\(label). " + told.joined(separator: " "), width: 360, height: top + 210)
    let all = fans.flatMap(\.points)
    let values = all.flatMap { [$0.range.lowerBound, $0.range.upperBound, $0.median] }
    guard let low = values.min(), let high = values.max(), let end = all.map(\.years).max(), end > 0 else {
      return canvas
    }
    let room = max(high - low, 1)
    let reach = Ticks((low - 0.08 * room)...(high + 0.08 * room), most: 6, outward: true).range
    let frame = Frame(x: 0...end, y: reach, left: 44, top: top, right: 348, bottom: top + 168)
    for (place, fan) in fans.enumerated() {
      canvas.legend([(fan.name, fan.ink)], x: 4, y: 14 + 18 * Double(place))
    }
    canvas.axes(frame, xLabel: "years", yLabel: label)
    for fan in fans {
      let upper = fan.points.map { frame.point($0.years, $0.range.upperBound) }
      let lower = fan.points.map { frame.point($0.years, $0.range.lowerBound) }
      canvas.fill(upper + lower.reversed(), .ink(fan.ink), opacity: 0.18)
    }
    for fan in fans { canvas.curve(fan.points.map { frame.point($0.years, $0.median) }, fan.ink, width: 2.5) }
    return canvas
  }
}
