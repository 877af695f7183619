// Gathers the faults of one file while it is read, so that all of them are told at once.

/// The faults met so far. A class, because every part of the reader writes to the same list.
final class FaultCollector {
  /// So many faults are kept; a file with more is told how many.
  static let limit = 200

  let file: String
  /// Set when the text ends early (a fault of syntax): what is missing is then no fault of its own.
  var textIsCut = false
  private var faults: [CaseFault] = []
  private var unlisted = 0

  init(file: String) { self.file = file }

  var isEmpty: Bool { faults.isEmpty }

  /// Notes a fault at a place of the document. What is allowed is worked out only for faults that are kept: a file of a
  /// hundred thousand misspelt names costs no more than one of two hundred.
  func add(
    _ place: Place, field: String, _ problem: String, given: String? = nil, allowed: @autoclosure () -> String? = nil
  ) {
    guard faults.count < Self.limit else {
      unlisted += 1
      return
    }
    faults.append(
      CaseFault(
        file: file, line: place.line, column: place.column, field: Self.shown(field, quoted: false), problem: problem,
        given: given.map { Self.shown($0, quoted: true) }, allowed: allowed()))
  }

  /// Notes that something required is not there, unless the text was cut short before it could be.
  func addMissing(
    _ place: Place, field: String, _ problem: String, allowed: @autoclosure () -> String? = nil
  ) {
    if !textIsCut { add(place, field: field, problem, allowed: allowed()) }
  }

  /// All faults in the order of the file.
  var result: CaseFaults {
    let ordered = faults.enumerated().sorted {
      ($0.element.line, $0.element.column, $0.offset) < ($1.element.line, $1.element.column, $1.offset)
    }
    return CaseFaults(faults: ordered.map(\.element), unlisted: unlisted)
  }

  /// A text from the file made fit to print: control characters escaped, at most 60 characters.
  static func shown(_ text: String, quoted: Bool) -> String {
    var out = ""
    var count = 0
    for scalar in text.unicodeScalars {
      if count == 60 {
        out += "…"
        break
      }
      count += 1
      let isControl = scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
      out += isControl ? "\\u{\(String(scalar.value, radix: 16))}" : String(scalar)
    }
    return quoted ? "“\(out)”" : out
  }
}
