// Where numbers lie on a canvas: a rectangle with a horizontal and a vertical scale, and its axes.

/// A pair of scales over a rectangle of a canvas.
public struct Frame: Sendable {
  public let x: ClosedRange<Double>
  public let y: ClosedRange<Double>
  /// Edges, in the canvas' units.
  public let left: Double
  public let top: Double
  public let right: Double
  public let bottom: Double

  /// The lower end of `y` is at the bottom.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, left: Double, top: Double, right: Double, bottom: Double
  ) {
    self.x = x
    self.y = y
    self.left = left
    self.top = top
    self.right = right
    self.bottom = bottom
  }

  public func px(_ value: Double) -> Double {
    left + (value - x.lowerBound) / (x.upperBound - x.lowerBound) * (right - left)
  }

  public func py(_ value: Double) -> Double {
    bottom - (value - y.lowerBound) / (y.upperBound - y.lowerBound) * (bottom - top)
  }

  public func point(_ x: Double, _ y: Double) -> PlotPoint { PlotPoint(px(x), py(y)) }

  /// Points whose vertical numbers are held within the scale, so that no curve leaves the frame.
  public func points(_ points: [PlotPoint]) -> [PlotPoint] {
    points.map { point($0.x, min(max($0.y, y.lowerBound), y.upperBound)) }
  }
}

extension Canvas {
  /// Draws the axes of a frame: a grid with numbers, and what they are.
  ///
  /// - Parameters:
  ///   - xLabel: name and unit below the frame; empty: no numbers there either (a frame above another one).
  ///   - yLabel: name and unit, above the frame's left edge.
  ///   - grid: whether lines run through the frame.
  public mutating func axes(_ frame: Frame, xLabel: String, yLabel: String, grid: Bool = true) {
    let across = Ticks(frame.x, most: max(Int((frame.right - frame.left) / 60), 3), outward: false)
    let up = Ticks(frame.y, most: max(Int((frame.bottom - frame.top) / 28), 3), outward: false)
    for value in across.values {
      let column = frame.px(value)
      stroke([PlotPoint(column, grid ? frame.top : frame.bottom - 4), PlotPoint(column, frame.bottom)], .grid)
      if !xLabel.isEmpty {
        text(across.label(value), at: PlotPoint(column, frame.bottom + 15), anchor: .middle)
      }
    }
    for value in up.values {
      let row = frame.py(value)
      stroke([PlotPoint(frame.left, row), PlotPoint(grid ? frame.right : frame.left + 4, row)], .grid)
      text(up.label(value), at: PlotPoint(frame.left - 6, row + 4), anchor: .end)
    }
    stroke(
      [
        PlotPoint(frame.left, frame.top), PlotPoint(frame.left, frame.bottom), PlotPoint(frame.right, frame.bottom),
      ], .faint)
    if !xLabel.isEmpty {
      text(xLabel, at: PlotPoint((frame.left + frame.right) / 2, frame.bottom + 31), anchor: .middle)
    }
    text(yLabel, at: PlotPoint(4, frame.top - 7))
  }

  /// A line across a frame at a moment, with its name at the upper end.
  public mutating func upright(_ frame: Frame, at value: Double, _ name: String, tone: Tone = .faint) {
    guard frame.x.contains(value) else { return }
    let column = frame.px(value)
    stroke([PlotPoint(column, frame.top), PlotPoint(column, frame.bottom)], tone, width: 1, dashes: [2, 3])
    if !name.isEmpty { text(name, at: PlotPoint(column, frame.top - 3), anchor: .middle, size: 11, tone: tone) }
  }

  /// Pieces of curves with their names in a row, beginning at a place.
  public mutating func legend(_ entries: [(name: String, ink: PlotInk)], x: Double, y: Double) {
    var at = x
    for entry in entries {
      curve([PlotPoint(at, y - 4), PlotPoint(at + 24, y - 4)], entry.ink)
      text(entry.name, at: PlotPoint(at + 29, y))
      at += 29 + 6.8 * Double(entry.name.count) + 16
    }
  }
}
