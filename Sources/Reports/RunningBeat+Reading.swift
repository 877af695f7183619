// What is read off a beat on its way through a manoeuvre.

import Circulation
import Course
import Findings
import Instruments

extension RunningBeat {
  /// Back through the shut mitral valve, mL: as everywhere without what its closing sends back.
  var regurgitantVolume: Double { BeatReading(beat, of: heart, bodySurface: nil).findings[.RVol] ?? 0 }
}
