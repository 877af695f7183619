// Files that commands write, and standard output: what could not be written is said, and is no success.

import ArgumentParser
import Foundation
@preconcurrency import Glibc

/// A file that a command writes: whole or not at all. Devices and pipes are written to as they stand.
enum OutputFile {
  /// Writes the text, or says on standard error why it cannot and ends with status 1.
  static func write(_ text: String, to path: String) throws { try write(bytes: Array(text.utf8), to: path) }

  /// The same of bytes.
  static func write(bytes: [UInt8], to path: String) throws {
    do {
      try write(bytes, to: path)
    } catch {
      CaseSource.complain("\(path): cannot be written: \(error.words).")
      throw CaseSource.cannotSimulate
    }
  }

  /// Makes a folder and those above it, where they are not there; as `write`.
  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      CaseSource.complain("\(path): no folder can be made there.")
      throw CaseSource.cannotSimulate
    }
  }

  private static func write(_ bytes: [UInt8], to path: String) throws(SystemFailure) {
    // What a link points to is written, and the link stays.
    let resolved = realpath(path, nil)
    defer { free(resolved) }
    let target = resolved.map { String(cString: $0) } ?? path
    var status = stat()
    guard stat(target, &status) == 0 else { return try replace(target, with: bytes, mode: nil) }
    switch status.st_mode & S_IFMT {
    case S_IFDIR: throw SystemFailure(number: EISDIR)
    case S_IFREG:
      guard access(target, W_OK) == 0 else { throw SystemFailure(number: errno) }
      try replace(target, with: bytes, mode: status.st_mode & 0o7777)
    default: try overwrite(target, with: bytes)
    }
  }

  /// Writes beside the file, then takes its place.
  private static func replace(_ path: String, with bytes: [UInt8], mode: mode_t?) throws(SystemFailure) {
    let beside = "\(path).\(getpid()).part"
    let file = open(beside, O_WRONLY | O_CREAT | O_EXCL, 0o666)
    guard file >= 0 else {
      // A folder that takes no new file may hold one that can be written.
      if mode != nil, errno == EACCES { return try overwrite(path, with: bytes) }
      throw SystemFailure(number: errno)
    }
    do {
      try SystemFailure.writeAll(bytes, to: file, closing: true)
    } catch {
      unlink(beside)
      throw error
    }
    if let mode { chmod(beside, mode) }
    guard rename(beside, path) == 0 else {
      let failure = SystemFailure(number: errno)
      unlink(beside)
      throw failure
    }
  }

  private static func overwrite(_ path: String, with bytes: [UInt8]) throws(SystemFailure) {
    let file = open(path, O_WRONLY | O_TRUNC)
    guard file >= 0 else { throw SystemFailure(number: errno) }
    try SystemFailure.writeAll(bytes, to: file, closing: true)
  }
}

/// Why the system did not do what it was asked.
struct SystemFailure: Error {
  /// As in `errno`.
  let number: Int32

  /// In plain words, without a full stop.
  var words: String {
    switch number {
    case EISDIR: "it is a folder"
    case ENOENT: "there is no such folder"
    case ENOTDIR: "part of the path is a file, not a folder"
    case EACCES, EPERM: "no permission to write there"
    case ENOSPC, EDQUOT: "no space is left"
    case EROFS: "the disk can only be read"
    default: String(cString: strerror(number))
    }
  }

  /// Writes every byte, however many calls that takes.
  static func writeAll(_ bytes: [UInt8], to file: Int32, closing: Bool = false) throws(SystemFailure) {
    var failure: Int32 = 0
    var rest = bytes[...]
    while !rest.isEmpty, failure == 0 {
      let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        failure = count == 0 ? EIO : errno
      }
    }
    if closing, close(file) != 0, failure == 0 { failure = errno }
    if failure != 0 { throw SystemFailure(number: failure) }
  }
}
