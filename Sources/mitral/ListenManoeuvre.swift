// What the patient does while one listens, by way of the body: posture and load change filling, pressure and reflexes,
// and the beat that comes of it is listened to.

import Cases
import Circulation
import Course
import Instruments
import Quantities

enum ListenManoeuvre: String, CaseIterable {
  case handgrip, squat, stand, valsalva

  var load: Load {
    switch self {
    case .handgrip: .handgrip
    case .squat: .squat
    case .stand: .upright
    case .valsalva: .valsalva
    }
  }

  var title: String {
    switch self {
    case .handgrip: "Handgrip"
    case .squat: "Squatting"
    case .stand: "Standing"
    case .valsalva: "Valsalva strain"
    }
  }

  /// What it is compared with. One squats down from standing, and lies down for all else.
  var before: String { self == .squat ? "standing" : "at rest" }
}

/// A heart at rest (before squatting: standing), and the same under a manoeuvre where there is one.
struct Listened {
  let rest: Examined
  let during: Examined?
  /// Of a strain, held in the mouth, mmHg.
  let mouthPressure: Double?

  init(rest: Examined) {
    self.rest = rest
    during = nil
    mouthPressure = nil
  }

  /// Both with the body answering: rest lying down (before squatting: some minutes of standing, from which one squats),
  /// the manoeuvre in its steady state; of Valsalva's strain the last seconds, read at their end. Nil where the heart
  /// does not come through.
  init?(_ subject: ExaminedCase, _ manoeuvre: ListenManoeuvre) {
    let body = subject.patient.body
    let resting = subject.patient.regulated(subject.examined.heart)
    guard let lying = resting.settled(.minutes), lying.isSteady else { return nil }
    let rest = manoeuvre == .squat ? Self.settled(.upright, resting, from: lying, body) : lying
    guard let rest, let quiet = Self.examined(rest, body) else { return nil }
    self.rest = quiet
    let load = manoeuvre.load
    if load.isTransient {
      guard let strain = Self.strain(load, resting, rest, body) else { return nil }
      (during, mouthPressure) = strain
      return
    }
    mouthPressure = nil
    guard let beat = Self.settled(load, resting, from: rest, body), let strained = Self.examined(beat, body) else {
      return nil
    }
    during = strained
  }

  /// Under a load for some minutes.
  private static func settled(
    _ load: Load, _ resting: RegulatedHeart, from start: RegulatedBeat, _ body: Body
  ) -> RegulatedBeat? {
    var circumstances = Circumstances.rest
    load.apply(&circumstances, load.standard, body)
    let beat = RegulatedHeart.settle([resting.under(circumstances, body: body)], from: start)[0]
    return beat.flatMap { $0.isSteady ? $0 : nil }
  }

  /// An irregular rhythm is run at the rate that the reflexes set.
  private static func examined(_ beat: RegulatedBeat, _ body: Body) -> Examined? {
    beat.heart.rhythm.kind == .sinus
      ? Examined(beat.heart, body: body, beat: beat.settled.beat) : Examined(beat.heart, body: body)
  }

  /// The end of a strain at 40 mmHg, or at as much as this heart bears without running dry.
  private static func strain(
    _ load: Load, _ resting: RegulatedHeart, _ rest: RegulatedBeat, _ body: Body
  ) -> (Examined?, Double?)? {
    let end = Manoeuvre.lead + Manoeuvre.strain
    for pressure in [load.standard.value, 30, 20] {
      let run = Manoeuvre(load, amount: LoadAmount(scale: 0, value: pressure), on: resting, in: rest, body: body)
      let strain = joined(run.beats.filter { $0.time > end - lateStrain && $0.time <= end })
      guard run.beats.contains(where: { $0.time > end }), !strain.isEmpty,
        let heart = run.beats.last(where: { $0.time <= end })?.heart
      else { continue }
      return (Examined(heart, body: body, beats: strain, representative: strain.count - 1), pressure)
    }
    return nil
  }

  /// How much of the strain's end is listened to, s.
  private static let lateStrain = 7.0

  /// Beats that follow each other and do not repeat, each with its neighbours; the first and the last are left out.
  private static func joined(_ beats: [RunningBeat]) -> [RecordedBeat] {
    guard beats.count > 2 else { return [] }
    return (1..<beats.count - 1).map { place in
      let (before, beat, after) = (beats[place - 1].beat, beats[place].beat, beats[place + 1].beat)
      return RecordedBeat(
        samples: beat.samples, step: beat.step, ventricularActivation: beat.ventricularActivation,
        neighbours: BeatNeighbours(
          before: Array(before.samples.dropLast().suffix(Int(0.15 / before.step))),
          after: Array(after.samples.dropFirst().prefix(Int(0.25 / after.step))),
          nextActivation: beat.cycle + after.ventricularActivation, followsAtria: true))
    }
  }
}
