// A judgement in plain words, for the person who has the leak and for the family.
//
// What cannot wait comes first, and the red flags beside it; else what was found and what to do, and the red flags after
// them, whatever was found: who is told of death first hears nothing else. Nothing names where the heart comes from: the
// same words go with a report, a fitted heart and a computed one. Short sentences, one idea each; a hard word
// only with its meaning beside it; no doses; no forecast for one person, only what happened to people in studies, with
// the year; where options stand, the heart team decides together with the person. Who must call for help now gets a
// short text without advice on daily life. Tests measure the reading level (grade 8 or below) and the length.

import Findings

/// The explanation for the person.
public struct PlainWords: Sendable {
  /// A heading with what stands below it.
  public struct Section: Sendable {
    /// As in a page's anchor: "help".
    public let identifier: String
    public let title: String
    public let sentences: [String]
    /// A list below the sentences.
    public private(set) var items: [String]

    init(_ identifier: String, _ title: String, _ sentences: [String], items: [String] = []) {
      self.identifier = identifier
      self.title = title
      self.sentences = sentences
      self.items = items
    }

    var isEmpty: Bool { sentences.isEmpty && items.isEmpty }

    fileprivate mutating func dropLast() { items.removeLast() }

    fileprivate var words: Int {
      var count = Texts.words(title)
      for sentence in sentences { count += Texts.words(sentence) }
      for item in items { count += Texts.words(item) }
      return count
    }
  }

  public private(set) var sections: [Section]

  /// The most words that a text should have: for daily life, for today in hospital, for now.
  public static let mostWords = (usual: 450, urgent: 330, emergency: 230)

  /// Explains a judgement.
  public init(_ judgement: Judgement) {
    let person = PlainPerson(judgement)
    let all: [Section]
    switch person.pace {
    case .emergency: all = [person.now, person.found, person.options, person.limits]
    case .urgent:
      all = [person.now, person.help, person.valve, person.found, person.options, person.questions, person.limits]
    case .usual:
      all = [
        person.now, person.valve, person.found, person.feelings, person.options, person.living, person.help,
        person.sameDay, person.outlook, person.questions, person.limits,
      ]
    }
    sections = all.filter { !$0.isEmpty }
    switch person.pace {
    case .emergency: shorten(to: Self.mostWords.emergency)
    case .urgent: shorten(to: Self.mostWords.urgent)
    case .usual: shorten(to: Self.mostWords.usual)
    }
  }

  /// Leaves out what matters least until the text is short enough: the last lines of lists that stand in the order of
  /// importance, down to the least that each keeps.
  private mutating func shorten(to most: Int) {
    let order: [(identifier: String, least: Int)] = [
      ("living", 5), ("questions", 2), ("feelings", 3), ("living", 4), ("feelings", 2), ("questions", 1), ("living", 3),
      ("options", 4), ("day", 2), ("options", 3), ("questions", 0), ("feelings", 1),
      ("options", 2), ("living", 2), ("options", 1),
    ]
    // Counted anew only where something went.
    var count = words
    for (identifier, least) in order {
      while count > most {
        guard let place = place(identifier), sections[place].items.count > least else { break }
        sections[place].dropLast()
        if sections[place].isEmpty { sections.remove(at: place) }
        count = words
      }
    }
    for identifier in ["outlook", "valve"] {
      if count > most, let place = place(identifier) {
        sections.remove(at: place)
        count = words
      }
    }
  }

  private func place(_ identifier: String) -> Int? {
    for index in sections.indices where sections[index].identifier.utf8.elementsEqual(identifier.utf8) { return index }
    return nil
  }

  /// How many words the text has, headings among them.
  public var words: Int {
    var count = 0
    for section in sections { count += section.words }
    return count
  }

  /// The whole as one text: headings, sentences, items with a dash.
  public var text: String {
    var text = ""
    for section in sections {
      if !text.isEmpty { text += "\n\n" }
      text += section.title
      if !section.sentences.isEmpty { text += "\n" + Texts.list(section.sentences, by: " ") }
      for item in section.items { text += "\n- " + item }
    }
    return text
  }
}

extension Texts {
  /// How many words stand between the blanks.
  static func words(_ text: String) -> Int {
    func count(_ bytes: some Sequence<UInt8>) -> Int {
      var count = 0
      var inside = false
      for byte in bytes {
        if byte != 32, !inside { count += 1 }
        inside = byte != 32
      }
      return count
    }
    return text.utf8.withContiguousStorageIfAvailable { count($0) } ?? count(text.utf8)
  }
}
