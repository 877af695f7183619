// Elementary functions of a lane: the same operations in the same order for one heart and for eight, on every machine
// and in the browser, so that results are bit-identical everywhere. They call no maths library (Embedded Swift links
// none).

extension Lane {
  /// e to the power of `x`.
  ///
  /// x = k·ln 2 + r with |r| ≤ ½ ln 2; the product k·ln 2 is split in two so that r keeps its last bits. Relative error
  /// below 1e-15 on −708 … 709 (tested against the system's library); arguments beyond are taken as the nearest end.
  /// What is not a number stays so.
  @inlinable @inline(__always)
  public static func exponential(_ x: Self) -> Self {
    let bounded = minimum(Self(709), maximum(Self(-708), x))
    let shift = 6755399441055744.0  // 1.5 · 2⁵²: adding it rounds to an integer
    let shifted = bounded * 1.4426950408889634 + shift
    let k = shifted - shift
    let r = bounded - k * 0.6931471803691238 - k * 1.9082149292705877e-10
    return smallExponential(r) * powerOfTwo(shifted: shifted)
  }

  /// e to the power of `r` for |r| ≤ 0.35, relative error below 7e-16 there; no range reduction.
  ///
  /// The polynomial 1 + r + r²·q(r) of degree 10 whose largest relative error on the interval is least (3.2e-16 before
  /// rounding, by Remez' exchange; Taylor's polynomial needs degree 12 for the same), in three groups that do not wait
  /// for each other.
  @inlinable @inline(__always)
  public static func smallExponential(_ r: Self) -> Self {
    let r2 = r * r
    let r4 = r2 * r2
    let a = (1 + r) + r2 * (0.4999999999999815 + r * 0.16666666666607066)
    let b = (0.04166666666825657 + r * 0.008333333373142626) + r2 * (0.0013888888493628051 + r * 0.00019841181852308246)
    let c = (2.4801945488290086e-05 + r * 2.7636530238722867e-06) + r2 * 2.7475213259396274e-07
    return a + r4 * (b + r4 * c)
  }

  /// The hyperbolic tangent; absolute error below 1e-15.
  @inlinable @inline(__always)
  public static func hyperbolicTangent(_ x: Self) -> Self {
    let e = exponential(2 * x)
    return 1 - 2 / (e + 1)
  }
}
