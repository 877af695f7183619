// A beat on the terminal: the loop of pressure and volume, and the pressures in time.

import Circulation
import Drawing
import Pictures

/// The two plots of a beat, side by side where there is room.
public enum BeatText {
  /// Begins with an empty line, to stand below a table.
  public static func plots(_ beat: RecordedBeat, style: TerminalStyle) -> String {
    let width = style.isWide ? (style.width - 3) / 2 : style.width
    let loop = BraillePlot.text(Plot.pressureVolumeLoop(beat), width: width, height: 14, style: style)
    let pressures = BraillePlot.text(Plot.pressures(beat), width: width, height: 14, style: style)
    return "\n" + (style.isWide ? TerminalText.sideBySide([loop, pressures]) : loop + "\n\n" + pressures)
  }
}
