// `mitral listen`: the heart of a case under the stethoscope, as sound, as a picture and in words.

import ArgumentParser
import Cases
import Circulation
import Drawing
import Instruments
import Pictures
import Reports

struct Listen: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Listen to the heart of a case: sounds and murmurs as WAV, as a phonocardiogram, and in words.",
    discussion: """
      Every sound comes from the beat: closures by how steeply pressures pull the leaflets taut, murmurs from the jets' speed \
      and area. Sites: apex, axilla, base, lower-left-sternal-border. A manoeuvre is gone through by the body with its \
      reflexes, and what it changes against rest is told.

      Examples:
        mitral listen lesion-fixed-orifice -o murmur.wav
        mitral listen lesion-prolapse --manoeuvre valsalva
        mitral listen lesion-rheumatic --chestpiece bell -o rumble.wav
        mitral listen acute-severe --site base --noise --seed 7 --json
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    help: ArgumentHelp("Where the stethoscope is put; at the apex when not given.", valueName: "site"),
    completion: .list(AuscultationSite.allCases.map(\.identifier)), transform: Listen.site)
  var site: AuscultationSite = .apex

  @Option(
    help: ArgumentHelp("What is done meanwhile: handgrip, squat, stand or valsalva.", valueName: "manoeuvre"),
    completion: .list(ListenManoeuvre.allCases.map(\.rawValue)), transform: Listen.manoeuvre)
  var manoeuvre: ListenManoeuvre?

  @Option(
    help: ArgumentHelp("bell (20-150 Hz) or diaphragm (above 150 Hz); a microphone (25-800 Hz) when not given."),
    completion: .list(["bell", "diaphragm"]), transform: Listen.chestPiece)
  var chestpiece: ChestPiece = .microphone

  @Option(
    parsing: .unconditional, help: "Length of the sound, s (1 ... 120; 10 when not given).", transform: Listen.seconds)
  var seconds: Double = 10

  @Option(
    help: ArgumentHelp(
      "Which leaflet a prolapse or a torn leaflet is of, anterior or posterior; it decides where the murmur is carried.",
      valueName: "leaflet"),
    completion: .list(["anterior", "posterior"]), transform: Listen.leaflet)
  var leaflet: MitralJet?

  @Flag(help: "With the noise of breathing.")
  var noise = false

  @Option(
    parsing: .unconditional,
    help:
      "Seed of the noise that murmurs and breath are made of, and of an irregular rhythm (0 ... 18446744073709551615).")
  var seed: UInt64 = 1

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("Write the sound (WAV, one channel, 16 bit, 48 kHz).", valueName: "file.wav"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp("Draw the phonocardiogram and its tones as SVG.", valueName: "file.svg"), completion: .file())
  var plot: String?

  @Flag(help: "Print one JSON document and nothing else.")
  var json = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart, as heart.mitralValve.openArea=4.5cm2.", valueName: "path=value"))
  var overrides: [String] = []

  func validate() throws {
    let name = (output ?? "").lowercased()
    if let ending = [".mp3", ".ogg", ".flac", ".m4a", ".aac", ".aiff", ".opus"].first(where: name.hasSuffix) {
      throw ValidationError("'\(output ?? ending)' cannot be written for --output; allowed: a WAV file, as apex.wav")
    }
  }

  func run() throws {
    let subject = try ExaminedCase(file, overrides: overrides, seed: seed)
    let listened = try listen(subject)
    let now = listened.during ?? listened.rest
    var settings = PhonocardiogramSettings(site: site, chestPiece: chestpiece, seconds: seconds)
    settings.seed = seed
    settings.hasBreath = noise
    settings.jet = leaflet
    var recording: Phonocardiogram?
    if let output {
      let made = Phonocardiogram(now, settings)
      let samples = Upsampling.more(made.samples, by: Self.fileRate / Int(Phonocardiogram.rate))
      try OutputFile.write(bytes: WAVFile.bytes(samples, rate: Self.fileRate), to: output)
      recording = made
    }
    if let plot {
      let name = subject.patient.name + doing
      try OutputFile.write(PhonocardiogramPicture(now, settings, name: name).canvas().svg(), to: plot)
    }
    let heard = Heard(listened, at: site, jet: leaflet, manoeuvre: manoeuvre)
    if json {
      print(heard.json(case: subject.patient.json, version: Product.version, notes: subject.notes).serialised())
    } else {
      show(heard, subject, recording)
    }
  }

  /// Samples a second in the file: what every player and every headset takes.
  private static let fileRate = 48_000

  private func listen(_ subject: ExaminedCase) throws -> Listened {
    guard let manoeuvre else { return Listened(rest: subject.examined) }
    guard let listened = Listened(subject, manoeuvre, seed: seed) else {
      throw CaseSource.noRest(file, loads: " and this load (\(manoeuvre.title))")
    }
    return listened
  }

  /// What the patient does meanwhile, to stand behind a name.
  private var doing: String { manoeuvre.map { ", \($0.title)" } ?? "" }

  private func show(_ heard: Heard, _ subject: ExaminedCase, _ recording: Phonocardiogram?) {
    let style = Terminal.style
    var text = "\(subject.patient.name) – at the \(site.title)\(doing)\n\n"
    text += style.paragraphs(heard.sentences)
    if !subject.notes.isEmpty { text += "\n\n" + style.paragraphs(subject.notes) }
    var files = [output, plot].compactMap { $0 }
    if !files.isEmpty {
      files = ["Written: \(files.joined(separator: ", "))."]
      if let recording { files += level(of: recording) }
      text += "\n\n" + style.paragraphs(files)
    }
    Terminal.show(text, style)
  }

  /// How loud the file is: nothing was turned up or down for this case or place.
  private func level(of recording: Phonocardiogram) -> [String] {
    var sentences: [String] = []
    if let peak = recording.peak {
      sentences.append(
        "The sound peaks at \(AuscultationWords.signed(peak)) dB of full scale; all cases and places are recorded at one "
          + "level" + (chestpiece == .diaphragm ? ", the diaphragm turned up by 12 dB." : "."))
    }
    if recording.clipped > 0 {
      sentences.append("\(recording.clipped) samples were too loud and are held at full scale.")
    }
    return sentences
  }

  private static func site(_ name: String) throws -> AuscultationSite {
    try chosen(
      AuscultationSite(identifier: name.lowercased()), name, "site", AuscultationSite.allCases.map(\.identifier))
  }

  private static func manoeuvre(_ name: String) throws -> ListenManoeuvre {
    try chosen(
      ListenManoeuvre(rawValue: name.lowercased()), name, "manoeuvre", ListenManoeuvre.allCases.map(\.rawValue))
  }

  private static func chestPiece(_ name: String) throws -> ChestPiece {
    let piece: ChestPiece? =
      switch name.lowercased() {
      case "bell": .bell
      case "diaphragm": .diaphragm
      default: nil
      }
    return try chosen(piece, name, "chestpiece", ["bell", "diaphragm"])
  }

  private static func leaflet(_ name: String) throws -> MitralJet {
    let jet: MitralJet? =
      switch name.lowercased() {
      case "posterior": .forward
      case "anterior": .backward
      default: nil
      }
    return try chosen(jet, name, "leaflet", ["anterior", "posterior"])
  }

  private static func seconds(_ text: String) throws -> Double {
    guard let seconds = Double(text), (1...120).contains(seconds) else {
      throw ValidationError("'\(text)' is no length for --seconds; allowed: 1 ... 120")
    }
    return seconds
  }

  private static func chosen<Value>(_ value: Value?, _ name: String, _ option: String, _ allowed: [String]) throws
    -> Value
  {
    guard let value else {
      throw ValidationError("'\(name)' is no \(option) for --\(option); allowed: \(allowed.joined(separator: ", "))")
    }
    return value
  }
}
