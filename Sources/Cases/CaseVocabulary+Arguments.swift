// The same words on the command line: `--set heart.mitralValve.openArea=4.5cm2` and `--with nitroprusside:1ug/kg/min`.

extension CaseVocabulary {
  /// Reads an override of the heart from `heart.PATH=VALUE` (the leading `heart.` may be left out).
  public func heartOverride(_ assignment: String) throws(CaseFaults) -> HeartOverride {
    let faults = FaultCollector(file: "--set")
    let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2 else {
      faults.add(
        .start, field: "", "is not an assignment", given: assignment,
        allowed: "heart.PATH=VALUE, as heart.\(heartExample)")
      throw faults.result
    }
    let path = parts[0].hasPrefix("heart.") ? String(parts[0].dropFirst(6)) : parts[0]
    let value = DocumentNode(content: .scalar(parts[1], plain: true), place: .start)
    let entry = DocumentNode.Entry(key: path, keyPlace: .start, value: value)
    let reader = CaseReader(faults: faults, vocabulary: self)
    let overrides = reader.heart(DocumentNode(content: .mapping([entry]), place: .start))
    if faults.isEmpty, overrides.isEmpty {
      faults.add(.start, field: "heart." + path, "has no value", given: assignment, allowed: "heart.PATH=VALUE")
    }
    guard faults.isEmpty, let override = overrides.first else { throw faults.result }
    return override
  }

  /// Reads treatments that are given together from `TREATMENT+TREATMENT…`.
  public func treatments(_ text: String) throws(CaseFaults) -> [TreatmentChoice] {
    var choices: [TreatmentChoice] = []
    for part in text.split(separator: "+", omittingEmptySubsequences: false) {
      choices.append(try treatment(String(part)))
    }
    return choices
  }

  /// Reads a treatment from `IDENTIFIER`, `IDENTIFIER:DOSE` or `IDENTIFIER:DOSE,NAME=VALUE…`; the dose is the
  /// treatment's first parameter. A number without a unit is taken in the parameter's own.
  ///
  /// - Parameter option: the option of the command line that messages name.
  public func treatment(_ text: String, option: String = "--with") throws(CaseFaults) -> TreatmentChoice {
    let faults = FaultCollector(file: option)
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0).trimmingSpaces }
    var entries = [Self.entry("kind", parts[0])]
    if parts.count == 2, let spec = treatments.first(where: { $0.identifier == parts[0] }) {
      for (place, piece) in parts[1].split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        let words = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          .map { String($0).trimmingSpaces }
        if words.count == 2 {
          let unit = spec.parameters.first { $0.name == words[0] }?.unit
          entries.append(Self.entry(words[0], Self.withUnit(words[1], unit)))
        } else if place == 0, let dose = spec.parameters.first {
          entries.append(Self.entry(dose.name, Self.withUnit(words[0], dose.unit)))
        } else if place == 0 {
          faults.add(
            .start, field: spec.identifier, "has no dose", given: words[0], allowed: "\(spec.identifier) alone")
        } else {
          faults.add(
            .start, field: spec.identifier, "has a second dose", given: words[0],
            allowed: spec.parameters.dropFirst().map { $0.name + "=…" }.joined(separator: ", "))
        }
      }
    }
    let node = DocumentNode(content: .mapping(entries), place: .start)
    let reader = CaseReader(faults: faults, vocabulary: self)
    let list = DocumentNode(content: .sequence([node]), place: .start)
    let choices = reader.choices(list, "treatments", treatments, .treatments)
    guard faults.isEmpty, let choice = choices.first else { throw faults.result }
    return choice
  }

  /// A number without a unit gets one.
  private static func withUnit(_ text: String, _ unit: String?) -> String {
    guard let unit, unit != "1", case .number(_, "") = QuantityParse(text) else { return text }
    return text + " " + unit
  }

  private var heartExample: String {
    guard let spec = heart.first else { return "PATH=VALUE" }
    return "\(spec.name)=\(TextQuantity(spec.exampleValue, spec.unit))".filter { $0 != " " }
  }

  private static func entry(_ key: String, _ value: String) -> DocumentNode.Entry {
    DocumentNode.Entry(
      key: key, keyPlace: .start, value: DocumentNode(content: .scalar(value, plain: false), place: .start))
  }
}
