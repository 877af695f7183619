// `mitral compare`: the untreated heart beside each treatment.

import Assessment
import ArgumentParser
import Cases
import Circulation
import Findings
import Instruments
import Quantities
import Reports
import Statements
import Treatments
import Twin

struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Show treatments side by side: what each does to the heart of a case.",
    discussion: """
      Gives each treatment to the case's heart (fitted to its measurements, or as it is stated) and shows the findings beside
      those of the untreated heart. Without a dose the usual one is given; vasodilator infusions are titrated to a mean pressure
      of 65 and a systolic one of 90 mmHg. Treatments joined by + are given together. Without --with, the treatments that
      make sense for this kind of case are compared.

      Examples:
        mitral compare flail-leaflet
        mitral compare flail-leaflet --with repair edge-to-edge:1 edge-to-edge:2
        mitral compare functional-dilated --with nitroprusside:2 --with beta-blocker+arni:400 --with diuretic:80,fluid=3L
        mitral compare chronic-catheter --with replacement-mechanical:29mm,chordsKept=0 --json

      Treatments, their doses and sizes: `mitral catalogue treatments`.
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    name: .customLong("with"), parsing: .upToNextOption,
    help: ArgumentHelp(
      "A treatment, with its dose or size where it is not the usual one.", valueName: "treatment[:dose][+…]"),
    completion: .list(TreatmentCatalogue.all.map(\.identifier)))
  var treatments: [String] = []

  @Option(
    help: ArgumentHelp("Show the hearts after this time, as 5d or 6mo, instead of at once.", valueName: "time"),
    transform: { text in
      guard let span = TimeSpan(text) else {
        throw ValidationError("'\(text)' is no time for --after; allowed: \(TimeSpan.allowed)")
      }
      return span
    })
  var after: TimeSpan = TimeSpan(seconds: 0)

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart before anything else.", valueName: "path=value"))
  var overrides: [String] = []

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  func validate() throws { _ = try plans() }

  func run() throws {
    let patient = try CaseSource.read(file, overrides: overrides)
    let heart = try untreated(patient)
    let asked = try plans()
    // What only bridges hours or days is left out where months are asked for.
    let sensible = patient.sensibleTreatments(for: heart.definition).filter {
      after.days <= Self.longestBridge || !$0.parts.contains { $0.treatment.isBridge }
    }
    let plans = asked.isEmpty ? sensible : asked
    var outcomes = TreatmentOutcome.compare(
      heart.definition, from: heart.settled.state,
      in: patient.treated(heart.definition),
      bodySurface: patient.body.bodySurface, with: plans)
    if after.seconds > 0 { outcomes = try after(outcomes, patient: patient) }
    if json {
      let lines = outcomes.map(TreatmentLine.init)
      print(
        ResultJSON.compare(case: patient.json, version: Product.version, days: after.days, lines: lines).serialised())
    } else {
      show(patient, outcomes)
    }
  }

  /// The treatments asked for.
  private func plans() throws -> [TreatmentPlan] {
    try Self.separate(treatments).map { text in
      do {
        let plan = TreatmentPlan(
          try CaseVocabulary.engine.treatments(text).compactMap { choice in
            TreatmentCatalogue.find(choice.kind).map { treatment in
              TreatmentPlan.Part(
                treatment: treatment, arguments: choice.parameters.isEmpty ? nil : choice.arguments(treatment.arguments)
              )
            }
          })
        if let (a, b) = plan.conflict {
          throw ValidationError(
            a == b
              ? "'\(text)': \(a) is named twice; once is enough"
              : "'\(text)': \(a) is not given with \(b); compare them")
        }
        return plan
      } catch let faults as CaseFaults {
        throw ValidationError(
          faults.faults.map { fault in
            // Where in the file is of no use on a command line.
            "--with '\(text)': \(fault.problem)" + (fault.given.map { ", given \($0)" } ?? "")
              + (fault.allowed.map { "; allowed: \($0)" } ?? "")
          }.joined(separator: "\n"))
      }
    }
  }

  /// Also "repair,edge-to-edge:2" names two treatments; what has an = goes with the one before.
  private static func separate(_ texts: [String]) -> [String] {
    var plans: [String] = []
    for text in texts {
      for (place, piece) in text.split(separator: ",", omittingEmptySubsequences: false).enumerated() {
        if place > 0, piece.contains("="), let last = plans.indices.last {
          plans[last] += "," + piece
        } else {
          plans.append(String(piece))
        }
      }
    }
    return plans
  }

  private struct Untreated {
    let definition: HeartDefinition
    let settled: SettledHeart
  }

  /// The heart of the case: fitted where something was measured, else as it is stated.
  private func untreated(_ patient: Case) throws -> Untreated {
    if patient.canBeFitted {
      do {
        let fit = try patient.fitted()
        return Untreated(definition: fit.definition, settled: fit.heart)
      } catch {
        CaseSource.complain("\(file): no heart was found that beats with these measurements.")
        throw CaseSource.cannotSimulate
      }
    }
    try CaseSource.demandSimulated(patient, file)
    let definition = patient.statedHeart(from: patient.healthyHeart)
    let settled = definition.settled()
    guard settled.status == .periodic else {
      CaseSource.complain("\(file): this heart cannot be simulated: \(definition.likelyFault).")
      throw CaseSource.cannotSimulate
    }
    return Untreated(definition: definition, settled: settled)
  }

  private func show(_ patient: Case, _ outcomes: [TreatmentOutcome]) {
    let style = Terminal.style
    let when =
      after.seconds > 0
      ? "After \(after), reflexes and kidneys answering, the heart growing or shrinking"
      : patient.answersTreatment
        ? "Within minutes, the reflexes answering" : "At once, the body not answering (reflexes off)"
    var parts = [style.paragraphs([TerminalText.clean(patient.name)]), when]
    parts.append(TerminalTable.comparison(outcomes.map(TreatmentLine.init), style: style))
    let told = outcomes.dropFirst().map { "\($0.title): \($0.explanation)" }
    let broken = outcomes.filter { $0.status != .periodic }.map {
      "\($0.title): this heart comes to no steady beat: \($0.definition.likelyFault)."
    }
    let notes = patient.setAside(
      isFitted: patient.canBeFitted, answers: true, regurgitantVolume: outcomes[0].findings[.RVol])
    parts.append(
      style.paragraphs(
        told + broken + notes + [
          "Mitral teaches and supports research. It is no medical device."
        ]))
    Terminal.show(parts.joined(separator: "\n\n"), style)
  }
}
