// The documents on endocarditis, rheumatic fever and their criteria.

extension RuleSource {
  static let endocarditisAha2021 = RuleSource(
    "aha-2021-endocarditis", "AHA prevention of viridans streptococcal endocarditis", 2021,
    "Wilson et al., Circulation 2021;143:e963")
  static let endocarditisEsc2023 = RuleSource(
    "esc-2023-endocarditis", "ESC endocarditis", 2023,
    "Delgado et al., Eur Heart J 2023;44:3948, doi 10.1093/eurheartj/ehad193")
  static let rheumaticAha2009 = RuleSource(
    "aha-2009-rheumatic", "AHA prevention of rheumatic fever", 2009, "Gerber et al., Circulation 2009;119:1541")
  static let rheumaticAha2022 = RuleSource(
    "aha-2022-rheumatic", "AHA advisory on penicillin reactions in rheumatic heart disease", 2022,
    "Sanyahumbi et al., J Am Heart Assoc 2022;11:e024517, PMC9075066")
  public static let jones2015 = RuleSource(
    "jones-2015", "AHA revised Jones criteria of acute rheumatic fever", 2015,
    "Gewitz et al., Circulation 2015;131:1806")
  public static let duke2023 = RuleSource(
    "duke-iscvid-2023", "Duke-ISCVID criteria of infective endocarditis", 2023,
    "Fowler et al., Clin Infect Dis 2023;77:518, PMC10681650")
}
