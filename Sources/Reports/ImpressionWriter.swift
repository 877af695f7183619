// Writes the parts of an echo laboratory's conclusion; an empty one has nothing to say. Limits: `EchoImpression`.

import Drawing
import Findings
import Guidelines
import Instruments
import Quantities

/// Writes the parts.
struct ImpressionWriter {
  let read: [Reading]
  let signs: QualitativeValues
  let judgement: Judgement
  let sex: Sex
  /// Beats a minute, counted on the electrocardiogram that runs along.
  let rate: Double

  init(_ examination: Examination, _ judgement: Judgement) {
    read = examination.readings
    signs = examination.signs
    self.judgement = judgement
    sex = judgement.picture.record.sex ?? .male
    rate = examination.examined.countedRate
  }

  var severity: SeverityJudgement { judgement.picture.severity }

  func value(_ finding: FindingID, _ method: MeasurementMethod? = nil) -> Double? {
    read.first { $0.finding == finding && (method == nil || $0.method == method) }?.value
  }

  /// "55 mm"; nil where it was not read.
  func told(_ finding: FindingID, _ method: MeasurementMethod? = nil) -> String? {
    value(finding, method).map { finding.quantity($0) }
  }

  func isAbove(_ finding: FindingID, _ method: MeasurementMethod? = nil) -> Bool {
    guard let value = value(finding, method), let range = finding.spec.normal(for: sex) else { return false }
    return range.side(of: value) > 0
  }

  // MARK: Chambers

  var leftVentricle: String {
    let sizes = [
      told(.LVIDd).map { "\($0) wide" }, told(.LVEDVi).map { "\($0) by discs in two views" },
    ].compactMap { $0 }
    guard !sizes.isEmpty else { return "" }
    let (wide, large) = (isAbove(.LVIDd), isAbove(.LVEDVi))
    let size =
      wide && large
      ? "enlarged" : wide ? "wide, its indexed volume normal" : large ? "enlarged by volume" : "not enlarged"
    var text = "\(size) in diastole (\(sizes.joined(separator: ", ")))"
    guard let fraction = value(.LVEF, .simpson) else { return text + "." }
    let normal = FindingID.LVEF.spec.normal(for: sex)
    let word: String
    switch fraction {
    case ..<30: word = "severely reduced"
    case ..<40.5: word = "moderately reduced"
    case ..<(normal?.lower ?? 52): word = "mildly reduced"
    case ...(normal?.upper ?? 72): word = "normal"
    default: word = "high"
    }
    text += "; ejection fraction \(FindingID.LVEF.quantity(fraction)), \(word)"
    if severity.grade == .severe, severity.leak == .primary, (52...60).contains(fraction) {
      text += " by the usual limits, but too low for a severe leak (60 % or less)"
    }
    if let strain = told(.GLS) { text += "; longitudinal strain \(strain)" }
    return text + "."
  }

  var leftAtrium: String {
    guard let volume = value(.LAVI) else { return "" }
    let word =
      volume > 48
      ? "severely enlarged" : volume > 41 ? "moderately enlarged" : volume > 34 ? "mildly enlarged" : "not enlarged"
    return "\(word) (\(FindingID.LAVI.quantity(volume)) by discs in two views)."
  }

  // MARK: The valve

  var isArtificial: Bool { severity.warnings.contains(.prosthesis) }

