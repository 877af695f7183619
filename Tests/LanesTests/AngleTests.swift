// The own functions of angles against the system's mathematical library.

import Foundation
import Lanes
import Testing

@Suite struct AngleTests {
  @Test func sineAndCosineAreWithinTheirStatedErrorOverManyTurns() {
    var worst = 0.0
    for k in -200_000...200_000 {
      let x = Double(k) * 0.00031415
      worst = max(worst, abs(Double.sine(x) - sin(x)), abs(Double.cosine(x) - cos(x)))
    }
    #expect(worst < 1e-15)
    for k in 0...10_000 {
      let x = 9e5 + Double(k) * 0.0173
      worst = max(worst, abs(Double.sine(x) - sin(x)), abs(Double.cosine(x) - cos(x)))
    }
    #expect(worst < 1e-10)
  }

  @Test func theArctangentIsWithinItsStatedErrorEverywhere() {
    var worst = 0.0
    for k in -100_000...100_000 {
      let x = Double(k) * 0.001
      worst = max(worst, abs(Double.arctangent(x) - atan(x)))
    }
    #expect(worst < 1e-14)
    #expect(Double.arctangent(1e300) == Double.pi / 2)
    #expect(Double.arctangent(0) == 0)
  }
}
