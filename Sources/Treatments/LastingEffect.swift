// What a treatment does after the first hours: plain data that whoever follows a heart over time reads. The course of
// a heart does the growing and the answering; a treatment only says what it changes about them.

/// A treatment's effect over days to years, neutral by default.
///
/// What `Treatment.apply` does holds from the first moment for as long as the treatment is given; this comes on top.
/// Factors of several treatments multiply, volumes add.
public struct LastingEffect: Sendable, Equatable {
  /// True for what carries a patient for hours or days only (an infusion, a balloon): no course of months is to be
  /// followed with it.
  public var isBridge = false

  /// Factor on the heart's and the muscle's part of the reflexes (rate, contractility), 0…1.
  public var reflexGain = 1.0
  /// By how much the blood volume that the kidneys defend is moved, mL; below zero for what sheds salt. A drug's
  /// `apply` has already taken at once what it sheds first; this is what it keeps off.
  public var fluid = 0.0

  /// Factor on the left ventricle's strength that the muscle regains in about six weeks although the drug goes on,
  /// where `apply` weakened it at first (beta-blocker); in every heart.
  public var adaptation = 1.0
  /// Factor on the strength of both atria that they regain in about two weeks after the rhythm is restored.
  public var atrialAdaptation = 1.0

  /// Factor on the rate at which an overloaded muscle weakens.
  public var decline = 1.0
  /// Reverse remodelling, in a ventricle that failed first and leaks for that (a *secondary* leak): where its slack
  /// volume and its strength go, as factors on those at the beginning, in a year at the treatment's dose. A leaking
  /// valve's own ventricle (a primary leak) gets nothing of it.
  public var reverse = ReverseRemodelling()

  /// Whether the valve's own disease ends with it: another valve is in its place.
  public var replacesValve = false
  /// Factor on the left ventricle's strength right after an operation with the heart–lung machine, back to 1 with a
  /// time constant of four days. 1 without the machine.
  public var stunning = 1.0

  public init() {}

  /// That of what carries a patient only while it runs.
  static let bridge: LastingEffect = {
    var effect = LastingEffect()
    effect.isBridge = true
    return effect
  }()

  /// Several treatments given together.
  public static func + (a: LastingEffect, b: LastingEffect) -> LastingEffect {
    var sum = LastingEffect()
    sum.isBridge = a.isBridge || b.isBridge
    sum.replacesValve = a.replacesValve || b.replacesValve
    sum.reflexGain = a.reflexGain * b.reflexGain
    sum.fluid = a.fluid + b.fluid
    sum.adaptation = a.adaptation * b.adaptation
    sum.atrialAdaptation = a.atrialAdaptation * b.atrialAdaptation
    sum.decline = a.decline * b.decline
    sum.reverse = ReverseRemodelling(
      volume: a.reverse.volume * b.reverse.volume, strength: a.reverse.strength * b.reverse.strength,
      stiffness: a.reverse.stiffness * b.reverse.stiffness,
      needsLateWalls: a.reverse.needsLateWalls || b.reverse.needsLateWalls)
    // One operation stuns as the deeper of two.
    sum.stunning = a.stunning < b.stunning ? a.stunning : b.stunning
    return sum
  }
}

/// Where a failing ventricle goes under a treatment.
public struct ReverseRemodelling: Sendable, Equatable {
  /// Factor on the slack volume of the left ventricle's cavity.
  public var volume: Double
  /// Factor on the strength of its muscle.
  public var strength: Double
  /// Factor on its stiffness.
  public var stiffness: Double
  /// Whether only ventricles whose walls beat late gain (resynchronisation).
  public var needsLateWalls: Bool

  public init(volume: Double = 1, strength: Double = 1, stiffness: Double = 1, needsLateWalls: Bool = false) {
    self.volume = volume
    self.strength = strength
    self.stiffness = stiffness
    self.needsLateWalls = needsLateWalls
  }

  /// Months on which it happens, as a time constant: nine tenths in eight months.
  public static let months = 3.5
}
