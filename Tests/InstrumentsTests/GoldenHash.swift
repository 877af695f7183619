// One number for every bit of a beat and of its findings. This file is also compiled for the browser, where the same
// number must come out.

import Circulation
import Findings
import Instruments
import Lanes
import Quantities

/// The hash FNV-1a (64 bits) over numbers, each as the eight bytes of its bit pattern, the lowest first.
public struct BitHash {
  public private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  public init() {}

  public mutating func take(_ number: Double) {
    for byte in 0..<8 {
      value = (value ^ ((number.bitPattern >> UInt64(8 * byte)) & 0xff)) &* 0x100_0000_01b3
    }
  }
}

/// The healthy adult, the same with a hole of 0.4 cm² in the mitral valve, and one in whom everything moves that may: a
/// leak that follows ventricle, ring and pressure, a late free wall, a balloon.
public func goldenHearts() -> [HeartDefinition] {
  var leaking = HeartDefinition.healthyAdult
  leaking.mitralValve.leakArea = .squareCentimetres(0.4)
  var moving = HeartDefinition.healthyAdult
  moving.mitralLeaks.functional = OrificeDefinition(
    area: .squareCentimetres(0.3), ventricleReference: .squareCentimetres(92), ventricleGain: .fraction(4),
    annulusReference: .squareCentimetres(9), annulusGain: .fraction(2), pressureGain: .fraction(-0.8))
  moving.leftVentricle.activationDelay = .milliseconds(60)
  moving.balloon.volume = .millilitres(30)
  return [.healthyAdult, leaking, moving]
}

/// The hash of these hearts' periodic beats, every sample and every finding, computed one by one or side by side.
public func goldenHash(sideBySide: Bool) -> UInt64 {
  let definitions = goldenHearts()
  let settled = sideBySide ? HeartDefinition.settle(definitions) : definitions.map { $0.settled() }
  var hash = BitHash()
  for (heart, definition) in zip(settled, definitions) {
    hash.take(Double(heart.beats))
    for sample in heart.beat.samples {
      var copy = sample
      copy.withFields { fields in for field in fields { hash.take(field) } }
    }
    let findings = BeatReading(heart.beat, of: definition, bodySurface: 1.93).findings
    for id in findings.present { hash.take(findings[id] ?? 0) }
  }
  return hash.value
}
