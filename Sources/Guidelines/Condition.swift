// When a rule holds: conditions as data, with three answers.
//
// A condition is a tree of comparisons and facts under "all of", "any of", "at least n of", "not" and "without".
// Kleene's three-valued logic decides it: what was not measured is unknown, and unknown only where it would matter. So
// a rule that cannot be decided names what is missing, and no rule takes a missing value for a normal one. "Without" is
// for what a rule wants excluded: a record that is silent about it is taken as free of it, and the exclusion is listed
// as to be confirmed.

import Findings

/// Yes, no, or not known.
public enum Truth: Int, CaseIterable, Sendable {
  case no, unknown, yes

  init(_ known: Bool?) { self = known.map { $0 ? .yes : .no } ?? .unknown }

  var inverse: Truth { self == .unknown ? .unknown : self == .yes ? .no : .yes }
}

/// How a measurement is held against a limit.
public enum Comparison: Int, CaseIterable, Sendable {
  case atLeast, above, atMost, below

  public var symbol: String {
    switch self {
    case .atLeast: "≥"
    case .above: ">"
    case .atMost: "≤"
    case .below: "<"
    }
  }

  /// The comparison that holds where this one does not.
  var opposite: Comparison {
    switch self {
    case .atLeast: .below
    case .above: .atMost
    case .atMost: .above
    case .below: .atLeast
    }
  }

  /// A rounding error of a converted unit does not decide.
  func holds(_ value: Double, _ limit: Double) -> Bool {
    let slack = 1e-9 * abs(limit)
    switch self {
    case .atLeast: return value >= limit - slack
    case .above: return value > limit + slack
    case .atMost: return value <= limit + slack
    case .below: return value < limit - slack
    }
  }
}

/// What the record says to a question, with the words for it.
public enum Answer: Sendable {
  /// It is so, with a true statement about this patient.
  case yes(String)
  /// It is not so, with a true statement about this patient.
  case no(String)
  /// The record lists such things and this is not among them.
  case unlisted
  /// Not told; the names of what would tell, as the case file has them.
  case unknown([String])
}

/// A question to the record that is more than one comparison.
public struct Fact: Sendable {
  /// What holds when the answer is yes, in words that complete a list of conditions: "symptoms", "atrial fibrillation".
  public let meaning: String
  public let answer: @Sendable (Picture) -> Answer

  public init(_ meaning: String, _ answer: @escaping @Sendable (Picture) -> Answer) {
    self.meaning = meaning
    self.answer = answer
  }
}

/// When a rule holds.
public indirect enum Condition: Sendable {
  /// A finding in the unit of its spec, against a limit.
  case measured(FindingID, Comparison, Double)
  case fact(Fact)
  case all([Condition])
  case any([Condition])
  /// At least so many of them.
  case count(Int, [Condition])
  case not(Condition)
  /// An exclusion: silence counts as absence, and is listed as to be confirmed.
  case without(Condition)
  /// A condition with a name of its own, which texts show instead of its parts.
  case named(String, Condition)

  /// In words, as for the printed rule base.
  public var text: String { text(nested: false) }

  private func text(nested: Bool) -> String {
    switch self {
    case .measured(let id, let comparison, let limit):
      return "\(id.identifier) \(comparison.symbol) \(id.spec.text(limit, atLeastDigits: 0))"
    case .fact(let fact): return fact.meaning
    case .all(let parts): return Self.joined(parts, by: ", and ", nested)
    case .any(let parts): return Self.joined(parts, by: " or ", nested)
    case .count(let least, let parts):
      return "at least \(least) of (" + Self.list(parts, by: "; ") + ")"
    case .not(.measured(let id, let comparison, let limit)):
      return Condition.measured(id, comparison.opposite, limit).text
    case .not(let part): return "not (" + part.text(nested: false) + ")"
    case .without(let part): return "without " + part.text(nested: true)
    case .named(let name, _): return name
    }
  }

  private static func joined(_ parts: [Condition], by separator: String, _ nested: Bool) -> String {
    let text = list(parts, by: separator)
    return nested && parts.count > 1 ? "(" + text + ")" : text
  }

  private static func list(_ parts: [Condition], by separator: String) -> String {
    var text = ""
    for part in parts {
      if !text.isEmpty { text += separator }
      text += part.text(nested: true)
    }
    return text
  }
}

extension Condition {
  /// The named conditions in this one, each once, the outer before the inner: a printed rule base defines them.
  public var definitions: [(name: String, text: String)] {
    var found: [(name: String, text: String)] = []
    collect(&found)
    return found
  }

  private func collect(_ found: inout [(name: String, text: String)]) {
    switch self {
    case .measured, .fact: break
    case .all(let parts), .any(let parts), .count(_, let parts): for part in parts { part.collect(&found) }
    case .not(let part), .without(let part): part.collect(&found)
    case .named(let name, let part):
      for one in found where one.name.utf8.elementsEqual(name.utf8) { return }
      found.append((name, part.text))
      part.collect(&found)
    }
  }

  static func fact(_ meaning: String, _ answer: @escaping @Sendable (Picture) -> Answer) -> Condition {
    .fact(Fact(meaning, answer))
  }
}
