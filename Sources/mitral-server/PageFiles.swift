// The files of the built page, each read once and again when it has changed.

import Foundation
import Synchronization

/// A folder of files, by their addresses.
final class PageFiles: Sendable {
  struct File: Sendable {
    let bytes: [UInt8]
    let type: String
    /// Of the contents, with its quotes.
    let tag: String
    fileprivate let changed: Date
  }

  private let root: String
  private let known = Mutex<[String: File]>([:])

  /// - Parameter folder: need not be there yet.
  init(_ folder: String) {
    root = URL(fileURLWithPath: folder).resolvingSymlinksInPath().path
  }

  /// Larger files are not served; the engine, the largest, has one or two megabytes.
  private static let most = 32 << 20

  /// The file at an address such as `/app/state.js`; nil where there is none, or it lies outside the folder.
  func file(at path: String) -> File? {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    let names = parts.last?.isEmpty == true ? parts.dropLast() + ["index.html"] : Array(parts)
    // No way up, nothing hidden, nothing that only some systems take for a separator.
    guard names.allSatisfy({ !$0.isEmpty && !$0.hasPrefix(".") && !$0.contains("\\") && !$0.contains("\0") }) else {
      return nil
    }
    let relative = names.joined(separator: "/")
    let place = root + "/" + relative
    // A link may lead anywhere: what counts is where it ends.
    let real = URL(fileURLWithPath: place).resolvingSymlinksInPath().path
    guard real.hasPrefix(root + "/"),
      let facts = try? FileManager.default.attributesOfItem(atPath: real),
      facts[.type] as? FileAttributeType == .typeRegular, let changed = facts[.modificationDate] as? Date,
      let size = facts[.size] as? Int, size <= Self.most
    else { return nil }
    if let file = known.withLock({ $0[relative] }), file.changed == changed, file.bytes.count == size { return file }
    guard let data = FileManager.default.contents(atPath: real) else { return nil }
    let bytes = [UInt8](data)
    let file = File(bytes: bytes, type: Self.type(of: relative), tag: Self.tag(bytes), changed: changed)
    known.withLock { $0[relative] = file }
    return file
  }

  /// FNV-1a of the contents, and their length.
  private static func tag(_ bytes: [UInt8]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return "\"\(String(hash, radix: 16))-\(String(bytes.count, radix: 16))\""
  }

  private static func type(of name: String) -> String {
    switch name.split(separator: ".").last.map({ $0.lowercased() }) ?? "" {
    case "html": "text/html; charset=utf-8"
    case "css": "text/css; charset=utf-8"
    case "js", "mjs": "text/javascript; charset=utf-8"
    case "json", "map": "application/json"
    case "webmanifest": "application/manifest+json"
    case "wasm": "application/wasm"
    case "svg": "image/svg+xml"
    case "png": "image/png"
    case "ico": "image/x-icon"
    case "txt", "md": "text/plain; charset=utf-8"
    case "yaml", "yml": "application/yaml"
    case "woff2": "font/woff2"
    default: "application/octet-stream"
    }
  }

  /// Whether a request that knows the contents by these tags has the present ones.
  static func matches(_ ifNoneMatch: String?, _ tag: String) -> Bool {
    guard let ifNoneMatch else { return false }
    return ifNoneMatch.split(separator: ",").contains { one in
      let one = one.trimmingCharacters(in: .whitespaces)
      return one == "*" || one == tag || one == "W/" + tag
    }
  }
}
