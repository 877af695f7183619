import Pictures
import Drawing
import Quantities
import Findings
import Instruments
import Circulation
import Reports
import Testing

@Test func ticksAreRoundNumbersThatSpanTheCurve() {
  let ticks = Ticks(3...127, most: 8, outward: true)
  #expect(ticks.values == [0, 20, 40, 60, 80, 100, 120, 140])
  #expect(ticks.range == 0...140)
  let time = Ticks(-0.15...0.73, most: 6, outward: false)
  #expect(time.values.map(time.label) == ["0.0", "0.2", "0.4", "0.6"])
  #expect(time.range == -0.15...0.73)
}

@Test func ticksNeverExceedTheirNumberAndAlwaysSpanOutward() {
  var seed: UInt64 = 3
  for _ in 0..<500 {
    seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    let low = Double(Int(seed >> 44)) / 1000 - 500
    let span = Double(1 + (seed >> 30) % 100_000) / 777
    let most = 3 + Int(seed % 9)
    let ticks = Ticks(low...(low + span), most: most, outward: true)
    #expect(ticks.values.count <= most)
    #expect(ticks.range.lowerBound <= low + 1e-6 && ticks.range.upperBound >= low + span - 1e-6)
  }
}

@Test func aBraillePlotHasTheSizeThatWasAsked() {
  for (width, height) in [(30, 8), (60, 16), (100, 30)] {
    let text = BraillePlot.text(
      .pressureVolumeLoop(Samples.leakingBeat), width: width, height: height, style: TerminalStyle(width: width))
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == height)
    #expect(lines.allSatisfy { $0.count <= width })
  }
}

@Test func aCurveOfOneSlopeRunsFromCornerToCorner() {
  let line = Plot(
    title: "Line", x: PlotAxis("x", unit: "s"), y: PlotAxis("y", unit: "mL"),
    series: [PlotSeries("curve", .ventricle, [PlotPoint(0, 0), PlotPoint(10, 10)])])
  let text = BraillePlot.text(line, width: 40, height: 16, style: TerminalStyle(width: 40))
  let rows = text.split(separator: "\n").filter { $0.contains("│") || $0.contains("┤") }
  let starts = rows.compactMap { row in
    row.firstIndex { ("\u{2801}"..."\u{28FF}").contains($0) }.map { row.distance(from: row.startIndex, to: $0) }
  }
  #expect(starts.count == rows.count)
  #expect(starts == starts.sorted(by: >))
  #expect(starts.last == 3)
}

@Test func timeZeroOfThePressuresIsVentricularActivation() throws {
  let plot = Plot.pressures(Samples.leakingBeat)
  let first = try #require(plot.series.first?.points.first)
  #expect(first.x == -Samples.leakingBeat.ventricularActivation)
  #expect(plot.series.map(\.name) == ["LV", "Aorta", "LA"])
}

@Test func aPictureSaysInWordsWhatItShows() {
  let svg = SVGPlot.text(.pressureVolumeLoop(Samples.leakingBeat, ghost: ("Healthy <&>", Samples.healthyBeat, .ghost)))
  #expect(svg.contains("<title id=\"plot-title\">Pressure–volume loop of the left ventricle</title>"))
  #expect(svg.contains("role=\"img\" aria-labelledby=\"plot-title plot-desc\""))
  #expect(svg.contains("Healthy &lt;&amp;&gt;"))
  #expect(svg.contains("LV volume (mL)"))
  #expect(Tags(svg).faults.isEmpty)
}

@Test func aPictureStaysInItsFrame() {
  for plot in [
    Plot.pressureVolumeLoop(Samples.leakingBeat), .pressures(Samples.leakingBeat), .mitralFlow(Samples.leakingBeat),
    .mitralVelocity(Samples.healthyBeat),
  ] {
    let svg = SVGPlot.text(plot, width: 300, height: 200)
    for path in svg.split(separator: " d=\"").dropFirst() {
      let numbers = path.prefix { $0 != "\"" }.split { !"-.0123456789".contains($0) }.compactMap { Double($0) }
      #expect(numbers.allSatisfy { $0 >= 0 && $0 <= 300 })
    }
  }
}

@Test func aPlotOfNothingIsStillAPlot() {
  let empty = Plot(
    title: "Nothing", x: PlotAxis("x", unit: "s"), y: PlotAxis("y", unit: "mL"),
    series: [PlotSeries("none", .ghost, [PlotPoint(.nan, 1)])])
  #expect(SVGPlot.text(empty).contains("<svg"))
  #expect(!BraillePlot.text(empty, width: 30, height: 10, style: TerminalStyle()).isEmpty)
}
