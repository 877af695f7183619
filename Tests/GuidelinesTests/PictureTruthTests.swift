// What is present, what is impossible, what is assumed: told, and never dropped in silence.

import Findings
import Guidelines
import Quantities
import Testing

private func picture(_ edit: (inout ClinicalRecord) -> Void) -> Picture {
  Picture(sketch(edit), guideline: .escEacts2025)
}

extension SeverityJudgement {
  fileprivate func told(_ kind: Discordance.Kind) -> Discordance? { discordances.first { $0.kind == kind } }
}

@Suite struct PresentMeasurementTests {
  private static func leak(_ days: CalendarDate) -> Picture {
    picture { record in
      record.series = [
        MeasurementSeries(
          .RVol,
          [
            Measurement(value: 85, by: .pisa, on: day(2026, 3, 1)), Measurement(value: 34, by: .mri, on: days),
            Measurement(value: 20, by: .mri, on: day(2023, 1, 1)),
          ])
      ]
    }
  }

  @Test func theNewestOfEachMethodWithinNinetyDaysIsPresent() {
    let near = Self.leak(day(2026, 2, 19))
    #expect(near.combined.measurements(of: .RVol).map(\.value) == [85, 34])
    #expect(near.severity.told(.methods)?.suspect?.method == .pisa)
    #expect((near[.RVol] ?? 0) < 84)
    // The 90th day before counts, the 91st does not.
    #expect(Self.leak(day(2025, 12, 1)).combined.measurements(of: .RVol).count == 2)
    let far = Self.leak(day(2025, 11, 30))
    #expect(far.combined.measurements(of: .RVol).map(\.value) == [85])
  }

  @Test func ofOneMethodOnlyTheNewestIsPresent() {
    let found = MeasurementSeries(
      .RVol, [Measurement(value: 50, on: day(2026, 3, 1)), Measurement(value: 40, on: day(2026, 2, 1))])
    #expect(found.present.map(\.value) == [50] && found.earlier.map(\.value) == [40])
  }

  @Test func whatIsNotCountedIsTold() {
    func cautions(_ record: ClinicalRecord) -> [String] {
      Judgement(record).cautions.filter { $0.kind == .earlierMeasurements }.map(\.text)
    }
    let lone = sketch {
      $0.series = [
        MeasurementSeries(
          .RVol,
          [
            Measurement(value: 85, by: .pisa, on: day(2026, 3, 1)),
            Measurement(value: 34, by: .mri, on: day(2025, 1, 1)),
          ])
      ]
    }
    #expect(cautions(lone).count == 1)
    #expect(cautions(lone)[0].contains("RVol 34 mL by magnetic resonance on 2025-01-01"))
    // Told by the trend already.
    let trend = sketch {
      $0.series = [
        MeasurementSeries(
          .RVol, [Measurement(value: 85, on: day(2026, 3, 1)), Measurement(value: 34, on: day(2025, 1, 1))])
      ]
    }
    #expect(cautions(trend).isEmpty && Judgement(trend).progression.trends.count == 1)
  }
}

@Suite struct ImpossiblePictureTests {
  private static func forward(
    _ leaked: Double, of total: Double, rate: Double = 60, _ edit: (inout ClinicalRecord) -> Void = { _ in }
  ) -> Picture {
    picture { record in
      record.height = 178
      record.weight = 80
      record.measure([.RVol: leaked, .SV: total, .HR: rate, .SBP: 120])
      edit(&record)
    }
  }

  @Test func aLeakAboveTheStrokeIsNoCriterionByItsFraction() {
    let found = Self.forward(140, of: 130)
    #expect(found.severity.told(.regurgitantExceedsStroke)?.isSerious == true)
    #expect(found.severity.confidence == .indeterminate)
    #expect(!found.severity.because.contains { $0.criterion == .RF })
    let rows = found.criteria
    #expect(rows.filter { $0.finding == .RF }.allSatisfy { $0.outcome == .notMeasured && $0.value == nil })
    #expect(rows.first { $0.id == "RVol-severe" }?.seen?.contains("cannot be") == true)
    #expect(!found.severity.discordances.contains { $0.text.contains("RF 108") })
    let words = PlainWords(Judgement(found.record)).text
    #expect(!words.contains("parts of the blood run back"))
  }

  @Test func aForwardFlowTooLowForLifeIsTold() {
    let found = Self.forward(100, of: 130)
    let told = found.severity.told(.forwardTooLow)
    #expect(told?.text.contains("30 mL") == true && told?.text.contains("0.9 L/min/m²") == true)
    #expect(told?.suspect?.finding == .RVol)
    #expect(found.severity.warnings.contains(.forwardTooLow) && found.severity.confidence < .definite)
    // Fast enough, or large enough.
    #expect(Self.forward(100, of: 130, rate: 120).severity.told(.forwardTooLow) == nil)
    #expect(Self.forward(70, of: 130).severity.told(.forwardTooLow) == nil)
  }

