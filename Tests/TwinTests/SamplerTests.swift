// The sampler on densities that are known: shares, widths and weights come out as they are, whatever the stand-in leaves out.

import Lanes
import Circulation
import Testing
import Twin

private struct Known: ChainPoint {
  let component: Int
  let theta: [Double]
  let logDensity: Double
}

@Suite struct SamplerTests {
  /// Samples a density from proposals around the origin.
  private func points(
    _ logDensity: @escaping @Sendable (Int, [Double]) -> Double, components: Int = 1, guide: SamplingGuide?,
    settings: SamplerSettings = SamplerSettings()
  ) throws -> SampledChains<Known> {
    let around = try #require(TDistribution(center: [0, 0], scale: [[1, 0], [0, 1]]))
    let proposal = MixtureProposal((0..<components).map { MixtureProposal.Part(component: $0, around) })
    func point(_ component: Int, _ theta: [Double]) -> Known {
      Known(component: component, theta: theta, logDensity: logDensity(component, theta))
    }
    var settings = settings
    settings.effectiveSamples = .infinity
    settings.generations = 2000
    settings.guidedSteps = 80
    var sampler = EnsembleSampler(
      start: (0..<settings.walkers).map { point($0 % components, [0.1 * Double($0) - 1.6, 0]) }, proposal: proposal,
      guide: guide, seed: 4, settings: settings, watch: { $0.theta },
      evaluate: { $0.map { point($0.component, $0.theta) } })
    return sampler.run()
  }

  private static let normal: @Sendable (Int, [Double]) -> Double = { _, theta in
    -0.5 * theta.reduce(0) { $0 + $1 * $1 }
  }

  private func guide(reach: Double) throws -> SamplingGuide {
    let around = try #require(TDistribution(center: [0, 0], scale: [[1, 0], [0, 1]]))
    return SamplingGuide(
      logDensity: { component, theta in
        let square = theta.reduce(0) { $0 + $1 * $1 }
        // A stand-in that errs by a tilt, and ends where it is not believed.
        return square < reach * reach ? -0.5 * square + 0.4 * theta[0] : -.infinity
      },
      steps: [0: around, 1: around])
  }

  /// Of a normal distribution in two dimensions e^(−r²/2) lies beyond r.
  @Test(arguments: [1.0, 2.0, 6.0])
  func whatTheStandInLeavesOutIsVisitedAsOftenAsItShould(_ reach: Double) throws {
    let points = try points(Self.normal, guide: guide(reach: reach)).points
    let beyond = Double(points.filter { $0.theta[0] * $0.theta[0] + $0.theta[1] * $0.theta[1] > 1 }.count)
    let share = beyond / Double(points.count)
    #expect(abs(share - Double.exponential(-0.5)) < 0.012, "\(share) beyond 1, the stand-in to \(reach)")
    let mean = points.reduce(0) { $0 + $1.theta[0] } / Double(points.count)
    let square = points.reduce(0) { $0 + $1.theta[0] * $1.theta[0] } / Double(points.count)
    #expect(abs(mean) < 0.03 && abs(square - 1) < 0.04, "mean \(mean), mean square \(square)")
  }

  @Test func alternativesHaveTheirWeights() throws {
    // The second is e times as likely at its best and half as wide in one direction: 1 : e/2.
    let chains = try points(
      { component, theta in
        component == 0
          ? Self.normal(0, theta) : 1 - 0.5 * (4 * theta[0] * theta[0] + theta[1] * theta[1])
      }, components: 2, guide: nil)
    let second = Double(chains.points.filter { $0.component == 1 }.count) / Double(chains.points.count)
    let expected = 0.5 * Double.exponential(1) / (1 + 0.5 * Double.exponential(1))
    #expect(abs(second - expected) < 0.02, "\(second) for \(expected)")
  }

  @Test func independentNumbersCountAndRepeatedOnesDoNot() {
    var random = RandomNumbers(seed: 2)
    let fresh = (0..<16).map { _ in (0..<400).map { _ in random.normal() } }
    let free = ChainDiagnostics(fresh)
    #expect(free.splitRHat < 1.01 && free.effectiveSamples > 5000, "\(free)")
    let slow = fresh.map { chain in chain.indices.map { chain[$0 / 20] } }
    #expect(ChainDiagnostics(slow).effectiveSamples < 0.1 * free.effectiveSamples)
    let apart = fresh.enumerated().map { number, chain in chain.map { $0 + (number < 8 ? 0 : 2) } }
    #expect(ChainDiagnostics(apart).splitRHat > 1.1)
  }
}
