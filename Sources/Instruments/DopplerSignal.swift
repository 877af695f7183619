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
    switch window {
    case .mitralInflow: strength = beat.trace { max($0.flows.mitral, 0) }
    case .septalAnnulus, .lateralAnnulus: strength = beat.trace { _ in 100 }
    case .pulmonaryVein:
      let flow = Self.vein(examined, beat)
      // One vein of four.
      strength = flow.map { 0.25 * $0.magnitude }
      velocity = Self.velocity(inVeins: flow)
      return
    case .outflowTract, .aorticValve: strength = beat.trace { $0.flows.aortic.magnitude }
    case .tricuspidJet:
      let leak = max(examined.heart.tricuspidValve.leakArea.squareCentimetres, Self.physiologicalTricuspidLeak)
      strength = beat.trace { leak * 100 * Self.tricuspid($0).magnitude }
    case .mitralJet:
      let leak = LeakJet(beat, BeatEvents(beat))
      strength = beat.trace { max(leak.flow($0), $0.flows.mitral, 0) }
    }
    velocity = Self.velocity(window, examined, beat)
  }

  /// Speed along the beam alone, m/s: what an examiner reads off the screen.
  static func velocity(_ window: DopplerWindow, _ examined: Examined, _ beat: RecordedBeat) -> Trace {
    let cosine = window.cosine
    switch window {
    case .mitralInflow: return beat.trace { cosine * Self.filling($0) }
    case .septalAnnulus, .lateralAnnulus:
      return annulus(beat, of: window, length: longAxis(beat)).map { 0.01 * cosine * $0 }
    case .pulmonaryVein: return velocity(inVeins: vein(examined, beat))
    case .outflowTract:
      let scale = -cosine * outflowProfile / DopplerVolumes.outflowArea(of: examined.body) / 100
      return beat.trace { scale * $0.flows.aortic }
    case .aorticValve:
      return beat.trace {
        $0.openings.aortic > 0.1 && $0.areas.aortic > 1e-3 ? -cosine * $0.flows.aortic / $0.areas.aortic / 100 : 0
      }
    case .tricuspidJet: return beat.trace { cosine * Self.tricuspid($0) }
    case .mitralJet:
      let cosines = (filling: DopplerWindow.mitralInflow.cosine, jet: JetTrace.cosine(of: examined.leaks))
      let leak = LeakJet(beat, BeatEvents(beat))
      return beat.trace {
        let jet = leak.speed($0)
        return jet > 0 ? -cosines.jet * jet : cosines.filling * Self.filling($0)
      }
    }
  }

  /// Flow in the pulmonary veins, mL/s, drawn along by the ring's both sides.
  private static func vein(_ examined: Examined, _ beat: RecordedBeat) -> Trace {
    let length = longAxis(beat)
    return vein(
      examined, beat, septal: annulus(beat, of: .septalAnnulus, length: length),
      lateral: annulus(beat, of: .lateralAnnulus, length: length))
  }

  /// The same where the speeds of the ring's sides are known, cm/s.
  static func vein(_ examined: Examined, _ beat: RecordedBeat, septal: Trace, lateral: Trace) -> Trace {
    let mean = septal.with(values: zip(septal.values, lateral.values).map { 0.5 * ($0 + $1) }) { $0 }
    let resistance = examined.heart.pulmonary.venousResistance.mmHgSecondsPerMillilitre
    return DopplerVein(beat, resistance: resistance, annulus: mean).flow
  }

  /// Speed along the beam, m/s, of a flow in the veins, mL/s.
  static func velocity(inVeins flow: Trace) -> Trace {
    let scale = DopplerWindow.pulmonaryVein.cosine / DopplerVein.area / 100
    return flow.map { scale * $0 }
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
