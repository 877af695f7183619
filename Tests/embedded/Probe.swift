// What the rooms may use in Embedded Swift, in small: the vector shims, generics, arrays, closures, typed throws.
import CLanes

struct Refusal: Error {}

struct Entry: Sendable {
  let identifier: StaticString
  let change: @Sendable (inout Double, Double) -> Void
}

let catalogue = [
  Entry(identifier: "widen") { $0 += $1 },
  Entry(identifier: "narrow") { $0 -= $1 },
]

func area(of value: Double) throws(Refusal) -> Double {
  guard value >= 0 else { throw Refusal() }
  return value.squareRoot()
}

@c public func probe(_ start: Double) -> Double {
  var value = start
  for entry in catalogue { entry.change(&value, 2) }
  let roots = clanes_sqrt(SIMD8(repeating: value))
  return ((try? area(of: value)) ?? 0) + roots.sum()
}
