// A second reader of the statements that recommendations rest on: it knows the patient's record and plain English, and
// nothing of the rules. A form that it does not know counts as unread, and the test fails.

import Findings
import Guidelines
import Quantities

/// Reads a statement and holds it against a record.
struct StatementReader {
  let picture: Picture
  var record: ClinicalRecord { picture.record }

  /// Nil: not a form that this reader knows.
  func isTrue(_ statement: String) -> Bool? {
    comparison(statement) ?? grade(statement) ?? told(statement) ?? plain(statement)
  }

  // MARK: "LVIDs 44 mm ≥ 40 mm", "age 61 y < 65 y"

  private func comparison(_ statement: String) -> Bool? {
    var text = statement
    if let bracket = text.range(of: " (reckoned: ") { text = String(text[..<bracket.lowerBound]) }
    let words = text.split(separator: " ").map(String.init)
    guard let place = words.firstIndex(where: { ["≥", ">", "≤", "<"].contains($0) }), place >= 2,
      place + 1 < words.count, let shown = number(words[1]), let limit = number(words[place + 1])
    else { return nil }
    guard let (value, unit) = value(words[0]) else { return false }
    if words[2..<place].joined(separator: " ") != unit { return false }
    if words[(place + 2)...].joined(separator: " ") != unit { return false }
    let digits = words[1].split(separator: ".").dropFirst().first?.utf8.count ?? 0
    var half = 0.5
    for _ in 0..<digits { half /= 10 }
    guard abs(shown - value) <= half * 1.0001 else { return false }
    // A rounding error of the mean does not decide.
    let slack = 1e-9 * abs(limit)
    switch words[place] {
    case "≥": return value >= limit - slack && shown >= limit
    case ">": return value > limit + slack && shown > limit
    case "≤": return value <= limit + slack && shown <= limit
    default: return value < limit - slack && shown < limit
    }
  }

  private func number(_ word: String) -> Double? {
    word.hasPrefix("−") ? Double(word.dropFirst()).map { -$0 } : Double(word)
  }

  private func value(_ name: String) -> (Double, String)? {
    switch name {
    case "age": return record.age.map { ($0, "y") }
    case "repairLikelihood": return record.context.repairLikelihood.map { ($0, "%") }
    case "predictedMortality": return record.context.predictedMortality.map { ($0, "%") }
    case "lifeExpectancy": return record.context.lifeExpectancy.map { ($0, "y") }
    case "LVIDd/BSA":
      guard let width = picture[.LVIDd] else { return nil }
      let surface = picture[.BSA] ?? ((record.height ?? 0) * (record.weight ?? 0) / 3600).squareRoot()
      return (width / surface, "mm/m²")
    default: break
    }
    guard let id = FindingID(identifier: name), let value = picture[id] else { return nil }
    let all = record[id]
    if all.count == 1, abs(all[0].value - value) > 1e-9 * abs(value) { return nil }
    let unit = Units.shown(id.spec.unit)
    return (value, unit == "1" ? "" : unit)
  }

  // MARK: The leak

  private func grade(_ statement: String) -> Bool? {
    guard let rest = statement.after("the leak is graded ") else { return nil }
    guard let grade = picture.severity.grade?.identifier else { return false }
    return rest == grade || rest == "\(grade) (\(picture.severity.confidence.identifier))"
  }

  // MARK: "history: …", "complains of …" and the like

