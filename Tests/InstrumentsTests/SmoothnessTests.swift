// Readings follow the heart without steps: what is fitted to them would else stick at every step.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct SmoothnessTests {
  /// Readings over hearts that differ by little from one to the next.
  private func readings(
    _ count: Int, _ edit: (inout HeartDefinition, Double) -> Void, _ read: (Examined) -> Double?
  ) -> [Double] {
    (0..<count).compactMap { number in
      var heart = HeartDefinition.healthyAdult
      edit(&heart, Double(number) / Double(count - 1))
      var search = PeriodicSearch()
      search.tolerance = 1e-7
      let settled = heart.settled(search: search)
      guard settled.status == .periodic else { return nil }
      return read(Examined(heart, body: .reference, beat: settled.beat)) ?? .nan
    }
  }

  /// The largest change from one to the next over the mean change.
  private func roughness(_ values: [Double]) -> Double {
    let steps = zip(values, values.dropFirst()).map { ($1 - $0).magnitude }
    return (steps.max() ?? .nan) / (steps.reduce(0, +) / Double(steps.count))
  }

  @Test func thermodilutionFollowsTheBloodVolumeWithoutSteps() {
    let outputs = readings(41, { $0.bloodVolume *= 0.95 + 0.1 * $1 }, { Thermodilution($0).output })
    #expect(outputs.count == 41)
    #expect(roughness(outputs) < 2.5, "\(outputs)")
  }

  @Test func theVolumeOfAFaintJetIsToldToAFitWithoutAStep() {
    func leaks(_ readsFaintJets: Bool) -> [Double] {
      readings(
        25, { $0.mitralValve.leakArea = .squareCentimetres(0.01 + 0.24 * $1) },
        { examined in
          var examined = examined
          examined.readsFaintJets = readsFaintJets
          return Instrument.doppler.reading(examined)[.RVol, .volumetric] ?? 0
        })
    }
    #expect(leaks(false).contains(0), "nobody works out the volume of a trace")
    let asked = leaks(true)
    #expect(asked.allSatisfy { $0 > 0 } && asked == asked.sorted() && roughness(asked) < 2, "\(asked)")
  }

  @Test func aJetThatFlowsBeforeTheValveShutsIsSeen() {
    let jets = readings(
      13,
      { heart, share in
        heart.mitralValve.leakArea = .squareCentimetres(0.46)
        heart.growLeftVentricle(area: 1.3)
        heart.scaleSystemicResistance(1.3)
        heart.bloodVolume *= 0.8 + 0.3 * share
      }, { JetTrace($0)?.integral ?? 0 })
    #expect(jets.count > 8 && jets.allSatisfy { $0 > 30 }, "\(jets)")
  }
}
