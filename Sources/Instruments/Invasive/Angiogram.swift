// The left ventriculogram: contrast into the ventricle, and the eye on the atrium behind it.
//
// Dye. Ventricle and atrium mix what they hold (two stirred tanks); contrast enters the ventricle for 4 s, the beat's
// own flows carry it on and back, blood from the lungs brings none. An X-ray shadow darkens with the dye's
// concentration times the depth that the ray crosses: atrium as a sphere, ventricle by its short axis (an ellipsoid
// 1.75 times as long as wide). So a large atrium looks denser than its share of dye, and takes more beats to get there.
//
// Grade, after Sellers et al. (Am J Cardiol 1964;14:437): the atrium at the end of each systole while contrast still
// enters, against the ventricle at its darkest within that beat, as it was before it emptied (held against the emptied
// ventricle, a fraction of 38 % beside an ejection fraction of 78 % would be 3+):
//   0    nothing but the puff of a closing valve                        1+   a jet that clears, the atrium never filled
//   2+   faint, but all of it, after some beats                         3+   as dense as the ventricle after some beats
//   4+   as dense at once
// What "faint" and "dense" mean as ratios of density is chosen (`thresholds`) so that the grades fall where regurgitant
// fractions of 30, 40 and 50 % part them (ASE 2017, table of grades); held by `sellersGradeRisesWithTheLeak`.
//
// Volumes by area and length of the silhouette, V = 8·A²/(3π·L) (Dodge & Sandler, Am J Cardiol 1966;18:10 [m]). The
// silhouette holds papillary muscles and, in diastole, trabeculae with the dye between them, 9 % of the muscle [m]; in
// systole these close, and 3 % are left. Nor is it an ellipsoid. What a cast of the cavity holds is 0.81·V + 1.9 mL
// (Kennedy et al., Circulation 1970;41:33 [m]). The outline's excess, 12 %, is chosen so that healthy volumes are read
// right; with another share of muscle they are not quite. Held by `theVentriculogramMeasuresTheHealthyVentricle`. [m]:
// known from the literature and not looked up again.

import Circulation
import Findings
import Lanes

/// What a left ventriculogram shows.
public struct Angiogram: Sendable {
  /// Density of the ventricle's and of the atrium's shadow, relative to the ventricle's largest, and the distance of
  /// the samples, s. Time zero is the QRS complex before the injection.
  public private(set) var ventricle: [Double] = []
  public private(set) var atrium: [Double] = []
  public let step = Angiogram.sampling
  private static let sampling = 0.01
  /// Atrium at each end of systole while contrast enters, over the ventricle at its darkest in that beat.
  public private(set) var ratios: [Double] = []
  /// 0 to 4.
  public let grade: Int
  /// As measured, mL.
  public let endDiastolicVolume: Double
  public let endSystolicVolume: Double

  /// Length of the injection, s.
  public static let injection = 4.0
  /// When it begins, s.
  public static let injectionStart = 0.3
  /// Ratios of density from which a grade of 1, 2, 3 and 4 is given.
  static let thresholds = (seen: 0.10, filled: 0.45, dense: 0.58, atOnce: 0.75)

  /// - Parameter duration: s.
  public init(_ examined: Examined, duration: Double = 8) {
    self.init(examined, DyeRun(examined, duration: duration, step: Self.sampling, isDrawn: true))
  }

  /// What the readings need: no longer than contrast enters, and without the curves.
  init(readingsOf examined: Examined) {
    self.init(
      examined, DyeRun(examined, duration: Self.injectionStart + Self.injection, step: Self.sampling, isDrawn: false))
  }

  private init(_ examined: Examined, _ dye: DyeRun) {
    let largest = max(dye.ventricle.max() ?? 1, 1e-12)
    ventricle = dye.ventricle.map { $0 / largest }
    atrium = dye.atrium.map { $0 / largest }
    ratios = dye.ratios
    let top = ratios.max() ?? 0
    let marks = Self.thresholds
    grade = top < marks.seen ? 0 : top < marks.filled ? 1 : top < marks.dense ? 2 : top < marks.atOnce ? 3 : 4
    let muscle = (examined[.LVMass] ?? 140) / 1.05
    func measured(_ silhouette: Double) -> Double { 0.81 * silhouette * 1.12 + 1.9 }
    endDiastolicVolume = measured((examined[.LVEDV] ?? 0) + 0.09 * muscle)
    endSystolicVolume = measured((examined[.LVESV] ?? 0) + 0.03 * muscle)
  }

