// A mitral valve that opens too little, or an artificial one, as the echo laboratory measures it (Baumgartner et al., J Am
// Soc Echocardiogr 2009;22:1, on native stenosis; Zoghbi et al., ibid. 975, on artificial valves).
//
//   planimetry        the edge of the open leaflets, traced in the short axis: the anatomic area, which the jet does not
//                     fill. A = effective area / 0.85 (planimetry 0.95 against 0.81 cm² by continuity, 70 patients:
//                     Sattarzadeh et al., Acta Med Iran 2017;55:696; Gorlin's own constant for this valve, 38 of 44.3,
//                     is the same 0.85)
//   half-time         the time in which the early gradient falls to half, that is the speed to E/√2. A straight line is
//                     laid along the falling limb of E, from 95 % of it to E/√2 or to where the atrium contracts, and
//                     carried on: PHT = (1 − 1/√2)·V/slope. A limb that has not come down to 90 % of E by then, or that
//                     lasts less than 40 ms, has no slope to carry on (chosen: a third of the way to E/√2)
//   area by it        220 ms / PHT (Hatle et al., Circulation 1979;60:1096 [m]). The 220 stands for a usual atrium and
//                     ventricle: how fast the gradient falls hangs on their compliance and on the gradient that there is
//                     at the start (Thomas & Weyman, Circulation 1988;78:980 [m]), so that a stiff pair or a leak reads too
//                     large an area. Nothing here corrects for it. Not of an artificial valve, for which it was never meant
//   velocity index    VTI of the mitral inflow over that of the outflow tract. Artificial valves: up to 2.2 is usual;
//                     more asks for obstruction or a leak (Zoghbi 2009)
//   area, continuity  stroke volume of the outflow tract over the mitral VTI. It holds where what goes out is what came
//                     in: not where a valve leaks
//
// All of it is looked for where an examiner would: where the area that he traces is below 2.5 cm², the upper end of mild
// stenosis (Baumgartner 2009: mild above 1.5), or where the valve is artificial. [m]: known from the literature and not
// looked up again.

import Circulation
import Findings
import Lanes
import Quantities

/// What is particular of a mitral valve that is narrow or artificial.
struct NarrowMitralValve {
  /// cm², traced; nil where the leaflets are not the patient's own (their shadows hide the edge).
  let traced: Double?
  /// Whether an examiner would look into it.
  let isLookedInto: Bool

  /// The effective area as a share of the one that is traced.
  static let contraction = 0.85
  /// Traced areas below this, cm², are narrow.
  static let widestNarrow = 2.5
  /// cm²·ms.
  static let halfTimeConstant = 220.0

  init(_ heart: HeartDefinition) {
    let area = heart.mitralValve.openArea.squareCentimetres / Self.contraction
    let isNative = MitralGeometry.isNative(heart)
    isLookedInto = !isNative || area < Self.widestNarrow
    traced = isNative && isLookedInto ? area : nil
  }

  /// The half-time of the gradient, s; nil where the inflow does not fall long or far enough to be read.
  ///
  /// - Parameters:
  ///   - inflow: speed between the leaflets, m/s.
  ///   - e: its first peak.
  ///   - end: where the atrium contracts or the valve closes, s from the beat's beginning.
  static func halfTime(_ inflow: Trace, e: Trace.Point, until end: Double) -> Double? {
    guard e.value > 0, end > e.time,
      let begin = inflow.crossing(of: 0.95 * e.value, rising: false, from: e.time, to: end)
    else { return nil }
    let half = 0.5.squareRoot() * e.value
    let last = inflow.crossing(of: half, rising: false, from: begin, to: end) ?? end
    guard last - begin >= 0.04, inflow.value(at: last) <= 0.9 * e.value else { return nil }
    let limb = StraightLine(over: last - begin, steps: 40) { inflow.value(at: begin + $0) }
    guard let limb, limb.slope < 0 else { return nil }
    let atPeak = limb.start + limb.slope * (e.time - begin)
    return (1 - 0.5.squareRoot()) * atPeak / -limb.slope
  }
}

extension InstrumentReport {
  /// What Doppler reads of a narrow or an artificial valve beyond the gradient.
  mutating func noteNarrowValve(_ examined: Examined, _ waves: DopplerWaves, _ jet: JetTrace?) {
    let valve = NarrowMitralValve(examined.heart)
    guard valve.isLookedInto else { return }
    note(.MVVTI, waves.fillingIntegral)
    note(.PHT, waves.halfTime.map { 1000 * $0 })
    if waves.halfTime == nil { remark("The inflow does not fall long enough for a half-time to be read.") }
    if valve.traced == nil, let jet, jet.shape != .faint {
      remark("The leak forbids the artificial valve's area by continuity.")
    }
  }

  /// Index and areas that follow from what was read.
  mutating func workOutNarrowValve(_ examined: Examined) {
    let valve = NarrowMitralValve(examined.heart)
    if valve.traced != nil, let half = self[.PHT], half > 0 {
      note(.MVA, NarrowMitralValve.halfTimeConstant / half, by: .pressureHalfTime)
    }
    guard let inflow = self[.MVVTI], inflow > 0, let outflow = self[.LVOTVTI], outflow > 0 else { return }
    note(.DVI, inflow / outflow)
    let leaks = signs.cwShape != nil && signs.cwShape != .faint
    if valve.traced == nil, !leaks, let forward = self[.FSV] { note(.MVA, forward / inflow, by: .continuity) }
  }
}
