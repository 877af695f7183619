// The engine's benchmarks. Each "beat" is 352 steps of 2.5 ms, at 68 beats a minute; the plain heart beside it is what
// a short C programme without valve inertia and without muscle mechanics takes for a beat (see PlainHeart.h).

import Bench
import Benchmark
import Circulation
import Course
import Instruments
import Lesions
import PlainHeart
import Quantities

let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .instructions], warmupIterations: 20, maxDuration: .seconds(2),
    maxIterations: 20_000)
  let adult = HeartDefinition.healthyAdult
  let cycle = 1 / adult.heartRate.perSecond
  let steps = TimeStep.stepsPerBeat(cycle: cycle)
  let hearts = BenchHearts(steps: steps)

  Benchmark("one heart, a beat") { _ in
    var state = hearts.oneState
    blackHole(hearts.one.runBeat(&state, steps: steps, record: nil))
  }

  Benchmark("eight hearts, a beat") { _ in
    var states = hearts.eightStates
    blackHole(hearts.eight.runBeat(&states, steps: steps, record: nil))
  }

  // The first 250 steps of the beat, four times over: a run of its own for each step would measure the door, not the
  // step.
  Benchmark("one heart, one step", configuration: .init(scalingFactor: .kilo)) { benchmark in
    for _ in 0..<benchmark.scaledIterations.count / 250 {
      var state = hearts.oneState
      blackHole(hearts.one.runBeat(&state, steps: 250, record: nil))
    }
  }

  Benchmark("healthy adult, from rest to the periodic beat") { _ in
    blackHole(adult.settled())
  }

  Benchmark("eight hearts, from rest to the periodic beat") { _ in
    blackHole(HeartDefinition.settle(BenchHearts.definitions))
  }

  var torn = adult
  LeakMechanism.flail.leak(.squareCentimetres(0.4), in: &torn)
  let leaking = torn
  Benchmark("moving orifice, from rest to the periodic beat") { _ in
    blackHole(leaking.settled())
  }

  let body = RegulatedHeart(heart: leaking, settingPointsBy: adult, gains: .healthy(age: 45))
  Benchmark("steady state with reflexes and kidneys") { _ in
    blackHole(body.settled(.days))
  }

  Benchmark("ten years of a course", configuration: .init(maxDuration: .seconds(5), maxIterations: 5)) { _ in
    var course = HeartCourse(lesion: leaking, in: .reference)
    blackHole(course.run([0, 3652]))
  }

  let beat = adult.settled().beat
  Benchmark("findings of a beat") { _ in
    blackHole(BeatReading(beat, of: adult, bodySurface: 1.93))
  }

  Benchmark("plain heart in C, a beat at 1 ms") { _ in
    var state = [Double](repeating: 0, count: PLAIN_HEART_STATES)
    plain_heart_start(&state)
    blackHole(plain_heart_beat(&state, cycle, Int32((1000 * cycle).rounded())))
  }
}
