// The second half of the letter: rhythm and risk, what the guideline says, what is missing, when to look again.

import Findings

extension SummaryWriter {
  var rhythmAndRisk: String {
    var parts: [String] = []
    switch record.rhythm {
    case .sinus?: parts.append("sinus rhythm")
    case .atrialFibrillation?: parts.append("atrial fibrillation")
    case .prematureBeats?: parts.append("premature beats")
    case nil: break
    }
    if let history = record.history {
      var items: [String] = []
      for item in history { items.append(Self.spaced(item.rawValue)) }
      parts.append(items.isEmpty ? "history empty" : "history: " + Texts.list(items))
    }
    let scores = RiskScores(picture)
    if let stroke = scores.stroke.value {
      let thinned = record.takes(.doac) == true || record.takes(.vka) == true
      let isSure = record.takes(.doac) == false && record.takes(.vka) == false
      let drug = thinned ? ", anticoagulated" : isSure ? ", no anticoagulant listed" : ""
      parts.append("CHA2DS2-VA \(stroke.va), CHA2DS2-VASc \(stroke.vasc)" + drug)
    }
    if let risk = record.context.surgicalRisk { parts.append("surgical risk told as \(risk.rawValue)") }
    if let stated = scores.statedMortality {
      parts.append("predicted mortality of the operation as told " + Self.percent(stated))
    }
    if let score = scores.euroScore.value { parts.append("EuroSCORE II " + Self.percent(score)) }
    if let score = scores.mida.value { parts.append("MIDA \(score.points) points") }
    if let score = scores.triScore.value { parts.append("TRI-SCORE \(score.points) points") }
    return parts.isEmpty ? "" : Self.capitalised(Texts.list(parts, by: "; ")) + "."
  }

  private static func percent(_ value: Double) -> String { FixedText.fixed(value, digits: 1) + " %" }

  /// "atrial-fibrillation" as "atrial fibrillation".
  static func spaced(_ name: String) -> String {
    var shown = ""
    for scalar in name.unicodeScalars { shown.unicodeScalars.append(scalar.value == 45 ? " " : scalar) }
    return shown
  }

  // MARK: Decision

  /// The strongest to do, one rule for each action, and what to avoid.
  var decision: String {
    let source = picture.guideline.source
    let head = "\(source.title) \(source.year): "
    let (perform, further) = strongest(.perform, 5)
    let (avoid, furtherAgainst) = strongest(.avoid, 3)
    if perform.isEmpty, avoid.isEmpty { return head + "no rule holds for what is known." }
    var text = head
    if !perform.isEmpty { text += "For: " + Texts.list(perform, by: "; ") + more(further) + "." }
    if !avoid.isEmpty {
      text += (perform.isEmpty ? "" : " ") + "Against: " + Texts.list(avoid, by: "; ") + more(furtherAgainst) + "."
    }
    let confirm = judgement.toConfirm
    if !confirm.isEmpty {
      let more = confirm.count > 3 ? " and \(confirm.count - 3) more" : ""
      text += " Taken as absent, to confirm: " + Texts.list(Array(confirm.prefix(3))) + more + "."
    }
    return text
  }

  private func more(_ count: Int) -> String { count > 0 ? "; and \(count) more" : "" }

  /// What saves a life is read first and never left out; the rest fills up the places.
  private func strongest(_ polarity: Polarity, _ most: Int) -> (texts: [String], more: Int) {
    var actions: [RecommendedAction] = []
    var vital: [String] = []
    var others: [String] = []
    for one in judgement.recommendations where one.rule.polarity == polarity && one.overtakenBy == nil {
      let rule = one.rule
      if actions.contains(rule.action) { continue }
      actions.append(rule.action)
      var badge = rule.strength.map { "class \($0.rawValue)" } ?? "no class"
      if let level = rule.level { badge += ", level " + level }
      let text = rule.action.title + " (\(badge), \(rule.id))"
      if isVital(rule) { vital.append(text) } else { others.append(text) }
    }
    let rest = others.prefix(max(0, most - vital.count))
    return (vital + rest, others.count - rest.count)
  }

  /// In an emergency what is done to the valve and to hold up the circulation, too.
  private func isVital(_ rule: Rule) -> Bool {
    if rule.relevance == .life { return true }
    return judgement.urgency.urgency == .emergency && rule.relevance <= .circulation && !rule.saysHow
  }

  // MARK: What comes next

  var next: String {
    var parts: [String] = []
    var names: [String] = []
    for id in severity.missing where !severity.furtherImaging.isEmpty { names.addMissing([Self.name(id)]) }
    for question in judgement.open { names.addMissing([Self.name(question.missing)]) }
    if !names.isEmpty {
      let more = names.count > 6 ? " and \(names.count - 6) more" : ""
      parts.append("Missing: " + Texts.list(Array(names.prefix(6))) + more + ".")
    }
    for one in severity.furtherImaging.prefix(1) { parts.append("Advised: " + one.modality.title + ".") }
    if let plan = judgement.followUp {
      parts.append("Follow-up \(plan.interval) (\(plan.source.title) \(plan.source.year), \(plan.section)).")
    }
    return Texts.list(parts, by: " ")
  }

  /// The rule set's age last: it is no news of the patient.
  var cautions: String {
    var texts: [String] = []
    for isOfPatient in [true, false] {
      for one in judgement.cautions {
        let isOfGuideline = one.kind == .guidelineOld || one.kind == .guidelineSuperseded
        if isOfGuideline != isOfPatient { texts.append(one.text) }
      }
    }
    return texts.isEmpty ? "" : "Mind: " + Texts.list(texts, by: " ")
  }
}
