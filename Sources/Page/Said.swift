// What the page says of a heart, thing by thing: a key of words parted by dots, and a number where the key asks for one.
//
//   patient.age 61 · patient.sex.female · presentation.acute · rhythm.atrial-fibrillation · heartRate 82
//   lesion.flail-leaflet, then lesion.flail-leaflet.orificeArea 0.48 of the one just named
//   valve.aortic.fixed-orifice · treatment.diuretic · load.exercise, then load.exercise.power 50
//   heart.leftVentricle.activeStress 80 · reflexes 1
//   history.hypertension · symptom.fatigue · nyha.II · sign.LBBB.true · context.surgicalRisk.high
//   finding.EROA 0.48, then finding.EROA.by.pisa, finding.EROA.sd 0.1 and finding.EROA.on 20260302 of the one just said
//   guideline.esc-eacts-2025 · today 20260302
//   course.day 30, rising · course.event 90, then course.treatment.repair on that day · course.holdsLesion 1

import Circulation
import Course
import Findings
import Guidelines
import Lesions
import Quantities
import Statements
import Treatments

/// Something said that cannot be.
struct Fault {
  enum Problem: String {
    case unknown, range, whole, exclusive, alone, order, contradiction
  }

  /// Which of the things said, counted from 0.
  let said: Int
  let problem: Problem
  /// What a number may be.
  var range: ClosedRange<Double>?
  var unit = ""
  /// What else is meant.
  var words: [String] = []
}

/// Everything said since the last clearing.
struct Said {
  var statement = HeartStatement()
  private(set) var loads: [StatedLoad] = []
  var record = ClinicalRecord(today: Said.someDay)
  private(set) var guideline = Guideline.escEacts2025
  private(set) var plan = CoursePlan()
  private(set) var faults: [Fault] = []
  /// The measurement said last, and whether it was one that can be.
  var measuring: (finding: FindingID, value: Double, isTaken: Bool)?
  /// How much was said, and which of it were the loads and each finding's first measurement.
  private var count = 0
  private var loadPlaces: [Int] = []
  private var findingPlaces: [(finding: FindingID, place: Int)] = []

  private static var someDay: CalendarDate {
    guard let day = CalendarDate(year: 2026, month: 1, day: 1) else { preconditionFailure("a day") }
    return day
  }

  /// Takes in one thing.
  mutating func say(_ key: [UInt8], _ value: Double) {
    let words = Self.words(key)
    if words.count == 2, Self.same(words[0], "finding"), let finding = FindingID(identifier: words[1]) {
      findingPlaces.append((finding, count))
    }
    let known = take(words, key, value)
    if !known { fault(.unknown) }
    count += 1
  }

  /// Every fault, those of things that do not go together among them.
  var allFaults: [Fault] {
    var all = faults
    if let (_, second) = loads.incompatible { all.append(Fault(said: loadPlaces[second], problem: .exclusive)) }
    if let place = loads.disturbing { all.append(Fault(said: loadPlaces[place], problem: .alone)) }
    for pair in MeasurementContradiction.among({ record[$0] }) {
      guard let first = findingPlaces.first(where: { $0.finding == pair.lower }) else { continue }
      all.append(Fault(said: first.place, problem: .contradiction, words: [pair.higher.identifier]))
    }
    return all
  }

  private mutating func take(_ words: [String], _ key: [UInt8], _ value: Double) -> Bool {
    guard let first = words.first else { return false }
    let rest = Array(words.dropFirst())
    if Self.same(first, "patient") { return takePatient(rest, value) }
    if Self.same(first, "lesion") { return takeLesion(rest, .mitral, value) }
    if Self.same(first, "valve"), let site = Self.site(rest.first) {
      return takeLesion(Array(rest.dropFirst()), site, value)
    }
    if Self.same(first, "treatment") { return takeTreatment(rest, value) }
    if Self.same(first, "load") { return takeLoad(rest, value) }
    if Self.same(first, "heart"), key.count > 6 {
      return takeSetting(String(decoding: key[6...], as: UTF8.self), value)
    }
    if Self.same(first, "heartRate") { return takeSetting("heartRate", value) }
    if Self.same(first, "reflexes") {
      statement.reflexes = value != 0
      return true
    }
    return takeStory(first, rest, value)
  }

  // MARK: The heart

  private mutating func takePatient(_ words: [String], _ value: Double) -> Bool {
    guard let name = words.first else { return false }
    if Self.same(name, "sex"), words.count == 2 {
      guard let sex = Self.word(words[1], Sex.allCases.map { ($0.rawValue, $0) }) else { return false }
      statement.body.sex = sex
      record.sex = sex
      return true
    }
    guard words.count == 1 else { return false }
    if Self.same(name, "age") {
      guard isIn(16...110, "a", value) else { return true }
      statement.body.age = value
      record.age = value
    } else if Self.same(name, "height") {
      guard isIn(120...230, "cm", value) else { return true }
      statement.body.height = value
      record.height = value
    } else if Self.same(name, "weight") {
      guard isIn(30...300, "kg", value) else { return true }
      statement.body.weight = value
      record.weight = value
    } else {
      return false
    }
    return true
  }

