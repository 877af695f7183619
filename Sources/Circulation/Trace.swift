/// One signal over one beat, sampled at equal steps from the beginning of the beat to its end, and what can be read off
/// it between the samples: extrema and crossings are interpolated, so that they converge as the beat does.
public struct Trace: Sendable {
  /// Values at 0, step, 2·step … cycle; the last belongs to the next beat.
  public let values: [Double]
  /// Distance of samples, s.
  public let step: Double
  /// What came just before the first value and just after the last, where the signal does not repeat itself; beyond, it
  /// stays as it was. Nil: it repeats itself.
  public let margins: (before: [Double], after: [Double])?

  public init(values: [Double], step: Double) {
    self.values = values
    self.step = step
    margins = nil
  }

  /// A signal that does not repeat itself.
  public init(values: [Double], step: Double, before: [Double], after: [Double]) {
    self.values = values
    self.step = step
    margins = (before, after)
  }

  /// Values made one by one, at the times and between the margins of this signal.
  public func with(values: [Double], _ change: (Double) -> Double) -> Trace {
    guard let margins else { return Trace(values: values, step: step) }
    return Trace(values: values, step: step, before: margins.before.map(change), after: margins.after.map(change))
  }

  /// Number of steps in the beat.
  public var steps: Int { values.count - 1 }
  public var duration: Double { Double(steps) * step }

  /// The sample `index` steps from the beginning, going round, or in the margins.
  public subscript(_ index: Int) -> Double {
    if index >= 0 && index < values.count { return values[index] }
    if let margins { return Self.outside(index, of: values, margins) }
    let wrapped = index % steps
    return values[wrapped < 0 ? wrapped + steps : wrapped]
  }

  private static func outside(
    _ index: Int, of values: [Double], _ margins: (before: [Double], after: [Double])
  ) -> Double {
    if index < 0 {
      let place = max(margins.before.count + index, 0)
      return place < margins.before.count ? margins.before[place] : values[0]
    }
    let place = min(index - values.count, margins.after.count - 1)
    return place >= 0 ? margins.after[place] : values[values.count - 1]
  }

  /// The value at a time, by the cubic through the four samples around it; not a number at a time that is none.
  public func value(at time: Double) -> Double {
    let position = time / step
    guard position.magnitude < 1e9 else { return .nan }
    let floor = Int(position) - (position < 0 ? 1 : 0)
    let f = position - Double(floor)
    let a = self[floor - 1]
    let b = self[floor]
    let c = self[floor + 1]
    let d = self[floor + 2]
    let left = -f * (f - 1) * (f - 2) / 6 * a + (f + 1) * (f - 1) * (f - 2) / 2 * b
    return left - (f + 1) * f * (f - 2) / 2 * c + (f + 1) * f * (f - 1) / 6 * d
  }

  /// Mean over the beat (the trapezoidal rule, exact to all orders for a smooth periodic signal).
  public var mean: Double {
    var sum = 0.5 * (values[0] + values[steps])
    for index in 1..<steps { sum += values[index] }
    return sum / Double(steps)
  }

  /// The rate of change per second, to fourth order.
  public var derivative: Trace {
    var rates = [Double](repeating: 0, count: values.count)
    for index in rates.indices {
      rates[index] = (8 * (self[index + 1] - self[index - 1]) - (self[index + 2] - self[index - 2])) / (12 * step)
    }
    return margins == nil ? Trace(values: rates, step: step) : Trace(values: rates, step: step, before: [], after: [])
  }

  /// A time and the value there.
  public struct Point: Sendable {
    public let time: Double
    public let value: Double
  }

  /// The largest value between two times (any times; the beat goes round), at the peak of the parabola through three
  /// samples.
  public func maximum(from start: Double = 0, to end: Double = .infinity) -> Point {
    extremum(from: start, to: end, sign: 1)
  }

  /// The smallest value between two times.
  public func minimum(from start: Double = 0, to end: Double = .infinity) -> Point {
    extremum(from: start, to: end, sign: -1)
  }

  private func extremum(from start: Double, to end: Double, sign: Double) -> Point {
    let end = min(end, start + duration)
    let first = Int((start / step).rounded(.up))
    let last = max(first, Int((end / step).rounded(.down)))
    var best = first
    for index in first...last where sign * self[index] > sign * self[best] { best = index }
    let point = vertex(near: best)
    let edges = [Point(time: start, value: value(at: start)), Point(time: end, value: value(at: end))]
    if point.time >= start && point.time <= end { return point }
    return sign * edges[0].value > sign * edges[1].value ? edges[0] : edges[1]
  }

  private func vertex(near index: Int) -> Point {
    let a = self[index - 1]
    let b = self[index]
    let c = self[index + 1]
    let bend = a - 2 * b + c
    let slope = 0.5 * (c - a)
    guard bend != 0 else { return Point(time: Double(index) * step, value: b) }
    let offset = min(max(-slope / bend, -1), 1)
    return Point(time: (Double(index) + offset) * step, value: b + 0.5 * slope * offset)
  }

  /// The first time in a span at which the signal rises (or falls) through a level; nil when it does not.
  public func crossing(of level: Double, rising: Bool, from start: Double, to end: Double) -> Double? {
    let first = Int((start / step).rounded(.down))
    let last = Int((end / step).rounded(.up))
    for index in first..<max(first, last) {
      let a = rising ? self[index] - level : level - self[index]
      let b = rising ? self[index + 1] - level : level - self[index + 1]
      guard a < 0, b >= 0 else { continue }
      let time = (Double(index) + refined(level: level, index: index)) * step
      if time >= start && time <= end { return time }
    }
    return nil
  }

  /// Where between two samples the cubic through their neighbourhood passes a level, 0…1.
  private func refined(level: Double, index: Int) -> Double {
    var low = 0.0
    var high = 1.0
    let rises = self[index + 1] > self[index]
    for _ in 0..<40 {
      let middle = 0.5 * (low + high)
      if (value(at: (Double(index) + middle) * step) < level) == rises { low = middle } else { high = middle }
    }
    return 0.5 * (low + high)
  }

  /// The integral over a span, s·unit (trapezoids, the ends interpolated).
  public func integral(from start: Double, to end: Double) -> Double {
    guard end > start else { return 0 }
    let first = Int((start / step).rounded(.up))
    let last = Int((end / step).rounded(.down))
    guard last >= first else { return 0.5 * (value(at: start) + value(at: end)) * (end - start) }
    var sum = 0.5 * (value(at: start) + self[first]) * (Double(first) * step - start)
    for index in first..<max(first, last) { sum += 0.5 * (self[index] + self[index + 1]) * step }
    return sum + 0.5 * (self[last] + value(at: end)) * (end - Double(last) * step)
  }

  /// Every value changed.
  public func map(_ change: (Double) -> Double) -> Trace { with(values: values.map(change), change) }
}
