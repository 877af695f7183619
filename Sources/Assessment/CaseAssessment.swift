// The main job: from a case to the hearts that explain it, their grade, and what treatments and years would change.
//
//   Case ─▶ likeliest heart ─▶ all likely hearts ─▶ grades, agreement, what to measure next, treatments, course
//            (HeartFit.run)     (HeartFit.sample)
//
// Every step is a value; nothing is printed.

import Cases
import Circulation
import Findings
import Guidelines
import Inference
import Instruments
import Lanes
import Quantities
import Treatments
import Twin

/// Everything that is found out about one case.
public struct CaseAssessment: Sendable {
  public let patient: Case
  public let settings: AssessmentSettings
  /// Nil when the case states its heart and has nothing to fit.
  public let fit: TwinFit?
  /// The hearts that the measurements leave possible: sampled, or sketched where the assessment is quick; nil without a fit.
  public let posterior: Posterior?
  /// How the valve may leak, before the fit.
  public let evidence: MechanismEvidence
  /// The likeliest heart, or the one that is stated, and its beat.
  public let heart: HeartDefinition
  public let settled: SettledHeart
  public let reading: BeatReading
  /// What the guidelines make of what was measured, what was not being taken from the likeliest heart.
  public let judgement: Judgement
  /// The grade of the likeliest heart alone.
  public let fittedSeverity: SeverityJudgement
  /// Nil where no leak was fitted.
  public let grades: GradeChances?
  /// Each measurement beside what the others imply for it.
  public let agreement: [Agreement]
  /// The measurement that does not fit the others.
  public let culprit: Agreement?
  /// What would tell most, the best first.
  public let nextMeasurements: [NextMeasurement]
  /// Whether the fitted heart has the patient's leak: false where the case tells of one and nothing says how large it is.
  /// Nothing is then treated nor followed.
  public let isPatients: Bool
  /// Treatments of the likeliest heart, the untreated one first.
  public let treatments: [TreatmentOutcome]
  /// The same over the posterior; empty where the assessment is quick or nothing was fitted.
  public let forecasts: [TreatmentForecast]
  /// The untreated course, then that after an operation where one suits; empty as above.
  public let courses: [CourseForecast]

  public var severity: SeverityJudgement { judgement.picture.severity }

  /// Parameters with their 90 % intervals: of the sampled posterior, else linearised about the best fit.
  public var parameters: [FittedParameter] {
    if let posterior, !posterior.sampling.isSketch { return posterior.parameters }
    return fit?.parameters ?? []
  }

  /// The mechanisms with their probabilities after the fit, the likeliest first.
  public var mechanisms: [MechanismChance] { posterior?.mechanisms ?? [] }

  /// Numbers of the leak that were not measured and come from the fitted heart.
  public var derived: [FindingID] {
    judgement.picture.combined.inferred.filter { [.EROA, .RVol, .RF].contains($0) }
  }

  /// Whether the fit looked for a leak: something measured or seen speaks of one.
  public var searchedLeak: Bool { fit?.searchedLeak ?? false }
}

extension CaseAssessment {
  /// How many hearts the grades are counted over: a probability of one half is then known to 2 points.
  private static let gradedDraws = 512

