// The catalogue keeps its promises: every name, one unit each, ranges that make sense.

import Findings
import Quantities
import Testing

/// The promised identifiers by unit, as the interface spells them.
private let promised: [(unit: String, names: String)] = [
  ("/min", "HR"),
  ("mm[Hg]", "SBP DBP MAP CVP PCWP PCWPv PASP PADP mPAP LVSP LVEDP LAPmean LAPv MVmeanGradient"),
  ("mL", "LVEDV LVESV SV FSV RVol LAVmax LAVmin RVEDV RVESV closingVolume"),
  ("%", "LVEF RF RVEF GLS CTR hbA1c"),
  ("mL/m2", "LVEDVi LAVI LVESVi"),
  ("L/min", "CO"),
  ("L/min/m2", "CI"),
  ("cm2", "EROA MVA"),
  ("cm", "VCW PISAr MRVTI MVVTI LVOTVTI"),
  ("mm", "LVIDd LVIDs LAd annulusAP LVOTd IVSd PWd TAPSE MAPSE flailGap flailWidth"),
  ("mm", "coaptationDepth coaptationLength tentingHeight"),
  ("mm/m2", "LVIDsi"),
  ("g", "LVMass"),
  ("m/s", "E A PVS PVD PVAr TRVmax MRVmax AoVmax"),
  ("cm/s", "ePrime sPrime aliasingVelocity"),
  ("1", "EA EePrime PVSD DVI"),
  ("ms", "DT PHT IVRT LVET PEP tau QRS PR"),
  ("mm[Hg]/s", "dPdtMax"),
  ("dyn.s/cm5", "SVR"),
  ("[wood'U]", "PVR"),
  ("pg/mL", "NTproBNP BNP"),
  ("umol/L", "creatinine"),
  ("mL/min/{1.73_m2}", "eGFR"),
  ("mg/dL", "bilirubin"),
  ("mmol/L", "totalCholesterol HDL LDL lactate"),
  ("mg/L", "CRP"),
  ("mm/h", "ESR"),
  ("Cel", "temperature"),
  ("m2", "BSA"),
]

@Suite struct CatalogueTests {
  @Test func everyPromisedIdentifierIsThereInItsUnit() {
    var count = 0
    for row in promised {
      for name in row.names.split(separator: " ") {
        count += 1
        let id = FindingID(identifier: String(name))
        #expect(id != nil, "\(name)")
        #expect(id?.spec.unit.symbol == row.unit, "\(name)")
      }
    }
    #expect(count == FindingID.allCases.count)
  }

  @Test func identifiersAreTheNamesOfTheCases() {
    for id in FindingID.allCases {
      #expect(id.identifier == "\(id)")
      #expect(id.spec.id == id)
      #expect(FindingID(identifier: id.identifier) == id)
    }
    for id in QualitativeID.allCases {
      #expect(id.identifier == "\(id)")
      #expect(id.spec.id == id)
      #expect(QualitativeID(identifier: id.identifier) == id)
    }
  }

  @Test func caseMattersAndUnknownNamesAreRefused() {
    #expect(FindingID(identifier: "e") == nil)
    #expect(FindingID(identifier: "lvef") == nil)
    #expect(FindingID(identifier: "") == nil)
    #expect(FindingID(identifier: "LVEF ") == nil)
    #expect(QualitativeID(identifier: "Flail") == nil)
  }

