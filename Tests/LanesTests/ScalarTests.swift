// The functions of a single number against the system's library.

import Foundation
import Lanes
import Testing

@Suite struct ScalarTests {
  @Test func theLogarithmIsThatOfTheLibrary() {
    for exponent in stride(from: -290.0, through: 290, by: 0.37) {
      let x = pow(10, exponent)
      #expect(abs(Double.naturalLogarithm(x) - log(x)) <= 1e-15 * max(1, abs(log(x))), "\(x)")
    }
    #expect(Double.naturalLogarithm(1) == 0)
  }

  @Test func powersAndCubeRootsAreThoseOfTheLibrary() {
    for x in stride(from: 0.01, through: 400, by: 1.7) {
      #expect(abs(Double.cubeRoot(x) / cbrt(x) - 1) < 1e-15, "\(x)")
      for exponent in [2.0 / 3, 1.5, 0.425, -0.28] {
        #expect(abs(Double.power(x, exponent) / pow(x, exponent) - 1) < 1e-14, "\(x)^\(exponent)")
      }
    }
    #expect(Double.power(1, 0.725) == 1)
  }
}
