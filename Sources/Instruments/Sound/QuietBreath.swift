// Quiet breathing, as it moves the two halves of the second sound.
//
// Breathing in fills the right ventricle more and the left one less: the pulmonary valve shuts later and the aortic one
// sooner. In 68 healthy children who lay and breathed quietly the halves were 20 ms apart breathing out and 40 ms
// breathing in, and of the difference the aortic valve made 35 % (Castle & Jones, Circulation 1961;24:180): it moves by
// 7 ms, the pulmonary valve by 13 ms. (In adults, too, the sound is single or closely split breathing out.) A simulated
// beat has one pressure in the chest and stands for the middle of a breath, so that half of either way lies on each
// side of it. A breath lasts 4 s, and a recording begins breathed out.
//
// That the way is the same in every heart is the simplification; who strains does not breathe, and nothing moves.

import Circulation
import Lanes
import Quantities

/// A breath of 4 s, or a breath that is held.
struct QuietBreath: Sendable {
  /// s.
  static let period = 4.0
  /// By how much the valves' sounds move from breathing out to breathing in, s.
  static let aorticWay = -0.007
  static let pulmonaryWay = 0.013
  /// A chest under more pressure than this, mmHg, holds its breath.
  private static let strain = 5.0

  let isHeld: Bool

  init(_ heart: HeartDefinition) {
    isHeld = heart.intrathoracicPressure.millimetresOfMercury.magnitude > Self.strain
  }

  /// How far breathed in, 0…1, at a time of a recording, s.
  static func depth(at time: Double) -> Double {
    let half = Double.sine(Double.pi * time / period)
    return half * half
  }

  /// By how much a sound comes later than the simulated beat has it, s, breathed in by a share.
  func shift(_ kind: HeartSoundKind, depth: Double) -> Double {
    guard !isHeld else { return 0 }
    switch kind {
    case .aorticClosure: return Self.aorticWay * (depth - 0.5)
    case .pulmonaryClosure: return Self.pulmonaryWay * (depth - 0.5)
    default: return 0
    }
  }

  /// The shift of P2 against A2, s.
  func parting(depth: Double) -> Double {
    shift(.pulmonaryClosure, depth: depth) - shift(.aorticClosure, depth: depth)
  }
}
