// The heart of what was said, brought to its beat: by the very steps that `mitral simulate` takes.

import Circulation
import Course
import Findings
import Instruments
import Lanes
import Quantities
import Statements

/// A heart that beats, or why it does not.
struct BeatingHeart {
  enum Status {
    case periodic, irregular, passing, notPeriodic, diverged

    var name: String {
      switch self {
      case .periodic: "periodic"
      case .irregular: "irregular"
      case .passing: "passing"
      case .notPeriodic: "not-periodic"
      case .diverged: "diverged"
      }
    }
  }

  /// A heart seen beating.
  struct Seen {
    /// What every instrument looks at, its beats shown one after another.
    let examined: Examined
    /// Means over all beats in an irregular rhythm, as the findings are told.
    let reading: BeatReading
    /// Standard deviations from beat to beat.
    let spread: FindingValues
    /// The beat that is read, and what is seen of it.
    let representative: Examined
  }

  let status: Status
  /// As it beats: under reflexes and loads where these are asked for.
  let heart: HeartDefinition
  let seen: Seen?
  /// Its body, where it answers.
  let body: LoadedHeart?
  /// What passes within a minute, where it was asked for: it is shown, and the findings are those at rest before it.
  let manoeuvre: Manoeuvre?
  /// Why it does not beat.
  let message: String?

  /// Beats shown of an irregular rhythm.
  private static let mostShown = 12

  /// - Parameters:
  ///   - stated: the heart as said, its orifices as large as said.
  ///   - isMeasured: found by measurements: its own pressures are what it keeps to.
  init(_ said: Said, _ stated: HeartDefinition, isMeasured: Bool = false) {
    let statement = said.statement
    if statement.reflexes == true || !said.loads.isEmpty {
      let regulated = statement.regulated(stated, isMeasured: isMeasured)
      if let body = LoadedHeart(regulated, under: said.loads, body: statement.body) {
        if let load = said.loads.first(where: { $0.load.isTransient }) {
          self.init(load, said, body)
        } else if body.beat.heart.rhythm.kind != .sinus {
          self.init(irregular: body.beat.heart, said, body)
        } else {
          self.init(body.beat.heart, body.beat.settled, said, body)
        }
      } else {
        self.init(failed: stated, "This heart comes to no rest under its reflexes.")
      }
    } else if stated.rhythm.kind != .sinus {
      self.init(irregular: stated, said, nil)
    } else {
      self.init(stated, stated.settled(), said, nil)
    }
  }

  /// The same for a heart without reflexes and in sinus rhythm whose beat is known.
  init(_ heart: HeartDefinition, _ settled: SettledHeart, _ said: Said, _ body: LoadedHeart?) {
    guard settled.status != .diverged else {
      self.init(failed: heart, "This heart cannot be simulated: \(heart.likelyFault).")
      return
    }
    let examined = Examined(heart, body: said.statement.body, beat: settled.beat)
    self.init(
      status: settled.status == .periodic ? .periodic : .notPeriodic, heart: heart,
      seen: Seen(examined: examined, reading: examined.truth, spread: FindingValues(), representative: examined),
      body: body,
      message: settled.status == .periodic ? nil : "The beat did not become periodic: the last beat is shown.")
  }

  /// A manoeuvre, from rest to rest.
  private init(_ load: StatedLoad, _ said: Said, _ body: LoadedHeart) {
    let person = said.statement.body
    let rest = Examined(body.beat.heart, body: person, beat: body.beat.settled.beat)
    let run = Manoeuvre(load.load, amount: load.amount, on: body.resting, in: body.rest, body: person)
    guard run.beats.count > 1 else {
      self.init(failed: body.beat.heart, "This heart does not live through it: a chamber runs dry at once.")
      return
    }
    self.init(
      status: .passing, heart: body.beat.heart,
      seen: Seen(
        examined: Examined(body.beat.heart, body: person, beats: run.recordedBeats, representative: 0),
        reading: rest.truth, spread: FindingValues(), representative: rest),
      body: body, message: nil, manoeuvre: run)
  }

  /// Many beats at the heart's rate: as stated, or as the reflexes set it.
  private init(irregular heart: HeartDefinition, _ said: Said, _ loaded: LoadedHeart?) {
    let body = said.statement.body
    var shown: [RecordedBeat] = []
    let found = IrregularExamination(heart, bodySurface: body.bodySurface) { beat in
      if shown.count < Self.mostShown { shown.append(beat.recorded) }
    }
    guard found.run.isComplete, let beat = found.representative else {
      self.init(failed: heart, "This heart cannot be simulated: \(heart.likelyFault).")
      return
    }
    self.init(
      status: .irregular, heart: heart,
      seen: Seen(
        examined: Examined(heart, body: body, beats: shown, representative: 0), reading: found.reading.mean,
        spread: found.reading.spread, representative: Examined(heart, body: body, beat: beat)),
      body: loaded, message: nil)
  }

  private init(failed heart: HeartDefinition, _ message: String) {
    self.init(status: .diverged, heart: heart, seen: nil, body: nil, message: message)
  }

  private init(
    status: Status, heart: HeartDefinition, seen: Seen?, body: LoadedHeart?, message: String?,
    manoeuvre: Manoeuvre? = nil
  ) {
    self.status = status
    self.heart = heart
    self.seen = seen
    self.body = body
    self.message = message
    self.manoeuvre = manoeuvre
  }
}