  private mutating func takeLesion(_ words: [String], _ site: ValveSite, _ value: Double) -> Bool {
    guard let kind = words.first, let lesion = LesionCatalogue.find(kind), site == .mitral || lesion.fitsOtherValves
    else { return false }
    var stated = statement[site]
    if words.count == 1 {
      stated.append(StatedLesion(lesion))
      if site == .mitral { record.lesions.append(lesion.identifier) }
      if site != .mitral, let other = Self.other(site), !record.otherValves.contains(other) {
        record.otherValves.append(other)
      }
    } else {
      guard words.count == 2, let place = Self.place(words[1], lesion.arguments) else { return false }
      guard let last = stated.indices.last, Self.same(stated[last].lesion.identifier, kind) else {
        fault(.order)
        return true
      }
      guard isAllowed(value, lesion.arguments[place]) else { return true }
      stated[last].arguments[place] = value
    }
    statement[site] = stated
    return true
  }

  private mutating func takeTreatment(_ words: [String], _ value: Double) -> Bool {
    guard let kind = words.first, let treatment = TreatmentCatalogue.find(kind) else { return false }
    if words.count == 1 {
      statement.treatments.append(StatedTreatment(treatment))
      record.treatments.append(treatment.identifier)
      return true
    }
    guard words.count == 2, let place = Self.place(words[1], treatment.arguments) else { return false }
    guard let last = statement.treatments.indices.last,
      Self.same(statement.treatments[last].treatment.identifier, kind)
    else {
      fault(.order)
      return true
    }
    if isAllowed(value, treatment.arguments[place]) { statement.treatments[last].arguments[place] = value }
    return true
  }

  private mutating func takeLoad(_ words: [String], _ value: Double) -> Bool {
    guard let kind = words.first, let load = LoadCatalogue.find(kind) else { return false }
    if words.count == 1 {
      loads.append(StatedLoad(load))
      loadPlaces.append(count)
      return true
    }
    guard words.count == 2, let place = Self.place(words[1], load.scales) else { return false }
    guard let last = loads.indices.last, Self.same(loads[last].load.identifier, kind) else {
      fault(.order)
      return true
    }
    if isAllowed(value, load.scales[place]) { loads[last].amount = LoadAmount(scale: place, value: value) }
    return true
  }

  private mutating func takeSetting(_ path: String, _ value: Double) -> Bool {
    guard let parameter = HeartParameter.find(path) else { return false }
    guard isIn(parameter.range, parameter.unit.symbol, value) else { return true }
    statement.settings.append(HeartSetting(parameter, value))
    return true
  }

  // MARK: The story

  private mutating func takeStory(_ first: String, _ rest: [String], _ value: Double) -> Bool {
    if Self.same(first, "today") { return takeDay(value) }
    if Self.same(first, "course") { return takeCourse(rest, value) }
    if rest.isEmpty { return takeNone(first) }
    let name = rest[0]
    if Self.same(first, "finding") { return takeFinding(rest, value) }
    if Self.same(first, "sign"), rest.count == 2 {
      guard let sign = QualitativeID(identifier: name), record.signs.say(rest[1], for: sign) else { return false }
      statement.hasLeftBundleBranchBlock = record.signs.has(.LBBB)
      statement.hasRheumaticLeaflets = record.signs.has(.rheumaticLeaflets)
      return true
    }
    if Self.same(first, "context") { return record.context.take(rest, value) }
    guard rest.count == 1 else { return false }
    if Self.same(first, "presentation") {
      statement.presentation = Self.word(name, Presentation.allCases.map { ($0.rawValue, $0) })
      record.presentation = statement.presentation
      return record.presentation != nil
    }
    if Self.same(first, "rhythm") {
      statement.rhythm = Self.word(name, Rhythm.allCases.map { ($0.rawValue, $0) })
      record.rhythm = statement.rhythm
      return record.rhythm != nil
    }
    if Self.same(first, "nyha") {
      statement.nyha = Self.word(name, NYHAClass.allCases.map { ($0.rawValue, $0) })
      record.nyha = statement.nyha
      return record.nyha != nil
    }
    if Self.same(first, "history") {
      guard let item = Self.word(name, HistoryItem.allCases.map { ($0.rawValue, $0) }) else { return false }
      statement.history.append(item)
      record.history = (record.history ?? []) + [item]
      return true
    }
    if Self.same(first, "symptom") {
      guard let symptom = Self.word(name, Symptom.allCases.map { ($0.rawValue, $0) }) else { return false }
      record.symptoms = (record.symptoms ?? []) + [symptom]
      return true
    }
    if Self.same(first, "guideline") {
      guard let known = Guideline(identifier: name) else { return false }
      guideline = known
      return true
    }
    return false
  }

  /// Asked for, and there is none.
  private mutating func takeNone(_ name: String) -> Bool {
    if Self.same(name, "history") {
      record.history = record.history ?? []
    } else if Self.same(name, "symptom") {
      record.symptoms = record.symptoms ?? []
    } else {
      return false
    }
    return true
  }

