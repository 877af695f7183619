// The engine behind the page: takes in what is said, and answers. It only translates: everything that computes is in the
// rooms below.

import Circulation
import Course
import Findings
import Instruments
import Lanes
import Quantities
import Statements

/// What was said, and the hearts that were asked for.
struct PageEngine {
  var said = Said()
  /// What is kept to be set side by side.
  private var kept: [Said] = []
  /// The heart before treatment of what was last said of it: finding how large its orifices are takes most of the time.
  private var untreated: (key: [UInt8], heart: HeartDefinition)?
  private var key: [UInt8] = []
  private var keptKeys: [[UInt8]] = []
  /// The last heart that was seen beating.
  private var last: BeatingHeart?
  /// The hearts of the course's days so far.
  private var days: [BeatingHeart] = []
  /// The course under way, and what was said of it.
  private var course: (run: CourseRun, said: Said)?

  mutating func clear() {
    said = Said()
    key = []
  }

  mutating func say(_ key: [UInt8], _ value: Double) {
    said.say(key, value)
    guard Self.shapesHeart(key) else { return }
    self.key += key
    self.key.append(0)
    var bits = value.bitPattern
    for _ in 0..<8 {
      self.key.append(UInt8(truncatingIfNeeded: bits))
      bits >>= 8
    }
  }

  /// Whether the heart before treatment hangs on it.
  private static func shapesHeart(_ key: [UInt8]) -> Bool {
    for word in [
      "treatment.", "load.", "course.", "context.", "symptom", "guideline.", "today", "nyha.", "history", "reflexes",
    ]
    where key.starts(with: word.utf8) { return false }
    return true
  }

  /// Sets what was said aside, to be answered together with what is said next.
  mutating func keep() {
    kept.append(said)
    keptKeys.append(key)
    clear()
  }

  // MARK: Answers

  /// The faults of what was said, each with its place among the things said.
  var faults: Reply {
    var reply = Reply()
    reply.list { reply in for fault in said.allFaults { reply.fault(fault) } }
    return reply
  }

  /// The beat of what was said.
  mutating func beat() -> Reply {
    let beating = BeatingHeart(said, stated(said, key))
    last = beating
    var reply = Reply()
    reply.beat(beating, said)
    return reply
  }

  /// The beats of everything kept, in their order: those that repeat themselves beat side by side.
  mutating func beats() -> Reply {
    var hearts: [HeartDefinition] = []
    for (one, key) in zip(kept, keptKeys) { hearts.append(stated(one, key)) }
    let plain = kept.indices.filter {
      kept[$0].statement.reflexes != true && kept[$0].loads.isEmpty && hearts[$0].rhythm.kind == .sinus
    }
    let settled = HeartDefinition.settle(plain.map { hearts[$0] })
    var reply = Reply()
    reply.list { reply in
      for index in kept.indices {
        let place = plain.firstIndex(of: index)
        let beating =
          place.map { BeatingHeart(hearts[index], settled[$0], kept[index], nil) }
          ?? BeatingHeart(kept[index], hearts[index])
        reply.beat(beating, kept[index])
      }
    }
    kept = []
    keptKeys = []
    return reply
  }

  /// An exercise test of what was said, whatever loads it is under; a message where the body comes to no rest.
  mutating func exercise() -> Reply {
    var reply = Reply()
    if let body = resting(stated(said, key)) {
      reply.exercise(test(body))
    } else {
      reply.object { $0.field("message", Self.noRest) }
    }
    return reply
  }

  /// What the heart of what was said lets a person do, and the beat judged with the class that follows; a message where there
  /// is no such heart.
  mutating func predict() -> Reply {
    let heart = stated(said, key)
    let beating = BeatingHeart(said, heart)
    var reply = Reply()
    if let seen = beating.seen, let body = beating.body ?? resting(heart) {
      reply.prediction(test(body), said, seen.reading.findings)
    } else {
      reply.object { $0.field("message", beating.message ?? Self.noRest) }
    }
    return reply
  }

  private static let noRest = "This heart comes to no rest under its reflexes."

  /// A heart's body at rest.
  private func resting(_ heart: HeartDefinition) -> LoadedHeart? {
    LoadedHeart(said.statement.regulated(heart), under: [], body: said.statement.body)
  }

  private func test(_ body: LoadedHeart) -> ExerciseTest {
    ExerciseTest(
      of: body.resting, lying: body.rest, body: said.statement.body, isChronic: said.statement.presentation == .chronic)
  }

  /// Begins the course of what was said.
  mutating func beginCourse() {
    course = nil
    days = []
    guard let begun = said.statement.course(of: stated(said, key), holdsLesion: said.plan.holdsLesion) else { return }
    course = (CourseRun(begun, said.plan.days, changes: said.plan.changes), said)
  }

  /// The next day of the course: nothing but `isOver` after the last, with a message where the heart has stopped.
  mutating func nextOfCourse() -> Reply {
    var reply = Reply()
    if var run = course?.run, let said = course?.said {
      course = nil
      let point = run.next()
      course = (run, said)
      if let point {
        days.append(BeatingHeart(point.beat.heart, point.beat.settled, said, nil))
        reply.point(point, said, beganChronic: run.course.beganChronic)
        return reply
      }
      let end = run.course.end
      reply.object { reply in
        reply.field("isOver", flag: true)
        reply.end(end)
      }
    } else {
      reply.object { reply in
        reply.field("isOver", flag: true)
        reply.field("message", "This heart does not beat on the first day.")
      }
    }
    return reply
  }

  /// The heart that explains what was measured.
  func fit() -> Reply {
    var reply = Reply()
    reply.fit(said)
    return reply
  }

  /// A value in its finding's own unit.
  func quantity(_ key: [UInt8], _ value: Double) -> Reply {
    var reply = Reply()
    reply.object { reply in
      guard let (finding, converted) = Said.quantity(key, value) else { return }
      reply.field("value", converted)
      reply.field("unit", finding.spec.symbol)
      reply.field("units", texts: Units.spellings(of: finding.spec.unit) { finding.convert(1, from: $0) != nil })
    }
    return reply
  }

  private mutating func stated(_ said: Said, _ key: [UInt8]) -> HeartDefinition {
    let statement = said.statement
    if let untreated, untreated.key == key { return statement.treated(untreated.heart) }
    let heart = statement.untreatedHeart(from: statement.healthyHeart)
    untreated = (key, heart)
    return statement.treated(heart)
  }

  /// What is heard at a place on the chest: of the last heart, or of a day of the course by its place in it.
  func sound(_ site: AuscultationSite, _ piece: ChestPiece, least: Double, day: Int? = nil) -> Reply {
    var reply = Reply()
    let heart = day.map { days.indices.contains($0) ? days[$0] : nil } ?? last
    if let heart, let seen = heart.seen {
      reply.object { reply in
        reply.sound(seen.examined, site, piece, least: least)
        reply.heard(heart, seen, at: site)
      }
    } else {
      reply.object { $0.field("message", "No heart beats.") }
    }
    return reply
  }
}

extension Reply {
  fileprivate mutating func fault(_ fault: Fault) {
    object { reply in
      reply.field("said", Double(fault.said))
      reply.field("problem", fault.problem.rawValue)
      reply.field("minimum", fault.range?.lowerBound)
      reply.field("maximum", fault.range?.upperBound)
      reply.field("unit", fault.unit)
      if let word = fault.words.first { reply.field("word", word) }
    }
  }
}
