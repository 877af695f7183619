// Holding a condition against a patient: the answer, why, what is missing, and what was taken for granted.

import Findings

/// What became of a condition.
public struct Evaluation: Sendable {
  public let truth: Truth
  /// True statements about the patient that carry the answer; empty where it is unknown.
  public let reasons: [String]
  /// What would settle it, by the names of the case file; empty unless unknown.
  public let missing: [String]
  /// Exclusions that the record is silent about.
  public let toConfirm: [String]

  init(_ truth: Truth, reasons: [String] = [], missing: [String] = [], toConfirm: [String] = []) {
    self.truth = truth
    self.reasons = truth == .unknown ? [] : reasons
    self.missing = truth == .unknown ? missing : []
    self.toConfirm = toConfirm
  }
}

/// One line of an explained rule.
public struct ExplainedLine: Sendable {
  /// How deep the condition is nested.
  public let depth: Int
  public let text: String
  public let truth: Truth
  /// True where silence was taken as absence.
  public let isAssumed: Bool
}

extension Condition {
  /// Holds this condition against a patient.
  public func evaluate(_ picture: Picture) -> Evaluation {
    switch self {
    case .measured(let id, let comparison, let limit): return Self.compare(picture, id, comparison, limit)
    case .fact(let fact):
      switch fact.answer(picture) {
      case .yes(let reason): return Evaluation(.yes, reasons: Self.told(reason))
      case .no(let reason): return Evaluation(.no, reasons: Self.told(reason))
      case .unlisted: return Evaluation(.no, reasons: ["not listed: " + fact.meaning])
      case .unknown(let missing): return Evaluation(.unknown, missing: missing)
      }
    case .all(let parts): return Self.combine(parts, picture, least: parts.count)
    case .any(let parts): return Self.combine(parts, picture, least: 1)
    case .count(let least, let parts): return Self.combine(parts, picture, least: least)
    case .not(let part):
      let inner = part.evaluate(picture)
      return Evaluation(
        inner.truth.inverse, reasons: inner.reasons, missing: inner.missing, toConfirm: inner.toConfirm)
    case .without(let part): return part.excluded(picture)
    case .named(_, let part): return part.evaluate(picture)
    }
  }

  private static func compare(
    _ picture: Picture, _ id: FindingID, _ comparison: Comparison, _ limit: Double
  ) -> Evaluation {
    guard let value = picture[id] else { return Evaluation(.unknown, missing: missing(picture, id)) }
    let holds = comparison.holds(value, limit)
    let seen = (holds ? comparison : comparison.opposite).symbol
    var reason =
      "\(id.identifier) \(id.spec.text(value, beside: limit)) \(seen) \(id.spec.text(limit, atLeastDigits: 0))"
    if let derivation = picture.combined.derivation(of: id) { reason += " (reckoned: \(derivation.formula))" }
    return Evaluation(Truth(holds), reasons: [reason])
  }

  /// An empty statement is not worth telling.
  private static func told(_ reason: String) -> [String] { reason.utf8.isEmpty ? [] : [reason] }

  /// What must be told before a finding is known: a finding indexed to the body follows from its parts.
  static func missing(_ picture: Picture, _ id: FindingID) -> [String] {
    let part: FindingID
    switch id {
    case .LVIDsi: part = .LVIDs
    case .LAVI: part = .LAVmax
    case .LVEDVi: part = .LVEDV
    case .LVESVi: part = .LVESV
    default: return [id.identifier]
    }
    // An index may be measured as such; LVIDsi hardly ever is.
    var names = picture[part] != nil ? [] : [id == .LVIDsi ? part.identifier : id.identifier]
    if id == .LVIDsi || names.isEmpty {
      let body = missingBody(picture)
      names += body.isEmpty && names.isEmpty ? [id.identifier] : body
    }
    return names
  }

  /// Height and weight as far as the record lacks them and the body's surface is not known otherwise.
  static func missingBody(_ picture: Picture) -> [String] {
    if picture[.BSA] != nil { return [] }
    var names: [String] = []
    if picture.record.height == nil { names.append("patient.height") }
    if picture.record.weight == nil { names.append("patient.weight") }
    return names
  }

  /// At least so many of the parts hold.
  private static func combine(_ parts: [Condition], _ picture: Picture, least: Int) -> Evaluation {
    var yes = 0
    var open = 0
    var reasons: (yes: [String], no: [String]) = ([], [])
    var missing: [String] = []
    var assumed: (yes: [String], no: [String]) = ([], [])
    for part in parts {
      let one = part.evaluate(picture)
      switch one.truth {
      case .yes:
        yes += 1
        reasons.yes.addMissing(one.reasons)
        assumed.yes.addMissing(one.toConfirm)
      case .no:
        reasons.no.addMissing(one.reasons)
        assumed.no.addMissing(one.toConfirm)
      case .unknown:
        open += 1
        missing.addMissing(one.missing)
      }
    }
    if yes >= least { return Evaluation(.yes, reasons: reasons.yes, toConfirm: assumed.yes) }
    if yes + open < least { return Evaluation(.no, reasons: reasons.no, toConfirm: assumed.no) }
    return Evaluation(.unknown, missing: missing, toConfirm: assumed.yes)
  }

  /// Silence about any part of an exclusion counts as absence.
  private func excluded(_ picture: Picture) -> Evaluation {
    var silent: [String] = []
    if spoken(picture, &silent) == .yes { return Evaluation(.no, reasons: evaluate(picture).reasons) }
    if strict(picture) == .no { silent = [] }
    return Evaluation(.yes, reasons: silent.isEmpty ? evaluate(picture).reasons : [], toConfirm: silent)
  }

