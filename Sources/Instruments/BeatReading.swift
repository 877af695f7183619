import Circulation
import Findings
import Lanes
import Quantities

// The plainest instrument: everything that follows from one beat of the model itself, without an examiner's error.
// Definitions are those of the catalogue of findings; here is how each is read off the traces.
//
// Time in a beat runs from atrial activation; results count from ventricular activation. A valve opens when the
// pressure before it first exceeds that behind it, and is shut when its leaflets have a hundredth of their opening
// left. What flows back before that is closing volume, after it regurgitation.

/// The readings of one beat.
public struct BeatReading: Sendable {
  public var findings = FindingValues()
  public var valves = ValveReadings()
  /// Shares of the regurgitant volume in the first, middle and last third of the time from mitral closure to opening.
  public var regurgitantFractionByThird: [Double]?

  /// Nothing read.
  init() {}

  /// Reads a recorded beat of a heart in a body; `bodySurface` in m² (absent: nothing is indexed). A beat that
  /// is not made of numbers, of a heart that diverged, has no findings.
  public init(_ beat: RecordedBeat, of heart: HeartDefinition, bodySurface: Double?) {
    guard beat.isFinite else { return }
    let events = BeatEvents(beat)
    readPressures(beat, events)
    readVolumes(beat, events)
    valves = ValveReadings(beat, events)
    readLeak(beat, events)
    readAnnulus(beat, events)
    readFlows(heart)
    readInflow(beat, events, atriaContract: heart.rhythm.kind != .atrialFibrillation)
    readMechanics(beat, events, heart)
    if let bodySurface { index(by: bodySurface) }
  }
}

/// The moments of a beat, s after atrial activation.
struct BeatEvents {
  /// Ventricular activation, and the next beat's.
  let activation: Double
  let nextActivation: Double
  let cycle: Double
  /// The mitral valve is shut; left ventricular pressure passes aortic pressure; the aortic valve is shut; left atrial
  /// pressure passes left ventricular pressure again.
  let mitralClosure: Double
  let aorticOpening: Double?
  let aorticClosure: Double?
  let mitralOpening: Double

  init(_ beat: RecordedBeat) {
    activation = beat.ventricularActivation
    cycle = beat.cycle
    nextActivation = beat.nextActivation
    let end = nextActivation
    let overAorta = beat.trace { $0.leftVentricularPressure - $0.aorticPressure }
    let opening = overAorta.crossing(of: 0, rising: true, from: activation - 0.02, to: end - 0.05)
    aorticOpening = opening
    aorticClosure = opening.flatMap {
      Self.shutting(beat.trace { $0.openings.aortic }, from: $0 + 0.03, to: $0 + 0.8 * beat.cycle)
    }
    let overVentricle = beat.trace { $0.leftAtrialPressure - $0.leftVentricularPressure }
    let systole = aorticClosure ?? activation + 0.35 * cycle
    let fallback = systole + 0.08
    mitralOpening =
      overVentricle.crossing(of: 0, rising: true, from: systole - 0.1 * cycle, to: systole + 0.4 * cycle) ?? fallback
    mitralClosure =
      Self.shutting(beat.trace { $0.openings.mitral }, from: activation - 0.45 * cycle, to: systole) ?? activation
    nextMitralClosure =
      beat.neighbours == nil ? mitralClosure + cycle : nextActivation + (mitralClosure - activation)
  }

  /// When the mitral valve is shut again.
  let nextMitralClosure: Double

  /// When, for the last time in a span, leaflets that were open have a hundredth of their opening left (they shut exponentially, so the logarithm is
  /// followed).
  static func shutting(_ opening: Trace, from start: Double, to end: Double) -> Double? {
    let first = Int((start / opening.step).rounded(.down))
    let last = Int((end / opening.step).rounded(.up))
    var found: Double?
    for index in first..<max(first, last) where opening[index] >= 0.01 && opening[index + 1] < 0.01 {
      // The straight line between the logarithms.
      let a = Double.naturalLogarithm(opening[index])
      let b = Double.naturalLogarithm(max(opening[index + 1], 1e-12))
      found = (Double(index) + (a - Double.naturalLogarithm(0.01)) / (a - b)) * opening.step
    }
    return found
  }
}

