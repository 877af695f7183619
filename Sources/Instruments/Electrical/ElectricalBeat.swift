// The heart as a source of current: one dipole whose strength and direction follow the activation of the walls.
//
// Every wall gives one or two Gaussian waves of a heart vector (X to the left, Y to the feet, Z to the back, mV in
// Frank's leads; waves as in McSharry et al., IEEE Trans Biomed Eng 2003;50:289). Marks: [m] figure known from the
// literature and not looked up again, [c] chosen, held by the test named.
//
// When. The septum is activated first; free walls follow by the healthy conducting tissue's own lag h or by their delay
// d of the heart's definition, whichever rules: √(h² + d²). h = 23 ms to the left, 20 ms to the right free wall (the
// last wall is reached some 80 ms after the first, Durrer et al., Circulation 1970;41:899 [m]). Conduction takes its
// time along the wall: lags and widths of the left ventricle go with muscle^⅓. [c] QRS 80–105 ms in health:
// `intervalsOfTheHealthyAdultAreNormal`.
//
// The clock is the model's: QRS begins with ventricular, P 32 ms before atrial activation. Force comes later by itself,
// as muscle is switched on slowly: the healthy aortic valve opens 93 ms after QRS (131 − 0.4·HR = 104 ms at 68/min,
// Weissler et al., Circulation 1968;37:149 [m]), so QRS is not put earlier. P is, by 32 ms: it begins at the sinus
// node, and the left atrium, which the model's atria stand for, is reached and shortens later. From P to the ring's
// late wave healthy people have 54 ± 24 ms (Akamatsu et al., Cardiovasc Ultrasound 2020;18,
// doi:10.1186/s12947-020-00205-2); [c] `theRingsLateWaveFollowsPAsInPeople`. So PR is the heart's
// `atrioventricularDelay` and 32 ms.
//
// How strong. A wave goes with its wall's muscle; with the cavity's volume^⅓, since a larger heart comes nearer to the
// chest wall and blood enhances what points to it (Brody, Circ Res 1956;4:731 [m]); and with height/weight, for field
// falls with the square of the distance and the trunk's radius goes with √(weight/height). [c] Sokolow–Lyon's sum 18 to
// 30 mm in the healthy man, above 35 in the compensated ventricle: `volumeLoadRaisesTheVoltage`.
//
// Left bundle branch block. With the left wall later than the right by d, a share b = d²/(d² + 40²) of the septum is
// activated from right to left, and fronts that used to cancel each other no longer meet: the left wall's waves grow by
// 0.25·b and widen by 0.4·b. [c] QRS = d/0.6 ± 15 ms, the relation by which a case's QRS becomes a delay:
// `aLateWallWidensTheComplex`.
//
// Repolarisation. The area under QRS and T together, the ventricular gradient, does not depend on the order of
// activation (Wilson et al., Am Heart J 1934;10:46). So the T wave is the gradient less the area under QRS: it turns
// against a wide or a very large complex by itself ("strain"). Gradient 90 mV·ms, 30° down and 20° to the front, in the
// reference man (normal means 81 in women, 110 in men: Scherptong et al., Pacing Clin Electrophysiol 2008;31:1227 [m]),
// in other bodies as the healthy heart's muscle; hypertrophy adds none.
//
// QT = 402 ms (women 414) · RR^⅓, Fridericia 1920, means as in Rijnbeek et al., J Electrocardiol 2014;47:914 [m], and
// later by as much as the left wall is late, in its share of the muscle.
//
// Atria. Right at 30 ms; left at 30 + 34·√v ms, 15·√v wide, v: largest volume over the 64 mL of this package's healthy
// man, per body surface: the way is longer and the stretched wall slower. Strength of the left with v^⅓. [c] P above
// 120 ms where LAVI is far beyond 48: `aLargeAtriumMakesPMitrale`.

import Quantities
import Circulation
import Findings
import Lanes

/// A direction and strength in Frank's leads: X to the left, Y to the feet, Z to the back; mV, or mV·s of an area.
struct HeartVector: Sendable {
  var x, y, z: Double

