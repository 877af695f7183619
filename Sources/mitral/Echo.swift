// `mitral echo`: the echo laboratory's part of `mitral examine`, with its pictures.

import ArgumentParser
import Cases
import Findings
import Guidelines
import Instruments
import Reports

struct Echo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "An echo examination: M-mode, Doppler and colour pictures in a folder, and what a laboratory would report.",
    discussion: """
      It ends with the impression: what a laboratory would conclude from these readings, graded as `mitral grade` does.

      Examples:
        mitral echo flail-leaflet -o echo
        mitral echo lesion-leaflet-tethering -o echo --aliasing-velocity 30 --noise --seed 3
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(help: "The rules to grade by.")
  var guideline: Guideline = .escEacts2025

  @OptionGroup var settings: ExaminationOptions

  func run() throws {
    let subject = try ExaminedCase(file, overrides: settings.overrides, seed: settings.seed)
    let instruments = ["echo-2d", "doppler", "colour-doppler"].compactMap(InstrumentCatalogue.find)
    let examination = try settings.examine(subject, with: instruments)
    let impression = EchoImpression(examination, subject.judgement(of: examination, by: guideline))
    if let folder = settings.output {
      let plain = TerminalStyle(width: 100)
      try OutputFile.write(
        subject.patient.name + "\n\n" + impression.text(plain) + "\n", to: settings.file("impression.txt", in: folder))
    }
    settings.show(examination, of: subject, impression: impression)
  }
}

extension ExaminedCase {
  /// What a guideline makes of the readings: of them alone, beside who the patient is and what was told; rate and
  /// pressure of the arm are noted with every echo.
  func judgement(of examination: Examination, by guideline: Guideline) -> Judgement {
    var measured = measured(examination, seed: nil)
    for finding in [FindingID.HR, .SBP, .DBP] { measured.measurements[finding] = patient.measurements[finding] }
    var record = measured.record(on: patient.day())
    // Measured values say nothing of an operation.
    record.treatments = patient.treatments.map(\.kind)
    return Judgement(record, guideline: guideline)
  }
}
