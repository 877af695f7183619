// The outline of the leak's orifice, its narrowest jet as views cut it, and the jet in the atrium.
//
// The orifice is taken as an ellipse of the effective area, its long axis along the line of closure. How long against
// how wide is each mechanism's own (shares weighed by what each leaves open):
//
//   hole                 1      a perforation is round
//   flail, prolapse      1.6    the segment that gives way
//   functional           3      a crescent along the whole line of closure: widths in two-chamber views are 2 to 4 times
//                               those in four-chamber views (Kahlert et al., J Am Soc Echocardiogr 2008;21:912; recalled)
//   hole, scarred valve  2.5    the slit between stiff leaflets (`Examined.hasScarredLeaflets`) does not close
//
// A laboratory reports the width in a view across the line of closure (parasternal long axis, four chambers), the
// shorter axis, which misjudges a crescent; the colour spreads sideways by half a millimetre (lateral resolution).
//
// The jet's area: a turbulent jet is seen as far as it is fast, and that goes with its momentum Q·V, as long as there is
// room (Thomas et al., Circulation 1990;81:247; recalled): share = 1 − exp(−κ·Q·V/A) of the atrium's area A.
// κ = 1.7e-4 s²/cm², chosen so that a hole of 0.1 cm² makes a small jet (a fifth of a normal atrium) and one of 0.57 cm²
// fills over half of a fresh one; held by `theJetFillsTheAtriumAsTheLeakGrows`.

import Circulation
import Findings
import Lanes
import Quantities

/// The orifice at one moment, and its jet.
public struct VenaContracta: Sendable, Equatable {
  /// The effective orifice, cm², and its axes, cm.
  public let area: Double
  public let shortAxis: Double
  public let longAxis: Double
  /// As a four-chamber view shows it, cm.
  public let width: Double
  /// As a two-chamber view, along the line of closure, shows it, cm.
  public let widthAlong: Double

  /// cm that the colour spreads.
  static let bloom = 0.05

  /// - Parameters:
  ///   - area: cm², above 0.
  ///   - aspect: long over short axis, at least 1.
  public init(area: Double, aspect: Double) {
    self.area = area
    shortAxis = 2 * (area / (Double.pi * aspect)).squareRoot()
    longAxis = aspect * shortAxis
    width = shortAxis + Self.bloom
    widthAlong = longAxis + Self.bloom
  }

  /// Long over short axis of a valve's orifice.
  static func aspect(of examined: Examined) -> Double {
    let leaks = examined.leaks
    guard leaks.total > 0 else { return 1 }
    let hole = leaks.hole * (examined.hasScarredLeaflets ? 2.5 : 1)
    return (hole + 1.6 * (leaks.flail + leaks.prolapse) + 3 * leaks.functional) / leaks.total
  }

  /// The word for it: elliptical where it is more than twice as long as wide (chosen between the aspects above).
  static func shape(aspect: Double) -> OrificeShape { aspect > 2 ? .elliptical : .round }
}

/// The jet in the atrium at the moment at which it has most momentum.
public struct ColourJet: Sendable, Equatable {
  /// cm², and the atrium's, in the plane of the picture.
  public let area: Double
  public let atrium: Double
  /// How much of the leak runs along a wall, 0 … 1.
  public let eccentricity: Double

  public init(_ examined: Examined) {
    let beat = examined.beat
    let events = examined.events
    let leak = LeakJet(beat, events)
    let momentum = beat.trace { leak.flow($0) * 100 * leak.speed($0) }
      .maximum(from: events.mitralClosure, to: events.mitralOpening)
    let volume = beat.trace { $0.leftAtrialVolume }.value(at: momentum.time)
    let radius = Double.cubeRoot(0.75 / Double.pi * volume)
    atrium = Double.pi * radius * radius
    area = atrium * (1 - Double.exponential(-1.7e-4 * momentum.value / atrium))
    let leaks = examined.leaks
    eccentricity = leaks.total > 0 ? (leaks.flail + leaks.prolapse) / leaks.total : 0
  }

  /// Of the atrium, 0 … 1.
  public var share: Double { area / atrium }

  /// Eccentric where most of the leak is; small up to a fifth of the atrium, large over half of it; between them there
  /// is no word.
  public var appearance: JetAppearance? {
    if eccentricity > 0.5 { return .eccentric }
    return share <= 0.2 ? .centralSmall : share > 0.5 ? .centralLarge : nil
  }
}
