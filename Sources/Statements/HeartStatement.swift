// What is said of a heart, in plain values, and the heart that it makes: the one way from words to a definition, for
// case files, the command and the page alike.

import Circulation
import Findings
import Lesions
import Quantities
import Treatments

/// A lesion with the numbers said of it.
public struct StatedLesion: Sendable {
  public let lesion: Lesion
  public var arguments: Arguments

  public init(_ lesion: Lesion, _ arguments: Arguments? = nil) {
    self.lesion = lesion
    self.arguments = arguments ?? Arguments(standardOf: lesion.arguments)
  }
}

/// A treatment with the numbers said of it.
public struct StatedTreatment: Sendable {
  public let treatment: Treatment
  public var arguments: Arguments

  public init(_ treatment: Treatment, _ arguments: Arguments? = nil) {
    self.treatment = treatment
    self.arguments = arguments ?? Arguments(standardOf: treatment.arguments)
  }
}

/// A number of the definition that is set, in the parameter's unit.
public struct HeartSetting: Sendable {
  public let parameter: HeartParameter
  public let value: Double

  public init(_ parameter: HeartParameter, _ value: Double) {
    self.parameter = parameter
    self.value = value
  }
}

/// What is said of a heart and of the person around it. What is not said is the healthy adult's.
public struct HeartStatement: Sendable {
  public var body = Body.reference
  /// Beats per minute, as measured.
  public var heartRate: Double?
  public var rhythm: Rhythm?
  /// Left bundle branch block, and the QRS duration where it was measured, ms.
  public var hasLeftBundleBranchBlock = false
  public var qrs: Double?
  /// Leaflets scarred by rheumatic fever were seen.
  public var hasRheumaticLeaflets = false
  /// Whether the leak came suddenly.
  public var presentation: Presentation?
  public var nyha: NYHAClass?
  public var history: [HistoryItem] = []
  /// Numbers of the definition, set one after the other.
  public var settings: [HeartSetting] = []
  /// Lesions of the mitral valve.
  public var lesions: [StatedLesion] = []
  /// Lesions of the other three, by `ValveSite`.
  private var others = [[StatedLesion]](repeating: [], count: ValveSite.allCases.count)
  /// Treatments already given.
  public var treatments: [StatedTreatment] = []
  /// Whether the body answers; nil: not said.
  public var reflexes: Bool?

  public init() {}

  /// The lesions of a valve.
  public subscript(valve: ValveSite) -> [StatedLesion] {
    get { valve == .mitral ? lesions : others[valve.rawValue] }
    set {
      if valve == .mitral { lesions = newValue } else { others[valve.rawValue] = newValue }
    }
  }

  /// Whether the other valves are said to be ill.
  public var harmsOtherValves: Bool { others.contains { !$0.isEmpty } }

  /// Whether it is said what the heart is, so that it can beat without having been measured.
  public var statesItsHeart: Bool { !lesions.isEmpty || harmsOtherValves || !settings.isEmpty }
}

extension HeartStatement {
  /// A healthy heart of this body, at the heart rate that was measured.
  public var healthyHeart: HeartDefinition {
    var heart = HeartDefinition.healthy(for: body)
    if let heartRate { heart.heartRate = .perMinute(heartRate) }
    return heart
  }

  /// The heart as stated: the settings, then the lesions, then the treatments already given. Moving orifices of the
  /// mitral valve are scaled so that their peak within systole, before any treatment, is what was said.
  public func heart(from start: HeartDefinition) -> HeartDefinition { treated(untreatedHeart(from: start)) }

  /// The same before any treatment.
  public func untreatedHeart(from start: HeartDefinition) -> HeartDefinition {
    var heart = start
    prepare(&heart)
    for stated in lesions { stated.lesion.apply(&heart, .mitral, stated.arguments) }
    harmOtherValves(&heart)
    heart.scaleOrifices(to: orificePeaks)
    return heart
  }

  /// A heart with the treatments given.
  public func treated(_ untreated: HeartDefinition) -> HeartDefinition {
    var heart = untreated
    for stated in treatments { stated.treatment.apply(&heart, stated.arguments) }
    return heart
  }

  /// The stated heart, from the healthy one.
  public var heart: HeartDefinition { heart(from: healthyHeart) }

  /// The heart without what is said of the mitral valve, and untreated: where a search for the leak starts.
  public var heartWithoutLeak: HeartDefinition {
    var heart = healthyHeart
    prepare(&heart)
    harmOtherValves(&heart)
    return heart
  }

  /// What the stated orifice peaks at where it cannot peak at what was stated, cm²; nil where it does.
  public var missedOrifice: (stated: Double, peak: Double)? {
    let asked = orificePeaks
    guard !asked.isEmpty else { return nil }
    var untreated = self
    untreated.treatments = []
    return untreated.heart.missedPeak(asked).map { (asked[$0.place], $0.peak) }
  }

  /// The peaks of the mitral valve's orifices that the lesions state; several of one kind add.
  private var orificePeaks: OrificePeaks {
    var peaks = OrificePeaks()
    for stated in lesions { peaks[stated.lesion.mechanism.place] += stated.arguments[0] }
    return peaks
  }

  /// Rhythm, conduction and settings.
  private func prepare(_ heart: inout HeartDefinition) {
    pace(&heart)
    delayWalls(&heart)
    for setting in settings { setting.parameter.set(&heart, setting.value) }
  }

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
    guard hasLeftBundleBranchBlock else { return }
    heart.leftVentricle.activationDelay = .milliseconds(min(max(0.6 * (qrs ?? 150), 40), 140))
  }

  /// Gives the aortic, pulmonary and tricuspid valve the lesions stated.
  private func harmOtherValves(_ heart: inout HeartDefinition) {
    for site in [ValveSite.aortic, .pulmonary, .tricuspid] {
      for stated in self[site] { stated.lesion.apply(&heart, site, stated.arguments) }
    }
  }
}
