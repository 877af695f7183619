// What is known and planned beyond findings, history and complaints.

/// What the doctors know and plan beyond the findings.
public struct ClinicalContext: Sendable, Equatable {
  public var surgicalRisk: SurgicalRisk?
  /// The valve can be repaired so that the repair lasts.
  public var durableRepairLikely: Bool?
  /// Likelihood of a successful repair, percent.
  public var repairLikelihood: Double?
  /// Predicted mortality of the operation, percent.
  public var predictedMortality: Double?
  /// Expected years of life apart from the valve.
  public var lifeExpectancy: Double?
  /// The valve's shape allows edge-to-edge repair by catheter.
  public var teerSuitable: Bool?
  /// Treated in a centre for valve disease.
  public var heartValveCentre: Bool?
  /// Coronary bypass surgery is planned anyway.
  public var plannedCABG: Bool?
  /// Drugs for a weak heart are in place at the best dose.
  public var optimisedMedicalTherapy: Bool?
  /// Drugs taken, in the words of the file; nil: not told.
  public var drugs: [String]?
  public var lastHeartFailureAdmission: CalendarDate?
  public var lastRheumaticAttack: CalendarDate?
  /// Signs of acute rheumatic fever; nil: not asked, empty: asked and none.
  public var jones: [JonesSign]?
  /// Signs of endocarditis; nil: not asked, empty: asked and none.
  public var duke: [DukeSign]?

  public init() {}

  /// Nothing was told.
  public var isEmpty: Bool { self == ClinicalContext() }
}
