import Lanes

// The parts of a step one by one, for whoever wants to see that each is right: the balance of the ventricles, an
// atrium's pressure, a valve held at one pressure difference. Nothing here is used by a beat.

/// One heart's walls and valves, taken apart.
package struct Inspection {
  let heart: Heart<Double>

  package init(_ heart: Heart<Double>) { self.heart = heart }

  /// One wall at one moment.
  package struct Wall {
    /// Fibre stretch from 2.0 µm, fibre stress (kPa), contractile length (µm) and contractility.
    package let stretch, stress, contractileLength, contractility: Double

    init(_ wall: WallSolution<Double>) {
      stretch = wall.stretch
      stress = wall.stress
      contractileLength = wall.sarcomere.contractileLength
      contractility = wall.sarcomere.contractility
    }
  }

  /// The ventricles as one linearised step finds them.
  package struct Ventricles {
    package let junction: Junction<Double>
    /// Transmural, mmHg.
    package let leftPressure, rightPressure: Double
    /// Largest correction of a height or of the radius, cm.
    package let correction: Double
    package let left, septal, right: Wall
  }

  /// Where the step that begins in `state` starts its search for the junction.
  package func start(_ state: State<Double>) -> Junction<Double> {
    state.junction.extrapolated(from: state.previousJunction)
  }

  /// The ventricles of `state`, `index` steps into the beat, by one linearised step from a junction.
  package func ventricles(_ state: State<Double>, index: Int, from start: Junction<Double>) -> Ventricles {
    let found = heart.balanceVentricles(
      leftVolume: state.volumes.leftVentricle, rightVolume: state.volumes.rightVentricle, start: start,
      sarcomeres: state.sarcomeres,
      drives: heart.ventricularDrives(at: heart.timesSinceActivation(index).ventricular))
    return Ventricles(
      junction: found.junction, leftPressure: found.leftPressure, rightPressure: found.rightPressure,
      correction: found.correction, left: Wall(found.left), septal: Wall(found.septal), right: Wall(found.right))
  }

  /// The left atrium of `state`, `index` steps into the beat: its transmural pressure, mmHg, and its wall.
  package func leftAtrium(_ state: State<Double>, index: Int) -> (pressure: Double, wall: Wall) {
    let found = heart.respondAtria(
      state, drive: heart.atrialActivation.drive(at: heart.timesSinceActivation(index).atrial)
    ).left
    return (found.pressure, Wall(found.wall))
  }

  /// The flow, mL/s, that a valve comes to when the pressure difference, mmHg, is held for `steps` steps of `step`
  /// seconds.
  package static func flow(
    through valve: ValveDefinition, difference: Double, impedance: Double = 0, step: Double, steps: Int
  ) -> Double {
    let coefficients = ValveCoefficients<Double>(valve, impedance: impedance, step: step)
    var opening = 1e-9
    var flow = 0.0
    for _ in 0..<steps {
      let mouth = coefficients.differenceToMouth(difference, opening: opening, flow: flow)
      let next = coefficients.advance(
        difference: difference, opening: opening, to: coefficients.moveLeaflets(mouth: mouth, opening: opening),
        flow: flow)
      opening = next.opening
      flow = next.flow
    }
    return flow
  }
}
