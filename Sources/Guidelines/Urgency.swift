// How soon the patient must be seen or treated: rules of ours, from the rows on acute leaks and the red flags.
//
//   emergency  acute severe leak with shock; pulmonary oedema; torn papillary muscle; suspected stroke; shock; ours:
//              a sudden leak after a heart attack with symptoms at rest, which may be a torn papillary muscle; an acute
//              severe leak with symptoms at rest
//   urgent     acute severe leak without these, or one not yet graded; suspected endocarditis; NYHA IV; ours: a chord torn
//              just now, an acute leak with congestion, half of what makes a shock; fainting (with a disease of the
//              heart a sign of high risk: ESC syncope 2018, recalled)
//   soon       (days to weeks) severe leak with symptoms, congestion or a failing left ventricle; new atrial fibrillation;
//              ours: complaints with an artificial valve, a DOAC with a mechanical mitral one, a narrow valve or a torn
//              chord with complaints however small the leak, a low pressure, chest pain
//   routine    all else, with the follow-up interval
//
// A valve that was treated and leaks no more than mildly is no torn valve any more, whatever tore it.
//
// "Soon" for a failing ventricle does not ask for complaints: stage C2 has an operation of class I before it, which is
// planned within weeks however stable the patient is.
//
// Pulmonary oedema: pink sputum, or PCWP > 25 mmHg with breathlessness at rest. Endocarditis is suspected in a patient
// with a leaking valve and fever (38.0 °C or told), or known to be active. Stroke: its signs, or confusion, behind
// which there may also be a flow too small for the brain. The highest rule that holds decides; what could raise it is
// listed.

import Findings

/// How soon.
public enum Urgency: String, CaseIterable, Comparable, Sendable {
  case routine, soon, urgent, emergency

  /// 0 for routine to 3 for emergency.
  public var rank: Int {
    switch self {
    case .routine: 0
    case .soon: 1
    case .urgent: 2
    case .emergency: 3
    }
  }

  public static func < (a: Urgency, b: Urgency) -> Bool { a.rank < b.rank }

  /// When to act, in words.
  public var meaning: String {
    switch self {
    case .emergency: "at once"
    case .urgent: "today, in hospital"
    case .soon: "within days to weeks"
    case .routine: "at the usual visits"
    }
  }
}

/// One reason for haste.
public struct UrgencyRule: Sendable {
  /// Unique: "urgency-shock".
  public let id: String
  public let urgency: Urgency
  /// What holds, in a few words.
  public let text: String
  public let when: Condition
  public let evidence: Evidence

  init(_ id: String, _ urgency: Urgency, _ text: String, _ evidence: Evidence = .recalled, when: Condition) {
    self.id = "urgency-" + id
    self.urgency = urgency
    self.text = text
    self.when = when
    self.evidence = evidence
  }