  /// How many beats of contrast it took until the grade was to be seen; nil of grade 0.
  public var beatsToGrade: Int? {
    let marks = Self.thresholds
    let least = [Double.infinity, marks.seen, marks.filled, marks.dense, marks.atOnce][grade]
    return ratios.firstIndex { $0 >= least }.map { $0 + 1 }
  }

  /// The atrium's shadow against the ventricle's where it is darkest, percent.
  public var opacification: Int { Int((100 * (ratios.max() ?? 0) + 0.5).rounded(.down)) }

  /// As people write it: "3+".
  public var gradeText: String { grade == 0 ? "0" : "\(grade)+" }
  /// Percent, and mL.
  public var ejectionFraction: Double { 100 * (endDiastolicVolume - endSystolicVolume) / endDiastolicVolume }
  public var strokeVolume: Double { endDiastolicVolume - endSystolicVolume }
}

/// Contrast on its way through the left heart.
private struct DyeRun {
  var ventricle: [Double] = []
  var atrium: [Double] = []
  var ratios: [Double] = []

  /// Of a shadow: what a millilitre holds times how deep the ray goes through it; 1 for a sphere, else length over width.
  private static func density(_ content: Double, _ volume: Double, shape: Double) -> Double {
    content * Double.cubeRoot(6 / (shape * Double.pi) * volume)
  }

  init(_ examined: Examined, duration: Double, step: Double, isDrawn: Bool) {
    let beats = examined.beats.map { beat in beat.samples.map { DyeFlow($0) } }
    var place = examined.representative
    var index = 0
    var inVentricle = 0.0
    var inAtrium = 0.0
    var time = 0.0
    var last = 1.0
    var shown = 0
    // The cube of the darkest ventricle's density in this beat, but for a factor.
    var darkest = 0.0
    while time < duration {
      let flow = beats[place][index]
      let dt = examined.beats[place].step
      let ofVentricle = inVentricle / flow.ventricle
      let ofAtrium = inAtrium / flow.atrium
      let passed = (flow.mitral > 0 ? ofAtrium : ofVentricle) * flow.mitral * dt
      // What flows back into the lungs' veins is lost to sight.
      let lost = max(-flow.vein, 0) * ofAtrium * dt
      inAtrium -= passed + lost
      inVentricle += passed - max(flow.aortic, 0) * ofVentricle * dt
      let enters = time >= Angiogram.injectionStart && time < Angiogram.injectionStart + Angiogram.injection
      if enters { inVentricle += dt }
      darkest = max(darkest, ofVentricle * ofVentricle * ofVentricle * flow.ventricle)
      // The end of systole: flow through the mitral valve turns forward.
      let turns = last <= 0 && flow.mitral > 0 && time > 0.6 && enters && index > beats[place].count / 3
      let isShown = isDrawn && Double(shown) * step <= time
      if turns || isShown {
        let atrial = Self.density(ofAtrium, flow.atrium, shape: 1)
        let ventricular = Self.density(ofVentricle, flow.ventricle, shape: 1.75)
        if turns {
          ratios.append(atrial / max(Double.cubeRoot(6 / (1.75 * Double.pi) * darkest), 1e-9))
          darkest = 0
        }
        if isShown {
          ventricle.append(ventricular)
          atrium.append(atrial)
          shown += 1
        }
      }
      last = flow.mitral
      time += dt
      index += 1
      if index >= beats[place].count - 1 {
        index = 0
        place = (place + 1) % beats.count
      }
    }
  }
}

/// What of a sample moves the contrast: volumes, mL, at least 5; flows, mL/s.
private struct DyeFlow {
  let ventricle, atrium, mitral, aortic, vein: Double

  init(_ sample: Sample<Double>) {
    ventricle = max(sample.leftVentricularVolume, 5)
    atrium = max(sample.leftAtrialVolume, 5)
    mitral = sample.flows.mitral
    aortic = sample.flows.aortic
    vein = sample.pulmonaryVeinFlow
  }
}
