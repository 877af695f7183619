// Reads single values: texts, words, yes or no, dates, lists. Every method returns nil after it has noted a fault.

import Findings

/// Reads values of nodes and notes what is wrong with them.
struct ValueReader {
  let faults: FaultCollector

  /// The text of a scalar.
  private func scalar(_ node: DocumentNode, _ path: String, allowed: String) -> (text: String, plain: Bool)? {
    switch node.content {
    case .scalar(let text, let plain): return (text, plain)
    case .refused: return nil
    default:
      faults.add(node.place, field: path, "\(node.kind) where a single value belongs", allowed: allowed)
      return nil
    }
  }

  /// A text of at least one visible character.
  func text(_ node: DocumentNode, _ path: String) -> String? {
    guard let (text, plain) = scalar(node, path, allowed: "a text") else { return nil }
    if text.trimmingSpaces.isEmpty {
      faults.add(node.place, field: path, "is empty", allowed: "a text")
      return nil
    }
    if plain, text == "true" || text == "false" {
      faults.add(node.place, field: path, "is not a text", given: text, allowed: "a text, in quotes if that is meant")
      return nil
    }
    return text
  }

  /// One of a set of words.
  func word<Word: CaseWord>(_ type: Word.Type, _ node: DocumentNode, _ path: String, listedBy command: String? = nil)
    -> Word?
  {
    let names = Word.words
    return name(of: names, node, path, listedBy: command).flatMap { Word(rawValue: $0) }
  }

  /// One of a set of names.
  func name(of names: [String], _ node: DocumentNode, _ path: String, listedBy command: String? = nil) -> String? {
    guard
      let (text, _) = scalar(node, path, allowed: Suggestion.phrase(for: "", in: names, listedBy: command))
    else { return nil }
    if names.contains(text) { return text }
    faults.add(
      node.place, field: path, "is not one of the words allowed here", given: text,
      allowed: Suggestion.phrase(for: text, in: names, listedBy: command))
    return nil
  }

  /// True or false, also as yes or no.
  func flag(_ node: DocumentNode, _ path: String) -> Bool? {
    guard let (text, plain) = scalar(node, path, allowed: "true or false") else { return nil }
    let meant: Bool? =
      switch text.lowercased() {
      case "true", "yes": true
      case "false", "no": false
      default: nil
      }
    if plain, let meant { return meant }
    let bare = meant == nil ? "" : " (without quotes)"
    faults.add(node.place, field: path, "is not yes or no", given: text, allowed: "true or false, yes or no" + bare)
    return nil
  }

  /// A day, month or year.
  func date(_ node: DocumentNode, _ path: String) -> CalendarDate? {
    let allowed = "a date as 2026-03-02, 2026-03 or 2026"
    guard let (text, _) = scalar(node, path, allowed: allowed) else { return nil }
    if let date = CalendarDate(text) { return date }
    faults.add(node.place, field: path, "is not a date", given: text, allowed: allowed)
    return nil
  }

  /// The items of a list.
  func items(_ node: DocumentNode, _ path: String, example: String) -> [DocumentNode]? {
    switch node.content {
    case .sequence(let items): return items
    case .refused: return nil
    default:
      faults.add(
        node.place, field: path, "\(node.kind) where a list belongs", given: node.given,
        allowed: "a list, as \(example)")
      return nil
    }
  }

  /// A list of words, each at most once.
  func words<Word: CaseWord>(
    _ type: Word.Type, _ node: DocumentNode, _ path: String, example: String, listedBy command: String? = nil
  ) -> [Word]? where Word: Equatable {
    guard let items = items(node, path, example: example) else { return nil }
    var words: [Word] = []
    for (index, item) in items.enumerated() {
      guard let word = word(type, item, "\(path)[\(index)]", listedBy: command) else { continue }
      if words.contains(word) {
        faults.add(
          item.place, field: "\(path)[\(index)]", "is listed twice", given: word.rawValue, allowed: "each once")
      } else {
        words.append(word)
      }
    }
    return words
  }
}
