// What a pulsed beam hears in a pulmonary vein close to the atrium.
//
// The model's veins are one reservoir with a short, almost inertialess passage into the atrium, and its atrium is a
// sphere without a floor. Its vein flow therefore has a tall needle as the atrium relaxes and nearly nothing after it
// in systole, where people have a broad wave, and no leak takes the needle away: systolic over diastolic peak stayed
// near 1 in the worst of leaks. Two things that the beam is close to are added here, by their own physics:
//
//   L·dq/dt = pv − pa − R·q      the last centimetres of vein, with the inertia of their blood, L = ρ·l/A; pv and pa are
//                                the model's pressures of veins and atrium, R its resistance, so the mean is the model's
//   q + s·Aring·v                the floor of the atrium is a piston: the mitral ring, of area Aring, goes down with the
//                                shortening ventricle at speed v and draws blood out of the veins, and gives it back
//                                as it returns; s is the share that comes through the veins
//   speed = cosine · q/A         A the veins together
//
// A v wave pushes against both: the pressure that it builds turns the inert column round in mid-systole, and the piston
// cannot keep up. Blunting and reversal follow from the pressures, whatever the size of the leak. A jet that enters the
// vein is not modelled: with one vein for four, an eccentric jet reverses no vein sooner than the others.
//
//   A   5.5 cm²   four veins of 13 mm; chosen so that the healthy D wave is 0.5 m/s (de Marchi et al., Heart 2001;85:23)
//   l   2 cm      from the ostium to beyond the sample volume, which lies within 1 cm of it
//   s   0.6       chosen so that healthy S/D is that of the fifth decade, 1.21 ± 0.2 (Nagueh et al. 2009; Klein and
//                 Tajik 1991: S over D in health), held by `theHealthyVeinFlowsMoreInSystole`
//
// The S wave is read as the examiner names it: the vein is said to be reversed when in systole (from the closing to the
// opening of the mitral valve) more blood is heard going back than coming, and S is then the speed going back.

import Circulation
import Lanes

/// The flow in the pulmonary veins close to the atrium, over one beat.
struct DopplerVein {
  /// cm², cm, share.
  static let area = 5.5
  static let length = 2.0
  static let pistonShare = 0.6

  /// mL/s, towards the atrium positive.
  let flow: Trace

  /// - Parameter annulus: speed of the mitral ring towards the apex, cm/s.
  init(_ beat: RecordedBeat, resistance: Double, annulus: Trace) {
    // ρ·l/A, ρ = 1.06 g/mL, 1 mmHg = 1333.22 dyn/cm².
    let inertance = 1.06 * Self.length / Self.area / 1333.22
    let column = Self.column(beat, resistance: resistance, inertance: inertance)
    let ring = beat.trace { $0.mitralAnnulusArea }
    flow = column.with(
      values: column.values.indices.map { column.values[$0] + Self.pistonShare * ring[$0] * annulus[$0] }
    ) { $0 }
  }

  /// Implicit midpoint steps from the model's own flow; a beat that repeats itself is gone through until it does so.
  private static func column(_ beat: RecordedBeat, resistance: Double, inertance: Double) -> Trace {
    let step = beat.step
    let drop = beat.trace { $0.pulmonaryVenousPressure - $0.leftAtrialPressure }
    let pull = 0.5 * step * resistance / inertance
    func next(_ flow: Double, _ drive: Double) -> Double {
      ((1 - pull) * flow + step / inertance * drive) / (1 + pull)
    }
    var flow = beat.samples[0].pulmonaryVeinFlow
    var values = drop.values
    if let margins = drop.margins, let first = beat.neighbours?.before.first {
      flow = first.pulmonaryVeinFlow
      for drive in margins.before { flow = next(flow, drive) }
    }
    for _ in 0..<(drop.margins == nil ? 4 : 1) {
      for index in 0..<drop.steps {
        values[index] = flow
        flow = next(flow, 0.5 * (drop.values[index] + drop.values[index + 1]))
      }
    }
    values[drop.steps] = flow
    return drop.margins == nil
      ? Trace(values: values, step: step) : Trace(values: values, step: step, before: [], after: [])
  }
}

/// The waves of a pulmonary vein, m/s along the beam.
public struct DopplerVeinWaves: Sendable, Equatable {
  /// Negative when systolic flow is reversed.
  public let systolic: Trace.Point
  public let diastolic: Trace.Point
  /// How fast blood goes back as the atrium contracts, at least 0; nil when it does not contract.
  public let atrial: Trace.Point?

  public static func == (a: Self, b: Self) -> Bool {
    a.systolic.value == b.systolic.value && a.diastolic.value == b.diastolic.value
      && a.atrial?.value == b.atrial?.value
  }

  init(_ velocity: Trace, _ events: BeatEvents, cycle: Double, atriaContract: Bool) {
    let start = events.mitralClosure
    let end = events.mitralOpening
    let forward = velocity.map { max($0, 0) }.integral(from: start, to: end)
    let backward = velocity.map { max(-$0, 0) }.integral(from: start, to: end)
    systolic =
      backward > forward ? velocity.minimum(from: start, to: end) : velocity.maximum(from: start, to: end)
    diastolic = velocity.maximum(from: end, to: max(cycle, end + 0.05) + 0.05)
    let back = velocity.minimum(from: 0, to: events.activation + 0.06)
    atrial = atriaContract && back.value < 0 ? back : nil
  }
}
