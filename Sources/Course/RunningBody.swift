// A body second by second: one `Heart` per beat, as long as the reflexes have it at that moment, the state carried over
// from beat to beat, so that blood is conserved.
//
// Each organ follows the drive that its reflex called for some seconds ago (Ursino, Am J Physiol 1998;275:H1733, rounded
// between that paper, Heldt's model and measured latencies):
//
//   organ                   delay s   time constant s
//   rate, vagal half        0.3       1.5
//   rate, sympathetic half  2         6
//   strength                2         8
//   resistance              2         6
//   veins                   5         20
//
// When nothing changes, this settles into the very state that `RegulatedHeart.settled(.minutes)` finds by Newton's method
// (tested from several starts).

import Circulation
import Lanes
import Quantities

/// What was seen of one beat.
public struct RunningBeat: Sendable {
  /// When it ended, s since the start.
  public let time: Double
  public let now: Haemodynamics
  /// In the mouth of the aorta, mmHg.
  public let systolic: Double
  public let diastolic: Double
  /// Out through the aortic valve, mL.
  public let forwardVolume: Double
  public let circumstances: Circumstances
  public let beat: RecordedBeat
  public let heart: HeartDefinition
}

/// A body whose reflexes need their time.
public struct RunningBody: Sendable {
  /// At rest, lying, with its set points.
  public let resting: RegulatedHeart
  public let body: Body
  /// s since the start.
  public private(set) var time = 0.0
  /// Of the circulation, at the beginning of the next beat.
  public private(set) var state: State<Double>
  private var organs: Organs
  private var past: [(time: Double, drive: ReflexDrive)]
  private var previousCycle: Double?

  /// - Parameters:
  ///   - resting: the body, its set points those it rests at (`RegulatedHeart.atRest`).
  ///   - start: the state of the circulation, which is filled up to the body's blood volume.
  ///   - drive: the drive that all organs follow at the start.
  public init(_ resting: RegulatedHeart, body: Body, from start: State<Double>, drive: ReflexDrive) {
    self.resting = resting
    self.body = body
    state = start.filled(to: resting.heart.bloodVolume)
    organs = Organs(all: drive)
    past = [(0, drive)]
  }

  /// At rest, in the steady state.
  public init(_ resting: RegulatedHeart, body: Body, in beat: RegulatedBeat) {
    self.init(resting, body: body, from: beat.settled.state, drive: beat.drive)
  }

  /// What the organs do now.
  public var drive: ReflexDrive {
    ReflexDrive(arterial: organs.resistance.arterial, cardiopulmonary: organs.resistance.cardiopulmonary)
  }

  /// Runs one beat.
  ///
  /// - Returns: nil when the heart stopped being one: a chamber ran dry, or numbers left what a heart can be.
  public mutating func beat(_ circumstances: Circumstances = .rest) -> RunningBeat? {
    let loaded = resting.under(circumstances, body: body)
    let heart = organs.answer(loaded)
    let steps = TimeStep.stepsPerBeat(cycle: 1 / heart.heartRate.perSecond)
    let engine = Heart<Double>(heart, stepsPerBeat: steps, after: previousCycle)
    var end = state
    let recorded = engine.record(advancing: &end, steps: steps)[0]
    guard
      recorded.isFinite,
      recorded.samples.allSatisfy({ min($0.leftVentricularVolume, $0.rightVentricularVolume) > 0.5 })
    else { return nil }
    state = end
    previousCycle = recorded.cycle
    time += recorded.cycle
    let now = Haemodynamics(recorded, of: heart)
    past.append((time, loaded.reflexes.drive(now)))
    organs.follow(past, at: time, over: recorded.cycle)
    past.removeAll { $0.time < time - 10 }
    let pressure = recorded.trace { $0.aorticPressure }
    return RunningBeat(
      time: time, now: now, systolic: pressure.maximum().value, diastolic: pressure.minimum().value,
      forwardVolume: recorded.trace { $0.flows.aortic }.mean * recorded.cycle,
      circumstances: circumstances, beat: recorded, heart: heart)
  }

  /// Runs for some seconds.
  ///
  /// - Parameter circumstances: those at a time, s since the start.
  /// - Returns: the beats; fewer than asked for when the heart stopped.
  public mutating func run(
    seconds: Double, _ circumstances: (Double) -> Circumstances = { _ in .rest }
  ) -> [RunningBeat] {
    var beats: [RunningBeat] = []
    let end = time + seconds
    while time < end {
      guard let next = beat(circumstances(time)) else { break }
      beats.append(next)
    }
    return beats
  }
}

/// The organs' own drives, each late in its way.
private struct Organs: Sendable {
  var vagalRate: ReflexDrive
  var sympatheticRate: ReflexDrive
  var strength: ReflexDrive
  var resistance: ReflexDrive
  var veins: ReflexDrive

  init(all drive: ReflexDrive) {
    vagalRate = drive
    sympatheticRate = drive
    strength = drive
    resistance = drive
    veins = drive
  }

  mutating func follow(_ past: [(time: Double, drive: ReflexDrive)], at time: Double, over seconds: Double) {
    func approach(_ organ: inout ReflexDrive, delay: Double, constant: Double) {
      let called = (past.last { $0.time <= time - delay } ?? past[0]).drive
      let share = 1 - Double.exponential(-seconds / constant)
      organ.arterial += share * (called.arterial - organ.arterial)
      organ.cardiopulmonary += share * (called.cardiopulmonary - organ.cardiopulmonary)
    }
    approach(&vagalRate, delay: 0.3, constant: 1.5)
    approach(&sympatheticRate, delay: 2, constant: 6)
    approach(&strength, delay: 2, constant: 8)
    approach(&resistance, delay: 2, constant: 6)
    approach(&veins, delay: 5, constant: 20)
  }

  /// The heart with each organ at its own drive.
  func answer(_ body: RegulatedHeart) -> HeartDefinition {
    func driven(_ drive: ReflexDrive) -> HeartDefinition {
      body.driven(drive, volume: body.heart.bloodVolume.millilitres)
    }
    let rate = ReflexDrive(arterial: 0.5 * (vagalRate.arterial + sympatheticRate.arterial))
    let strong = driven(strength)
    var heart = driven(resistance)
    heart.heartRate = driven(rate).heartRate
    heart.systemic.venousUnstressed = driven(veins).systemic.venousUnstressed
    heart.leftVentricle.activeStress = strong.leftVentricle.activeStress
    heart.septum.activeStress = strong.septum.activeStress
    heart.rightVentricle.activeStress = strong.rightVentricle.activeStress
    return heart
  }
}

extension State where Real == Double {
  /// The same state with the systemic veins filled, or emptied, to a blood volume.
  fileprivate func filled(to blood: Volume) -> State {
    var copy = self
    let present = copy.volumes.withFields { $0.reduce(0, +) }
    copy.volumes.systemicVeins += blood.millilitres - present
    return copy
  }
}
