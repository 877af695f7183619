// What moves in front of the beam, window by window, over one beat: how fast, and how much of it.
//
//   mitral inflow    q/A between the leaflets, while more than a hundredth of their opening is left
//   annulus          −length · dλ/dt / λ(end diastole): the long axis shortens as the fibres of its wall do, those of the
//                    septum or of the free wall; length is that of an ellipsoid 1.75 times as long as it is wide
//   pulmonary vein   see `DopplerVein`
//   outflow tract    k·q/A: an ellipse below the valve, its area from the body (`DopplerVolumes`); the beam hears the
//                    middle of the stream, k = 1.1 times the mean (the profile of ejection is nearly flat)
//   aortic valve     q/A
//   tricuspid jet    √(drop/4), the leak that the valve has, and where it has none the trace of 0.015 cm² that most
//                    healthy people have (Klein et al., J Am Coll Cardiol 1990;15:54)
//   mitral jet       the leak's, `LeakJet`, and upward the filling

import Circulation
import Lanes
import Quantities

/// What a beam hears over one beat.
public struct DopplerSignal: Sendable {
  public let window: DopplerWindow
  /// Speed along the beam, m/s, towards the probe positive, of the fastest blood (or of the wall).
  public let velocity: Trace
  /// How much moves so, mL/s, at least 0: the strength of the echo. Of walls 100 throughout.
  public let strength: Trace

  /// The leak that a healthy tricuspid valve has, cm².
  static let physiologicalTricuspidLeak = 0.015
  /// The middle of the stream below the aortic valve, as a share of its mean.
  static let outflowProfile = 1.1

  /// - Parameter beat: one of the examined heart's beats.
  public init(_ window: DopplerWindow, _ examined: Examined, _ beat: RecordedBeat) {
    self.window = window
    let cosine = window.cosine
    switch window {
    case .mitralInflow:
      velocity = beat.trace { cosine * Self.filling($0) }
      strength = beat.trace { max($0.flows.mitral, 0) }
    case .septalAnnulus, .lateralAnnulus:
      let speed = Self.annulus(beat, of: window, length: Self.longAxis(beat))
      velocity = speed.map { 0.01 * cosine * $0 }
      strength = beat.trace { _ in 100 }
    case .pulmonaryVein:
      let length = Self.longAxis(beat)
      let septal = Self.annulus(beat, of: .septalAnnulus, length: length)
      let lateral = Self.annulus(beat, of: .lateralAnnulus, length: length)
      let mean = septal.with(values: septal.values.indices.map { 0.5 * (septal[$0] + lateral[$0]) }) { $0 }
      let resistance = examined.heart.pulmonary.venousResistance.mmHgSecondsPerMillilitre
      let flow = DopplerVein(beat, resistance: resistance, annulus: mean).flow
      velocity = flow.map { cosine * $0 / DopplerVein.area / 100 }
      // One vein of four.
      strength = flow.map { 0.25 * $0.magnitude }
    case .outflowTract:
      let scale = -cosine * Self.outflowProfile / DopplerVolumes.outflowArea(of: examined.body) / 100
      velocity = beat.trace { scale * $0.flows.aortic }
      strength = beat.trace { $0.flows.aortic.magnitude }
    case .aorticValve:
      velocity = beat.trace {
        $0.openings.aortic > 0.1 && $0.areas.aortic > 1e-3 ? -cosine * $0.flows.aortic / $0.areas.aortic / 100 : 0
      }
      strength = beat.trace { $0.flows.aortic.magnitude }
    case .tricuspidJet:
      let leak = max(examined.heart.tricuspidValve.leakArea.squareCentimetres, Self.physiologicalTricuspidLeak)
      velocity = beat.trace { cosine * Self.tricuspid($0) }
      strength = beat.trace { leak * 100 * Self.tricuspid($0).magnitude }
    case .mitralJet:
      let cosines = (filling: DopplerWindow.mitralInflow.cosine, jet: JetTrace.cosine(of: examined.leaks))
      let leak = LeakJet(beat, BeatEvents(beat))
      velocity = beat.trace {
        let jet = leak.speed($0)
        return jet > 0 ? -cosines.jet * jet : cosines.filling * Self.filling($0)
      }
      strength = beat.trace { max(leak.flow($0), $0.flows.mitral, 0) }
    }
  }

  /// Speed between the leaflets, m/s.
  private static func filling(_ sample: Sample<Double>) -> Double {
    sample.openings.mitral > 0.01 && sample.areas.mitral > 1e-3
      ? max(sample.flows.mitral, 0) / sample.areas.mitral / 100 : 0
  }

  /// Speed of the leak into the right atrium, m/s, at most 0.
  private static func tricuspid(_ sample: Sample<Double>) -> Double {
    guard sample.openings.tricuspid < 0.05 else { return 0 }
    return -(0.25 * max(sample.rightVentricularPressure - sample.rightAtrialPressure, 0)).squareRoot()
  }

  /// Length of the left ventricle at its fullest, cm.
  static func longAxis(_ beat: RecordedBeat) -> Double {
    Double.cubeRoot(6 / Double.pi * 1.75 * 1.75 * beat.trace { $0.leftVentricularVolume }.maximum().value)
  }

  /// Speed of the ring towards the apex, cm/s.
  static func annulus(_ beat: RecordedBeat, of window: DopplerWindow, length: Double) -> Trace {
    let stretch = beat.trace { window == .septalAnnulus ? $0.septalStretch : $0.leftVentricularStretch }
    let scale = -length / stretch.maximum().value
    return stretch.derivative.map { scale * $0 }
  }
}