  /// All of them, the most urgent first.
  public static let all: [UrgencyRule] = [
    UrgencyRule("acute-shock", .emergency, "acute severe leak with shock", when: .all([.acuteSevere, .shock])),
    UrgencyRule("pulmonary-oedema", .emergency, "pulmonary oedema", when: .pulmonaryOedema),
    UrgencyRule("papillary-rupture", .emergency, "torn papillary muscle", when: .papillaryRupture),
    UrgencyRule(
      "infarction", .emergency, "sudden leak after a heart attack, with symptoms at rest",
      when: .all([.acuteUngraded, .history(.recentMyocardialInfarction), .nyhaAtLeast(.four)])),
    UrgencyRule(
      "acute-rest", .emergency, "acute severe leak with symptoms at rest",
      when: .all([.acuteSevere, .nyhaAtLeast(.four)])),
    UrgencyRule("stroke", .emergency, "suspected stroke", when: .suspectedStroke),
    UrgencyRule("shock", .emergency, "shock", when: .apparentShock),
    UrgencyRule("acute-severe", .urgent, "acute severe leak", .read, when: .acuteSevere),
    UrgencyRule("acute-ungraded", .urgent, "acute leak that may be severe", when: .acuteUngraded),
    UrgencyRule("acute-torn", .urgent, "chord torn just now", when: .acuteTear),
    UrgencyRule(
      "acute-congested", .urgent, "acute leak with congestion",
      when: .all([.acuteOrLikelyAcute, .leaking, .not(.mended), .highLungPressure])),
    UrgencyRule("endocarditis", .urgent, "suspected endocarditis", .read, when: .suspectedEndocarditis),
    UrgencyRule("nyha-four", .urgent, "symptoms at rest", when: .nyhaAtLeast(.four)),
    UrgencyRule("syncope", .urgent, "fainting", when: .complaint(.syncope)),
    UrgencyRule("near-shock", .urgent, "low pressure or low flow, close to shock", when: .nearShock),
    UrgencyRule("severe-symptoms", .soon, "severe leak with symptoms", when: .all([.severeOrTorn, .symptoms])),
    UrgencyRule(
      "perhaps-severe-symptoms", .soon, "leak that may be severe, with symptoms",
      when: .all([.perhapsSevere, .symptoms])),
    UrgencyRule(
      "severe-failing", .soon, "severe leak with a failing left ventricle",
      when: .all([.severeOrTorn, .failingVentricle])),
    UrgencyRule(
      "severe-congested", .soon, "severe leak with congestion", when: .all([.severeOrTorn, .highLungPressure])),
    UrgencyRule(
      "narrow", .soon, "mitral stenosis with symptoms or high pressures",
      when: .all([.toldNarrow, .any([.symptoms, .highLungPressure, .measured(.PASP, .above, 50)])])),
    UrgencyRule(
      "torn-symptoms", .soon, "torn chord with symptoms",
      when: .all([.toldTorn, .symptoms])),
    UrgencyRule(
      "low-pressure", .soon, "low pressure with a leak moderate or severe",
      when: .all([.hypotension, .asFarAsTold("leak moderate or severe", .seen(.moderate, "leak moderate or severe"))])),
    UrgencyRule("chest-pain", .soon, "chest pain", when: .complaint(.chestPain)),
    UrgencyRule(
      "prosthesis", .soon, "complaints with an artificial valve",
      when: .all([
        .any([
          .given(ValveMaterial.prostheses, "artificial mitral valve"), .history(.prostheticValve, "a prosthetic valve"),
        ]), .symptoms,
      ])),
    UrgencyRule("doac", .soon, "a DOAC with a mechanical mitral valve", when: .mechanicalWithDoac),
    UrgencyRule("new-fibrillation", .soon, "new atrial fibrillation", when: .newAtrialFibrillation),
  ]
}

/// How soon, with reasons.
public struct UrgencyJudgement: Sendable {
  public let urgency: Urgency
  /// The rules that hold at this urgency; empty for routine.
  public let rules: [UrgencyRule]
  /// True statements about the patient.
  public let because: [String]
  /// What is not known and could raise the urgency, by the names of the case file. Catheter and laboratory values, and
  /// signs of rupture, are asked for only in those who are ill enough.
  public let couldRise: [String]

  init(_ picture: Picture) {
    var highest = Urgency.routine
    var holding: [UrgencyRule] = []
    var reasons: [String] = []
    var open: [String] = []
    for rule in UrgencyRule.all where rule.urgency >= highest {
      let result = rule.when.evaluate(picture)
      if result.truth == .yes {
        highest = rule.urgency
        holding.append(rule)
        reasons.addMissing(result.reasons)
      } else if result.truth == .unknown {
        open.addMissing(result.missing)
      }
    }
    urgency = highest
    rules = holding
    because = reasons
    couldRise = highest == .emergency ? [] : Self.worthAsking(open, picture)
  }

