// Signs that are seen rather than measured: what may be said of them, and what a case says.

/// A sign without a number. Its possible values are words; yes-or-no signs say `false` and `true`.
public enum QualitativeID: Int, CaseIterable, Sendable {
  // Yes or no.
  case flail, papillaryRupture, perforation, cleft, prolapse, rheumaticLeaflets, tenting, LBBB
  // One of several words.
  case orificeShape, jetTiming, jet, cwShape, pulmonaryVein, inflow, MRgrade, TRgrade, rvFunction
}

/// The outline of the leaking orifice; the order is that of the allowed words.
public enum OrificeShape: Int, CaseIterable, Sendable { case round, elliptical }
/// When in systole the valve leaks.
public enum JetTiming: Int, CaseIterable, Sendable { case holosystolic, early, midLate }
/// The jet in colour Doppler: small, brief and central; central over half the atrium; along a wall.
public enum JetAppearance: Int, CaseIterable, Sendable { case centralSmall, centralLarge, eccentric }
/// The jet in continuous-wave Doppler.
public enum JetEnvelope: Int, CaseIterable, Sendable { case faint, parabolic, triangular }
/// The systolic flow in a pulmonary vein.
public enum PulmonaryVeinFlow: Int, CaseIterable, Sendable { case systolicDominant, blunted, reversed }
/// Which wave of the mitral inflow is the larger.
public enum InflowPattern: Int, CaseIterable, Sendable { case aDominant, variable, eDominant }
/// A valve's leak as reported, and how far the right ventricle's function is reduced.
public enum GradeWord: Int, CaseIterable, Sendable { case none, mild, moderate, severe }

/// What the catalogue says about a sign.
public struct QualitativeSpec: Sendable {
  public let id: QualitativeID
  /// The name in files and JSON.
  public let identifier: String
  /// The name in plain English.
  public let name: String
  /// The words allowed, in the order of the sign's enumeration; `false`, `true` for yes-or-no signs.
  public let values: [String]
  /// What is seen.
  public let definition: String

  /// A yes-or-no sign.
  public var isBoolean: Bool { id.rawValue <= QualitativeID.LBBB.rawValue }

  /// The place of a word among the allowed ones; nil when it is not allowed.
  public func index(of word: String) -> Int? {
    values.firstIndex { $0.utf8.elementsEqual(word.utf8) }
  }
}

extension QualitativeID {
  /// What this sign is and which words it takes.
  public var spec: QualitativeSpec { QualitativeCatalogue.specs[rawValue] }

  /// The name in files and JSON.
  public var identifier: String { spec.identifier }

  /// The sign of that name; nil when there is none.
  public init?(identifier: String) {
    for spec in QualitativeCatalogue.specs where spec.identifier.utf8.elementsEqual(identifier.utf8) {
      self = spec.id
      return
    }
    return nil
  }
}

/// What is known of each sign. Not said is nil, and differs from `false`.
public struct QualitativeValues: Sendable, Equatable {
  private var table: [Int?]

  /// Nothing said.
  public init() {
    table = [Int?](repeating: nil, count: QualitativeID.allCases.count)
  }

  /// The place of the said word in `spec.values`; nil when nothing is said.
  public subscript(_ id: QualitativeID) -> Int? {
    get { table[id.rawValue] }
    set {
      precondition(newValue.map { id.spec.values.indices.contains($0) } ?? true, "no such word for this sign")
      table[id.rawValue] = newValue
    }
  }

  /// The said word; nil when nothing is said.
  public func word(_ id: QualitativeID) -> String? { self[id].map { id.spec.values[$0] } }

  /// Says a word; false, and nothing changes, when the word is not allowed for this sign.
  public mutating func say(_ word: String, for id: QualitativeID) -> Bool {
    guard let index = id.spec.index(of: word) else { return false }
    self[id] = index
    return true
  }

  /// Says yes or no to a yes-or-no sign.
  public mutating func say(_ truth: Bool, for id: QualitativeID) {
    precondition(id.spec.isBoolean, "this sign is not a yes-or-no sign")
    self[id] = truth ? 1 : 0
  }

  /// Said to be there (not said counts as no); only for yes-or-no signs.
  public func has(_ id: QualitativeID) -> Bool { id.spec.isBoolean && self[id] == 1 }

  /// The signs that something is said of, in the order of the catalogue.
  public var present: [QualitativeID] {
    var known: [QualitativeID] = []
    for id in QualitativeID.allCases where table[id.rawValue] != nil { known.append(id) }
    return known
  }

