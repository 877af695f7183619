// A judgement in plain words, for the person who has the leak and for the family.
//
// Red flags come first, whatever was found. Short sentences, one idea each; a hard word only with its meaning beside it; no
// doses; no forecast for one person, only what happened to people in studies, with the year; every option ends with the
// heart team, which decides together with the person. A test measures the reading level: grade 8 or below.

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
    public let items: [String]

    init(_ identifier: String, _ title: String, _ sentences: [String], items: [String] = []) {
      self.identifier = identifier
      self.title = title
      self.sentences = sentences
      self.items = items
    }
  }

  public let sections: [Section]

  /// Explains a judgement.
  public init(_ judgement: Judgement) {
    let person = PlainPerson(judgement)
    var sections: [Section] = []
    for section in [
      person.help, person.valve, person.found, person.feelings, person.options, person.outlook, person.missing,
      person.living, person.questions, person.limits,
    ] where !(section.sentences.isEmpty && section.items.isEmpty) {
      sections.append(section)
    }
    self.sections = sections
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

/// What the texts ask of a judgement.
struct PlainPerson {
  let judgement: Judgement

  init(_ judgement: Judgement) { self.judgement = judgement }

  var picture: Picture { judgement.picture }
  var record: ClinicalRecord { picture.record }
  var grade: SeverityGrade? { picture.severity.grade }
  /// A grade that stands: indeterminate ones are told as open.
  var isSure: Bool { picture.severity.confidence > .indeterminate }

  func has(_ item: HistoryItem) -> Bool { record.lists(item) == true }

  /// Whether the guideline speaks for something.
  func isAdvised(_ actions: [RecommendedAction]) -> Bool {
    for one in judgement.recommendations where one.rule.polarity == .perform && actions.contains(one.rule.action) {
      return true
    }
    return false
  }

  /// A prosthesis, ring or clip in the heart.
  var hasDevice: Bool {
    let devices = [
      "annuloplasty", "repair", "replacement-mechanical", "replacement-biological", "edge-to-edge", "leaflet-repair",
    ]
    for treatment in record.treatments {
      for device in devices where treatment.utf8.elementsEqual(device.utf8) { return true }
    }
    return has(.prostheticValve)
  }

  var fibrillates: Bool { record.rhythm == .atrialFibrillation || has(.atrialFibrillation) }
  var takesBloodThinner: Bool { record.takes(.doac) == true || record.takes(.vka) == true }

  /// A share as people count: "about 6 of every 10".
  static func ofTen(_ percent: Double) -> String {
    let tenths = Int(percent / 10 + 0.5)
    return "about \(tenths) of every 10"
  }
}
