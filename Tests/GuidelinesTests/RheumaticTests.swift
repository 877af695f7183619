// Penicillin after rheumatic fever: how long, which, and by which route.

import Findings
import Guidelines
import Quantities
import Testing

@Suite struct RheumaticTests {
  private func span(_ course: RheumaticCourse, _ age: Double?, _ attack: String?) -> RheumaticSpan {
    RheumaticSpan(course, age: age, lastAttack: attack.flatMap { CalendarDate($0) }, today: judgingDay)
  }

  @Test func theLongerOfYearsAndAgeCounts() {
    let young = span(.carditisWithResidualDisease, 30, "2009")
    #expect(young.until == 2036 && young.ageThen == 40 && young.isDue == true)
    #expect(young.text == "until 2036 at least, at the age of 40")
    let late = span(.carditisWithResidualDisease, 50, "2020-03")
    #expect(late.until == 2030 && late.ageThen == 54 && late.isDue == true)
    let over = span(.carditisWithResidualDisease, 61, "1980")
    #expect(over.until == 2005 && over.isDue == false)
    #expect(span(.carditisHealed, 18, "2012").until == 2029)
    #expect(span(.carditisHealed, 25, "2012").isDue == false)
    #expect(span(.withoutCarditis, 19, "2022-05").until == 2028)
    #expect(span(.withoutCarditis, 25, "2021-05-31").isDue == false)
    #expect(span(.withoutCarditis, 25, "2021-06-02").isDue == true)
    #expect(span(.withoutCarditis, 25, "2021").isDue == true)
  }

  @Test func youthAloneDecidesAndWhatIsMissingIsNamed() {
    let young = span(.carditisWithResidualDisease, 30, nil)
    #expect(young.isDue == true && young.until == nil && young.missing == ["context.lastRheumaticAttack"])
    let old = span(.carditisWithResidualDisease, 60, nil)
    #expect(old.isDue == nil && old.missing == ["context.lastRheumaticAttack"])
    #expect(span(.withoutCarditis, nil, nil).missing == ["context.lastRheumaticAttack", "patient.age"])
  }

  private func onRecord(
    _ history: [HistoryItem]?, _ guideline: Guideline = .accAha2020, age: Double = 30, attack: String? = "2022",
    nyha: NYHAClass = .one, marked: Bool = false, findings: KeyValuePairs<FindingID, Double> = [:]
  ) -> [String] {
    let picture = patient(age: age, sex: .female, history: history, nyha: nyha, guideline: guideline, findings) {
      $0.context.lastRheumaticAttack = attack.flatMap { CalendarDate($0) }
      if marked { $0.signs.say(true, for: .rheumaticLeaflets) }
    }
    return rules(picture).filter { $0.contains("-rheumatic-") && !$0.contains("oral") }
  }

  @Test func theCourseDecidesTheRule() {
    #expect(onRecord([.rheumaticFever], marked: true) == ["acc-aha-2020-rheumatic-residual"])
    #expect(onRecord([.rheumaticCarditis]) == ["acc-aha-2020-rheumatic-residual"])
    #expect(onRecord([.rheumaticCarditis], findings: [.RVol: 0, .EROA: 0]) == ["acc-aha-2020-rheumatic-healed"])
    #expect(onRecord([.rheumaticFever]) == ["acc-aha-2020-rheumatic-no-carditis"])
    #expect(onRecord([.hypertension]).isEmpty)
    #expect(onRecord([.rheumaticFever], attack: "1999").isEmpty)
    #expect(onRecord([.rheumaticCarditis], age: 70, attack: "1980", marked: true).isEmpty)
  }

  @Test func europeCountsTenYears() {
    #expect(onRecord([.rheumaticFever], .escEacts2025) == ["esc-2025-rheumatic-secondary"])
    #expect(onRecord([.rheumaticFever], .escEacts2025, attack: "2010").isEmpty)
    // Longer where the risk is high: disease of the valve left, and not yet 40.
    let left = "esc-2025-rheumatic-secondary"
    #expect(onRecord([.rheumaticCarditis], .escEacts2025, age: 30, attack: "2010", marked: true) == [left])
    #expect(onRecord([.rheumaticCarditis], .escEacts2025, age: 30, attack: nil, marked: true) == [left])
    #expect(onRecord([.rheumaticCarditis], .escEacts2025, age: 41, attack: "2010", marked: true).isEmpty)
    let judgement = Judgement(patient(history: [.rheumaticFever]).record)
    #expect(judgement.open.contains { $0.missing == "context.lastRheumaticAttack" })
  }

  @Test func theInjectionIsAvoidedWhereItIsDangerous() {
    func oral(_ nyha: NYHAClass, _ fraction: Double, _ area: Double = 3) -> Bool {
      let picture = patient(
        age: 30, sex: .female, history: [.rheumaticCarditis], nyha: nyha, guideline: .accAha2020,
        [.LVEF: fraction, .MVA: area])
      return rules(picture).contains("aha-2022-rheumatic-oral")
    }
    #expect(oral(.three, 60) && oral(.one, 45) && oral(.two, 60, 1.2))
    #expect(!oral(.two, 60))
    let usual = RheumaticAgent.choices(RheumaticAgent.secondary, penicillinAllergy: false)
    #expect(usual.first?.drug == "benzathine penicillin G")
    let mouth = RheumaticAgent.choices(RheumaticAgent.secondary, penicillinAllergy: false, preferOral: true)
    #expect(mouth.first?.drug == "penicillin V" && mouth.count == usual.count)
    let allergic = RheumaticAgent.choices(RheumaticAgent.secondary, penicillinAllergy: true)
    #expect(allergic.first?.drug == "sulfadiazine" && !allergic.contains { $0.drug.contains("penicillin") })
  }

  @Test func aStreptococcalThroatIsTreated() {
    #expect(onRecord([.streptococcalThroat]) == ["aha-2009-rheumatic-primary"])
    #expect(onRecord([]).isEmpty)
    #expect(
      RheumaticAgent.choices(RheumaticAgent.primary, penicillinAllergy: true).allSatisfy { !$0.drug.contains("cillin") }
    )
  }
}
