// Speaks to the page's engine as the page does: settings taken apart into keys and numbers, replies put together again.

import Cases
import Foundation
import Page
import Testing

/// What the page's engine answers.
struct Answer {
  let tree: Any
  let numbers: [Double]

  /// The reply that is held now.
  init() throws {
    let text = Data(bytes: try #require(UnsafeRawPointer(bitPattern: mitral_text())), count: mitral_text_size())
    tree = try JSONSerialization.jsonObject(with: text)
    let list = try #require(UnsafePointer<Double>(bitPattern: mitral_numbers()))
    numbers = Array(UnsafeBufferPointer(start: list, count: mitral_number_count()))
  }

  /// A number of the reply itself.
  func number(_ name: String) -> Double? { (self[name] as? Int).map { numbers[$0] } }

  subscript(name: String) -> Any? { (tree as? [String: Any])?[name] }

  /// The numbers of an object by name.
  func values(_ name: String) -> [String: Double] {
    ((self[name] as? [String: Any]) ?? [:]).compactMapValues { ($0 as? Int).map { numbers[$0] } }
  }
}

/// Says one thing.
func say(_ key: String, _ value: Double = 1) throws {
  let bytes = Array(key.utf8)
  let room = try #require(UnsafeMutablePointer<UInt8>(bitPattern: mitral_room(bytes.count)))
  for (index, byte) in bytes.enumerated() { room[index] = byte }
  mitral_say(bytes.count, value)
}

/// Says everything that settings hold.
func say(settings: JSONTree) throws {
  mitral_clear()
  for field in fields(settings) {
    switch field.name {
    case "version", "name", "source": break
    case "history", "symptoms":
      let key = field.name == "history" ? "history" : "symptom"
      try say(key, 0)
      for case .text(let word) in items(field.value) { try say("\(key).\(word)") }
    case "lesions", "treatments": try say(field.value, String(field.name.dropLast()))
    case "valves": for valve in fields(field.value) { try say(valve.value, "valve." + valve.name) }
    case "signs": for sign in fields(field.value) { try say("sign." + sign.name, as: sign.value) }
    case "findings": for finding in fields(field.value) { try say("finding." + finding.name, as: finding.value) }
    case "patient", "heart", "context":
      for one in fields(field.value) { try say(field.name + "." + one.name, as: one.value) }
    default: try say(field.name, as: field.value)
    }
  }
}

private func say(_ list: JSONTree, _ prefix: String) throws {
  for choice in items(list) {
    guard case .text(let kind)? = choice["kind"] else { continue }
    try say("\(prefix).\(kind)")
    for field in fields(choice) where field.name != "kind" {
      try say("\(prefix).\(kind).\(field.name)", as: field.value)
    }
  }
}

private func say(_ key: String, as value: JSONTree) throws {
  switch value {
  case .number(let number): try say(key, number)
  case .text(let word): try say("\(key).\(word)")
  case .flag(let flag): try key.hasPrefix("sign.") ? say("\(key).\(flag)") : say(key, flag ? 1 : 0)
  default: break
  }
}

private func fields(_ tree: JSONTree) -> [JSONTree.Field] {
  if case .object(let fields) = tree { fields } else { [] }
}

private func items(_ tree: JSONTree) -> [JSONTree] {
  if case .list(let items) = tree { items } else { [] }
}
