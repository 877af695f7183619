// Looks through a patient's numbers for what cannot be, and for what does not go together.
//
// Limits, ours: two measurements disagree when they differ by more than two of their combined standard deviations, or
// fall into bins of severity two or more apart; RF and LVEF against volumes: 10 points; EROA · MRVTI against RVol: 30
// %; a forward stroke 15 % above the total one is more than methods differ by; forward flow by two ways: 25 %.

import Findings

/// Collects the discordances of one patient.
struct DiscordanceSearch {
  private(set) var found: [Discordance] = []
  let combined: CombinedFindings
  let numbers: LeakNumbers
  let thresholds: SeverityThresholds
  let grading: GradingCircumstances
  let context: GradingContext

  var values: FindingValues { combined.values }
  var circumstances: MethodCircumstances { grading.ofMethods }

  init(
    _ combined: CombinedFindings, _ numbers: LeakNumbers, _ thresholds: SeverityThresholds,
    _ grading: GradingCircumstances, _ context: GradingContext
  ) {
    self.combined = combined
    self.numbers = numbers
    self.thresholds = thresholds
    self.grading = grading
    self.context = context
    searchVolumes()
    searchFraction()
    searchOrifice()
    searchConvergence()
    searchEjection()
    searchStrokes()
    searchMethods()
    searchVolumetric()
    searchForwardFlow()
    searchChambers()
    searchDays()
  }

  mutating func add(_ discordance: Discordance) { found.append(discordance) }

  func has(_ kind: Discordance.Kind) -> Bool { found.contains { $0.kind == kind } }

  /// "RVol 60 mL"
  func told(_ id: FindingID) -> String {
    guard let value = values[id] else { return id.identifier }
    let how = combined.derivation(of: id).map { " (" + $0.formula + ")" } ?? ""
    return id.identifier + " " + id.spec.text(value) + how
  }

  /// The bin of a number of the leak by the thresholds that hold for this patient; nil for other findings.
  private func bin(_ id: FindingID, _ value: Double) -> Int? {
    switch id {
    case .EROA: bin(value, thresholds.EROA, grading.isElliptical ? thresholds.ellipticalEROA : nil)
    case .RVol: bin(value, thresholds.RVol, grading.isLowFlow ? thresholds.lowFlowRVol : nil)
    case .RF: SeverityThresholds.bin(value, thresholds.RF)
    default: nil
    }
  }

  private func bin(_ value: Double, _ edges: [Double], _ lowered: SeverityThresholds.Relaxed?) -> Int {
    if let lowered, SeverityThresholds.reaches(value, lowered.threshold) { return 4 }
    return SeverityThresholds.bin(value, edges)
  }

  /// What cannot be.
  private mutating func searchVolumes() {
    if let full = combined.given(.LVEDV), let empty = combined.given(.LVESV), empty >= full {
      add(
        Discordance(
          .emptyExceedsFull, [.LVEDV, .LVESV], "\(told(.LVESV)) is not smaller than \(told(.LVEDV)).",
          suspect: SuspectMeasurement(.LVESV, "The two may have been exchanged."),
          advice: "Check both volumes in the report.", serious: true))
    }
    guard let total = numbers.totalStroke else { return }
    if let forward = numbers.forwardStroke, forward > 1.15 * total {
      add(
        Discordance(
          .forwardExceedsStroke, [.FSV, .SV],
          "More goes forward than the ventricle expels: \(told(.FSV)), but \(told(.SV)).",
          suspect: SuspectMeasurement(
            .FSV, "The outflow tract's diameter enters with its square; or the ventricle's volumes are too small."),
          advice: "Measure the outflow tract again, or the volumes by 3-D echo or magnetic resonance.", serious: true))
    }
    searchWhatGoesForward(total)
  }

