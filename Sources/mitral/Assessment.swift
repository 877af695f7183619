// The main job: from a case to the heart that explains it, its grade, and what treatments would change.

import Cases
import Circulation
import Findings
import Guidelines
import Instruments
import Quantities
import Treatments
import Twin

/// Everything `assess` finds out.
struct Assessment {
  let patient: Case
  /// Nil when the case states its heart and has nothing to fit.
  let fit: TwinFit?
  let heart: HeartDefinition
  let settled: SettledHeart
  let reading: BeatReading
  /// What the guidelines make of what was measured, what was not being taken from the fitted heart.
  let judgement: Judgement
  /// The grade of the fitted heart alone.
  let fittedSeverity: SeverityJudgement
  let treatments: [TreatmentOutcome]

  init(_ patient: Case, guideline: Guideline) throws(FitFailure) {
    self.patient = patient
    let surface = patient.body.bodySurface
    if patient.canBeFitted {
      let fit = try patient.fitted()
      self.fit = fit
      heart = fit.definition
      settled = fit.heart
      reading = fit.reading
    } else if (patient.targets.isEmpty && !patient.suspectsLeak) || patient.statesItsHeart {
      fit = nil
      heart = patient.statedHeart(from: patient.healthyHeart)
      settled = heart.settled()
      guard settled.status == .periodic else { throw .startDiverged }
      reading = BeatReading(settled.beat, of: heart, bodySurface: surface)
    } else {
      throw .nothingToFit
    }
    // The leak of a fitted heart fills up what was not measured only where the measurements taught something about it.
    let teaches = fit.map { fit in fit.parameters.contains { $0.name == "leakArea" && $0.learned >= 0.5 } } ?? true
    judgement = patient.judgement(simulated: reading.findings, teaches: teaches, guideline: guideline)
    let picture = judgement.picture
    fittedSeverity = gradeSeverity(
      reading.findings, qualitative: patient.signs, context: picture.gradingContext, guideline: guideline)
    treatments = TreatmentOutcome.compare(
      heart, from: settled.state, in: patient.treated(heart), bodySurface: surface,
      with: patient.sensibleTreatments(for: heart))
  }
}

extension Case {
  /// Every measurement of the present state as a target of the fit, and the flow and the orifice that follow from several of them together.
  var targets: [Target] {
    let told = FindingID.allCases.filter { rhythm != .atrialFibrillation || ($0 != .A && $0 != .EA) }.flatMap { id in
      present(id).map {
        Target(id, $0.value, standardError: $0.sd, method: $0.by?.rawValue ?? "")
      }
    }
    return told + derivedTargets
  }

  /// Whether something was measured that a beat answers for.
  var canBeFitted: Bool { targets.contains(where: \.isSimulated) }

  /// Forward stroke volume from the outflow tract and EROA from the flow convergence, where the case has their parts and
  /// not the thing itself; by the formulae of the judgement.
  private var derivedTargets: [Target] {
    let combined = CombinedFindings(record(on: day()))
    let formulae: [(FindingID, part: FindingID, method: MeasurementMethod)] = [
      (.FSV, .LVOTd, .continuity), (.EROA, .PISAr, .pisa),
    ]
    return formulae.compactMap { id, part, method in
      guard let derived = combined.derivation(of: id), derived.from.contains(part) else { return nil }
      return Target(id, derived.value, method: method.rawValue)
    }
  }

  /// Measurements that the fit does not use.
  var unusedFindings: [FindingID] {
    let parts: [FindingID] = derivedTargets.isEmpty ? [] : [.LVOTd, .LVOTVTI, .PISAr, .aliasingVelocity]
    let used = Set(targets.filter(\.isSimulated).map(\.finding) + parts + [.HR])
    return FindingID.allCases.filter { measurements[$0] != nil && !used.contains($0) }
  }

  /// Whether the case says by lesions or settings what its heart is, so that it can beat without a fit.
  var statesItsHeart: Bool { !lesions.isEmpty || !valves.isEmpty || !heart.isEmpty }

  /// Whether the valve was seen, or is stated, to be one that leaks.
  fileprivate var suspectsLeak: Bool {
    !lesions.isEmpty || [QualitativeID.flail, .papillaryRupture, .perforation, .cleft].contains(where: signs.has)
  }

  /// The heart that explains the measurements best.
  func fitted() throws(FitFailure) -> TwinFit {
    try HeartFit(
      start: fitStart, body: body, targets: targets, isAcute: presentation == .acute,
      mechanisms: [MechanismChance(leakMechanism.mechanism)], suspectsLeak: suspectsLeak,
      fixed: heart.contains { $0.name == "mitralValve.leakArea" } ? ["leakArea"] : []
    ).run()
  }

  /// What the guidelines make of the case.
  ///
  /// A heart that was fitted stands in for the leak's numbers where they were not measured and it knows them; a heart that
  /// is only stated, for everything; the healthy heart that stands for nothing told is evidence of nothing.
  ///
  /// - Parameters:
  ///   - simulated: findings of the fitted or stated heart.
  ///   - teaches: whether the measurements taught the fit something of the leak.
  func judgement(simulated: FindingValues, teaches: Bool, guideline: Guideline) -> Judgement {
    var stand = hasMeasurements || statesItsHeart ? simulated : FindingValues()
    if hasMeasurements {
      stand = FindingValues()
      for id in [FindingID.EROA, .RVol, .RF] where teaches { stand[id] = simulated[id] }
      if measurements[.MAP] != nil || measurements[.SVR] != nil { stand[.SBP] = simulated[.SBP] }
    }
    return Judgement(record(on: day()), guideline: guideline, simulated: stand)
  }
}

extension Assessment {
  var severity: SeverityJudgement { judgement.picture.severity }

  /// Numbers of the leak that were not measured and come from the fitted heart.
  var derived: [FindingID] {
    judgement.picture.combined.inferred.filter { [.EROA, .RVol, .RF].contains($0) }
  }
}
