// The tree of a case file before it means anything: texts, lists and mappings, each with its place in the file.

/// A place in a file, line and column from 1.
struct Place: Sendable, Equatable {
  var line: Int
  var column: Int

  static let start = Place(line: 1, column: 1)
}

/// One node of the document.
struct DocumentNode: Sendable {
  enum Content: Sendable {
    /// A text; `plain` when it stood without quotes, so that `null` and `true` have their meaning.
    case scalar(String, plain: Bool)
    case sequence([DocumentNode])
    case mapping([Entry])
    /// Something already reported as a fault: read as nothing, without a second fault.
    case refused
  }

  /// A field of a mapping.
  struct Entry: Sendable {
    let key: String
    let keyPlace: Place
    let value: DocumentNode
  }

  let content: Content
  let place: Place

  /// True for nothing at all, `null` and `~`: a field left open.
  var isNull: Bool {
    guard case .scalar(let text, plain: true) = content else { return false }
    return text.isEmpty || text == "~" || text == "null" || text == "Null" || text == "NULL"
  }

  /// What the node is, in words, for messages.
  var kind: String {
    switch content {
    case .scalar: "a single value"
    case .sequence: "a list"
    case .mapping: "a group of fields"
    case .refused: "nothing"
    }
  }

  /// The value as given, for messages; nil for lists and groups.
  var given: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }
}
