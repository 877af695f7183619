// Closing the leak: what a perfect leaflet repair does to the valve, and nothing else. The ring that goes with most
// repairs, and what is left of the leak in real ones, are treatments of their own.

import Circulation
import Quantities

extension Treatment {
  /// The mitral leak closed; the heart around it is as it was.
  public static let leafletRepair = Treatment(
    identifier: "leaflet-repair", title: "Close the leak",
    meaning: "mends leaflet and chords so that the mitral valve holds",
    explanation: "The mitral valve no longer leaks; muscle, vessels and blood volume are unchanged."
  ) { heart, _ in
    heart.mitralValve.leakArea = .squareCentimetres(0)
    heart.mitralLeaks = MitralLeaksDefinition()
  }
}
