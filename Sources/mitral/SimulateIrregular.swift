// `mitral simulate` of a heart in atrial fibrillation or with premature beats: many beats, averaged.

import Assessment
import Pictures
import Drawing
import ArgumentParser
import Cases
import Circulation
import Findings
import Instruments
import Lanes
import Quantities
import Reports
import Statements

struct IrregularSimulation {
  let command: Simulate
  let patient: Case
  let definition: HeartDefinition

  /// Beats that instruments look at.
  private static let mostShown = 30
  /// Beats that are kept to be written; each takes a tenth of a megabyte.
  private static let mostWritten = 2000

  func show() throws {
    let count = command.beats ?? IrregularSettings().beats
    let writesAll = command.waveforms != nil && command.beats != nil
    guard !writesAll || count <= Self.mostWritten else {
      throw ValidationError("--waveforms writes no more than \(Self.mostWritten) beats of an irregular rhythm.")
    }
    var written: [IrregularBeat] = []
    var strip: [RecordedBeat] = []
    var representative = 0
    let found = IrregularExamination(
      definition, IrregularSettings(beats: count, seed: command.seed), bodySurface: patient.body.bodySurface
    ) { beat in
      if writesAll { written.append(beat) }
      guard strip.count < Self.mostShown || beat.isRepresentative else { return }
      if beat.isRepresentative { representative = strip.count }
      strip.append(beat.recorded)
    }
    guard found.run.isComplete, let beat = found.representative else {
      CaseSource.complain("\(command.file): this heart cannot be simulated: \(definition.likelyFault).")
      throw CaseSource.cannotSimulate
    }
    if let file = command.waveforms {
      let text = writesAll ? WaveformCSV.text(written) : WaveformCSV.text(beat)
      try OutputFile.write(text, to: file)
    }
    let examined = Examined(definition, body: patient.body, beats: strip, representative: representative)
    if let file = command.plot {
      try OutputFile.write(command.sheet(patient, examined).svg(), to: file)
    }
    if let file = command.wfdb { try RecordFiles.write(examined, to: file) }
    let examination = command.examination(examined)
    if command.json {
      print(
        ResultJSON.simulate(
          case: patient.json, version: Product.version, irregular: found.reading, examination: examination
        ).serialised())
      return
    }
    let style = Terminal.style
    var text = patient.name + "\n\n"
    text +=
      (examination?.table(style)
        ?? TerminalTable.findings(
          found.reading.mean.findings, spread: found.reading.spread, sex: patient.body.sex, style: style)) + "\n"
    text += BeatText.plots(beat, style: style)
    let notes = patient.setAside(
      isFitted: patient.canBeFitted, regurgitantVolume: found.reading.mean.findings[.RVol])
    text += "\n" + style.paragraphs(notes + [status(found)])
    Terminal.show(text, style)
  }

  private func status(_ found: IrregularExamination) -> String {
    let rhythm =
      definition.rhythm.kind == .atrialFibrillation
      ? "Atrial fibrillation" : "Every \(definition.rhythm.prematureEvery)th beat premature"
    return "\(rhythm): mean ± standard deviation of \(found.reading.count) beats; the curves are those of the beat "
      + "whose intervals are nearest the mean."
  }
}
