// The options of a request: the part of the address behind the question mark, named as the command's flags.

import Findings
import Guidelines
import Reports

/// Options by name, as given.
struct Query: Sendable {
  private let pairs: [(name: String, value: String)]

  /// - Throws: ``Problem``, where it names what is not among `known` or cannot be decoded.
  init(_ text: String?, known: [String]) throws(Problem) {
    var pairs: [(String, String)] = []
    for part in (text ?? "").split(separator: "&") {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = Self.decoded(sides[0]), let value = Self.decoded(sides.count > 1 ? sides[1] : "") else {
        throw Problem(option: "", "An option is not percent-encoded UTF-8", value: String(part.prefix(80)))
      }
      guard known.contains(name) else {
        let allowed = known.isEmpty ? "none" : known.joined(separator: ", ")
        throw Problem(option: String(name.prefix(80)), "There is no such option here", allowed: allowed)
      }
      pairs.append((name, value))
    }
    self.pairs = pairs
  }

  func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// - Throws: where it is given twice.
  func one(_ name: String) throws(Problem) -> String? {
    let given = all(name)
    guard given.count < 2 else {
      throw Problem(option: name, "Given \(given.count) times", allowed: "once")
    }
    return given.first
  }

  /// Set by its name alone, or by a word.
  func flag(_ name: String) throws(Problem) -> Bool {
    switch try one(name) {
    case nil, "false", "0": return false
    case "", "true", "1": return true
    case let other?: throw Problem(option: name, "Neither yes nor no", value: other, allowed: "true, false")
    }
  }

  func number<Number: FixedWidthInteger>(_ name: String, in range: ClosedRange<Number>) throws(Problem) -> Number? {
    guard let text = try one(name) else { return nil }
    guard let number = Number(text), range.contains(number) else {
      throw Problem(
        option: name, "Not a number that is allowed", value: text,
        allowed: "\(range.lowerBound) ... \(range.upperBound)")
    }
    return number
  }

  func guideline() throws(Problem) -> Guideline {
    guard let text = try one("guideline") else { return .escEacts2025 }
    guard let guideline = Guideline(identifier: text.lowercased()) else {
      throw Problem(
        option: "guideline", "Not a guideline that is known", value: text,
        allowed: Guideline.allCases.map(\.identifier).joined(separator: ", "))
    }
    return guideline
  }

  func day() throws(Problem) -> String? {
    guard let text = try one("on") else { return nil }
    guard CalendarDate(text) != nil else {
      throw Problem(option: "on", "Not a date", value: text, allowed: "a date such as 2026-03-02")
    }
    return text
  }

  func simulation() throws(Problem) -> SimulationOptions {
    var options = SimulationOptions()
    options.beats = try number("beats", in: 1...Limits.mostBeats)
    options.seed = try number("seed", in: 0...UInt64.max) ?? options.seed
    options.isNoisy = try flag("noise")
    options.exerciseTest = try flag("exercise-test")
    do {
      options.loads = try all("load").map { text throws(OptionFault) in try LoadChoice(text) }
      try options.demandCompatible()
    } catch {
      throw Problem(option: error.option, error.text, value: error.given, allowed: error.allowed)
    }
    return options
  }

  /// With `%41` and `+` as what they stand for; nil where that is no text.
  static func decoded(_ text: some StringProtocol) -> String? {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "+"): bytes.append(UInt8(ascii: " "))
      case UInt8(ascii: "%"):
        guard rest.count >= 2, let high = digit(rest[rest.startIndex]), let low = digit(rest[rest.startIndex + 1])
        else { return nil }
        bytes.append(16 * high + low)
        rest.removeFirst(2)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
