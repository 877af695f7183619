// What an examiner reads off the windows, each wave where it is: the calipers on the screen and the numbers of the
// report are the same. Speeds are those along the beam (too low by the cosine of an angle nobody knows), flows begin
// where they pass the wall filter and end with the click of the valve.

import Circulation
import Findings
import Lanes

/// A place on a spectrum where the examiner has set a caliper.
public struct DopplerMark: Sendable, Equatable {
  /// As "E" or "e′".
  public let name: String
  /// s from the beat's beginning.
  public let time: Double
  /// m/s along the beam, towards the probe positive.
  public let velocity: Double

  init(_ name: String, _ time: Double, _ velocity: Double) {
    self.name = name
    self.time = time
    self.velocity = velocity
  }

  init(_ name: String, _ point: Trace.Point) {
    self.init(name, point.time, point.value)
  }
}

/// The waves of the beat that is read.
public struct DopplerWaves: Sendable {
  /// m/s.
  public internal(set) var e: Trace.Point
  public internal(set) var a: Trace.Point?
  /// s; with the two points of the line that it is read from, at 90 % and 50 % of E.
  public internal(set) var deceleration: Double?
  /// Of the gradient, s; nil where there is no fall to read it from.
  public internal(set) var halfTime: Double?
  /// cm.
  public internal(set) var fillingIntegral = 0.0
  public internal(set) var meanGradient = 0.0
  /// m/s along the beam: s′ positive, e′ and a′ negative.
  public internal(set) var septal: AnnulusWaves
  public internal(set) var lateral: AnnulusWaves
  public internal(set) var vein: DopplerVeinWaves
  /// m/s, negative; cm, positive; s.
  public internal(set) var outflow: Trace.Point?
  public internal(set) var outflowIntegral = 0.0
  public internal(set) var ejection: (from: Double, to: Double)?
  public internal(set) var fillingBegin: Double?
  /// m/s, negative.
  public internal(set) var aortic: Trace.Point?
  public internal(set) var tricuspid: Trace.Point?

  /// The waves of the mitral ring at one of its sides.
  public struct AnnulusWaves: Sendable {
    public let s: Trace.Point
    public let e: Trace.Point
    public let a: Trace.Point?
  }

  public init(_ examined: Examined) {
    let beat = examined.beat
    let events = examined.events
    let contracts =
      examined.heart.rhythm.kind != .atrialFibrillation && beat.neighbours?.followsAtria ?? true
    func velocity(_ window: DopplerWindow) -> Trace { DopplerSignal.velocity(window, examined, beat) }
    let filling = velocity(.mitralInflow)
    let opening = events.mitralOpening
    let diastole = max(beat.cycle, opening + 0.05)
    e = filling.maximum(from: opening, to: diastole)
    let core = beat.trace {
      $0.openings.mitral > 0.5
        ? DopplerWindow.mitralInflow.cosine * max($0.flows.mitral, 0) / $0.areas.mitral / 100 : 0
    }
    let wave = core.maximum(from: 0.02, to: events.activation + 0.06)
    a = contracts && wave.value > 1.02 * max(filling.value(at: 0.02), 0.02) ? wave : nil
    let atrial = a
    let length = DopplerSignal.longAxis(beat)
    let ring = (
      septal: DopplerSignal.annulus(beat, of: .septalAnnulus, length: length),
      lateral: DopplerSignal.annulus(beat, of: .lateralAnnulus, length: length)
    )
    func annulus(_ motion: Trace, _ window: DopplerWindow) -> AnnulusWaves {
      let scale = 0.01 * window.cosine
      let speed = motion.map { scale * $0 }
      let back = speed.minimum(from: 0.02, to: events.activation + 0.04)
      return AnnulusWaves(
        s: speed.maximum(from: events.mitralClosure + 0.05, to: events.aorticClosure ?? opening),
        e: speed.minimum(from: events.aorticClosure ?? opening, to: opening + 0.25),
        a: atrial != nil && back.value < 0 ? back : nil)
    }
    septal = annulus(ring.septal, .septalAnnulus)
    lateral = annulus(ring.lateral, .lateralAnnulus)
    let flow = DopplerSignal.vein(examined, beat, septal: ring.septal, lateral: ring.lateral)
    vein = DopplerVeinWaves(
      DopplerSignal.velocity(inVeins: flow), events, cycle: beat.cycle, atriaContract: contracts)
    readFilling(filling, events, beat)
    // The next beat's atria begin to contract where this beat ends.
    let limb = events.nextMitralClosure - 0.03
    halfTime = NarrowMitralValve.halfTime(filling, e: e, until: contracts ? min(beat.cycle + 0.02, limb) : limb)
    readOutflow(velocity(.outflowTract), velocity(.aorticValve), events)
    let right = velocity(.tricuspidJet).minimum(from: events.activation, to: opening + 0.1)
    tricuspid = right.value < -DopplerWindow.tricuspidJet.settings.wallFilter ? right : nil
  }

