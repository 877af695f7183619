// Reads findings: measurements with method, error and date, and signs that have a name.

import Findings

extension CaseReader {
  private static let listedBy = "mitral catalogue findings"

  /// Every finding of the file.
  func findings(_ node: DocumentNode) -> ([FindingID: [Measurement]], QualitativeValues) {
    guard
      let section = Section(node, path: "findings", names: CaseFields.findings, faults: faults, listedBy: Self.listedBy)
    else { return ([:], QualitativeValues()) }
    var measurements: [FindingID: [Measurement]] = [:]
    var signs = QualitativeValues()
    for entry in section.ordered {
      let path = section.path(of: entry.key)
      if let finding = FindingID(identifier: entry.key) {
        let list = measurementList(entry.value, path, finding)
        if !list.isEmpty { measurements[finding] = list }
      } else if let sign = QualitativeID(identifier: entry.key) {
        signs[sign] = signValue(entry.value, path, sign)
      }
    }
    for pair in MeasurementContradiction.among({ measurements[$0] ?? [] }) {
      guard let entry = section.ordered.first(where: { $0.key == pair.lower.identifier }) else { continue }
      faults.add(
        entry.keyPlace, field: section.path(of: entry.key), "is not below \(pair.higher.identifier)",
        given: pair.lowerTold, allowed: "below \(pair.higher.identifier) (\(pair.higherTold))")
    }
    return (measurements, signs)
  }

  /// One value, one measurement, or a list of either.
  private func measurementList(_ node: DocumentNode, _ path: String, _ finding: FindingID) -> [Measurement] {
    switch node.content {
    case .refused: return []
    case .scalar, .mapping: return measurement(node, path, finding).map { [$0] } ?? []
    case .sequence(let items):
      if items.isEmpty {
        faults.add(node.place, field: path, "an empty list", allowed: "at least one measurement, or no field at all")
      }
      return items.enumerated().compactMap { measurement($1, "\(path)[\($0)]", finding) }
    }
  }

  private func measurement(_ node: DocumentNode, _ path: String, _ finding: FindingID) -> Measurement? {
    let rule = QuantityRule.finding(finding)
    guard case .mapping = node.content else {
      return values.quantity(node, path, rule).map { Measurement(value: $0) }
    }
    guard let section = Section(node, path: path, names: CaseFields.measurement, faults: faults) else { return nil }
    let by = section["by"].flatMap { values.word(MeasurementMethod.self, $0, path + ".by") }
    let value = section["value"].flatMap { values.quantity($0, path + ".value", rule) }
    let sd = section["sd"].flatMap {
      values.quantity($0, path + ".sd", rule.standardDeviation(of: value, finding))
    }
    let on = section["on"].flatMap { values.date($0, path + ".on") }
    if section["value"] == nil {
      faults.addMissing(section.place, field: path + ".value", "is missing", allowed: rule.rangeText)
    }
    return value.map { Measurement(value: $0, by: by, sd: sd, on: on) }
  }

  /// The place of the word among those of the sign.
  private func signValue(_ node: DocumentNode, _ path: String, _ sign: QualitativeID) -> Int? {
    let spec = sign.spec
    if spec.isBoolean { return values.flag(node, path).map { $0 ? 1 : 0 } }
    return values.name(of: spec.values, node, path).flatMap { spec.index(of: $0) }
  }
}
