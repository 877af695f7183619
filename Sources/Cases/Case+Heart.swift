// From what a case says of the heart to a definition the engine can run.

import Circulation
import Findings
import Lesions
import Quantities
import Treatments

extension Case {
  /// The person, what is not said being the healthy adult.
  public var body: Body {
    var body = Body.reference
    if let age = patient.age { body.age = age }
    if let sex = patient.sex { body.sex = sex }
    if let height = patient.height { body.height = height }
    if let weight = patient.weight { body.weight = weight }
    return body
  }

  /// A healthy heart of this body, at the case's heart rate (the mean of several) when one was measured.
  public var healthyHeart: HeartDefinition {
    var heart = HeartDefinition.healthy(for: body)
    let rates = present(.HR)
    if !rates.isEmpty {
      heart.heartRate = .perMinute(rates.map(\.value).reduce(0, +) / Double(rates.count))
    }
    return heart
  }

  /// The heart as the case states it: the overrides, then the lesions, then the treatments already given. Moving
  /// orifices of the mitral valve are scaled so that their peak within systole, before any treatment, is what the case
  /// says.
  public func statedHeart(from start: HeartDefinition) -> HeartDefinition {
    var heart = start
    pace(&heart)
    delayWalls(&heart)
    override(&heart)
    for lesion in lesions { Self.apply(lesion, to: .mitral, of: &heart) }
    harmOtherValves(&heart)
    heart.scaleOrifices(to: orificePeaks)
    for treatment in treatments { Self.apply(treatment, to: &heart) }
    return heart
  }

  /// What the stated orifice peaks at where it cannot peak at what was stated, cm²; nil where it does.
  public var missedOrifice: (stated: Double, peak: Double)? {
    let asked = orificePeaks
    guard !asked.isEmpty else { return nil }
    var untreated = self
    untreated.treatments = []
    return untreated.statedHeart(from: healthyHeart).missedPeak(asked).map { (asked[$0.place], $0.peak) }
  }

  /// The peaks of the mitral valve's orifices that the lesions state; several of one kind add.
  private var orificePeaks: OrificePeaks {
    var peaks = OrificePeaks()
    for choice in lesions {
      guard let lesion = LesionCatalogue.find(choice.kind) else { continue }
      peaks[lesion.mechanism.place] += choice.arguments(lesion.arguments)[0]
    }
    return peaks
  }

  /// Gives the aortic, tricuspid and pulmonary valve the lesions that the case states.
  private func harmOtherValves(_ heart: inout HeartDefinition) {
    for (valve, choices) in valves.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      for lesion in choices { Self.apply(lesion, to: valve.site, of: &heart) }
    }
  }

  /// Where the fit starts: the healthy heart with the case's overrides and the lesions of its other valves. The mitral
  /// leak is what the fit looks for.
  public var fitStart: HeartDefinition {
    var heart = healthyHeart
    pace(&heart)
    delayWalls(&heart)
    override(&heart)
    harmOtherValves(&heart)
    return heart
  }

  /// Gives the heart the case's rhythm.
  private func pace(_ heart: inout HeartDefinition) {
    switch rhythm {
    case .atrialFibrillation: heart.rhythm = RhythmDefinition(.atrialFibrillation)
    case .prematureBeats: heart.rhythm = RhythmDefinition(.prematureBeats)
    case .sinus, nil: break
    }
  }

  /// In left bundle branch block the free wall of the left ventricle beats after the septum by some 0.6 of the QRS
  /// duration: 60–120 ms between the walls at a QRS of 130–180 ms (chosen within what tissue Doppler measures in patients
  /// before resynchronisation; 150 ms are taken where the QRS was not measured).
  private func delayWalls(_ heart: inout HeartDefinition) {
    guard signs.has(.LBBB) else { return }
    let durations = measurements[.QRS]?.map(\.value) ?? []
    let duration = durations.isEmpty ? 150 : durations.reduce(0, +) / Double(durations.count)
    heart.leftVentricle.activationDelay = .milliseconds(min(max(0.6 * duration, 40), 140))
  }

  /// Sets the parameters that the case overrides.
  private func override(_ definition: inout HeartDefinition) {
    for change in heart { HeartParameter.find(change.name)?.set(&definition, change.quantity.value) }
  }

  static func apply(_ choice: LesionChoice, to valve: ValveSite, of heart: inout HeartDefinition) {
    guard let lesion = LesionCatalogue.find(choice.kind) else { return }
    lesion.apply(&heart, valve, choice.arguments(lesion.arguments))
  }

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
