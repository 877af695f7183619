// Reads a reason that a judgement gives, and holds it against the record it was made from: an independent check that
// what is told of a patient is true of the patient.

import Findings
import Guidelines
import Quantities

/// A sentence about a patient.
struct Statement {
  private let text: String

  init(_ text: String) { self.text = text }

  /// Whether it is so; nil where the sentence is of no known form.
  func holds(for judgement: Judgement) -> Bool? {
    let picture = judgement.picture
    let record = picture.record
    if let inner = bracketed {
      let parts = inner.split(separator: "; ").map { Statement(String($0)).holds(for: judgement) }
      return parts.contains(nil) ? nil : parts.allSatisfy { $0 == true }
    }
    if let rest = after("not listed: ") {
      let isTold = record.symptoms?.contains { $0.meaning == rest } ?? false
      return !isTold && !listed(rest, record)
    }
    if let known = plain(record, picture) { return known }
    if let comparison = comparison(picture) { return comparison }
    if let rest = after("complains of ") { return record.symptoms?.contains { $0.meaning == rest } ?? false }
    if let rest = after("history: ") { return listed(rest, record) }
    if let rest = after("seen: ") { return seen(rest, record) }
    if let rest = after("not seen: ") { return sign(rest).map { record.signs[$0] == 0 } ?? (rest == "tenting") }
    if let rest = after("stated: ") {
      return record.lesions.contains { rest == $0 || ($0 == "papillary-muscle-rupture" && rest.contains("papillary")) }
    }
    if let rest = after("NYHA class ") { return record.nyha?.rawValue == rest }
    if let rest = after("the leak is graded ") {
      return rest.hasPrefix(picture.severity.grade?.identifier ?? "?")
    }
    if let rest = after("by the thresholds of ACC/AHA 2020 the leak is ") {
      return rest.hasPrefix(judgement.stage.grade?.identifier ?? "?")
    }
    if let rest = after("treated already: ") { return record.treatments.contains(rest) }
    if let rest = after("treated: ") { return record.treatments.contains(rest) }
    if let rest = after("takes: ") { return DrugClass(rawValue: rest).map { record.takes($0) == true } }
    for label in ["for the atrial kind: ", "against the atrial kind: "] {
      if let rest = after(label) {
        return Self.parts(rest).allSatisfy { Statement($0).holds(for: judgement) == true }
      }
    }
    if let rest = after("not known for the atrial kind: ") {
      return Self.parts(rest).allSatisfy { part in
        picture.cause.atrialCriteria.contains { $0.text == part && $0.truth == .unknown }
      }
    }
    if text.hasPrefix("stage C"), text.contains("without symptoms, D with them") {
      return record.symptoms == nil && record.nyha == nil && judgement.stage.grade == .severe
    }
    if let rest = after("surgical risk ") { return record.context.surgicalRisk?.rawValue == rest }
    if let rest = after("mechanism: ") { return picture.cause.mechanisms.contains { $0.meaning == rest } }
    if let rest = after("takes ") {
      return record.context.drugs?.contains { $0.lowercased().hasPrefix(rest) } ?? false
    }
    if let rest = after("the acute leak is ") {
      return picture.acuity.isAcute
        && (picture.severity.grade.map { rest.hasPrefix("graded " + $0.identifier) } ?? (rest == "not graded"))
    }
    if let rest = after("the jet is ") { return record.signs.word(.jet) == rest }
    if let rest = after("the leak is likely ") {
      return picture.acuity.isInferred && rest.hasPrefix("acute") == picture.acuity.isAcute
    }
    if let rest = after("the leak is ") { return picture.cause.cause.meaning == rest }
    return nil
  }

  /// "NYHA class IV at least (complains of …)", "shock (SBP 80 mmHg < 90 mmHg)": what stands in the brackets.
  private var bracketed: String? {
    guard text.hasSuffix(")"), !text.hasPrefix("the leak is graded"), !text.hasPrefix("the acute leak"),
      !text.hasPrefix("by the thresholds"), !text.hasPrefix("stage C"),
      let open = text.firstIndex(of: "(")
    else { return nil }
    let inner = text[text.index(after: open)...].dropLast()
    return String(inner)
  }

