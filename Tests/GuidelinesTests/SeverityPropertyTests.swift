// What holds of the grade of every patient, tried on thousands.

import Findings
import Guidelines
import Quantities
import Testing

extension CalendarDate {
  fileprivate static var first: CalendarDate { preconditionFailure("the date is one") }
}

@Suite struct SeverityPropertyTests {
  private static let patients = 4000

  /// Where a grade stands: none, trace, then the scale.
  private func order(_ judgement: SeverityJudgement) -> Int {
    guard let grade = judgement.grade, let scale = judgement.scale else { return -1 }
    return grade == SeverityGrade.none ? 0 : grade == .trace ? 1 : 1 + scale
  }

  /// Raises one finding and grades again.
  private func checkRaising(_ ids: [FindingID], seed: UInt64, moves: Int) {
    var random = SplitMix64(seed)
    var moved = 0
    for _ in 0..<Self.patients {
      let before = GradedPatient(&random)
      let first = before.judgement
      for id in ids {
        guard let value = before.values[id] else { continue }
        for step in [0.003, 0.05, 0.3, 1.5] {
          var after = before
          after.values[id] = value * (1 + step) + (id == .RF ? 2 * step : 0)
          let second = after.judgement
          #expect(order(second) >= order(first), "\(id.identifier) to \(after.values[id] ?? 0): \(before.text)")
          if order(second) > order(first) { moved += 1 }
        }
      }
    }
    #expect(moved > moves)
  }

  @Test(arguments: [FindingID.EROA, .RVol, .RF, .VCW, .PISAr]) func aWorseNumberNeverLowersTheGrade(id: FindingID) {
    checkRaising([id], seed: 11, moves: 100)
  }

  /// The same through a record with several measurements of a number, by methods of different errors.
  @Test func oneOfSeveralMeasurementsRisingNeverLowersTheGrade() {
    var random = SplitMix64(19)
    var moved = 0
    for _ in 0..<1500 {
      let patient = GradedPatient(&random)
      var record = ClinicalRecord(today: CalendarDate(year: 2026, month: 6, day: 1) ?? CalendarDate.first)
      record.signs = patient.signs
      for id in patient.values.present {
        record.series.append(MeasurementSeries(id, [Measurement(value: patient.values[id] ?? 0, by: .pisa)]))
      }
      let id = [FindingID.EROA, .RVol, .RF][random.below(3)]
      let limits: ClosedRange<Double> = id == .EROA ? 0.05...0.7 : 5...90
      var several = [
        Measurement(value: random.among(limits), by: .pisa), Measurement(value: random.among(limits), by: .mri),
      ]
      if random.chance(0.3) { several.append(Measurement(value: random.among(limits), by: .volumetric, sd: 9)) }
      record.series.removeAll { $0.finding == id }
      let rest = record.series
      record.series = rest + [MeasurementSeries(id, several)]
      let first = Picture(record, guideline: patient.guideline).severity
      several[random.below(several.count)].value *= 1 + random.among(0...1)
      record.series = rest + [MeasurementSeries(id, several)]
      let second = Picture(record, guideline: patient.guideline).severity
      #expect(order(second) >= order(first), "\(id.identifier): \(patient.text)")
      if order(second) > order(first) { moved += 1 }
    }
    #expect(moved > 100)
  }

  @Test func largerChambersAndFasterInflowNeverLowerTheGrade() {
    checkRaising([.LVIDd, .LAVI, .LAd, .E], seed: 12, moves: 20)
  }

  @Test func aWorseSignNeverLowersTheGrade() {
    var random = SplitMix64(13)
    var moved = 0
    for _ in 0..<Self.patients {
      let before = GradedPatient(&random)
      let first = before.judgement
      for (id, words) in GradedPatient.graded {
        guard let said = before.signs[id], let place = words.firstIndex(of: said) else { continue }
        for worse in words[(place + 1)...] {
          var after = before
          after.signs[id] = worse
          let second = after.judgement
          #expect(order(second) >= order(first), "\(id.identifier) to \(worse): \(before.text)")
          if order(second) > order(first) { moved += 1 }
        }
      }
    }
    #expect(moved > 100)
  }

  @Test func everythingWorseAtOnceNeverLowersTheGrade() {
    var random = SplitMix64(14)
    for _ in 0..<Self.patients {
      let before = GradedPatient(&random)
      var after = before
      for id in [FindingID.EROA, .RVol, .RF, .VCW, .PISAr] {
        after.values[id] = before.values[id].map { $0 * (1 + random.among(0...1)) }
      }
      for (id, words) in GradedPatient.graded where before.signs[id] != nil { after.signs[id] = words.last }
      #expect(order(after.judgement) >= order(before.judgement), "\(before.text)")
    }
  }

