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

  /// Reads a treatment from `IDENTIFIER` or `IDENTIFIER:DOSE`; the dose is the treatment's first parameter.
  ///
  /// - Parameter option: the option of the command line that messages name.
  public func treatment(_ text: String, option: String = "--with") throws(CaseFaults) -> TreatmentChoice {
    let faults = FaultCollector(file: option)
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    var entries = [Self.entry("kind", parts[0])]
    if parts.count == 2, let spec = treatments.first(where: { $0.identifier == parts[0] }) {
      if let dose = spec.parameters.first {
        entries.append(Self.entry(dose.name, parts[1]))
      } else {
        faults.add(.start, field: spec.identifier, "has no dose", given: parts[1], allowed: "\(spec.identifier) alone")
      }
    }
    let node = DocumentNode(content: .mapping(entries), place: .start)
    let reader = CaseReader(faults: faults, vocabulary: self)
    let list = DocumentNode(content: .sequence([node]), place: .start)
    let choices = reader.choices(list, "treatments", treatments, .treatments)
    guard faults.isEmpty, let choice = choices.first else { throw faults.result }
    return choice
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
