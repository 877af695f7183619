// The beats of a manoeuvre as instruments look at them: no two alike, each with its neighbours.

import Circulation
import Lanes

extension Manoeuvre {
  /// All beats, each with what came just before and just after it; the first has nothing before, the last nothing after.
  public var recordedBeats: [RecordedBeat] {
    let followsAtria = beats.first?.heart.rhythm.kind != .atrialFibrillation
    return beats.indices.map { place in
      let beat = beats[place].beat
      let before = place > 0 ? beats[place - 1].beat : nil
      let after = place + 1 < beats.count ? beats[place + 1].beat : nil
      return RecordedBeat(
        samples: beat.samples, step: beat.step, ventricularActivation: beat.ventricularActivation,
        neighbours: BeatNeighbours(
          before: before.map { Array($0.samples.dropLast().suffix(Int(0.15 / $0.step))) } ?? [],
          after: after.map { Array($0.samples.dropFirst().prefix(Int(0.25 / $0.step))) } ?? [],
          nextActivation: beat.cycle + (after ?? beat).ventricularActivation, followsAtria: followsAtria))
    }
  }
}
