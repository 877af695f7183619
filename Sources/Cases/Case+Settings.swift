// A case as the settings of the page: plain JSON, every number in the catalogue's unit and so without one. What the page
// does not show stays behind: several measurements of one thing, their dates and methods, the drug list.

import Findings
import Quantities

extension Case {
  /// The settings that make the page's heart beat as `mitral simulate` does of this case, to the last bit.
  ///
  /// For a case that states its heart: measurements that a heart could be fitted to are left out.
  public var settings: JSONTree {
    var fields = [JSONTree.Field("version", .number(1)), .init("name", .text(name))]
    func add(_ name: String, _ value: JSONTree?) {
      if let value { fields.append(.init(name, value)) }
    }
    func words(_ list: [String]?) -> JSONTree? { list.map { .list($0.map { .text($0) }) } }
    add("source", source.map { .text($0) })
    add("patient", patient.settings)
    add("presentation", presentation.map { .text($0.rawValue) })
    add("rhythm", rhythm.map { .text($0.rawValue) })
    add("reflexes", reflexes.map { .flag($0) })
    if !lesions.isEmpty { add("lesions", .list(lesions.map(\.settings))) }
    let others = OtherValve.allCases.compactMap { valve in
      valves[valve].map { JSONTree.Field(valve.rawValue, .list($0.map(\.settings))) }
    }
    if !others.isEmpty { add("valves", .object(others)) }
    if !treatments.isEmpty { add("treatments", .list(treatments.map(\.settings))) }
    if !heart.isEmpty { add("heart", .object(heart.map { .init($0.name, .number($0.quantity.value)) })) }
    add("history", words(history?.map(\.rawValue)))
    add("symptoms", words(symptoms?.map(\.rawValue)))
    add("nyha", nyha.map { .text($0.rawValue) })
    add("signs", signSettings)
    add("findings", findingSettings)
    add("context", context.settings)
    return .object(fields)
  }

  private var signSettings: JSONTree? {
    let fields = signs.present.compactMap { sign -> JSONTree.Field? in
      guard let word = signs.word(sign) else { return nil }
      return .init(sign.identifier, sign.spec.isBoolean ? .flag(signs.has(sign)) : .text(word))
    }
    return fields.isEmpty ? nil : .object(fields)
  }

  /// What the heart does not show by itself: its measured rate, the QRS complex, the laboratory.
  private var findingSettings: JSONTree? {
    let fields = FindingID.allCases.compactMap { id -> JSONTree.Field? in
      guard id == .HR || id == .QRS || id.spec.group == .laboratory else { return nil }
      let list = present(id)
      guard !list.isEmpty else { return nil }
      return .init(id.identifier, .number(list.map(\.value).reduce(0, +) / Double(list.count)))
    }
    return fields.isEmpty ? nil : .object(fields)
  }
}

extension Patient {
  fileprivate var settings: JSONTree? {
    guard !isEmpty else { return nil }
    var fields: [JSONTree.Field] = []
    if let age { fields.append(.init("age", .number(age))) }
    if let sex { fields.append(.init("sex", .text(sex.rawValue))) }
    if let height { fields.append(.init("height", .number(height))) }
    if let weight { fields.append(.init("weight", .number(weight))) }
    return .object(fields)
  }
}

extension KindChoice {
  fileprivate var settings: JSONTree {
    .object([.init("kind", .text(kind))] + parameters.map { .init($0.name, .number($0.quantity.value)) })
  }
}

extension ClinicalContext {
  fileprivate var settings: JSONTree? {
    var fields: [JSONTree.Field] = []
    func add(_ name: String, _ value: JSONTree?) {
      if let value { fields.append(.init(name, value)) }
    }
    add("surgicalRisk", surgicalRisk.map { .text($0.rawValue) })
    add("durableRepairLikely", durableRepairLikely.map { .flag($0) })
    add("repairLikelihood", repairLikelihood.map { .number($0) })
    add("predictedMortality", predictedMortality.map { .number($0) })
    add("lifeExpectancy", lifeExpectancy.map { .number($0) })
    add("teerSuitable", teerSuitable.map { .flag($0) })
    add("heartValveCentre", heartValveCentre.map { .flag($0) })
    add("plannedCABG", plannedCABG.map { .flag($0) })
    add("optimisedMedicalTherapy", optimisedMedicalTherapy.map { .flag($0) })
    return fields.isEmpty ? nil : .object(fields)
  }
}
