// The heart untreated and with each treatment, within minutes: the reflexes answer where a body around the heart is given,
// nothing has had time to grow. And the same hearts some days or months on, in a course.

import Quantities
import Circulation
import Course
import Findings
import Instruments
import Lanes
import Treatments

/// What a treatment does to the fitted heart at once.
public struct TreatmentOutcome: Sendable {
  /// The identifier in the catalogue, several joined by +, or "untreated".
  public let identifier: String
  public let title: String
  /// One sentence on what was done to the heart.
  public let explanation: String
  /// What was given, with the doses; nothing to the untreated heart.
  public let given: [GivenTreatment]
  /// The heart as treated.
  public let definition: HeartDefinition
  public let findings: FindingValues
  /// Treated minus untreated.
  public let change: FindingValues
  public let status: BeatStatus
  public let beat: RecordedBeat
}

extension TreatmentOutcome {
  /// The heart as it is, and with each plan given by itself. Infusions are titrated where the treatment says how, the
  /// plan's other treatments being given already.
  ///
  /// - Parameters:
  ///   - heart: the untreated heart, and `state` its periodic state.
  ///   - body: the heart without any drive in a body that answers; nil: nothing answers.
  ///   - bodySurface: m².
  public static func compare(
    _ heart: HeartDefinition, from state: State<Double>, in body: RegulatedHeart? = nil, bodySurface: Double,
    with plans: [TreatmentPlan]
  ) -> [TreatmentOutcome] {
    let bed = Bed(body: body, state: state)
    let start = body?.heart ?? heart
    var bench = [Dish(identifier: "untreated", title: "Do nothing", heart: start)]
    bench += plans.map { Dish($0, on: start, in: bed, bodySurface: bodySurface) }
    let beats = bed.settle(bench.map(\.heart))
    let readings = beats.map { BeatReading($0.settled.beat, of: $0.heart, bodySurface: bodySurface).findings }
    return bench.indices.map { index in
      let dish = bench[index]
      return TreatmentOutcome(
        identifier: dish.identifier, title: dish.title, explanation: dish.explanation, given: dish.given,
        definition: beats[index].heart, findings: readings[index], change: readings[index].change(from: readings[0]),
        status: beats[index].status, beat: beats[index].settled.beat)
    }
  }

  /// The same hearts some time after the treatments began, followed side by side.
  ///
  /// - Parameters:
  ///   - outcomes: the untreated heart first, then the treated ones, with what they were given.
  ///   - start: the untreated heart at the beginning of its course.
  ///   - days: how long to follow them.
  public static func follow(
    _ outcomes: [TreatmentOutcome], from start: HeartCourse, for days: Double, bodySurface: Double
  ) -> [TreatmentOutcome] {
    var untreated: FindingValues?
    return outcomes.map { outcome in
      var course = start
      let changes = outcome.given.map { CourseChange.giving($0.treatment, $0.arguments, at: 0) }
      guard let point = course.run([days], changes: changes).last else { return outcome.stopped }
      let heart = point.beat.heart
      let findings = BeatReading(point.beat.settled.beat, of: heart, bodySurface: bodySurface).findings
      if untreated == nil { untreated = findings }
      return TreatmentOutcome(
        identifier: outcome.identifier, title: outcome.title, explanation: outcome.explanation, given: outcome.given,
        definition: heart, findings: findings, change: findings.change(from: untreated ?? findings),
        status: point.beat.isSteady ? point.beat.settled.status : .notPeriodic, beat: point.beat.settled.beat)
    }
  }

  /// The same when no heart beats any more.
  private var stopped: TreatmentOutcome {
    TreatmentOutcome(
      identifier: identifier, title: title, explanation: explanation, given: given, definition: definition,
      findings: FindingValues(), change: FindingValues(), status: .diverged, beat: beat)
  }

  /// Where hearts come to rest: alone, or in a body that answers.
  private struct Bed {
    let body: RegulatedHeart?
    let state: State<Double>

    func settle(
      _ hearts: [HeartDefinition]
    ) -> [(heart: HeartDefinition, settled: SettledHeart, status: BeatStatus)] {
      let alone = HeartDefinition.settle(hearts, from: [State<Double>](repeating: state, count: hearts.count))
      guard let body else { return zip(hearts, alone).map { ($0, $1, $1.status) } }
      let bodies = hearts.map { heart in
        var other = body
        other.heart = heart
        return other
      }
      return zip(RegulatedHeart.settle(bodies), zip(hearts, alone)).map { regulated, bare in
        // A heart that comes to no rest with its reflexes is shown as it was last seen, and marked.
        regulated.map { ($0.heart, $0.settled, $0.isSteady ? $0.settled.status : .notPeriodic) }
          ?? (bare.0, bare.1, .diverged)
      }
    }
  }