  static let zero = HeartVector(x: 0, y: 0, z: 0)

  init(x: Double, y: Double, z: Double) { (self.x, self.y, self.z) = (x, y, z) }

  init(_ x: Double, _ y: Double, _ z: Double) { self.init(x: x, y: y, z: z) }

  static func + (a: HeartVector, b: HeartVector) -> HeartVector { HeartVector(a.x + b.x, a.y + b.y, a.z + b.z) }
  static func - (a: HeartVector, b: HeartVector) -> HeartVector { HeartVector(a.x - b.x, a.y - b.y, a.z - b.z) }
  static func * (a: HeartVector, s: Double) -> HeartVector { HeartVector(a.x * s, a.y * s, a.z * s) }

  var magnitude: Double { (x * x + y * y + z * z).squareRoot() }
}

/// A wave of the heart vector: Gaussian, with a width of its own on either side of the peak, s.
struct ElectricalWave: Sendable {
  var centre: Double
  var rise: Double
  var fall: Double
  var peak: HeartVector

  init(at centre: Double, width: Double, _ peak: HeartVector) {
    (self.centre, rise, fall, self.peak) = (centre, width, width, peak)
  }

  init(at centre: Double, rise: Double, fall: Double, _ peak: HeartVector) {
    (self.centre, self.rise, self.fall, self.peak) = (centre, rise, fall, peak)
  }

  /// The vector at a time on the wave's own clock, mV.
  func value(at time: Double) -> HeartVector {
    let x = (time - centre) / (time < centre ? rise : fall)
    return x * x < 60 ? peak * Double.exponential(-0.5 * x * x) : .zero
  }

  /// The area under it, mV·s.
  var area: HeartVector { peak * ((rise + fall) * 1.2533141373155001) }
}

/// What makes a heart's electrical waves large or late.
struct ElectricalSource: Sendable {
  /// Muscle of the left ventricle's free wall, the septum and the right ventricle over the reference man's; volumes at
  /// the end of diastole over his, the left atrium's largest per body surface over his.
  var left, septal, right, leftVolume, rightVolume, atrium: Double
  /// Delays of the walls behind the first, s.
  var leftDelay, septalDelay, rightDelay: Double
  /// Voltage at the skin over that in the reference man; and the gradient's size over his.
  var skin, gradient: Double
  var woman: Bool
  /// How much wider waves are that start in the muscle itself.
  var spread = 1.0

  init(_ examined: Examined) {
    let heart = examined.heart
    let reference = HeartDefinition.healthyAdult
    let body = examined.body
    func share(_ wall: WallDefinition, _ of: WallDefinition) -> Double {
      wall.wallVolume.millilitres / of.wallVolume.millilitres
    }
    left = share(heart.leftVentricle, reference.leftVentricle)
    septal = share(heart.septum, reference.septum)
    right = share(heart.rightVentricle, reference.rightVentricle)
    // End-diastolic volumes of the reference man, mL, and his left atrium's.
    leftVolume = max(examined[.LVEDV] ?? 140, 20) / 140
    rightVolume = max(examined[.RVEDV] ?? 155, 20) / 155
    atrium = max(examined[.LAVmax] ?? 64, 10) / 64 * Body.reference.bodySurface / body.bodySurface
    leftDelay = heart.leftVentricle.activationDelay.seconds
    septalDelay = heart.septum.activationDelay.seconds
    rightDelay = heart.rightVentricle.activationDelay.seconds
    skin = body.height / body.weight * Body.reference.weight / Body.reference.height
    gradient = share(HeartDefinition.healthy(for: body).leftVentricle, reference.leftVentricle)
    woman = body.sex == .female
  }

  /// The same heart activated from the right ventricle's muscle instead of its conducting tissue: a premature beat. The
  /// left wall comes 80 ms late, and fronts spread slower (QRS some 150 ms, usual in such beats: [c]).
  var premature: ElectricalSource {
    var copy = self
    copy.leftDelay = 0.08
    copy.septalDelay = 0.02
    copy.rightDelay = 0
    copy.spread = 1.15
    return copy
  }