  @Test func inShockALowFlowIsNoDiscordance() {
    #expect(Self.forward(100, of: 130) { $0.measure([.SBP: 80]) }.severity.told(.forwardTooLow) == nil)
    #expect(Self.forward(100, of: 130) { $0.measure([.lactate: 4]) }.severity.told(.forwardTooLow) == nil)
    #expect(Self.forward(100, of: 130) { $0.measure([.CI: 1.4]) }.severity.told(.forwardTooLow) == nil)
    #expect(Self.forward(100, of: 130) { $0.measure([.lactate: 1]) }.severity.told(.forwardTooLow) != nil)
  }

  @Test func whatIsAssumedOfRateAndSizeIsSaid() {
    let bare = picture { $0.measure([.RVol: 100, .SV: 112]) }.severity.told(.forwardTooLow)
    #expect(bare?.text.contains("even 100 a minute and with a body surface of only 1.5 m²") == true)
    #expect(picture { $0.measure([.RVol: 100, .SV: 130]) }.severity.told(.forwardTooLow) == nil)
  }

  @Test func theLikelierErrorIsThatOfTheVolumesWhereTheLeakIsByResonance() {
    let found = Self.forward(100, of: 130) { record in
      record.forget(.RVol)
      record.forget(.SV)
      record.series += [
        MeasurementSeries(.RVol, [Measurement(value: 100, by: .mri)]),
        MeasurementSeries(.SV, [Measurement(value: 130, by: .simpson)]),
      ]
    }
    let suspect = found.severity.told(.forwardTooLow)?.suspect
    #expect(suspect?.finding == .SV && suspect?.method == .simpson)
  }
}

@Suite struct NamedMethodTests {
  private static func suspect(
    _ id: FindingID, _ pisa: Double, against other: MeasurementMethod, _ value: Double, aortic: Bool = false
  ) -> SuspectMeasurement? {
    picture { record in
      record.otherValves = aortic ? [.aortic] : []
      record.series = [
        MeasurementSeries(id, [Measurement(value: pisa, by: .pisa), Measurement(value: value, by: other)])
      ]
    }.severity.told(.methods)?.suspect
  }

  @Test func theSuspectIsAMethodThatWasUsed() {
    #expect(Self.suspect(.RVol, 85, against: .simpson, 34)?.method == .simpson)
    #expect(Self.suspect(.RVol, 85, against: .volumetric, 34)?.method == .volumetric)
    #expect(Self.suspect(.RVol, 85, against: .threeDimensional, 34, aortic: true)?.method == .threeDimensional)
    // An orifice seen in three dimensions rests on no volumes.
    #expect(Self.suspect(.EROA, 0.6, against: .threeDimensional, 0.25) == nil)
    #expect(Self.suspect(.EROA, 0.6, against: .threeDimensional, 0.25, aortic: true) == nil)
  }
}

@Suite struct AssumedShapeTests {
  @Test func anOrificeThatNobodySawIsAssumed() {
    let assumed = picture { record in
      record.see(.tenting)
      record.measure([.EROA: 0.33])
    }.severity
    #expect(assumed.warnings.contains(.ellipticalAssumed) && !assumed.warnings.contains(.ellipticalOrifice))
    #expect(SeverityWarning.ellipticalAssumed.text.contains("assumed"))
    let seen = picture { record in
      record.see(.tenting)
      _ = record.signs.say("elliptical", for: .orificeShape)
      record.measure([.EROA: 0.33])
    }.severity
    #expect(seen.warnings.contains(.ellipticalOrifice) && !seen.warnings.contains(.ellipticalAssumed))
    #expect(seen.grade == assumed.grade)
  }
}

@Suite struct PerforationTests {
  private static func grade(_ orifice: Double, _ leaked: Double, hole: Bool = true) -> SeverityJudgement {
    picture { record in
      record.history = [.activeEndocarditis]
      if hole { record.see(.perforation) }
      record.measure([.EROA: orifice, .RVol: leaked])
    }.severity
  }

  @Test func aHoleOfASevereLeaksSizeIsASpecificSign() {
    let found = Self.grade(0.45, 58)
    #expect(found.grade == .severe && found.confidence == .probable && found.specificSevere == 1)
    #expect(Self.grade(0.45, 58, hole: false).grade == .moderate)
    #expect(Self.grade(0.39, 58).specificSevere == 0 && Self.grade(0.39, 58).grade == .moderate)
  }

  @Test func aHoleNeverLowersTheGradeNorDoesALargerOne() {
    var random = SplitMix64(77)
    var moved = 0
    for _ in 0..<2000 {
      var before = GradedPatient(&random)
      let orifice = before.values[.EROA] ?? 0.2
      before.values[.EROA] = orifice
      before.signs[.perforation] = 0
      var holed = before
      holed.signs[.perforation] = 1
      var larger = holed
      larger.values[.EROA] = orifice * 1.4
      let grades = [before, holed, larger].map { $0.judgement.scale ?? 0 }
      #expect(grades == grades.sorted(), "\(before.text)")
      if grades[1] > grades[0] { moved += 1 }
    }
    #expect(moved > 20)
  }
}
