// What a task asks of a body: oxygen.
//
//   cycling            VO2 = 10.8·W/kg + 7 mL/kg/min              (American College of Sports Medicine's equation)
//   1 MET              3.5 mL/kg/min
//   expected peak      45.2 − 0.35·age − 10.9·(1 man, 2 woman) − 0.15·weight/lb + 0.68·height/inch − 0.46·2 (cycle),
//                      mL/kg/min  (de Souza e Silva et al., FRIEND registry, n 10,881, 2018; error 6.6), at least 10
//   greatest rate      208 − 0.7·age                              (Tanaka, Monahan & Seals, JACC 2001;37:153)

import Quantities

/// A body's oxygen account.
public struct Demand: Sendable, Equatable {
  /// Oxygen at rest, L/min: one MET.
  public let rest: Double
  /// Of a healthy person of this age, sex and size at the end of a cycle test, METs.
  public let expectedPeak: Double
  /// Greatest heart rate, per minute.
  public let greatestRate: Double
  private let weight: Double

  public init(_ body: Body) {
    weight = body.weight
    rest = 0.0035 * body.weight
    let woman = body.sex == .female ? 1.0 : 0
    let peak =
      45.2 - 0.35 * body.age - 10.9 * (1 + woman) - 0.15 * body.weight / 0.45359 + 0.68 * body.height / 2.54
      - 0.46 * 2
    expectedPeak = max(peak, 10) / 3.5
    greatestRate = 208 - 0.7 * body.age
  }

  /// METs of cycling against a load, W.
  public func mets(watts: Double) -> Double { (10.8 * watts / weight + 7) / 3.5 }

  /// W that cost so many METs on a cycle; zero below unloaded pedalling (2 METs).
  public func watts(mets: Double) -> Double { max((3.5 * mets - 7) * weight / 10.8, 0) }

  /// Oxygen, L/min, for METs.
  public func oxygen(mets: Double) -> Double { rest * mets }

  /// Share of the reserve, 0 at rest … 1 at the expected peak.
  public func share(mets: Double) -> Double { min(max((mets - 1) / (expectedPeak - 1), 0), 1) }
}