  /// As 20260302.
  private mutating func takeDay(_ value: Double) -> Bool {
    guard let day = Self.date(value), day.day != nil else { return false }
    record.today = day
    return true
  }

  // MARK: The course

  private mutating func takeCourse(_ words: [String], _ value: Double) -> Bool {
    guard let name = words.first else { return false }
    if words.count == 1 {
      if Self.same(name, "day") {
        if isIn((plan.days.last ?? 0)...36_525, "d", value) { plan.days.append(value) }
      } else if Self.same(name, "event") {
        if isIn(0...36_525, "d", value) { plan.events.append((value, [])) }
      } else if Self.same(name, "holdsLesion") {
        plan.holdsLesion = value != 0
      } else {
        return false
      }
      return true
    }
    guard Self.same(name, "treatment"), let treatment = TreatmentCatalogue.find(words[1]) else { return false }
    guard let event = plan.events.indices.last else {
      fault(.order)
      return true
    }
    if words.count == 2 {
      plan.events[event].treatments.append(StatedTreatment(treatment))
      return true
    }
    guard words.count == 3, let place = Self.place(words[2], treatment.arguments) else { return false }
    guard let last = plan.events[event].treatments.indices.last,
      Self.same(plan.events[event].treatments[last].treatment.identifier, words[1])
    else {
      fault(.order)
      return true
    }
    if isAllowed(value, treatment.arguments[place]) { plan.events[event].treatments[last].arguments[place] = value }
    return true
  }

  /// The same of a person in a class that was not told but predicted.
  func inClass(_ predicted: Course.FunctionalClass) -> Said {
    var copy = self
    copy.record.nyha = Self.word(predicted.rawValue, NYHAClass.allCases.map { ($0.rawValue, $0) })
    return copy
  }

  // MARK: Faults

  mutating func fault(_ problem: Fault.Problem) { faults.append(Fault(said: count, problem: problem)) }

  mutating func isIn(_ range: ClosedRange<Double>, _ unit: String, _ value: Double) -> Bool {
    if range.contains(value) { return true }
    faults.append(Fault(said: count, problem: .range, range: range, unit: unit))
    return false
  }

  private mutating func isAllowed(_ value: Double, _ spec: ArgumentSpec) -> Bool {
    guard isIn(spec.range, spec.unit.symbol, value) else { return false }
    guard spec.isWhole, value != value.rounded(.down) else { return true }
    faults.append(Fault(said: count, problem: .whole, range: spec.range, unit: spec.unit.symbol))
    return false
  }
}

extension Said {
  // MARK: Words, compared as bytes

  static func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

  static func word<Value>(_ name: String, _ all: [(String, Value)]) -> Value? {
    for (word, value) in all where same(word, name) { return value }
    return nil
  }

  private static func place(_ name: String, _ specs: [ArgumentSpec]) -> Int? {
    for index in specs.indices where same(specs[index].name, name) { return index }
    return nil
  }

  private static func site(_ name: String?) -> ValveSite? {
    guard let name else { return nil }
    return word(name, [("aortic", .aortic), ("tricuspid", .tricuspid), ("pulmonary", .pulmonary)])
  }

  private static func other(_ site: ValveSite) -> OtherValve? {
    switch site {
    case .mitral: nil
    case .aortic: .aortic
    case .tricuspid: .tricuspid
    case .pulmonary: .pulmonary
    }
  }

  private static func words(_ key: [UInt8]) -> [String] {
    var words: [String] = []
    var start = 0
    for index in 0...key.count where index == key.count || key[index] == 0x2e {
      words.append(String(decoding: key[start..<index], as: UTF8.self))
      start = index + 1
    }
    return words
  }
}

extension ClinicalContext {
  /// What the doctors know and plan.
  fileprivate mutating func take(_ words: [String], _ value: Double) -> Bool {
    let name = words[0]
    if Said.same(name, "surgicalRisk"), words.count == 2 {
      surgicalRisk = Said.word(words[1], SurgicalRisk.allCases.map { ($0.rawValue, $0) })
      return surgicalRisk != nil
    }
    guard words.count == 1 else { return false }
    if Said.same(name, "durableRepairLikely") {
      durableRepairLikely = value != 0
    } else if Said.same(name, "teerSuitable") {
      teerSuitable = value != 0
    } else if Said.same(name, "heartValveCentre") {
      heartValveCentre = value != 0
    } else if Said.same(name, "plannedCABG") {
      plannedCABG = value != 0
    } else if Said.same(name, "optimisedMedicalTherapy") {
      optimisedMedicalTherapy = value != 0
    } else if Said.same(name, "repairLikelihood"), (0...100).contains(value) {
      repairLikelihood = value
    } else if Said.same(name, "predictedMortality"), (0...100).contains(value) {
      predictedMortality = value
    } else if Said.same(name, "lifeExpectancy"), (0...100).contains(value) {
      lifeExpectancy = value
    } else {
      return false
    }
    return true
  }
}
