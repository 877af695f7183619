// What a pulsed beam hears in a pulmonary vein close to the atrium.
//
// The model's veins are one reservoir with a short, almost inertialess passage into the atrium, and its atrium is a
// sphere without a floor. Its vein flow therefore has a tall needle as the atrium relaxes and nearly nothing after it
// in systole, where people have a broad wave, and no leak takes the needle away: systolic over diastolic peak stayed
// near 1 in the worst of leaks. Two things that the beam is close to are added here, by their own physics:
//
//   L·dq/dt = pv − pa − R·q      the last centimetres of vein, with the inertia of their blood, L = ρ·l/A; pv and pa are
//                                the model's pressures of veins and atrium, R its resistance, so the mean is the model's
//   q + Aring·v                  the floor of the atrium is a piston: the mitral ring, of area Aring, goes down with the
//                                shortening ventricle at speed v and draws blood out of the veins, and gives it back
//                                as it returns
//   speed = cosine · q/A         A the veins together
//
// A v wave pushes against both: the pressure that it builds turns the inert column round in mid-systole, and the piston
// cannot keep up. Blunting and reversal follow from the pressures, whatever the size of the leak. A jet that enters the
// vein is not modelled: with one vein for four, an eccentric jet reverses no vein sooner than the others.
//
//   A   5.5 cm²   four veins of 13 mm; chosen so that the healthy D wave is 0.5 m/s (de Marchi et al., Heart 2001;85:23)
//   l   2 cm      from the ostium to beyond the sample volume, which lies within 1 cm of it
//
// All that the piston moves comes through the veins, so that healthy S/D is that of the fifth decade, 1.21 ± 0.2 (Nagueh
// et al. 2009; Klein and Tajik 1991: S over D in health), held by `theHealthyVeinFlowsMoreInSystole`.
//
// Two systolic waves. S1 is the needle, drawn in as the atrium relaxes, before the aortic valve opens: it comes in the
// worst of leaks, and grows with the atrium. S2 is what flows while the ventricle ejects and until the mitral valve opens:
// forward in health, where it runs on from S1, less and less so as the leak fills the atrium, and then back. They are told
// apart where blood goes back. The report has one S, judged by what goes through in the time of S2, which begins 30 ms
// after the aortic valve opens (chosen so that the tail of S1 decides nothing: at an orifice of 0.4 cm² in a fast heart it
// is a quarter of what flows in that time without them):
//
//   S = f·S1 + b·S2      f, b the shares of the blood that comes and goes back in that time (f + b = 1), S1 the fastest
//                        forward in systole, S2 the fastest back
//
// all S1 where nothing goes back, all S2 where everything does, and between them no jump, as there was when the larger
// of both waves was named S: 0.92 and −0.27 of D at leaks of 0.3 and 0.4 cm². Held by
// `theVeinIsBluntedStepByStep`. Ar is a trough after the atrium's activation, faster than the wall filter.

import Circulation
import Lanes

/// The flow in the pulmonary veins close to the atrium, over one beat.
struct DopplerVein {
  /// cm², cm.
  static let area = 5.5
  static let length = 2.0

  /// mL/s, towards the atrium positive.
  let flow: Trace

  /// - Parameter annulus: speed of the mitral ring towards the apex, cm/s.
  init(_ beat: RecordedBeat, resistance: Double, annulus: Trace) {
    // ρ·l/A, ρ = 1.06 g/mL, 1 mmHg = 1333.22 dyn/cm².
    let inertance = 1.06 * Self.length / Self.area / 1333.22
    let column = Self.column(beat, resistance: resistance, inertance: inertance)
    let ring = beat.trace { $0.mitralAnnulusArea }
    flow = column.with(
      values: column.values.indices.map { column.values[$0] + ring[$0] * annulus[$0] }
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
  /// S as reported; negative when systolic flow is reversed.
  public let systolic: Double
  /// S1, the fastest forward in systole; the only systolic wave where nothing goes back.
  public let early: Trace.Point
  /// S2, the fastest back from the opening of the aortic valve to that of the mitral; nil where nothing goes back.
  public let late: Trace.Point?
  public let diastolic: Trace.Point
  /// How fast blood goes back as the atrium contracts, negative; nil where no such wave is seen.
  public let atrial: Trace.Point?

  public static func == (a: Self, b: Self) -> Bool {
    a.systolic == b.systolic && a.diastolic.value == b.diastolic.value && a.atrial?.value == b.atrial?.value
  }

  /// How long into ejection S1 is given to die away, s.
  static let needleTail = 0.03

  init(_ velocity: Trace, _ events: BeatEvents, cycle: Double, atriaContract: Bool) {
    let filter = DopplerWindow.pulmonaryVein.settings.wallFilter
    let end = events.mitralOpening
    // A beat that does not open the aortic valve has no ejection: from the mitral valve's closing on.
    let start = min((events.aorticOpening ?? events.mitralClosure) + Self.needleTail, end - 0.05)
    let forward = velocity.map { max($0, 0) }.integral(from: start, to: end)
    let backward = velocity.map { max(-$0, 0) }.integral(from: start, to: end)
    let fastest = velocity.maximum(from: min(events.mitralClosure, start), to: end)
    let reversed = velocity.minimum(from: start, to: end)
    let share = forward + backward > 0 ? backward / (forward + backward) : 0
    systolic = (1 - share) * fastest.value + share * min(reversed.value, 0)
    early = fastest
    late = reversed.value < -filter ? reversed : nil
    diastolic = velocity.maximum(from: end, to: max(cycle, end + 0.05) + 0.05)
    let last = events.activation + 0.06
    let back = velocity.minimum(from: 0, to: last)
    // A trough, and not the foot of what went before or comes after.
    let isTrough = back.value < velocity.value(at: 0) - 0.01 && back.value < velocity.value(at: last) - 0.01
    atrial = atriaContract && back.value < -filter && isTrough ? back : nil
  }

  /// What is marked on the screen.
  var marks: [DopplerMark] {
    var systole = [DopplerMark("S", early)]
    if let late {
      // Fibrillating atria make no needle.
      let hasNeedle = early.value > DopplerWindow.pulmonaryVein.settings.wallFilter
      systole = hasNeedle ? [DopplerMark("S1", early), DopplerMark("S2", late)] : [DopplerMark("S", late)]
    }
    return systole + [DopplerMark("D", diastolic)] + (atrial.map { [DopplerMark("Ar", $0)] } ?? [])
  }
}
