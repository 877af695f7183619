// A cheap stand-in for the heart near the measurements: every residual as a polynomial of the free parameters, learned
// from hearts that were beaten.
//
//   z(θ) ≈ a + Σ bᵢ·xᵢ + Σ cᵢⱼ·xᵢ·xⱼ + Σ dᵢ·xᵢ³ + e·u + Σ fᵢ·xᵢ·u + g·u²,   x = L⁻¹·(θ − μ),   L·Lᵀ = Σ
//
// with μ and Σ those of a mode, so that x is a handful of units wide, and u = exp(θ₁ − μ₁) − 1: what is read of a leak grows
// with its area and not with the area's logarithm, the first parameter. A thousand times cheaper than a beat, it proposes;
// the beat decides (`SurrogateTransition`), so that its errors cost proposals and not truth.

import Lanes

struct Surrogate: Sendable {
  private let center: [Double]
  /// L⁻¹, lower triangle.
  private let whitening: [[Double]]
  /// By feature, then by residual: the features' sum runs over words of residuals.
  private let coefficients: [Double]
  private let count: Int
  /// Beyond this distance in x the polynomial is not believed.
  private let reach: Double
  private let density: @Sendable (_ misses: [Double], _ theta: [Double]) -> Double
  /// Root mean square of what it misses of the residuals it was learned from, the worst residual's.
  let worstMiss: Double

  /// Nil where there are too few hearts to learn from.
  ///
  /// - Parameters:
  ///   - distribution: of a mode.
  ///   - hearts: places and their residuals, without those of the priors.
  ///   - density: logarithm of the density from residuals and θ.
  init?(
    _ distribution: TDistribution, learning hearts: [(theta: [Double], misses: [Double])],
    density: @escaping @Sendable (_ misses: [Double], _ theta: [Double]) -> Double
  ) {
    let lower = distribution.lower
    let center = distribution.center
    let whitening = Self.inverse(ofLower: lower)
    let places = hearts.map { Self.whitened($0.theta, center, whitening) }
    let rows = zip(places, hearts).map { Self.features($0, Self.growth($1.theta, center)) }
    guard let width = rows.first?.count, rows.count > 2 * width, let count = hearts.first?.misses.count else {
      return nil
    }
    let distances = places.map { $0.reduce(0) { $0 + $1 * $1 } }.sorted()
    self.center = center
    self.whitening = whitening
    self.density = density
    reach = 1.5 * distances[distances.count * 19 / 20]
    // A little ridge keeps directions apart that the hearts did not try.
    var matrix = NormalEquations.product(rows, count: width)
    for i in 0..<width { matrix[i][i] += 1e-3 }
    guard let factor = NormalEquations.factor(matrix) else { return nil }
    let coefficients = (0..<count).map { target in
      NormalEquations.solve(
        factor: factor, NormalEquations.transposed(rows, hearts.map { $0.misses[target] }, count: width))
    }
    var squares = [Double](repeating: 0, count: count)
    for (row, heart) in zip(rows, hearts) {
      for (target, weights) in coefficients.enumerated() {
        let miss = zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 } - heart.misses[target]
        squares[target] += miss * miss
      }
    }
    self.count = count
    self.coefficients = (0..<width).flatMap { feature in coefficients.map { $0[feature] } }
    worstMiss = ((squares.max() ?? 0) / Double(hearts.count)).squareRoot()
  }

  /// Logarithm of the density that the stand-in gives; minus infinity where it is not believed.
  func logDensity(_ theta: [Double]) -> Double {
    let x = Self.whitened(theta, center, whitening)
    guard x.reduce(0, { $0 + $1 * $1 }) < reach else { return -.infinity }
    var misses = [Double](repeating: 0, count: count)
    misses.withUnsafeMutableBufferPointer { sums in
      coefficients.withUnsafeBufferPointer { weights in
        var place = 0
        Self.forEachFeature(x, Self.growth(theta, center)) { feature in
          for target in 0..<count { sums[target] += feature * weights[place + target] }
          place += count
        }
      }
    }
    return density(misses, theta)
  }

  private static func whitened(_ theta: [Double], _ center: [Double], _ whitening: [[Double]]) -> [Double] {
    whitening.indices.map { i in
      var sum = 0.0
      for j in 0...i { sum += whitening[i][j] * (theta[j] - center[j]) }
      return sum
    }
  }

  private static func features(_ x: [Double], _ growth: Double) -> [Double] {
    var row: [Double] = []
    forEachFeature(x, growth) { row.append($0) }
    return row
  }

  /// u: the first parameter's factor over the centre's, less 1; bounded, so that it cannot run away.
  private static func growth(_ theta: [Double], _ center: [Double]) -> Double {
    guard let first = theta.first else { return 0 }
    return Double.exponential(min(max(first - center[0], -6), 3)) - 1
  }

  @inline(__always)
  private static func forEachFeature(_ x: [Double], _ growth: Double, _ body: (Double) -> Void) {
    body(1)
    body(growth)
    body(growth * growth)
    for i in x.indices {
      body(x[i] * growth)
      body(x[i])
      body(x[i] * x[i] * x[i])
      for j in 0...i { body(x[i] * x[j]) }
    }
  }

  private static func inverse(ofLower lower: [[Double]]) -> [[Double]] {
    var inverse = lower.map { $0.map { _ in 0.0 } }
    for column in lower.indices {
      for i in column..<lower.count {
        var sum = i == column ? 1.0 : 0.0
        for k in column..<i { sum -= lower[i][k] * inverse[k][column] }
        inverse[i][column] = sum / lower[i][i]
      }
    }
    return inverse
  }
}
