// The own elementary functions against the system's mathematical library.

import Foundation
import Lanes
import Testing

/// The largest of `error` over a grid of `count` points from `low` to `high`.
private func worst(_ low: Double, _ high: Double, count: Int, _ error: (Double) -> Double) -> Double {
  var worst = 0.0
  for k in 0...count {
    let found = error(low + (high - low) * Double(k) / Double(count))
    worst = found > worst || found.isNaN ? found : worst
  }
  return worst
}

@Suite struct ElementaryTests {
  @Test func theExponentialIsWithinItsStatedErrorOverItsWholeRange() {
    let error = { (x: Double) in abs(Double.exponential(x) / exp(x) - 1) }
    #expect(worst(-708, 709, count: 400_000, error) < 1e-15)
    #expect(worst(-1, 1, count: 400_000, error) < 1e-15)
    #expect(worst(-1e-9, 1e-9, count: 1000, error) < 1e-15)
    // Where the range reduction changes its integer.
    for k in -1020...1020 {
      let seam = (Double(k) + 0.5) * 0.6931471805599453
      for x in [seam.nextDown, seam, seam.nextUp] where abs(x) < 707 { #expect(error(x) < 1e-15, "at \(x)") }
    }
  }

  @Test func theExponentialIsExactAtZeroAndBoundedBeyondItsEnds() {
    #expect(Double.exponential(0) == 1)
    #expect(Double.exponential(-0.0) == 1)
    #expect(Double.exponential(-1e6) == Double.exponential(-708))
    #expect(Double.exponential(-.infinity) == Double.exponential(-708))
    #expect(Double.exponential(1e6) == Double.exponential(709))
    #expect(Double.exponential(.infinity) == Double.exponential(709))
    #expect(Double.exponential(709).isFinite)
    #expect(Double.exponential(-708) > 0)
  }

  @Test func whatIsNotANumberStaysSo() {
    #expect(Double.exponential(.nan).isNaN)
    #expect(Double.hyperbolicTangent(.nan).isNaN)
    #expect(SIMD8<Double>.exponential(SIMD8(repeating: .nan))[3].isNaN)
  }

  @Test func theExponentialWithoutRangeReductionIsWithinItsStatedError() {
    // The library's own last bit is worth as much as the error looked for, so that the truth is taken in more digits.
    #if arch(x86_64)
      func error(_ x: Double) -> Double {
        let truth = exp(Float80(x))
        return Double(abs((Float80(Double.smallExponential(x)) - truth) / truth))
      }
      #expect(worst(-0.35, 0.35, count: 400_000, error) < 7e-16)
    #endif
    #expect(worst(-0.35, 0.35, count: 400_000) { abs(Double.smallExponential($0) / exp($0) - 1) } < 8e-16)
  }

  @Test func theHyperbolicTangentIsWithinItsStatedErrorEverywhere() {
    let error = { (x: Double) in abs(Double.hyperbolicTangent(x) - tanh(x)) }
    #expect(worst(-25, 25, count: 400_000, error) < 1e-15)
    #expect(worst(-0.01, 0.01, count: 20_000, error) < 1e-15)
    #expect(Double.hyperbolicTangent(1000) == 1)
    #expect(Double.hyperbolicTangent(-1000) == -1)
    #expect(Double.hyperbolicTangent(.infinity) == 1)
    #expect(Double.hyperbolicTangent(-.infinity) == -1)
  }

  @Test func powersOfTwoAreExact() {
    for k in -1022...1023 {
      let power = Double.powerOfTwo(shifted: Double(k) + 6755399441055744.0)
      #expect(power == Double(sign: .plus, exponent: k, significand: 1))
    }
  }

  @Test func theSquareRootIsTheCorrectlyRoundedOne() {
    #expect(worst(0, 1e6, count: 10_000) { abs($0.root - sqrt($0)) } == 0)
    #expect((-0.0).root.sign == .minus)
    #expect((-1.0).root.isNaN)
    #expect(Double.infinity.root == .infinity)
    #expect(Double.leastNonzeroMagnitude.root == sqrt(Double.leastNonzeroMagnitude))
  }
}
