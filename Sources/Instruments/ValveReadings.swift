import Circulation
import Lanes

/// What one valve let through in a beat.
public struct ValveReading: Sendable, Equatable {
  /// All that passed forward, and all that passed backward (closing volume included), mL.
  public var forwardVolume = 0.0
  public var backwardVolume = 0.0
  /// What passed backward once the valve was shut, mL.
  public var regurgitantVolume = 0.0
  /// When the valve opens (its leaflets by a twentieth, mitral and aortic valve: the pressure before it passes that
  /// behind) and is shut (a hundredth left), s after ventricular activation; nil when it does not.
  public var openTime: Double?
  public var closeTime: Double?
}

/// The four valves' readings.
public struct ValveReadings: Sendable, Equatable {
  public var mitral = ValveReading()
  public var aortic = ValveReading()
  public var tricuspid = ValveReading()
  public var pulmonary = ValveReading()

  public init() {}

  init(_ beat: RecordedBeat, _ events: BeatEvents) {
    mitral = Self.read(beat, fills: true) { ($0.flows.mitral, $0.openings.mitral) }
    aortic = Self.read(beat, fills: false) { ($0.flows.aortic, $0.openings.aortic) }
    tricuspid = Self.read(beat, fills: true) { ($0.flows.tricuspid, $0.openings.tricuspid) }
    pulmonary = Self.read(beat, fills: false) { ($0.flows.pulmonary, $0.openings.pulmonary) }
    mitral.openTime = events.mitralOpening - events.activation
    mitral.closeTime = events.mitralClosure - events.activation
    aortic.openTime = events.aorticOpening.map { $0 - events.activation }
    aortic.closeTime = events.aorticClosure.map { $0 - events.activation }
  }

  /// - Parameter fills: a valve that lets blood into a ventricle: its flow spans the atrial beat, so the search begins
  ///   in systole.
  private static func read(
    _ beat: RecordedBeat, fills: Bool, _ signal: (Sample<Double>) -> (flow: Double, opening: Double)
  ) -> ValveReading {
    let flow = beat.trace { signal($0).flow }
    let opening = beat.trace { signal($0).opening }
    var reading = ValveReading()
    reading.forwardVolume = flow.map { max($0, 0) }.integral(from: 0, to: beat.cycle)
    let backward = flow.map { max(-$0, 0) }
    reading.backwardVolume = backward.integral(from: 0, to: beat.cycle)
    let activation = beat.ventricularActivation
    let search = fills ? activation + 0.12 : activation
    let begin = opening.crossing(of: 0.05, rising: true, from: search, to: search + beat.cycle)
    guard let begin else {
      reading.regurgitantVolume = reading.backwardVolume
      return reading
    }
    reading.openTime = begin - activation
    if fills, beat.neighbours != nil {
      // This beat's own closing, before its opening.
      guard let shut = BeatEvents.shutting(opening, from: activation - 0.1, to: begin) else { return reading }
      reading.closeTime = shut - activation
      reading.regurgitantVolume = backward.integral(from: shut, to: begin)
      return reading
    }
    guard let shut = BeatEvents.shutting(opening, from: begin, to: begin + 0.98 * beat.cycle) else { return reading }
    reading.closeTime = (shut > beat.cycle ? shut - beat.cycle : shut) - activation
    reading.regurgitantVolume = backward.integral(
      from: shut, to: begin + (beat.neighbours == nil ? beat.cycle : beat.nextActivation - activation))
    return reading
  }
}