  /// A new measurement may lower the grade or the confidence; then something says so.
  @Test func aNewMeasurementNeverContradictsInSilence() {
    var random = SplitMix64(15)
    var lowered = 0
    for _ in 0..<Self.patients {
      let before = GradedPatient(&random)
      let first = before.judgement
      for (id, range) in GradedPatient.ranges where before.values[id] == nil {
        var after = before
        after.values[id] = random.among(range)
        let second = after.judgement
        // No sign tells a mild leak from a trace.
        let isLower = max(order(second), 2) < order(first)
        guard isLower || second.confidence < first.confidence else { continue }
        lowered += 1
        #expect(
          !second.discordances.isEmpty || second.warnings.contains(.notHolosystolic),
          "\(id.identifier) \(after.values[id] ?? 0) to \(before.text)")
      }
    }
    #expect(lowered > 1000)
  }

  /// An indeterminate grade and a serious discordance name the next examination; a settled grade names none.
  @Test func whatIsOpenNamesTheNextExamination() {
    var random = SplitMix64(16)
    for _ in 0..<Self.patients {
      let judgement = GradedPatient(&random).judgement
      let isOpen = judgement.confidence == .indeterminate || judgement.discordances.contains { $0.isSerious }
      #expect(judgement.furtherImaging.isEmpty != isOpen)
      for imaging in judgement.furtherImaging { #expect(!imaging.reasons.isEmpty) }
    }
  }

  @Test func numbersThatCannotBeAreAlwaysIndeterminate() {
    var random = SplitMix64(17)
    var met = 0
    for _ in 0..<Self.patients {
      let patient = GradedPatient(&random)
      guard let leaked = patient.values[.RVol], let total = patient.values[.SV], leaked >= total else { continue }
      met += 1
      let judgement = patient.judgement
      #expect(judgement.confidence == .indeterminate && judgement.outlier != nil)
      #expect(judgement.discordances.contains { $0.kind == .regurgitantExceedsStroke && $0.suspect?.finding == .RVol })
    }
    #expect(met > 50)
  }

  /// Texts name the findings that they speak of, and end as sentences do.
  @Test func discordancesAreWholeSentencesWithTheirNumbers() {
    var random = SplitMix64(18)
    var kinds: Set<Discordance.Kind> = []
    for _ in 0..<Self.patients {
      for one in GradedPatient(&random).judgement.discordances {
        kinds.insert(one.kind)
        #expect(one.text.hasSuffix(".") && one.advice.hasSuffix("."), "\(one.text)")
        if let suspect = one.suspect { #expect(suspect.why.hasSuffix(".") && !suspect.source.isEmpty) }
        #expect(!one.text.contains("?"), "\(one.text)")
      }
    }
    // Those of several methods, of dates and of a report's own word need a record.
    #expect(Set(Discordance.Kind.allCases).subtracting(kinds) == [.methods, .differentDays, .reportedGrade])
    #expect(Set(Discordance.Kind.allCases.map(\.identifier)).count == Discordance.Kind.allCases.count)
  }
}

@Suite struct SeverityCriteriaTests {
  private let quantities: [FindingID] = [.EROA, .RVol, .RF]

  /// The rows say of each patient what the grading itself found.
  @Test func rowsAgreeWithWhatGradingCounted() {
    var random = SplitMix64(21)
    for _ in 0..<3000 {
      let patient = GradedPatient(&random)
      let judgement = patient.judgement
      let rows = patient.rows
      func counted(_ role: CriterionRole) -> Int {
        let met = rows.filter { $0.role == role && $0.outcome == .met && $0.setAside == nil }
        // A flail leaflet and a torn papillary muscle are one sign.
        let both = met.contains { $0.id == "flail-true" } && met.contains { $0.id == "papillaryRupture-true" }
        return met.count - (both ? 1 : 0)
      }
      #expect(counted(.specificSevere) == judgement.specificSevere, "\(patient.text)")
      #expect(counted(.specificMild) == judgement.specificMild, "\(patient.text)")
      for record in judgement.because where record.role == .quantity {
        let met = rows.filter { $0.finding == record.finding && $0.role == .quantity && $0.outcome == .met }
        #expect(met.map(\.speaksFor) == [record.meets], "\(patient.text)")
        #expect((met.first?.setAside == nil) == record.counts)
      }
    }
  }

  /// Measured means met or not; not measured names what is missing; thresholds are told with a source.
  @Test func everyRowIsTrueOfThePatient() {
    var random = SplitMix64(22)
    for _ in 0..<1500 {
      let patient = GradedPatient(&random)
      let values = patient.combined.values
      let rows = patient.rows
      #expect(Set(rows.map(\.id)).count == rows.count)
      for row in rows {
        #expect(row.source.contains("20") && !row.threshold.isEmpty && !row.name.isEmpty)
        #expect((row.outcome == .notMeasured) == !row.missing.isEmpty, "\(row.id): \(patient.text)")
        if row.outcome != .notMeasured { #expect(row.seen != nil, "\(row.id): \(patient.text)") }
        if let finding = row.finding, let value = row.value, values[finding] != nil {
          #expect(value == values[finding])
        }
      }
      func outcome(_ id: String) -> CriterionRow.Outcome? { rows.first { $0.id == id }?.outcome }
      if let width = values[.VCW] {
        #expect(outcome("VCW-severe") == (width >= 0.7 ? .met : .notMet))
        #expect(outcome("VCW-mild") == (width <= 0.3 ? .met : .notMet))
        #expect(outcome("VCW-moderate") == (width > 0.3 && width < 0.7 ? .met : .notMet))
      } else {
        #expect(outcome("VCW-severe") == .notMeasured)
      }
      if let speed = values[.E] { #expect(outcome("E-severe") == (speed > 1.2 ? .met : .notMet)) }
      if patient.guideline != .accAha2020, patient.context.leak == .primary, let diameter = values[.LVIDs] {
        #expect(outcome("LVIDs-severe") == (diameter >= 40 ? .met : .notMet))
      }
    }
  }

  @Test func anEmptyRecordHasEveryCriterionUnmeasured() {
    let severity = gradeSeverity(FindingValues())
    let rows = CriteriaTable.rows(
      severity, CombinedFindings(FindingValues()), signs: QualitativeValues(), context: GradingContext())
    #expect(rows.count == 38)
    #expect(rows.allSatisfy { $0.outcome == .notMeasured && $0.seen == nil && $0.value == nil })
    #expect(
      rows.filter { $0.role == .specificSevere }.count == 8 && rows.filter { $0.role == .specificMild }.count == 6)
    #expect(Set(CriterionRow.Outcome.allCases.map(\.identifier)) == ["met", "not-met", "not-measured"])
  }

  @Test func rowsSayTheirThresholdsAndWhyTheyAreSetAside() {
    var values = FindingValues()
    values[.EROA] = 0.33
    values[.RVol] = 50
    values[.VCW] = 0.8
    values[.LVIDd] = 66
    values[.LVEF] = 60
    var signs = QualitativeValues()
    signs.say(true, for: .tenting)
    _ = signs.say("mid-late", for: .jetTiming)
    signs.say(true, for: .perforation)
    let severity = gradeSeverity(values, qualitative: signs, context: GradingContext(leak: .secondary))
    let rows = CriteriaTable.rows(
      severity, CombinedFindings(values), signs: signs, context: GradingContext(leak: .secondary))
    func row(_ id: String) -> CriterionRow? { rows.first { $0.id == id } }
    #expect(row("EROA-severe")?.threshold == "at least 0.40 cm², or at least 0.30 cm² where the orifice is elliptical")
    #expect(row("EROA-severe")?.outcome == .met && row("EROA-severe")?.setAside != nil)
    #expect(row("RVol-moderate")?.outcome == .met && row("RVol-moderate")?.setAside == nil)
    #expect(row("VCW-severe")?.outcome == .met && row("VCW-severe")?.setAside != nil)
    #expect(row("ventricle-enlarged")?.outcome == .met && row("ventricle-enlarged")?.setAside != nil)
    #expect(row("perforation-large")?.outcome == .notMet)
    #expect(row("LVIDs-severe") == nil && row("chambers-dilated")?.outcome == .met)
    #expect(rows.first { $0.id == "RF-severe" }?.missing == ["RF"])
  }

  @Test func guidelinesAreNotBlended() {
    var values = FindingValues()
    values[.LVIDs] = 45
    func rows(_ guideline: Guideline) -> [CriterionRow] {
      let severity = gradeSeverity(values, guideline: guideline)
      return CriteriaTable.rows(
        severity, CombinedFindings(values), signs: QualitativeValues(), context: GradingContext())
    }
    #expect(rows(.accAha2020).allSatisfy { !$0.source.contains("Praz") && !$0.source.contains("Vahanian") })
    #expect(rows(.escEacts2021).allSatisfy { !$0.source.contains("Praz") && !$0.source.contains("Otto") })
    #expect(rows(.escEacts2025).first { $0.id == "LVIDs-severe" }?.source.contains("Praz 2025") == true)
  }
}
