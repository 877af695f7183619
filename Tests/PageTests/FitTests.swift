// Measurements said to the page's engine: taken with all that a case file has of them, and fitted as the command does.

import Assessment
import Cases
import Circulation
import Findings
import Inference
import Instruments
import Page
import Testing
import Twin

extension PageTests {
  /// Says a case with its measurements, one after the other.
  private func tellMeasured(_ patient: Case) throws {
    guard case .object(let fields) = patient.settings else { return }
    try say(settings: .object(fields.filter { $0.name != "findings" }))
    for id in FindingID.allCases {
      for one in patient.measurements[id] ?? [] {
        let key = "finding.\(id.identifier)"
        try say(key, one.value)
        if let method = one.by { try say("\(key).by.\(method.rawValue)", 1) }
        if let error = one.sd { try say("\(key).sd", error) }
        if let day = one.on {
          let parts = [day.year, day.month, day.day].compactMap { $0 }
          try say("\(key).on", Double(parts.dropFirst().reduce(parts[0]) { 100 * $0 + $1 }))
        }
      }
    }
  }

  @Test(arguments: ["flail-leaflet", "serial-decompensation", "atrial-fibrillation-repair", "discordant-echo-catheter"])
  func aMeasuredPatientIsFittedAsTheCommandDoes(_ name: String) throws {
    let patient = try Shipped.read(name)
    try tellMeasured(patient)
    mitral_check()
    #expect(try (Answer().tree as? [Any])?.isEmpty == true, "\(name): faults")
    mitral_fit()
    let answer = try Answer()
    #expect(answer["status"] as? String == "fitted")
    let fit = try patient.fitted()
    let residuals = try #require(answer["residuals"] as? [[String: Any]])
    #expect(residuals.count == fit.residuals.count)
    for (told, wanted) in zip(residuals, fit.residuals) {
      #expect(
        told["finding"] as? String == wanted.finding.identifier && told["method"] as? String ?? "" == wanted.method)
      for (key, value) in [("measured", wanted.measured), ("fitted", wanted.fitted), ("error", wanted.standardError)] {
        #expect(
          (told[key] as? Int).map { answer.numbers[$0].bitPattern } == value.bitPattern, "\(wanted.finding) \(key)")
      }
    }
    let stated = patient.stating(patient.measured.simulated(fit))
    let told = try #require(answer["stated"] as? [String: Any])
    let heart = try #require(told["heart"] as? [String: Int])
    #expect(heart.count == stated.heart.count)
    for one in stated.heart {
      #expect(heart[one.name].map { answer.numbers[$0].bitPattern } == one.quantity.value.bitPattern, "\(one.name)")
    }
    #expect((told["lesions"] as? [[String: Any]])?.compactMap { $0["kind"] as? String } == stated.lesions.map(\.kind))
    #expect(answer["unused"] as? [String] == patient.unusedFindings.map(\.identifier))
  }

  @Test func aMeasurementTakesItsDetailsAndNoOther() throws {
    mitral_clear()
    for (key, value) in [
      ("finding.EROA", 0.4), ("finding.EROA.sd", 0.1), ("finding.EROA.by.pisa", 1), ("finding.EROA.on", 202603),
      ("finding.RVol.sd", 3), ("finding.EROA.by.guess", 1), ("finding.EROA.on", 20261301), ("finding.EROA.sd", -1),
      ("finding.RVol", 9000), ("finding.RVol.sd", 5), ("finding.LVESV", 90), ("finding.LVEDV", 80),
    ] { try say(key, value) }
    mitral_check()
    let answer = try Answer()
    let seen = try #require(answer.tree as? [[String: Any]]).map { fault in
      "\(((fault["said"] as? Int).map { Int(answer.numbers[$0]) }) ?? -1) \(fault["problem"] as? String ?? "")"
    }
    #expect(seen == ["4 order", "5 unknown", "6 unknown", "7 range", "8 range", "10 contradiction"])
  }

  @Test func withoutAnythingThatABeatAnswersForNothingIsFitted() throws {
    mitral_clear()
    try say("finding.NTproBNP", 900)
    mitral_fit()
    let answer = try Answer()
    #expect(answer["canBeFitted"] as? Bool == false && answer["status"] as? String == "not-fitted")
    #expect(answer["stated"] == nil && (answer["reason"] as? String)?.isEmpty == false)
  }
}
