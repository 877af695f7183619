// Elementary functions of a lane: the same operations in the same order for one heart and for eight, on every machine and
// in the browser, so that results are bit-identical everywhere. They call no maths library (Embedded Swift links none).

extension Lane {
  /// e to the power of `x`.
  ///
  /// x = k·ln 2 + r with |r| ≤ ½ ln 2; e^r by its Taylor polynomial of degree 12, whose remainder is at most
  /// r¹³/13!·e^r < 2.1e-16; the product k·ln 2 is split in two so that r keeps its last bits. Relative error below 1e-15
  /// on −708 … 709 (tested against the system's library); arguments beyond are taken as the nearest end.
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

  /// e to the power of `r` for |r| ≤ 0.35, relative error below 5e-16 there; no range reduction.
  @inlinable @inline(__always)
  public static func smallExponential(_ r: Self) -> Self {
    let r2 = r * r
    let r4 = r2 * r2
    let a = 1 + r + r2 * (0.5 + r * 0.16666666666666666)
    let b = 0.041666666666666664 + r * 0.008333333333333333 + r2 * (0.001388888888888889 + r * 1.984126984126984e-4)
    let c = 2.48015873015873e-5 + r * 2.7557319223985893e-6 + r2 * (2.755731922398589e-7 + r * 2.505210838544172e-8)
    return a + r4 * (b + r4 * (c + r4 * 2.08767569878681e-9))
  }

  /// The hyperbolic tangent; absolute error below 1e-15.
  @inlinable @inline(__always)
  public static func hyperbolicTangent(_ x: Self) -> Self {
    let e = exponential(2 * x)
    return 1 - 2 / (e + 1)
  }
}
