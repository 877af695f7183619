// From the text of a case file to a case, or to every fault it has.

import Findings

extension Case {
  /// Reads a case from YAML or JSON.
  ///
  /// - Parameters:
  ///   - bytes: The contents of the file: UTF-8, at most 1 MB, one document, nested at most 32 levels, no aliases.
  ///   - file: The name of the file, for messages.
  ///   - vocabulary: The lesions, treatments and heart parameters that may be named.
  /// - Throws: All faults of the file at once, findings that contradict each other (an end-systolic volume above the
  ///   end-diastolic) among them.
  public static func read(
    _ bytes: some Collection<UInt8>, file: String, vocabulary: CaseVocabulary = .sample
  ) throws(CaseFaults) -> Case {
    let faults = FaultCollector(file: file)
    guard let text = SourceText.decode(bytes, faults: faults) else { throw faults.result }
    let root = DocumentComposer.compose(text, faults: faults)
    var reader = CaseReader(faults: faults, vocabulary: vocabulary)
    let result = reader.read(root)
    guard faults.isEmpty, let result else { throw faults.result }
    return result
  }

  /// Reads a case from a text; see ``read(_:file:vocabulary:)-collection``.
  public static func read(
    _ text: String, file: String, vocabulary: CaseVocabulary = .sample
  ) throws(CaseFaults) -> Case {
    try read(Array(text.utf8), file: file, vocabulary: vocabulary)
  }
}

/// Walks the tree of a case file, group by group.
struct CaseReader {
  let faults: FaultCollector
  let vocabulary: CaseVocabulary
  let values: ValueReader

  init(faults: FaultCollector, vocabulary: CaseVocabulary) {
    self.faults = faults
    self.vocabulary = vocabulary
    values = ValueReader(faults: faults)
  }

  /// The case; nil only when there is no mapping to read. Its fields hold whatever was without fault.
  mutating func read(_ root: DocumentNode?) -> Case? {
    guard let root, !root.isNull else {
      faults.addMissing(
        .start, field: "", "the file holds no case",
        allowed: "fields as “name: value”; `mitral new` writes one to fill in")
      return nil
    }
    guard let top = Section(root, path: "", names: CaseFields.top, faults: faults) else { return nil }
    var result = Case(name: "")
    if let node = top["name"] {
      result.name = values.text(node, "name") ?? ""
    } else {
      faults.addMissing(top.place, field: "name", "is missing", allowed: "a text that names the case")
    }
    result.source = top["source"].flatMap { values.text($0, "source") }
    if let node = top["patient"] { result.patient = patient(node) }
    if let node = top["valves"] { result.valves = valves(node) }
    result.presentation = top["presentation"].flatMap { values.word(Presentation.self, $0, "presentation") }
    result.rhythm = top["rhythm"].flatMap { values.word(Rhythm.self, $0, "rhythm") }
    result.history = top["history"].flatMap {
      values.words(
        HistoryItem.self, $0, "history", example: "[hypertension, diabetes]", listedBy: "mitral catalogue history")
    }
    result.symptoms = top["symptoms"].flatMap {
      values.words(Symptom.self, $0, "symptoms", example: "[exertional-dyspnoea], or [] for none")
    }
    result.nyha = top["nyha"].flatMap { values.word(NYHAClass.self, $0, "nyha") }
    if let node = top["findings"] { (result.measurements, result.signs) = findings(node) }
    if let node = top["context"] { result.context = context(node) }
    result.lesions = top["lesions"].map { choices($0, "lesions", vocabulary.lesions, .lesions) } ?? []
    result.treatments = top["treatments"].map { choices($0, "treatments", vocabulary.treatments, .treatments) } ?? []
    if let node = top["heart"] { result.heart = heart(node) }
    result.reflexes = top["reflexes"].flatMap { values.flag($0, "reflexes") }
    return result
  }
}

// MARK: - Patient and context

extension CaseReader {
  private func patient(_ node: DocumentNode) -> Patient {
    guard let section = Section(node, path: "patient", names: CaseFields.patient, faults: faults) else {
      return Patient()
    }
    return Patient(
      age: section["age"].flatMap { values.quantity($0, "patient.age", .years(16...110)) },
      sex: section["sex"].flatMap { values.word(Sex.self, $0, "patient.sex") },
      height: section["height"].flatMap { values.quantity($0, "patient.height", .unit("cm", 120...230)) },
      weight: section["weight"].flatMap { values.quantity($0, "patient.weight", .unit("kg", 30...300)) })
  }

  private func context(_ node: DocumentNode) -> ClinicalContext {
    var context = ClinicalContext()
    guard let section = Section(node, path: "context", names: CaseFields.context, faults: faults) else {
      return context
    }
    func flag(_ name: String) -> Bool? { section[name].flatMap { values.flag($0, section.path(of: name)) } }
    func percent(_ name: String) -> Double? {
      section[name].flatMap { values.quantity($0, section.path(of: name), .unit("%", 0...100)) }
    }
    func date(_ name: String) -> CalendarDate? { section[name].flatMap { values.date($0, section.path(of: name)) } }
    context.surgicalRisk = section["surgicalRisk"].flatMap {
      values.word(SurgicalRisk.self, $0, "context.surgicalRisk")
    }
    context.durableRepairLikely = flag("durableRepairLikely")
    context.repairLikelihood = percent("repairLikelihood")
    context.predictedMortality = percent("predictedMortality")
    context.lifeExpectancy = section["lifeExpectancy"].flatMap {
      values.quantity($0, "context.lifeExpectancy", .years(0...100))
    }
    context.teerSuitable = flag("teerSuitable")
    context.heartValveCentre = flag("heartValveCentre")
    context.plannedCABG = flag("plannedCABG")
    context.optimisedMedicalTherapy = flag("optimisedMedicalTherapy")
    if let node = section["drugs"], let items = values.items(node, "context.drugs", example: "[bisoprolol, ramipril]") {
      context.drugs = items.enumerated().compactMap { values.text($1, "context.drugs[\($0)]") }
    }
    context.lastHeartFailureAdmission = date("lastHeartFailureAdmission")
    context.lastRheumaticAttack = date("lastRheumaticAttack")
    context.jones = section["jones"].flatMap {
      values.words(JonesSign.self, $0, "context.jones", example: "[chorea, polyarthritis], or [] for none")
    }
    context.duke = section["duke"].flatMap {
      values.words(DukeSign.self, $0, "context.duke", example: "[vegetation, vascular-sign], or [] for none")
    }
    return context
  }
}
