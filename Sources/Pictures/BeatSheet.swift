// One sheet with everything of a beat: the Wiggers diagram, below it the pressure–volume loop and the speed of the blood
// in the mitral valve.

import Circulation
import Drawing
import Instruments
import Lanes

/// Draws a beat on one sheet.
public enum BeatSheet {
  /// The sheet, as wide as the Wiggers diagram.
  ///
  /// - Parameters:
  ///   - name: whose heart it is.
  ///   - ghost: the name and the beat of a heart whose loop is drawn for comparison.
  ///   - recordings: drawn below the Wiggers diagram's rows, over `Wiggers.strip`.
  public static func canvas(
    _ examined: Examined, name: String, ghost: (name: String, beat: RecordedBeat)? = nil,
    recordings: [Wiggers.Recording] = []
  ) -> Canvas {
    let wiggers = Wiggers.canvas(examined, name: name, recordings: recordings)
    let loop = Plot.pressureVolumeLoop(
      examined.beat, name: ghost == nil ? "LV" : "This heart", ghost: ghost.map { ($0.name, $0.beat, .ghost) })
    let velocity = Plot.mitralVelocity(examined.beat)
    var canvas = Canvas(
      title: "Wiggers diagram, pressure–volume loop and mitral velocity: \(name)",
      description: [wiggers.description, loop.description, velocity.description].joined(separator: " "),
      width: wiggers.width, height: wiggers.height + 640)
    canvas.place(wiggers, x: 0, y: 0)
    canvas.plot(loop, x: 0, y: wiggers.height + 10, width: wiggers.width - 4, height: 340)
    canvas.plot(velocity, x: 0, y: wiggers.height + 360, width: wiggers.width - 4, height: 270)
    return canvas
  }
}