  /// The waves of the ventricles' activation and of their recovery, on a clock that starts with the first wall.
  ///
  /// - Parameter preceding: the interval before the beat, s.
  func ventricularWaves(preceding: Double) -> [ElectricalWave] {
    let length = Double.cubeRoot(left)
    let nearLeft = Double.cubeRoot(leftVolume) * skin
    let nearRight = Double.cubeRoot(rightVolume) * skin
    let late = max(leftDelay - rightDelay, 0)
    let block = late * late / (late * late + 0.0016)
    let width = length * spread * (1 + 0.4 * block)
    let free = 1 + 0.25 * block
    let start = 0.016
    // The wider front begins sooner than the delay tells of its middle.
    let leftAt = start + lag(0.023 * length, leftDelay) - 0.022 * block
    let rightAt = start + lag(0.020, rightDelay)
    let septalAt = start + septalDelay
    var waves = [
      ElectricalWave(
        at: septalAt, width: 0.006 * length * spread,
        HeartVector(-0.22, -0.05, -0.33) * (septal * nearLeft * (1 - block))),
      ElectricalWave(
        at: septalAt + 0.016, width: 0.013 * length * spread,
        HeartVector(0.62, 0.20, 0.30) * (septal * nearLeft * block)),
      ElectricalWave(at: leftAt, width: 0.0105 * width, HeartVector(1.20, 0.80, 0.18) * (left * nearLeft * free)),
      ElectricalWave(
        at: leftAt + 0.021 * length * spread, width: 0.0115 * width,
        HeartVector(0.15, -0.05, 0.88) * (left * nearLeft * free)),
      ElectricalWave(at: rightAt, width: 0.009 * spread, HeartVector(-0.22, 0.05, -0.35) * (right * nearRight)),
    ]
    let area = waves.reduce(HeartVector.zero) { $0 + $1.area }
    // The gradient's direction: 30° to the feet, 20° to the front.
    let gradient = HeartVector(0.8138, 0.5, -0.2962) * (0.090 * self.gradient * skin)
    let pace = Double.cubeRoot(min(max(preceding, 0.25), 2))
    let rise = 0.058 * pace
    let fall = 0.038 * pace
    let end = (woman ? 0.414 : 0.402) * pace + 0.7 * (leftAt - start - 0.023)
    waves.append(
      ElectricalWave(
        at: end - 2 * fall, rise: rise, fall: fall, (gradient - area) * (1 / ((rise + fall) * 1.2533141373155001))))
    return waves
  }

  private func lag(_ healthy: Double, _ delay: Double) -> Double { (healthy * healthy + delay * delay).squareRoot() }

  /// The waves of the atria, on a clock that starts with P.
  var atrialWaves: [ElectricalWave] {
    let way = atrium.squareRoot()
    return [
      ElectricalWave(at: 0.030, width: 0.013, HeartVector(0.05, 0.10, -0.05) * skin),
      ElectricalWave(
        at: 0.030 + 0.034 * way, width: 0.015 * way, HeartVector(0.08, 0.05, 0.035) * (Double.cubeRoot(atrium) * skin)),
    ]
  }

  /// Fibrillation, a flutter of the baseline: two waves near 6 a second (350 to 600 a minute) that beat against each
  /// other, up to about 0.1 mV in V1 [m].
  func fibrillation(at time: Double) -> HeartVector {
    let sway = 0.7 * Double.sine(2 * Double.pi * 0.31 * time) + 0.5 * Double.sine(2 * Double.pi * 0.77 * time + 1)
    let first = Double.sine(2 * Double.pi * 6.1 * time + 2 * sway)
    let second = Double.sine(2 * Double.pi * 7.3 * time + 1.3 - 1.5 * sway)
    return HeartVector(0.018, 0.035, -0.055) * ((0.65 * first + 0.45 * second) * skin)
  }
}
