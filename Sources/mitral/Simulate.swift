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
    _ = try options()
  }

  private func options() throws -> SimulationOptions {
    var options = SimulationOptions()
    do throws(OptionFault) {
      options.beats = beats
      options.seed = seed
      options.isNoisy = noise
      options.loads = try loads.map { text throws(OptionFault) in try LoadChoice(text) }
      options.exerciseTest = exerciseTest
      try options.demandCompatible()
    } catch {
      throw ValidationError(error.text)
    }
    return options
  }

  /// Beats of an irregular rhythm that are kept to be written; each takes a tenth of a megabyte.
  private static let mostWritten = 2000

  func run() throws {
    let patient = try CaseSource.read(file, overrides: overrides)
    let options = try options()
    let writesAll = waveforms != nil && beats != nil
    let isIrregular = patient.statedHeart(from: patient.healthyHeart).rhythm.kind != .sinus
    guard !writesAll || !isIrregular || (beats ?? 0) <= Self.mostWritten else {
      throw ValidationError("--waveforms writes no more than \(Self.mostWritten) beats of an irregular rhythm.")
    }
    var written: [IrregularBeat] = []
    let simulation = try CaseSource.telling(file) { () throws(SimulationFailure) in
      try Simulation(patient, options) { if writesAll { written.append($0) } }
    }
    switch simulation {
    case .beat(let beat):
      try write(beat.examined, patient, waveforms: WaveformCSV.text(beat.settled.beat))
      if json { print(beat.json(version: Product.version).serialised()) } else { show(beat) }
      if beat.settled.status == .notPeriodic, beats == nil {
        CaseSource.complain("The beat did not become periodic within \(beat.settled.beats) beats.")
      }
    case .rhythm(let rhythm):
      try write(
        rhythm.examined, patient,
        waveforms: writesAll ? WaveformCSV.text(written) : WaveformCSV.text(rhythm.representative))
      if json { print(rhythm.json(version: Product.version).serialised()) } else { show(rhythm) }
    }
  }

  /// The files that were asked for.
  private func write(_ examined: Examined, _ patient: Case, waveforms text: @autoclosure () -> String) throws {
    if let waveforms { try OutputFile.write(text(), to: waveforms) }
    if let plot { try OutputFile.write(sheet(patient, examined).svg(), to: plot) }
    if let wfdb { try RecordFiles.write(examined, to: wfdb) }
  }

  /// The beat on one sheet, its loop before that of the healthy heart of the same body where this one is not healthy.
  private func sheet(_ patient: Case, _ examined: Examined) -> Canvas {
    let healthy = patient.healthyHeart
    let ghost = examined.heart == healthy ? nil : ("Healthy heart", healthy.settled().beat)
    return BeatSheet.canvas(
      examined, name: patient.name, ghost: ghost, recordings: [.electrocardiogram(examined), .sound(examined)])
  }

  private func show(_ found: SimulatedBeat) {
    let style = Terminal.style
    let load = loads.isEmpty ? "" : " – " + loads.joined(separator: ", ")
    var text = found.patient.name + load + "\n\n"
    text +=
      (found.options.examination(found.examined)?.table(style)
        ?? TerminalTable.findings(found.reading.findings, sex: found.patient.body.sex, style: style)) + "\n"
    text += BeatText.plots(found.settled.beat, style: style)
    if let body = found.body { text += body.tables(style) }
    let notes = found.patient.setAside(
      isFitted: found.patient.canBeFitted, answers: found.body != nil,
      regurgitantVolume: found.reading.findings[.RVol])
    text += "\n" + style.paragraphs((found.body?.notes ?? []) + notes + [status(found.settled)])
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
