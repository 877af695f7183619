// `mitral simulate` of a heart in atrial fibrillation or with premature beats: many beats, averaged.

import Assessment
import Cases
import Circulation
import Findings
import Instruments
import Quantities
import Reports
import Statements

extension Simulate {
  func show(_ rhythm: SimulatedRhythm) {
    let style = Terminal.style
    let (patient, found) = (rhythm.patient, rhythm.found)
    let load = loads.isEmpty ? "" : " – " + loads.joined(separator: ", ")
    var text = patient.name + load + "\n\n"
    text +=
      (rhythm.options.examination(rhythm.examined)?.table(style)
        ?? TerminalTable.findings(
          found.reading.mean.findings, spread: found.reading.spread, sex: patient.body.sex, style: style)) + "\n"
    text += BeatText.plots(rhythm.representative, style: style)
    if let body = rhythm.body { text += body.tables(style) }
    let notes = patient.setAside(
      isFitted: patient.canBeFitted, answers: rhythm.body != nil, regurgitantVolume: found.reading.mean.findings[.RVol])
    text += "\n" + style.paragraphs((rhythm.body?.notes ?? []) + notes + [status(rhythm)])
    Terminal.show(text, style)
  }

  private func status(_ found: SimulatedRhythm) -> String {
    let rhythm =
      found.heart.rhythm.kind == .atrialFibrillation
      ? "Atrial fibrillation" : "Every \(found.heart.rhythm.prematureEvery)th beat premature"
    return
      "\(rhythm): mean ± standard deviation of \(found.found.reading.count) beats; the curves are those of the beat "
      + "whose intervals are nearest the mean."
  }
}
