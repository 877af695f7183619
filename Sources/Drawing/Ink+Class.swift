// The names of the inks in a style sheet.

extension PlotInk {
  /// The class in the style sheet.
  package var name: String {
    switch self {
    case .ventricle: "lv"
    case .aorta: "ao"
    case .atrium: "la"
    case .flow: "flow"
    case .treated: "treated"
    case .ghost: "ghost"
    case .pulmonary: "pa"
    case .signal: "signal"
    case .mark: "mark"
    }
  }
}
