import CLanes

/// A number that is one heart (`Double`) or eight hearts side by side (`SIMD8<Double>`).
///
/// The equations are written once over `Lane`; every operation acts on each lane alone and rounds as IEEE 754 says, so
/// a lane of eight holds bit for bit what the same heart would give by itself. That is why the elementary functions are
/// our own (see `exponential`), why nothing is fused, and why there is no sum over lanes here.
///
/// Swift's `SIMD8` compiles arithmetic, square roots, comparisons and selections lane by lane; `CLanes` makes each one
/// instruction.
public protocol Lane: Sendable {
  /// A truth value per lane.
  associatedtype Mask: Sendable

  /// How many hearts one value holds.
  static var laneCount: Int { get }

  /// The same value in every lane.
  init(_ value: Double)

  /// The value in one lane; `lane` in `0 ..< laneCount`.
  subscript(lane lane: Int) -> Double { get set }

  static func + (a: Self, b: Self) -> Self
  static func - (a: Self, b: Self) -> Self
  static func * (a: Self, b: Self) -> Self
  static func / (a: Self, b: Self) -> Self
  static func + (a: Self, b: Double) -> Self
  static func - (a: Self, b: Double) -> Self
  static func * (a: Self, b: Double) -> Self
  static func / (a: Self, b: Double) -> Self
  static func + (a: Double, b: Self) -> Self
  static func - (a: Double, b: Self) -> Self
  static func * (a: Double, b: Self) -> Self
  static func / (a: Double, b: Self) -> Self
  static prefix func - (a: Self) -> Self

  /// The correctly rounded square root.
  var root: Self { get }

  /// The magnitude.
  var magnitude: Self { get }

  /// The smaller of two; `b` where either is not a number.
  static func minimum(_ a: Self, _ b: Self) -> Self

  /// The larger of two; `b` where either is not a number.
  static func maximum(_ a: Self, _ b: Self) -> Self

  /// Where a < b; false where either is not a number.
  static func isLess(_ a: Self, _ b: Self) -> Mask

  /// `a` where the mask holds, `b` elsewhere.
  static func select(_ mask: Mask, _ a: Self, _ b: Self) -> Self

  static func and(_ a: Mask, _ b: Mask) -> Mask
  static func or(_ a: Mask, _ b: Mask) -> Mask
  static func not(_ a: Mask) -> Mask

  /// Whether the mask holds in any lane.
  static func any(_ mask: Mask) -> Bool

  /// Whether the mask holds in one lane.
  static func holds(_ mask: Mask, lane: Int) -> Bool

  /// A mask from a truth value per lane.
  static func mask(_ holds: (Int) -> Bool) -> Mask

  /// 2 to the integer that `shifted` (the integer plus 1.5 · 2⁵²) holds in its low bits; the integer in −1022 … 1023.
  static func powerOfTwo(shifted: Self) -> Self
}

extension Double: Lane {
  public typealias Mask = Bool

  @inlinable @inline(__always) public static var laneCount: Int { 1 }

  @inlinable @inline(__always)
  public subscript(lane lane: Int) -> Double {
    get { self }
    set { self = newValue }
  }

  @inlinable @inline(__always) public var root: Double { self.squareRoot() }
  @inlinable @inline(__always)
  public static func minimum(_ a: Double, _ b: Double) -> Double { a < b ? a : b }
  @inlinable @inline(__always)
  public static func maximum(_ a: Double, _ b: Double) -> Double { b < a ? a : b }
  @inlinable @inline(__always) public static func isLess(_ a: Double, _ b: Double) -> Bool { a < b }
  @inlinable @inline(__always)
  public static func select(_ mask: Bool, _ a: Double, _ b: Double) -> Double { mask ? a : b }
  @inlinable @inline(__always) public static func and(_ a: Bool, _ b: Bool) -> Bool { a && b }
  @inlinable @inline(__always) public static func or(_ a: Bool, _ b: Bool) -> Bool { a || b }
  @inlinable @inline(__always) public static func not(_ a: Bool) -> Bool { !a }
  @inlinable @inline(__always) public static func any(_ mask: Bool) -> Bool { mask }
  @inlinable @inline(__always) public static func holds(_ mask: Bool, lane: Int) -> Bool { mask }
  @inlinable public static func mask(_ holds: (Int) -> Bool) -> Bool { holds(0) }

