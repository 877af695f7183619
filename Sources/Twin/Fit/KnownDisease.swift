// What is known of the disease before anything of the heart is measured, and what the fit expects of it.

/// The kind of disease, as far as its story tells.
public struct KnownDisease: Sendable, Equatable {
  /// Too young for the heart to have grown.
  public var isAcute: Bool
  /// An infarction or a disease of the muscle has weakened and widened the left ventricle.
  public var isMuscleIll: Bool

  public init(isAcute: Bool, isMuscleIll: Bool = false) {
    self.isAcute = isAcute
    self.isMuscleIll = isMuscleIll
  }
}

extension FreeParameter {
  func center(_ disease: KnownDisease) -> Double {
    let expected = disease.isMuscleIll ? illCenter ?? center : center
    return disease.isAcute ? expected.acute : expected.chronic
  }

  func spread(_ disease: KnownDisease) -> Double { disease.isAcute ? spread.acute : spread.chronic }
}
