// Two-dimensional echocardiography through the chest: sizes, walls, mass, volumes, the mitral valve's form and the
// ring's motion, as a laboratory measures them (Lang et al., J Am Soc Echocardiogr 2015;28:1).
//
//   LVIDd, LVIDs   the cavity's largest width at its fullest and its emptiest, in the parasternal long axis
//   IVSd, PWd      the wall's thickness, shared between septum and free wall by their muscle
//   LVMass         0.8·1.04·((IVSd + LVIDd + PWd)³ − LVIDd³) + 0.6 g (Devereux et al., Am J Cardiol 1986;57:450)
//   LVEDV, LVESV   by discs in two apical views (Echo2D+Volumes.swift), by 3-D, and V = 7·D³/(2.4 + D) (Teichholz
//                  1976)
//   MVA            the edge of narrow leaflets, traced (NarrowMitralValve.swift)
//   LAd, LAVmax    the atrium's depth behind the aorta; 8/(3π)·A₁·A₂/L in two apical views
//   GLS            strain of the cavity's outline
//   MAPSE          descent of the ring; its speeds, s′ and e′, are tissue Doppler's to read
//   TAPSE          the right ventricle is as long as L = 7.1 cm·(EDV/160 mL)^⅓ (Lang 2015: 71 ± 6 mm), and empties
//                  mainly by its length: L_s = L·(ESV/EDV)^0.48 (chosen so that the healthy heart has 24 mm; Lang: 24
//                  ± 3.5)
//
// What scatters is what is measured; what is worked out inherits it. The ejection fraction counts as measured: contours
// that are drawn too wide are so in both frames, so that EDV and EF err apart, and ESV follows from them.

import Circulation
import Findings
import Lanes

/// What two-dimensional echocardiography shows of a heart, without scatter; lengths in cm, volumes in mL.
public struct Echo2D: Sendable {
  public let ventricle: VentricleMotion
  public let atrium: AtriumShape
  public let valve: MitralGeometry
  public let septalThickness: Double
  public let posteriorThickness: Double
  /// End-diastolic and end-systolic volumes.
  public let simpson, threeDimensional: (diastolic: Double, systolic: Double)
  public let atrialVolume: Double
  /// How far the tricuspid ring comes down, cm.
  public let tricuspidExcursion: Double

  public init(_ examined: Examined) {
    let beat = examined.beat
    ventricle = examined.ventricle
    let diastole = ventricle.endDiastole
    let systole = ventricle.endSystole
    septalThickness = diastole.thickness * ventricle.septalShare
    posteriorThickness = diastole.thickness * ventricle.freeShare
    simpson = (ApicalViews.discs.volume(diastole), ApicalViews.discs.volume(systole))
    threeDimensional = (ApicalViews.volumetric.volume(diastole), ApicalViews.volumetric.volume(systole))
    atrium = AtriumShape(volume: beat.trace { $0.leftAtrialVolume }.maximum().value)
    atrialVolume = atrium.areaLength
    valve = MitralGeometry(examined)
    let right = beat.trace { $0.rightVentricularVolume }
    let full = max(right.maximum().value, 1)
    let rest = max(right.minimum().value, 0.01) / full
    tricuspidExcursion = 7.1 * Double.cubeRoot(full / 160) * (1 - Double.power(rest, 0.48))
  }

  /// 2·PWd/LVIDd: up to 0.42 is normal (Lang 2015).
  public var relativeWallThickness: Double { posteriorThickness / ventricle.endDiastole.radius }

  /// Mass by the cube formula, g, from thicknesses and diameter in mm.
  public static func mass(septum: Double, diameter: Double, posterior: Double) -> Double {
    let outer = (septum + diameter + posterior) / 10
    let inner = diameter / 10
    return 0.8 * 1.04 * (outer * outer * outer - inner * inner * inner) + 0.6
  }
}

extension Instrument {
  /// Two-dimensional and three-dimensional echocardiography.
  public static let echo2D = Instrument(
    identifier: "echo-2d", title: "Two-dimensional echocardiography", accuracies: echoAccuracies, derive: Echo2D.workOut
  ) { examined in
    Echo2D(examined).report(examined)
  }

  private static let otterstad: StaticString =
    "repeated recordings scatter by 7–19 % over sizes (Eur Heart J 1997;18:507); here half as much for a length"

