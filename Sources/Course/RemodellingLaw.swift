// The laws of `Remodelling.swift` in time: where each quantity is heading, and how far it gets in some days.

import Lanes

/// How the heart of one body answers load over weeks to years.
public struct RemodellingLaw: Sendable, Equatable {
  /// The healthy beat that loads are compared with.
  public let healthy: Strain
  /// Added to the targets of length, thickness and atrium: what a heart found in balance has that the law would not give
  /// it.
  public var offset = Remodelling()
  /// What drugs make of the laws; 1 is none.
  public var growth = 1.0
  public var decline = 1.0

  public init(healthy: Strain) { self.healthy = healthy }

  private static let daysPerYear = 365.25

  /// ε, s and β of the head of the file.
  func excess(_ now: Strain) -> (stretch: Double, stress: Double, atrium: Double) {
    (
      now.endDiastolicStretch / healthy.endDiastolicStretch - 1, now.peakStress / healthy.peakStress - 1,
      now.atrialStretch / healthy.atrialStretch - 1
    )
  }

  /// x³/(1 + x³) above zero.
  private static func hill(_ x: Double) -> Double {
    let cube = max(x, 0) * max(x, 0) * max(x, 0)
    return cube / (1 + cube)
  }

  private static func hill2(_ x: Double) -> Double {
    let square = max(x, 0) * max(x, 0)
    return square / (1 + square)
  }

  /// Where length, thickness, atrium, sac and lungs are heading under a load.
  func target(_ now: Strain, of present: Remodelling) -> Remodelling {
    let load = excess(now)
    var target = present
    target.length = max(offset.length + growth * 0.3 * Self.hill(load.stretch / 0.027), present.settledLength)
    target.thickness = offset.thickness + growth * 0.2 * Self.hill2(load.stress / 0.12)
    target.atrium = offset.atrium + 0.65 * Self.hill(load.atrium / 0.05)
    target.sac = max(Double.naturalLogarithm(now.heartVolume / healthy.heartVolume), 0)
    target.lungs = Double.naturalLogarithm(1 + min(0.05 * max(now.atrialPressure - 18, 0), 1))
    return target
  }

  /// The heart's remodelling some days on, under a load that stays as it is.
  public func advanced(_ present: Remodelling, under now: Strain, days: Double) -> Remodelling {
    let target = target(now, of: present)
    var next = present
    func approach(_ value: Double, _ goal: Double, _ timeConstant: Double) -> Double {
      goal + (value - goal) * Double.exponential(-days / timeConstant)
    }
    next.length = approach(present.length, target.length, 45)
    next.thickness = approach(present.thickness, target.thickness, 60)
    next.atrium = approach(present.atrium, target.atrium, 75)
    next.sac = approach(present.sac, target.sac, 18)
    next.lungs = approach(present.lungs, target.lungs, 120)

    let stretch = max(excess(now).stretch, 0)
    let years = days / Self.daysPerYear
    let wear = decline * 0.09 * (stretch / 0.05) * (stretch / 0.05)
    // Damage heals where the fibres are no longer overstretched, and turns into scar where it has stayed.
    let rest = 1 - Self.hill(stretch / 0.02)
    let healing = rest * Self.daysPerYear / 90
    let scarring = 1 / 3.0
    let leaving = healing + scarring
    let goal = wear / leaving
    let kept = Double.exponential(-leaving * years)
    next.damage = goal + (present.damage - goal) * kept
    let mean = goal * years + (present.damage - goal) * (1 - kept) / leaving
    next.scar = present.scar + scarring * mean
    let settling = Double.exponential(-years / 8)
    next.settledLength = next.length + (present.settledLength - next.length) * settling
    return next
  }
}
