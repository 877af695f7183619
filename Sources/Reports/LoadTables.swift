// What loads do, on the terminal and as JSON: the body's answer in words, the steps of an exercise test, the moments of a
// manoeuvre.

import Drawing
import Cases
import Circulation
import Course
import Findings
import Instruments
import Quantities

/// What the reflexes changed, from the heart without them to the heart under them.
public struct ReflexAnswer: Sendable {
  public let drive: ReflexDrive
  /// Beats a minute, share of the resistance, share of the strength, mL of unstressed volume.
  public let rate: Double
  public let resistance: Double
  public let strength: Double
  public let veins: Double

  /// - Parameter bare: the same heart, under the same load, without any drive.
  public init(_ beat: RegulatedBeat, bare: HeartDefinition) {
    let heart = beat.heart
    drive = beat.drive
    rate = heart.heartRate.perMinute - bare.heartRate.perMinute
    resistance = heart.systemic.arteriolarResistance.engineValue / bare.systemic.arteriolarResistance.engineValue - 1
    strength = heart.leftVentricle.activeStress.engineValue / bare.leftVentricle.activeStress.engineValue - 1
    veins = heart.systemic.venousUnstressed.millilitres - bare.systemic.venousUnstressed.millilitres
  }

  /// One sentence.
  public var text: String {
    func part(_ value: Double, _ digits: Int, _ unit: String, _ name: String) -> String? {
      let change = NumberText.signed(value, digits: digits)
      return change.hasPrefix("+") || change.hasPrefix("−") ? "\(name) \(change)\(unit)" : nil
    }
    let parts = [
      part(rate, 0, " /min", "heart rate"), part(100 * resistance, 0, " %", "resistance of the body's vessels"),
      part(100 * strength, 0, " %", "strength of the heart"), part(-veins, 0, " mL", "blood pressed out of the veins"),
    ].compactMap { $0 }
    return parts.isEmpty
      ? "The reflexes have nothing to do." : "The reflexes answer: " + parts.joined(separator: ", ") + "."
  }

  public var json: JSONTree {
    .object([
      .init("arterialDrive", .number(drive.arterial)), .init("cardiopulmonaryDrive", .number(drive.cardiopulmonary)),
      .init("heartRate", ResultJSON.measured(rate, "/min")),
      .init("resistance", ResultJSON.measured(100 * resistance, "%")),
      .init("strength", ResultJSON.measured(100 * strength, "%")), .init("veins", ResultJSON.measured(veins, "mL")),
    ])
  }
}

extension ResultJSON {
  static func measured(_ value: Double, _ unit: String) -> JSONTree {
    .object([.init("value", .number(value)), .init("unit", .text(unit))])
  }

  /// An exercise test: its steps, its end, the class and the complaints that follow.
  public static func exerciseTest(_ test: ExerciseTest) -> JSONTree {
    let steps = test.steps.map { step in
      JSONTree.object([
        .init("power", measured(step.watts, "W")), .init("uptake", measured(step.mets, "[MET]")),
        .init("oxygen", measured(step.oxygen, "L/min")), .init("findings", findings(test.findings(at: step))),
      ])
    }
    let symptoms = test.symptoms.map { symptom in
      JSONTree.object([
        .init("id", .text(symptom.kind.rawValue)), .init("figure", .text(symptom.figure.rawValue)),
        .init("value", .number(symptom.value)), .init("limit", .number(symptom.limit)),
      ])
    }
    return .object([
      .init("steps", .list(steps)), .init("capacity", measured(test.capacity, "[MET]")),
      .init("expectedCapacity", measured(test.demand.expectedPeak, "[MET]")), .init("power", measured(test.watts, "W")),
      .init("endedBy", .text(test.end.rawValue)), .init("peakOutput", measured(test.peakOutput, "L/min")),
      .init("pressurePerOutput", test.pressurePerOutput.map { measured($0, "mm[Hg].min/L") } ?? .null),
      .init("nyha", .text(test.functionalClass.rawValue)), .init("congestion", .text(test.congestion.rawValue)),
      .init("symptoms", .list(symptoms)),
    ])
  }

  /// The moments of a manoeuvre.
  public static func manoeuvre(_ manoeuvre: Manoeuvre) -> JSONTree {
    let phases = manoeuvre.phases.map { phase in
      let beat = phase.beat
      return JSONTree.object([
        .init("name", .text(phase.name)), .init("time", measured(beat.time - Manoeuvre.lead, "s")),
        .init(
          "findings",
          .object([
            .init("HR", measured(beat.now.heartRate, "/min")), .init("SBP", measured(beat.systolic, "mm[Hg]")),
            .init("DBP", measured(beat.diastolic, "mm[Hg]")),
            .init("MAP", measured(beat.now.arterialPressure, "mm[Hg]")),
            .init("LAPmean", measured(beat.now.leftAtrialPressure, "mm[Hg]")),
            .init("FSV", measured(beat.forwardVolume, "mL")), .init("RVol", measured(beat.regurgitantVolume, "mL")),
          ])),
      ])
    }
    return .object([
      .init("id", .text(manoeuvre.load.identifier)), .init("complete", .flag(manoeuvre.isComplete)),
      .init(
        "rateRatio", manoeuvre.load.identifier == "valsalva" ? manoeuvre.rateRatio.map { .number($0) } ?? .null : .null),
      .init("phases", .list(phases)),
    ])
  }
}

