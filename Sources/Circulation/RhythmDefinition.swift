import Quantities

/// How the heart is paced.
public struct RhythmDefinition: Sendable, Equatable {
  public enum Kind: Sendable, Equatable {
    /// The atria beat before the ventricles, at the heart's rate.
    case sinus
    /// The atria do not contract, and the beats come irregularly about the heart's rate.
    case atrialFibrillation
    /// Sinus rhythm in which every so many-th beat is a premature ventricular one.
    case prematureBeats
  }

  public var kind: Kind
  /// Standard deviation of the intervals between beats over their mean, in fibrillation; 0.20 to 0.30 in Holter
  /// recordings, 0.27 by the level of the white band (Hayano et al., Am J Physiol 1997;273:H2811).
  public var variation: Ratio
  /// Beats from one premature beat to the next, 2 (every other one) or more.
  public var prematureEvery: Int
  /// When a premature beat comes, as a share of the usual interval. A full pause follows.
  public var coupling: Ratio
  /// How much stronger the beat after a very early one is, as a share: A of `ForceInterval`. Chosen so that the pulse
  /// pressure after the pause grows as in people with healthy ventricles, by 9.8 ± 5.4 % (Voss et al., J Physiol
  /// 2002;538:271); in dilated hearts it grew by 48.7 ± 32.6 %.
  public var potentiation: Ratio

  public init(
    _ kind: Kind, variation: Ratio = .fraction(0.24), prematureEvery: Int = 4, coupling: Ratio = .fraction(0.6),
    potentiation: Ratio = .fraction(0.5)
  ) {
    self.kind = kind
    self.variation = variation
    self.prematureEvery = prematureEvery
    self.coupling = coupling
    self.potentiation = potentiation
  }

  public static let sinus = RhythmDefinition(.sinus)
}

/// An intra-aortic balloon, filled with helium while the ventricle fills and emptied before it beats.
public struct BalloonDefinition: Sendable, Equatable {
  /// Of the balloon, mL; zero when there is none. Usual 30 to 50.
  public var volume: Volume
  /// When filling begins, as a share of electromechanical systole (1: at the closure of the aortic valve).
  public var inflation: Ratio
  /// Time that filling takes, and that emptying takes.
  public var passage: Time

  public init(volume: Volume, inflation: Ratio, passage: Time) {
    self.volume = volume
    self.inflation = inflation
    self.passage = passage
  }

  public static let none = BalloonDefinition(
    volume: .millilitres(0), inflation: .fraction(1), passage: .milliseconds(50))
}
