// Random cases that use every field, for the tests of writing and of the schema.

import Cases
import Findings
import Quantities

/// Cases from a seed.
struct RandomCases {
  var random: SeededGenerator
  let vocabulary = CaseVocabulary.sample

  init(seed: UInt64) { random = SeededGenerator(state: seed) }

  private mutating func maybe<T>(_ make: (inout Self) -> T) -> T? { Bool.random(using: &random) ? make(&self) : nil }

  private mutating func one<T>(of list: [T]) -> T { list[Int.random(in: 0..<list.count, using: &random)] }

  private mutating func some<T>(of list: [T]) -> [T] { list.filter { _ in Int.random(in: 0..<6, using: &random) == 0 } }

  private mutating func number(_ range: ClosedRange<Double>) -> Double {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: range.lowerBound
    case 1: range.upperBound
    default: Double.random(in: range, using: &random)
    }
  }

  private mutating func text() -> String {
    let nasty = [
      "plain", "Flail posterior leaflet", "true", "null", "~", "no", "123", "1e5", "-", "- a", "a: b", "# c", "x # y",
      " padded ", "tab\tnew\nline\r", "\"quoted\" 'too'", "back\\slash", "é µ cm² 😀",
      "\u{0}\u{1}\u{7F}\u{85}\u{2028}\u{FEFF}",
      "{brace", "[bracket", "*alias", "&anchor", "!tag", "%", "@", "`", "|", ">", "2026-03-02", "0x10", "1_000", "<<",
      "---",
    ]
    return one(of: nasty) + (Bool.random(using: &random) ? one(of: nasty) : "")
  }

  private mutating func date() -> CalendarDate? {
    let month = maybe { Int.random(in: 1...12, using: &$0.random) }
    let day = month == nil ? nil : maybe { Int.random(in: 1...28, using: &$0.random) }
    return CalendarDate(year: Int.random(in: 1900...2200, using: &random), month: month, day: day)
  }

  private mutating func choice(_ spec: KindSpec) -> KindChoice {
    var choice = KindChoice(kind: spec.identifier)
    for parameter in spec.parameters where Bool.random(using: &random) {
      choice.parameters.append(.init(parameter.name, TextQuantity(number(parameter.range), parameter.unit)))
    }
    return choice
  }

  private mutating func measurement(_ spec: FindingSpec) -> Measurement {
    var made = Measurement(value: number(spec.allowed))
    made.by = maybe { $0.one(of: MeasurementMethod.allCases) }
    made.sd = maybe {
      Double.random(
        in: max(0.001, made.value.magnitude / 1000)...(spec.allowed.upperBound - spec.allowed.lowerBound),
        using: &$0.random)
    }
    if Bool.random(using: &random) { made.on = date() }
    return made
  }

  mutating func next() -> Case {
    var made = Case(name: text())
    made.source = maybe { $0.text() }
    made.patient.age = maybe { $0.number(16...110) }
    made.patient.sex = maybe { $0.one(of: Sex.allCases) }
    made.patient.height = maybe { $0.number(120...230) }
    made.patient.weight = maybe { $0.number(30...300) }
    for valve in OtherValve.allCases where Bool.random(using: &random) {
      made.valves[valve] = [choice(vocabulary.lesions.first { $0.fitsOtherValves } ?? vocabulary.lesions[0])]
    }
    made.presentation = maybe { $0.one(of: Presentation.allCases) }
    made.rhythm = maybe { $0.one(of: Rhythm.allCases) }
    made.history = maybe { $0.some(of: HistoryItem.allCases) }
    made.symptoms = maybe { $0.some(of: Symptom.allCases) }
    made.nyha = maybe { $0.one(of: NYHAClass.allCases) }
    for finding in some(of: FindingID.allCases) {
      made.measurements[finding] = (0...Int.random(in: 0...2, using: &random)).map { _ in measurement(finding.spec) }
    }
    // What no heart can have together is refused.
    for (lower, higher) in [
      (FindingID.LVESV, FindingID.LVEDV), (.RVESV, .RVEDV), (.LAVmin, .LAVmax), (.LVIDs, .LVIDd), (.DBP, .SBP),
      (.PADP, .PASP),
    ] where made.measurements[higher] != nil {
      made.measurements[lower] = nil
    }
    for sign in some(of: QualitativeID.allCases) {
      made.signs[sign] = Int.random(in: 0..<sign.spec.values.count, using: &random)
    }
    made.lesions = some(of: vocabulary.lesions).map { choice($0) }
    made.treatments = some(of: vocabulary.treatments).map { choice($0) }
    made.heart = some(of: vocabulary.heart).map { .init($0.name, TextQuantity(number($0.range), $0.unit)) }
    made.reflexes = maybe { Bool.random(using: &$0.random) }
    fill(&made.context)
    return made
  }

  private mutating func fill(_ context: inout ClinicalContext) {
    context.surgicalRisk = maybe { $0.one(of: SurgicalRisk.allCases) }
    context.durableRepairLikely = maybe { Bool.random(using: &$0.random) }
    context.repairLikelihood = maybe { $0.number(0...100) }
    context.predictedMortality = maybe { $0.number(0...100) }
    context.lifeExpectancy = maybe { $0.number(0...100) }
    context.teerSuitable = maybe { Bool.random(using: &$0.random) }
    context.heartValveCentre = maybe { Bool.random(using: &$0.random) }
    context.plannedCABG = maybe { Bool.random(using: &$0.random) }
    context.optimisedMedicalTherapy = maybe { Bool.random(using: &$0.random) }
    context.drugs = maybe { made in (0..<2).map { _ in made.text() } }
    if Bool.random(using: &random) { context.lastHeartFailureAdmission = date() }
    if Bool.random(using: &random) { context.lastRheumaticAttack = date() }
    context.jones = maybe { $0.some(of: JonesSign.allCases) }
    context.duke = maybe { $0.some(of: DukeSign.allCases) }
  }
}
