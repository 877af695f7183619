// What the guidelines make of a case, its heart standing in for what was not measured.

import Cases
import Findings
import Guidelines
import Quantities

extension Case {
  /// What the guidelines make of the case.
  ///
  /// A heart that was fitted stands in for the leak's numbers where they were not measured and it knows them; a heart that
  /// is only stated, for everything; the healthy heart that stands for nothing told is evidence of nothing.
  ///
  /// - Parameters:
  ///   - simulated: findings of the fitted or stated heart.
  ///   - teaches: whether the measurements taught the fit something of the leak.
  func judgement(simulated: FindingValues, teaches: Bool, guideline: Guideline, on day: CalendarDate) -> Judgement {
    var stand = hasMeasurements || statesItsHeart ? simulated : FindingValues()
    if hasMeasurements {
      stand = FindingValues()
      for id in [FindingID.EROA, .RVol, .RF] where teaches { stand[id] = simulated[id] }
      if measurements[.MAP] != nil || measurements[.SVR] != nil { stand[.SBP] = simulated[.SBP] }
    }
    return Judgement(record(on: day), guideline: guideline, simulated: stand)
  }

  /// What can be said from the findings alone.
  public func judgementOfFindings(_ settings: AssessmentSettings) -> Judgement {
    judgement(
      simulated: FindingValues(), teaches: false, guideline: settings.guideline, on: day(or: settings.today))
  }
}
