// What tones a sound holds, by the plain discrete Fourier transform.

import Foundation

/// The spectrum of a sound.
struct Tones {
  /// Hz, and the energy at each.
  let frequencies: [Double]
  let energies: [Double]

  init(_ samples: some Collection<Double>, rate: Double, step: Double = 5, highest: Double = 1000) {
    let samples = Array(samples)
    frequencies = stride(from: step, through: highest, by: step).map { $0 }
    energies = frequencies.map { frequency in
      var (real, imaginary) = (0.0, 0.0)
      for (index, value) in samples.enumerated() {
        let angle = 2 * Double.pi * frequency * Double(index) / rate
        real += value * cos(angle)
        imaginary += value * sin(angle)
      }
      return real * real + imaginary * imaginary
    }
  }

  /// The strongest, Hz.
  var dominant: Double { zip(frequencies, energies).max { $0.1 < $1.1 }?.0 ?? .nan }

  /// The share of the energy in a band, Hz.
  func share(_ band: ClosedRange<Double>) -> Double {
    zip(frequencies, energies).filter { band.contains($0.0) }.map(\.1).reduce(0, +) / energies.reduce(0, +)
  }

  /// The mean frequency, weighted by energy.
  var middle: Double { zip(frequencies, energies).map { $0 * $1 }.reduce(0, +) / energies.reduce(0, +) }
}
