// A judgement as a cardiologist would write it in a letter: five to eight dense lines.
//
// Nothing stands here that the judgement does not hold: every number is one of the record's, follows from the record by
// a stated formula (then marked as derived), or belongs to a score, an interval or a rule. What is not known is left
// out, or named as missing.

import Findings
import Quantities

/// The clinician's summary.
public struct ClinicalSummary: Sendable {
  /// Each a sentence or several, in the order of a letter: diagnosis, numbers, what does not fit, chambers, rhythm and
  /// risk, decision, what is missing and when to look again, cautions. A line about which nothing is known is left out.
  public let lines: [String]

  /// The lines below each other.
  public var text: String { Texts.list(lines, by: "\n") }

  public init(_ judgement: Judgement) {
    let writer = SummaryWriter(judgement)
    var lines: [String] = []
    for line in [
      writer.diagnosis, writer.leak, writer.discordance, writer.chambers, writer.rhythmAndRisk, writer.decision,
      writer.next, writer.cautions,
    ] where !line.utf8.isEmpty { lines.append(line) }
    self.lines = lines
  }
}

/// Writes the lines; an empty one has nothing to say.
struct SummaryWriter {
  let judgement: Judgement

  init(_ judgement: Judgement) { self.judgement = judgement }

  var picture: Picture { judgement.picture }
  var record: ClinicalRecord { picture.record }
  var severity: SeverityJudgement { picture.severity }

  // MARK: Diagnosis

  var diagnosis: String {
    var parts = [grade + treated]
    if !record.isMitralReplaced { parts.append(cause) }
    if let acuity = picture.acuity.presentation {
      parts.append(acuity.rawValue + (picture.acuity.isInferred ? " (inferred)" : ""))
    }
    if let stage = judgement.stage.stage { parts.append("stage \(stage.rawValue) by ACC/AHA 2020") }
    if let nyha = picture.functional.nyha {
      let isLeast = picture.functional.isInferred && nyha != .one
      parts.append("NYHA \(nyha.rawValue)" + (isLeast ? " at least, by the complaints" : ""))
    }
    parts += complaints
    return haste + Self.capitalised(patient + Texts.list(parts, by: "; ")) + "."
  }

  private var haste: String {
    let urgency = judgement.urgency
    guard urgency.urgency > .routine else { return "" }
    let word =
      switch urgency.urgency {
      case .emergency: "EMERGENCY"
      case .urgent: "URGENT"
      default: "SOON"
      }
    var reasons: [String] = []
    for rule in urgency.rules { reasons.append(rule.text) }
    return word + " (" + urgency.urgency.meaning + "): " + Texts.list(reasons) + ". "
  }

  private var patient: String {
    var parts: [String] = []
    if let sex = record.sex { parts.append(sex == .male ? "man" : "woman") }
    if let age = record.age { parts.append(FixedText.fixed(age, digits: 1, atLeast: 0) + " y") }
    return parts.isEmpty ? "" : Texts.list(parts) + ": "
  }

  private var grade: String {
    guard let grade = severity.grade else {
      return record.isMitralReplaced
        ? (picture.treatedValve ?? "") + ": not graded by the limits of native valves"
        : "mitral regurgitation not graded"
    }
    let name = grade == .none ? "no" : grade.identifier
    return "\(name) mitral regurgitation (\(severity.confidence.identifier))"
  }

  private var treated: String {
    var names: [String] = []
    for one in record.treatments where severity.grade != nil || !record.isMitralReplaced {
      names.append(Self.spaced(one))
    }
    return names.isEmpty ? "" : ", treated by " + Texts.list(names)
  }

  private var cause: String {
    let cause = picture.cause
    guard cause.cause != .undetermined else { return "cause undetermined" }
    var mechanisms: [String] = []
    for one in cause.mechanisms { mechanisms.append(one.meaning) }
    var text = cause.cause.meaning
    if !mechanisms.isEmpty { text += ": " + Texts.list(mechanisms, by: " and ") }
    if let type = cause.carpentier { text += " (Carpentier \(type.rawValue))" }
    switch cause.basis {
    case .history?: text += ", by the history"
    case .measured?: text += ", by measurements alone"
    default: break
    }
    return text
  }

  private var complaints: [String] {
    guard let symptoms = record.symptoms else { return [] }
    if symptoms.isEmpty { return ["no complaints"] }
    var told: [String] = []
    for symptom in symptoms { told.append(symptom.meaning) }
    return [Texts.list(told)]
  }

