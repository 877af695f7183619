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
  public let step = 0.01
  /// Atrium at each end of systole while contrast enters, over the ventricle at its darkest in that beat.
  public private(set) var ratios: [Double] = []
  /// 0 to 4.
  public let grade: Int
  /// As measured, mL.
  public let endDiastolicVolume: Double
  public let endSystolicVolume: Double

  /// Length of the injection, s.
  public static let injection = 4.0
  /// Ratios of density from which a grade of 1, 2, 3 and 4 is given.
  static let thresholds = (seen: 0.10, filled: 0.45, dense: 0.58, atOnce: 0.75)

  /// - Parameter duration: s.
  public init(_ examined: Examined, duration: Double = 8) {
    let dye = DyeRun(examined, duration: duration, step: step)
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

  init(_ examined: Examined, duration: Double, step: Double) {
    let count = Int(duration / step)
    var place = examined.representative
    var index = 0
    var inVentricle = 0.0
    var inAtrium = 0.0
    var time = 0.0
    var last = 1.0
    var darkest = 0.0
    while ventricle.count < count {
      let beat = examined.beats[place]
      let sample = beat.samples[index]
      let dt = beat.step
      let ofVentricle = inVentricle / max(sample.leftVentricularVolume, 5)
      let ofAtrium = inAtrium / max(sample.leftAtrialVolume, 5)
      let through = sample.flows.mitral
      let passed = (through > 0 ? ofAtrium : ofVentricle) * through * dt
      // What flows back into the lungs' veins is lost to sight.
      let lost = max(-sample.pulmonaryVeinFlow, 0) * ofAtrium * dt
      inAtrium -= passed + lost
      inVentricle += passed - max(sample.flows.aortic, 0) * ofVentricle * dt
      if time >= 0.3, time < 0.3 + Angiogram.injection { inVentricle += dt }
      let depth = (
        6 / Double.pi * max(sample.leftAtrialVolume, 5), 6 / (1.75 * Double.pi) * max(sample.leftVentricularVolume, 5)
      )
      let atrial = ofAtrium * Double.cubeRoot(depth.0)
      let ventricular = ofVentricle * Double.cubeRoot(depth.1)
      if Double(ventricle.count) * step <= time {
        ventricle.append(ventricular)
        atrium.append(atrial)
      }
      darkest = max(darkest, ventricular)
      // The end of systole: flow through the mitral valve turns forward.
      if last <= 0, through > 0, time > 0.6, time < 0.3 + Angiogram.injection, index > beat.samples.count / 3 {
        ratios.append(atrial / max(darkest, 1e-9))
        darkest = 0
      }
      last = through
      time += dt
      index += 1
      if index >= beat.samples.count - 1 {
        index = 0
        place = (place + 1) % examined.beats.count
      }
    }
  }
}
