import Assessment
import Cases
import Circulation
import Course
import Findings
import Foundation
import Instruments
import Lanes
import Page
import Quantities
import Statements
import Testing
import Treatments
import Twin

// The page's engine, spoken to on this machine: what it answers is what the command computes, to the last bit.

/// The cases that ship.
enum Shipped {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("cases")

  static let names: [String] =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?
    .filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted() ?? []

  static func read(_ name: String) throws -> Case {
    try Case.read(
      Data(contentsOf: folder.appendingPathComponent(name + ".yaml")), file: name, vocabulary: .known)
  }

  /// Those that state their heart.
  static let stated = names.filter { name in
    guard let patient = try? read(name) else { return false }
    return !patient.canBeFitted && patient.notSimulated.isEmpty
  }
}

@Suite(.serialized) struct PageTests {
  /// The findings of a case by the command's way.
  private func findings(of patient: Case) throws -> FindingValues {
    let heart = patient.statedHeart(from: patient.healthyHeart)
    let surface = patient.body.bodySurface
    if patient.reflexes == true {
      let body = try #require(LoadedHeart(patient.regulated(heart), under: [], body: patient.body))
      if heart.rhythm.kind != .sinus {
        return IrregularExamination(body.beat.heart, bodySurface: surface).reading.mean.findings
      }
      return BeatReading(body.beat.settled.beat, of: body.beat.heart, bodySurface: surface).findings
    }
    if heart.rhythm.kind != .sinus { return IrregularExamination(heart, bodySurface: surface).reading.mean.findings }
    return BeatReading(heart.settled().beat, of: heart, bodySurface: surface).findings
  }

  private func expectSame(_ patient: Case, _ name: String) throws {
    try say(settings: patient.settings)
    mitral_check()
    #expect(try (Answer().tree as? [Any])?.isEmpty == true, "\(name): faults")
    mitral_beat()
    let answer = try Answer()
    let wanted = try findings(of: patient)
    let told = answer.values("findings")
    for id in wanted.present where wanted[id]?.isFinite == true {
      #expect(told[id.identifier]?.bitPattern == wanted[id]?.bitPattern, "\(name): \(id.identifier)")
    }
    #expect(told.count == wanted.present.filter { wanted[$0]?.isFinite == true }.count, "\(name): as many findings")
  }