  public var orificeShape: OrificeShape? { self[.orificeShape].flatMap(OrificeShape.init(rawValue:)) }
  public var jetTiming: JetTiming? { self[.jetTiming].flatMap(JetTiming.init(rawValue:)) }
  public var jet: JetAppearance? { self[.jet].flatMap(JetAppearance.init(rawValue:)) }
  public var cwShape: JetEnvelope? { self[.cwShape].flatMap(JetEnvelope.init(rawValue:)) }
  public var pulmonaryVein: PulmonaryVeinFlow? { self[.pulmonaryVein].flatMap(PulmonaryVeinFlow.init(rawValue:)) }
  public var inflow: InflowPattern? { self[.inflow].flatMap(InflowPattern.init(rawValue:)) }
  public var mitralGrade: GradeWord? { self[.MRgrade].flatMap(GradeWord.init(rawValue:)) }
  public var tricuspidGrade: GradeWord? { self[.TRgrade].flatMap(GradeWord.init(rawValue:)) }
  public var rightVentricularFunction: GradeWord? { self[.rvFunction].flatMap(GradeWord.init(rawValue:)) }
}

/// Every sign, in the order of `QualitativeID`.
public enum QualitativeCatalogue {
  private static let yesOrNo = ["false", "true"]

  public static let specs: [QualitativeSpec] = [
    QualitativeSpec(
      id: .flail, identifier: "flail", name: "Flail leaflet", values: yesOrNo,
      definition: "A leaflet's free edge turns over into the atrium in systole: it has lost its chordae."),
    QualitativeSpec(
      id: .papillaryRupture, identifier: "papillaryRupture", name: "Ruptured papillary muscle", values: yesOrNo,
      definition: "A papillary muscle or one of its heads has torn off."),
    QualitativeSpec(
      id: .perforation, identifier: "perforation", name: "Perforated leaflet", values: yesOrNo,
      definition: "A hole in the body of a leaflet."),
    QualitativeSpec(
      id: .cleft, identifier: "cleft", name: "Cleft leaflet", values: yesOrNo,
      definition: "A leaflet divided from birth, down towards the annulus."),
    QualitativeSpec(
      id: .prolapse, identifier: "prolapse", name: "Prolapse", values: yesOrNo,
      definition: "A leaflet bulges 2 mm or more above the annulus in systole."),
    QualitativeSpec(
      id: .rheumaticLeaflets, identifier: "rheumaticLeaflets", name: "Rheumatic leaflets", values: yesOrNo,
      definition: "Thick, retracted leaflets with fused commissures."),
    QualitativeSpec(
      id: .tenting, identifier: "tenting", name: "Tenting", values: yesOrNo,
      definition: "Leaflets of normal build held down into the ventricle, so that they close below the annulus."),
    QualitativeSpec(
      id: .LBBB, identifier: "LBBB", name: "Left bundle branch block", values: yesOrNo,
      definition: "The left bundle does not conduct: wide QRS, late lateral wall."),
    QualitativeSpec(
      id: .orificeShape, identifier: "orificeShape", name: "Shape of the leaking orifice",
      values: ["round", "elliptical"], definition: "Seen face on, in 3D or in the short axis."),
    QualitativeSpec(
      id: .jetTiming, identifier: "jetTiming", name: "Timing of the jet",
      values: ["holosystolic", "early", "mid-late"],
      definition: "The part of systole in which the jet is seen."),
    QualitativeSpec(
      id: .jet, identifier: "jet", name: "Colour jet", values: ["central-small", "central-large", "eccentric"],
      definition: "Small, narrow and central; central and over half of the atrium's area; or along a wall."),
    QualitativeSpec(
      id: .cwShape, identifier: "cwShape", name: "Continuous-wave envelope",
      values: ["faint", "parabolic", "triangular"],
      definition: "Faint or incomplete; a full parabola; dense with an early peak."),
    QualitativeSpec(
      id: .pulmonaryVein, identifier: "pulmonaryVein", name: "Pulmonary-vein flow",
      values: ["systolic-dominant", "blunted", "reversed"], definition: "The systolic wave against the diastolic one."),
    QualitativeSpec(
      id: .inflow, identifier: "inflow", name: "Mitral inflow", values: ["a-dominant", "variable", "e-dominant"],
      definition: "Which of the two filling waves is the larger."),
    QualitativeSpec(
      id: .MRgrade, identifier: "MRgrade", name: "Mitral leak as reported",
      values: ["none", "mild", "moderate", "severe"],
      definition: "The grade that a report states in words; it is held against what was measured."),
    QualitativeSpec(
      id: .TRgrade, identifier: "TRgrade", name: "Tricuspid leak", values: ["none", "mild", "moderate", "severe"],
      definition: "The grade of the tricuspid valve's leak, as reported."),
    QualitativeSpec(
      id: .rvFunction, identifier: "rvFunction", name: "Right ventricular function",
      values: ["normal", "mild", "moderate", "severe"], definition: "How far the right ventricle's function is reduced."
    ),
  ]
}
