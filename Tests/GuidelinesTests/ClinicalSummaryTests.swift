// The clinician's summary: every number in it is one of the record's or follows from it, and nothing is invented.

import Findings
import Guidelines
import Quantities
import Testing

/// Numbers as they stand in a text: "0.48", "148", "−3".
private func numbers(_ text: String) -> [String] {
  var found: [String] = []
  var current = ""
  for letter in text {
    if letter.isASCII && letter.isNumber || letter == "." && !current.isEmpty {
      current.append(letter)
    } else {
      if !current.isEmpty { found.append(current) }
      current = ""
    }
  }
  if !current.isEmpty { found.append(current) }
  return found.map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
}

/// Every number that the judgement itself holds, as text.
private func allowed(_ judgement: Judgement) -> Set<String> {
  let picture = judgement.picture
  var texts: [String] = ["ACC/AHA 2020", "CHA2DS2-VA", "3-D echo", "NT"]
  for id in FindingID.allCases {
    guard let value = picture[id] else { continue }
    texts.append(id.spec.text(value, atLeastDigits: 0))
    texts.append(id.spec.shownUnit)
    if let how = picture.combined.derivation(of: id) { texts += [how.formula, how.assumes ?? ""] }
    texts.append("\(picture.combined.measurements(of: id).count)")
  }
  if let age = picture.record.age { texts.append(FixedText.fixed(age, digits: 1, atLeast: 0)) }
  for one in judgement.recommendations { texts += [one.rule.id, one.rule.action.title, one.rule.level ?? ""] }
  for one in judgement.picture.severity.discordances { texts.append(one.text) }
  for one in judgement.cautions { texts.append(one.text) }
  texts += judgement.toConfirm + judgement.open.map(\.missing) + judgement.urgency.rules.map(\.text)
  texts += picture.record.treatments
  texts.append("\(judgement.picture.severity.discordances.count)")
  if judgement.picture.severity.discordances.count > 2 {
    texts.append("\(judgement.picture.severity.discordances.count - 2)")
  }
  for count in 0...judgement.open.count + 20 { texts.append("and \(count) more") }
  if let stage = judgement.stage.stage { texts.append(stage.rawValue) }
  if let plan = judgement.followUp { texts += [plan.interval, plan.source.title, "\(plan.source.year)", plan.section] }
  texts.append("\(picture.guideline.source.year)")
  let scores = RiskScores(picture)
  if let score = scores.euroScore.value { texts.append(FixedText.fixed(score, digits: 1)) }
  if let score = scores.mida.value { texts.append("\(score.points)") }
  if let score = scores.triScore.value { texts.append("\(score.points)") }
  if let score = scores.stroke.value { texts.append("\(score.va) \(score.vasc)") }
  if let told = scores.statedMortality { texts.append(FixedText.fixed(told, digits: 1)) }
  return Set(texts.flatMap(numbers))
}

extension FindingSpec {
  fileprivate var shownUnit: String { Units.shown(unit) }
}

