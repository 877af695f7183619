// Units are read as people write them and convert by published factors.

import Findings
import Quantities
import Testing

/// `value` of the first unit in the second; nil when either is unknown or they do not match.
private func converted(_ value: Double, _ from: String, _ to: String) -> Double? {
  guard let source = Units.find(from), let target = Units.find(to) else { return nil }
  return Units.convert(value, from: source, to: target)
}

private func near(_ value: Double?, _ expected: Double, _ relative: Double = 1e-9) -> Bool {
  guard let value else { return false }
  return abs(value - expected) <= relative * max(abs(expected), 1e-12)
}

@Suite struct UnitsTests {
  @Test func mechanicalUnitsConvertByTheirDefinitions() {
    #expect(near(converted(120, "mm[Hg]", "kPa"), 15.998_686_489_8))
    #expect(near(converted(16, "kPa", "mmHg"), 16_000 / 133.322_387_415))
    #expect(near(converted(10, "cm[H2O]", "mm[Hg]"), 980.665 / 133.322_387_415))
    #expect(near(converted(5, "L/min", "mL/s"), 83.333_333_333_3))
    #expect(near(converted(0.4, "cm2", "mm2"), 40))
    #expect(near(converted(40, "mm²", "cm²"), 0.4))
    #expect(near(converted(1, "WU", "dyn.s/cm5"), 79.993_432_449))
    #expect(near(converted(1200, "dyn·s·cm⁻⁵", "[wood'U]"), 15.001_231_5, 1e-7))
    #expect(near(converted(1, "WU", "mm[Hg].s/mL"), 0.06))
    #expect(near(converted(178, "cm", "m"), 1.78))
    #expect(near(converted(0.5, "m/s", "cm/s"), 50))
    #expect(near(converted(72, "bpm", "/s"), 1.2))
    #expect(near(converted(4, "cm/m2", "mm/m2"), 40))
    #expect(near(converted(66, "%", "1"), 0.66))
    #expect(near(converted(5, "y", "d"), 1826.25))
    #expect(near(converted(98.6, "[degF]", "Cel"), 37))
    #expect(near(converted(310.15, "K", "Cel"), 37))
    #expect(near(converted(37, "Cel", "[degF]"), 98.6))
    #expect(near(converted(176, "[lb_av]", "kg"), 79.832_257_12))
  }

  @Test func aStressAndAPressureConvertIntoEachOther() {
    let stress = Unit("kPa", .stress)
    #expect(near(Units.find("mmHg").flatMap { Units.convert(1, from: stress, to: $0) }, 1000 / 133.322_387_415))
    #expect(near(Units.find("kdyn/cm2").flatMap { Units.convert(90, from: $0, to: stress) }, 9))
  }

