import Circulation
import Findings
import Guidelines
import Instruments
import Quantities
import Reports
import Testing

private func judged(_ values: [(FindingID, Double)]) -> SeverityJudgement {
  var findings = FindingValues()
  for (id, value) in values { findings[id] = value }
  return gradeSeverity(findings)
}

@Test func aNumberBelowAThresholdNeverReadsAsTheThreshold() {
  let lines = judged([(.EROA, 0.399), (.RVol, 59.9), (.RF, 49.7)]).because.map(Verdict.line)
  #expect(lines.prefix(3) == ["EROA 0.399 cm² → moderate", "RVol 59.9 mL → moderate", "RF 49.7 % → moderate"])
  #expect(Verdict.quantity(.EROA, 0.4) == "EROA 0.40 cm²")
  #expect(Verdict.quantity(.EROA, 0.395) == "EROA 0.395 cm²")
  #expect(Verdict.quantity(.EROA, 0.39) == "EROA 0.39 cm²")
  #expect(Verdict.quantity(.RVol, 59.98) == "RVol 59.98 mL")
  #expect(Verdict.quantity(.RVol, 60.2) == "RVol 60 mL")
  #expect(Verdict.quantity(.RF, 29.6) == "RF 29.6 %")
  for missing in [0.1, 0.01, 0.001, 0.0001, 0.00001] {
    #expect(Verdict.quantity(.RVol, 60 - missing).contains(" 59.9"))
  }
}

@Test func thePageShowsTheSameDigitsBesideTheGrade() {
  var report = Samples.report()
  var findings = FindingValues()
  (findings[.EROA], findings[.RVol], findings[.RF]) = (0.399, 59.9, 49.7)
  report.judgement = Samples.judged(findings)
  let page = HTMLReport.text(report)
  for text in ["0.399", "59.9", "49.7"] { #expect(page.split(separator: text).count >= 3, "\(text)") }
}

@Test func theOutlierIsNamedInASentence() {
  let severity = judged([(.EROA, 0.5), (.RVol, 20), (.RF, 55)])
  #expect(severity.confidence == .indeterminate)
  #expect(Verdict.outlier(severity) == "Regurgitant volume does not fit the other values.")
  #expect(Verdict.outlier(judged([(.EROA, 0.5)])) == nil)
}

@Test func signsReadAsSentences() throws {
  var signs = QualitativeValues()
  signs.say(true, for: .flail)
  var findings = FindingValues()
  (findings[.LVEDV], findings[.LVEF], findings[.EROA]) = (190, 62, 0.45)
  let lines = gradeSeverity(findings, qualitative: signs).because.map(Verdict.line)
  #expect(lines.contains("Flail leaflet: yes → severe"))
  #expect(lines.contains("Left ventricle and atrium: enlarged ventricle, normal function → severe"))
}

@Test func withoutANumberOrASignThereIsNoGrade() {
  #expect(Verdict.headline(gradeSeverity(FindingValues())).hasPrefix("Not graded"))
}

@Test func anErrorThatNobodyGaveStandsInBrackets() {
  let given = ResidualLine(finding: .SBP, measured: 138, fitted: 135, standardError: 5)
  var usual = given
  usual.isErrorGiven = false
  for width in [40, 60, 80, 120] {
    let style = TerminalStyle(width: width)
    #expect(TerminalTable.residuals([given], style: style).contains("138 ± 5"))
    #expect(!TerminalTable.residuals([given], style: style).contains("error usual"))
    let text = TerminalTable.residuals([given, usual], style: style)
    #expect(text.contains("138 ± (5)"))
    #expect(text.contains("error usual"))
  }
  var report = Samples.report()
  report.residuals = [usual]
  #expect(HTMLReport.text(report).contains("138 ± (5)"))
  #expect(HTMLReport.text(report).contains("error usual"))
}

@Test func whatWasAssumedStandsOnThePageWithWhatTheHeartMakesOfIt() {
  var report = Samples.report()
  #expect(!HTMLReport.text(report).contains("Assumed, since not measured"))
  report.assumptions = [
    ResidualLine(finding: .CVP, method: "assumed", measured: 6, fitted: 4.3, standardError: 4)
  ]
  let page = HTMLReport.text(report)
  #expect(Tags(page).faults == [])
  #expect(page.contains("Assumed, since not measured"))
  #expect(page.contains("6.0 ± 4.0"))
  #expect(page.contains(">4.3<"))
}

@Test func namesInANarrowTableAreToldApart() {
  let lines = [FindingID.LVEDV, .LVESV, .LVEDP, .SVR, .PVR, .EROA].map {
    ResidualLine(finding: $0, method: "thermodilution", measured: 10, fitted: 10, standardError: 1, isErrorGiven: false)
  }
  let text = TerminalTable.residuals(lines, style: TerminalStyle(width: 80))
  let rows = text.split(separator: "\n").dropFirst().prefix(lines.count)
  #expect(Set(rows.map { $0.prefix(18) }).count == lines.count)
  for width in [40, 60, 80] {
    let table = TerminalTable.residuals(lines, style: TerminalStyle(width: width))
    for line in lines { #expect(table.contains(line.finding.identifier), "\(width)") }
  }
}

@Test func theFittedHeartsGradeIsOnThePageAndOnItsBorder() {
  var findings = FindingValues()
  findings[.EROA] = 0.5
  findings[.RVol] = 80
  findings[.RF] = 60
  var severity = gradeSeverity(findings, context: GradingContext(leak: .primary))
  #expect(
    Verdict.fitted(severity, findings)
      == "The heart that explains all measurements best: severe (EROA 0.50 cm², RVol 80 mL, RF 60 %)")
  findings[.RVol] = 58.5
  severity = gradeSeverity(findings, context: GradingContext(leak: .primary))
  #expect(Verdict.fitted(severity, findings).contains("On the border between moderate and severe (RVol at 60 mL)"))
  var report = Samples.report()
  #expect(!HTMLReport.text(report).contains("explains all measurements best"))
  report.fittedSeverity = severity
  #expect(HTMLReport.text(report).contains("explains all measurements best"))
}

@Test func aPressureOfTheFittedHeartIsMarked() throws {
  var record = ClinicalRecord(today: try #require(CalendarDate("2026-03-02")))
  record.series = [MeasurementSeries(.EROA, [Measurement(value: 0.5)])]
  var simulated = FindingValues()
  simulated[.SBP] = 113
  var report = Samples.report()
  report.judgement = Judgement(record, guideline: .escEacts2025, simulated: simulated)
  let mark = "113 mmHg (of the fitted heart, not measured)."
  #expect(HTMLReport.text(report).contains(mark))
  record.series.append(MeasurementSeries(.SBP, [Measurement(value: 113)]))
  report.judgement = Judgement(record, guideline: .escEacts2025)
  #expect(HTMLReport.text(report).contains("113 mmHg.") && !HTMLReport.text(report).contains(mark))
}

@Test func whatIsNoCriterionByItselfIsAskedForWithTheOneItBelongsTo() throws {
  var record = ClinicalRecord(today: try #require(CalendarDate("2026-03-02")))
  record.series = [MeasurementSeries(.LVIDd, [Measurement(value: 66)])]
  let text = JudgementText(Judgement(record), style: TerminalStyle()).criteria.joined(separator: " ")
    .split(separator: " ").joined(separator: " ")
  #expect(text.contains("Left ventricle, enlarged, with normal function (LVEF would tell)"))
  #expect(!text.contains("LVEF,") && text.contains("not measured: EROA"))
}