@Suite struct ClinicalSummaryTests {
  @Test func everyNumberIsOfTheRecordOrFollowsFromIt() {
    for judgement in PlainPeople.judgements {
      let allowed = allowed(judgement)
      for line in ClinicalSummary(judgement).lines {
        for number in numbers(line) { #expect(allowed.contains(number), "\(number) in “\(line)”") }
      }
    }
  }

  @Test func anEmptyRecordYieldsNoFinding() {
    let summary = ClinicalSummary(Judgement(PlainPeople.empty))
    #expect(summary.lines[0] == "Mitral regurgitation not graded; cause undetermined.")
    #expect(summary.text.contains("no rule holds for what is known") && summary.text.contains("Missing: "))
    #expect(!summary.text.contains("Leak:") && !summary.text.contains("LV:") && !summary.text.contains("NYHA"))
    #expect(summary.lines.count <= 3)
  }

  @Test func itIsAsLongAsAParagraphOfALetter() {
    for judgement in PlainPeople.judgements {
      let lines = ClinicalSummary(judgement).lines
      #expect((2...8).contains(lines.count))
      for line in lines { #expect(line.last == "." && !line.contains("  ") && !line.contains("..")) }
    }
    #expect(ClinicalSummary(Judgement(PlainPeople.flail)).lines.count >= 5)
  }

  @Test func theDiagnosisHoldsAllItsParts() {
    let first = ClinicalSummary(Judgement(PlainPeople.flail)).lines[0]
    for part in [
      "SOON", "Man, 58 y", "severe mitral regurgitation (probable)", "primary: flail leaflet", "Carpentier II",
      "chronic",
      "stage D by ACC/AHA 2020", "NYHA II at least", "fatigue",
    ] { #expect(first.contains(part), "\(part)") }
    #expect(ClinicalSummary(Judgement(PlainPeople.shock)).lines[0].hasPrefix("EMERGENCY (at once): acute severe leak"))
  }

  @Test func methodsAndDerivationsAreTold() {
    let record = Patients.primary.with {
      for id in [FindingID.RF, .LVEDV] { $0.set(id, nil) }
      $0.set(.SV, 127)
      $0.series.removeAll { $0.finding == .EROA }
      $0.series.append(
        MeasurementSeries(.EROA, [Measurement(value: 0.5, by: .pisa), Measurement(value: 0.46, by: .mri)]))
    }
    let text = ClinicalSummary(Judgement(record)).text
    #expect(text.contains("(flow convergence (PISA), magnetic resonance, mean of 2)"))
    #expect(text.contains("RF 55 % (derived: RVol / SV)"))
    let given = ClinicalSummary(Judgement(Patients.primary)).text
    #expect(given.contains("RF 55 %") && !given.contains("RF 55 % (derived"))
  }

  @Test func aDiscordanceIsToldWithTheSuspect() {
    let record = Patients.primary.with {
      for id in [FindingID.EROA, .RF] { $0.set(id, nil) }
      $0.series.removeAll { $0.finding == .RVol }
      $0.series.append(
        MeasurementSeries(.RVol, [Measurement(value: 85, by: .pisa), Measurement(value: 34, by: .mri)]))
    }
    let judgement = Judgement(record)
    let text = ClinicalSummary(judgement).text
    #expect(text.contains("Does not fit:") && text.contains("Suspect: RVol by flow convergence (PISA)."))
    #expect(!ClinicalSummary(Judgement(PlainPeople.empty)).text.contains("Does not fit"))
  }

  @Test func theDecisionNamesClassLevelAndRule() {
    let text = ClinicalSummary(Judgement(PlainPeople.flail)).text
    #expect(text.contains("Repair of the mitral valve (class I, level B, esc-2025-P1)"))
    #expect(text.contains("Surgery of the mitral valve (class I, level B, esc-2025-P2)"))
    #expect(text.contains("Against: Competitive sport (class III"))
    let american = ClinicalSummary(Judgement(PlainPeople.flail, guideline: .accAha2020)).text
    #expect(american.contains("ACC/AHA valvular heart disease 2020: For: "))
    #expect(!american.contains("esc-2025"))
  }

  @Test func riskAndFollowUpAreThere() {
    let text = ClinicalSummary(Judgement(PlainPeople.failing)).text
    #expect(text.contains("Atrial fibrillation; history: dilated cardiomyopathy"))
    #expect(text.contains("CHA2DS2-VA ") && text.contains("anticoagulated"))
    #expect(
      ClinicalSummary(Judgement(Patients.primary)).text.contains(
        "Follow-up every 6 months (\(RuleSource.escEacts2025.title) 2025, §9.1.5)."))
  }

  @Test func nothingThatSavesALifeIsLeftOut() {
    var seen = 0
    for judgement in PlainPeople.judgements {
      let text = ClinicalSummary(judgement).text
      for one in judgement.recommendations
      where one.rule.polarity == .perform && one.overtakenBy == nil
        && (one.rule.relevance == .life
          || judgement.urgency.urgency == .emergency && one.rule.relevance == .circulation && !one.rule.saysHow)
      {
        seen += 1
        #expect(text.contains(one.rule.action.title), "\(one.rule.id) in “\(text)”")
      }
    }
    #expect(seen > 5)
  }

  @Test func whatIsMissingHasAName() {
    for judgement in PlainPeople.judgements {
      let lines = ClinicalSummary(judgement).lines.filter { $0.contains("Missing: ") }
      for line in lines {
        let missing = line.split(separator: "Missing: ")[line.hasPrefix("Missing: ") ? 0 : 1]
        for word in ["context.", "rheumaticLeaflets", "surgicalRisk", "annulusAP", "aliasingVelocity", "jetTiming"] {
          #expect(!missing.contains(word), "\(line)")
        }
      }
    }
    let text = ClinicalSummary(Judgement(PlainPeople.flail)).text
    #expect(text.contains("specific for severe: flail leaflet"))
  }
}
