// How a mitral prosthesis sounds.
//
//   mechanical   Discs stop on their housing, hard on hard: a closing click in the place of M1, always to be heard, and
//                a faint one when they have opened (Kupari, Harjula & Mattila, Br Heart J 1986;55:364: a closing sound in
//                all of 45 valves, an opening one in all tilting discs and bileaflet valves of two makes). The closing
//                click follows M1's law, the opening one the gradient that throws the discs open. What M1 is left by
//                the muscle and the blood that is stopped is a third of it.
//   biological   Three leaflets on a stent, whose ring does not follow the muscle: half of what one's own leaflets
//                would sound, which in a valve that narrow, and so late to shut, is the usual or less (xenografts:
//                usual sounds, and very quiet in a pulse duplicator that shut eight kinds of valves; "An in vitro
//                study of prosthetic heart valve sound").
//
// A leak beside the ring murmurs by the law of every leak, and what opens less than a valve of one's own may rumble.
// The clicks' amplitudes are chosen: what they are in a healthy heart with a valve of 29 mm stands in
// `mechanicalValvesClickAndBiologicalOnesAreSoft`.

import Circulation
import Lanes
import Quantities

extension HeartSounds {
  private static let muscleShare = 0.33
  private static let stentShare = 0.5
  /// Of the closing click, where M1 would be 1; of the opening one at a gradient of 10 mmHg.
  private static let closingClick = 0.6
  private static let openingClick = 0.2

  /// The first sound's mitral part of an amplitude that one's own leaflets would have.
  mutating func addMitralClosure(_ leaflets: LeafletKind, at time: Double, _ amplitude: Double) {
    switch leaflets {
    case .own: add(.mitralClosure, at: time, amplitude)
    case .biological: add(.mitralClosure, at: time, Self.stentShare * amplitude)
    case .mechanical:
      add(.mitralClosure, at: time, Self.muscleShare * amplitude)
      add(.discClosure, at: time, Self.closingClick * amplitude)
    }
  }

  /// The click of discs that have opened.
  mutating func addDiscs(_ beat: RecordedBeat, _ heart: HeartDefinition) {
    guard heart.mitralValve.leaflets == .mechanical else { return }
    let opening = events.mitralOpening
    let open = beat.trace { $0.openings.mitral }.crossing(
      of: 0.9, rising: true, from: opening - 0.02, to: opening + 0.15)
    let drop = beat.trace { $0.leftAtrialPressure - $0.leftVentricularPressure }
      .maximum(from: opening, to: opening + 0.08).value
    add(.discOpening, at: open, Self.openingClick * min(drop / 10, 1.5))
  }
}