  private func plain(_ record: ClinicalRecord, _ picture: Picture) -> Bool? {
    switch text {
    case "the mitral valve has been replaced": record.treatments.contains { $0.hasPrefix("replacement-") }
    case "the leak came suddenly": record.presentation == .acute
    case "the leak is told to be chronic": record.presentation == .chronic
    case "nothing tells of a sudden leak": record.presentation == nil && !picture.acuity.isAcute
    case "no symptoms": record.symptoms?.isEmpty
    case "none of the complaints told is of a kind that a leak causes":
      record.symptoms.map {
        !$0.isEmpty && $0.allSatisfy { [.fever, .confusion, .chestPain, .strokeSigns].contains($0) }
      }
    case "not stated: a torn papillary muscle": !record.lesions.contains("papillary-muscle-rupture")
    case "a papillary muscle has torn":
      record.signs[.papillaryRupture] == 1 || record.lesions.contains("papillary-muscle-rupture")
    case "a leaflet flails": record.signs[.flail] == 1
    case "nothing is known to be wrong with the valve": picture.cause.cause == .undetermined
    case "the rhythm is atrial fibrillation, which the history does not list":
      record.rhythm == .atrialFibrillation && record.history?.contains(.atrialFibrillation) == false
    default: nil
    }
  }

  /// "a, b, c" in its parts.
  private static func parts(_ list: String) -> [String] {
    var parts = [""]
    for word in list.split(separator: " ") {
      let ends = word.hasSuffix(",")
      let text = ends ? String(word.dropLast()) : String(word)
      parts[parts.count - 1] += (parts[parts.count - 1].isEmpty ? "" : " ") + text
      if ends { parts.append("") }
    }
    return parts
  }

  private func after(_ prefix: String) -> String? {
    text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : nil
  }

  private func listed(_ words: String, _ record: ClinicalRecord) -> Bool {
    let names: [String: HistoryItem] = [
      "a heart attack within 90 days": .recentMyocardialInfarction, "a blow to the chest": .chestTrauma,
      "a prosthetic valve": .prostheticValve, "active endocarditis": .activeEndocarditis,
    ]
    let item = names[words] ?? HistoryItem(rawValue: words.replacing(" ", with: "-"))
    return item.map { record.history?.contains($0) ?? false } ?? false
  }

  private func sign(_ words: String) -> QualitativeID? {
    let names: [String: QualitativeID] = [
      "torn papillary muscle": .papillaryRupture, "flail leaflet": .flail, "hole in a leaflet": .perforation,
      "perforated leaflet": .perforation, "cleft leaflet": .cleft, "rheumatic leaflets": .rheumaticLeaflets,
      "prolapse": .prolapse, "tenting": .tenting,
    ]
    return names[words]
  }

  private func seen(_ words: String, _ record: ClinicalRecord) -> Bool {
    if words == "a jet of mid and late systole" { return record.signs.jetTiming == .midLate }
    return sign(words).map { record.signs[$0] == 1 } ?? false
  }

  /// "LVEF 55 % ≤ 60 %", "LAVI 60 mL/m² is above normal", with several joined by semicolons.
  private func comparison(_ picture: Picture) -> Bool? {
    if text.contains("; ") {
      let parts = text.split(separator: "; ").map { Statement(String($0)).comparison(picture) }
      return parts.contains(nil) ? nil : parts.allSatisfy { $0 == true }
    }
    let words = text.split(separator: " ").map(String.init)
    guard let name = words.first, let id = FindingID(identifier: name), let value = picture[id] else { return nil }
    let upper = id.spec.normal(for: picture.record.sex ?? .male)?.upper ?? .infinity
    if text.contains("is not above normal") { return value <= upper }
    if text.contains("is above normal") { return value > upper }
    guard let place = words.firstIndex(where: { ["≥", ">", "≤", "<"].contains($0) }),
      let limit = Double(words[place + 1])
    else { return nil }
    switch words[place] {
    case "≥": return value >= limit - 1e-9
    case ">": return value > limit
    case "≤": return value <= limit + 1e-9
    default: return value < limit
    }
  }
}
