// What people mean by the size of a moving orifice is its peak within systole. How large that is depends on the whole
// heart, the leak included; so the areas of the law are scaled until each mechanism's own peak is what was asked.

import Circulation
import Lanes
import Quantities

/// How large the orifice of each place is to be at its peak, cm²; zero where nothing is asked.
public struct OrificePeaks: Sendable, Equatable {
  private var areas = [Double](repeating: 0, count: LeakPlace.allCases.count)

  public init() {}

  public subscript(place: LeakPlace) -> Double {
    get { areas[place.rawValue] }
    set { areas[place.rawValue] = newValue }
  }

  /// Whether no orifice that moves is asked for.
  public var isEmpty: Bool { moving.isEmpty }

  /// The places that move and where something is asked.
  var moving: [LeakPlace] {
    [LeakPlace.flail, .prolapse, .functional].filter { self[$0] > 0 }
  }
}

extension SettledHeart {
  /// The moments at which the mitral valve leaks: leaflets shut, the ventricle's pressure above the atrium's.
  public var leakingMoments: [Sample<Double>] {
    beat.samples.filter { $0.openings.mitral < 0.01 && $0.leftVentricularPressure > $0.leftAtrialPressure }
  }
}

extension HeartDefinition {
  /// The largest area, cm², that a place of the mitral valve leaves open while the valve leaks.
  public func peakOrifice(of place: LeakPlace, in settled: SettledHeart) -> Double {
    guard place != .hole else { return mitralValve.leakArea.squareCentimetres }
    let orifice = mitralLeaks[place]
    var peak = 0.0
    for moment in settled.leakingMoments { peak = max(peak, orifice.openArea(at: moment, wall: leftVentricle)) }
    return peak
  }

  /// Scales the moving orifices until the peak of each is what was asked, to a thousandth. Where that cannot be
  /// reached (the heart stops beating, or a prolapsing leaflet gives way too late to open so far) the areas stay as told;
  /// `missedPeak` says so.
  public mutating func scaleOrifices(to asked: OrificePeaks) {
    let places = asked.moving
    guard !places.isEmpty else { return }
    var trial = self
    var state: State<Double>?
    for _ in 0..<20 {
      let settled = trial.settled(from: state)
      guard settled.status == .periodic else { return }
      state = settled.state
      var worst = 0.0
      for place in places {
        let factor = asked[place] / max(trial.peakOrifice(of: place, in: settled), 1e-6)
        worst = max(worst, (factor - 1).magnitude)
        // A leak that feeds on itself is approached in bounded steps.
        trial.mitralLeaks[place].area *= min(max(factor, 0.25), 4)
      }
      if worst < 1e-3 {
        self = trial
        return
      }
    }
  }

  /// The first place whose peak is not what was asked, by more than a hundredth, and what it is instead, cm².
  public func missedPeak(_ asked: OrificePeaks) -> (place: LeakPlace, peak: Double)? {
    let settled = self.settled()
    guard settled.status == .periodic else { return nil }
    for place in asked.moving {
      let peak = peakOrifice(of: place, in: settled)
      if (peak / asked[place] - 1).magnitude > 0.01 { return (place, peak) }
    }
    return nil
  }
}
