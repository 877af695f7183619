// The straight line nearest to values at equal steps, by least squares.

/// A straight line through what was read.
struct StraightLine {
  /// Per s.
  let slope: Double
  /// At the span's beginning.
  let start: Double

  /// - Parameters:
  ///   - span: how long what is read lasts, s, above 0.
  ///   - steps: how many steps it is read in, at least 1.
  ///   - value: at a time from the span's beginning, s; nil where nothing can be read, and then there is no line.
  init?(over span: Double, steps: Int, _ value: (Double) -> Double?) {
    var (times, values, products, squares) = (0.0, 0.0, 0.0, 0.0)
    for k in 0...steps {
      let time = span * Double(k) / Double(steps)
      guard let value = value(time) else { return nil }
      times += time
      values += value
      products += time * value
      squares += time * time
    }
    let n = Double(steps + 1)
    slope = (n * products - times * values) / (n * squares - times * times)
    start = (values - slope * times) / n
  }
}
