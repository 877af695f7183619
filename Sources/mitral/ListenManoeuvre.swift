// What the patient does while one listens, by way of the body: posture and load change filling, pressure and reflexes,
// and the beat that comes of it is listened to.

import Assessment
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
    case .handgrip: "handgrip"
    case .squat: "squatting"
    case .stand: "standing"
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
  /// What must be known of how it was brought about; a sentence each.
  let remarks: [String]

  init(rest: Examined) {
    self.rest = rest
    during = nil
    remarks = []
  }

  /// Both with the body answering: rest lying down (before squatting: some minutes of standing, from which one squats),
  /// the manoeuvre in its steady state; of Valsalva's strain the last seconds, read at their end. Nil where the heart
  /// does not come through.
  ///
  /// - Parameter seed: of an irregular rhythm.
  init?(_ subject: ExaminedCase, _ manoeuvre: ListenManoeuvre, seed: UInt64) {
    let body = subject.patient.body
    let resting = subject.patient.regulated(subject.examined.heart)
    guard let lying = resting.settled(.minutes), lying.isSteady else { return nil }
    let loads = LoadedBody(body: body, resting: resting, lying: lying, seed: seed)
    let rest = manoeuvre == .squat ? loads.standing : loads.examined(lying).map { LoadedBody.Heard($0) }
    let during =
      switch manoeuvre {
      case .handgrip, .squat: loads.steady(manoeuvre.load).map { LoadedBody.Heard($0) }
      case .stand: loads.standing
      case .valsalva: loads.strain
      }
    guard let rest, let during else { return nil }
    self.rest = rest.examined
    self.during = during.examined
    remarks = rest.remarks + during.remarks
  }
}

/// A body at rest that is put under loads and listened to.
private struct LoadedBody {
  let body: Body
  let resting: RegulatedHeart
  let lying: RegulatedBeat
  let seed: UInt64

  /// A heart as it is listened to, and what must be known of it.
  struct Heard {
    let examined: Examined
    var remarks: [String] = []

    init(_ examined: Examined, _ remarks: [String] = []) {
      self.examined = examined
      self.remarks = remarks
    }
  }

  /// An irregular rhythm is run at the rate that the reflexes set.
  func examined(_ beat: RegulatedBeat) -> Examined? {
    beat.heart.rhythm.kind == .sinus
      ? Examined(beat.heart, body: body, beat: beat.settled.beat)
      : Examined(beat.heart, body: body, settings: IrregularSettings(beats: 30, seed: seed))
  }

  /// Under a load for some minutes.
  func steady(_ load: Load) -> Examined? {
    var circumstances = Circumstances.rest
    load.apply(&circumstances, load.standard, body)
    let beat = RegulatedHeart.settle([resting.under(circumstances, body: body)], from: lying)[0]
    return beat.flatMap { $0.isSteady ? examined($0) : nil }
  }

  /// For some minutes, or where no steady state is found at the end of the first.
  var standing: Heard? {
    if let steady = steady(.upright) { return Heard(steady) }
    let run = Manoeuvre(.standing, on: resting, in: lying, body: body)
    guard run.isComplete, let end = run.beats.last?.time else { return nil }
    return passing(run, until: end, "No steady state of standing was found; the end of its first minute is heard.")
  }

  /// The end of a strain at 40 mmHg, or at as much as this heart bears without running dry.
  var strain: Heard? {
    let end = Manoeuvre.lead + Manoeuvre.strain
    for pressure in [Load.valsalva.standard.value, 30, 20] {
      let run = Manoeuvre(
        .valsalva, amount: LoadAmount(scale: 0, value: pressure), on: resting, in: lying, body: body)
      guard run.beats.contains(where: { $0.time > end }) else { continue }
      let remark = "The strain is \(Int(pressure)) mmHg in the mouth, and its last seconds are heard."
      if let heard = passing(run, until: end, remark) { return heard }
    }
    return nil
  }

  /// The last seconds of a run before a moment: beats that follow each other and do not repeat. The first and the last are
  /// left out.
  private func passing(_ run: Manoeuvre, until end: Double, _ remark: String) -> Heard? {
    let late = run.beats.indices.filter { run.beats[$0].time > end - Self.late && run.beats[$0].time <= end }
    guard let first = late.first, let last = late.last, late.count > 2 else { return nil }
    let beats = Array(run.recordedBeats[first + 1..<last])
    let heart = run.beats[last].heart
    return Heard(
      Examined(heart, body: body, beats: beats, representative: beats.count - 1),
      [remark]
        + (heart.rhythm.kind != .sinus ? ["The rhythm is irregular; here every beat has its mean length."] : []))
  }

  /// How much of the end is listened to, s.
  private static let late = 7.0
}
