// What all commands that examine share: the scatter, the machines' settings, where pictures go, how results are shown.

import ArgumentParser
import Cases
import Circulation
import Drawing
import Foundation
import Instruments
import Pictures
import Reports

struct ExaminationOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "Draw what the instruments show as SVG into a folder, made where it is not there.", valueName: "folder"),
    completion: .directory)
  var output: String?

  @Flag(help: "Readings scatter as they do from one examination to the next.")
  var noise = false

  @Option(
    parsing: .unconditional,
    help: "Seed of the scatter, of speckle, and of an irregular rhythm (0 ... 18446744073709551615).")
  var seed: UInt64 = 1

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("Aliasing velocity of colour Doppler (10 ... 100 cm/s).", valueName: "cm/s"),
    transform: { text in
      guard let speed = Double(text), FlowConvergence.aliasingVelocities.contains(speed) else {
        let allowed = FlowConvergence.aliasingVelocities
        throw ValidationError(
          "'\(text)' is no aliasing velocity; allowed: \(Int(allowed.lowerBound)) ... \(Int(allowed.upperBound)) (cm/s)"
        )
      }
      return speed
    })
  var aliasingVelocity: Double = 40

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart, as heart.mitralValve.openArea=4.5cm2.", valueName: "path=value"))
  var overrides: [String] = []

  var noiseSeed: UInt64? { noise ? seed : nil }

  /// Reads the heart, and draws it where asked.
  func examine(_ subject: ExaminedCase, with instruments: [Instrument]) throws -> Examination {
    let colour = try Instrument.colourDoppler(at: aliasingVelocity)
    let instruments = instruments.map { $0.identifier.description == colour.identifier.description ? colour : $0 }
    var examination = Examination(subject.examined, with: instruments, seed: noiseSeed)
    guard let output else { return examination }
    try OutputFile.makeFolder(output)
    var settings = GallerySettings()
    settings.seed = seed
    settings.aliasingVelocity = aliasingVelocity
    for place in examination.parts.indices {
      let instrument = examination.parts[place].instrument
      for picture in Gallery.pictures(of: instrument, subject.examined, settings: settings) {
        let file = file(picture.name + ".svg", in: output)
        try OutputFile.write(picture.canvas.svg(identifier: picture.name), to: file)
        examination.parts[place].pictures.append(file)
      }
    }
    return examination
  }

  /// The path of a file in a folder.
  func file(_ name: String, in folder: String) -> String { folder + (folder.hasSuffix("/") ? "" : "/") + name }

  /// - Parameters:
  ///   - impression: what the laboratory concludes, where it writes so.
  ///   - remarks: what must be known beside the readings and the case's own notes.
  func show(
    _ examination: Examination, of subject: ExaminedCase, impression: EchoImpression? = nil, remarks: [String] = []
  ) {
    let notes = subject.notes + remarks
    if json {
      print(
        ResultJSON.examine(
          case: subject.patient.json, version: Product.version, examination: examination, impression: impression,
          notes: notes
        ).serialised())
      return
    }
    let style = Terminal.style
    var text = subject.patient.name + "\n\n" + examination.table(style)
    if let impression { text += "\n\n" + impression.text(style) }
    let pictures = examination.parts.flatMap(\.pictures)
    if !notes.isEmpty { text += "\n\n" + style.paragraphs(notes) }
    if noise, !pictures.isEmpty {
      text += "\n\n" + style.paragraphs(["The numbers in the pictures are those without scatter."])
    }
    if !pictures.isEmpty { text += "\n\n" + style.paragraphs(["Pictures: " + pictures.joined(separator: ", ") + "."]) }
    Terminal.show(text, style)
  }
}
