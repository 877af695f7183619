// `mitral assess`: the main job.

import ArgumentParser
import Cases
import Findings
import Foundation
import Guidelines
import Quantities
import Reports
import Twin

extension Guideline: ExpressibleByArgument {
  public init?(argument: String) { self.init(identifier: argument.lowercased()) }
  public static var allValueStrings: [String] { allCases.map(\.identifier) }
  public static var allValueDescriptions: [String: String] { [:] }
  public var defaultValueDescription: String { identifier }
}

struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find the heart that explains a patient's measurements, grade its leak, compare treatments.",
    discussion: """
      Fits a heart (the leak, the left ventricle's size, strength and stiffness, resistance, blood volume, …) to whatever was
      measured, says how well each measurement agrees with the others, grades the leak, and shows what closing it or a
      vasodilator would change at once.

      Examples:
        mitral assess cases/flail-leaflet.yaml
        mitral assess my-case.yaml --report my-case.html
        mitral assess my-case.yaml --guideline acc-aha-2020 --json

      Mitral teaches and supports research. It is no medical device.
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    name: .customLong("guideline"), help: "The rules to grade by (default: \(Guideline.escEacts2025.identifier)).")
  var chosenGuideline: Guideline?
  private var guideline: Guideline { chosenGuideline ?? .escEacts2025 }

  @Option(help: ArgumentHelp("Write a self-contained page.", valueName: "file.html"), completion: .file())
  var report: String?

  @Flag(help: "Best fit only; this version samples nothing else, so the flag changes nothing yet.")
  var quick = false

  @Option(help: "Seed of anything random; the fit itself is deterministic.")
  var seed: UInt64 = 1

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart before the fit.", valueName: "path=value"))
  var overrides: [String] = []

  func run() throws {
    let patient = try CaseSource.read(file, overrides: overrides)
    if !patient.canBeFitted { try CaseSource.demandSimulated(patient, file) }
    let assessment: Assessment
    do {
      assessment = try Assessment(patient, guideline: guideline)
    } catch {
      try tellWhy(error, patient)
    }
    if let report { try OutputFile.write(HTMLReport.text(assessment.report), to: report) }
    if json {
      try Terminal.printOut(assessment.json.serialised())
    } else {
      let style = Terminal.style
      Terminal.show(AssessmentText(assessment, style: style).text, style)
      if let report { CaseSource.complain("Report written to \(report).") }
    }
  }

  /// No heart can be fitted: says why, gives the grading that is still possible, and ends with status 1.
  private func tellWhy(_ failure: FitFailure, _ patient: Case) throws -> Never {
    let judgement = patient.judgement(simulated: FindingValues(), teaches: false, guideline: guideline)
    switch failure {
    case .nothingToFit:
      CaseSource.complain(
        "\(file): nothing to fit a heart to: none of the findings given follows from a beat. "
          + "Volumes, pressures, flows or the leak's EROA, RVol or RF would (`mitral catalogue findings`).")
    case .startDiverged:
      CaseSource.complain("\(file): the heart that this case describes cannot be simulated.")
    }
    if json {
      try Terminal.printOut(
        ResultJSON.grade(case: patient.json, version: Product.version, judgement: judgement).serialised())
    } else {
      CaseSource.complain("What can be said without a heart:")
      try Terminal.printOut(JudgementText(judgement, style: Terminal.style).text)
    }
    throw CaseSource.cannotSimulate
  }
}
