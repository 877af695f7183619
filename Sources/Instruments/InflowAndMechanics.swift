import Circulation
import Findings
import Lanes

// Doppler of the mitral inflow, timing, pressure derivatives and long-axis motion, read off the beat itself.

extension BeatReading {
  /// - Parameter atriaContract: fibrillating atria make no A wave, and none goes before a premature beat.
  mutating func readInflow(_ beat: RecordedBeat, _ events: BeatEvents, atriaContract: Bool) {
    let velocity = beat.trace { max($0.flows.mitral, 0) / $0.areas.mitral / 100 }
    let opening = events.mitralOpening
    let e = velocity.maximum(from: opening, to: max(beat.cycle, opening + 0.05))
    findings[.E] = e.value
    // In a fast heart the leaflets are still shutting where the A wave is looked for: only the core of the jet counts.
    let core = beat.trace { $0.openings.mitral > 0.5 ? max($0.flows.mitral, 0) / $0.areas.mitral / 100 : 0 }
    let a = core.maximum(from: 0.02, to: events.activation + 0.06)
    let isExpected = atriaContract && beat.neighbours?.followsAtria ?? true
    if isExpected, a.value > 1.02 * max(velocity.value(at: 0.02), 0.02) {
      findings[.A] = a.value
      findings[.EA] = e.value / a.value
    }
    // The line through 90 % and 50 % of the peak, carried on to zero; not read where the A wave comes before half of E
    // has gone.
    let end = min(e.time + 0.35, beat.cycle + 0.02)
    if let upper = velocity.crossing(of: 0.9 * e.value, rising: false, from: e.time, to: end),
      let lower = velocity.crossing(of: 0.5 * e.value, rising: false, from: e.time, to: end)
    {
      findings[.DT] = 1000 * (lower + 0.5 * (lower - upper) / 0.4 - e.time)
    }
    let gradient = velocity.map { 4 * $0 * $0 }
    let close = events.nextMitralClosure
    findings[.MVmeanGradient] = gradient.integral(from: opening, to: close) / (close - opening)
  }

  mutating func readMechanics(_ beat: RecordedBeat, _ events: BeatEvents, _ heart: HeartDefinition) {
    let pressure = beat.trace { $0.leftVentricularPressure }
    let rate = pressure.derivative
    findings[.dPdtMax] = rate.maximum(from: events.activation, to: events.activation + 0.3 * beat.cycle).value
    if let opens = events.aorticOpening, let closes = events.aorticClosure {
      findings[.PEP] = 1000 * (opens - events.activation)
      findings[.LVET] = 1000 * (closes - opens)
      // With atrium and ventricle nearly at one pressure there is no relaxation at constant volume to time.
      if events.mitralOpening > closes { findings[.IVRT] = 1000 * (events.mitralOpening - closes) }
      // The core of the jet: a half-shut valve squeezes the last drops to speeds that no beam dwells on.
      let aortic = beat.trace { $0.openings.aortic > 0.5 ? max($0.flows.aortic, 0) / $0.areas.aortic / 100 : 0 }
      findings[.AoVmax] = aortic.maximum(from: opens, to: closes).value
      let steepest = rate.minimum(from: closes - 0.05, to: events.mitralOpening + 0.02)
      findings[.tau] = Self.timeConstant(pressure, from: steepest.time, to: events.mitralOpening)
    }
    readLongAxis(beat, events)
  }

  /// The time constant of an exponential fall towards zero, ms: least squares on the logarithm (Weiss et al., J Clin
  /// Invest 1976;58:751).
  private static func timeConstant(_ pressure: Trace, from start: Double, to end: Double) -> Double? {
    guard end - start > 0.02 else { return nil }
    let fall = StraightLine(over: end - start, steps: 24) { time in
      let value = pressure.value(at: start + time)
      return value > 0.5 ? Double.naturalLogarithm(value) : nil
    }
    guard let fall, fall.slope < 0 else { return nil }
    return -1000 / fall.slope
  }

  /// The long axis shortens as the fibres do; its length at end diastole is that of an ellipsoid of the ventricle's
  /// volume whose length is 1.75 times its diameter (chosen so that a ventricle of 140 mL is 9.4 cm long; Lang et al.
  /// 2015).
  private mutating func readLongAxis(_ beat: RecordedBeat, _ events: BeatEvents) {
    let stretch = beat.trace { $0.leftVentricularStretch }
    let longest = stretch.value(at: events.activation)
    let shortest = stretch.minimum(from: events.activation, to: events.mitralOpening + 0.05).value
    findings[.GLS] = 100 * (shortest / longest - 1)
    let volume = findings[.LVEDV] ?? 0
    let length = Double.cubeRoot(6 / Double.pi * 1.75 * 1.75 * volume)
    let speed = stretch.derivative.maximum(from: events.mitralOpening - 0.02, to: events.mitralOpening + 0.25).value
    findings[.ePrime] = length * speed / longest
    if let e = findings[.E], let ePrime = findings[.ePrime], ePrime > 0 { findings[.EePrime] = 100 * e / ePrime }
  }
}
