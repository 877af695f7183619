// Reads what comes from the engine's catalogues: lesions, treatments, overrides of the heart's definition.

import Findings

extension CaseReader {
  /// Which catalogue a choice comes from, for messages.
  enum Catalogue: String {
    case lesions, treatments

    var example: String {
      switch self {
      case .lesions: "[{kind: flail-leaflet, orificeArea: 0.4 cm2}]"
      case .treatments: "[beta-blocker], or [] for none"
      }
    }
  }

  /// A list of choices from a catalogue: an identifier alone, or `kind` with parameters.
  func choices(_ node: DocumentNode, _ path: String, _ specs: [KindSpec], _ catalogue: Catalogue) -> [KindChoice] {
    guard let items = values.items(node, path, example: catalogue.example) else { return [] }
    return items.enumerated().compactMap { choice($1, "\(path)[\($0)]", specs, catalogue) }
  }

  private func choice(_ node: DocumentNode, _ path: String, _ specs: [KindSpec], _ catalogue: Catalogue) -> KindChoice?
  {
    let names = specs.map(\.identifier)
    let command = "mitral catalogue \(catalogue.rawValue)"
    if case .scalar = node.content {
      return values.name(of: names, node, path, listedBy: command).map { KindChoice(kind: $0) }
    }
    guard let entries = Section.entries(of: node, path: path, faults: faults) else { return nil }
    guard let kindNode = entries.first(where: { $0.key == "kind" })?.value, !kindNode.isNull else {
      faults.addMissing(
        node.place, field: path + ".kind", "is missing",
        allowed: Suggestion.phrase(for: "", in: names, listedBy: command))
      return nil
    }
    guard let kind = values.name(of: names, kindNode, path + ".kind", listedBy: command),
      let spec = specs.first(where: { $0.identifier == kind }),
      let section = Section(node, path: path, names: ["kind"] + spec.parameters.map(\.name), faults: faults)
    else { return nil }
    let parameters = section.ordered.compactMap { entry -> NamedQuantity? in
      guard let parameter = spec.parameters.first(where: { $0.name == entry.key }) else { return nil }
      return quantity(entry.value, section.path(of: entry.key), parameter)
    }
    return KindChoice(kind: kind, parameters: parameters)
  }

  private func quantity(_ node: DocumentNode, _ path: String, _ spec: ParameterSpec) -> NamedQuantity? {
    var rule = QuantityRule.unit(spec.unit, spec.range)
    rule.isWhole = spec.isWhole
    return values.quantity(node, path, rule).map {
      NamedQuantity(spec.name, TextQuantity($0, spec.unit))
    }
  }

  /// Lesions of the other three valves.
  func valves(_ node: DocumentNode) -> [OtherValve: [LesionChoice]] {
    guard let section = Section(node, path: "valves", names: CaseFields.valves, faults: faults) else { return [:] }
    let specs = vocabulary.lesions.filter(\.fitsOtherValves)
    var valves: [OtherValve: [LesionChoice]] = [:]
    for valve in OtherValve.allCases {
      guard let list = section[valve.rawValue] else { continue }
      let lesions = choices(list, section.path(of: valve.rawValue), specs, .lesions)
      if !lesions.isEmpty { valves[valve] = lesions }
    }
    return valves
  }

  /// Overrides of the heart: `mitralValve.openArea: 4.5 cm2`, or the same in nested groups.
  func heart(_ node: DocumentNode) -> [HeartOverride] {
    var overrides: [HeartOverride] = []
    var seen: [String: Int] = [:]
    heart(node, prefix: "", into: &overrides, seen: &seen)
    return overrides
  }

  /// One level of nested groups; the depth is bounded by ``DocumentComposer/maximumDepth``.
  private func heart(
    _ node: DocumentNode, prefix: String, into overrides: inout [HeartOverride], seen: inout [String: Int]
  ) {
    let groupPath = prefix.isEmpty ? "heart" : "heart." + prefix
    guard let entries = Section.entries(of: node, path: groupPath, faults: faults) else { return }
    for entry in entries where !entry.value.isNull {
      let path = prefix.isEmpty ? entry.key : prefix + "." + entry.key
      let isGroup = vocabulary.heart.contains { $0.name.hasPrefix(path + ".") }
      if case .mapping = entry.value.content, isGroup {
        heart(entry.value, prefix: path, into: &overrides, seen: &seen)
        continue
      }
      guard let spec = vocabulary.heart.first(where: { $0.name == path }) else {
        faults.add(
          entry.keyPlace, field: "heart." + path, "unknown parameter of the heart", given: entry.value.given,
          allowed: Suggestion.phrase(for: path, in: vocabulary.heart.map(\.name)))
        continue
      }
      if let line = seen[path] {
        faults.add(
          entry.keyPlace, field: "heart." + path, "given twice", given: entry.value.given,
          allowed: "one value; the first is on line \(line)")
        continue
      }
      seen[path] = entry.keyPlace.line
      if let override = quantity(entry.value, "heart." + path, spec) { overrides.append(override) }
    }
  }
}
