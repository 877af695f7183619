// From what a case says of the heart to a definition the engine can run: the case's words become a `HeartStatement`.

import Circulation
import Findings
import Lesions
import Quantities
import Statements
import Treatments

extension Case {
  /// The person, what is not said being the healthy adult.
  public var body: Body { patient.body }

  /// What the case says of the heart. Lesions and treatments that this version does not simulate are passed over.
  public var statement: HeartStatement {
    var statement = HeartStatement()
    statement.body = body
    statement.heartRate = mean(present(.HR))
    statement.rhythm = rhythm
    statement.hasLeftBundleBranchBlock = signs.has(.LBBB)
    statement.qrs = mean(measurements[.QRS] ?? [])
    statement.hasRheumaticLeaflets = signs.has(.rheumaticLeaflets)
    statement.presentation = presentation
    statement.nyha = nyha
    statement.history = history ?? []
    statement.settings = heart.compactMap { change in
      HeartParameter.find(change.name).map { HeartSetting($0, change.quantity.value) }
    }
    statement.lesions = lesions.compactMap(\.stated)
    for (valve, choices) in valves { statement[valve.site] = choices.compactMap(\.stated) }
    statement.treatments = treatments.compactMap { choice in
      TreatmentCatalogue.find(choice.kind).map { StatedTreatment($0, choice.arguments($0.arguments)) }
    }
    statement.reflexes = reflexes
    return statement
  }

  private func mean(_ measurements: [Measurement]) -> Double? {
    measurements.isEmpty ? nil : measurements.map(\.value).reduce(0, +) / Double(measurements.count)
  }

  /// A healthy heart of this body, at the case's heart rate (the mean of several) when one was measured.
  public var healthyHeart: HeartDefinition { statement.healthyHeart }

  /// The heart as the case states it.
  public func statedHeart(from start: HeartDefinition) -> HeartDefinition { statement.heart(from: start) }

  /// What the stated orifice peaks at where it cannot peak at what was stated, cm²; nil where it does.
  public var missedOrifice: (stated: Double, peak: Double)? { statement.missedOrifice }

  /// Where the fit starts: the healthy heart with the case's settings and the lesions of its other valves. The mitral
  /// leak is what the fit looks for.
  public var fitStart: HeartDefinition { statement.heartWithoutLeak }

  /// Gives a treatment to a heart.
  public static func apply(_ choice: TreatmentChoice, to heart: inout HeartDefinition) {
    guard let treatment = TreatmentCatalogue.find(choice.kind) else { return }
    treatment.apply(&heart, choice.arguments(treatment.arguments))
  }
}

extension KindChoice {
  /// The numbers given, the standard ones where none was.
  public func arguments(_ specs: [ArgumentSpec]) -> Arguments {
    var arguments = Arguments(standardOf: specs)
    for (index, spec) in specs.enumerated() {
      if let value = value(of: spec.name) { arguments[index] = value }
    }
    return arguments
  }

  /// The lesion of this kind; nil where this version does not simulate it.
  fileprivate var stated: StatedLesion? {
    LesionCatalogue.find(kind).map { StatedLesion($0, arguments($0.arguments)) }
  }
}

extension OtherValve {
  /// The valve in the heart's definition.
  public var site: ValveSite {
    switch self {
    case .aortic: .aortic
    case .tricuspid: .tricuspid
    case .pulmonary: .pulmonary
    }
  }
}
