// The walls: that one linearised step balances them, and that stresses become pressures by the laws written down.

import Circulation
import Foundation
import Lanes
import Quantities
import Testing

private let mmHgPerKilopascal = 7.500616827

/// One spherical cap by the formulas of Lumens et al. 2009, written out anew with the system's functions.
private struct Cap {
  let volume, stretch, axial, radial: Double

  init(_ wall: WallDefinition, height x: Double, radius y: Double, stress: Double) {
    let muscle = wall.wallVolume.millilitres
    let area = Double.pi * (x * x + y * y)
    let curvature = 2 * x / (x * x + y * y)
    let z = 3 * curvature * muscle / (2 * area)
    let strain = 0.5 * log(area / wall.referenceArea.squareCentimetres) - pow(z, 2) / 12 - 0.019 * pow(z, 4)
    let tension = muscle * stress / (2 * area) * (1 + pow(z, 2) / 3 + pow(z, 4) / 5)
    // The angle between the cap's edge and the plane of the ring.
    let angle = 2 * atan2(x, y)
    volume = Double.pi / 6 * x * (x * x + 3 * y * y)
    stretch = exp(strain)
    axial = tension * sin(angle)
    radial = tension * cos(angle)
  }
}

/// A heart somewhere in its periodic beat.
private struct Moment {
  let definition: HeartDefinition
  let inspection: Inspection
  let state: State<Double>
  let index: Int

  init(_ definition: HeartDefinition, periodic: State<Double>, steps: Int, index: Int) {
    let heart = Heart<Double>(definition, stepsPerBeat: steps)
    self.definition = definition
    self.index = index
    inspection = Inspection(heart)
    var state = periodic
    _ = heart.runBeat(&state, steps: index, record: nil)
    self.state = state
  }

  /// The junction at which nothing is left to correct.
  var balanced: Inspection.Ventricles {
    var found = inspection.ventricles(state, index: index, from: inspection.start(state))
    for _ in 0..<8 { found = inspection.ventricles(state, index: index, from: found.junction) }
    return found
  }

  /// The balance by one linearised step from a junction moved off by `size` cm in all directions.
  func disturbed(by size: Double) -> Inspection.Ventricles {
    var start = balanced.junction
    start.left += size
    start.septal -= 0.7 * size
    start.right -= 0.4 * size
    start.radius += 0.6 * size
    return inspection.ventricles(state, index: index, from: start)
  }
}

private func moments(_ definition: HeartDefinition, steps: Int = 352, count: Int = 32) -> [Moment] {
  var search = PeriodicSearch()
  search.tolerance = 1e-8
  let periodic = definition.settled(stepsPerBeat: steps, search: search).state
  return (0..<count).map { Moment(definition, periodic: periodic, steps: steps, index: $0 * steps / count) }
}

@Suite struct WallTests {
  /// The limit of a step (`Junction.reach`, 0.15 cm) is for walls that snap: no other heart asks for a fifth of it.
  @Test(arguments: [
    NamedHeart("healthy"), .leak(1), .leak(1, .tricuspid), .stenosis(0.8, .mitral), .stenosis(0.8, .aortic), .rate(150),
    .blood(-300), .blood(1500),
  ])
  func anOrdinaryHeartIsNotTouchedByTheReachOfAStep(_ heart: NamedHeart) {
    let settled = heart.definition.settled()
    #expect(settled.status == .periodic)
    let most = settled.beat.samples.map(\.correction).max() ?? .infinity
    #expect(most < 0.03)
  }

  @Test func theBalancedWallsPullWithNoForceOnTheirRingAndEncloseTheirBlood() {
    let definition = HeartDefinition.healthyAdult
    for moment in moments(definition) {
      let found = moment.balanced
      let y = found.junction.radius
      let left = Cap(definition.leftVentricle, height: found.junction.left, radius: y, stress: found.left.stress)
      let septum = Cap(definition.septum, height: found.junction.septal, radius: y, stress: found.septal.stress)
      let right = Cap(definition.rightVentricle, height: found.junction.right, radius: y, stress: found.right.stress)
      let size = abs(left.axial) + abs(septum.axial) + abs(right.axial) + abs(left.radial) + abs(right.radial)
      #expect(abs(left.axial + septum.axial + right.axial) < 1e-12 * size)
      #expect(abs(left.radial + septum.radial + right.radial) < 1e-12 * size)
      #expect(abs(found.left.stretch - left.stretch) < 1e-13 * left.stretch)
      #expect(abs(found.septal.stretch - septum.stretch) < 1e-13 * septum.stretch)
      #expect(abs(found.right.stretch - right.stretch) < 1e-13 * right.stretch)
      // Cavities are what lies between the midwalls less half the muscle on either side.
      let muscle = definition.septum.wallVolume.millilitres
      let leftCavity = septum.volume - left.volume - 0.5 * (definition.leftVentricle.wallVolume.millilitres + muscle)
      let rightCavity =
        right.volume - septum.volume - 0.5 * (definition.rightVentricle.wallVolume.millilitres + muscle)
      #expect(abs(leftCavity - moment.state.volumes.leftVentricle) < 1e-10)
      #expect(abs(rightCavity - moment.state.volumes.rightVentricle) < 1e-10)
      // The pressure on the ring's plane carries the axial tension around it: p·πy² = Tx·2πy.
      #expect(abs(found.leftPressure + 2 * left.axial / y * mmHgPerKilopascal) < 1e-10)
      #expect(abs(found.rightPressure - 2 * right.axial / y * mmHgPerKilopascal) < 1e-10)
    }
  }