  var mitralValve: String {
    if isArtificial { return "artificial; its leaflets cannot be judged from these pictures." }
    var parts: [String] = []
    if signs.has(.flail) {
      let size = [told(.flailGap).map { "gap \($0)" }, told(.flailWidth).map { "width \($0)" }].compactMap { $0 }
      parts.append("a leaflet is flail" + (size.isEmpty ? "" : " (\(size.joined(separator: ", ")))"))
    }
    if signs.has(.prolapse) { parts.append("a leaflet prolapses") }
    if signs.has(.rheumaticLeaflets) { parts.append("leaflets thick and retracted, as after rheumatic fever") }
    if signs.has(.tenting) {
      parts.append(
        "leaflets of normal build held down" + (told(.coaptationDepth).map { ", closing \($0) below the ring" } ?? ""))
    }
    if parts.isEmpty { parts.append("leaflets without a visible fault") }
    if let ring = value(.annulusAP) {
      parts.append("ring \(ring > 35 ? "wide" : "not wide") (\(FindingID.annulusAP.quantity(ring)) front to back)")
    }
    var text = parts.joined(separator: "; ") + "."
    guard severity.grade.map({ $0 > .trace }) ?? false else { return text }
    let cause = judgement.picture.cause
    guard cause.cause != .undetermined else { return text + " Why it leaks is not settled by these pictures." }
    text += " Mechanism: \(cause.cause.meaning)"
    if !cause.mechanisms.isEmpty { text += ", " + cause.mechanisms.map(\.meaning).joined(separator: " and ") }
    if let type = cause.carpentier { text += " (Carpentier \(type.rawValue), \(type.meaning))" }
    return text + "."
  }

  // MARK: The leak

  /// What one method found: its numbers, and what they alone would be graded.
  private func method(_ name: String, _ method: MeasurementMethod) -> String? {
    var values = FindingValues()
    var numbers: [String] = []
    for (finding, word) in [(FindingID.EROA, "orifice"), (.RVol, "volume"), (.RF, "fraction")] {
      guard let value = value(finding, method) else { continue }
      values[finding] = value
      numbers.append("\(word) \(finding.quantityBesideGrade(value))")
    }
    guard !numbers.isEmpty else { return nil }
    let rows = gradeSeverity(values, context: context, guideline: judgement.picture.guideline).because
    let grades = rows.filter { $0.role == .quantity }.map(\.meets)
    guard let least = grades.min(), let most = grades.max() else { return nil }
    let grade = least == most ? least.identifier : "\(least.identifier) to \(most.identifier)"
    return "\(name) \(numbers.joined(separator: ", ")): \(grade)"
  }

  private var context: GradingContext {
    var context = judgement.picture.gradingContext
    context.leak = severity.leak
    return context
  }

  var regurgitation: String {
    if isArtificial {
      return value(.MRVmax) == nil
        ? "no jet is seen; a leak behind an artificial valve may be hidden by its shadow."
        : "a jet is seen; beside an artificial valve it is not graded by these limits, and asks for a transoesophageal echo."
    }
    var methods = [
      method("by flow convergence", .pisa), method("by stroke volumes", .volumetric),
    ].compactMap { $0 }
    if let row = severity.because.first(where: { $0.criterion == .VCW }), let width = value(.VCW) {
      methods.append("vena contracta \(FindingID.VCW.quantityBesideGrade(width)): \(row.meets.identifier)")
    }
    for sign in [QualitativeID.jet, .cwShape, .pulmonaryVein] {
      guard let row = severity.because.first(where: { $0.criterion.identifier == sign.identifier }),
        let word = signs.word(sign)
      else { continue }
      methods.append("\(Self.lowered(sign.spec.name)) \(sign.plain(word)): \(row.meets.identifier)")
    }
    guard let grade = severity.grade else {
      return value(.MRVmax) == nil ? "none is seen." : "a faint jet; nothing was read that would grade it."
    }
    let source = judgement.picture.guideline.source
    let whole = "\(grade.identifier) (\(severity.confidence.identifier)) by \(source.title) \(source.year)"
    let timing = signs.word(.jetTiming).map { "; the jet is \(QualitativeID.jetTiming.plain($0))" } ?? ""
    return whole + timing + (methods.isEmpty ? "" : ". Singly: " + methods.joined(separator: "; ")) + "."
  }

  static func lowered(_ text: String) -> String { text.prefix(1).lowercased() + text.dropFirst() }

  // MARK: The open valve

