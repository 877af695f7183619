// Beats one after another on one grid of time: what a drawing walks along.

import Circulation

/// Samples at even distances through several beats.
struct SampleGrid {
  /// Distance of samples, s.
  let step: Double
  /// How many samples each beat has: its last is the first of the next.
  private let counts: [Int]
  /// Where beats differ in their step: each sample's beat, the place before it, and how far on it lies, 0…1.
  private var places: [(beat: Int, sample: Int, share: Double)] = []

  /// The beats' own samples where these are evenly spaced throughout, else as many as the first beat has to the second.
  init(_ beats: [RecordedBeat]) {
    step = beats[0].step
    counts = beats.map { $0.samples.count - 1 }
    let isEven = beats.allSatisfy { ($0.step - beats[0].step).magnitude < 1e-12 }
    guard !isEven else { return }
    var beat = 0
    var begun = 0.0
    var index = 0
    while true {
      let time = Double(index) * step
      while beat < beats.count, time >= begun + beats[beat].cycle {
        begun += beats[beat].cycle
        beat += 1
      }
      guard beat < beats.count else { return }
      let place = (time - begun) / beats[beat].step
      let sample = min(max(Int(place), 0), counts[beat] - 1)
      places.append((beat, sample, place - Double(sample)))
      index += 1
    }
  }

  /// A signal along the grid, given its value at a sample of a beat.
  func values(_ signal: (_ beat: Int, _ sample: Int) -> Double) -> [Double] {
    var values: [Double] = []
    if places.isEmpty {
      for beat in counts.indices { for sample in 0..<counts[beat] { values.append(signal(beat, sample)) } }
    } else {
      for (beat, sample, share) in places {
        let (low, high) = (signal(beat, sample), signal(beat, sample + 1))
        values.append(low + share * (high - low))
      }
    }
    return values
  }
}