  // MARK: Numbers

  /// The leak's own numbers, each with how it was had, and the signs that count as specific.
  var leak: String {
    var parts: [String] = []
    for id in [FindingID.EROA, .RVol, .RF, .VCW, .PISAr] {
      if let number = number(id, withMethod: true) { parts.append(number) }
    }
    for (role, word) in [(CriterionRole.specificSevere, "severe"), (.specificMild, "mild")] {
      var signs: [String] = []
      for row in severity.because where row.role == role && row.counts { signs.append(Self.name(row.criterion)) }
      if !signs.isEmpty { parts.append("specific for \(word): " + Texts.list(signs)) }
    }
    if let reported = record.signs.word(.MRgrade) { parts.append("reported as \(reported)") }
    guard !parts.isEmpty else { return "" }
    let pressure = number(.SBP).map { "; at " + $0 } ?? ""
    return "Leak: " + Texts.list(parts) + pressure + "."
  }

  /// "EROA 0.48 cm² (flow convergence (PISA))"; nil where it is not known.
  func number(_ id: FindingID, withMethod: Bool = false) -> String? {
    guard let value = picture[id] else { return nil }
    let text = Self.name(id) + " " + id.spec.text(value, atLeastDigits: 0)
    if picture.combined.inferred.contains(id) { return text + " (simulated, not measured)" }
    switch picture.combined.provenance(of: id) {
    case .derived(let how)?:
      return text + " (derived: \(how.formula)" + (how.assumes.map { ", assuming " + $0 } ?? "") + ")"
    case .given(let methods, let count)? where withMethod:
      var words: [String] = []
      for method in methods { words.append(method.words) }
      if count > 1 { words.append("mean of \(count)") }
      return words.isEmpty ? text : text + " (" + Texts.list(words) + ")"
    default: return text
    }
  }

  /// The serious ones first, two at most, with the likelier error.
  var discordance: String {
    var chosen: [Discordance] = []
    for isSerious in [true, false] {
      for one in severity.discordances where one.isSerious == isSerious && chosen.count < 2 { chosen.append(one) }
    }
    guard !chosen.isEmpty else { return "" }
    var text = "Does not fit:"
    for one in chosen {
      text += " " + one.text
      if let suspect = one.suspect {
        text += " Suspect: \(Self.name(suspect.finding))" + (suspect.method.map { " by " + $0.words } ?? "") + "."
      }
    }
    let more = severity.discordances.count - chosen.count
    return text + (more > 0 ? " And \(more) more." : "")
  }

  // MARK: Chambers and circulation

  var chambers: String {
    var parts: [String] = []
    func add(_ name: String, _ ids: [FindingID], _ further: [String] = []) {
      var numbers: [String] = []
      for id in ids { if let number = number(id) { numbers.append(number) } }
      numbers += further
      if !numbers.isEmpty { parts.append(name + ": " + Texts.list(numbers)) }
    }
    var right: [String] = []
    if let function = record.signs.rightVentricularFunction {
      right.append(function == .none ? "function normal" : "function reduced, \(record.signs.word(.rvFunction) ?? "")")
    }
    if let leak = record.signs.word(.TRgrade) { right.append("tricuspid leak \(leak)") }
    let ventricle: [FindingID] = [.LVEF, .LVIDd, .LVIDs, .LVIDsi, .LVEDV, .LVEDVi, .GLS]
    add("LV", ventricle)
    add("LA", picture[.LAVI] == nil ? [.LAVmax, .LAd] : [.LAVI, .LAd])
    add("RV", [.TAPSE, .RVEF], right)
    add("PA", [.PASP, .mPAP])
    add("filling and flow", [.PCWP, .LAPmean, .CVP, .CI, .lactate, .NTproBNP, .BNP])
    let profile = judgement.profile.profile
    if profile != .unknown { parts.append("profile: " + profile.meaning) }
    return parts.isEmpty ? "" : Self.capitalised(Texts.list(parts, by: "; ")) + "."
  }

  /// The first letter large, where it is one of a to z.
  static func capitalised(_ text: String) -> String {
    guard let first = text.utf8.first, (97...122).contains(first) else { return text }
    var shown = ""
    var isFirst = true
    for scalar in text.unicodeScalars {
      shown.unicodeScalars.append(isFirst ? Unicode.Scalar(UInt8(first - 32)) : scalar)
      isFirst = false
    }
    return shown
  }
}
