// Numbers and signs that speak for different grades.

import Findings

extension DiscordanceSearch {
  private static let numerals = ["I", "II", "III", "IV"]

  private static func findings(_ numbers: [LeakNumber]) -> [FindingID] {
    var findings: [FindingID] = []
    for number in numbers { findings.append(number.finding) }
    return findings
  }

  /// EROA, RVol and RF in different bins.
  ///
  /// - Parameter outlier: the number that fits the others least, where bins are two or more apart.
  mutating func compareNumbers(_ numbers: LeakNumbers, _ circumstances: GradingCircumstances, outlier: FindingID?) {
    let all = numbers.possible
    guard let first = all.first else { return }
    singleFrame(numbers, circumstances)
    var (low, high) = (first, first)
    for number in all {
      // Told by itself, where it was set aside.
      if number.finding == .EROA, !number.counts { continue }
      if !low.countsOrIsFraction || number.bin < low.bin { low = number }
      if !high.countsOrIsFraction || number.bin > high.bin { high = number }
    }
    guard high.bin > low.bin else { return }
    let isSerious = high.bin - low.bin >= 2
    var told: [String] = []
    for number in all { told.append("\(number.text) speaks for grade \(Self.numerals[number.bin - 1])") }
    var suspect: SuspectMeasurement?
    if isSerious, let odd = outlier ?? (low.finding == .RF && !low.counts ? low.finding : nil) {
      suspect = likelier(odd, isHigh: odd == high.finding, circumstances)
    }
    let why = reason(high, low, circumstances)
    add(
      Discordance(
        isSerious ? .numbersApart : .numbersBorder, Self.findings(all),
        Texts.list(told, by: ", ") + "." + (why.map { " " + $0 } ?? ""), suspect: suspect,
        advice: isSerious
          ? "Do not average them: measure the leak by another method." : "Read the grade with all of them in view.",
        serious: isSerious))
  }

  /// EROA of a leak that lasts for part of systole.
  private mutating func singleFrame(_ numbers: LeakNumbers, _ circumstances: GradingCircumstances) {
    guard circumstances.isPartOfSystole, let orifice = numbers[.EROA] else { return }
    var others: [LeakNumber] = []
    for number in numbers.possible where number.finding != .EROA && number.counts { others.append(number) }
    var highest = 0
    for number in others { highest = max(highest, number.bin) }
    guard others.isEmpty || orifice.bin > highest else { return }
    add(
      Discordance(
        .partOfSystole, [.EROA] + Self.findings(others),
        "\(orifice.text) is that of one frame, and the valve leaks for part of systole only"
          + (others.isEmpty ? ": nothing else measures the leak." : "; \(others[0].text) tells what passes."),
        suspect: circumstances.ofMethods.suspect(.EROA, pisaIsLarger: true, against: nil),
        advice: "Grade by RVol, from the jet's whole VTI, from volumes or by magnetic resonance.",
        serious: others.isEmpty))
  }

  private func likelier(
    _ odd: FindingID, isHigh: Bool, _ circumstances: GradingCircumstances
  ) -> SuspectMeasurement {
    if odd == .EROA,
      let known = circumstances.ofMethods.suspect(
        .EROA, pisaIsLarger: isHigh, against: combined.methods(of: .RVol).first),
      known.method == .pisa
    {
      return known
    }
    return SuspectMeasurement(odd, "It stands farthest from the others.")
  }

  /// What may make two numbers differ without either being wrong; nil where nothing known does.
  private func reason(_ high: LeakNumber, _ low: LeakNumber, _ circumstances: GradingCircumstances) -> String? {
    switch (high.finding, low.finding) {
    case (.RF, _):
      return "The stroke is small, so the same leak is a heavier load: a modest orifice can mean a large fraction."
    case (_, .RF):
      return "The stroke is large, so the same leak is a smaller share of it."
    case (.EROA, .RVol):
      if circumstances.isLowFlow {
        return "The flow is low: less passes through the same orifice, and a smaller RVol can be severe."
      }
      if let pressure = circumstances.systolicPressure, pressure < 100 {
        return "At \(FindingID.SBP.spec.text(pressure)) less is driven through the same orifice."
      }
      if circumstances.isSecondary {
        return "In a secondary leak the ventricle drives less through the same orifice, and not evenly over systole."
      }
      return nil
    case (.RVol, .EROA):
      if let pressure = circumstances.systolicPressure, pressure >= 160 {
        return "At \(FindingID.SBP.spec.text(pressure)) more is driven through the same orifice."
      }
      if circumstances.isShapeAssumed {
        return "Leaflets that are held down usually leave a crescent, which looks too small by flow convergence."
      }
      return circumstances.isElliptical ? "An orifice that is not round looks too small by flow convergence." : nil
    default: return nil
    }
  }
}

extension LeakNumber {
  /// It votes, or it is the fraction that is shown beside the votes.
  fileprivate var countsOrIsFraction: Bool { counts || finding == .RF }
}

extension Discordance {
  private static let numerals = ["I", "II", "III", "IV"]

  private static func signs(_ count: Int, _ side: String) -> String {
    "\(count) specific sign" + (count == 1 ? "" : "s") + " of a \(side) leak"
  }

  /// Numbers of one grade and signs of another.
  static func signs(
    _ mild: Int, _ severe: Int, againstBin bin: Int, decides: Bool, serious: Bool
  ) -> Discordance {
    let side =
      bin >= 3 && mild > 0 && severe < 4 || bin == 2 && mild >= 4 ? signs(mild, "mild") : signs(severe, "severe")
    return Discordance(
      .signsAgainstNumbers, [],
      "The numbers speak for grade \(numerals[bin - 1]), but there " + (side.utf8.first == 49 ? "is " : "are ")
        + side + (decides ? ", which decide." : "."),
      advice: "Look again from the oesophagus, and measure the leak by another method.", serious: serious)
  }

  /// Signs that by themselves would speak for more than the numbers.
  static func signs(_ alone: SeverityGrade, aboveBin bin: Int) -> Discordance {
    Discordance(
      .signsAgainstNumbers, [],
      "By themselves the signs would speak for a \(alone.identifier) leak; the numbers speak for grade "
        + numerals[bin - 1] + ".", advice: "Read the grade with both in view.", serious: false)
  }

  /// A report whose word differs from what was measured or seen.
  static func reported(_ word: SeverityGrade, against own: SeverityGrade, serious: Bool) -> Discordance {
    Discordance(
      .reportedGrade, [],
      "The report calls the leak \(word.identifier); what was measured and seen speaks for \(own.identifier).",
      advice: "Ask what the report's grade rests on.", serious: serious)
  }

  /// Specific signs of both sides.
  static func signs(_ mild: Int, againstSevere severe: Int) -> Discordance {
    Discordance(
      .signsAgainstSigns, [],
      "There " + (mild == 1 ? "is " : "are ") + signs(mild, "mild") + " and "
        + signs(severe, "severe") + ".", advice: "Measure the leak: EROA, RVol and RF.", serious: false)
  }

  /// Signs of a mild leak beside others that a mild leak does not have.
  static func mixedSigns(_ mild: Int) -> Discordance {
    Discordance(
      .signsAgainstSigns, [],
      "Beside " + signs(mild, "mild") + " there are signs that speak for more, none of them specific.",
      advice: "Measure the leak: EROA, RVol and RF.", serious: false)
  }
}
