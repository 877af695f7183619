// What the guideline says of a simulated treatment: the rules that hold, beside what the heart makes of it.

import Guidelines

/// Advice on a treatment that was simulated.
public enum TreatmentAdvice {
  /// The rules that hold and whose action the treatment simulates, the strongest first; several treatments given together
  /// have the rules of each.
  static func of(_ line: TreatmentLine, _ judgement: Judgement) -> [Recommendation] {
    let identifiers = line.doses.isEmpty ? [line.identifier] : line.doses.map(\.identifier)
    var found: [Recommendation] = []
    for one in identifiers.flatMap({ judgement.recommendations(for: $0) })
    where !found.contains(where: { $0.rule.id == one.rule.id }) {
      found.append(one)
    }
    return found
  }

  /// A line for each treatment: "repair: recommended, class I (esc-2025-P2)"; "no recommendation for this patient …" where none
  /// does.
  public static func lines(_ treatments: [TreatmentLine], _ judgement: Judgement) -> [String] {
    treatments.filter { !$0.isUntreated }.map { "\($0.title): \(words($0, judgement))" }
  }

  /// The same without the title.
  static func words(_ line: TreatmentLine, _ judgement: Judgement) -> String {
    let told = of(line, judgement).prefix(3).map { one in
      let strength = one.rule.strength.map { ", class \($0.rawValue)" } ?? ""
      return
        (one.rule.polarity == .avoid
        ? "to be avoided" : one.rule.strength?.meaning ?? "a rule without a class speaks of it") + strength
        + " (\(one.rule.id))"
    }
    guard told.isEmpty else { return told.joined(separator: "; ") }
    return NearestRule.words(line, judgement) ?? "no recommendation for this patient, for or against it"
  }
}
