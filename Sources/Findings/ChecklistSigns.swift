// What the two checklists of infection and rheumatic fever ask for and no measurement tells; the raw value is how a case
// file writes it. A list that is given was asked through: what it does not name is not there.

/// What the Jones criteria of acute rheumatic fever ask for (Gewitz et al., Circulation 2015;131:1806).
public enum JonesSign: String, CaseIterable, Sendable {
  /// Heard or felt: a new murmur of regurgitation, a rub, failure of the heart.
  case carditis
  /// Seen by echo alone: a mitral jet in two views, 2 cm long in one, faster than 3 m/s, through all of systole.
  case subclinicalCarditis = "subclinical-carditis"
  case polyarthritis, monoarthritis, polyarthralgia, monoarthralgia, chorea
  case erythemaMarginatum = "erythema-marginatum"
  case subcutaneousNodules = "subcutaneous-nodules"
  /// Culture, rapid test or a high or rising titre tells of a streptococcal infection just before.
  case streptococcalEvidence = "streptococcal-evidence"
  /// Lives where rheumatic fever is common: over 2 of 100 000 schoolchildren a year, or rheumatic heart disease in over
  /// 1 of 1000.
  case highRiskRegion = "high-risk-region"
}

/// What the Duke-ISCVID criteria of infective endocarditis ask for (Fowler et al., Clin Infect Dis 2023;77:518).
public enum DukeSign: String, CaseIterable, Sendable {
  /// Organisms or active inflammation in a vegetation, abscess or embolus under the microscope.
  case pathology
  case surgicalFinding = "surgical-finding"
  case typicalOrganismTwoSets = "typical-organism-two-sets"
  case otherOrganismThreeSets = "other-organism-three-sets"
  /// Nucleic acid of Coxiella, Bartonella or Tropheryma whipplei in blood.
  case nucleicAcid = "nucleic-acid"
  /// Phase-I IgG over 1:800.
  case coxiellaAntibodies = "coxiella-antibodies"
  /// IgG of 1:800 or more.
  case bartonellaAntibodies = "bartonella-antibodies"
  case vegetation
  case leafletPerforation = "leaflet-perforation"
  case leafletAneurysm = "leaflet-aneurysm"
  case abscess, pseudoaneurysm, fistula
  case newRegurgitation = "new-regurgitation"
  case prosthesisDehiscence = "prosthesis-dehiscence"
  /// Uptake at a valve in PET/CT; at a prosthesis that is at least three months old.
  case petUptake = "pet-uptake"
  /// Uptake at a prosthesis younger than three months.
  case petUptakeEarly = "pet-uptake-early"
  /// A pacemaker or defibrillator.
  case implantedDevice = "implanted-device"
  case obstructiveCardiomyopathy = "obstructive-cardiomyopathy"
  /// Emboli, infarcts, mycotic aneurysm, bleeding in brain or conjunctiva, Janeway lesions.
  case vascularSign = "vascular-sign"
  /// Glomerulonephritis, Osler nodes, Roth spots, rheumatoid factor.
  case immunologicalSign = "immunological-sign"
  /// Cultures or serology short of the major criterion.
  case minorMicrobiology = "minor-microbiology"
  /// A new murmur of regurgitation where no echo can be had.
  case newMurmur = "new-murmur"
}
