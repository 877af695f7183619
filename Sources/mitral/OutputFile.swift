import ArgumentParser
import Foundation

/// A file that a command writes: whole or not at all.
enum OutputFile {
  static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      CaseSource.complain("\(path): cannot be written (\(error.localizedDescription)).")
      throw CaseSource.cannotSimulate
    }
  }
}
