// What Doppler and colour Doppler read of the shipped hearts: the tables of `docs/instruments.md` that are computed.
//
//   MITRAL_WRITE_DOCS=1 ./test --only unit      writes them anew

import Circulation
import ExaminedHearts
import Findings
import Foundation
import Instruments
import Lanes
import Quantities
import Testing

extension InstrumentPageTests {
  private static func n(_ value: Double?, _ digits: Int) -> String {
    guard let value else { return "none" }
    return String(format: "%.\(digits)f", value).replacingOccurrences(of: "-", with: "−")
  }

  private static func table(_ head: String, _ rows: [[String]]) -> [String] {
    let columns = head.filter { $0 == "|" }.count - 1
    return [head, "|" + String(repeating: "---|", count: columns)]
      + rows.map { "| " + $0.joined(separator: " | ") + " |" }
  }

  @Test func theTableOfTheHealthyAdultsDopplerIsUpToDate() throws {
    let report = Instrument.doppler.report(.healthy)
    func read(_ findings: [FindingID], _ digits: Int) -> String {
      findings.map { Self.n(report[$0], digits) }.joined(separator: ", ")
    }
    let waves = DopplerWaves(.healthy)
    let rows: [[String]] = [
      ["E, A (m/s)", read([.E, .A], 2), "0.6–0.9, 0.4–0.7", "usual (recalled)"],
      ["E/A", read([.EA], 2), "1.28 ± 0.25 at 41–60 years", "Nagueh 2009 (recalled)"],
      ["DT (ms)", read([.DT], 0), "181 ± 19", "Nagueh 2009"],
      ["IVRT (ms)", read([.IVRT], 0), "74 ± 7; 60–90", "Nagueh 2009"],
      ["e′ septal (cm/s)", Self.n(-100 * waves.septal.e.value, 1), "12.2 ± 2.3", "Nagueh 2009"],
      [
        "**e′ lateral (cm/s)**", "**\(Self.n(-100 * waves.lateral.e.value, 1))**", "**16.1 ± 2.3**",
        "Nagueh 2009: **missed**; free wall and septum of the model lengthen alike",
      ],
      [
        "S, D, Ar of the pulmonary vein (m/s)", read([.PVS, .PVD, .PVAr], 2), "about 0.55, 0.5, 0.2–0.25",
        "de Marchi 2001; usual (recalled)",
      ],
      ["S/D", read([.PVSD], 2), "1.21 ± 0.2", "Nagueh 2009 (recalled)"],
      ["LVOT VTI (cm)", read([.LVOTVTI], 1), "18–22", "usual (recalled)"],
      ["aortic Vmax (m/s)", read([.AoVmax], 2), "1.0–1.4", "usual (recalled)"],
      [
        "TR Vmax (m/s), PASP (mmHg)", read([.TRVmax], 1) + ", " + read([.PASP], 0), "up to 2.8, 15–30",
        "ESC/ERS 2022",
      ],
    ]
    try Self.check("doppler", Self.table("| reading | read | published | source |", rows))
  }

  @Test func theTableOfNarrowValvesIsUpToDate() throws {
    let rows = [(2.0, 0.0), (1.5, 0), (1.5, 0.3), (1, 0), (0.7, 0)].map { area, leak -> [String] in
      let examined = Examined.shipped("healthy-adult") {
        $0.mitralValve.openArea = .squareCentimetres(area)
        $0.mitralValve.leakArea = .squareCentimetres(leak)
      }
      let report = Instrument.doppler.report(examined)
      return [
        "\(area)" + (leak > 0 ? ", and a leak of \(leak) cm²" : ""),
        Self.n(Instrument.echo2D.report(examined)[.MVA, .planimetry], 1), Self.n(report[.MVmeanGradient], 1),
        Self.n(report[.PHT], 0), Self.n(report[.MVA, .pressureHalfTime], 1),
      ]
    }
    try Self.check(
      "narrow valves",
      Self.table(
        "| effective area (cm²) | planimetry | mean gradient (mmHg) | half-time (ms) | 220/PHT (cm²) |", rows))
  }

