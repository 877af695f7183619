// What a plot is, before anybody draws it: curves, axes, ticks. Drawn in Braille dots on a terminal and as SVG in a
// page.

/// A point of a curve, in the units of the axes.
public struct PlotPoint: Sendable, Equatable {
  public var x: Double
  public var y: Double

  public init(_ x: Double, _ y: Double) {
    self.x = x
    self.y = y
  }
}

/// The ink of a curve: one for each thing that is drawn, so that it looks the same in every plot.
///
/// Colours are those of Okabe and Ito, which the colour-blind can tell apart; each has a shade for light and for dark
/// grounds, and a pattern of dashes, since ink may be missing altogether.
public enum PlotInk: Int, CaseIterable, Sendable {
  case ventricle, aorta, atrium, flow, treated, ghost, pulmonary, signal, mark

  /// On a light ground; contrast to white at least 3 to 1.
  package var light: String {
    switch self {
    case .ventricle: "#0072B2"
    case .aorta: "#C24E00"
    case .atrium: "#007F5F"
    case .flow: "#0072B2"
    case .treated: "#C24E00"
    case .ghost: "#767676"
    case .pulmonary: "#A8437F"
    case .signal: "#2B2B30"
    case .mark: "#8A6A00"
    }
  }

  /// On a dark ground.
  package var dark: String {
    switch self {
    case .ventricle: "#56B4E9"
    case .aorta: "#E69F00"
    case .atrium: "#2DBE8D"
    case .flow: "#56B4E9"
    case .treated: "#E69F00"
    case .ghost: "#9A9A9A"
    case .pulmonary: "#E08DBC"
    case .signal: "#E8E8EC"
    case .mark: "#F0E442"
    }
  }

  /// Lengths of dash and gap in SVG units; empty: a full line.
  package var dashes: [Double] {
    switch self {
    case .ventricle, .flow, .signal: []
    case .aorta: [7, 3]
    case .treated: [6, 3]
    case .atrium: [2.5, 2.5]
    case .ghost: [4, 3]
    case .pulmonary: [9, 2, 2, 2]
    case .mark: [3, 3]
    }
  }
}

/// A curve with its name.
public struct PlotSeries: Sendable, Equatable {
  public var name: String
  public var ink: PlotInk
  public var points: [PlotPoint]

  public init(_ name: String, _ ink: PlotInk, _ points: [PlotPoint]) {
    self.name = name
    self.ink = ink
    self.points = points.filter { $0.x.isFinite && $0.y.isFinite }
  }
}

/// An axis: what it shows, in which unit, and which values are on it at least.
public struct PlotAxis: Sendable, Equatable {
  public var name: String
  public var unit: String
  /// Values that the axis must reach, besides those of the curves.
  public var including: [Double]
  /// Ticks with names of their own, rising, where the axis is not one of even numbers; empty: round numbers.
  public var marks: [PlotMark] = []
  /// Lines across the plot, with what they mean.
  public var uprights: [PlotMark] = []

  public init(_ name: String, unit: String, including: [Double] = []) {
    self.name = name
    self.unit = unit
    self.including = including
  }

  /// The name with the unit in brackets.
  public var label: String { unit.isEmpty ? name : "\(name) (\(unit))" }
}

/// A place on an axis, and its name.
public struct PlotMark: Sendable, Equatable {
  public var value: Double
  public var name: String

  public init(_ value: Double, _ name: String) {
    self.value = value
    self.name = name
  }
}

/// Curves over a pair of axes.
public struct Plot: Sendable, Equatable {
  public var title: String
  /// What is to be seen, in a sentence or two, for those who cannot see it.
  public var description: String
  public var x: PlotAxis
  public var y: PlotAxis
  public var series: [PlotSeries]

  public init(title: String, description: String = "", x: PlotAxis, y: PlotAxis, series: [PlotSeries]) {
    self.title = title
    self.description = description
    self.x = x
    self.y = y
    self.series = series
  }

  /// Everything on the horizontal axis.
  package var xRange: ClosedRange<Double> { Self.range(series.flatMap { $0.points.map(\.x) } + x.including) }
  /// Everything on the vertical axis.
  package var yRange: ClosedRange<Double> { Self.range(series.flatMap { $0.points.map(\.y) } + y.including) }

  private static func range(_ values: [Double]) -> ClosedRange<Double> {
    guard let low = values.min(), let high = values.max() else { return 0...1 }
    return high > low ? low...high : (low - 0.5)...(high + 0.5)
  }
}

/// Ticks at round numbers: 1, 2 or 5 times a power of ten apart.
public struct Ticks: Sendable, Equatable {
  public let values: [Double]
  /// Digits after the point that tell them apart.
  public let digits: Int
  /// The range from the first to the last tick, which holds everything that was asked for where `outward` was.
  public let range: ClosedRange<Double>
  /// The names of the values where they are not their numbers.
  private var names: [String] = []

  /// Named ticks over a range.
  ///
  /// - Parameter spacing: how far apart two must be, as a share of the range; of two that are nearer the later is left
  ///   out.
  package init(_ marks: [PlotMark], _ range: ClosedRange<Double>, spacing: Double) {
    let least = spacing * (range.upperBound - range.lowerBound)
    var kept: [PlotMark] = []
    for mark in marks where kept.last.map({ mark.value - $0.value >= least }) ?? true { kept.append(mark) }
    values = kept.map(\.value)
    names = kept.map(\.name)
    digits = 0
    self.range = range
  }

  /// The ticks of an axis.
  package init(_ axis: PlotAxis, _ range: ClosedRange<Double>, most: Int, outward: Bool) {
    if axis.marks.isEmpty {
      self.init(range, most: most, outward: outward)
    } else {
      self.init(axis.marks, range, spacing: 0.7 / Double(max(most, 1)))
    }
  }

  /// - Parameters:
  ///   - range: what is to be shown.
  ///   - most: how many ticks there may be.
  ///   - outward: whether the axis is lengthened to the next ticks outside the range; else it keeps the range.
  public init(_ range: ClosedRange<Double>, most: Int, outward: Bool) {
    let span = range.upperBound - range.lowerBound
    guard span.isFinite else {
      (values, digits, self.range) = ([], 0, range)
      return
    }
    let most = max(most, 2)
    var exponent = NumberText.decimalExponent(max(span, 1e-12)) - 2
    var step = 0.0
    search: while true {
      for factor in [1.0, 2, 5] {
        step = factor * NumberText.tenTo(exponent)
        let low =
          outward ? (range.lowerBound / step + 1e-9).rounded(.down) : (range.lowerBound / step - 1e-9).rounded(.up)
        let high =
          outward ? (range.upperBound / step - 1e-9).rounded(.up) : (range.upperBound / step + 1e-9).rounded(.down)
        guard high - low <= Double(most - 1) else { continue }
        values = stride(from: low, through: high, by: 1).map { $0 * step }
        break search
      }
      exponent += 1
    }
    digits = max(0, -exponent)
    if outward, let first = values.first, let last = values.last, first < last {
      self.range = first...last
    } else {
      self.range = range
    }
  }

  /// The tick's number.
  public func label(_ value: Double) -> String {
    if !names.isEmpty, let place = values.firstIndex(of: value) { return names[place] }
    return NumberText.shown(value, digits: digits)
  }
}
