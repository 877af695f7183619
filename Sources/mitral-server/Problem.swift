// What went wrong with a request, as a problem document (RFC 9457).

import Cases
import Reports

/// A refusal.
struct Problem: Error, Sendable {
  /// One thing that is wrong: where, what was given, what is allowed.
  struct Fault: Sendable {
    /// `findings.EROA` in a case, `query.seed` in the options; empty for the body as a whole.
    let field: String
    let problem: String
    var value: String?
    var allowed: String?
    var line: Int?
    var column: Int?
  }

  let status: Int
  /// The last part of the type's address.
  let kind: String
  let title: String
  var detail: String?
  var faults: [Fault] = []
  /// Faults that are counted and not listed.
  var unlisted = 0
  /// What can be said without a heart: the document of `grade`.
  var grading: JSONTree?
  /// Further header fields, by name.
  var headers: [String: String] = [:]
  /// Whether the connection is of no further use: what is still to be read of the request will not be.
  var endsConnection = false

  var json: JSONTree {
    var fields: [JSONTree.Field] = [
      .init("type", .text("https://mitral.example/problems/\(kind)")), .init("title", .text(title)),
      .init("status", .number(Double(status))),
    ]
    if let detail { fields.append(.init("detail", .text(detail))) }
    if !faults.isEmpty { fields.append(.init("errors", .list(faults.map(\.json)))) }
    if unlisted > 0 { fields.append(.init("unlisted", .number(Double(unlisted)))) }
    if let grading { fields.append(.init("grading", grading)) }
    return .object(fields)
  }
}

extension Problem.Fault {
  var json: JSONTree {
    var fields: [JSONTree.Field] = [.init("field", .text(field)), .init("problem", .text(problem))]
    if let value { fields.append(.init("value", .text(value))) }
    if let allowed { fields.append(.init("allowed", .text(allowed))) }
    if let line { fields.append(.init("line", .number(Double(line)))) }
    if let column { fields.append(.init("column", .number(Double(column)))) }
    return .object(fields)
  }
}

extension Problem {
  /// A body that is no case: 400 where it cannot be read as one at all, 422 where it can and says what is not allowed.
  init(_ found: CaseFaults) {
    let isUnreadable = found.faults.contains(where: \.field.isEmpty)
    self.init(
      status: isUnreadable ? 400 : 422, kind: isUnreadable ? "unreadable-case" : "invalid-case",
      title: isUnreadable ? "The body cannot be read as a case" : "The case has faults",
      detail: found.faults.first.map { Self.sentence($0) },
      faults: found.faults.map {
        Fault(
          field: $0.field, problem: $0.problem, value: $0.given.map(Self.bare), allowed: $0.allowed, line: $0.line,
          column: $0.column > 0 ? $0.column : nil)
      }, unlisted: found.unlisted)
  }

  /// Without the quotes that people see around it.
  static func bare(_ given: String) -> String {
    given.count > 1 && given.hasPrefix("“") && given.hasSuffix("”") ? String(given.dropFirst().dropLast()) : given
  }

  private static func sentence(_ fault: CaseFault) -> String {
    (fault.field.isEmpty ? "" : fault.field + ": ") + fault.problem
  }

  /// An option of the query that cannot be taken.
  init(option name: String, _ problem: String, value: String? = nil, allowed: String? = nil) {
    self.init(
      status: 400, kind: "invalid-option", title: "An option of the query is not allowed", detail: problem,
      faults: [Fault(field: "query.\(name)", problem: problem, value: value, allowed: allowed)])
  }

  /// A heart that does not come to beat.
  init(_ sentences: [String], grading: JSONTree) {
    self.init(
      status: 422, kind: "cannot-simulate", title: "This heart cannot be simulated",
      detail: sentences.joined(separator: " "), grading: grading)
  }

  static func noSuchPlace(_ path: String) -> Problem {
    Problem(status: 404, kind: "not-found", title: "Nothing is here", detail: "No such address: \(path)")
  }

  static func wrongMethod(_ method: String, allowed: String) -> Problem {
    Problem(
      status: 405, kind: "method-not-allowed", title: "This address does not know this method",
      detail: "\(method) is not one of: \(allowed)", headers: ["Allow": allowed])
  }

  static func tooLarge(_ most: Int) -> Problem {
    Problem(
      status: 413, kind: "too-large", title: "The body is too large",
      detail: "A case has a few kilobytes; at most \(most) bytes are read.", endsConnection: true)
  }

  /// - Parameter seconds: that were given.
  static func tooLate(_ seconds: Double) -> Problem {
    Problem(
      status: 503, kind: "took-too-long", title: "The computation took too long",
      detail: "It was given up after \(Int(seconds)) s.", headers: ["Retry-After": "10"])
  }

  static func tooMany(retryAfter seconds: Int) -> Problem {
    Problem(
      status: 429, kind: "too-many-requests", title: "Every place is taken",
      detail: "Ask again in some seconds.", headers: ["Retry-After": "\(seconds)"])
  }
}