  /// How far a step from a disturbed start ends from the balance: pressures (mmHg), places (cm), stress (kPa).
  private func miss(_ moment: Moment, _ size: Double) -> [Double] {
    let truth = moment.balanced
    let found = moment.disturbed(by: size)
    let a = found.junction
    let b = truth.junction
    return [
      max(abs(found.leftPressure - truth.leftPressure), abs(found.rightPressure - truth.rightPressure)),
      max(max(abs(a.left - b.left), abs(a.septal - b.septal)), max(abs(a.right - b.right), abs(a.radius - b.radius))),
      max(abs(found.left.stress - truth.left.stress), abs(found.right.stress - truth.right.stress)),
    ]
  }

  /// Newton's method with the true Jacobian leaves an error of the order of the square of the one before; with one
  /// wrong entry, the error would fall only in proportion. What the Jacobian leaves out is how contractility changes
  /// with length within half a step, which is the smaller the smaller the step: the law is looked for at a fine one.
  @Test func halvingTheErrorOfTheStartQuartersThatOfTheStep() {
    for moment in moments(.healthyAdult, steps: 11_264, count: 16) {
      for (coarse, fine) in zip(miss(moment, 4e-3), miss(moment, 2e-3)) {
        #expect(coarse / fine > 3.5, "\(coarse / fine) at step \(moment.index)")
      }
    }
  }

  @Test func atTheUsualStepTheErrorOfTheStartIsLessThanAHundredthAfterwards() {
    for moment in moments(.healthyAdult, count: 32) {
      #expect(miss(moment, 1e-3)[1] < 1e-5, "\(miss(moment, 1e-3)[1]) cm at step \(moment.index)")
    }
  }

  /// The largest error of a pressure over the beat that the one linearised step makes, mmHg.
  private func linearisationError(_ definition: HeartDefinition, steps: Int) -> Double {
    moments(definition, steps: steps, count: 88).map { moment in
      let step = moment.inspection.ventricles(
        moment.state, index: moment.index, from: moment.inspection.start(moment.state))
      let truth = moment.balanced
      return max(abs(step.leftPressure - truth.leftPressure), abs(step.rightPressure - truth.rightPressure))
    }.max() ?? .infinity
  }

  @Test func oneLinearisedStepIsAFullBalanceToFourthOrder() {
    for heart in [NamedHeart("healthy adult"), .leak(0.7)] {
      let coarse = linearisationError(heart.definition, steps: 352)
      let fine = linearisationError(heart.definition, steps: 1408)
      // Two halvings of the step; fourth order makes 256 of them.
      #expect(coarse < 0.02, "\(coarse) mmHg")
      #expect(coarse / fine > 128, "\(coarse) and \(fine) mmHg")
    }
  }

  @Test func theSeptumMovesLeftWhenTheRightSideIsLoaded() {
    var loaded = HeartDefinition.healthyAdult
    loaded.pulmonary.arteriolarResistance = .mmHgSecondsPerMillilitre(
      8 * loaded.pulmonary.arteriolarResistance.mmHgSecondsPerMillilitre)
    let normal = moments(.healthyAdult, count: 8)
    for (free, pressed) in zip(normal, moments(loaded, count: 8)) {
      #expect(pressed.balanced.junction.septal < free.balanced.junction.septal)
    }
    // In a healthy heart the septum is part of the left ventricle: it bulges to the right all the time.
    #expect(normal.allSatisfy { $0.balanced.junction.septal > 0 })
  }

  @Test func anAtriumIsASphereOfOneFibre() {
    let definition = HeartDefinition.healthyAdult
    let wall = definition.leftAtrium
    for moment in moments(definition) {
      let found = moment.inspection.leftAtrium(moment.state, index: moment.index)
      let muscle = wall.wallVolume.millilitres
      let midwall = moment.state.volumes.leftAtrium + muscle / 2
      let radius = pow(3 * midwall / (4 * Double.pi), 1.0 / 3)
      let area = 4 * Double.pi * radius * radius
      let z = 3 * muscle / (2 * area * radius)
      let strain = 0.5 * log(area / wall.referenceArea.squareCentimetres) - z * z / 12 - 0.019 * pow(z, 4)
      let length = 2 * exp(strain)
      let active =
        wall.activeStress.kilopascals * found.wall.contractility * (found.wall.contractileLength - 1.51)
        * (length - found.wall.contractileLength) / 0.04
      let stress = active + wall.passiveStress.kilopascals * (pow(length / 2, 20) - 1)
      let tension = muscle * stress / (2 * area) * (1 + z * z / 3 + pow(z, 4) / 5)
      let pressure = 2 * tension / radius * mmHgPerKilopascal
      #expect(abs(found.wall.stretch - length / 2) < 1e-13)
      #expect(abs(found.pressure - pressure) < 1e-10 * (1 + abs(pressure)), "\(found.pressure) and \(pressure) mmHg")
    }
  }
}
