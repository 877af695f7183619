// `mitral study`: whether the assessment's claims hold, on patients whose hearts are known. It is no part of daily use and
// not listed in the help; Benchmarks/results has what it said, with the commands.
//
// One line of JSON for each patient is added to a file as soon as it is known; patients that the file has are not done
// again, so that nothing is lost by an interruption.

import ArgumentParser
import Assessment
import Cases
import Foundation
import Reports
import Twin

struct StudyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "study", abstract: "Check the assessment's claims on patients whose hearts are known.",
    shouldDisplay: false, subcommands: [RecoveryCommand.self, GrossErrorCommand.self, LeftOutCommand.self])
}

/// What all studies are told.
struct StudyOptions: ParsableArguments {
  @Option(help: "How many patients whose hearts beat.")
  var patients = 200

  @Option(help: "Effective samples of each posterior; assess takes 1000.")
  var samples = 1000

  @Option(help: "What is measured of each: few or laboratory.")
  var design = "few"

  @Option(help: "The file with a line of JSON for each patient; it is continued where it is there.")
  var output = "study.jsonl"

  @Flag(help: "Only tell what the file says.")
  var summary = false

  func chosen() throws -> StudyDesign {
    guard let design = StudyDesign.all.first(where: { $0.name == design }) else {
      throw ValidationError("--design \(design): few or laboratory.")
    }
    return design
  }

  /// The sampler's, for so many samples.
  var settings: SamplerSettings {
    var settings = SamplerSettings()
    settings.effectiveSamples = Double(samples)
    return settings
  }

  /// The entries of the file, those that were missing made first.
  func entries<Entry: Codable>(seed: (Entry) -> UInt64, make: (UInt64) -> Entry?) throws -> [Entry] {
    let known: [Entry] = read()
    guard !summary else { return known }
    if !FileManager.default.fileExists(atPath: output) {
      _ = FileManager.default.createFile(atPath: output, contents: nil)
    }
    guard let file = FileHandle(forWritingAtPath: output) else {
      CaseSource.complain("\(output): cannot be written.")
      throw CaseSource.cannotSimulate
    }
    try file.seekToEnd()
    let done = Set(known.map(seed))
    var count = known.count
    let bar = ProgressBar()
    for seed in 1...UInt64.max where !done.contains(seed) {
      guard count < patients else { break }
      bar.show(Double(count) / Double(patients))
      guard let entry = make(seed) else { continue }
      count += 1
      try file.write(contentsOf: JSONEncoder().encode(entry) + Data("\n".utf8))
      try file.synchronize()
    }
    bar.clear()
    return read()
  }

  private func read<Entry: Decodable>() -> [Entry] {
    guard let text = try? String(contentsOfFile: output, encoding: .utf8) else { return [] }
    // The last line may be half of one.
    return text.split(separator: "\n").compactMap { try? JSONDecoder().decode(Entry.self, from: Data($0.utf8)) }
  }
}

/// `mitral study recovery`.
struct RecoveryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recovery", abstract: "Whether intervals hold the truth as often as they say, and what tells of what.")

  @OptionGroup var options: StudyOptions

  func run() throws {
    let design = try options.chosen()
    let settings = options.settings
    let entries: [RecoveryEntry] = try options.entries(seed: \.seed) { design.recovery(seed: $0, settings) }
    print(StudyText.recovery(entries, design))
  }
}

/// `mitral study gross`.
struct GrossErrorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "gross", abstract: "Whether the one measurement that lies is found.")

  @OptionGroup var options: StudyOptions

  @Flag(help: "Sketch the posterior, as assess --quick does.")
  var quick = false

  func run() throws {
    let design = try options.chosen()
    let settings = options.settings
    let entries: [GrossErrorEntry] = try options.entries(seed: \.seed) {
      design.grossError(seed: $0, samples: quick ? nil : settings)
    }
    print(StudyText.grossError(entries, design))
  }
}

/// `mitral study left-out`.
struct LeftOutCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "left-out", abstract: "Published group means, each measurement predicted from the others.")

  @Option(help: "The seed of the draws.")
  var seed: UInt64 = 1

  func run() throws {
    let groups = PublishedGroup.all
    let patients = try groups.map { try CaseSource.read($0.name) }
    let bar = ProgressBar()
    let found = zip(groups, patients).enumerated().map { index, pair in
      bar.show(Double(index) / Double(groups.count))
      return (group: pair.0, title: pair.1.name, entries: pair.1.leftOut(seed: seed))
    }
    bar.clear()
    print(StudyText.leftOut(found))
  }
}