  @inlinable @inline(__always)
  public static func powerOfTwo(shifted: Double) -> Double {
    Double(bitPattern: (shifted.bitPattern &+ 1023) << 52)
  }
}

extension SIMD8: Lane where Scalar == Double {
  public typealias Mask = SIMD8<Int64>

  @inlinable @inline(__always) public static var laneCount: Int { 8 }
  @inlinable @inline(__always) public init(_ value: Double) { self.init(repeating: value) }

  @inlinable @inline(__always)
  public subscript(lane lane: Int) -> Double {
    get { self[lane] }
    set { self[lane] = newValue }
  }

  @inlinable @inline(__always) public static func + (a: Self, b: Self) -> Self { clanes_add(a, b) }
  @inlinable @inline(__always) public static func + (a: Self, b: Double) -> Self { clanes_add(a, Self(b)) }
  @inlinable @inline(__always) public static func + (a: Double, b: Self) -> Self { clanes_add(Self(a), b) }
  @inlinable @inline(__always) public static func - (a: Self, b: Self) -> Self { clanes_subtract(a, b) }
  @inlinable @inline(__always) public static func - (a: Self, b: Double) -> Self { clanes_subtract(a, Self(b)) }
  @inlinable @inline(__always) public static func - (a: Double, b: Self) -> Self { clanes_subtract(Self(a), b) }
  @inlinable @inline(__always) public static func * (a: Self, b: Self) -> Self { clanes_multiply(a, b) }
  @inlinable @inline(__always) public static func * (a: Self, b: Double) -> Self { clanes_multiply(a, Self(b)) }
  @inlinable @inline(__always) public static func * (a: Double, b: Self) -> Self { clanes_multiply(Self(a), b) }
  @inlinable @inline(__always) public static func / (a: Self, b: Self) -> Self { clanes_divide(a, b) }
  @inlinable @inline(__always) public static func / (a: Self, b: Double) -> Self { clanes_divide(a, Self(b)) }
  @inlinable @inline(__always) public static func / (a: Double, b: Self) -> Self { clanes_divide(Self(a), b) }
  @inlinable @inline(__always) public static prefix func - (a: Self) -> Self { clanes_negate(a) }

  @inlinable @inline(__always) public var root: Self { clanes_sqrt(self) }
  @inlinable @inline(__always) public var magnitude: Self { clanes_abs(self) }
  @inlinable @inline(__always) public static func minimum(_ a: Self, _ b: Self) -> Self { clanes_min(a, b) }
  @inlinable @inline(__always) public static func maximum(_ a: Self, _ b: Self) -> Self { clanes_max(a, b) }
  @inlinable @inline(__always) public static func isLess(_ a: Self, _ b: Self) -> SIMD8<Int64> { clanes_less(a, b) }
  @inlinable @inline(__always)
  public static func select(_ mask: SIMD8<Int64>, _ a: Self, _ b: Self) -> Self { clanes_select(mask, a, b) }
  @inlinable @inline(__always)
  public static func and(_ a: SIMD8<Int64>, _ b: SIMD8<Int64>) -> SIMD8<Int64> { clanes_and(a, b) }
  @inlinable @inline(__always)
  public static func or(_ a: SIMD8<Int64>, _ b: SIMD8<Int64>) -> SIMD8<Int64> { clanes_or(a, b) }
  @inlinable @inline(__always) public static func not(_ a: SIMD8<Int64>) -> SIMD8<Int64> { clanes_not(a) }
  @inlinable @inline(__always) public static func any(_ mask: SIMD8<Int64>) -> Bool { clanes_any(mask) != 0 }
  @inlinable @inline(__always) public static func holds(_ mask: SIMD8<Int64>, lane: Int) -> Bool { mask[lane] != 0 }

  @inlinable
  public static func mask(_ holds: (Int) -> Bool) -> SIMD8<Int64> {
    var mask = SIMD8<Int64>(repeating: 0)
    for lane in 0..<8 where holds(lane) { mask[lane] = -1 }
    return mask
  }

  @inlinable @inline(__always) public static func powerOfTwo(shifted: Self) -> Self { clanes_powerOfTwo(shifted) }
}
