// `mitral examine`: a case's heart before the instruments.

import ArgumentParser
import Cases
import Circulation
import Drawing
import Findings
import Foundation
import Instruments
import Pictures
import Quantities
import Reports

struct Examine: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Examine the heart of a case with instruments: what they read, what they show, and what is true.",
    discussion: """
      Every instrument reads with its own physics and bias, as a laboratory would; what is true of the heart stands beside it. \
      With --noise the readings scatter as they do from one examination to the next (`mitral catalogue instruments` tells how \
      much, and who says so); --case writes them as a case file, a patient whose truth is known.

      Examples:
        mitral examine flail-leaflet
        mitral examine lesion-prolapse --with doppler --with colour-doppler -o pictures
        mitral examine chronic-decompensated --noise --seed 7 --case patient.yaml
        mitral assess patient.yaml
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    name: .customLong("with"),
    help: ArgumentHelp("An instrument; may be repeated. All of them where none is named.", valueName: "instrument"),
    completion: .list(InstrumentCatalogue.names), transform: Examine.instrument)
  var instruments: [Instrument] = []

  @OptionGroup var settings: ExaminationOptions

  @Option(
    name: .customLong("case"),
    help: ArgumentHelp("Write the readings as a case file.", valueName: "file.yaml"), completion: .file())
  var caseFile: String?

  func run() throws {
    let chosen = instruments.isEmpty ? InstrumentCatalogue.all : instruments
    let subject = try ExaminedCase(file, overrides: settings.overrides, seed: settings.seed)
    let examination = try settings.examine(subject, with: chosen)
    if let caseFile {
      try OutputFile.write(subject.measured(examination, seed: settings.noiseSeed).yaml(), to: caseFile)
    }
    settings.show(examination, of: subject, remarks: caseFile == nil ? [] : examination.leftOut)
  }

  static func instrument(_ name: String) throws -> Instrument {
    guard let instrument = InstrumentCatalogue.find(name.lowercased()) else {
      throw ValidationError(
        "'\(name)' is no instrument; allowed: \(InstrumentCatalogue.names.joined(separator: ", "))")
    }
    return instrument
  }
}

extension InstrumentCatalogue {
  /// The instruments' identifiers.
  static var names: [String] { all.map(\.identifier.description) }
}

extension ExaminedCase {
  /// A case that has the readings for measurements, and of the original who the patient is and what was told.
  func measured(_ examination: Examination, seed: UInt64?) -> Case {
    var measured = Case(name: patient.name + ", as measured")
    let names = examination.parts.map(\.instrument.identifier.description).joined(separator: ", ")
    let scatter = seed.map { "with their scatter, seed \($0)" } ?? "without scatter"
    measured.source =
      "Simulated: the heart of the case “\(patient.name)” as read by \(names), \(scatter) (mitral examine, version "
      + "\(Product.version))" + examination.leftOut.map { ". " + $0 }.joined()
    measured.patient = patient.patient
    measured.presentation = patient.presentation
    measured.rhythm = patient.rhythm
    measured.history = patient.history
    measured.symptoms = patient.symptoms
    measured.nyha = patient.nyha
    measured.context = patient.context
    measured.measurements = examination.measurements
    measured.signs = examination.signs
    return measured
  }
}
