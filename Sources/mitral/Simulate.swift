// `mitral simulate`: the heart of a case, beating.

import Assessment
import Pictures
import Drawing
import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Instruments
import Lanes
import Quantities
import Reports
import Statements
import Twin

struct Simulate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Simulate the heart of a case and read its findings.",
    discussion: """
      Finds the periodic beat of the case's heart and shows its findings beside normal ranges, the pressure-volume loop and \
      the pressures. A case with measurements is fitted first; a case with lesions or heart settings runs as it stands. \
      In atrial fibrillation or with premature beats, findings are means over many beats with their standard deviations.

      Examples:
        mitral simulate healthy-adult
        mitral simulate healthy-adult --set heart.mitralValve.leakArea=0.4cm2
        mitral simulate healthy-adult --set heart.aorticValve.openArea=0.8cm2 --json
        mitral simulate lesion-fixed-orifice --waveforms beat.csv --plot beat.svg
        mitral simulate lesion-fixed-orifice --wfdb records/leak
        mitral simulate lesion-fixed-orifice --load upright --load exercise:50W
        mitral simulate flail-leaflet --exercise-test
        mitral simulate healthy-adult --load valsalva
        mitral simulate my-fibrillating-case.yaml --beats 100 --seed 7

      The parameters that --set knows: `mitral catalogue heart`; loads: `mitral catalogue loads`. Loads and the exercise \
      test run with the body's reflexes, as a case does that says `reflexes: true`.
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  @Option(help: ArgumentHelp("Write the waveforms of the beat as CSV.", valueName: "file.csv"), completion: .file())
  var waveforms: String?

  @Option(
    help: ArgumentHelp(
      "Draw the beat as SVG: Wiggers diagram, pressure-volume loop, velocity in the mitral valve.",
      valueName: "file.svg"), completion: .file())
  var plot: String?

  @Option(
    help: ArgumentHelp(
      "Write ten seconds of waveforms and twelve leads as a WFDB record: NAME.hea, NAME.dat and NAME.atr.",
      valueName: "folder/name"), completion: .file())
  var wfdb: String?

  @Flag(help: "Findings as instruments would read them, with their bias and scatter, the truth beside them.")
  var noise = false

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "Run this many beats from rest and stop there, instead of searching the periodic beat (1 ... 100000).",
      discussion: "In an irregular rhythm: average this many (60 when not given), and write all of them as waveforms."),
    transform: { text in
      guard let count = Int(text), (1...100_000).contains(count) else {
        throw ValidationError("'\(text)' is not a number of beats for --beats; allowed: 1 ... 100000")
      }
      return count
    })
  var beats: Int?

  @Option(
    parsing: .unconditional,
    help:
      "Seed of an irregular rhythm and of --noise: the same gives the same intervals and readings (0 ... 18446744073709551615)."
  )
  var seed: UInt64 = 1

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart, as heart.mitralValve.openArea=4.5cm2.", valueName: "path=value"))
  var overrides: [String] = []

  @Option(
    name: .customLong("load"),
    help: ArgumentHelp(
      "Put the body under a load, as upright, exercise:100W, exercise:5METs; may be repeated.", valueName: "load"),
    completion: .list(LoadCatalogue.all.map(\.identifier)))
  var loads: [String] = []

  @Flag(help: "Run an upright exercise test and predict the NYHA class and the complaints.")
  var exerciseTest = false

  func validate() throws {
    if let wfdb, let fault = RecordFiles.fault(in: wfdb) { throw ValidationError("--wfdb: \(fault.text)") }
    let choices = try self.choices()
    if beats != nil, exerciseTest || !choices.isEmpty {
      throw ValidationError(
        "--beats counts beats of a heart without reflexes; it goes with no load and no exercise test")
    }
    if exerciseTest, let first = choices.first {
      throw ValidationError("--exercise-test brings its own loads; it does not go with --load \(first.load.identifier)")
    }
  }

  private func choices() throws -> [LoadChoice] {
    let choices = try loads.map(LoadChoice.init)
    try choices.demandCompatible()
    return choices
  }

  func run() throws {
    let patient = try CaseSource.read(file, overrides: overrides)
    let definition = try patient.heartToSimulate(file)
    let isAnswered = try answers(patient)
    guard definition.rhythm.kind == .sinus || isAnswered else {
      return try IrregularSimulation(command: self, patient: patient, definition: definition).show()
    }
    let outcome = isAnswered ? try answered(definition, patient) : try outcome(patient, definition)
    if let waveforms { try OutputFile.write(WaveformCSV.text(outcome.settled.beat), to: waveforms) }
    let examined = Examined(outcome.definition, body: patient.body, beat: outcome.settled.beat)
    if let plot { try OutputFile.write(sheet(patient, examined).svg(), to: plot) }
    if let wfdb { try RecordFiles.write(examined, to: wfdb) }
    let examination = self.examination(examined)
    if json {
      print(
        ResultJSON.simulate(
          case: patient.json, version: Product.version, status: outcome.settled.status, reading: outcome.reading,
          examination: examination, more: try outcome.body?.json(choices()) ?? []
        ).serialised())
    } else {
      show(patient, outcome, examination)
    }
    if outcome.settled.status == .notPeriodic, beats == nil {
      CaseSource.complain("The beat did not become periodic within \(outcome.settled.beats) beats.")
    }
  }

  /// The beat on one sheet, its loop before that of the healthy heart of the same body where this one is not healthy.
  func sheet(_ patient: Case, _ examined: Examined) -> Canvas {
    let healthy = patient.healthyHeart
    let ghost = examined.heart == healthy ? nil : ("Healthy heart", healthy.settled().beat)
    return BeatSheet.canvas(
      examined, name: patient.name, ghost: ghost, recordings: [.electrocardiogram(examined), .sound(examined)])
  }

  /// What instruments would have read, where noise is asked for.
  func examination(_ examined: Examined) -> Examination? {
    noise ? Examination(examined, with: InstrumentCatalogue.all, seed: seed) : nil
  }

  private struct Outcome {
    let definition: HeartDefinition
    let settled: SettledHeart
    let reading: BeatReading
    /// The body that answers, where it was asked to.
    var body: AnsweringBody?
  }

  /// Whether the body is to answer.
  private func answers(_ patient: Case) throws -> Bool {
    try patient.reflexes == true && beats == nil || !choices().isEmpty || exerciseTest
  }

  /// The same heart with the body answering and the loads laid on it.
  private func answered(_ definition: HeartDefinition, _ patient: Case) throws -> Outcome {
    let choices = try self.choices()
    guard let body = AnsweringBody(patient, definition, choices, exerciseTest: exerciseTest)
    else {
      throw CaseSource.noRest(file, loads: choices.isEmpty ? "" : " and these loads")
    }
    let beat = body.beat
    return Outcome(
      definition: beat.heart, settled: beat.settled,
      reading: BeatReading(beat.settled.beat, of: beat.heart, bodySurface: patient.body.bodySurface), body: body)
  }

  private func outcome(_ patient: Case, _ definition: HeartDefinition) throws -> Outcome {
    let surface = patient.body.bodySurface
    let settled = beats.map(definition.running) ?? definition.settled()
    guard settled.status != .diverged else {
      CaseSource.complain("\(file): this heart cannot be simulated: \(definition.likelyFault).")
      throw CaseSource.cannotSimulate
    }
    return Outcome(
      definition: definition, settled: settled, reading: BeatReading(settled.beat, of: definition, bodySurface: surface)
    )
  }

  private func show(_ patient: Case, _ outcome: Outcome, _ examination: Examination?) {
    let style = Terminal.style
    let load = loads.isEmpty ? "" : " – " + loads.joined(separator: ", ")
    var text = patient.name + load + "\n\n"
    text +=
      (examination?.table(style)
        ?? TerminalTable.findings(outcome.reading.findings, sex: patient.body.sex, style: style)) + "\n"
    text += BeatText.plots(outcome.settled.beat, style: style)
    if let body = outcome.body { text += body.tables(style) }
    let notes = patient.setAside(
      isFitted: patient.canBeFitted, answers: outcome.body != nil, regurgitantVolume: outcome.reading.findings[.RVol])
    text += "\n" + style.paragraphs((outcome.body?.notes ?? []) + notes + [status(outcome.settled)])
    Terminal.show(text, style)
  }

  private func status(_ settled: SettledHeart) -> String {
    switch settled.status {
    case .periodic: "Periodic after \(settled.beats) beats."
    case .notPeriodic: "Not periodic: the last of \(settled.beats) beats is shown."
    case .diverged: "Diverged."
    }
  }
}
