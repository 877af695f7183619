// Where new places are proposed from, independently of where a chain stands: a mixture of multivariate t distributions,
// one around each way in which a heart may explain the measurements (Laplace's approximation, its tails made heavier).
//
//   q(m, θ) = Σ wₖ·t₅(θ; μₖ, Σₖ) over the parts k of mechanism m
//
// A t distribution of 5 degrees of freedom covers what a posterior has further out than its normal approximation; the
// mixture lets chains pass from one explanation to another, which steps of a local size would not.

import Circulation
import Lanes

/// A multivariate t distribution.
public struct TDistribution: Sendable {
  public static let degrees = 5.0
  public let center: [Double]
  /// Lower triangle L of the scale matrix, L·Lᵀ = Σ.
  let lower: [[Double]]
  private let logScale: Double

  /// Nil where the matrix is not positive definite.
  ///
  /// - Parameter scale: Σ, symmetric, by rows.
  public init?(center: [Double], scale: [[Double]]) {
    guard let lower = NormalEquations.factor(scale) else { return nil }
    self.center = center
    self.lower = lower
    logScale = lower.indices.reduce(0) { $0 + Double.naturalLogarithm(lower[$1][$1]) }
  }

  public func draw(_ random: inout RandomNumbers) -> [Double] {
    let normals = center.map { _ in random.normal() }
    // χ² of five degrees: two exponentials doubled and one squared normal.
    let last = random.normal()
    let chiSquare = 2 * (random.exponential() + random.exponential()) + last * last
    let scale = (Self.degrees / chiSquare).squareRoot()
    return center.indices.map { i in
      center[i] + scale * (0...i).reduce(0) { $0 + lower[i][$1] * normals[$1] }
    }
  }

  /// A normal step from a place, with the distribution's shape.
  func stepped(from theta: [Double], scale: Double, _ random: inout RandomNumbers) -> [Double] {
    let normals = theta.map { _ in random.normal() }
    return theta.indices.map { i in
      var sum = 0.0
      for j in 0...i { sum += lower[i][j] * normals[j] }
      return theta[i] + scale * sum
    }
  }

  /// Logarithm of the density, less what does not depend on center and scale.
  public func logDensity(_ theta: [Double]) -> Double {
    var rest = zip(theta, center).map { $0 - $1 }
    var square = 0.0
    for i in rest.indices {
      for j in 0..<i { rest[i] -= lower[i][j] * rest[j] }
      rest[i] /= lower[i][i]
      square += rest[i] * rest[i]
    }
    let count = Double(center.count)
    return -logScale - 0.5 * (Self.degrees + count) * Double.naturalLogarithm(1 + square / Self.degrees)
  }
}

extension TDistribution {
  /// Mean and covariance of places; nil where they are too few.
  init?(_ places: [[Double]]) {
    guard let first = places.first, places.count > 10 * first.count else { return nil }
    let count = Double(places.count)
    var mean = first.map { _ in 0.0 }
    for place in places { for i in mean.indices { mean[i] += place[i] / count } }
    var scale = first.map { _ in first.map { _ in 0.0 } }
    for place in places {
      for i in mean.indices {
        for j in 0...i { scale[i][j] += (place[i] - mean[i]) * (place[j] - mean[j]) / count }
      }
    }
    for i in mean.indices { for j in 0..<i { scale[j][i] = scale[i][j] } }
    self.init(center: mean, scale: scale)
  }
}

/// Several of them, each in one component of the space.
public struct MixtureProposal: Sendable {
  public struct Part: Sendable {
    public let component: Int
    public let weight: Double
    public let distribution: TDistribution

    public init(component: Int = 0, weight: Double = 1, _ distribution: TDistribution) {
      self.component = component
      self.weight = weight
      self.distribution = distribution
    }
  }

  public let parts: [Part]

  /// - Parameter parts: at least one; weights above 0, scaled to a sum of 1.
  public init(_ parts: [Part]) {
    precondition(!parts.isEmpty, "a proposal without a part")
    let sum = parts.reduce(0) { $0 + $1.weight }
    self.parts = parts.map { Part(component: $0.component, weight: $0.weight / sum, $0.distribution) }
  }

  public func draw(_ random: inout RandomNumbers) -> (component: Int, theta: [Double]) {
    var left = random.uniform()
    var chosen = parts[parts.count - 1]
    for part in parts {
      left -= part.weight
      if left <= 0 {
        chosen = part
        break
      }
    }
    return (chosen.component, chosen.distribution.draw(&random))
  }

  /// Minus infinity where no part of the component is.
  public func logDensity(_ component: Int, _ theta: [Double]) -> Double {
    let logs = parts.filter { $0.component == component }.map {
      Double.naturalLogarithm($0.weight) + $0.distribution.logDensity(theta)
    }
    guard let most = logs.max() else { return -.infinity }
    return most + Double.naturalLogarithm(logs.reduce(0) { $0 + Double.exponential($1 - most) })
  }
}