  private mutating func searchFraction() {
    guard let share = combined.given(.RF), let leaked = values[.RVol], let total = numbers.totalStroke, total > 0
    else { return }
    let reckoned = leaked / total * 100
    let isFar = abs(share - reckoned) > 10
    guard isFar || bin(.RF, share) != bin(.RF, reckoned) else { return }
    add(
      Discordance(
        isFar ? .fractionAgainstVolumes : .numbersBorder, [.RF, .RVol, .SV],
        "\(told(.RF)), but RVol / SV is \(FindingID.RF.spec.text(reckoned)) (\(told(.RVol)) of \(told(.SV))).",
        suspect: isFar
          ? SuspectMeasurement(
            .RF, "A fraction is reckoned from volumes; it was had from others than those reported.") : nil,
        advice: "Find out which volumes the fraction was had from.", serious: false))
  }

  private mutating func searchOrifice() {
    guard let area = combined.given(.EROA), let flight = combined.given(.MRVTI), flight > 0,
      let leaked = combined.given(.RVol), leaked > 2
    else { return }
    let isFar = abs(area * flight - leaked) > 0.3 * leaked
    let isBorder = bin(.EROA, area) != bin(.EROA, leaked / flight) || bin(.RVol, leaked) != bin(.RVol, area * flight)
    guard isFar || isBorder else { return }
    let isLarger = area * flight > leaked
    let methods = combined.methods(of: .RVol)
    var suspect: SuspectMeasurement?
    if isFar, methods.contains(.pisa) {
      suspect = SuspectMeasurement(
        .RVol, by: .pisa, "By flow convergence RVol is that product: one of the three numbers is miswritten.")
    } else if isFar {
      suspect = circumstances.suspect(.EROA, pisaIsLarger: isLarger, against: methods.first)
    }
    add(
      Discordance(
        isFar ? .orificeAgainstVolume : .numbersBorder, [.EROA, .MRVTI, .RVol],
        "EROA · MRVTI is \(FindingID.RVol.spec.text(area * flight)) (\(told(.EROA)), \(told(.MRVTI))), but "
          + "\(told(.RVol)) is reported.",
        suspect: suspect,
        advice: isFar ? "Measure the leak again by another method." : "Read the grade with all of them in view.",
        serious: false))
  }

  /// EROA as reported against what its own flow convergence gives.
  private mutating func searchConvergence() {
    guard let area = combined.given(.EROA), let radius = values[.PISAr], let aliasing = values[.aliasingVelocity],
      let peak = values[.MRVmax], peak > 0
    else { return }
    let reckoned = 2 * Double.pi * radius * radius * aliasing / (peak * 100)
    guard abs(reckoned - area) > 0.3 * area || bin(.EROA, area) != bin(.EROA, reckoned) else { return }
    add(
      Discordance(
        .orificeAgainstConvergence, [.EROA, .PISAr, .aliasingVelocity, .MRVmax],
        "\(told(.EROA)), but \(told(.PISAr)), \(told(.aliasingVelocity)) and \(told(.MRVmax)) give "
          + "\(FindingID.EROA.spec.text(reckoned)).",
        suspect: SuspectMeasurement(
          .PISAr, "The radius enters with its square; radius and peak velocity must be of the same moment.",
          source: SeverityThresholds.ase),
        advice: "Measure radius and velocity again at the same moment.", serious: false))
  }

  private mutating func searchEjection() {
    guard let full = combined.given(.LVEDV), let empty = combined.given(.LVESV), full > empty,
      let fraction = combined.given(.LVEF)
    else { return }
    let reckoned = (full - empty) / full * 100
    guard abs(fraction - reckoned) > 10 else { return }
    let isTeichholz = combined.methods(of: .LVEF).contains(.teichholz)
    add(
      Discordance(
        .ejectionFraction, [.LVEF, .LVEDV, .LVESV],
        "\(told(.LVEF)), but \(told(.LVEDV)) and \(told(.LVESV)) give \(FindingID.LVEF.spec.text(reckoned)).",
        suspect: SuspectMeasurement(
          .LVEF, by: isTeichholz ? .teichholz : nil,
          isTeichholz ? "One diameter stands for the whole ventricle." : "A fraction may be a guess by eye."),
        advice: "Take the fraction from measured volumes.", serious: false))
  }

