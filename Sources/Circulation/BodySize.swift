import Lanes
import Quantities

// How large a body is, as far as the circulation minds.
//
//   body surface   0.007184 · kg^0.425 · cm^0.725 m²
//                  Du Bois & Du Bois, Arch Intern Med 1916;17:863
//   blood volume   men 0.3669·h³ + 0.03219·w + 0.6041 L (h in m, w in kg),
//                  women 0.3561·h³ + 0.03308·w + 0.1833 L                    Nadler et al., Surgery 1962;51:224

extension Body {
  /// The ages that the model stands for, years. Children are another matter: their hearts are not small adult hearts.
  public static var modelledAges: ClosedRange<Double> { 18...100 }
  /// The heights that the model stands for, cm.
  public static var modelledHeights: ClosedRange<Double> { 140...210 }
  /// The weights that the model stands for, kg.
  public static var modelledWeights: ClosedRange<Double> { 40...160 }

  /// The body's surface, m² (Du Bois 1916). Height and weight must be above zero.
  public var bodySurface: Double {
    0.007184 * Double.power(weight, 0.425) * Double.power(height, 0.725)
  }

  /// The blood that a healthy person of this size holds (Nadler 1962).
  public var expectedBloodVolume: Volume {
    let metres = height / 100
    let cube = metres * metres * metres
    switch sex {
    case .male: return .litres(0.3669 * cube + 0.03219 * weight + 0.6041)
    case .female: return .litres(0.3561 * cube + 0.03308 * weight + 0.1833)
    }
  }

  /// The nearest body that the model stands for: age, height and weight beyond its ranges are taken as at their ends.
  public var nearestModelled: Body {
    func bounded(_ value: Double, _ range: ClosedRange<Double>) -> Double {
      min(max(value, range.lowerBound), range.upperBound)
    }
    return Body(
      age: bounded(age, Self.modelledAges), sex: sex, height: bounded(height, Self.modelledHeights),
      weight: bounded(weight, Self.modelledWeights))
  }
}
