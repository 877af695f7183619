// From a case back to text: a JSON object, and YAML that reads to an equal case.

import Quantities
import Findings

extension Case {
  /// The case as JSON, with the names and units of the case file; what was not told is left out.
  public var json: JSONTree {
    var fields = [JSONTree.Field("name", .text(name))]
    func add(_ name: String, _ value: JSONTree?) {
      if let value { fields.append(.init(name, value)) }
    }
    add("source", source.map { .text($0) })
    add("patient", patient.json)
    let valveFields = OtherValve.allCases.compactMap { valve in
      valves[valve].map { JSONTree.Field(valve.rawValue, .list($0.map(\.json))) }
    }
    if !valveFields.isEmpty { add("valves", .object(valveFields)) }
    add("presentation", presentation.map { .text($0.rawValue) })
    add("rhythm", rhythm.map { .text($0.rawValue) })
    add("history", history.map { .list($0.map { .text($0.rawValue) }) })
    add("symptoms", symptoms.map { .list($0.map { .text($0.rawValue) }) })
    add("nyha", nyha.map { .text($0.rawValue) })
    add("findings", findingsJSON)
    add("context", context.json)
    if !lesions.isEmpty { add("lesions", .list(lesions.map(\.json))) }
    if !treatments.isEmpty { add("treatments", .list(treatments.map(\.json))) }
    if !heart.isEmpty { add("heart", .object(heart.map { .init($0.name, $0.quantity.json) })) }
    add("reflexes", reflexes.map { .flag($0) })
    return .object(fields)
  }

  /// The case as a YAML file that ``read(_:file:vocabulary:)-collection`` turns back into an equal case.
  public func yaml() -> String { YAMLText.document(json) }

  /// Findings in the order of the catalogue; nil when there are none.
  private var findingsJSON: JSONTree? {
    var fields: [JSONTree.Field] = []
    for finding in FindingID.allCases {
      guard let list = measurements[finding], let first = list.first else { continue }
      let unit = finding.spec.unit.symbol
      let isBare = list.count == 1 && first == Measurement(value: first.value)
      fields.append(
        .init(
          finding.identifier,
          isBare ? TextQuantity(first.value, unit).json : .list(list.map { $0.json(unit: unit) })))
    }
    for sign in signs.present {
      guard let word = signs.word(sign) else { continue }
      fields.append(.init(sign.identifier, sign.spec.isBoolean ? .flag(signs.has(sign)) : .text(word)))
    }
    return fields.isEmpty ? nil : .object(fields)
  }
}

extension TextQuantity {
  /// A text with the unit, or a bare number when the unit is 1.
  public var json: JSONTree { unit == "1" ? .number(value) : .text(description) }
}

extension Measurement {
  fileprivate func json(unit: String) -> JSONTree {
    var fields = [JSONTree.Field("value", TextQuantity(value, unit).json)]
    if let by { fields.append(.init("by", .text(by.rawValue))) }
    if let sd { fields.append(.init("sd", TextQuantity(sd, unit).json)) }
    if let on { fields.append(.init("on", .text(on.description))) }
    return .object(fields)
  }
}

extension KindChoice {
  fileprivate var json: JSONTree {
    .object([.init("kind", .text(kind))] + parameters.map { .init($0.name, $0.quantity.json) })
  }
}

extension Patient {
  fileprivate var json: JSONTree? {
    guard !isEmpty else { return nil }
    var fields: [JSONTree.Field] = []
    if let age { fields.append(.init("age", .number(age))) }
    if let sex { fields.append(.init("sex", .text(sex.rawValue))) }
    if let height { fields.append(.init("height", TextQuantity(height, "cm").json)) }
    if let weight { fields.append(.init("weight", TextQuantity(weight, "kg").json)) }
    return .object(fields)
  }
}

extension ClinicalContext {
  fileprivate var json: JSONTree? {
    guard !isEmpty else { return nil }
    var fields: [JSONTree.Field] = []
    func add(_ name: String, _ value: JSONTree?) {
      if let value { fields.append(.init(name, value)) }
    }
    add("surgicalRisk", surgicalRisk.map { .text($0.rawValue) })
    add("durableRepairLikely", durableRepairLikely.map { .flag($0) })
    add("repairLikelihood", repairLikelihood.map { TextQuantity($0, "%").json })
    add("predictedMortality", predictedMortality.map { TextQuantity($0, "%").json })
    add("lifeExpectancy", lifeExpectancy.map { TextQuantity($0, "y").json })
    add("teerSuitable", teerSuitable.map { .flag($0) })
    add("heartValveCentre", heartValveCentre.map { .flag($0) })
    add("plannedCABG", plannedCABG.map { .flag($0) })
    add("optimisedMedicalTherapy", optimisedMedicalTherapy.map { .flag($0) })
    add("drugs", drugs.map { .list($0.map { .text($0) }) })
    add("lastHeartFailureAdmission", lastHeartFailureAdmission.map { .text($0.description) })
    add("lastRheumaticAttack", lastRheumaticAttack.map { .text($0.description) })
    add("jones", jones.map { .list($0.map { .text($0.rawValue) }) })
    add("duke", duke.map { .list($0.map { .text($0.rawValue) }) })
    return .object(fields)
  }
}
