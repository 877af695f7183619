// `mitral course`: what becomes of a heart over days and years.

import Assessment
import Drawing
import ArgumentParser
import Cases
import Circulation
import Course
import Findings
import Foundation
import Quantities
import Reports
import Twin

struct CourseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "course",
    abstract: "Follow the heart of a case over days and years, with treatments on the way.",
    discussion: """
      A case that states its heart begins on the day the lesion comes, reflexes on. A patient with measurements is fitted first
      and begins as found; the lesion then grows at its natural rate unless it is held. The laws of growth, wear and fluid
      balance, and how far they hold, stand in docs/course.md.

      Durations: s, min, h, d, wk, mo, y.

      Examples:
        mitral course lesion-fixed-orifice --for 10y
        mitral course cases/flail-leaflet.yaml --for 5y --treat leaflet-repair@2y
        mitral course acute-rupture --for 5d --treat nitroprusside:1ug/kg/min@1h --json
        mitral course my-case.yaml --for 10y --hold-lesion --plot course.svg --snapshot 1y:later.yaml
      """)

  @Argument(
    help: "A case file, - for standard input, or the name of a shipped case.", completion: CaseSource.completion)
  var file: String

  @Option(
    name: .customLong("for"), help: ArgumentHelp("How long to follow the heart.", valueName: "duration"),
    transform: { try CourseTimes.duration($0, option: "--for") })
  var length = TimeSpan(seconds: 5 * 365.25 * 86_400)

  @Option(
    name: .customLong("treat"),
    help: ArgumentHelp(
      "A treatment and when it begins, as edge-to-edge:2@6mo; may be repeated.", valueName: "treatment[:dose]@time"))
  var treatments: [String] = []

  @Flag(help: "The valve itself stays as it is; only the heart around it changes.")
  var holdLesion = false

  @Option(
    name: .customLong("snapshot"),
    help: ArgumentHelp(
      "Write the heart at a time as a case file, as 5d:acute.yaml; may be repeated.", valueName: "time:file.yaml"),
    completion: .file())
  var snapshots: [String] = []

  @Option(help: ArgumentHelp("Draw the course as SVG.", valueName: "file.svg"), completion: .file())
  var plot: String?

  @Flag(help: "Print one JSON document (schema/result.schema.json) and nothing else.")
  var json = false

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp("Change a number of the heart, as heart.mitralValve.openArea=4.5cm2.", valueName: "path=value"))
  var overrides: [String] = []

  func validate() throws {
    guard length.seconds > 0 else { throw ValidationError("--for needs a duration longer than 0") }
    for text in treatments { _ = try CourseTimes.treatment(text, within: length) }
    for text in snapshots { _ = try CourseTimes.snapshot(text, within: length) }
  }

  func run() throws {
    let given = try treatments.map { try GivenInCourse($0, within: length) }
    let wanted = try snapshots.map { try CourseTimes.snapshot($0, within: length) }
    let patient = try CaseSource.read(file, overrides: overrides)
    let start = try CourseStart(patient, file: file, holdsLesion: holdLesion)
    let bar = ProgressBar()
    let timeline = CourseTimeline(
      start.course, in: patient.body, for: length.days, treatments: given.map(\.planned), extra: wanted.map(\.days),
      passing: { bar.show($0 / length.days) })
    bar.clear()
    guard !timeline.moments.isEmpty else {
      CaseSource.complain("\(file): this heart cannot be simulated: no steady beat was found on the first day.")
      throw CaseSource.cannotSimulate
    }
    for snapshot in wanted {
      guard timeline.end.map({ snapshot.days < $0.days }) ?? true, let moment = timeline.moment(at: snapshot.days)
      else {
        CaseSource.complain(
          "\(snapshot.file): not written: no heart beats at \(CourseWords.time(snapshot.days)) in this course.")
        throw CaseSource.cannotSimulate
      }
      try OutputFile.write(
        patient.snapshot(of: moment, start: start, treatments: given.filter { $0.days <= snapshot.days }).yaml(),
        to: snapshot.file)
    }
    if let plot {
      try OutputFile.write(SVGPlot.stacked(Plot.course(timeline), title: "Course of \(patient.name)"), to: plot)
    }
    if json {
      print(ResultJSON.course(case: patient.json, version: Product.version, timeline: timeline).serialised())
    } else {
      let style = Terminal.style
      Terminal.show(CourseText(patient, start, timeline, for: length, style: style).text, style)
    }
  }
}

/// What stands on a terminal.
private struct CourseText {
  let text: String

  init(_ patient: Case, _ start: CourseStart, _ timeline: CourseTimeline, for length: TimeSpan, style: TerminalStyle) {
    var text = patient.name + "\n"
    text += style.paragraphs(["Course over \(length). \(start.words)"]) + "\n"
    text += TerminalTable.course(timeline.listed, style: style) + "\n\n"
    let events = TerminalTable.events(of: timeline.moments, style: style)
    if !events.isEmpty { text += events + "\n\n" }
    let width = style.isWide ? (style.width - 3) / 2 : style.width
    let plots = Plot.course(timeline).map { BraillePlot.text($0, width: width, height: 14, style: style) }
    if style.isWide {
      text += TerminalText.sideBySide(Array(plots.prefix(2))) + "\n\n"
      text += plots.dropFirst(2).joined(separator: "\n\n")
    } else {
      text += plots.joined(separator: "\n\n")
    }
    let notes =
      patient.setAside(
        isFitted: patient.canBeFitted, regurgitantVolume: timeline.moments[0].findings[.RVol]) + [Self.columns]
    self.text = text + "\n\n" + style.paragraphs(notes)
  }

  private static let columns =
    "LAvol: largest volume of the left atrium. AF: risk of atrial fibrillation so far that the size of the atrium adds to "
    + "that of age."
}