  private static let echoAccuracies = [
    Accuracy(.LVIDd, absolute: 1.6, source: "chosen, with the walls', so that the mass scatters as in Grothues 2002"),
    Accuracy(.LVIDs, absolute: 1.8, source: "as LVIDd; the border is less clear in systole"),
    Accuracy(
      .IVSd, absolute: 0.7, source: "chosen so that the mass scatters by 8–11 % (Grothues 2002: 11.6–15.7 %/√2)"),
    Accuracy(.PWd, absolute: 0.7, source: "as IVSd"),
    Accuracy(.LAd, relative: 0.05, source: otterstad),
    Accuracy(.LVEDV, by: .simpson, relative: 0.057, source: "Grothues 2002: differences of 5.5–10.5 %, over √2"),
    Accuracy(
      .LVEF, by: .simpson, absolute: 4,
      source: "Grothues 2002: differences of 8.6 % in health, 19.4 % in failure, over √2"
    ),
    Accuracy(
      .LVEDV, by: .threeDimensional, relative: 0.035,
      source: "Dorosz 2012: limits of agreement 34.2 against 55.9 mL, of the scatter of discs"),
    Accuracy(
      .LVEF, by: .threeDimensional, absolute: 3.4,
      source: "Dorosz 2012: limits of agreement 11.8 against 13.9 points, of the scatter of discs"),
    Accuracy(.LAVmax, relative: 0.1, source: "chosen: a tenth, the usual error of volumes by echo"),
    Accuracy(.annulusAP, relative: 0.05, source: otterstad),
    Accuracy(.MVA, by: .planimetry, relative: 0.1, source: "chosen: a traced area as two diameters of 5–7 % each"),
    Accuracy(.coaptationDepth, absolute: 1, source: "what the picture resolves, 1 mm"),
    Accuracy(.flailGap, absolute: 1, source: "what the picture resolves, 1 mm"),
    Accuracy(
      .flailWidth, relative: 0.15, source: "chosen: a width seen from the side, three times as uncertain as a length"),
    Accuracy(.GLS, absolute: 1.1, source: "EACVI/ASE task force (Farsalinos 2015): 5–9 % between readers; recalled"),
    Accuracy(.MAPSE, absolute: 1, source: "what the trace resolves, 1 mm"),
    Accuracy(.TAPSE, absolute: 1.5, source: "what the trace resolves, and an angle of the beam of up to 20°"),
  ]
}

extension Echo2D {
  fileprivate func report(_ examined: Examined) -> InstrumentReport {
    var report = InstrumentReport()
    let diastole = ventricle.endDiastole
    let systole = ventricle.endSystole
    report.note(.LVIDd, 20 * diastole.radius, by: .mode)
    report.note(.LVIDs, 20 * systole.radius, by: .mode)
    report.note(.IVSd, 10 * septalThickness, by: .mode)
    report.note(.PWd, 10 * posteriorThickness, by: .mode)
    report.note(.LAd, 10 * atrium.depthBehindAorta, by: .mode)
    report.note(.LVEDV, simpson.diastolic, by: .simpson)
    report.note(.LVEF, 100 * (1 - simpson.systolic / simpson.diastolic), by: .simpson)
    report.note(.LVEDV, threeDimensional.diastolic, by: .threeDimensional)
    report.note(
      .LVEF, 100 * (1 - threeDimensional.systolic / threeDimensional.diastolic), by: .threeDimensional)
    report.note(.LAVmax, atrialVolume, by: .simpson)
    report.note(.LAVmax, atrium.threeDimensional, by: .threeDimensional)
    if valve.isNative { report.note(.annulusAP, 10 * valve.annulusAP * MitralGeometry.annulusChord) }
    report.note(.MVA, NarrowMitralValve(examined.heart).traced, by: .planimetry)
    // The height of the tent is the same length by another name; it is told once.
    report.note(.coaptationDepth, valve.tentingHeight.map { 10 * $0 })
    report.note(.flailGap, valve.flail.map { 10 * $0.gap })
    report.note(.flailWidth, valve.flail.map { 10 * $0.width })
    report.note(.GLS, 100 * ventricle.strain)
    report.note(.MAPSE, 10 * ventricle.excursion)
    report.note(.TAPSE, 10 * tricuspidExcursion)
    valve.say(in: &report.signs)
    return report
  }

  /// What a laboratory works out from what it measured.
  @Sendable fileprivate static func workOut(_ report: inout InstrumentReport, _ examined: Examined) {
    for method in [MeasurementMethod.simpson, .threeDimensional] {
      guard let volume = report[.LVEDV, method], let fraction = report[.LVEF, method] else { continue }
      report.note(.LVESV, volume * (1 - fraction / 100), by: method)
      report.note(.SV, volume * fraction / 100, by: method)
    }
    if let diastolic = report[.LVIDd], let systolic = report[.LVIDs] {
      let full = Teichholz.volume(diameter: diastolic / 10)
      let empty = Teichholz.volume(diameter: systolic / 10)
      report.note(.LVEDV, full, by: .teichholz)
      report.note(.LVESV, empty, by: .teichholz)
      report.note(.LVEF, 100 * (1 - empty / full), by: .teichholz)
      if let septum = report[.IVSd], let posterior = report[.PWd] {
        report.note(.LVMass, mass(septum: septum, diameter: diastolic, posterior: posterior), by: .mode)
      }
    }
    if MitralGeometry.isNative(examined.heart) {
      report.signs.say(MitralGeometry.isTent(report[.coaptationDepth], report.signs), for: .tenting)
    }
    let surface = examined.body.bodySurface
    report.note(.LVEDVi, report[.LVEDV, .simpson].map { $0 / surface }, by: .simpson)
    report.note(.LVESVi, report[.LVESV, .simpson].map { $0 / surface }, by: .simpson)
    report.note(.LVIDsi, report[.LVIDs].map { $0 / surface }, by: .mode)
    report.note(.LAVI, report[.LAVmax, .simpson].map { $0 / surface }, by: .simpson)
  }
}

extension Teichholz {
  /// The volume, mL, that the formula gives a diameter, cm.
  public static func volume(diameter: Double) -> Double { 7 * diameter * diameter * diameter / (2.4 + diameter) }
}