  @Test func theTableOfThePulmonaryVeinIsUpToDate() throws {
    let holes = [0.05, 0.1, 0.15, 0.2, 0.25, 0.3, 0.4, 0.5].map { ("hole of \($0) cm²", Examined.hole($0)) }
    let hearts: [(String, Examined)] =
      [("healthy", .healthy)] + holes + [
        ("flail leaflet", .flail), ("papillary muscle torn off", .ruptured), ("acute severe", .acute),
        ("compensated", .compensated), ("decompensated", .decompensated), ("prolapse from mid-systole on", .prolapse),
        ("tethering", .tethered), ("wide ring", .wideRing),
      ]
    let rows = hearts.map { name, examined -> [String] in
      let report = Instrument.doppler.report(examined)
      return [
        name, Self.n(report[.PVSD], 2), report.signs.word(.pulmonaryVein) ?? "none",
      ]
    }
    try Self.check(
      "pulmonary vein", Self.table("| heart | S/D read | said to be |", rows))
  }

  @Test func theTableOfEnvelopesIsUpToDate() throws {
    let hearts: [(String, Examined)] = [
      ("papillary muscle torn off", .ruptured), ("acute severe", .acute), ("compensated", .compensated),
      ("decompensated", .decompensated), ("hole of 0.1 cm²", .hole(0.1)), ("prolapse", .prolapse),
    ]
    let rows = try hearts.map { name, examined -> [String] in
      let jet = try #require(JetTrace(examined))
      let rises = [examined[.dPdtMax], jet.riseRate, jet.riseRate == nil ? nil : try Self.twoPointRise(examined, jet)]
      let signs = Instrument.doppler.report(examined).signs
      let words = [QualitativeID.cwShape, .jetTiming].compactMap { signs.word($0) }
      return [
        name, Self.n(jet.peak.value, 1), Self.n(jet.lateShare, 2),
        rises.map { Self.n($0, 0) }.joined(separator: " / "), words.joined(separator: ", "),
      ]
    }
    try Self.check(
      "envelope",
      Self.table(
        "| heart | peak (m/s) | at two thirds, as a share of the peak | dP/dt, true / steepest / 1→3 m/s | shape, timing |",
        rows))
  }

  /// 32 mmHg over the time from 1 to 3 m/s.
  private static func twoPointRise(_ examined: Examined, _ jet: JetTrace) throws -> Double {
    let limb = examined.beat.trace {
      (0.25 * max($0.leftVentricularPressure - $0.leftAtrialPressure, 0)).squareRoot()
    }
    let from = try #require(limb.crossing(of: 1, rising: true, from: jet.begin - 0.1, to: jet.peak.time))
    let to = try #require(limb.crossing(of: 3, rising: true, from: from, to: jet.peak.time))
    return 32 / (to - from)
  }

  @Test func theTableOfColourDopplerIsUpToDate() throws {
    let hearts: [(String, Examined, String)] = [
      ("hole of 0.1 cm²", .hole(0.1), "V/(V − Va) too small, 0.92 (Rodriguez 1992, recalled)"),
      ("hole of 0.25 cm²", .hole(0.25), "the same"), ("hole of 0.4 cm²", .hole(0.4), "the same"),
      ("acute", .acute, "the same"),
      ("compensated", .compensated, "the same"),
      (
        "tethering", .tethered,
        "too small by a fifth to a half (Matsumura 2008, Yosefy 2007, de Agustin 2012; recalled, not found again)"
      ),
      ("ventricular dilatation", .shipped("lesion-ventricular-dilatation"), "the same"),
      ("wide ring", .wideRing, ""),
      (
        "flail leaflet", .flail,
        "73 / 57 mL by CMR, 1.28 (Spampinato 2021); +51 mL, +8 with the angle corrected (Jang 2018)"
      ), ("prolapse, mid to late", .prolapse, "one frame overestimates what is not holosystolic (ASE 2017)"),
    ]
    let rows = try hearts.map { name, examined, published -> [String] in
      let report = Instrument.colourDoppler.report(examined)
      let (area, volume) = try (#require(report[.EROA]), #require(report[.RVol]))
      let (trueArea, trueVolume) = try (#require(examined[.EROA]), #require(examined[.RVol]))
      return [
        name, "\(Self.n(area, 2)) / \(Self.n(trueArea, 2))", Self.n(area / trueArea, 2),
        "\(Self.n(volume, 0)) / \(Self.n(trueVolume, 0))", Self.n(volume / trueVolume, 2),
        Self.n(report[.VCW], 2), published,
      ]
    }
    try Self.check(
      "colour",
      Self.table(
        "| heart | EROA read / true (cm²) | ratio | RVol read / true (mL) | ratio | vena contracta (cm) | published |",
        rows))
  }
}
