// The normal values of an adult at rest with the model's figure beside each: what `docs/healthy-adult.md` shows.

import Circulation
import Findings
import Instruments
import Quantities

/// One normal value: what is published, and what the model gives.
struct NormalValue: Sendable {
  let name: String
  let unit: String
  /// As a reader is shown it.
  let published: String
  /// The range that decides whether the model is inside: that in brackets, else mean ± 2 SD, else the one printed; nil:
  /// no range is known well enough.
  let range: ClosedRange<Double>?
  let source: String
  let digits: Int
  let model: @Sendable (Examined) -> Double

  init(
    _ name: String, _ unit: String, _ published: String, _ range: ClosedRange<Double>?, _ source: String,
    digits: Int = 0,
    _ model: @escaping @Sendable (Examined) -> Double
  ) {
    self.name = name
    self.unit = unit
    self.published = published
    self.range = range
    self.source = source
    self.digits = digits
    self.model = model
  }

  init(
    _ name: String, _ unit: String, _ published: String, _ range: ClosedRange<Double>?, _ source: String,
    digits: Int = 0,
    _ id: FindingID
  ) {
    self.init(name, unit, published, range, source, digits: digits) { $0[id] }
  }
}

extension Examined {
  /// A signal of the beat.
  func trace(_ signal: (Sample<Double>) -> Double) -> Trace { settled.beat.trace(signal) }
  /// From atrial to ventricular activation, s.
  var activation: Double { settled.beat.ventricularActivation }
  var surface: Double { body.bodySurface }
}

/// An asterisk in a source: the figure is known from the literature and was not looked up again.
enum NormalValues {
  private static let catheter = "catheter table*"
  private static let nagueh = "Nagueh 2009*, 41–60 y"
  private static let kawel = "Kawel-Boehm 2015, CMR"
  private static let hudsmith = "Hudsmith 2005, CMR"

  static let shelves: [(title: String, rows: [NormalValue])] = [
    ("Pressures", pressures), ("Volumes and mass", volumes), ("Flow, resistance, pump", pump), ("Doppler", doppler),
    ("Timing", timing),
  ]

  private static let pressures: [NormalValue] = [
    NormalValue("right atrium, mean", "mmHg", "3 (1–5)", 1...5, catheter, digits: 1, .CVP),
    NormalValue("right atrium, a wave", "mmHg", "6 (2–7)", 2...7, catheter, digits: 1) {
      $0.trace { $0.rightAtrialPressure }.maximum(from: 0.02, to: $0.activation + 0.03).value
    },
    NormalValue("right atrium, v wave", "mmHg", "5 (2–7)", 2...7, catheter, digits: 1) {
      $0.trace { $0.rightAtrialPressure }.maximum(from: $0.activation + 0.2, to: $0.activation + 0.5).value
    },
    NormalValue("right ventricle, systolic", "mmHg", "25 (15–30)", 15...30, catheter) {
      $0.trace { $0.rightVentricularPressure }.maximum().value
    },
    NormalValue("right ventricle, end-diastolic", "mmHg", "4 (1–7)", 1...7, catheter, digits: 1) {
      $0.trace { $0.rightVentricularPressure }.value(at: $0.activation)
    },
    NormalValue("pulmonary artery, systolic", "mmHg", "21 ± 4 (15–30)", 15...30, catheter, .PASP),
    NormalValue("pulmonary artery, diastolic", "mmHg", "9 (4–12)", 4...12, catheter, digits: 1, .PADP),
    NormalValue("pulmonary artery, mean", "mmHg", "14 ± 3 (9–19)", 9...19, "ESC/ERS 2022", digits: 1, .mPAP),
    NormalValue("pulmonary wedge, mean", "mmHg", "9 (4–12)", 4...12, catheter, digits: 1, .PCWP),
    NormalValue("left atrium, mean", "mmHg", "8 (2–12)", 2...12, catheter, digits: 1, .LAPmean),
    NormalValue("left atrium, a wave", "mmHg", "10 (4–16)", 4...16, catheter, digits: 1) {
      $0.trace { $0.leftAtrialPressure }.maximum(from: 0.02, to: $0.activation + 0.03).value
    },
    NormalValue("left atrium, v wave", "mmHg", "12 (6–21)", 6...21, catheter, digits: 1, .LAPv),
    NormalValue("left ventricle, systolic", "mmHg", "130 (90–140)", 90...140, catheter, .LVSP),
    NormalValue("left ventricle, least in diastole", "mmHg", "−0.6 ± 0.6", -1.6...0.4, "secondary source", digits: 1) {
      $0.trace { $0.leftVentricularPressure }.minimum(from: 0.4, to: $0.settled.beat.cycle).value
    },
    NormalValue("left ventricle, end-diastolic", "mmHg", "8 (5–12)", 5...12, catheter, digits: 1, .LVEDP),
    NormalValue("aorta, systolic", "mmHg", "130 (90–140)", 90...140, catheter, .SBP),
    NormalValue("aorta, diastolic", "mmHg", "70 (60–90)", 60...90, catheter, .DBP),
    NormalValue("aorta, mean", "mmHg", "85 (70–105)", 70...105, catheter, .MAP),
    NormalValue("the same, by age", "mmHg", "95 ± 8", 79...111, "McEniery 2005, men of 45 y", .MAP),
  ]

