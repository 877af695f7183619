// A lane of eight holds bit for bit what one number would give by itself, for every operation.

import Lanes
import Testing

/// Ordinary, extreme and odd numbers; eight of them are looked at side by side.
private let numbers: [Double] = {
  var numbers: [Double] = [
    0, -0.0, 1, -1, .nan, .infinity, -.infinity, .leastNonzeroMagnitude, -.leastNonzeroMagnitude,
    .leastNormalMagnitude, .greatestFiniteMagnitude, -.greatestFiniteMagnitude, 0.1, -0.3, 1.0 / 3, 2, 1e-300, 1e300,
    120.7, -80.25, 0.35, -0.35, 708, -708, 709.5, -745, 1e-17,
  ]
  var seed: UInt64 = 20_260_301
  while numbers.count < 96 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let mantissa = Double(seed >> 11) / 9_007_199_254_740_992 - 0.5
    numbers.append(mantissa * (numbers.count % 3 == 0 ? 1e-6 : numbers.count % 3 == 1 ? 1 : 1e4))
  }
  return numbers
}()

/// The same bits, or both not a number (whose sign and payload no result depends on).
private func same(_ a: Double, _ b: Double) -> Bool { a.bitPattern == b.bitPattern || (a.isNaN && b.isNaN) }

/// Applies an operation of two numbers, in its two widths, to all pairs, eight partners at a time.
private func differs(
  _ narrow: (Double, Double) -> Double, _ wide: (SIMD8<Double>, SIMD8<Double>) -> SIMD8<Double>
) -> [String] {
  var faults: [String] = []
  for a in numbers {
    for start in stride(from: 0, to: numbers.count, by: 8) {
      var left = SIMD8<Double>(repeating: a)
      var right = SIMD8<Double>(repeating: 0)
      for lane in 0..<8 {
        right[lane] = numbers[start + lane]
        // One lane has the partners exchanged, so that the left operand differs between lanes too.
        if lane == 5 { (left[lane], right[lane]) = (right[lane], left[lane]) }
      }
      let result = wide(left, right)
      for lane in 0..<8 where !same(result[lane], narrow(left[lane], right[lane])) {
        faults.append("\(left[lane]), \(right[lane]): \(result[lane]) and \(narrow(left[lane], right[lane]))")
      }
    }
  }
  return faults
}

private func pick<Real: Lane>(_ a: Real, _ b: Real) -> Real {
  let less = Real.isLess(a, b)
  let more = Real.isLess(b, a)
  let odd = Real.and(Real.not(less), Real.not(more))
  return Real.select(Real.or(less, odd), Real.select(odd, Real(3), a), Real.select(more, b, Real(7)))
}

private func mixed<Real: Lane>(_ a: Real, _ b: Real) -> Real {
  let first: Real = 2 * a + b / 3
  let second: Real = (1 - b) * (a - 0.25)
  let third: Real = 2 / (b + 1) + 4
  let fourth: Real = -(a * 0.5)
  return (first - 1) - second / third + (fourth + (0.1 + b))
}

@Suite struct LaneTests {
  @Test func arithmeticIsTheSameInEveryLane() {
    #expect(differs({ $0 + $1 }, { $0 + $1 }).isEmpty)
    #expect(differs({ $0 - $1 }, { $0 - $1 }).isEmpty)
    #expect(differs({ $0 * $1 }, { $0 * $1 }).isEmpty)
    #expect(differs({ $0 / $1 }, { $0 / $1 }).isEmpty)
    #expect(differs({ a, _ in -a }, { a, _ in -a }).isEmpty)
    #expect(differs(mixed, mixed).isEmpty)
  }

  @Test func productsAndSumsAreNotFused() {
    let a = 1 + Double.ulpOfOne
    let numbers = [a, a, -(1 + 2 * Double.ulpOfOne)].shuffled().sorted(by: >)
    #expect(numbers[0] * numbers[1] + numbers[2] == 0)
    let wide = SIMD8<Double>(repeating: numbers[0]) * SIMD8(repeating: numbers[1]) + SIMD8(repeating: numbers[2])
    #expect(wide[6] == 0)
  }

  @Test func rootsAndMagnitudesAreTheSameInEveryLane() {
    #expect(differs({ a, _ in a.root }, { a, _ in a.root }).isEmpty)
    #expect(differs({ a, _ in a.magnitude }, { a, _ in a.magnitude }).isEmpty)
    #expect(SIMD8<Double>(repeating: -0.0).magnitude[2].sign == .plus)
  }

  @Test func elementaryFunctionsAreTheSameInEveryLane() {
    #expect(differs({ a, _ in .exponential(a) }, { a, _ in .exponential(a) }).isEmpty)
    #expect(differs({ a, _ in .smallExponential(a) }, { a, _ in .smallExponential(a) }).isEmpty)
    #expect(differs({ a, _ in .hyperbolicTangent(a) }, { a, _ in .hyperbolicTangent(a) }).isEmpty)
  }

  @Test func theSmallerAndTheLargerAreTheSameInEveryLaneWithOddNumbersToo() {
    #expect(differs({ .minimum($0, $1) }, { .minimum($0, $1) }).isEmpty)
    #expect(differs({ .maximum($0, $1) }, { .maximum($0, $1) }).isEmpty)
    #expect(Double.minimum(.nan, 1) == 1 && Double.minimum(1, .nan).isNaN)
    #expect(Double.maximum(.nan, 1) == 1 && Double.maximum(1, .nan).isNaN)
    // Of two zeros the second, whatever its sign.
    #expect(Double.minimum(-0.0, 0.0).sign == .plus && Double.minimum(0.0, -0.0).sign == .minus)
    #expect(Double.maximum(0.0, -0.0).sign == .minus && Double.maximum(-0.0, 0.0).sign == .plus)
  }

  @Test func comparisonsAndSelectionsAreTheSameInEveryLane() {
    #expect(differs(pick, pick).isEmpty)
    #expect(!Double.isLess(.nan, 1) && !Double.isLess(1, .nan) && !Double.isLess(-0.0, 0.0))
  }

  @Test func aMaskSpeaksForEachLaneAlone() {
    typealias Eight = SIMD8<Double>
    for chosen in 0..<8 {
      let mask = Eight.mask { $0 == chosen }
      #expect(Eight.any(mask))
      for lane in 0..<8 { #expect(Eight.holds(mask, lane: lane) == (lane == chosen)) }
      let picked = Eight.select(mask, Eight(1), Eight(2))
      for lane in 0..<8 { #expect(picked[lane: lane] == (lane == chosen ? 1 : 2)) }
    }
    #expect(!Eight.any(Eight.mask { _ in false }))
    #expect(Double.mask { $0 == 0 })
    #expect(Eight.laneCount == 8 && Double.laneCount == 1)
  }
}
