// The course of one heart: beats, reflexes, blood volume and growth, from the day the lesion came to years after.
//
// Seconds are always settled: at every moment of the course the beat is periodic and the reflexes have come to rest.
// The blood volume follows in days (an implicit step, together with the reflexes), the heart's structure in weeks to
// years (by the exact solution of its approach to where it is heading at the moment). Steps grow from a quarter of a
// day to a week, and begin anew whenever something is done to the heart.

import Circulation
import Lanes
import Quantities
import Treatments

/// One moment of a course.
public struct CoursePoint: Sendable {
  /// Since the lesion came.
  public let days: Double
  public let beat: RegulatedBeat
  /// The same heart, grown and holding its blood, without any drive: what can be put under a load.
  public let resting: RegulatedHeart
  public let remodelling: Remodelling
}

/// Something done to the heart, or to its regulation, at a time.
public struct CourseChange: Sendable {
  public let days: Double
  public let apply: @Sendable (inout HeartCourse) -> Void

  /// The same change on another day.
  public func moved(to days: Double) -> CourseChange { CourseChange(days: days, apply: apply) }

  public init(days: Double, apply: @escaping @Sendable (inout HeartCourse) -> Void) {
    self.days = days
    self.apply = apply
  }
}

/// A heart on its way.
public struct HeartCourse: Sendable {
  /// The heart without its growth, with its lesions and treatments, and the body around it.
  public var body: RegulatedHeart
  public var law: RemodellingLaw
  public var remodelling = Remodelling()
  /// mL.
  public var bloodVolume: Double
  public private(set) var days = 0.0
  /// How the leaflets get worse by themselves.
  public var progression = LeakProgression.held
  /// What was given, and since when.
  public internal(set) var medications: [Medication] = []
  /// What carries the heart for hours or days.
  var bridges: [Bridge] = []
  /// Whether the heart had months to get used to its leak before the course began.
  public var beganChronic = false
  /// By how much all steps are shorter (or longer) than usual.
  package var stepScale = 1.0

  /// Why the course is over; nil while the heart lives.
  public private(set) var end: CourseEnd?
  /// Since when the circulation has been too weak to live on; nil while it is not.
  private(set) var failingSince: Double?

  private var last: RegulatedBeat?
  /// m².
  private let bodySurface: Double

  /// - Parameters:
  ///   - body: the heart with its lesion on the day it came.
  ///   - healthy: the healthy heart that loads are compared with.
  ///   - bodySurface: of the person, m².
  public init(body: RegulatedHeart, healthy: HeartDefinition, bodySurface: Double) {
    self.body = body
    self.bodySurface = bodySurface
    law = RemodellingLaw(healthy: Strain(healthy.settled().beat, of: healthy))
    bloodVolume = body.heart.bloodVolume.millilitres
  }

  /// What everything given does together.
  private var lasting: LastingEffect { medications.reduce(LastingEffect()) { $0 + $1.effect } }

  /// The present heart, grown, treated and holding its blood, without any drive.
  var present: RegulatedHeart {
    var grown = body
    grown.heart = remodelling.applied(to: body.heart)
    grown.heart.bloodVolume = .millilitres(bloodVolume)
    let lasting = lasting
    grown.reflexes.gains.heartRate *= lasting.reflexGain
    grown.reflexes.gains.contractility *= lasting.reflexGain
    grown.fluid.shift += lasting.fluid
    for medication in medications { medication.apply(to: &grown.heart, on: days) }
    for bridge in bridges { bridge.apply(to: &grown.heart, on: days) }
    return grown
  }

  /// The beat of the present heart, `step` days after the blood volume was last known; nil when it no longer beats.
  mutating func beat(after step: Double) -> RegulatedBeat? {
    let grown = present
    last =
      step > 0 ? grown.settled(.days, from: last, after: step) : grown.settled(.arterial, from: last)
    if let last { bloodVolume = last.bloodVolume }
    watch(last)
    return last
  }

  /// Whether the circulation still sustains life.
  private mutating func watch(_ beat: RegulatedBeat?) {
    guard end == nil else { return }
    guard let beat else {
      end = CourseEnd(noBeatOn: days)
      return
    }
    guard let failure = CourseEnd(beat.now, bodySurface: bodySurface, on: days) else {
      failingSince = nil
      return
    }
    let since = failingSince ?? days
    failingSince = since
    if days >= since + CourseEnd.grace - 1e-9 { end = failure }
  }

  /// Lets the heart grow for some days under the load of a beat.
  mutating func grow(by step: Double, under beat: RegulatedBeat) {
    let strain = Strain(beat.settled.beat, of: beat.heart)
    remodelling = law.advanced(remodelling, under: strain, days: step, decline: lasting.decline)
    progression.advance(&body.heart, days: step)
    days += step
  }

  /// Runs to the last of the times, and tells of each.
  ///
  /// - Parameters:
  ///   - times: days, rising, at which to look.
  ///   - changes: what happens, and when. A time that is looked at and has a change is seen after it.
  ///   - passing: told the day of every step.
  /// - Returns: a point for every time until the course's end.
  public mutating func run(
    _ times: [Double], changes: [CourseChange] = [], passing: (Double) -> Void = { _ in }
  ) -> [CoursePoint] {
    var run = CourseRun(self, times, changes: changes)
    var points: [CoursePoint] = []
    while let point = run.next(passing: passing) { points.append(point) }
    self = run.course
    return points
  }
}

/// A course on its way through a list of times, from one to the next.
public struct CourseRun: Sendable {
  public private(set) var course: HeartCourse
  private let times: [Double]
  private var place = 0
  private var pending: [CourseChange]
  /// Days of the next step.
  private var step: Double
  /// Nil when the heart no longer beats.
  private var beat: RegulatedBeat?

  /// - Parameters: as for `HeartCourse.run`.
  public init(_ course: HeartCourse, _ times: [Double], changes: [CourseChange] = []) {
    self.course = course
    self.times = times
    pending = changes.sorted { $0.days < $1.days }
    step = 0.25 * course.stepScale
    beat = self.course.beat(after: 0)
  }

  /// Whether all times have been looked at; a heart that stops before does not come so far.
  public var hasSeenAll: Bool { place == times.count }

  /// Goes on to the next of the times; nil after the last, and after the course's end.
  public mutating func next(passing: (Double) -> Void = { _ in }) -> CoursePoint? {
    guard place < times.count, beat != nil else { return nil }
    let time = times[place]
    while true {
      guard change(), let now = beat else { return nil }
      if course.days >= time - 1e-9 {
        place += 1
        return CoursePoint(
          days: course.days, beat: now, resting: course.present, remodelling: course.remodelling)
      }
      guard course.end == nil else { return nil }
      var next = min(step, time - course.days)
      if let change = pending.first { next = min(next, change.days - course.days) }
      for bridge in course.bridges where bridge.end > course.days { next = min(next, bridge.end - course.days) }
      if let since = course.failingSince { next = min(next, since + CourseEnd.grace - course.days) }
      course.grow(by: next, under: now)
      beat = course.beat(after: next)
      guard beat != nil else { return nil }
      step = min(step * 1.4, 7 * course.stepScale)
      passing(course.days)
    }
  }

  /// Does what is due; false when the heart does not beat after it.
  private mutating func change() -> Bool {
    var isChanged = false
    while let change = pending.first, change.days <= course.days + 1e-9 {
      change.apply(&course)
      pending.removeFirst()
      step = 0.25 * course.stepScale
      isChanged = true
    }
    if isChanged { beat = course.beat(after: 0) }
    return beat != nil
  }
}