  private static let volumes: [NormalValue] = [
    NormalValue("LV end-diastolic volume", "mL", "160 ± 29", 102...218, hudsmith, .LVEDV),
    NormalValue("the same, by echo", "mL", "106 (62–150)", 62...150, "Lang 2015", .LVEDV),
    NormalValue("LV end-diastolic volume, indexed", "mL/m²", "81 ± 12", 57...105, kawel, .LVEDVi),
    NormalValue("LV end-systolic volume", "mL", "50 ± 16", 18...82, hudsmith, .LVESV),
    NormalValue("LV ejection fraction", "%", "67 ± 5", 57...77, kawel, .LVEF),
    NormalValue("LV mass", "g", "134 ± 21", 92...176, kawel, .LVMass),
    NormalValue("LV mass, indexed", "g/m²", "67 ± 9", 49...85, kawel) { $0[.LVMass] / $0.surface },
    NormalValue("LV diameter, diastole (Teichholz)", "mm", "50 ± 4 (42–58)", 42...58, "Lang 2015", .LVIDd),
    NormalValue("LV diameter, systole (Teichholz)", "mm", "32 ± 4 (25–40)", 25...40, "Lang 2015", .LVIDs),
    NormalValue("RV end-diastolic volume", "mL", "190 ± 33", 124...256, hudsmith, .RVEDV),
    NormalValue("RV end-systolic volume", "mL", "78 ± 20", 38...118, hudsmith, .RVESV),
    NormalValue("LA largest volume, indexed", "mL/m²", "25 (16–34)", 16...34, "Lang 2015", .LAVI),
    NormalValue("LA largest volume", "mL", "103 ± 30", 43...163, hudsmith, .LAVmax),
    NormalValue("LA emptying fraction", "%", "55–65", 55...65, "usual*") {
      100 * (1 - $0[.LAVmin] / $0[.LAVmax])
    },
    NormalValue("global longitudinal strain", "%", "−16.7 or beyond", -25...(-16.7), "NORRE", digits: 1, .GLS),
  ]

  private static let pump: [NormalValue] = [
    NormalValue("heart rate", "/min", "60–80 (50–100)", 50...100, "usual*", .HR),
    NormalValue("cardiac output", "L/min", "5–6", 5...6, catheter, digits: 1, .CO),
    NormalValue("cardiac index", "L/min/m²", "3.0 (2.5–4.0)", 2.5...4, catheter, digits: 2, .CI),
    NormalValue("stroke volume", "mL", "70–90", 70...90, "usual*", .FSV),
    NormalValue("stroke volume, indexed", "mL/m²", "35–45", 35...45, "usual*; by CMR 54", digits: 1) {
      $0[.FSV] / $0.surface
    },
    NormalValue("systemic resistance", "dyn·s/cm⁵", "1100 (800–1400)", 800...1400, catheter, .SVR),
    NormalValue("the same, by age", "dyn·s/cm⁵", "1292 ± 15 %", 904...1680, "McVeigh 1999, 45 y", .SVR),
    NormalValue("pulmonary resistance", "WU", "1.0–1.5 (below 2)", 0...2, "ESC/ERS 2022", digits: 2, .PVR),
    NormalValue("steepest rise of LV pressure", "mmHg/s", "1500 (1200–2000)", 1200...2000, catheter, .dPdtMax),
    NormalValue(
      "time constant of relaxation (log fit)", "ms", "38.5 ± 4.9", 28.7...48.3, "PMID 1339812", digits: 1, .tau),
    NormalValue("arterial elastance, 0.9·SBP/SV", "mmHg/mL", "2.0", nil, "Chen 1998*", digits: 2) {
      0.9 * $0[.SBP] / $0[.FSV]
    },
    NormalValue("fibre stress at end systole, LV", "kPa", "30–40", 30...40, "one-fibre models", digits: 1) {
      $0.trace { $0.leftVentricularStress }.value(at: $0.activation + ($0[.PEP] + $0[.LVET]) / 1000)
    },
  ]