extension BeatReading {
  private mutating func readPressures(_ beat: RecordedBeat, _ events: BeatEvents) {
    let aorta = beat.trace { $0.aorticPressure }
    findings[.HR] = 60 / beat.cycle
    let peak = aorta.maximum()
    let repeats = beat.neighbours == nil
    // A beat that does not open the aortic valve makes no pulse. The diastole of an irregular beat is the one after it.
    if repeats || events.aorticOpening != nil { findings[.SBP] = peak.value }
    findings[.DBP] = aorta.minimum(from: repeats ? 0 : peak.time).value
    findings[.MAP] = aorta.mean
    findings[.CVP] = beat.trace { $0.rightAtrialPressure }.mean
    let wedge = wedgePressure(beat)
    findings[.PCWP] = wedge.mean
    findings[.PCWPv] =
      wedge.maximum(from: events.mitralClosure + 0.05, to: events.mitralOpening + 0.1 * beat.cycle).value
    let pulmonary = beat.trace { $0.pulmonaryArteryPressure }
    findings[.PASP] = pulmonary.maximum().value
    findings[.PADP] = pulmonary.minimum().value
    findings[.mPAP] = pulmonary.mean
    let ventricle = beat.trace { $0.leftVentricularPressure }
    findings[.LVSP] = ventricle.maximum().value
    findings[.LVEDP] = ventricle.value(at: events.activation)
    let atrium = beat.trace { $0.leftAtrialPressure }
    findings[.LAPmean] = atrium.mean
    findings[.LAPv] = atrium.maximum(from: events.mitralClosure + 0.02, to: events.mitralOpening + 0.05).value
    let drop = beat.trace { $0.rightVentricularPressure - $0.rightAtrialPressure }.maximum().value
    findings[.TRVmax] = (max(drop, 0) / 4).squareRoot()
  }

  private mutating func readVolumes(_ beat: RecordedBeat, _ events: BeatEvents) {
    // The filling at the end of an irregular beat belongs to the next.
    let repeats = beat.neighbours == nil
    let full = repeats ? Double.infinity : events.mitralOpening
    let empty = repeats ? 0 : events.activation
    let left = beat.trace { $0.leftVentricularVolume }
    let right = beat.trace { $0.rightVentricularVolume }
    let atrium = beat.trace { $0.leftAtrialVolume }
    let endDiastolic = left.maximum(to: full).value
    let endSystolic = left.minimum(from: empty, to: repeats ? full : full + 0.05).value
    findings[.LVEDV] = endDiastolic
    findings[.LVESV] = endSystolic
    findings[.SV] = endDiastolic - endSystolic
    findings[.LVEF] = 100 * (endDiastolic - endSystolic) / endDiastolic
    findings[.LAVmax] = atrium.maximum().value
    findings[.LAVmin] = atrium.minimum().value
    let rightDiastolic = right.maximum(to: full).value
    let rightSystolic = right.minimum(from: empty, to: repeats ? full : full + 0.1).value
    findings[.RVEDV] = rightDiastolic
    findings[.RVESV] = rightSystolic
    findings[.RVEF] = 100 * (rightDiastolic - rightSystolic) / rightDiastolic
    findings[.LVIDd] = 10 * Teichholz.diameter(volume: endDiastolic)
    findings[.LVIDs] = 10 * Teichholz.diameter(volume: endSystolic)
  }

  /// An orifice smaller than this, cm², is a valve that holds.
  private static let leastOrifice = 1e-4

