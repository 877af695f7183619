// Magnetic resonance: the ventricle in slices across its axis, the flow in the ascending aorta by phase contrast, and
// the leak as the difference of the two.
//
//   slices   8 mm thick, 2 mm apart, laid at end diastole from the ring to the tip and fixed in space, while the base
//            comes down: V = Σ area·10 mm over those whose middle lies in the ventricle. A slice counts as a whole or
//            not at all, so that volumes err by up to half a basal slice (3–6 mL), and more in systole than in
//            diastole. Trabeculae count as cavity. Thirty phases a beat: the largest and the smallest volume between
//            them are missed by little.
//   mass     1.05 g/mL·Σ (outer − inner area)·10 mm at end diastole
//   flow     above the coronary arteries' mouths, which take a twenty-fifth of what is ejected (about 5 % of the
//            output in rest, as textbooks have it, less what they take in systole); an offset of the velocity of 0.2
//            cm/s over the aorta's section (π/4·(3 cm)²·BSA/1.93 m²) remains after correction (Gatehouse et al.,
//            J Cardiovasc Magn Reson 2010;12:5: errors of 0.6 cm/s, or 5 % of the output, are the limit)
//   leak     RVol = (LVEDV − LVESV) − FSV, RF = RVol/(LVEDV − LVESV)
//
// Scatter of one study, from differences between two over √2: EDV 2.9–4.9 %, EF 2.4 % of itself in health, 7.3 % in
// failure, mass 2.8–4.8 % (Grothues et al., Am J Cardiol 2002;90:29); aortic flow ±5.3–6.6 mL (Kon et al., J Heart
// Valve Dis 2004;13:600, who found ±4.8–7.7 points for RF). EDV and EF err apart; ESV, RVol and RF inherit.

import Circulation
import Findings
import Lanes

/// What magnetic resonance shows of a heart, without scatter.
public struct MRIStudy: Sendable {
  /// Thickness of a slice and the distance from one to the next, cm.
  public static let thickness = 0.8
  public static let spacing = 1.0
  /// Phases a beat.
  public static let phases = 30
  /// Share of what is ejected that leaves by the coronary arteries before it is measured.
  public static let coronaryShare = 0.04
  /// What the zero of the velocity is off, cm/s.
  public static let velocityOffset = 0.2

  /// Length of the beat, s.
  public let cycle: Double
  /// Left ventricular volume, mL, and flow in the ascending aorta, mL/s, at the middle of each phase; the beat begins
  /// with ventricular activation.
  public let volumes: [Double]
  public let flows: [Double]
  /// Areas of the slices at end diastole and at end systole, from the base on, cm²; zero where a slice is left out.
  public let diastolicAreas: [Double]
  public let systolicAreas: [Double]
  /// g.
  public let mass: Double

  public init(_ examined: Examined) {
    let beat = examined.beat
    let motion = examined.ventricle
    cycle = beat.cycle
    let start = examined.events.activation
    let step = cycle / Double(Self.phases)
    let plan = motion.endDiastole.length
    // The beat goes round; that of an irregular rhythm is seen from its activation to the next.
    let times = (0..<Self.phases).map { start + (Double($0) + 0.5) * step }
    let stacks = times.map { Self.areas(motion.shape(at: $0), planned: plan) }
    let volumes = stacks.map { Self.spacing * $0.reduce(0, +) }
    self.volumes = volumes
    let aorta = beat.trace { $0.flows.aortic }
    let section = Double.pi / 4 * 9 * (examined.body.bodySurface / 1.93)
    let offset = Self.velocityOffset * section
    flows = times.map { time in
      let mean = aorta.integral(from: time - 0.5 * step, to: time + 0.5 * step) / step
      return (1 - Self.coronaryShare) * mean + offset
    }
    let order = volumes.indices.sorted { volumes[$0] < volumes[$1] }
    systolicAreas = stacks[order[0]]
    diastolicAreas = stacks[order[Self.phases - 1]]
    let shape = motion.shape(at: times[order[Self.phases - 1]])
    mass = 1.05 * Self.spacing * Self.muscle(shape, planned: plan)
  }

  /// Areas of the cavity in the slices of a stack that was laid over a ventricle `planned` cm long.
  static func areas(_ shape: VentricleShape, planned: Double) -> [Double] {
    depths(planned).map { depth in
      // The tip is fixed, the base has come down.
      let below = depth - (planned - shape.length)
      guard below >= 0 else { return 0 }
      let radius = shape.radius(at: below)
      return Double.pi * radius * radius
    }
  }

  private static func muscle(_ shape: VentricleShape, planned: Double) -> Double {
    var sum = 0.0
    for depth in depths(planned + 2) {
      let below = depth - (planned - shape.length)
      guard below >= 0 else { continue }
      let (inner, outer) = (shape.radius(at: below), shape.outerRadius(at: below))
      sum += Double.pi * (outer * outer - inner * inner)
    }
    return sum
  }

  /// Depths of the slices' middles below the ring at end diastole, cm.
  static func depths(_ planned: Double) -> [Double] {
    (0..<max(Int((planned / spacing).rounded(.up)), 1)).map { (Double($0) + 0.5) * spacing }
  }

  public var endDiastolicVolume: Double { volumes.max() ?? 0 }
  public var endSystolicVolume: Double { volumes.min() ?? 0 }
  /// What passed forward in the aorta, mL.
  public var forwardVolume: Double { flows.reduce(0, +) * cycle / Double(Self.phases) }
}

extension Instrument {
  /// Magnetic resonance of the ventricle and of the aorta.
  public static let mri = Instrument(
    identifier: "mri", title: "Magnetic resonance",
    accuracies: [
      Accuracy(.LVEDV, relative: 0.026, source: "Grothues 2002: differences of 2.9–4.9 % between studies, over √2"),
      Accuracy(
        .LVEF, absolute: 1.3, source: "Grothues 2002: differences of 2.4 % in health, 7.3 % in failure, over √2"),
      Accuracy(.LVMass, relative: 0.027, source: "Grothues 2002: differences of 2.8–4.8 %, over √2"),
      Accuracy(.FSV, absolute: 4.2, source: "Kon 2004: differences of 5.3–6.6 mL in aortic flow, over √2"),
    ],
    derive: workOut
  ) { examined in
    let study = MRIStudy(examined)
    var report = InstrumentReport()
    report.note(.LVEDV, study.endDiastolicVolume, by: .mri)
    report.note(.LVEF, 100 * (1 - study.endSystolicVolume / study.endDiastolicVolume), by: .mri)
    report.note(.LVMass, study.mass, by: .mri)
    report.note(.FSV, study.forwardVolume, by: .mri)
    return report
  }

  @Sendable private static func workOut(_ report: inout InstrumentReport, _ examined: Examined) {
    guard let volume = report[.LVEDV], let fraction = report[.LVEF] else { return }
    let stroke = volume * fraction / 100
    report.note(.LVESV, volume - stroke, by: .mri)
    report.note(.SV, stroke, by: .mri)
    let surface = examined.body.bodySurface
    report.note(.LVEDVi, volume / surface, by: .mri)
    report.note(.LVESVi, (volume - stroke) / surface, by: .mri)
    guard let forward = report[.FSV] else { return }
    // A difference of two readings may come out below nothing; a report then says that there is no leak.
    report.note(.RVol, max(stroke - forward, 0), by: .mri)
    report.note(.RF, max(100 * (stroke - forward) / stroke, 0), by: .mri)
    let rate = examined.countedRate
    report.note(.CO, forward * rate / 1000, by: .mri)
    report.note(.CI, forward * rate / 1000 / surface, by: .mri)
  }
}
