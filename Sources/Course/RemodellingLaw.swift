// The laws of `Remodelling.swift` in time: where each quantity is heading, and how far it gets in some days.

import Lanes

/// How the heart of one body answers load over weeks to years.
public struct RemodellingLaw: Sendable, Equatable {
  /// The healthy beat that loads are compared with.
  public let healthy: Strain
  /// Added to the targets of length, thickness, atrium, sac and lungs: what a heart found in balance has that the law
  /// would not give it at any stretch.
  public var offset = Remodelling()
  /// Added to the excess of stretch that lengthens the ventricle's fibres, to that of the atrium's wall, and to the
  /// ventricle's where it wears the muscle out: the person's own set points, at which a heart as found is in balance
  /// until its load changes.
  public var lengthShift = 0.0
  public var atrialShift = 0.0
  public var wearShift = 0.0

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
    func length(at stretch: Double) -> Double {
      offset.length + Self.mostLength * Self.hill((stretch + lengthShift) / Self.lengthStretch)
    }
    // A ventricle goes back only when it has been relieved of more than a little, and not what has become structure.
    let goal = length(at: load.stretch)
    target.length =
      goal >= present.length
      ? goal : max(min(present.length, length(at: load.stretch + Self.idleRelief)), present.settledLength)
    target.thickness = offset.thickness + 0.2 * Self.hill2(load.stress / 0.12)
    target.atrium = offset.atrium + Self.mostAtrium * Self.hill((load.atrium + atrialShift) / Self.atrialStretch)
    target.sac = max(offset.sac + Double.naturalLogarithm(now.heartVolume / healthy.heartVolume), 0)
    target.lungs = offset.lungs + Double.naturalLogarithm(1 + min(0.05 * max(now.atrialPressure - 18, 0), 1))
    return target
  }

  private static let mostLength = 0.3
  private static let lengthStretch = 0.027
  /// Relief of stretch that shrinks nothing.
  private static let idleRelief = 0.02
  private static let mostAtrium = 0.65
  private static let atrialStretch = 0.05

  /// Shifts the law so that a heart stays as it was found while its load stays.
  ///
  /// Growth and lost strength are laid to stretch as far as the law can explain them by any (nine tenths of the most it
  /// gives), so that they can go back when the load goes; the rest stays.
  mutating func balance(_ found: Remodelling, under now: Strain) {
    let load = excess(now)
    func shift(_ grown: Double, most: Double, scale: Double, at stretch: Double) -> Double {
      let share = min(max(grown / most, 0), 0.9)
      return scale * (share > 0 ? Double.cubeRoot(share / (1 - share)) : 0) - stretch
    }
    lengthShift = shift(found.length, most: Self.mostLength, scale: Self.lengthStretch, at: load.stretch)
    atrialShift = shift(found.atrium, most: Self.mostAtrium, scale: Self.atrialStretch, at: load.atrium)
    // Where stretch wears the muscle faster than it has been worn, the disease is young and goes on.
    wearShift = max(stretch(keeping: found.damage) - load.stretch, 0)
    var unsettled = found
    unsettled.settledLength = -1
    let target = target(now, of: unsettled)
    offset.length = found.length - target.length
    offset.thickness = found.thickness - target.thickness
    offset.atrium = found.atrium - target.atrium
    offset.sac = found.sac - target.sac
    offset.lungs = found.lungs - target.lungs
  }

  /// Share of the damage that turns into scar, a year.
  private static let scarring = 1 / 3.0

  /// Damage done, and the share of it that heals, a year: it heals where the fibres are no longer overstretched, and
  /// turns into scar where it has stayed.
  private func wear(at stretch: Double) -> (wear: Double, healing: Double) {
    let wear = 0.09 * (stretch / 0.05) * (stretch / 0.05)
    return (wear, (1 - Self.hill(stretch / 0.02)) * Self.daysPerYear / 90)
  }

  /// The stretch at which as much damage is done as heals and scars, so that this much of it stays.
  func stretch(keeping damage: Double) -> Double {
    var (low, high) = (0.0, 0.3)
    for _ in 0..<40 {
      let middle = 0.5 * (low + high)
      let (wear, healing) = wear(at: middle)
      if wear < damage * (healing + Self.scarring) { low = middle } else { high = middle }
    }
    return low
  }

  /// The heart's remodelling some days on, under a load that stays as it is.
  ///
  /// - Parameter decline: what drugs make of the wear of an overloaded muscle; 1 is none.
  public func advanced(
    _ present: Remodelling, under now: Strain, days: Double, decline: Double = 1
  ) -> Remodelling {
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

    let years = days / Self.daysPerYear
    let (wear, healing) = wear(at: max(excess(now).stretch + wearShift, 0))
    let leaving = healing + Self.scarring
    let goal = decline * wear / leaving
    let kept = Double.exponential(-leaving * years)
    next.damage = goal + (present.damage - goal) * kept
    let mean = goal * years + (present.damage - goal) * (1 - kept) / leaving
    next.scar = present.scar + Self.scarring * mean
    let settling = Double.exponential(-years / 8)
    next.settledLength = next.length + (present.settledLength - next.length) * settling
    return next
  }
}
