// Why no rule speaks for a treatment: the strongest rule that would, but for one condition. A rule that fails for several
// reasons, or waits for several answers, is not near and is not told.

import Guidelines

/// The rule that nearly speaks for a treatment.
enum NearestRule {
  /// "esc-2025-P2 (class I) would speak for it, were it not for this condition: without high or prohibitive surgical
  /// risk"; nil where no rule is near.
  static func words(_ line: TreatmentLine, _ judgement: Judgement) -> String? {
    let identifiers = line.doses.isEmpty ? [line.identifier] : line.doses.map(\.identifier)
    let rules = RuleBook.rules(of: judgement.picture.guideline).filter { rule in
      rule.polarity == .perform && rule.strength != nil && !rule.saysHow
        && identifiers.contains { rule.treatments.contains($0) }
    }.sorted { ($0.strength?.rank ?? 5) < ($1.strength?.rank ?? 5) }
    for rule in rules {
      guard let root = Branch(rule.when.explained(judgement.picture)), let lacking = root.lacking else { continue }
      let strength = rule.strength.map { " (class \($0.rawValue))" } ?? ""
      return lacking.truth == .no
        ? "no rule speaks for it here; \(rule.id)\(strength) would, but for one condition: \(lacking.text)"
        : "not decided: \(rule.id)\(strength) would speak for it, were this known: \(lacking.text)"
    }
    return nil
  }

  /// A condition with its parts.
  private struct Branch {
    let text: String
    let truth: Truth
    var parts: [Branch] = []

    /// - Parameter lines: outermost first, each part deeper than what it is a part of.
    init?(_ lines: [ExplainedLine]) {
      guard let first = lines.first else { return nil }
      // What follows a dash is this patient's answer.
      text = first.text.split(separator: " – ").first.map(String.init) ?? first.text
      truth = first.truth
      var rest = lines.dropFirst()
      while let next = rest.first {
        let length = rest.dropFirst().prefix { $0.depth > next.depth }.count + 1
        if let part = Branch(Array(rest.prefix(length))) { parts.append(part) }
        rest = rest.dropFirst(length)
      }
    }

    /// The one condition that is missing of all that must hold together; nil where there are several.
    var lacking: Branch? {
      guard truth != .yes else { return nil }
      if text == "all of" {
        let open = parts.filter { $0.truth != .yes }
        guard open.count == 1 else { return nil }
        // A condition of many parts says little: the part that fails says more.
        let inner = open[0].parts.count == 1 ? open[0].parts[0] : open[0]
        return inner.text == "all of" && inner.parts.count > 2 ? inner.lacking : open[0]
      }
      return parts.count == 1 && parts[0].text == "all of" ? parts[0].lacking : nil
    }
  }
}