  private func told(_ statement: String) -> Bool? {
    if statement == "history: a prosthetic valve" { return record.lists(.prostheticValve) == true }
    if statement == "not listed: a prosthetic valve" { return record.lists(.prostheticValve) == false }
    if let item = statement.after("history: ") {
      if item == Self.cyanotic { return record.lists(.cyanoticHeartDisease) == true }
      return HistoryItem(rawValue: item.dashed).map { record.history?.contains($0) == true }
        ?? (item == "a heart attack within 90 days" && record.lists(.recentMyocardialInfarction) == true)
    }
    if let item = statement.after("not listed: ") { return notListed(item) }
    if let text = statement.after("complains of ") {
      return record.symptoms?.contains { $0.meaning == text } ?? false
    }
    if let text = statement.after("treated: ") { return record.treatments.contains(text) }
    if let text = statement.after("treated by ") { return record.treatments.contains(text) }
    if let text = statement.after("treated already: ") { return record.treatments.contains(text) }
    if let text = statement.after("takes: ") { return DrugClass(rawValue: text).map { record.takes($0) == true } }
    if let text = statement.after("surgical risk ") { return record.context.surgicalRisk?.rawValue == text }
    if let text = statement.after("the rhythm is ") { return record.rhythm?.rawValue == text.dashed }
    if let text = statement.after("tricuspid leak ") { return record.signs.word(.TRgrade) == text }
    if let text = statement.after("right ventricular dysfunction ") {
      return record.signs.word(.rvFunction) == (text == "none" ? "normal" : text)
    }
    if let text = statement.after("last heart-failure admission ") {
      return record.context.lastHeartFailureAdmission?.description == text
    }
    if let text = statement.after("seen: ") { return Self.seen[text].map { record.signs[$0] == 1 } }
    if let text = statement.after("not seen: ") { return Self.seen[text].map { record.signs[$0] == 0 } }
    if let text = statement.after("stated: ") {
      return text == "a torn papillary muscle" && record.lesions.contains("papillary-muscle-rupture")
    }
    if let text = statement.after("not stated: ") {
      return text == "a torn papillary muscle" && !record.lesions.contains("papillary-muscle-rupture")
    }
    if let text = statement.after("not: ") { return context(text).map { !$0 } }
    if let text = statement.after("NYHA class ") { return functional(text) }
    return trend(statement)
  }

  private static let seen: [String: QualitativeID] = [
    "flail leaflet": .flail, "perforated leaflet": .perforation, "left bundle branch block": .LBBB,
    "torn papillary muscle": .papillaryRupture,
  ]

  private static let cyanotic = "cyanotic congenital heart disease, not wholly repaired"

  private func notListed(_ item: String) -> Bool? {
    if let item = HistoryItem(rawValue: item.dashed) { return record.history.map { !$0.contains(item) } ?? false }
    if item == "earlier endocarditis" { return record.history?.contains(.endocarditis) == false }
    if item == "clip by catheter" { return !record.treatments.contains("edge-to-edge") }
    if item == "prosthetic material from a valve repair" {
      return !record.treatments.contains { ["repair", "leaflet-repair", "annuloplasty"].contains($0) }
    }
    if item == Self.cyanotic { return record.history?.contains(.cyanoticHeartDisease) == false }
    if item == "atrial fibrillation" { return record.history?.contains(.atrialFibrillation) == false }
    if item == "pregnancy" { return record.history?.contains(.pregnancy) == false }
    if item == "admitted for heart failure in the past year" {
      return record.context.lastHeartFailureAdmission == nil && record.lists(.heartFailureHospitalisation) == false
    }
    for symptom in Symptom.allCases where symptom.meaning == item {
      return record.symptoms.map { !$0.contains(symptom) } ?? false
    }
    return nil
  }

  private func functional(_ text: String) -> Bool? {
    if let told = record.nyha { return text == told.rawValue }
    guard let space = text.firstIndex(of: " "), let nyha = NYHAClass(rawValue: String(text[..<space])) else {
      return false
    }
    return picture.functional.nyha == nyha && picture.functional.isInferred && text.contains("at least")
  }

  private func trend(_ statement: String) -> Bool? {
    let text = statement.after("no worsening on three studies: ") ?? statement
    for trend in picture.progression.trends where trend.text == text {
      return trend.isProgressive == (text == statement)
    }
    return nil
  }

  // MARK: Sentences

  private func context(_ text: String) -> Bool? {
    let context = record.context
    switch text {
    case "durable repair likely": return context.durableRepairLikely
    case "anatomy suitable for TEER": return context.teerSuitable
    case "treated in a heart valve centre": return context.heartValveCentre
    case "bypass surgery planned": return context.plannedCABG
    case "drugs for the heart at their best dose": return context.optimisedMedicalTherapy
    default: return nil
    }
  }

