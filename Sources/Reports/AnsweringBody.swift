// The heart of a case in a body that answers, under loads: what `simulate` shows of it.

import Assessment
import Cases
import Circulation
import Course
import Quantities
import Statements

/// A body that answers, with its heart at rest under loads.
public struct AnsweringBody {
  /// Under the loads that last, and without any drive.
  public let loaded: RegulatedHeart
  public let beat: RegulatedBeat
  public let test: ExerciseTest?
  public let manoeuvre: Manoeuvre?

  /// Nil when the body comes to no rest.
  public init?(
    _ patient: Case, _ heart: HeartDefinition, _ choices: [LoadChoice], exerciseTest: Bool
  ) {
    guard let found = LoadedHeart(patient.regulated(heart), under: choices.map(\.stated), body: patient.body) else {
      return nil
    }
    let (resting, rest) = (found.resting, found.rest)
    (loaded, beat) = (found.loaded, found.beat)
    test =
      exerciseTest
      ? ExerciseTest(of: resting, lying: rest, body: patient.body, isChronic: patient.isChronic) : nil
    manoeuvre = choices.first { $0.load.isTransient }.map {
      Manoeuvre($0.load, amount: $0.amount, on: resting, in: rest, body: patient.body)
    }
  }

  private var answer: ReflexAnswer { ReflexAnswer(beat, bare: loaded.heart) }

  /// Begins with an empty line, to stand below other text; empty when there is no table.
  public func tables(_ style: TerminalStyle) -> String {
    var text = ""
    if let test {
      text += "\n\nExercise test, upright on a cycle\n" + TerminalTable.exercise(test, style: style) + "\n"
    }
    if let manoeuvre {
      text += "\n\n\(manoeuvre.load.title), by the second\n" + TerminalTable.manoeuvre(manoeuvre, style: style) + "\n"
    }
    return text
  }

  /// A sentence each.
  public var notes: [String] {
    var notes = test?.verdict ?? []
    if let manoeuvre, !manoeuvre.isComplete {
      notes.append("The heart did not live through it: a chamber ran dry after \(manoeuvre.beats.count) beats.")
    }
    if manoeuvre != nil { notes.append("The findings above are those at rest, before it.") }
    if test == nil, manoeuvre == nil { notes.append(answer.text) }
    if beat.heart.rhythm.kind != .sinus {
      if manoeuvre != nil { notes.append("The rhythm is irregular; here every beat has its mean length.") }
      if test != nil { notes.append("The rhythm is irregular; in the exercise test every beat has its mean length.") }
    }
    return notes
  }

  public func json(_ choices: [LoadChoice]) -> [JSONTree.Field] {
    var fields: [JSONTree.Field] = [.init("reflexes", answer.json)]
    if !choices.isEmpty { fields.append(.init("loads", .list(choices.map(\.json)))) }
    if let test { fields.append(.init("exerciseTest", ResultJSON.exerciseTest(test))) }
    if let manoeuvre { fields.append(.init("manoeuvre", ResultJSON.manoeuvre(manoeuvre))) }
    return fields
  }
}