  @Test func fifteenShippedCasesStateTheirHeart() { #expect(Shipped.stated.count >= 12, "\(Shipped.stated)") }

  @Test(arguments: Shipped.stated)
  func aStatedCaseBeatsAsTheCommandHasIt(_ name: String) throws { try expectSame(Shipped.read(name), name) }

  @Test func aBodyThatAnswersBeatsAsTheCommandHasIt() throws {
    var patient = try Shipped.read("lesion-fixed-orifice")
    patient.reflexes = true
    try expectSame(patient, "reflexes")
  }

  @Test func fibrillationIsAveragedAsTheCommandDoes() throws {
    var patient = try Shipped.read("lesion-fixed-orifice")
    patient.rhythm = .atrialFibrillation
    try expectSame(patient, "fibrillation")
  }

  @Test(arguments: [Rhythm.atrialFibrillation, .prematureBeats])
  func reflexesDoNotMakeAnIrregularRhythmRegular(_ rhythm: Rhythm) throws {
    var patient = try Shipped.read("lesion-fixed-orifice")
    patient.rhythm = rhythm
    patient.reflexes = true
    try expectSame(patient, rhythm.rawValue)
    mitral_beat()
    let answer = try Answer()
    #expect(answer["status"] as? String == "irregular")
    #expect(try #require(answer.values("spread")["FSV"]) > 5)
    #expect(answer["reflexes"] != nil)
  }

  /// A measured patient's heart, stated in settings: the same to what an orifice is found with, by the page and the case alike.
  @Test(arguments: ["flail-leaflet", "functional-dilated", "chronic-catheter"])
  func aMeasuredPatientIsStatedAsFitted(_ name: String) throws {
    let patient = try Shipped.read(name)
    var fitted = try patient.fitted().definition
    fitted.mitralValve.leaflets = patient.statedHeart(from: patient.healthyHeart).mitralValve.leaflets
    let stated = patient.stating(fitted)
    #expect(!stated.canBeFitted)
    try expectSame(stated, name)
    let reference = BeatReading(fitted.settled().beat, of: fitted, bodySurface: patient.body.bodySurface).findings
    let found = try findings(of: stated)
    for id in [FindingID.LVEDV, .LVESV, .EROA, .RVol, .SBP, .PCWP] {
      guard let wanted = reference[id], let value = found[id] else { continue }
      #expect((value - wanted).magnitude < 0.005 * wanted.magnitude, "\(name): \(id.identifier)")
    }
  }

  @Test func theYearsAreThoseOfTheCourse() throws {
    let patient = try Shipped.read("lesion-fixed-orifice")
    let days = [0, 3, 30, 200, 400.0]
    try say(settings: patient.settings)
    for day in days { try say("course.day", day) }
    try say("course.event", 100)
    try say("course.treatment.repair")
    mitral_check()
    #expect(try (Answer().tree as? [Any])?.isEmpty == true)
    mitral_course()
    var course = try CourseStart(patient, holdsLesion: false).course
    let repair = try #require(TreatmentCatalogue.find("repair"))
    let points = course.run(days, changes: [.giving(repair, Arguments(standardOf: repair.arguments), at: 100)])
    #expect(points.count == days.count)
    for point in points {
      mitral_course_next()
      let told = try Answer().values("findings")
      let reading = BeatReading(
        point.beat.settled.beat, of: point.beat.heart, bodySurface: patient.body.bodySurface)
      for id in [FindingID.LVEDV, .RVol, .SBP, .PCWP] {
        #expect(told[id.identifier]?.bitPattern == reading.findings[id]?.bitPattern, "day \(point.days): \(id)")
      }
    }
    mitral_course_next()
    #expect(try Answer()["isOver"] as? Bool == true)
  }

  @Test func aPredictionIsTheExerciseTestsClassJudged() throws {
    let patient = try Shipped.read("acute-rupture")
    let stated = patient.stating(try patient.fitted().definition)
    try say(settings: stated.settings)
    mitral_exercise()
    let test = try Answer()
    mitral_predict()
    let told = try Answer()
    #expect(told["predicted"] as? String == test["nyha"] as? String)
    #expect(told.number("capacity") == test.number("capacity"))
    #expect(told["severity"] != nil && told["urgency"] != nil)
  }

  @Test func aClassOrComplaintsThatWereSaidAreNotOverruled() throws {
    for word in ["nyha.I", "symptom"] {
      mitral_clear()
      try say("lesion.flail-leaflet")
      try say("lesion.flail-leaflet.orificeArea", 0.8)
      try say("reflexes")
      mitral_predict()
      let alone = try Answer()
      #expect(alone["isSaid"] as? Bool == false && alone["nyha"] as? String == alone["predicted"] as? String)
      #expect(alone["predicted"] as? String != "I")
      try say(word)
      mitral_predict()
      let said = try Answer()
      #expect(said["isSaid"] as? Bool == true && said["nyha"] as? String == "I")
      #expect(said["predicted"] as? String == alone["predicted"] as? String)
    }
  }

  @Test func everyFaultIsNamedAtOnce() throws {
    mitral_clear()
    try say("patient.age", 200)
    try say("lesion.no-such-lesion")
    try say("lesion.flail-leaflet")
    try say("lesion.flail-leaflet.orificeArea", .nan)
    try say("load.upright")
    try say("load.squat")
    mitral_check()
    let answer = try Answer()
    let faults = try #require(answer.tree as? [[String: Any]])
    let seen = faults.map { fault in
      "\(((fault["said"] as? Int).map { answer.numbers[$0] }) ?? -1) \(fault["problem"] as? String ?? "")"
    }
    #expect(seen == ["0.0 range", "1.0 unknown", "3.0 range", "5.0 exclusive"])
  }

  @Test func aSoundIsWholeBeatsAndBeginsWhereItEnds() throws {
    mitral_clear()
    try say("lesion.fixed-orifice")
    try say("lesion.fixed-orifice.orificeArea", 0.4)
    mitral_beat()
    let cycle = try #require(Answer()["cycle"] as? Int)
    let length = try Answer().numbers[cycle]
    mitral_sound(0, 2, 3)
    let answer = try Answer()
    let parts = try #require(answer["samples"] as? String).dropFirst().split(separator: ":").compactMap { Int($0) }
    let samples = Array(answer.numbers[parts[0]..<parts[0] + parts[1]])
    let beats = Double(samples.count) / 8000 / length
    #expect((beats - beats.rounded()).magnitude < 1e-3, "\(beats) beats")
    let steps = zip(samples, samples.dropFirst()).map { ($1 - $0).magnitude }
    #expect((samples[0] - samples[samples.count - 1]).magnitude <= steps.max() ?? 0)
    #expect(samples.contains { $0.magnitude > 0.02 })
  }

  @Test func everyParameterReachesItsOwnNumberAndNoOther() {
    let healthy = HeartDefinition.healthy(for: .reference)
    for parameter in HeartParameter.all {
      var changed = healthy
      let value = 0.5 * (parameter.range.lowerBound + parameter.range.upperBound) + 0.0625
      parameter.set(&changed, value)
      #expect((parameter.get(changed) - value).magnitude <= 1e-12 * value.magnitude, "\(parameter.path)")
      for other in HeartParameter.all where other.path != parameter.path {
        #expect(other.get(changed) == other.get(healthy), "\(parameter.path) changes \(other.path)")
      }
      #expect(HeartParameter.find(parameter.path)?.path == parameter.path)
    }
  }
}
