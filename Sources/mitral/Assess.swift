// `mitral assess`: the main job.

import Assessment
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
    abstract: "Find the hearts that explain a patient's measurements, grade their leak, compare treatments.",
    discussion: """
      Fits hearts (the leak, the left ventricle's size, strength and stiffness, resistance, blood volume, …) to whatever was \
      measured, each measurement read as its instrument would read it; says how likely each grade is, which measurement does \
      not fit the others, what to measure next, and what treatments would change at once and over years.

      All likely hearts are sampled, which takes some seconds; --quick takes the likeliest and what lies around it.

      Examples:
        mitral assess cases/flail-leaflet.yaml
        mitral assess my-case.yaml --quick
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

  @Flag(
    help: "The likeliest heart and a rough idea of those around it, in a second; no ranges of treatments, no years.")
  var quick = false

  @Option(help: "Seed of the sampling: the same seed gives the same result.")
  var seed: UInt64 = AssessmentSettings.usualSeed

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart before the fit.", valueName: "path=value"))
  var overrides: [String] = []

  func run() throws {
    let patient = try CaseSource.read(file, overrides: overrides)
    if !patient.canBeFitted { try CaseSource.demandSimulated(patient, file) }
    let settings = AssessmentSettings(guideline: guideline, today: Case.today, isQuick: quick, seed: seed)
    let bar = ProgressBar()
    let assessment: CaseAssessment
    do {
      assessment = try CaseAssessment(patient, settings) {
        bar.show($0.whole($1), $0.words)
        return true
      }
      bar.clear()
    } catch {
      bar.clear()
      try tellWhy(error, patient)
    }
    if let report { try OutputFile.write(HTMLReport.text(assessment.report(version: Product.version)), to: report) }
    if json {
      try Terminal.printOut(assessment.json(version: Product.version).serialised())
    } else {
      let style = Terminal.style
      Terminal.show(AssessmentText(assessment, style: style).text, style)
      if let report { CaseSource.complain("Report written to \(report).") }
    }
  }

  /// No heart can be fitted: says why, gives the grading that is still possible, and ends with status 1.
  private func tellWhy(_ failure: AssessmentFailure, _ patient: Case) throws -> Never {
    for sentence in failure.sentences { CaseSource.complain("\(file): \(sentence)") }
    if report != nil { CaseSource.complain("\(file): no report is written, since there is no heart to report on.") }
    if json {
      try Terminal.printOut(
        ResultJSON.grade(case: patient.json, version: Product.version, judgement: failure.judgement).serialised())
    } else {
      CaseSource.complain("What can be said without a heart:")
      try Terminal.printOut(JudgementText(failure.judgement, style: Terminal.style).text)
    }
    throw CaseSource.cannotSimulate
  }
}
