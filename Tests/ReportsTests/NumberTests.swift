import Pictures
import Drawing
import Circulation
import Quantities
import Findings
import Instruments
import Reports
import Testing

@Test func fixedNumbersRoundHalvesAwayFromZeroAndHaveNoMinusBeforeNothing() {
  #expect(NumberText.fixed(0.5, digits: 0) == "1")
  #expect(NumberText.fixed(-2.5, digits: 0) == "-3")
  #expect(NumberText.fixed(-0.04, digits: 1) == "0.0")
  #expect(NumberText.fixed(0.05, digits: 2) == "0.05")
  #expect(NumberText.fixed(1234.5678, digits: 2) == "1234.57")
  #expect(NumberText.fixed(99.96, digits: 1) == "100.0")
  #expect(NumberText.fixed(.nan, digits: 1) == "–")
}

@Test func significantNumbersReadAsInCAndCarryNoUselessZeros() {
  let expected: [(Double, String)] = [
    (0, "0"), (1, "1"), (81.25, "81.25"), (123_456, "123456"), (1_234_567, "1.23457e+06"),
    (-0.001_234_567, "-0.00123457"),
    (1.5e-7, "1.5e-07"), (999_999.5, "1e+06"), (0.1 + 0.2, "0.3"), (-42.000_001, "-42"), (1e-5, "1e-05"),
    (3.4e120, "3.4e+120"),
  ]
  for (value, text) in expected { #expect(NumberText.significant(value) == text) }
  #expect(NumberText.significant(.infinity) == "")
}

@Test func significantNumbersKeepSixDigitsOfEveryNumber() {
  var seed: UInt64 = 7
  for _ in 0..<2000 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let value = (Double(seed >> 40) - 8e6) / Double(1 + (seed >> 20) % 1_000_000)
    guard let back = Double(NumberText.significant(value)) else {
      Issue.record("\(value) does not read back")
      continue
    }
    #expect((back - value).magnitude <= 5.000_1e-6 * value.magnitude)
  }
}

@Test func changesCarryTheirSign() {
  #expect(NumberText.signed(4.2, digits: 0) == "+4")
  #expect(NumberText.signed(-12.34, digits: 1) == "−12.3")
  #expect(NumberText.signed(0.04, digits: 1) == "0.0")
}

private let extremes = [
  0, Double.leastNormalMagnitude, 1e-300, -1e-300, 1e300, -1e300, Double.greatestFiniteMagnitude,
  .leastNonzeroMagnitude, .nan, .infinity,
  -.infinity,
]

@Test func noNumberIsTooStrangeToBePrinted() {
  for value in extremes {
    for digits in [0, 3, 12] {
      _ = NumberText.fixed(value, digits: digits)
      _ = NumberText.shown(value, digits: digits)
      _ = NumberText.signed(value, digits: digits)
    }
    _ = NumberText.plain(value)
    if value.isFinite, value != 0 {
      // Six digits of the largest number may round to one that is none.
      let back = Double(NumberText.significant(value)) ?? .nan
      #expect((back / value - 1).magnitude < 1e-5 || value.magnitude < 1e-307 || back.isInfinite, "\(value)")
    }
  }
}

@Test func tablesAndPlotsStandExtremeNumbers() {
  for value in extremes {
    for other in extremes {
      let style = TerminalStyle(width: 80)
      let parameter = ParameterLine(
        name: "x", title: "X", unit: "1", value: value, low: -other, high: other, learned: other)
      #expect(TerminalTable.parameters([parameter], style: style).contains("X"))
      for width in [40, 80, 120] {
        let line = ResidualLine(finding: .SBP, measured: value, fitted: other, standardError: value.magnitude)
        #expect(TerminalTable.residuals([line], style: TerminalStyle(width: width)).contains("SBP"))
      }
      var report = Samples.report()
      report.parameters = [parameter]
      report.residuals = [ResidualLine(finding: .SBP, measured: value, fitted: other, standardError: 1)]
      #expect(Tags(HTMLReport.text(report)).faults == [])
    }
    var plot = Plot.pressureVolumeLoop(Samples.healthyBeat)
    plot.series[0].points.append(PlotPoint(value, 50))
    #expect(!BraillePlot.text(plot, width: 60, height: 12, style: TerminalStyle()).isEmpty)
  }
}