  /// A heart with what it was given.
  private struct Dish {
    let identifier: String
    let title: String
    var given: [GivenTreatment] = []
    var heart: HeartDefinition
    var warning = ""

    init(identifier: String, title: String, heart: HeartDefinition) {
      self.identifier = identifier
      self.title = title
      self.heart = heart
    }

    init(_ plan: TreatmentPlan, on heart: HeartDefinition, in bed: Bed, bodySurface: Double) {
      self.init(identifier: plan.identifier, title: plan.title, heart: heart)
      var given = [GivenTreatment?](repeating: nil, count: plan.parts.count)
      func isTitrated(_ part: TreatmentPlan.Part) -> Bool {
        part.arguments == nil && part.treatment.titration != nil
      }
      for (index, part) in plan.parts.enumerated() where !isTitrated(part) {
        let arguments = part.arguments ?? Arguments(standardOf: part.treatment.arguments)
        part.treatment.apply(&self.heart, arguments)
        given[index] = GivenTreatment(treatment: part.treatment, arguments: arguments, isTitrated: false)
      }
      for (index, part) in plan.parts.enumerated() where isTitrated(part) {
        let (arguments, isBorne) = Self.titrated(part.treatment, on: self.heart, in: bed, bodySurface: bodySurface)
        if !isBorne { warning = " No dose keeps the pressure; the least is shown." }
        part.treatment.apply(&self.heart, arguments)
        given[index] = GivenTreatment(treatment: part.treatment, arguments: arguments, isTitrated: true)
      }
      self.given = given.compactMap { $0 }
    }

    /// One sentence for each treatment, with its dose.
    var explanation: String {
      guard !given.isEmpty else { return "The heart as it is." }
      return given.map { part in
        guard let spec = part.treatment.arguments.first else { return part.treatment.explanation }
        let hundredths = Int((part.arguments[0] * 100).rounded())
        // UCUM writes micro as u.
        let symbol = spec.unit.symbol.hasPrefix("ug") ? "µ" + spec.unit.symbol.dropFirst() : spec.unit.symbol
        let unit = symbol == "1" ? "" : " " + symbol
        let sentence = part.treatment.explanation
        let stem = sentence.hasSuffix(".") ? String(sentence.dropLast()) : sentence
        return stem + " (\(spec.name) \(Self.text(hundredths))\(unit))."
      }.joined(separator: " ") + warning
    }

    /// A number of hundredths, without zeros at the end.
    private static func text(_ hundredths: Int) -> String {
      let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
      if rest == 0 { return "\(whole)" }
      return rest % 10 == 0 ? "\(whole).\(rest / 10)" : "\(whole).\(rest / 10)\(rest % 10)"
    }

    /// The largest dose that keeps the pressure, the smallest when none does.
    private static func titrated(
      _ treatment: Treatment, on heart: HeartDefinition, in bed: Bed, bodySurface: Double
    ) -> (arguments: Arguments, isBorne: Bool) {
      var arguments = Arguments(standardOf: treatment.arguments)
      guard let titration = treatment.titration else { return (arguments, true) }
      let hearts = titration.doses.map { dose in
        var treated = heart
        var tried = arguments
        tried[0] = dose
        treatment.apply(&treated, tried)
        return treated
      }
      let beats = bed.settle(hearts)
      let kept = hearts.indices.last { index in
        guard beats[index].status == .periodic else { return false }
        let findings = BeatReading(beats[index].settled.beat, of: beats[index].heart, bodySurface: bodySurface).findings
        return (findings[.MAP] ?? 0) >= titration.leastMean && (findings[.SBP] ?? 0) >= titration.leastSystolic
      }
      arguments[0] = titration.doses[kept ?? 0]
      return (arguments, kept != nil)
    }
  }
}

extension FindingValues {
  /// What is larger by how much than in another reading, for what both have.
  public func change(from before: FindingValues) -> FindingValues {
    var change = FindingValues()
    for id in present {
      if let value = self[id], let earlier = before[id] { change[id] = value - earlier }
    }
    return change
  }
}
