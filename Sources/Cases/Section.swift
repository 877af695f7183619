// A group of fields under reading: knows its path, refuses fields it does not know, hands out the others.

/// The fields of one mapping of the document.
struct Section {
  let path: String
  let place: Place
  /// The names that may stand here.
  let names: [String]
  private let entries: [String: DocumentNode.Entry]
  /// Fields in the order of the file, known ones only, open ones (null) left out.
  let ordered: [DocumentNode.Entry]

  /// Nil, with a fault, when the node is not a mapping; unknown fields are faults, each with what was probably meant.
  init?(_ node: DocumentNode, path: String, names: [String], faults: FaultCollector, listedBy command: String? = nil) {
    guard let all = Self.entries(of: node, path: path, faults: faults) else { return nil }
    self.path = path
    self.names = names
    place = node.place
    let known = Set(names)
    for entry in all where !known.contains(entry.key) {
      faults.add(
        entry.keyPlace, field: path.isEmpty ? entry.key : path + "." + entry.key, "unknown field",
        allowed: Suggestion.phrase(for: entry.key, in: names, listedBy: command))
    }
    ordered = all.filter { known.contains($0.key) && !$0.value.isNull }
    entries = Dictionary(ordered.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// The entries of a mapping; nil, with a fault, for anything else.
  static func entries(of node: DocumentNode, path: String, faults: FaultCollector) -> [DocumentNode.Entry]? {
    switch node.content {
    case .mapping(let entries): return entries
    case .refused: return nil
    default:
      faults.add(
        node.place, field: path, "\(node.kind) where a group of fields belongs", given: node.given,
        allowed: "fields as “name: value”")
      return nil
    }
  }

  /// The value of a field, or nil when it is absent or left open.
  subscript(name: String) -> DocumentNode? {
    precondition(names.contains(name), "\(name) is not a field of \(path)")
    return entries[name]?.value
  }

  func path(of name: String) -> String { path.isEmpty ? name : path + "." + name }
}
