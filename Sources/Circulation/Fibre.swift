import Lanes

// The sarcomere, after Lumens et al. (Ann Biomed Eng 2009;37:2234, appendix) and Walmsley et al. (PLoS Comput Biol
// 2015;11:e1004284). A contractile element (length Lsc) pulls on the fibre (length Ls) through a series elastic one:
//
//   active stress    σa = σact · C · (Lsc − 1.51) · (Ls − Lsc)/0.04          lengths in µm
//   shortening       dLsc/dt = vmax·((Ls − Lsc)/0.04 − 1)
//   switching on     dC/dt = CL(Lsc)·F(t/τR)/τR + (Crest − C)/(τD·(1 + exp((T(Lsc) − t)/τD)))
//                    CL = tanh(4·(Lsc − 1.51)²), F(x) = 0.02·x³·(8 − x)²·e^−x on 0…8, T = t_act·(0.29 + 0.3·Lsc)
//   passive stress   σp = s·(λ²⁰ − 1), λ = Ls/2.0
//
// In time both inner states follow the implicit midpoint rule, which is second order and, being solved together with the
// geometry, never overshoots: their values at the whole step are linear in the fibre length found there.

/// Constants of the sarcomere that all walls and patients share (Lumens 2009, table 1).
public enum SarcomereConstants {
  /// Fibre length at stretch 1, µm.
  public static let referenceLength = 2.0
  /// Contractile length at which no active force is left, µm.
  public static let zeroForceLength = 1.51
  /// Length of the series elastic element when the fibre contracts isometrically, µm.
  public static let isometricExtension = 0.04
  /// Unloaded shortening velocity, µm/s.
  public static let maximumVelocity = 7.0
  /// Contractility at rest.
  public static let restingContractility = 0.02
}

/// What the fibres of one wall are, in engine units.
@frozen
public struct FibreCoefficients<Real: Lane>: LaneRecord {
  /// Active stress scale over the series elastic extension, kPa/µm.
  public var activeStress: Real
  /// Passive stress scale, kPa.
  public var passiveStress: Real
}

/// How a pair of chambers is switched on, over one step.
public struct ActivationCoefficients<Real: Lane>: LaneRecord {
  /// 1/τR, 1/s.
  var riseRate: Real
  /// 0.02 · (half a step)/τR.
  var riseScale: Real
  /// (half a step)/τD.
  var decayStep: Real
  /// 1/τD, 1/s.
  var decayRate: Real
  /// 0.29·t_act/τD.
  var latency: Real
  /// 0.3·t_act/τD, 1/µm.
  var lengthDependence: Real
}

/// The switching of a pair of chambers at one moment.
struct Drive<Real: Lane> {
  /// (half a step)/τR · F(t/τR); zero once the rise is over.
  let rise: Real
  /// (0.29·t_act − t)/τD.
  let decayOnset: Real
  /// Where the rise is on, and whether it is in any lane.
  let rising: Real.Mask
  let isRising: Bool
}

extension ActivationCoefficients {
  /// The switching at `time` seconds after the onset.
  @inline(__always)
  func drive(at time: Real) -> Drive<Real> {
    let x = Real.minimum(time * riseRate, Real(8))
    let fall = 8 - x
    let rising = Real.isLess(Real(0), fall)
    let onset = latency - time * decayRate
    guard Real.any(rising) else { return Drive(rise: Real(0), decayOnset: onset, rising: rising, isRising: false) }
    let rise = riseScale * (x * x * x) * (fall * fall) * Real.exponential(-x)
    return Drive(rise: rise, decayOnset: onset, rising: rising, isRising: true)
  }
}

/// A wall's sarcomeres at one fibre stretch, lengths at the whole step in µm.
struct SarcomereLengths<Real: Lane> {
  let fibre: Real
  let contractile: Real
  /// How far the contractile element is beyond the length of no force.
  let reach: Real
}

extension Sarcomere {
  /// The lengths at fibre stretch `stretch` (Ls/2.0 µm), from the sarcomere half a step earlier.
  ///
  /// - Parameters:
  ///   - follow: h·r/(1 + h·r) with h half a step and r = vmax/0.04 µm: the share of a change of fibre length that the
  ///     contractile element follows within half a step.
  @inline(__always)
  func lengths(stretch: Real, follow: Real) -> SarcomereLengths<Real> {
    let fibre = stretch * SarcomereConstants.referenceLength
    let target = fibre - SarcomereConstants.isometricExtension
    let contractile = contractileLength + follow * (target - contractileLength)
    return SarcomereLengths(
      fibre: fibre, contractile: contractile,
      reach: Real.maximum(contractile - SarcomereConstants.zeroForceLength, Real(0)))
  }
}

extension Drive {
  /// 1 + exp(8·reach²), from which CL = tanh(4·reach²) = 1 − 2/lift follows; one where nothing rises.
  @inline(__always)
  func lift(_ lengths: SarcomereLengths<Real>) -> Real {
    Real.select(rising, 1 + Real.exponential(8 * (lengths.reach * lengths.reach)), Real(1))
  }

  /// 1 + exp((T(Lsc) − t)/τD), which holds the decay back.
  @inline(__always)
  func gate(_ lengths: SarcomereLengths<Real>, _ activation: ActivationCoefficients<Real>) -> Real {
    1 + Real.exponential(decayOnset + activation.lengthDependence * lengths.contractile)
  }
}

/// The answer of a wall's fibres at one fibre stretch: values at the whole step.
struct FibreResponse<Real: Lane> {
  /// Fibre stress, kPa.
  let stress: Real
  /// Change of stress with the logarithm of stretch, kPa.
  let stiffness: Real
  /// Contractile length, µm, and contractility, both at the whole step.
  let contractileLength: Real
  let contractility: Real
}

extension FibreCoefficients {
  /// The fibres' answer at fibre stretch `stretch`, where the sarcomere half a step earlier was of contractility `before`.
  @inline(__always)
  func respond(
    stretch: Real, lengths: SarcomereLengths<Real>, contractility before: Real, drive: Drive<Real>, lift: Real,
    gate: Real, decayStep: Real, follow: Real
  ) -> FibreResponse<Real> {
    // (raised·gate + rest·decay)/(gate + decay) with raised = C + rise·(1 − 2/lift), over one denominator. Where nothing rises,
    // `lift` is one and changes no bit, whatever the lanes beside do.
    let raised = (before + drive.rise) * lift - 2 * drive.rise
    let rest = SarcomereConstants.restingContractility * decayStep
    let contractility = (raised * gate + rest * lift) / ((gate + decayStep) * lift)

    let pull = activeStress * contractility
    let extension_ = lengths.fibre - lengths.contractile
    let stretch2 = stretch * stretch
    let stretch4 = stretch2 * stretch2
    let stretch8 = stretch4 * stretch4
    let collagen = passiveStress * (stretch8 * stretch8 * stretch4)
    return FibreResponse(
      stress: pull * (lengths.reach * extension_) + (collagen - passiveStress),
      stiffness: pull * lengths.fibre * (follow * extension_ + lengths.reach * (1 - follow)) + 20 * collagen,
      contractileLength: lengths.contractile, contractility: contractility)
  }
}