  private static let doppler: [NormalValue] = [
    NormalValue("E", "m/s", "0.6–0.9", 0.6...0.9, "usual*", digits: 2, .E),
    NormalValue("A", "m/s", "0.4–0.7", 0.4...0.7, "usual*", digits: 2, .A),
    NormalValue("E/A", "1", "1.28 ± 0.25", 0.78...1.78, nagueh, digits: 2, .EA),
    NormalValue("deceleration time of E", "ms", "181 ± 19", 143...219, nagueh, .DT),
    NormalValue("isovolumic relaxation time", "ms", "74 ± 7", 60...88, nagueh, .IVRT),
    NormalValue("e′, septal and lateral averaged", "cm/s", "14.2 ± 2.3", 9.6...18.8, nagueh, digits: 1, .ePrime),
    NormalValue("E/e′", "1", "below 14", 0...14, "Nagueh 2016*", digits: 1, .EePrime),
    NormalValue("pulmonary vein, S/D", "1", "1.21 ± 0.2", 0.81...1.61, nagueh, digits: 2, .PVSD),
    NormalValue("mitral area", "cm²", "4–6", 4...6, "usual*", digits: 1, .MVA),
    NormalValue("mitral mean gradient", "mmHg", "0.5–2", 0.5...2, "usual*", digits: 1, .MVmeanGradient),
    NormalValue("mitral peak gradient, 4·E²", "mmHg", "2–4", 2...4, "usual*", digits: 1) { 4 * $0[.E] * $0[.E] },
    NormalValue("aortic valve, fastest", "m/s", "1.0–1.4", 1...1.4, "usual*", digits: 2, .AoVmax),
    NormalValue("aortic valve area", "cm²", "3–4", 3...4, "usual*", digits: 1) {
      $0.heart.aorticValve.openArea.squareCentimetres
    },
    NormalValue(
      "tricuspid regurgitant jet it would have", "m/s", "below 2.8", 0...2.8, "ESC/ERS 2022", digits: 2, .TRVmax),
  ]

  /// Weissler 1968 at the model's rate, men: mean and ± 2 SD.
  private static let timing: [NormalValue] = [
    NormalValue("QS2, 546 − 2.1·HR", "ms", "403 ± 14", 375...431, "Weissler 1968*") { $0[.PEP] + $0[.LVET] },
    NormalValue("LVET, 413 − 1.7·HR", "ms", "297 ± 10", 277...317, "Weissler 1968*", .LVET),
    NormalValue("PEP, 131 − 0.4·HR", "ms", "104 ± 13", 78...130, "Weissler 1968*", .PEP),
    NormalValue("PEP/LVET", "1", "0.35 ± 0.04", 0.27...0.43, "Weissler 1968*", digits: 2) { $0[.PEP] / $0[.LVET] },
    NormalValue("time to peak aortic flow", "ms", "79 ± 11", 57...101, "Kamimura 2016") {
      let flow = $0.trace { $0.flows.aortic }.maximum()
      return 1000 * (flow.time - $0.activation) - $0[.PEP]
    },
    NormalValue("closing volume of the aortic valve", "mL", "0.73 ± 0.63", 0...2, "Bensalah 2014", digits: 1) {
      $0.reading.valves.aortic.backwardVolume
    },
    NormalValue("PR", "ms", "120–200", 120...200, "usual*") { 1000 * ($0.activation + Electrocardiogram.atrialLag) },
  ]
}
