// How far something has got, on standard error where that is a terminal.

import Foundation
@preconcurrency import Glibc

/// A line that is written over again and again, and is gone at the end.
struct ProgressBar {
  private let isShown = isatty(STDERR_FILENO) == 1
  private let began = Date()

  /// Nothing is shown of what is over in a moment.
  ///
  /// - Parameters:
  ///   - share: of the way, 0…1.
  ///   - words: what is being done.
  func show(_ share: Double, _ words: String = "") {
    guard isShown, Date().timeIntervalSince(began) > 0.5 else { return }
    let share = min(max(share, 0), 1)
    let full = Int(share * 30)
    let bar = String(repeating: "#", count: full) + String(repeating: ".", count: 30 - full)
    let told = "\r[\(bar)] \(Int(share * 100)) %" + (words.isEmpty ? "" : "  " + words) + "\u{1B}[K"
    FileHandle.standardError.write(Data(told.utf8))
  }

  func clear() {
    guard isShown else { return }
    FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
  }
}