  private mutating func readFilling(_ inflow: Trace, _ events: BeatEvents, _ beat: RecordedBeat) {
    let limit = min(e.time + 0.35, beat.cycle + 0.02)
    if let upper = inflow.crossing(of: 0.9 * e.value, rising: false, from: e.time, to: limit),
      let lower = inflow.crossing(of: 0.5 * e.value, rising: false, from: e.time, to: limit)
    {
      deceleration = lower + 0.5 * (lower - upper) / 0.4 - e.time
    }
    let filter = DopplerWindow.mitralInflow.settings.wallFilter
    fillingBegin = inflow.crossing(of: filter, rising: true, from: events.mitralOpening - 0.05, to: e.time)
    let close = events.nextMitralClosure
    fillingIntegral = 100 * inflow.integral(from: events.mitralOpening, to: close)
    let gradient = inflow.map { 4 * $0 * $0 }.integral(from: events.mitralOpening, to: close)
    meanGradient = gradient / (close - events.mitralOpening)
  }

  private mutating func readOutflow(_ tract: Trace, _ valve: Trace, _ events: BeatEvents) {
    guard let opens = events.aorticOpening, let closes = events.aorticClosure else { return }
    let forward = tract.map { max(-$0, 0) }
    let peak = tract.minimum(from: opens, to: closes)
    outflow = peak
    outflowIntegral = 100 * forward.integral(from: opens - 0.02, to: closes + 0.02)
    aortic = valve.minimum(from: opens, to: closes)
    // Flow begins where the filter lets it through; it ends with the click of the valve, which the beam hears.
    let filter = DopplerWindow.outflowTract.settings.wallFilter
    if let from = forward.crossing(of: filter, rising: true, from: opens - 0.03, to: peak.time) {
      ejection = (from, closes)
    }
  }

  /// e′, m/s, at least 0: the mean of septum and lateral wall, as are the others.
  public var ePrime: Double { -0.5 * (septal.e.value + lateral.e.value) }
  public var sPrime: Double { 0.5 * (septal.s.value + lateral.s.value) }

  /// The calipers of a window; `jet` that of the mitral leak, where there is one.
  public func marks(_ window: DopplerWindow, jet: JetTrace?) -> [DopplerMark] {
    switch window {
    case .mitralInflow: return [DopplerMark("E", e)] + (a.map { [DopplerMark("A", $0)] } ?? [])
    case .septalAnnulus, .lateralAnnulus:
      let waves = window == .septalAnnulus ? septal : lateral
      return [DopplerMark("s′", waves.s), DopplerMark("e′", waves.e)] + (waves.a.map { [DopplerMark("a′", $0)] } ?? [])
    case .pulmonaryVein: return vein.marks
    case .outflowTract: return outflow.map { [DopplerMark("Vmax", $0)] } ?? []
    case .aorticValve: return aortic.map { [DopplerMark("Vmax", $0)] } ?? []
    case .tricuspidJet: return tricuspid.map { [DopplerMark("TR Vmax", $0)] } ?? []
    case .mitralJet:
      guard let jet else { return [] }
      return [DopplerMark("MR Vmax", jet.peak.time, -jet.peak.value)]
    }
  }
}