  var opening: String {
    let areas = read.filter { $0.finding == .MVA }
    guard let gradient = value(.MVmeanGradient), isArtificial || !areas.isEmpty || value(.DVI) != nil || gradient >= 5
    else {
      return ""
    }
    var numbers = ["mean gradient \(FindingID.MVmeanGradient.quantity(gradient)) at \(FindingID.HR.quantity(rate))"]
    if let peak = told(.E) { numbers.append("peak E \(peak)") }
    if let half = told(.PHT) { numbers.append("half-time \(half)") }
    for area in areas {
      numbers.append("area \(FindingID.MVA.quantity(area.value))" + (area.method.map { " by " + $0.words } ?? ""))
    }
    if let index = told(.DVI) { numbers.append("velocity index \(index)") }
    return openingVerdict(areas, gradient) + " (" + numbers.joined(separator: ", ") + ")."
  }

  private func openingVerdict(_ areas: [Reading], _ gradient: Double) -> String {
    if isArtificial || (areas.allSatisfy { $0.method == .continuity } && value(.DVI) != nil) {
      let index = value(.DVI) ?? 0
      let half = value(.PHT) ?? 0
      let obstructed = [gradient > 10, index > 2.5, half > 200].count { $0 }
      let beyond = [gradient > 5, index > 2.2, half > 130].count { $0 }
      if obstructed >= 2 { return "the artificial valve looks obstructed" }
      return beyond > 0
        ? "the artificial valve lets less through than is usual: obstruction, a small size or a leak"
        : "the artificial valve opens as usual"
    }
    guard let least = areas.map(\.value).min(), let most = areas.map(\.value).max() else {
      return "the gradient is raised: much flow, or a narrow valve"
    }
    if most <= 1.5 { return "narrow, a significant stenosis" }
    if least > 1.5 { return most <= 2.5 ? "narrow, a mild stenosis" : "opens wide enough" }
    let significant = areas.filter { $0.value <= 1.5 }.compactMap { $0.method?.words }.joined(separator: " and ")
    return "narrow; a significant stenosis by \(significant) alone"
  }

  // MARK: Lungs, and what does not fit

  var lungPressure: String {
    guard let pressure = told(.PASP), let jet = value(.TRVmax) else {
      return "cannot be told, for no tricuspid jet is seen."
    }
    let word = jet > 3.4 ? "likely" : jet > 2.8 ? "possible" : "unlikely"
    return
      "\(pressure) systolic, by a tricuspid jet of \(FindingID.TRVmax.quantity(jet)) and the right atrium's pressure "
      + "as the vena cava shows it; by the jet alone pulmonary hypertension is \(word)."
  }

  var discordance: String {
    let all = severity.discordances.filter { !Self.isUsual($0) }
    guard !all.isEmpty else { return isArtificial ? "" : "nothing; the readings agree." }
    let chosen = (all.filter(\.isSerious) + all.filter { !$0.isSerious }).prefix(2)
    let more = all.count - chosen.count
    return chosen.map { FindingNames.spelled($0.text) }.joined(separator: " ") + (more > 0 ? " And \(more) more." : "")
  }

  /// Discs see a smaller chamber than 3-D does in everybody (Dorosz et al., J Am Coll Cardiol 2012;59:1799), so that in an
  /// echo report it is no finding.
  private static func isUsual(_ one: Discordance) -> Bool {
    one.kind == .methods && one.findings.allSatisfy { [.LVEDV, .LVESV, .LAVmax].contains($0) }
  }
}

/// Findings by their names where a sentence has their identifiers.
enum FindingNames {
  /// "RVol 73 mL of SV 102 mL" becomes "regurgitant volume 73 mL of total stroke volume 102 mL"; large at a sentence's start.
  static func spelled(_ text: String) -> String {
    var out = ""
    var word = ""
    func close() {
      defer { word = "" }
      guard word.count > 1, let finding = FindingID(identifier: word) else { return out += word }
      let name = finding.spec.name
      let isAbbreviated = name.dropFirst().first?.isUppercase ?? false
      let begins = out.isEmpty || out.hasSuffix(". ")
      out += begins || isAbbreviated ? name : ImpressionWriter.lowered(name)
    }
    for letter in text {
      if letter.isLetter || letter.isNumber {
        word.append(letter)
      } else {
        close()
        out.append(letter)
      }
    }
    close()
    return out
  }
}
