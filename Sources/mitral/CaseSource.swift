// Where a case comes from: a file, standard input, or the cases that ship.

import ArgumentParser
import Cases
import Foundation
import Reports

/// A command's CASE argument, read.
struct CaseSource {
  /// Exit status of bad input.
  static let badInput = ExitCode(65)
  static let cannotSimulate = ExitCode(1)

  /// Reads the case or tells every fault on standard error and ends with status 65.
  static func read(_ name: String, overrides: [String] = []) throws -> Case {
    do {
      let (bytes, file) = try contents(name)
      var patient = try Case.read(bytes, file: file, vocabulary: .known)
      for assignment in overrides { patient.heart.append(try CaseVocabulary.known.heartOverride(assignment)) }
      return patient
    } catch let faults as CaseFaults {
      complain(faults.description)
      throw badInput
    }
  }

  /// What a shell offers for CASE: the shipped names, and the folders and case files that begin with the word so far.
  static let completion = CompletionKind.custom { _, _, word in candidates(for: word) }

  private static func candidates(for word: String) -> [String] {
    let split = word.lastIndex(of: "/").map(word.index(after:)) ?? word.startIndex
    let folder = String(word[..<split])
    let start = word[split...]
    // bash puts the slash itself.
    let endsFolders = CompletionShell.requesting != .bash
    var isFolder: ObjCBool = false
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    let fitting = files.sorted().compactMap { name -> String? in
      guard name.hasPrefix(start), start.hasPrefix(".") || !name.hasPrefix(".") else { return nil }
      let path = folder + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return nil }
      if isFolder.boolValue { return endsFolders ? path + "/" : path }
      return [".yaml", ".yml", ".json"].contains(where: name.hasSuffix) ? path : nil
    }
    return ShippedCases.names.filter { $0.hasPrefix(word) } + fitting
  }

  private static func contents(_ name: String) throws -> (bytes: Data, file: String) {
    if name == "-" { return (FileHandle.standardInput.readDataToEndOfFile(), "standard input") }
    if let shipped = ShippedCases.folder?.appendingPathComponent(name + ".yaml"), ShippedCases.names.contains(name),
      !FileManager.default.fileExists(atPath: name)
    {
      return (try Data(contentsOf: shipped), "cases/\(name).yaml")
    }
    var isFolder: ObjCBool = false
    let isThere = FileManager.default.fileExists(atPath: name, isDirectory: &isFolder)
    if isThere, isFolder.boolValue {
      complain("\(name): is a folder, not a case file.")
      throw badInput
    }
    guard isThere else {
      let near =
        ShippedCases.names.isEmpty
        ? "." : ": " + Suggestion.phrase(for: name, in: ShippedCases.names, listedBy: "mitral catalogue cases")
      complain("\(name): no such file or shipped case\(near)")
      throw badInput
    }
    do {
      return (try Data(contentsOf: URL(fileURLWithPath: name)), name)
    } catch {
      complain("\(name): cannot be read.")
      throw badInput
    }
  }

  /// Ends with status 1 when the case states a heart that this version cannot simulate.
  static func demandSimulated(_ patient: Case, _ name: String) throws {
    try telling(name) { () throws(SimulationFailure) in try patient.demandSimulated() }
  }

  /// Does something that a heart may fail at; then says so on standard error and ends with status 1.
  static func telling<Made>(_ name: String, _ work: () throws(SimulationFailure) -> Made) throws -> Made {
    do {
      return try work()
    } catch {
      complain("\(name): \(error.sentence)")
      throw cannotSimulate
    }
  }

  /// Says that a body found no steady state, and gives the status to end with.
  static func noRest(_ name: String, loads: String) -> ExitCode {
    complain("\(name): \(SimulationFailure.noRest(loads: loads).sentence)")
    return cannotSimulate
  }

  /// Writes a line to standard error.
  static func complain(_ text: String) { FileHandle.standardError.write(Data((text + "\n").utf8)) }
}
