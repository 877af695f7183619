// What is wrong with a case file, said so that it can be put right: where, what was given, what is allowed.

/// One fault of a case file.
public struct CaseFault: Sendable, Equatable, CustomStringConvertible {
  /// The file as the caller named it.
  public let file: String
  /// Line in the file, from 1.
  public let line: Int
  /// Column in the line, from 1 (0 when the fault belongs to a whole line or file).
  public let column: Int
  /// Path of the field, as in `findings.RVol[1].sd`; empty for the file as a whole.
  public let field: String
  /// What is wrong.
  public let problem: String
  /// The value found in the file, shortened when long; nil where nothing was given.
  public let given: String?
  /// What may stand there instead; nil where the problem says it all.
  public let allowed: String?

  public init(
    file: String, line: Int, column: Int, field: String, problem: String, given: String? = nil, allowed: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.field = field
    self.problem = problem
    self.given = given
    self.allowed = allowed
  }

  /// One line, in the form editors turn into a link: `file:line:column: field: problem; given …; allowed: …`.
  public var description: String {
    var text = "\(file):\(line)" + (column > 0 ? ":\(column)" : "") + ": "
    if !field.isEmpty { text += "\(field): " }
    text += problem
    if let given { text += "; given \(given)" }
    if let allowed { text += "; allowed: \(allowed)" }
    return text
  }
}

/// Every fault of a case file, in the order of the file.
public struct CaseFaults: Error, Sendable, Equatable, CustomStringConvertible {
  /// At least one fault, at most ``FaultCollector/limit``.
  public let faults: [CaseFault]
  /// Faults found beyond the limit, which are counted and not kept.
  public let unlisted: Int

  public init(faults: [CaseFault], unlisted: Int = 0) {
    self.faults = faults
    self.unlisted = unlisted
  }

  public var description: String {
    var lines = faults.map(\.description)
    if unlisted > 0 { lines.append("… and \(unlisted) more") }
    return lines.joined(separator: "\n")
  }
}
