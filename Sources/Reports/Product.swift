// What the product says of itself, and where its own files are.

import Cases
import Foundation

/// Mitral itself.
public enum Product {
  public static let version = "0.1.0"

  /// The folder that holds `cases` and `schema`; nil when the program has been taken out of its checkout.
  public static let home: URL? = {
    var candidates: [URL] = []
    if let home = ProcessInfo.processInfo.environment["MITRAL_HOME"] { candidates.append(URL(fileURLWithPath: home)) }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    if let executable = Bundle.main.executableURL { folder = executable.deletingLastPathComponent() }
    for _ in 0..<5 {
      candidates.append(folder)
      folder = folder.deletingLastPathComponent()
    }
    return candidates.first {
      FileManager.default.fileExists(atPath: $0.appendingPathComponent("cases/healthy-adult.yaml").path)
    }
  }()
}

/// The cases that ship.
public enum ShippedCases {
  /// Nil when the program has been taken out of its checkout.
  public static var folder: URL? { Product.home?.appendingPathComponent("cases") }

  /// Sorted.
  public static var names: [String] {
    guard let folder, let files = try? FileManager.default.contentsOfDirectory(atPath: folder.path) else { return [] }
    return files.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// - Throws: ``CaseFaults``, or that the file cannot be read.
  public static func read(_ name: String) throws -> Case {
    let file = (folder ?? URL(fileURLWithPath: "cases")).appendingPathComponent(name + ".yaml")
    return try Case.read(try Data(contentsOf: file), file: "cases/\(name).yaml", vocabulary: .known)
  }
}
