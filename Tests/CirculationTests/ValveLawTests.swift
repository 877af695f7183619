// A valve by itself, the pressure difference held.

import Circulation
import Lanes
import Quantities
import Testing

private func hole(_ area: Double) -> ValveDefinition {
  ValveDefinition(
    openArea: .squareCentimetres(area), leakArea: .squareCentimetres(area), inertialLength: .centimetres(1.5),
    openingRate: .perMmHgSecond(20), closingRate: .perMmHgSecond(20))
}

@Suite struct ValveLawTests {
  /// Δp = ρ/2·(q/A)² with ρ = 1.06 g/mL and 1333.22 dyn/cm² to the mmHg.
  @Test func steadyFlowObeysBernoulli() {
    for area in [0.05, 0.4, 1, 4] {
      for difference in [0.5, 5, 40, 100] {
        let expected = area * (2 * difference * 1333.22 / 1.06).squareRoot()
        let forward = Inspection.flow(through: hole(area), difference: difference, step: 0.0025, steps: 2000)
        #expect(abs(forward / expected - 1) < 1e-9)
        let backward = Inspection.flow(through: hole(area), difference: -difference, step: 0.0025, steps: 2000)
        #expect(abs(backward / expected + 1) < 1e-9)
      }
    }
    // Four times the square of the velocity in m/s, as echo has it, to its own precision.
    let velocity = Inspection.flow(through: hole(1), difference: 100, step: 0.0025, steps: 2000) / 100
    #expect(abs(4 * velocity * velocity / 100 - 1) < 0.01)
  }

  @Test func theImpedanceBehindAValveTakesItsShareOfThePressure() {
    let flow = Inspection.flow(through: hole(4), difference: 20, impedance: 0.035, step: 0.0025, steps: 2000)
    let velocity: Double = flow / 4
    let loss: Double = 0.5 * 1.06 / 1333.22 * velocity * velocity
    #expect(abs(loss + 0.035 * flow - 20) < 1e-7)
  }

  @Test func leafletsOpenForwardAndShutBackward() {
    var valve = HeartDefinition.healthyAdult.aorticValve
    let open = Inspection.flow(through: valve, difference: 5, step: 0.0025, steps: 2000)
    let full = valve.openArea.squareCentimetres * (2 * 5 * 1333.22 / 1.06).squareRoot()
    #expect(abs(open / full - 1) < 1e-6)
    let shut = Inspection.flow(through: valve, difference: -80, step: 0.0025, steps: 2000)
    #expect(shut < 0 && shut > -1e-3)
    valve.leakArea = .squareCentimetres(0.2)
    let leaking = Inspection.flow(through: valve, difference: -80, step: 0.0025, steps: 2000)
    #expect(abs(leaking / (-0.2 * (2 * 80 * 1333.22 / 1.06).squareRoot()) - 1) < 1e-6)
  }

  /// At first blood has to be accelerated: dq/dt = A·Δp/(ρ·l).
  @Test func bloodIsAcceleratedByItsInertia() {
    let step = 1e-6
    let flow = Inspection.flow(through: hole(2), difference: 10, step: step, steps: 10)
    let expected = 2 * 10 * 1333.22 / (1.06 * 1.5) * 10 * step
    #expect(abs(flow / expected - 1) < 1e-3)
  }

  @Test func theLawIsStableAtAnyStep() {
    for step in [1e-4, 0.0025, 0.05, 1] {
      for difference in [-200.0, -1, 1, 200] {
        let valve = HeartDefinition.healthyAdult.mitralValve
        let flow = Inspection.flow(through: valve, difference: difference, step: step, steps: 500)
        #expect(
          flow.isFinite
            && abs(flow) < 1.001 * valve.openArea.squareCentimetres * (2 * 200 * 1333.22 / 1.06).squareRoot())
      }
    }
  }
}
