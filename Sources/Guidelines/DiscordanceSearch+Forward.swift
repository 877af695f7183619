// What the leak leaves of the stroke: nothing, or less than a body at rest lives on.
//
// Nobody who is not in shock lives at rest on a cardiac index below 1.5 L/min/m²: the limit is ours, well below the 1.8
// that the rules on shock take with congestion. Where it is not known, the heart rate is taken as 100 a minute and the
// body's surface as that of a small adult, 1.5 m²: both make the index larger than it will be.

import Findings

extension DiscordanceSearch {
  /// L/min/m².
  static let leastIndex = 1.5

  /// The leak against the whole stroke.
  ///
  /// - Parameter total: the stroke volume in mL.
  mutating func searchWhatGoesForward(_ total: Double) {
    let share = combined.given(.RF)
    guard let leaked = numbers.value(.RVol) ?? share.map({ $0 / 100 * total }), leaked > 0 else { return }
    let leak = numbers.value(.RVol) == nil ? FindingID.RF : .RVol
    if leaked >= total {
      guard leak == .RVol else { return }
      add(
        Discordance(
          .regurgitantExceedsStroke, [.RVol, .SV],
          "\(told(.RVol)) would leak, and the whole stroke is \(told(.SV)): nothing would go forward.",
          suspect: likelierVolume,
          advice: "Check RVol, LVEDV and LVEF; measure the leak by volumes or magnetic resonance.", serious: true))
    } else if let low = lowIndex(total - leaked) {
      add(
        Discordance(
          .forwardTooLow, [leak, .SV],
          "With \(told(leak)) of \(told(.SV)) only \(FindingID.FSV.spec.text(total - leaked)) would go forward, a cardiac "
            + "index of \(low): too little to live on at rest, and nothing speaks of shock.",
          suspect: leak == .RVol ? likelierVolume : SuspectMeasurement(.RF, "The fraction or the stroke is misjudged."),
          advice: "Check \(leak.identifier), LVEDV, LVEF and the heart rate; measure the forward stroke.",
          serious: false))
    } else if leak == .RVol, leaked > 0.8 * total {
      add(
        Discordance(
          .littleForwardFlow, [.RVol, .SV],
          "With \(told(.RVol)) of \(told(.SV)) under a fifth of the stroke would go forward.",
          suspect: SuspectMeasurement(.RVol, "Hardly anybody lives on so little; the leak or the stroke is misjudged."),
          advice: "Check RVol, LVEDV and LVEF; measure the forward stroke.", serious: false))
    }
  }

  /// The cardiac index of a forward stroke in words, where it is too low for life and numbers were measured; nil where
  /// it is not, or the patient is in shock.
  private func lowIndex(_ forward: Double) -> String? {
    for id in [FindingID.RVol, .RF, .SV] where combined.inferred.contains(id) { return nil }
    if let lactate = values[.lactate], lactate > 2 { return nil }
    if let pressure = values[.SBP], pressure < 90 { return nil }
    if let pressure = values[.MAP], pressure < 65 { return nil }
    let surface = values[.BSA]
    if let index = combined.given(.CI) ?? combined.given(.CO).map({ $0 / (surface ?? 1.5) }), index < 1.8 { return nil }
    let index = forward * (values[.HR] ?? 100) / 1000 / (surface ?? 1.5)
    guard index < Self.leastIndex else { return nil }
    var assumed: [String] = []
    if values[.HR] == nil { assumed.append("at a rate of even 100 a minute") }
    if surface == nil { assumed.append("with a body surface of only 1.5 m²") }
    return FixedText.fixed(index, digits: 1) + " L/min/m²"
      + (assumed.isEmpty ? "" : " " + Texts.list(assumed, by: " and "))
  }

  /// Which of leak and stroke is the likelier error.
  private var likelierVolume: SuspectMeasurement {
    let leak = combined.methods(of: .RVol)
    let volumes = volumeMethods
    if combined.derivation(of: .RVol)?.from.contains(.FSV) == true {
      return SuspectMeasurement(.FSV, "The outflow tract's diameter enters with its square.")
    }
    if leak.contains(.mri), !volumes.contains(.mri) {
      return SuspectMeasurement(
        combined.given(.SV) == nil ? .LVEDV : .SV, by: volumes.first,
        "The leak was measured by magnetic resonance, and volumes by two-dimensional echo come out smaller.",
        source: "Lang 2015 (ASE/EACVI chamber quantification)", .recalled)
    }
    let isByConvergence = leak.isEmpty || leak.contains(.pisa)
    if isByConvergence, circumstances.partOfSystole || circumstances.eccentric || volumes.contains(.mri),
      let known = circumstances.suspect(.RVol, pisaIsLarger: true, against: volumes.contains(.mri) ? .mri : nil)
    {
      return known
    }
    return SuspectMeasurement(
      .RVol, by: leak.count == 1 ? leak[0] : nil,
      (isByConvergence
        ? "Flow convergence errs by a fifth and more; but volumes"
        : "The leak is too large for the stroke; but volumes")
        + " by two-dimensional echo are too small, and LVEF may be a guess by eye.")
  }
}
