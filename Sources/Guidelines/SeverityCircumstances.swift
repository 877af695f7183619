// The circumstances that bend the rules of grading: an orifice that is not round, low flow, a leak of part of systole.

import Findings

/// What holds for this leak beside its numbers and signs.
struct GradingCircumstances {
  /// The orifice is told to be elliptical, or leaflets are held down and nothing says it is round. A leak of mixed
  /// cause counts too: tethering makes a crescent, whatever else is wrong with the valve.
  let isElliptical: Bool
  /// It is held to be elliptical because leaflets are held down; nobody told its shape.
  let isShapeAssumed: Bool
  /// Forward stroke volume index below 35 mL/m², by the surest way that the findings allow.
  let isLowFlow: Bool
  let isPartOfSystole: Bool
  let isSecondary: Bool
  /// Systolic pressure in mmHg.
  let systolicPressure: Double?
  let ofMethods: MethodCircumstances

  init(
    _ combined: CombinedFindings, _ signs: QualitativeValues, _ context: GradingContext, _ numbers: LeakNumbers
  ) {
    isElliptical =
      signs.orificeShape == .elliptical || (signs.has(.tenting) && signs.orificeShape != .round)
    isShapeAssumed = isElliptical && signs.orificeShape == nil
    isLowFlow =
      numbers.forwardIndices(combined.values).first.map { $0.index < SeverityThresholds.lowFlowIndex } ?? false
    isPartOfSystole = signs.jetTiming == .midLate || signs.jetTiming == .early
    isSecondary = (context.leak ?? LeakClass(signs: signs)) == .secondary
    systolicPressure = combined.values[.SBP]
    ofMethods = MethodCircumstances(
      partOfSystole: isPartOfSystole, eccentric: signs.jet == .eccentric, elliptical: isElliptical,
      isShapeAssumed: isShapeAssumed, regionalDisease: context.regionalDisease, isIrregular: context.isIrregular,
      hasAorticLeak: combined.hasAorticLeak)
  }
}
