// Blood is neither made nor lost, and valves let it pass one way.

import Circulation
import Lanes
import Quantities
import Testing

@Suite struct ConservationTests {
  /// Each step rounds a dozen volumes of up to 4,000 mL: errors of 5e-13 mL that add up at random over 352,000 steps
  /// come to some 1e-9 mL. A millionth of a millilitre is far from that and far from anything a wrong equation would
  /// lose.
  @Test(arguments: [
    NamedHeart("healthy adult"), .leak(0.7), .leak(0.3, .aortic), .leak(0.5, .tricuspid), .leak(0.5, .pulmonary),
    NamedHeart("leaks everywhere") { heart in
      for valve in ValveSite.allCases { heart[valve].leakArea = .squareCentimetres(0.2) }
    },
  ])
  func bloodIsKeptToRoundingOverAThousandBeats(_ heart: NamedHeart) {
    let blood = heart.definition.bloodVolume.millilitres
    let state = heart.definition.after(beats: 1000)
    #expect(abs(state.blood - blood) < 1e-6, "\(state.blood - blood) mL")
    #expect(state.volumeVector.allSatisfy { $0 > 0 })
  }

  @Test func theSearchForThePeriodicBeatKeepsTheBlood() {
    for heart in NamedHeart.periodic {
      let found = heart.definition.settled()
      let difference = found.state.blood - heart.definition.bloodVolume.millilitres
      #expect(abs(difference) < 1e-8, "\(heart.name): \(difference) mL")
    }
  }

  /// A shut valve keeps an orifice of 1e-6 cm², which lets pass less than 0.001 mL a beat.
  @Test func nothingFlowsBackThroughAShutValve() {
    let beat = HeartDefinition.healthyAdult.settled().beat
    let valves: [(String, (Sample<Double>) -> (Double, Double))] = [
      ("mitral", { ($0.flows.mitral, $0.openings.mitral) }), ("aortic", { ($0.flows.aortic, $0.openings.aortic) }),
      ("tricuspid", { ($0.flows.tricuspid, $0.openings.tricuspid) }),
      ("pulmonary", { ($0.flows.pulmonary, $0.openings.pulmonary) }),
    ]
    for (name, signal) in valves {
      var back = 0.0
      var forward = 0.0
      var shutBack = 0.0
      for sample in beat.samples.dropLast() {
        let (flow, opening) = signal(sample)
        forward += max(flow, 0) * beat.step
        back += max(-flow, 0) * beat.step
        if opening < 1e-7 { shutBack += max(-flow, 0) * beat.step }
      }
      #expect(shutBack < 1e-3, "\(name): \(shutBack) mL")
      #expect(back < 0.06 * forward, "\(name) closing volume: \(back) of \(forward) mL")
      #expect(forward > 50)
    }
  }

  /// The work that a ventricle does is more than the energy that leaves through its valve, and both are near those of a
  /// heart.
  @Test func theVentricleDoesTheWorkThatTheBloodReceives() {
    let beat = HeartDefinition.healthyAdult.settled().beat
    var loop = 0.0
    var delivered = 0.0
    for (a, b) in zip(beat.samples, beat.samples.dropFirst()) {
      loop -=
        0.5 * (a.leftVentricularPressure + b.leftVentricularPressure)
        * (b.leftVentricularVolume - a.leftVentricularVolume)
      delivered += 0.5 * beat.step * (a.aorticPressure * a.flows.aortic + b.aorticPressure * b.flows.aortic)
      delivered -= 0.5 * beat.step * (a.leftAtrialPressure * a.flows.mitral + b.leftAtrialPressure * b.flows.mitral)
    }
    #expect(delivered < loop && delivered > 0.9 * loop, "\(delivered) of \(loop) mmHg·mL")
    #expect(loop > 5000 && loop < 12_000)
  }
}
