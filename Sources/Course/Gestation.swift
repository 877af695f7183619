// Pregnancy: what weeks change in a heart and its vessels, by linear interpolation between
//
//   week                        0     12     24     30     40
//   systemic resistance         1    0.83   0.74   0.72   0.77    nadir −331 dyn·s/cm⁵ of some 1,200 (Mulder 2022)
//   rate, /min                  0     +6    +10    +13    +17
//   blood volume                0     +7    +25    +36    +42 %
//   defended pressure, mmHg     0     −4     −6     −4     +1
//   ventricles (volume)         0     +3     +8    +12    +12 %   muscle twice that
//   resistance of the lungs     1    0.85   0.72   0.68   0.66    −34 % at term (Clark 1989)
//
// Most of the added blood lies in slack veins: the wedge pressure does not change (Clark 1989: 7.5 mmHg against 6.3 after).
// The share of it that does is chosen for that.

import Circulation
import Lanes
import Quantities

/// The changes by a week of pregnancy.
struct Gestation {
  let resistance: Double
  let rate: Double
  let blood: Double
  let pressure: Double
  let ventricles: Double
  let lungs: Double

  private static let weeks = [0.0, 12, 24, 30, 40]
  /// Share of the added blood that lies in veins without stretching them.
  private static let slack = 0.86

  /// - Parameter weeks: 0…42.
  init(weeks: Double) {
    func at(_ values: [Double]) -> Double {
      let table = Self.weeks
      guard let next = table.indices.first(where: { table[$0] >= weeks }) else { return values[values.count - 1] }
      guard next > 0 else { return values[0] }
      let part = (weeks - table[next - 1]) / (table[next] - table[next - 1])
      return values[next - 1] + part * (values[next] - values[next - 1])
    }
    resistance = at([1, 0.83, 0.74, 0.72, 0.77])
    rate = at([0, 6, 10, 13, 17])
    blood = at([0, 0.07, 0.25, 0.36, 0.42])
    pressure = at([0, -4, -6, -4, 1])
    ventricles = at([0, 0.03, 0.08, 0.12, 0.12])
    lungs = at([1, 0.85, 0.72, 0.68, 0.66])
  }

  func apply(to body: inout RegulatedHeart) {
    let added = blood * body.fluid.volume
    body.fluid.volume += added
    body.heart.bloodVolume = body.heart.bloodVolume + .millilitres(added)
    body.heart.systemic.venousUnstressed =
      body.heart.systemic.venousUnstressed + .millilitres(Self.slack * added)
    body.heart.scaleSystemicResistance(resistance)
    body.heart.scalePulmonaryResistance(lungs)
    body.heart.heartRate = .perMinute(body.heart.heartRate.perMinute + rate)
    let area = Double.power(1 + ventricles, 2.0 / 3)
    body.heart.growLeftVentricle(area: area, muscle: 1 + 2 * ventricles)
    body.heart.rightVentricle.referenceArea *= area
    body.heart.rightVentricle.wallVolume *= 1 + 2 * ventricles
    body.reflexes.arterialSet += pressure
  }
}
