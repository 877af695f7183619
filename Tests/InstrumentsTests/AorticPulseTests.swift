// The aorta's pulse looks like a person's: a fast start, a notch where the valve shuts, a small wave after it, a slow fall.

import Circulation
import Instruments
import Quantities
import Testing

@Suite struct AorticPulseTests {
  private let beat = HeartDefinition.healthyAdult.settled().beat

  @Test func flowPeaksEarlyInEjection() {
    // Time to peak aortic flow in healthy people: 79 ± 11 ms (Kamimura et al. 2016).
    let flow = beat.trace { $0.flows.aortic }
    let opens = flow.crossing(of: 20, rising: true, from: beat.ventricularActivation, to: beat.cycle)
    let peak = flow.maximum()
    #expect(opens.map { (0.057...0.101).contains(peak.time - $0) } == true, "\(peak.time) after \(opens ?? .nan)")
  }

  @Test func aNotchAndAWaveFollowTheReversalOfFlow() throws {
    let flow = beat.trace { $0.flows.aortic }
    let pressure = beat.trace { $0.aorticPressure }
    let peak = flow.maximum()
    let reversal = try #require(flow.crossing(of: 0, rising: false, from: peak.time, to: beat.cycle))
    let notch = pressure.minimum(from: reversal, to: reversal + 0.035)
    let wave = pressure.maximum(from: notch.time, to: notch.time + 0.05)
    #expect(notch.time > reversal + 0.005 && notch.time < reversal + 0.034, "notch at \(notch.time - reversal) s")
    #expect(wave.value > notch.value + 0.2, "wave \(wave.value), notch \(notch.value) mmHg")
    #expect(wave.time < notch.time + 0.045)
    // From there the aorta empties until the next beat.
    let end = beat.cycle + beat.ventricularActivation
    #expect(pressure.value(at: wave.time + 0.1) < wave.value - 3)
    #expect(pressure.value(at: end) < pressure.value(at: wave.time + 0.2))
  }

  @Test func theNotchIsDrawnByWhatFlowsBackWhileTheValveShuts() {
    // Closing volume of a healthy aortic valve: 0.73 ± 0.63 mL (Bensalah et al. 2014).
    let backward = beat.trace { max(-$0.flows.aortic, 0) }.integral(from: 0, to: beat.cycle)
    #expect(backward > 0.1 && backward < 2, "\(backward) mL")
  }
}
