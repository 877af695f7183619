// Which pictures Doppler and colour Doppler give.

import Instruments

extension DopplerScreen {
  /// Every window that has something to show: the mitral leak's only where there is one.
  public static func pictures(_ examined: Examined, seed: UInt64 = 1) -> [Picture] {
    let hasJet = JetTrace(examined) != nil
    return DopplerWindow.allCases.compactMap { window in
      guard window != .mitralJet || hasJet, let screen = try? DopplerScreen(examined, window, seed: seed) else {
        return nil
      }
      return Picture("doppler-" + window.identifier.description, screen.picture())
    }
  }
}

extension ColourScreen {
  /// The still with its radius, where a convergence is seen.
  public static func pictures(_ examined: Examined, aliasing: Double, seed: UInt64 = 1) -> [Picture] {
    guard let screen = try? ColourScreen(examined, aliasing: aliasing, seed: seed) else { return [] }
    return [Picture("colour-doppler", screen.picture())]
  }
}
