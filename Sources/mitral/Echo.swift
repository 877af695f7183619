// `mitral echo`: the echo laboratory's part of `mitral examine`, with its pictures.

import ArgumentParser
import Instruments

struct Echo: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "An echo examination: M-mode, Doppler and colour pictures in a folder, and what a laboratory would report.",
    discussion: """
      Examples:
        mitral echo flail-leaflet -o echo
        mitral echo lesion-leaflet-tethering -o echo --aliasing-velocity 30 --noise --seed 3
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @OptionGroup var settings: ExaminationOptions

  func run() throws {
    let subject = try ExaminedCase(file, overrides: settings.overrides, seed: settings.seed)
    let instruments = ["echo-2d", "doppler", "colour-doppler"].compactMap(InstrumentCatalogue.find)
    settings.show(try settings.examine(subject, with: instruments), of: subject)
  }
}