  /// Several measurements of one finding.
  private mutating func searchMethods() {
    for id in FindingID.allCases {
      let all = combined.measurements(of: id)
      guard all.count > 1 else { continue }
      for first in all.indices {
        for second in all.indices where second > first { compare(id, all[first], all[second]) }
      }
    }
  }

  private mutating func compare(_ id: FindingID, _ a: Measurement, _ b: Measurement) {
    let (errorA, errorB) = (CombinedFindings.error(id, a), CombinedFindings.error(id, b))
    let isFar = abs(a.value - b.value) > 2 * (errorA * errorA + errorB * errorB).squareRoot()
    var bins = 0
    if let binA = bin(id, a.value), let binB = bin(id, b.value) { bins = abs(binA - binB) }
    guard isFar || bins > 0 else { return }
    func one(_ measurement: Measurement) -> String {
      id.spec.text(measurement.value) + (measurement.by.map { " by " + $0.words } ?? "")
        + (measurement.on.map { " on " + $0.description } ?? "")
    }
    let isSerious = bins >= 2
    let both = isFar || isSerious ? ": more apart than chance" : ": on either side of a limit"
    add(
      Discordance(
        .methods, [id], "\(id.identifier) is \(one(a)) and \(one(b))" + both + ".",
        suspect: circumstances.suspect(id, a, b),
        advice: isSerious
          ? "Do not rely on the mean; settle it by a third method." : "Read the mean with both values beside it.",
        serious: isSerious))
  }

  /// The leak by flow convergence (or as reported) against what the volumes leave over.
  private mutating func searchVolumetric() {
    guard let total = numbers.totalStroke, let forward = numbers.forwardStroke else { return }
    if circumstances.hasAorticLeak {
      add(
        Discordance(
          .aorticLeak, [.SV, .FSV],
          "The aortic valve leaks, too: SV − FSV holds both leaks and gives no RVol.",
          suspect: SuspectMeasurement(
            .RVol, by: .volumetric, "Stroke volumes do not tell the two leaks apart.", source: SeverityThresholds.ase),
          advice: "Measure the mitral leak by flow convergence or by magnetic resonance.", serious: false))
      return
    }
    guard let leaked = numbers[.RVol], leaked.derivation.map({ !$0.utf8.elementsEqual("SV − FSV".utf8) }) ?? true
    else { return }
    let left = max(0, total - forward - (values[.closingVolume] ?? 0))
    let errors = [
      error(.RVol, leaked.value, .pisa), error(.SV, total, nil), error(.FSV, forward, nil),
    ]
    var variance = 0.0
    for one in errors { variance += one * one }
    let isFar = abs(leaked.value - left) > 2 * variance.squareRoot()
    let bins = abs((bin(.RVol, leaked.value) ?? 1) - (bin(.RVol, left) ?? 1))
    guard isFar || bins > 0 else { return }
    let methods = combined.methods(of: .RVol)
    let volumes = volumeMethods
    let isConvergence = leaked.derivation != nil || methods.isEmpty || methods.contains(.pisa)
    add(
      Discordance(
        .pisaAgainstVolumetric, [.RVol, .SV, .FSV],
        "\(leaked.text) against \(FindingID.RVol.spec.text(left)) left over of the stroke "
          + "(\(told(.SV)), \(told(.FSV))).",
        suspect: isConvergence
          ? circumstances.suspect(
            .RVol, pisaIsLarger: leaked.value > left,
            against: volumes.contains(.mri) ? .mri : volumes.first) : nil,
        advice: "Magnetic resonance settles it: it measures stroke and forward flow without the jet's shape.",
        serious: bins >= 2))
  }

  /// How the ventricle's volumes were measured.
  var volumeMethods: [MeasurementMethod] { combined.methods(of: .SV) + combined.methods(of: .LVEDV) }

  private func error(_ id: FindingID, _ value: Double, _ method: MeasurementMethod?) -> Double {
    combined.given(id) == nil ? UsualError.of(id, value: value, by: method) : combined.error(of: id) ?? 0
  }
}