extension ExerciseTest {
  /// What is looked at during a test.
  static let findingsShown: [FindingID] = [.HR, .SBP, .CO, .FSV, .LAPmean, .PASP, .EROA, .RVol]

  func findings(at step: ExerciseStep) -> FindingValues {
    let all = BeatReading(step.beat.settled.beat, of: step.beat.heart, bodySurface: body.bodySurface).findings
    var values = FindingValues()
    for id in Self.findingsShown { values[id] = all[id] }
    return values
  }

  /// The class, and why, in a sentence each.
  public var verdict: [String] {
    let watts = NumberText.fixed(self.watts, digits: 0)
    let mets = NumberText.fixed(capacity, digits: 1)
    let share = NumberText.fixed(100 * shareOfExpected, digits: 0)
    let why =
      switch end {
      case .breathlessness:
        "left atrial pressure reaches \(NumberText.fixed(Self.atrialLimit(isChronic: isChronic), digits: 0)) mmHg: breathless"
      case .output: "the heart cannot send out what the muscles ask for: tired out"
      case .arterialPressure: "arterial pressure falls"
      case .rate: "the heart rate is at the age's greatest: a healthy end"
      }
    return [
      "Ends at \(mets) METs (\(watts) W, \(share) % of what is expected): \(why).",
      "NYHA class \(functionalClass.rawValue), "
        + (isBreathlessAtRest
          ? "breathless at rest."
          : "by what can be done (I from 7 METs or 80 % of the expected, II from 5, III from 2)."),
    ]
      + (symptoms.isEmpty
        ? ["No complaints follow from it."] : ["Complaints: \(symptoms.map(\.text).joined(separator: "; "))."])
  }
}

extension PredictedSymptom {
  var text: String {
    func shown(_ digits: Int) -> String { NumberText.fixed(value, digits: digits) }
    let because =
      switch figure {
      case .cardiacIndex: "cardiac index \(shown(1)) L/min/m2"
      case .outputPerOxygen: "output rises by \(shown(1)) L per L of oxygen"
      case .capacity: "at \(shown(1)) METs"
      case .leftAtrialPressure: "left atrial pressure \(shown(0)) mmHg"
      case .rhythm: "the rhythm"
      }
    return "\(kind.rawValue) (\(because))"
  }
}

extension TerminalTable {
  /// The steps of an exercise test.
  public static func exercise(_ test: ExerciseTest, style: TerminalStyle) -> String {
    let shown = ExerciseTest.findingsShown
    let ranks = [0, 3, 0, 4, 0, 2, 1, 1]
    var grid = TextGrid(
      columns: [TextColumn(right: true), TextColumn(right: true)]
        + ranks.map { TextColumn(right: true, rank: $0) })
    grid.rows.append((["W", "METs"] + shown.map(\.identifier)).map { TextCell($0, .bold) })
    grid.rows.append((["", ""] + shown.map(\.shownUnit)).map { TextCell($0, .faint) })
    for step in test.steps {
      let values = test.findings(at: step)
      let beyond = step.mets > test.capacity + 1e-9
      let cells =
        [step.mets == 1 ? "rest" : NumberText.fixed(step.watts, digits: 0), NumberText.fixed(step.mets, digits: 1)]
        + shown.map { id in values[id].map { id.shown($0) } ?? "–" }
      grid.rows.append(cells.map { TextCell($0, beyond ? .faint : nil) })
      // One load beyond the end shows what ended it.
      if beyond { break }
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }

  /// The moments of a manoeuvre.
  public static func manoeuvre(_ manoeuvre: Manoeuvre, style: TerminalStyle) -> String {
    var grid = TextGrid(
      columns: [TextColumn(shrinksTo: 8)] + [0, 0, 2, 2, 0, 0, 0, 1].map { TextColumn(right: true, rank: $0) })
    grid.rows.append(
      ["", "s", "MAP", "SBP", "DBP", "HR", "FSV", "LAPmean", "RVol"].map { TextCell($0, .bold) })
    for phase in manoeuvre.phases {
      let beat = phase.beat
      let numbers = [
        beat.time - Manoeuvre.lead, beat.now.arterialPressure, beat.systolic, beat.diastolic, beat.now.heartRate,
        beat.forwardVolume, beat.now.leftAtrialPressure, beat.regurgitantVolume,
      ]
      grid.rows.append([TextCell(phase.name)] + numbers.map { TextCell(NumberText.shown($0, digits: 0)) })
    }
    return grid.lines(style, width: style.width).joined(separator: "\n")
  }
}
