// Serial studies: slopes with their errors, and what counts as worsening.

import Findings
import Guidelines
import Quantities
import Testing

extension ClinicalRecord {
  /// Yearly studies up to 2026, the last value the newest.
  fileprivate mutating func follow(
    _ id: FindingID, _ values: Double..., by: MeasurementMethod? = nil, sd: Double? = nil
  ) {
    let first = 2026 - values.count + 1
    let studies = values.enumerated().map { place, value in
      Measurement(value: value, by: by, sd: sd, on: day(first + place, 1, 15))
    }
    series.removeAll { $0.finding == id }
    series.append(MeasurementSeries(id, self[id] + studies))
  }
}

private func progression(_ edit: (inout ClinicalRecord) -> Void) -> Progression {
  Judgement(sketch(edit)).progression
}

@Suite struct ProgressionTests {
  @Test func theSlopeIsThatOfTheLineAndItsErrorThatOfTheStudies() throws {
    let trend = try #require(progression { $0.follow(.LVIDs, 36, 38, 40, sd: 1) }[.LVIDs])
    // 2024 is a leap year: the years are 366 and 365 days long.
    #expect(abs(trend.slopePerYear - 2) < 0.01)
    #expect(abs(trend.slopeError - 1 / 2.0.squareRoot()) < 0.01)
    #expect(trend.isBeyondError && trend.isProgressive)
    #expect(trend.text == "LVIDs 36, 38, 40 mm (2024-01-15 to 2026-01-15): +2.0 mm a year, beyond measurement error")
  }

  @Test func aSlopeWithinTheErrorIsSaidToBe() throws {
    let trend = try #require(progression { $0.follow(.LVEF, 68, 65, 62) }[.LVEF])
    #expect(!trend.isBeyondError && trend.isProgressive)
    #expect(trend.text == "LVEF 68, 65, 62 % (2024-01-15 to 2026-01-15): −3.0 points a year, within measurement error")
  }

  @Test func threeStudiesThatWorsenInTurnAreProgressiveAndTwoAreNot() {
    #expect(progression { $0.follow(.LVEF, 70, 60) }[.LVEF]?.isProgressive == false)
    #expect(progression { $0.follow(.LVEF, 70, 66, 64) }[.LVEF]?.isProgressive == true)
    // In turn, but by less than one measurement's error.
    #expect(progression { $0.follow(.LVEF, 68, 67, 66) }[.LVEF]?.isProgressive == false)
    // Down and up again.
    #expect(progression { $0.follow(.LVEF, 70, 62, 66) }[.LVEF]?.isProgressive == false)
    // The good direction.
    #expect(progression { $0.follow(.LVEF, 50, 60, 70) }[.LVEF]?.isProgressive == false)
    #expect(progression { $0.follow(.LVIDs, 44, 40, 36) }[.LVIDs]?.isProgressive == false)
    #expect(progression { $0.follow(.LVIDs, 36, 38, 40) }[.LVIDs]?.isProgressive == true)
    // An old fall that has ended counts only where the whole line is beyond the error.
    #expect(progression { $0.follow(.LVEF, 72, 66, 66, 66) }[.LVEF]?.isProgressive == false)
  }

  @Test func onlyStudiesByOneMethodMakeASeries() {
    let mixed = progression { record in
      record.follow(.LVEDV, 150, 160, by: .simpson)
      record.follow(.LVEDV, 200, by: .mri)
      record.series = [
        MeasurementSeries(
          .LVEDV,
          [
            Measurement(value: 150, by: .simpson, on: day(2024)), Measurement(value: 152, by: .simpson, on: day(2025)),
            Measurement(value: 210, by: .mri, on: day(2026)),
          ])
      ]
    }
    #expect(mixed[.LVEDV]?.studies.count == 2 && mixed[.LVEDV]?.method == .simpson)
  }

  @Test func studiesOfOneDayAreOneAndUndatedOnesNone() {
    let found = progression { record in
      record.series = [
        MeasurementSeries(
          .LVIDs,
          [
            Measurement(value: 36, sd: 2, on: day(2024, 3, 1)), Measurement(value: 40, sd: 2, on: day(2024, 3, 1)),
            Measurement(value: 90), Measurement(value: 41, sd: 2, on: day(2025, 3, 1)),
          ])
      ]
    }
    let values = found[.LVIDs]?.studies.map(\.value) ?? []
    #expect(values.count == 2 && abs(values[0] - 38) < 1e-9 && values[1] == 41)
  }

  @Test func aSeriesOfWeeksGivesNoYearlySlope() {
    func within(_ days: Int) -> Progression {
      progression { record in
        record.series = [
          MeasurementSeries(
            .LVIDs,
            [
              Measurement(value: 36, on: day(2026, 1, 1)),
              Measurement(value: 40, on: days < 90 ? day(2026, 3, 31) : day(2026, 4, 1)),
            ])
        ]
      }
    }
    #expect(within(89)[.LVIDs] == nil)
    #expect(within(90)[.LVIDs] != nil)
  }

  @Test func pressureThatRisesIsListedAsWorsening() {
    let found = progression { $0.follow(.PASP, 32, 42, 54) }
    #expect(found.worsening.map(\.finding) == [.PASP])
    #expect(progression { $0.follow(.PASP, 40, 40, 40) }.worsening.isEmpty)
  }

  @Test func noiseAroundASteadyValueIsSeldomTakenForASlope() {
    var dice = Dice(seed: 99)
    var alarms = 0
    let tries = 3000
    for _ in 0..<tries {
      // Four yearly studies of a steady ventricle, each off by a sum of twelve uniforms: nearly normal, sd 3 mm.
      let values = (0..<4).map { _ in
        40 + 3 * ((0..<12).map { _ in Double.random(in: 0..<1, using: &dice) }.reduce(0, +) - 6)
      }
      let found = progression { $0.follow(.LVIDs, values[0], values[1], values[2], values[3], sd: 3) }
      if found[.LVIDs]?.isBeyondError == true { alarms += 1 }
    }
    #expect(alarms > tries * 3 / 100 && alarms < tries * 7 / 100, "\(alarms) of \(tries)")
  }
}