  @Test func clinicSpellingsNameTheSameUnits() {
    let spellings: [(String, String)] = [
      ("mmHg", "mm[Hg]"), ("mm Hg", "mm[Hg]"), ("bpm", "/min"), ("cm²", "cm2"), ("cm^2", "cm2"), ("WU", "[wood'U]"),
      ("ml", "mL"), ("mL/m²", "mL/m2"), ("sec", "s"), ("msec", "ms"), ("dyn·s/cm⁵", "dyn.s/cm5"), ("°C", "Cel"),
      ("dyn.s.cm-5", "dyn.s/cm5"), ("µmol/L", "umol/L"), ("μmol/l", "umol/L"), ("mL/min/1.73m2", "mL/min/{1.73_m2}"),
      ("ng/L", "pg/mL"), ("y", "a"), ("L/min/m²", "L/min/m2"), ("mmHg/s", "mm[Hg]/s"), ("", "1"),
    ]
    for (lenient, symbol) in spellings { #expect(Units.find(lenient)?.symbol == symbol, "\(lenient)") }
  }

  @Test func caseMattersAndNonsenseIsRefused() {
    for wrong in ["MM", "Mm", "furlong", "mmhh", "cm3m", "m[Hg]", "[", "%%", "MS", "🫀"] {
      #expect(Units.find(wrong) == nil, "\(wrong)")
    }
    #expect(converted(1, "mmHg", "mL") == nil)
    #expect(converted(1, "cm", "cm2") == nil)
    #expect(converted(1, "mmol/L", "mg/dL") == nil)
    #expect(converted(1, "mL/min", "mL/min/{1.73_m2}") == nil)
  }

  @Test func noTwoUnitsShareASpelling() {
    var seen: [String: String] = [:]
    for entry in Units.table {
      for spelling in Set([entry.unit.symbol, entry.shown] + entry.spellings) {
        #expect(seen[spelling] == nil, "\(spelling): \(entry.unit.symbol) and \(seen[spelling] ?? "")")
        seen[spelling] = entry.unit.symbol
        #expect(Units.find(spelling) == entry.unit, "\(spelling)")
      }
    }
  }

  @Test func convertingThereAndBackReturnsTheValue() {
    for a in Units.table {
      for b in Units.table where a.unit.dimension == b.unit.dimension {
        let there = Units.convert(37.25, from: a.unit, to: b.unit)
        #expect(near(there.flatMap { Units.convert($0, from: b.unit, to: a.unit) }, 37.25, 1e-12))
      }
    }
  }

  @Test func theEngineReadsTheSameFactors() {
    #expect(near(Units.find("mm2").map { 40 * $0.factor }, Area.squareMillimetres(40).squareCentimetres))
    #expect(near(Units.find("L").map { 2 * $0.factor }, Volume.litres(2).millilitres))
    #expect(near(Units.find("/min").map { 72 * $0.factor }, Rate.perMinute(72).perSecond))
  }
}

@Suite struct SubstanceTests {
  /// A value of a finding in its own unit.
  private func converted(_ id: FindingID, _ value: Double, _ from: String) -> Double? {
    Units.find(from).flatMap { id.convert(value, from: $0) }
  }

  @Test func substancesConvertByTheirMolarMass() {
    #expect(near(converted(.creatinine, 1, "mg/dL"), 88.402, 1e-4))
    #expect(near(converted(.creatinine, 88.402, "umol/L"), 88.402))
    #expect(near(converted(.bilirubin, 17.104, "umol/L"), 1, 1e-4))
    #expect(near(converted(.bilirubin, 0.017104, "mmol/L"), 1, 1e-4))
    #expect(near(converted(.totalCholesterol, 200, "mg/dL"), 5.1726, 1e-4))
    #expect(near(converted(.LDL, 70, "mg/dL"), 1.8104, 1e-4))
    #expect(near(converted(.HDL, 0.4, "g/L"), 1.0345, 1e-4))
    #expect(near(converted(.lactate, 18, "mg/dL"), 1.9982, 1e-4))
    #expect(near(converted(.NTproBNP, 100, "pmol/L"), 845.7, 1e-9))
    #expect(near(converted(.BNP, 100, "pmol/L"), 346.4, 1e-9))
    #expect(near(converted(.NTproBNP, 900, "ng/L"), 900))
    #expect(near(converted(.CRP, 3, "mg/dL"), 30))
  }

  @Test func glycatedHaemoglobinReadsBothScales() {
    #expect(near(converted(.hbA1c, 53, "mmol/mol"), 7.0, 1e-3))
    #expect(near(converted(.hbA1c, 7, "%"), 7))
    #expect(converted(.LVEF, 53, "mmol/mol") == nil)
  }

  @Test func aUnitOfAnotherKindIsRefused() {
    #expect(converted(.LVEDV, 100, "mmHg") == nil)
    #expect(converted(.CRP, 1, "mmol/L") == nil)
    #expect(converted(.EROA, 0.4, "cm") == nil)
    #expect(near(converted(.EROA, 48, "mm2"), 0.48))
    #expect(near(converted(.SVR, 15, "WU"), 1199.9015, 1e-6))
    #expect(near(converted(.PVR, 160, "dyn.s/cm5"), 2.00016, 1e-4))
  }
}
