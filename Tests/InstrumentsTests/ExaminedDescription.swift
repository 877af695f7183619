// What a heart is called where a test takes it as its argument: not its hundreds of samples.

import Circulation
import Instruments
import Quantities
import Testing

extension Examined: CustomTestStringConvertible {
  public var testDescription: String {
    "\(body.sex) of \(body.age), \(meanRate) /min, mitral hole \(heart.mitralValve.leakArea)"
  }
}