  private static func worthAsking(_ open: [String], _ picture: Picture) -> [String] {
    let isIll =
      picture.acuity.isAcute || picture.functional.reaches(.three) == true
      || Condition.hypotension.evaluate(picture).truth == .yes
    if isIll { return open }
    let bedside: [FindingID] = [.MAP, .lactate, .CI, .PCWP, .LAPmean, .CVP, .temperature]
    var names: [String] = []
    for name in open {
      var isBedside = name.utf8.elementsEqual(QualitativeID.papillaryRupture.identifier.utf8)
      for id in bedside where name.utf8.elementsEqual(id.identifier.utf8) { isBedside = true }
      if !isBedside { names.append(name) }
    }
    return names
  }
}

extension Condition {
  static let acuteSevere = Condition.named("acute severe leak", .all([.severeOrTorn, .acuteOrLikelyAcute]))

  static let papillaryRupture = Condition.fact("torn papillary muscle") { picture in
    if picture.record.isMitralReplaced { return .no(replacedStatement) }
    if picture.isMended, let treatment = picture.record.latestValveTreatment { return .no("treated: " + treatment) }
    if picture.record.hasTornPapillary {
      let isSeen = picture.record.signs.has(.papillaryRupture)
      return .yes(isSeen ? "seen: torn papillary muscle" : "stated: a torn papillary muscle")
    }
    if picture.record.signs[.papillaryRupture] == nil { return .unknown([QualitativeID.papillaryRupture.identifier]) }
    return .no("not seen: torn papillary muscle")
  }

  static let pulmonaryOedema = Condition.named(
    "pulmonary oedema",
    .any([
      .complaint(.pinkSputum),
      .all([
        .any([.measured(.PCWP, .above, 25), .measured(.LAPmean, .above, 25)]),
        .any([.complaint(.restDyspnoea), .nyhaAtLeast(.four)]),
      ]),
    ]))

  static let suspectedStroke = Condition.named(
    "signs of a stroke, or confusion", .any([.complaint(.strokeSigns), .complaint(.confusion)]))

  static let fever = Condition.any([.complaint(.fever), .measured(.temperature, .atLeast, 38)])

  static let suspectedEndocarditis = Condition.named(
    "suspected endocarditis",
    .any([
      .history(.activeEndocarditis, "active endocarditis"),
      .all([
        .fever,
        .any([
          .leaking, .history(.prostheticValve, "a prosthetic valve"),
          .given(ValveMaterial.surgical + ValveMaterial.clips, "foreign material in the mitral valve"),
        ]),
      ]),
    ]))

  /// More than a trace.
  static let leaking = Condition.fact("a leaking valve") { picture in
    guard let grade = picture.severity.grade else { return ungraded(picture) }
    let told = "the leak is graded \(grade.identifier)"
    return grade > .trace ? .yes(told) : .no(told)
  }

  /// Of a primary leak as for stage C2; of a secondary one an LVEF below 50 %.
  static let failingVentricle = Condition.fact("failing left ventricle") { picture in
    let part: Condition = picture.cause.leakClass == .secondary ? .measured(.LVEF, .below, 50) : .failingAccAha2020
    let result = part.evaluate(picture)
    switch result.truth {
    case .yes: return .yes(Texts.list(result.reasons, by: "; "))
    case .no: return .no(Texts.list(result.reasons, by: "; "))
    case .unknown: return .unknown(result.missing)
    }
  }

  /// In atrial fibrillation, and neither the history told nor an anticoagulant knows of it; that of a mechanical valve
  /// tells nothing.
  static let newAtrialFibrillation = Condition.fact("new atrial fibrillation") { picture in
    guard picture.record.rhythm == .atrialFibrillation else { return .no("atrial fibrillation is not recorded now") }
    switch picture.record.lists(.atrialFibrillation) {
    case false?:
      if picture.record.latestProsthesis != .mechanical {
        for drug in [DrugClass.doac, .vka] where picture.record.takes(drug) == true {
          return .no("takes: " + drug.rawValue)
        }
      }
      return .yes("the rhythm is atrial fibrillation, which the history does not list")
    case true?: return .no("history: atrial fibrillation")
    case nil: return .unknown(["history"])
    }
  }
}
