// The page as a folder of files that any web server can give out: what ships, the engine, and the cases as settings.

import Assessment
import Cases
import Circulation
import Dispatch
import Findings
import Instruments
import Foundation
import Reports
import Statements

/// The files of the page.
struct PageSite {
  /// What in a folder tells that this command made it.
  static let mark = "made-by-mitral.json"

  /// The page as it ships, and the engine compiled for it.
  let sources: URL
  let engine: URL

  /// Nil where the command stands alone, without the page's files.
  init?() {
    guard let root = ShippedCases.folder?.deletingLastPathComponent() else { return nil }
    sources = root.appendingPathComponent("Page")
    engine = root.appendingPathComponent(".build/page/engine.wasm")
  }

  /// The shipped cases: each with its settings, those of a measured patient stating the heart that was fitted.
  ///
  /// - Parameter passing: told the share of the work that is done.
  static func cases(passing: @escaping @Sendable (Double) -> Void) -> JSONTree {
    let names = ShippedCases.names
    let found = Found(count: names.count)
    DispatchQueue.concurrentPerform(iterations: names.count) { index in
      let entry = entry(names[index])
      passing(found.put(entry, at: index))
    }
    return .object([.init("version", .number(1)), .init("cases", .list(found.entries.compactMap { $0 }))])
  }

  /// One case; nil where its heart does not beat.
  private static func entry(_ name: String) -> JSONTree? {
    guard let patient = try? CaseSource.read(name) else { return nil }
    var fields = [JSONTree.Field("identifier", .text(name)), .init("title", .text(patient.name))]
    let (stated, heart): (Case, HeartDefinition)
    if patient.canBeFitted {
      guard let found = try? patient.heartToSimulate(name) else { return nil }
      (stated, heart) = (patient.stating(found), found)
    } else {
      guard patient.notSimulated.isEmpty else { return nil }
      (stated, heart) = (patient, patient.statement.heart)
    }
    let reading = BeatReading(heart.settled().beat, of: heart, bodySurface: patient.body.bodySurface)
    if let warning = patient.missingLeak(regurgitantVolume: reading.findings[.RVol]) {
      fields.append(.init("warning", .text(warning)))
    }
    fields.append(.init("isMeasured", .flag(patient.canBeFitted)))
    if let leak = stated.leakSetting { fields.append(.init("leak", .text(leak))) }
    fields.append(.init("settings", stated.settings))
    return .object(fields)
  }

  /// What several threads find.
  private final class Found: @unchecked Sendable {
    private let lock = NSLock()
    private(set) var entries: [JSONTree?]
    private var done = 0

    init(count: Int) { entries = [JSONTree?](repeating: nil, count: count) }

    func put(_ entry: JSONTree?, at index: Int) -> Double {
      lock.withLock {
        entries[index] = entry
        done += 1
        return Double(done) / Double(entries.count)
      }
    }
  }

  /// Writes everything into a folder that is not there yet.
  func write(to folder: URL, cases: JSONTree) throws {
    let files = FileManager.default
    try files.createDirectory(at: folder, withIntermediateDirectories: true)
    for name in try files.contentsOfDirectory(atPath: sources.path) where !name.hasPrefix(".") {
      try files.copyItem(at: sources.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let target = folder.appendingPathComponent("engine/engine.wasm")
    if files.fileExists(atPath: target.path) { try files.removeItem(at: target) }
    try files.copyItem(at: engine, to: target)
    try files.setAttributes([.posixPermissions: 0o644], ofItemAtPath: target.path)
    let data = folder.appendingPathComponent("data")
    try files.createDirectory(at: data, withIntermediateDirectories: true)
    try Data(cases.serialised().utf8).write(to: data.appendingPathComponent("cases.json"))
    try nameVersion(in: folder)
    let mark = JSONTree.object([.init("version", .text(Product.version))])
    try Data(mark.serialised().utf8).write(to: folder.appendingPathComponent(Self.mark))
  }

  /// What a browser stores for times without a network goes by a version; it is made of every byte of the page, so that
  /// another page is stored as another one.
  private func nameVersion(in folder: URL) throws {
    let files = FileManager.default
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for name in try files.subpathsOfDirectory(atPath: folder.path).sorted() {
      let file = folder.appendingPathComponent(name)
      guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
      // FNV-1a (Fowler, Noll & Vo), 64 bits.
      for byte in try Data(contentsOf: file) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    }
    let worker = folder.appendingPathComponent("sw.js")
    let text = try String(contentsOf: worker, encoding: .utf8)
    try text.replacingOccurrences(of: "mitral-development", with: "mitral-" + String(hash, radix: 16))
      .write(to: worker, atomically: true, encoding: .utf8)
  }
}
