// A beat asks for no memory.

import AllocationCount
import Circulation
import Lanes
import Quantities
import Testing

@Suite(.enabled(if: allocation_count_works() != 0, "this system's allocator cannot be counted"))
struct AllocationTests {
  /// How often one beat of `steps` steps asks for memory.
  private func allocations<Real: Lane>(_: Real.Type, steps: Int, recorded: Bool) -> Int64 {
    let definition = HeartDefinition.healthyAdult
    let single = Heart<Double>(definition, stepsPerBeat: steps)
    let heart = Heart<Real>.broadcast(single)
    var state = State<Real>.broadcast(State(atRest: definition, heart: single))
    let room = UnsafeMutablePointer<Sample<Real>>.allocate(capacity: steps + 1)
    defer { room.deallocate() }
    _ = heart.runBeat(&state, steps: steps, record: recorded ? room : nil)
    let before = allocation_count()
    _ = heart.runBeat(&state, steps: steps, record: recorded ? room : nil)
    return allocation_count() - before
  }

  @Test func theCounterCounts() {
    let before = allocation_count()
    let room = UnsafeMutablePointer<Double>.allocate(capacity: 1000)
    var list = (0..<Int(room.distance(to: room) + 500)).map { Double($0) }
    list.append(1)
    #expect(allocation_count() - before >= 2)
    room.deallocate()
  }

  @Test func aBeatAsksForNoMemoryHoweverManyStepsItHas() {
    for steps in [352, 704] {
      for recorded in [false, true] {
        #expect(allocations(Double.self, steps: steps, recorded: recorded) == 0)
        #expect(allocations(SIMD8<Double>.self, steps: steps, recorded: recorded) == 0)
      }
    }
  }

  @Test func recordingABeatOfTwiceTheStepsAsksForMemoryAsOften() {
    let definition = HeartDefinition.healthyAdult
    func count(_ steps: Int) -> Int64 {
      let heart = Heart<Double>(definition, stepsPerBeat: steps)
      let state = State(atRest: definition, heart: heart)
      _ = heart.record(from: state, steps: steps)
      let before = allocation_count()
      _ = heart.record(from: state, steps: steps)
      return allocation_count() - before
    }
    #expect(count(704) == count(352))
  }
}
