// The documents on general prevention.

extension RuleSource {
  static let pressureAha2025 = RuleSource(
    "aha-acc-2025-blood-pressure", "AHA/ACC high blood pressure", 2025, "reported by news pages; check the guideline")
  static let pressureEsc2024 = RuleSource(
    "esc-2024-blood-pressure", "ESC elevated blood pressure and hypertension", 2024,
    "McEvoy et al., Eur Heart J 2024;45:3912")
  static let preventionEsc2021 = RuleSource(
    "esc-2021-prevention", "ESC cardiovascular prevention", 2021, "Visseren et al., doi 10.1093/eurheartj/ehab484")
  static let failureEsc2021 = RuleSource(
    "esc-2021-heart-failure", "ESC heart failure", 2021, "McDonagh et al., doi 10.1093/eurheartj/ehab368")
  static let sportEsc2020 = RuleSource(
    "esc-2020-sport", "ESC sports cardiology", 2020, "Pelliccia et al., doi 10.1093/eurheartj/ehaa605")
}