  @Test func everyNormalRangeIsOrderedInsideTheAllowedAndNamesItsYear() {
    for id in FindingID.allCases {
      let spec = id.spec
      for sex in Sex.allCases {
        guard let range = spec.normal(for: sex) else { continue }
        #expect(range.lower != nil || range.upper != nil, "\(id)")
        if let lower = range.lower, let upper = range.upper { #expect(lower < upper, "\(id)") }
        for limit in [range.lower, range.upper].compactMap({ $0 }) {
          #expect(spec.allowed.contains(limit), "\(id): \(limit)")
        }
        let digits = range.source.split { !$0.isNumber }.filter { $0.count == 4 }
        #expect(!digits.isEmpty, "\(id): no year in \(range.source)")
      }
    }
  }

  @Test func everyHealthyRowLiesInsideTheAllowed() {
    for id in FindingID.allCases {
      guard let row = id.spec.healthyAdultRow else { continue }
      #expect(id.spec.allowed.contains(row.lowerBound) && id.spec.allowed.contains(row.upperBound), "\(id)")
    }
  }

  @Test func healthyRowsAreThoseOfTheInterface() {
    let rows: [FindingID: ClosedRange<Double>] = [
      .HR: 55...85, .SBP: 100...140, .DBP: 60...90, .MAP: 70...105, .CVP: 1...7, .PCWP: 4...12, .LAPmean: 2...12,
      .LAPv: 6...16, .PASP: 15...30, .PADP: 4...13, .mPAP: 9...19, .LVEDP: 4...12, .LVSP: 95...142, .LVEDV: 90...165,
      .LVESV: 25...65, .LVEF: 54...72, .FSV: 60...105, .CO: 4...7.5, .CI: 2.5...4.2, .RVEF: 45...72, .LAVmax: 30...70,
      .E: 0.5...1.1, .A: 0.3...0.9, .EA: 0.8...2.2, .IVRT: 50...100, .LVET: 250...340, .AoVmax: 0.8...1.7,
      .dPdtMax: 1000...2200, .tau: 25...48, .SVR: 800...1500, .PVR: 0.3...2.0, .MVmeanGradient: 0.2...2.5,
      .ePrime: 7...18, .LVIDd: 42...58, .LVIDs: 25...40, .RF: 0...2, .RVol: 0...2,
    ]
    for id in FindingID.allCases { #expect(id.spec.healthyAdultRow == rows[id], "\(id)") }
  }

  @Test func textsAreFilledAndEveryUnitIsReadable() {
    for id in FindingID.allCases {
      let spec = id.spec
      #expect(!spec.name.isEmpty && spec.definition.hasSuffix("."), "\(id)")
      #expect((0...3).contains(spec.digits), "\(id)")
      #expect(Units.find(spec.unit.symbol) == spec.unit, "\(id)")
      #expect(Units.find(Units.shown(spec.unit)) == spec.unit, "\(id)")
      #expect(spec.loinc == nil || spec.loinc?.contains("-") == true)
    }
    #expect(FindingID.LVEDV.spec.loinc == "79996-5")
    #expect(FindingID.PCWP.spec.loinc == nil && FindingID.PCWP.spec.code?.system == .snomed)
  }

  @Test func theSexesDifferWhereTheSourceSaysSo() {
    #expect(FindingID.LVIDd.spec.normal(for: .male)?.upper == 58)
    #expect(FindingID.LVIDd.spec.normal(for: .female)?.upper == 52)
    #expect(FindingID.LVEF.spec.normal(for: .female)?.lower == 54)
    #expect(FindingID.LAVI.spec.normal(for: .male) == FindingID.LAVI.spec.normal(for: .female))
    #expect(FindingID.TAPSE.spec.normal(for: .male)?.side(of: 16.9) == -1)
    #expect(FindingID.TAPSE.spec.normal(for: .male)?.side(of: 17) == 0)
    #expect(FindingID.PVR.spec.normal(for: .male)?.side(of: 2.1) == 1)
  }
}

@Suite struct ValuesTests {
  @Test func valuesAreKeptByFindingAndListedInOrder() {
    var values = FindingValues()
    #expect(values.present.isEmpty)
    values[.RVol] = 60
    values[.HR] = 72
    #expect(values.present == [.HR, .RVol])
    values[.HR] = nil
    #expect(values.present == [.RVol] && values[.RVol] == 60)
    #expect(values != FindingValues())
  }

  @Test func aSignTakesOnlyItsOwnWords() {
    var signs = QualitativeValues()
    let said = signs.say("mid-late", for: .jetTiming)
    #expect(said)
    #expect(signs.jetTiming == .midLate && signs.word(.jetTiming) == "mid-late")
    let refused = signs.say("late", for: .jetTiming)
    #expect(!refused)
    #expect(signs.jetTiming == .midLate)
    signs.say(true, for: .flail)
    signs.say(false, for: .tenting)
    #expect(signs.has(.flail) && !signs.has(.tenting) && !signs.has(.cleft))
    #expect(signs[.tenting] == 0 && signs[.cleft] == nil)
    #expect(signs.present == [.flail, .tenting, .jetTiming])
  }

  @Test func everySignHasAsManyWordsAsItsEnumeration() {
    let counts: [(QualitativeID, Int)] = [
      (.orificeShape, OrificeShape.allCases.count), (.jetTiming, JetTiming.allCases.count),
      (.jet, JetAppearance.allCases.count), (.cwShape, JetEnvelope.allCases.count),
      (.pulmonaryVein, PulmonaryVeinFlow.allCases.count), (.inflow, InflowPattern.allCases.count),
      (.MRgrade, GradeWord.allCases.count), (.TRgrade, GradeWord.allCases.count),
      (.rvFunction, GradeWord.allCases.count),
    ]
    for (id, count) in counts {
      #expect(id.spec.values.count == count && !id.spec.isBoolean)
    }
    for id in QualitativeID.allCases where id.spec.isBoolean { #expect(id.spec.values == ["false", "true"]) }
    #expect(counts.count + 8 == QualitativeID.allCases.count)
  }
}
