// Must not link: there is no mathematical library here.
@_silgen_name("tanh") func tanh(_ x: Double) -> Double

public func smoothStep(_ x: Double) -> Double { tanh(x) }