  /// Assesses a case.
  ///
  /// - Parameter progress: called with the share, 0…1, of the part that is being done; false stops the work soon.
  public init(
    _ patient: Case, _ settings: AssessmentSettings, progress: (AssessmentStage, Double) -> Bool = { _, _ in true }
  ) throws(AssessmentFailure) {
    self.patient = patient
    self.settings = settings
    evidence = patient.mechanismEvidence
    var isWanted = progress(.fitting, 0)
    func goesOn(_ stage: AssessmentStage, _ share: Double) -> Bool {
      isWanted = isWanted && progress(stage, share)
      return isWanted
    }
    func demandWanted() throws(AssessmentFailure) {
      guard isWanted else {
        throw AssessmentFailure(reason: .stopped, judgement: patient.judgementOfFindings(settings))
      }
    }
    let found = try Found(patient, settings)
    fit = found.fit
    heart = found.heart
    settled = found.settled
    reading = found.reading
    let teaches = found.fit?.teachesOfLeak ?? true
    judgement = patient.judgement(
      simulated: reading.findings, teaches: teaches, guideline: settings.guideline,
      on: patient.day(or: settings.today))
    let grader = HeartGrader(
      signs: patient.signs, context: judgement.picture.gradingContext, guideline: settings.guideline)
    fittedSeverity = grader.judgement(of: Examined(heart, body: patient.body, beat: settled.beat))
    let posterior = found.posterior(settings) { goesOn(.sampling, $0) }
    try demandWanted()
    self.posterior = posterior
    let looksForLeak = found.fit?.searchedLeak ?? false
    grades =
      looksForLeak
      ? posterior.map { GradeChances($0.examine(settings.isQuick ? 256 : Self.gradedDraws) { grader.grade(of: $0) }) }
      : nil
    agreement = posterior?.agreement ?? []
    culprit = posterior?.culprit
    nextMeasurements =
      posterior?.nextMeasurements(
        grade: { grader.grade(of: $0).rawValue }, excluding: patient.measuredFindings, patient.leakMethods,
        draws: settings.isQuick ? 32 : 192) ?? []
    _ = goesOn(.treating, 0)
    try demandWanted()
    // A heart that lacks the patient's leak tells nothing of what treatments and years would do to it.
    let isPatients = found.fit == nil || patient.missingLeak(regurgitantVolume: found.reading.findings[.RVol]) == nil
    self.isPatients = isPatients
    let plans = isPatients ? patient.sensibleTreatments(for: heart) : []
    treatments = TreatmentOutcome.compare(
      heart, from: settled.state, in: patient.treated(heart), bodySurface: patient.body.bodySurface, with: plans)
    guard let posterior, !settings.isQuick, isPatients else {
      (forecasts, courses) = ([], [])
      return
    }
    forecasts = posterior.forecast(
      plans, draws: settings.treatedDraws, body: { patient.treated($0) }, progress: { goesOn(.treating, $0) })
    try demandWanted()
    courses = patient.courses(of: posterior, plans, judgement, settings) { goesOn(.following, $0) }
    try demandWanted()
  }
}

extension TwinFit {
  /// Whether the leak of the fitted heart may stand for what was not measured of it: half of its prior variance (of the
  /// logarithm, 1.2²) is gone, and not by assumptions alone.
  fileprivate var teachesOfLeak: Bool {
    guard let leak = parameters.first(where: { $0.name == "leakArea" }), leak.low > 0 else { return false }
    let spread = Double.naturalLogarithm(leak.high / leak.low) / (2 * 1.645)
    return spread * spread < 0.5 * 1.2 * 1.2 && leak.learned >= 0.1
  }
}

/// The likeliest heart of a case, or the stated one.
private struct Found {
  let search: HeartFit?
  let fit: TwinFit?
  let heart: HeartDefinition
  let settled: SettledHeart
  let reading: BeatReading

  init(_ patient: Case, _ settings: AssessmentSettings) throws(AssessmentFailure) {
    func fails(_ reason: AssessmentFailure.Reason) -> AssessmentFailure {
      AssessmentFailure(reason: reason, judgement: patient.judgementOfFindings(settings))
    }
    if patient.canBeFitted {
      let search = patient.search
      let fit: TwinFit
      do {
        fit = try search.run()
      } catch {
        throw fails(error == .nothingToFit ? .nothingToFit : .doesNotBeat)
      }
      let conflicts = fit.conflicts
      guard conflicts.isEmpty else { throw fails(.irreconcilable(conflicts)) }
      self.search = search
      self.fit = fit
      heart = fit.definition
      settled = fit.heart
      reading = fit.reading
    } else if (patient.targets.isEmpty && !patient.suspectsLeak) || patient.statesItsHeart {
      (search, fit) = (nil, nil)
      heart = patient.statedHeart(from: patient.healthyHeart)
      settled = heart.settled()
      guard settled.status == .periodic else { throw fails(.doesNotBeat) }
      reading = BeatReading(settled.beat, of: heart, bodySurface: patient.body.bodySurface)
    } else {
      throw fails(.nothingToFit)
    }
  }

  func posterior(_ settings: AssessmentSettings, progress: (Double) -> Bool) -> Posterior? {
    guard let search, let fit else { return nil }
    if settings.isQuick { return search.sketch(fit, seed: settings.seed, draws: 256) }
    _ = progress(0)
    return search.sample(fit, seed: settings.seed, settings: settings.sampler, progress: progress)
  }
}