  /// The answer where a list's silence about an item leaves it open.
  private func strict(_ picture: Picture) -> Truth {
    switch self {
    case .measured, .without: return evaluate(picture).truth
    case .fact(let fact):
      switch fact.answer(picture) {
      case .yes: return .yes
      case .no: return .no
      case .unlisted, .unknown: return .unknown
      }
    case .all(let parts): return Self.strict(parts, picture, least: parts.count)
    case .any(let parts): return Self.strict(parts, picture, least: 1)
    case .count(let least, let parts): return Self.strict(parts, picture, least: least)
    case .not(let part): return part.strict(picture).inverse
    case .named(_, let part): return part.strict(picture)
    }
  }

  private static func strict(_ parts: [Condition], _ picture: Picture, least: Int) -> Truth {
    var yes = 0
    var open = 0
    for part in parts {
      switch part.strict(picture) {
      case .yes: yes += 1
      case .unknown: open += 1
      case .no: break
      }
    }
    return yes >= least ? .yes : yes + open < least ? .no : .unknown
  }

  /// The answer with silence taken as no; collects what was silent.
  private func spoken(_ picture: Picture, _ silent: inout [String]) -> Truth {
    switch self {
    case .measured:
      let truth = evaluate(picture).truth
      if truth == .unknown { silent.append(text) }
      return truth == .yes ? .yes : .no
    case .fact(let fact):
      switch fact.answer(picture) {
      case .yes: return .yes
      case .no: return .no
      case .unlisted, .unknown:
        silent.append(fact.meaning)
        return .no
      }
    case .all(let parts): return Self.spoken(parts, picture, least: parts.count, &silent)
    case .any(let parts): return Self.spoken(parts, picture, least: 1, &silent)
    case .count(let least, let parts): return Self.spoken(parts, picture, least: least, &silent)
    case .not(let part):
      // What is not known is not taken for its opposite either.
      switch part.strict(picture) {
      case .yes: return .no
      case .no: return .yes
      case .unknown:
        silent.append(text)
        return .no
      }
    case .without(let part): return part.spoken(picture, &silent)
    case .named(let name, let part):
      // One line for the whole, where its parts leave it open.
      var inner: [String] = []
      let truth = part.spoken(picture, &inner)
      if truth != .yes, !inner.isEmpty, part.strict(picture) != .no { silent.append(name) }
      return truth
    }
  }

  private static func spoken(
    _ parts: [Condition], _ picture: Picture, least: Int, _ silent: inout [String]
  ) -> Truth {
    var yes = 0
    var asked: [String] = []
    for part in parts where part.spoken(picture, &asked) == .yes { yes += 1 }
    if yes < least { silent.addMissing(asked) }
    return yes >= least ? .yes : .no
  }

  /// Every part of the condition with this patient's answer, outermost first.
  public func explained(_ picture: Picture, depth: Int = 0) -> [ExplainedLine] {
    let here = evaluate(picture)
    let assumed = !here.toConfirm.isEmpty && here.truth == .yes
    func line(_ text: String) -> ExplainedLine {
      ExplainedLine(depth: depth, text: text, truth: here.truth, isAssumed: assumed)
    }
    func under(_ heading: String, _ parts: [Condition]) -> [ExplainedLine] {
      var lines = [line(heading)]
      for part in parts { lines += part.explained(picture, depth: depth + 1) }
      return lines
    }
    switch self {
    case .measured, .fact:
      let told = here.reasons.first.map { $0.utf8.elementsEqual(text.utf8) ? "" : " – " + $0 } ?? ""
      let lacking = here.missing.isEmpty ? "" : " – not known: " + Texts.list(here.missing)
      return [line(text + told + lacking)]
    case .all(let parts): return parts.count == 1 ? parts[0].explained(picture, depth: depth) : under("all of", parts)
    case .any(let parts): return parts.count == 1 ? parts[0].explained(picture, depth: depth) : under("any of", parts)
    case .count(let least, let parts): return under("at least \(least) of", parts)
    case .not(let part): return under("not", [part])
    case .without(let part):
      if !here.toConfirm.isEmpty { return [line(text + " – assumed, to confirm: " + Texts.list(here.toConfirm))] }
      return under("without", [part])
    case .named(let name, let part): return under(name, [part])
    }
  }
}

extension [String] {
  /// Appends the texts that are not there yet.
  mutating func addMissing(_ texts: [String]) {
    for text in texts where !contains(where: { $0.utf8.elementsEqual(text.utf8) }) { append(text) }
  }
}

/// Lists in words.
enum Texts {
  /// The statements without those that another one holds already: "complains of fever" beside "the leak is likely acute:
  /// complains of fever", "the leak is graded severe" beside "the leak is graded severe (probable)".
  static func withoutRepeats(_ statements: [String]) -> [String] {
    var kept: [String] = []
    for one in statements {
      var isHeld = false
      for other in statements {
        if ends(other, with: ": " + one) || ends(other, with: "(" + one + ")") { isHeld = true }
        if other.utf8.starts(with: (one + " (").utf8) { isHeld = true }
      }
      if !isHeld { kept.append(one) }
    }
    return kept
  }

  private static func ends(_ text: String, with ending: String) -> Bool {
    text.utf8.suffix(ending.utf8.count).elementsEqual(ending.utf8)
  }

  /// "a, b, c"
  static func list(_ parts: [String], by separator: String = ", ") -> String {
    var text = ""
    for part in parts { text += text.isEmpty ? part : separator + part }
    return text
  }
}