  private mutating func readLeak(_ beat: RecordedBeat, _ events: BeatEvents) {
    let flow = beat.trace { $0.flows.mitral }
    let area = beat.trace { $0.areas.mitral }
    let backward = flow.map { max(-$0, 0) }
    let total = backward.integral(from: 0, to: beat.cycle)
    // Jet and volume are taken from closure while what the shut leaflets leave open is over a tenth of its peak. The speed
    // is that through the area there is, which is larger while the last of the leaflets' own opening goes.
    let start = events.mitralClosure
    let end = min(events.mitralOpening + 0.05, start + 0.9 * beat.cycle)
    let leak = beat.trace { $0.mitralLeakArea }
    let peak = leak.maximum(from: start, to: events.mitralOpening).value
    let isOpen = leak.values.map { peak > Self.leastOrifice && $0 > 0.1 * peak }
    func whileOpen(_ signal: (Int) -> Double) -> Trace {
      area.with(values: isOpen.indices.map { isOpen[$0] ? signal($0) : 0 }) { _ in 0 }
    }
    let jet = whileOpen { max(-flow.values[$0] / area.values[$0], 0) }
    let regurgitant = whileOpen { backward.values[$0] }.integral(from: start, to: end)
    findings[.RVol] = regurgitant
    findings[.closingVolume] = max(total - regurgitant, 0)
    valves.mitral.regurgitantVolume = regurgitant
    findings[.RF] = 100 * regurgitant / max(findings[.SV] ?? 1, 1)
    guard regurgitant > 0.5 else { return }
    let velocity = jet.integral(from: start, to: end)
    findings[.MRVTI] = velocity
    // The fastest of the jet without the needle that an orifice squeezes out as it shuts.
    let fast = LeakJet(beat, events)
    findings[.MRVmax] = beat.trace { fast.speed($0) }.maximum(from: start, to: end).value
    findings[.EROA] = regurgitant / velocity
    let third = (events.mitralOpening - start) / 3
    let shares = (0..<3).map { backward.integral(from: start + Double($0) * third, to: start + Double($0 + 1) * third) }
    let sum = shares[0] + shares[1] + shares[2]
    regurgitantFractionByThird = shares.map { $0 / sum }
  }

  /// The ring's diameter from front to back at end systole, taken as an ellipse whose axes are as 0.78 to 1 (3D
  /// echocardiography of healthy people: about 3.0 by 3.8 cm).
  private mutating func readAnnulus(_ beat: RecordedBeat, _ events: BeatEvents) {
    let area = beat.trace { $0.mitralAnnulusArea }.value(at: events.aorticClosure ?? events.mitralOpening)
    guard area > 0 else { return }
    findings[.annulusAP] = 10 * (4 * area * 0.78 / Double.pi).squareRoot()
  }

  private mutating func readFlows(_ heart: HeartDefinition) {
    let forward = valves.aortic.forwardVolume - valves.aortic.backwardVolume
    let rate = findings[.HR] ?? 0
    let output = forward * rate / 1000
    findings[.FSV] = forward
    findings[.CO] = output
    findings[.SVR] = 80 * ((findings[.MAP] ?? 0) - (findings[.CVP] ?? 0)) / output
    findings[.PVR] = ((findings[.mPAP] ?? 0) - (findings[.PCWP] ?? 0)) / output
    findings[.MVA] = heart.mitralValve.openArea.squareCentimetres
    findings[.LVMass] =
      1.05 * (heart.leftVentricle.wallVolume.millilitres + heart.septum.wallVolume.millilitres)
  }

  private mutating func index(by surface: Double) {
    findings[.BSA] = surface
    for (index, of) in [
      (FindingID.CI, FindingID.CO), (.LVEDVi, .LVEDV), (.LVESVi, .LVESV), (.LAVI, .LAVmax), (.LVIDsi, .LVIDs),
    ] {
      if let value = findings[of] { findings[index] = value / surface }
    }
  }
}

/// Volume and diameter of the left ventricle, V = 7·D³/(2.4 + D) in mL and cm (Teichholz et al., Am J Cardiol
/// 1976;37:7).
public enum Teichholz {
  /// The diameter, cm, of a ventricle of this volume, mL.
  public static func diameter(volume: Double) -> Double {
    var diameter = 4.0
    for _ in 0..<60 {
      let excess = 7 * diameter * diameter * diameter / (2.4 + diameter) - volume
      let slope = 7 * diameter * diameter * (7.2 + 2 * diameter) / ((2.4 + diameter) * (2.4 + diameter))
      diameter = max(diameter - excess / slope, 0.1)
    }
    return diameter
  }
}