  private func plain(_ statement: String) -> Bool? {
    if let told = context(statement) { return told }
    if let drugs = statement.after("no "), let list = drugs.before(" on the list of drugs") { return lacks(list) }
    if let text = statement.after("mechanism: ") {
      return picture.cause.mechanisms.contains { $0.meaning == text }
    }
    switch statement {
    case "rheumatic leaflets": return record.signs.has(.rheumaticLeaflets)
    case "prolapse": return record.signs.has(.prolapse)
    case "flail leaflet": return record.signs.has(.flail)
    case "the mitral valve does not leak to speak of": return picture.severity.grade.map { $0 < .mild } ?? false
    case "takes all four pillars of heart-failure treatment":
      return HeartFailurePillar.allCases.allSatisfy { $0.stands(record) == true }
    case "a man": return record.sex == .male
    case "a woman": return record.sex == .female
    case "no symptoms": return record.symptoms?.isEmpty == true
    case "none of the complaints told is of a kind that a leak causes":
      return record.symptoms.map { $0.allSatisfy { [.fever, .confusion, .chestPain, .strokeSigns].contains($0) } }
        ?? false
    case "the leak came suddenly": return record.presentation == .acute
    case "the leak is told to be chronic": return record.presentation == .chronic
    case "nothing tells of a sudden leak": return record.presentation == nil && picture.acuity.presentation == nil
    case "the leaflets are rheumatic": return record.signs.has(.rheumaticLeaflets)
    case "the leaflets are not rheumatic": return record.signs[.rheumaticLeaflets] == 0
    case "a flail leaflet is seen": return record.signs.has(.flail)
    case "a prolapse is seen": return record.signs.has(.prolapse)
    case "neither flail leaflet nor prolapse is seen": return !record.signs.has(.flail) && !record.signs.has(.prolapse)
    case "the mitral valve has been replaced": return record.treatments.contains { $0.hasPrefix("replacement-") }
    case "nothing that was told is a red flag": return true
    case "the leak is not graded", "the acute leak is not graded": return picture.severity.grade == nil
    case "the leak is not told to be acute": return !picture.acuity.isAcute
    case "nobody told of symptoms": return record.symptoms == nil && record.nyha == nil
    default: break
    }
    if let text = statement.after("the acute leak is graded ") {
      return picture.acuity.isAcute && picture.severity.grade.map { text.hasPrefix($0.identifier) } ?? false
    }
    if let text = statement.after("the mitral valve leaks (graded ") {
      return picture.severity.grade.map { text == $0.identifier + ")" } ?? false
    }
    if let text = statement.after("the leak is likely ") {
      return picture.acuity.isInferred && picture.acuity.because.contains { text.hasSuffix($0) }
    }
    if let text = statement.after("the leak is ") { return picture.cause.cause.meaning == text }
    if let name = statement.before(" does not fit the other measurements") {
      return picture.severity.outlier?.identifier == name
    }
    for warning in picture.severity.warnings where warning.text == statement { return true }
    return nil
  }

  private func lacks(_ list: String) -> Bool? {
    for pillar in HeartFailurePillar.allCases where pillar.meaning == list { return pillar.stands(record) == false }
    if list == "loop diuretic" { return record.takes(.loopDiuretic) == false }
    if list == "DOAC" { return record.takes(.doac) == false }
    return list == "anticoagulant" ? record.takes(.doac) == false && record.takes(.vka) == false : nil
  }
}

extension String {
  /// What follows a beginning; nil where it begins otherwise.
  fileprivate func after(_ beginning: String) -> String? {
    hasPrefix(beginning) ? String(dropFirst(beginning.count)) : nil
  }
  fileprivate func before(_ ending: String) -> String? {
    hasSuffix(ending) ? String(dropLast(ending.count)) : nil
  }
  /// As the case file writes it.
  fileprivate var dashed: String { String(map { $0 == " " ? "-" : $0 }) }

  fileprivate func range(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }
}
