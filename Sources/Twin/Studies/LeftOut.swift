// Each measurement predicted from all the others: it is left out with the numbers that are one measurement with it, the
// rest is fitted anew, and what its instrument would read is told over the hearts that the rest leaves possible. A leak
// of which nothing else tells is not predicted.

import Findings
import Instruments

/// A measurement beside what was predicted for it without it.
public struct LeftOut: Sendable {
  public let finding: FindingID
  public let method: String
  public let measured: Double
  /// Median and 90 % range of what would be read.
  public let predicted: Double
  public let low: Double
  public let high: Double
}

extension HeartFit {
  /// - Parameter search: the search of the same patient for fewer targets.
  public func leftOut(seed: UInt64, draws: Int = 256, search: ([Target]) -> HeartFit) -> [LeftOut] {
    let model = self.model
    let searchesLeak = model.parameters.map(\.name).contains(FreeParameter.leakName)
    return model.units.flatMap { unit -> [LeftOut] in
      let others = (0..<model.measuredCount).filter { !unit.contains($0) }
      let rest = search(others.map { model.targets[$0] })
      // Where nothing else tells of a leak none is looked for, and nothing is predicted.
      guard rest.model.parameters.map(\.name).contains(FreeParameter.leakName) || !searchesLeak,
        let fit = try? rest.run()
      else { return [] }
      let read = rest.sketch(fit, seed: seed, draws: draws).examine(draws) { model.readings(of: $0) }
      return unit.compactMap { index in
        let values = read.compactMap { $0[index] }
        guard 2 * values.count > draws else { return nil }
        let (spread, target) = (Spread(values), model.targets[index])
        return LeftOut(
          finding: target.finding, method: target.method, measured: target.value, predicted: spread.median,
          low: spread.ninety.lowerBound, high: spread.ninety.upperBound)
      }
    }
  }
}
