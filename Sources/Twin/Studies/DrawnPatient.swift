// A patient whose heart is known: drawn from the priors and measured as the instruments would, with the errors that are
// reckoned with.

import Circulation
import Findings
import Instruments
import Lanes
import Lesions
import Quantities

/// What is measured of every patient of a study.
public struct StudyDesign: Sendable {
  public let name: String
  /// With their standard errors; the values are those of one heart and mean nothing.
  public let targets: [Target]

  /// As many measurements as parameters: what a small laboratory has of a patient before an operation.
  public static let few = StudyDesign(
    name: "few",
    [
      (.cuff, [(.SBP, .cuff), (.DBP, .cuff)]),
      (.echo2D, [(.LVEDV, .simpson), (.LVEF, .simpson), (.LAVmax, .simpson)]),
      (.doppler, [(.FSV, .continuity)]), (.colourDoppler, [(.EROA, .pisa)]),
      (.catheter, [(.PCWP, .catheter), (.CVP, .catheter), (.PASP, .catheter)]),
    ])

  /// What a valve centre has: cuff, full echocardiogram, magnetic resonance and both heart catheters.
  public static let laboratory = StudyDesign(
    name: "laboratory",
    [
      (.cuff, [(.SBP, .cuff), (.DBP, .cuff)]),
      (
        .echo2D,
        [
          (.LVEDV, .simpson), (.LVESV, .simpson), (.LAVmax, .simpson), (.LVEDV, .threeDimensional),
          (.LVESV, .threeDimensional), (.LAVmax, .threeDimensional), (.LVIDd, nil), (.LVIDs, nil), (.GLS, nil),
        ]
      ),
      (
        .doppler,
        [
          (.FSV, .continuity), (.E, nil), (.A, nil), (.AoVmax, nil), (.MRVmax, nil), (.MRVTI, nil), (.TRVmax, nil),
          (.LVET, nil), (.RVol, .volumetric),
        ]
      ),
      (.colourDoppler, [(.EROA, .pisa), (.RVol, .pisa), (.VCW, nil)]),
      (.mriOnAverage, [(.LVEDV, .mri), (.LVESV, .mri), (.FSV, .mri), (.RVol, .mri)]),
      (
        .catheter,
        [
          (.PCWP, .catheter), (.PCWPv, .catheter), (.LVEDP, .catheter), (.CVP, .catheter), (.PASP, .catheter),
          (.mPAP, .catheter), (.SBP, .catheter), (.DBP, .catheter), (.CO, .thermodilution),
        ]
      ),
    ])

  public static let all: [StudyDesign] = [.few, .laboratory]

  private init(name: String, _ asked: [(Instrument, [(FindingID, MeasurementMethod?)])]) {
    self.name = name
    var heart = HeartDefinition.healthyAdult
    LeakMechanism.fixed.leak(.squareCentimetres(0.3), in: &heart)
    guard let examined = Examined(heart, body: .reference) else { preconditionFailure("a heart with a leak beats") }
    targets = asked.flatMap { instrument, findings in
      let readings = instrument.report(examined).readings
      return findings.map { finding, method in
        guard let reading = readings.first(where: { $0.finding == finding && (method == nil || $0.method == method) })
        else { preconditionFailure("\(finding) is not read") }
        return Target(
          finding, reading.value, standardError: reading.deviation, method: reading.method?.rawValue ?? "")
      }
    }
  }
}

/// A patient whose heart is known.
public struct DrawnPatient: Sendable {
  /// Logarithms of the free parameters, in the order of the fit.
  public let theta: [Double]
  /// What was measured of this heart, with scatter.
  public let targets: [Target]
}

extension StudyDesign {
  /// The search for the hearts that explain measurements of this design.
  public func search(_ targets: [Target]? = nil) -> HeartFit {
    HeartFit(
      start: .healthyAdult, body: .reference, targets: targets ?? self.targets, disease: KnownDisease(isAcute: false))
  }

  /// Names of the free parameters, in their order.
  public var parameterNames: [String] { search().model.parameters.map(\.name) }

  /// Draws a patient from the priors, on whom the findings of this design are measured with the errors of the fit. What the
  /// heart does not show (an A wave lost in the E wave) is not measured.
  ///
  /// - Parameter hasGross: whether one measurement in twenty is grossly wrong, as the fit reckons with.
  /// - Returns: nil where the heart that was drawn does not beat.
  public func patient(seed: UInt64, hasGross: Bool) -> DrawnPatient? {
    let model = search().model
    precondition(model.measuredCount == model.targets.count, "a measurement for everything that would be assumed")
    var seeds = RandomNumbers(seed: seed)
    var random = RandomNumbers(seed: seeds.next())
    let theta = model.parameters.map { model.center($0) + model.spread($0) * random.normal() }
    guard let trial = model.approached(theta) else { return nil }
    let readings = model.readings(of: model.examined(trial))
    let targets = model.targets.indices.compactMap { index -> Target? in
      // Numbers that are one measurement told several ways are off alike.
      let (target, first) = (model.targets[index], model.unit(of: index)[0])
      var own = RandomNumbers(seed: seed &* 1_000_003 &+ UInt64(first))
      guard let read = readings[index] else { return nil }
      let isGross = own.uniform() < RobustError.grossShare && hasGross
      let error = model.errors[index] * own.normal() * (isGross ? RobustError.grossWidth : 1)
      return Target(target.finding, read + error, standardError: target.statedError, method: target.method)
    }
    return DrawnPatient(theta: theta, targets: targets)
  }
}

extension HeartModel {
  /// The heart of the first mechanism at a place, as a fit would come to it: where it does not begin to beat by itself, in
  /// small steps from the prior's centre, each from the beat before.
  func approached(_ theta: [Double]) -> Trial? {
    if let trial = evaluate([Place(component: 0, theta: theta)])[0] { return trial }
    var last: Trial?
    for step in 0...20 {
      let share = Double(step) / 20
      let way = zip(priorCenter, theta).map { $0 + share * ($1 - $0) }
      last = evaluate([Place(component: 0, theta: way, state: last?.heart.state)])[0]
      guard last != nil else { return nil }
    }
    return last
  }
}
