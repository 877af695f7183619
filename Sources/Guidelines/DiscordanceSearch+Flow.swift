// Strokes, flow, sizes and days: what was had in several ways.

import Findings

extension DiscordanceSearch {
  /// Strokes had in several ways, where RVol or RF rests on them and its bin hangs on the way.
  mutating func searchStrokes() {
    let values = combined.values
    var totals: [Double] = []
    var forwards: [Double] = []
    if let given = combined.given(.SV) { totals.append(given) }
    if let full = combined.given(.LVEDV) {
      if let empty = combined.given(.LVESV), full > empty { totals.append(full - empty) }
      if let fraction = combined.given(.LVEF) { totals.append(full * fraction / 100) }
    }
    if let given = combined.given(.FSV) { forwards.append(given) }
    for formula in DerivationFormula.all where formula.finding == .FSV && !combined.hasAorticLeak {
      if formula.inputs.contains(.CO), combined.derivation(of: .CO)?.from.contains(.FSV) == true { continue }
      if let value = values.result(of: formula) { forwards.append(value) }
    }
    guard totals.count > 1 || forwards.count > 1 else { return }
    searchFunction(totals)
    var bins: [Int] = []
    for total in totals {
      if combined.given(.RF) == nil, let leaked = values[.RVol], total > 0 {
        if combined.derivation(of: .RVol)?.from.contains(.SV) != true {
          bins.append(SeverityThresholds.bin(leaked / total * 100, thresholds.RF))
        }
      }
    }
    var spread = (bins.max() ?? 0) - (bins.min() ?? 0)
    if combined.given(.RVol) == nil, combined.derivation(of: .RVol)?.from.contains(.EROA) != true {
      bins = []
      var shares: [Int] = []
      for total in totals {
        for forward in forwards where total > 0 {
          bins.append(SeverityThresholds.bin(max(0, total - forward), thresholds.RVol))
          shares.append(SeverityThresholds.bin(max(0, total - forward) / total * 100, thresholds.RF))
        }
      }
      spread = max(spread, (bins.max() ?? 0) - (bins.min() ?? 0), (shares.max() ?? 0) - (shares.min() ?? 0))
    }
    let isFar = (totals.max() ?? 0) > 1.15 * (totals.min() ?? 0)
    guard spread > 0 || isFar else { return }
    func list(_ volumes: [Double]) -> String {
      var texts: [String] = []
      for volume in volumes { texts.append(FindingID.SV.spec.text(volume)) }
      return Texts.list(texts)
    }
    let told = [("the total stroke", totals), ("the forward stroke", forwards)]
    var parts: [String] = []
    for (name, volumes) in told where volumes.count > 1 { parts.append("\(name) is \(list(volumes))") }
    add(
      Discordance(
        .strokeVolumes, [.SV, .FSV],
        "By the ways it can be had " + Texts.list(parts, by: "; ")
          + (spread > 0 ? ": the leak's grade hangs on which is right." : "."),
        advice: "Measure volumes and forward flow by one method in one examination.", serious: spread > 1))
  }

  /// Whether the ventricle's function is normal, by every total stroke.
  private mutating func searchFunction(_ totals: [Double]) {
    guard let full = combined.given(.LVEDV), let normal = FindingID.LVEF.spec.normal(for: context.sex)?.lower else {
      return
    }
    var fractions: [Double] = combined.given(.LVEF).map { [$0] } ?? []
    for total in totals where total < full { fractions.append(total / full * 100) }
    guard let low = fractions.min(), let high = fractions.max(), low < normal, high >= normal, !has(.ejectionFraction)
    else { return }
    add(
      Discordance(
        .ejectionFraction, [.LVEF, .SV, .LVEDV],
        "LVEF is \(FindingID.LVEF.spec.text(low, beside: normal)) or \(FindingID.LVEF.spec.text(high, beside: normal)) by "
          + "the ways it can be had: reduced by one, normal by the other.",
        advice: "Take the fraction from measured volumes.", serious: false))
  }

  mutating func searchForwardFlow() {
    let indices = numbers.forwardIndices(combined.values)
    if let leaked = numbers.value(.RVol), let relaxed = thresholds.lowFlowRVol,
      SeverityThresholds.reaches(leaked, relaxed.threshold), SeverityThresholds.bin(leaked, thresholds.RVol) != 4
    {
      var low: (index: Double, way: String)?
      var enough: (index: Double, way: String)?
      for one in indices {
        if one.index < SeverityThresholds.lowFlowIndex { low = low ?? one } else { enough = enough ?? one }
      }
      if let low, let enough {
        func shown(_ one: (index: Double, way: String)) -> String {
          "\(FixedText.fixed(one.index, digits: 1)) mL/m² by \(one.way)"
        }
        add(
          Discordance(
            .forwardFlow, [.FSV, .RVol],
            "The forward flow is \(shown(low)) and \(shown(enough)), on either side of the limit of 35: by the first "
              + "an RVol from \(FindingID.RVol.spec.text(relaxed.threshold)) is severe, by the second not.",
            advice: "Measure the forward stroke again.", serious: false))
      }
    }
    guard let output = combined.given(.CO), let rate = combined.given(.HR), rate > 0, combined.given(.FSV) != nil,
      let forward = combined.values[.FSV]
    else { return }
    let perBeat = output * 1000 / rate
    guard abs(perBeat - forward) > 0.25 * forward else { return }
    add(
      Discordance(
        .forwardFlow, [.FSV, .CO, .HR],
        "\(told(.FSV)), but CO / HR is \(FindingID.FSV.spec.text(perBeat)).",
        advice: "Find out when and how each was measured.", serious: false))
  }

  /// Measures of one chamber on different sides of their normal ranges.
  mutating func searchChambers() {
    for (name, ids) in [
      ("ventricle", [FindingID.LVIDd, .LVEDVi, .LVEDV]), ("atrium", [FindingID.LAVI, .LAd]),
    ] {
      var large: FindingID?
      var normal: FindingID?
      for id in ids {
        guard let value = combined.values[id], let range = id.spec.normal(for: context.sex) else { continue }
        if range.side(of: value) > 0 { large = large ?? id } else { normal = normal ?? id }
      }
      guard let large, let normal else { continue }
      add(
        Discordance(
          .chamberSize, [large, normal],
          "The left \(name) is enlarged by \(told(large)) and not by \(told(normal)).",
          advice: "Judge its size by an indexed volume.", serious: false))
    }
  }

  /// Numbers of the leak that were measured far apart in time.
  mutating func searchDays() {
    var dates: [(id: FindingID, date: CalendarDate)] = []
    for id in [FindingID.EROA, .RVol, .RF, .PISAr, .VCW, .LVEDV, .LVEF] {
      var latest: CalendarDate?
      for one in combined.measurements(of: id) {
        if let date = one.on, latest.map({ $0.dayNumber < date.dayNumber }) ?? true { latest = date }
      }
      if let latest { dates.append((id, latest)) }
    }
    dates.sort { $0.date.dayNumber < $1.date.dayNumber }
    guard let first = dates.first, let last = dates.last, first.date.days(until: last.date) > 180 else { return }
    add(
      Discordance(
        .differentDays, [first.id, last.id],
        "\(first.id.identifier) is of \(first.date.description), \(last.id.identifier) of \(last.date.description).",
        suspect: SuspectMeasurement(first.id, "It is the older one, and a leak changes with time."),
        advice: "Measure both in one examination.", serious: false))
  }
}
