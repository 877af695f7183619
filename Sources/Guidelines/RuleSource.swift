// The documents that rules come from, with their years: a judgement never blends the years of one document.

/// A guideline, statement or trial that a rule is taken from.
public struct RuleSource: Sendable {
  /// As in JSON: "esc-eacts-2025".
  public let identifier: String
  /// Societies and subject, as people cite it.
  public let title: String
  public let year: Int
  /// First author, journal and year.
  public let citation: String
  /// The document that has replaced it, where one is known.
  public let successor: String?

  init(_ identifier: String, _ title: String, _ year: Int, _ citation: String, successor: String? = nil) {
    self.identifier = identifier
    self.title = title
    self.year = year
    self.citation = citation
    self.successor = successor
  }

  /// Mitral's own rules, where guidelines leave a judgement open; what they rest on stands in each rule's section.
  public static let own = RuleSource("mitral", "Mitral's own rule", 2026, "see the rule's section")

  public static let escEacts2025 = RuleSource(
    "esc-eacts-2025", "ESC/EACTS valvular heart disease", 2025,
    "Praz et al., Eur Heart J 2025;46:4635–4736, doi 10.1093/eurheartj/ehaf194")
  public static let escEacts2021 = RuleSource(
    "esc-eacts-2021", "ESC/EACTS valvular heart disease", 2021, "Vahanian et al., Eur Heart J 2022;43:561–632",
    successor: "esc-eacts-2025")
  public static let accAha2020 = RuleSource(
    "acc-aha-2020", "ACC/AHA valvular heart disease", 2020, "Otto et al., Circulation 2021;143:e72")
  // Documents that go with a guideline on valves.
  public static let escHeartFailure2021 = RuleSource(
    "esc-hf-2021", "ESC heart failure", 2021, "McDonagh et al., Eur Heart J 2021;42:3599, doi 10.1093/eurheartj/ehab368"
  )
  public static let accHeartFailure2022 = RuleSource(
    "acc-aha-hf-2022", "AHA/ACC/HFSA heart failure", 2022, "Heidenreich et al., Circulation 2022;145:e895")
  public static let escFibrillation2024 = RuleSource(
    "esc-af-2024", "ESC/EACTS atrial fibrillation", 2024, "Van Gelder et al., Eur Heart J 2024;45:3314")
  public static let accFibrillation2023 = RuleSource(
    "acc-aha-af-2023", "ACC/AHA/ACCP/HRS atrial fibrillation", 2023, "Joglar et al., Circulation 2024;149:e1")
  public static let escSport2020 = RuleSource(
    "esc-sport-2020", "ESC sports cardiology", 2020,
    "Pelliccia et al., Eur Heart J 2021;42:17, doi 10.1093/eurheartj/ehaa605")
  public static let ase2017 = RuleSource(
    "ase-2017", "ASE native valvular regurgitation", 2017, "Zoghbi et al., J Am Soc Echocardiogr 2017;30:303–71")
  public static let everest = RuleSource(
    "everest", "EVEREST trial of edge-to-edge repair", 2005, "Feldman et al., J Am Coll Cardiol 2005;46:2134"
  )
}
