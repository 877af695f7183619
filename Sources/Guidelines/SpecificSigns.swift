// The signs that the algorithm of Zoghbi 2017 (ASE) counts, and those that are shown beside them.
//
// Specific for a mild leak: a small narrow central jet; VCW ≤ 0.3 cm; flow convergence absent or ≤ 0.3 cm (aliasing
// velocity 30–40 cm/s); A-dominant inflow; a faint envelope; ventricle and atrium of normal size. Specific for a severe
// one: a flail leaflet (or torn papillary muscle); a large perforation; VCW ≥ 0.7 cm; convergence ≥ 1.0 cm; a central jet over half of the
// atrium; systolic reversal in a pulmonary vein; an enlarged ventricle with normal function.
// A large perforation stands in the table's severe column, which counts as specific; that a hole is large where EROA is
// that of a severe leak (0.40 cm²) is our reading, since no finding tells its extent.
// The table's rows were read; the list of what counts, its radii and the counting itself are recalled.

import Findings

/// Collects the signs of one examination.
struct SpecificSigns {
  private(set) var records: [CriterionRecord] = []
  private(set) var warnings: [SeverityWarning] = []

  private let findings: FindingValues
  private let signs: QualitativeValues
  private let context: GradingContext
  private let leak: LeakClass
  private let guideline: Guideline
  /// A single frame shows a leak of part of systole too large.
  private let singleFrameMisleads: Bool

  init(
    _ findings: FindingValues, _ signs: QualitativeValues, _ context: GradingContext, _ leak: LeakClass,
    _ guideline: Guideline
  ) {
    self.guideline = guideline
    self.findings = findings
    self.signs = signs
    self.context = context
    self.leak = leak
    singleFrameMisleads = signs.jetTiming == .early || signs.jetTiming == .midLate
    addLeaflets()
    addPerforation()
    addJet()
    addFlows()
    addSize()
    addSupport()
  }

  func count(_ role: CriterionRole) -> Int {
    var total = 0
    for record in records where record.role == role && record.counts { total += 1 }
    return total
  }

  /// Some sign speaks of the leak itself, and not of a heart as it may be without one.
  var speakOfALeak: Bool {
    for record in records {
      switch record.criterion {
      case .VCW, .PISAr, .flail, .papillaryRupture, .jet, .cwShape: return true
      case .pulmonaryVein where record.meets == .severe: return true
      default: continue
      }
    }
    return false
  }

  /// A leaflet has lost its hold.
  var hasLostHold: Bool {
    records.contains { $0.criterion == .flail || $0.criterion == .papillaryRupture }
  }

  /// The signs speak for different grades.
  var areMixed: Bool {
    var (low, high) = (false, false)
    for record in records {
      if record.meets <= .mild { low = true } else { high = true }
    }
    return low && high
  }

  /// A leaflet that has lost its hold. Both signs count as one.
  private mutating func addLeaflets() {
    for (sign, criterion) in [
      (QualitativeID.flail, SeverityCriterion.flail), (.papillaryRupture, .papillaryRupture),
    ] where signs.has(sign) {
      let first = count(.specificSevere) == 0
      add(criterion, first ? .specificSevere : .supporting, word: "true", .severe)
    }
  }

  /// EROA, cm², from which a hole in a leaflet counts as large.
  static let largeHole = 0.4

  private mutating func addPerforation() {
    guard signs.has(.perforation), let area = findings[.EROA], SeverityThresholds.reaches(area, Self.largeHole) else {
      return
    }
    add(.perforation, .specificSevere, word: "large", .severe, counts: !singleFrameMisleads, .read)
  }

  private mutating func addJet() {
    switch signs.jet {
    case .centralSmall where !context.acute: add(.jet, .specificMild, word: signs.word(.jet), .mild)
    case .centralLarge: add(.jet, .specificSevere, word: signs.word(.jet), .severe)
    // Along a wall, of any size; the table calls it specific, the algorithm does not count it.
    case .eccentric: add(.jet, .supporting, word: signs.word(.jet), .severe)
    default: break
    }
    if let width = findings[.VCW] {
      if SeverityThresholds.reaches(width, 0.7) {
        add(.VCW, .specificSevere, value: width, .VCW, .severe, counts: !singleFrameMisleads)
      } else if width <= 0.3 * (1 + 1e-9) {
        add(.VCW, .specificMild, value: width, .VCW, .mild)
      } else {
        add(.VCW, .supporting, value: width, .VCW, .moderate)
      }
    }
    guard let radius = findings[.PISAr] else { return }
    guard let aliasing = findings[.aliasingVelocity], (30...40).contains(aliasing) else {
      warnings.append(.aliasingVelocityUnfit)
      return
    }
    if SeverityThresholds.reaches(radius, 1.0) {
      add(.PISAr, .specificSevere, value: radius, .PISAr, .severe, counts: !singleFrameMisleads)
    } else if radius <= 0.3 * (1 + 1e-9) {
      add(.PISAr, .specificMild, value: radius, .PISAr, .mild)
    } else {
      add(.PISAr, .supporting, value: radius, .PISAr, .moderate)
    }
  }

  private mutating func addFlows() {
    switch signs.cwShape {
    case .faint: add(.cwShape, .specificMild, word: signs.word(.cwShape), .mild)
    case .parabolic: add(.cwShape, .supporting, word: signs.word(.cwShape), .moderate)
    case .triangular: add(.cwShape, .supporting, word: signs.word(.cwShape), .severe)
    case nil: break
    }
    switch signs.pulmonaryVein {
    case .systolicDominant: add(.pulmonaryVein, .supporting, word: signs.word(.pulmonaryVein), .mild)
    case .blunted: add(.pulmonaryVein, .supporting, word: signs.word(.pulmonaryVein), .moderate)
    case .reversed: add(.pulmonaryVein, .specificSevere, word: signs.word(.pulmonaryVein), .severe)
    case nil: break
    }
    if signs.inflow == .aDominant { add(.inflow, .specificMild, word: signs.word(.inflow), .mild) }
  }

  /// Chambers grow in months: in an acute leak their size says nothing. In a secondary leak a large ventricle is the
  /// cause of the leak and no sign of its size.
  private mutating func addSize() {
    guard !context.acute, let ventricle = findings.side(of: Self.ventricle, context.sex) else { return }
    if ventricle > 0 {
      let normal = FindingID.LVEF.spec.normal(for: context.sex)?.lower
      if leak == .primary, let ejection = findings[.LVEF], let normal, ejection >= normal {
        add(.chamberSize, .specificSevere, word: "enlarged-ventricle-normal-function", .severe)
      }
    } else if let atrium = findings.side(of: Self.atrium, context.sex), atrium <= 0 {
      add(.chamberSize, .specificMild, word: "normal-ventricle-and-atrium", .mild)
    }
  }

  /// Measures of the chambers' size, the first choice first.
  static let ventricle: [FindingID] = [.LVIDd, .LVEDVi, .LVEDV]
  static let atrium: [FindingID] = [.LAVI, .LAd]

  /// Rows of the tables that are shown and not counted.
  private mutating func addSupport() {
    if let wave = findings[.E], wave > 1.2 { add(.E, .supporting, value: wave, .E, .severe) }
    guard leak == .primary, !context.acute, let structure = SeverityThresholds.structure(guideline) else { return }
    if let diameter = findings[.LVIDs], SeverityThresholds.reaches(diameter, 40) {
      add(.LVIDs, .supporting, value: diameter, .LVIDs, .severe, source: structure.source, structure.evidence)
    }
    if let volume = findings[.LAVI], SeverityThresholds.reaches(volume, 60) {
      add(.LAVI, .supporting, value: volume, .LAVI, .severe, source: structure.source, structure.evidence)
    }
    if let diameter = findings[.LAd], SeverityThresholds.reaches(diameter, 55) {
      add(.LAd, .supporting, value: diameter, .LAd, .severe, source: structure.source, structure.evidence)
    }
  }

  private mutating func add(
    _ criterion: SeverityCriterion, _ role: CriterionRole, value: Double? = nil, _ finding: FindingID? = nil,
    word: String? = nil, _ meets: SeverityGrade, counts: Bool = true, source: String = SeverityThresholds.ase,
    _ evidence: Evidence = .partRead
  ) {
    records.append(
      CriterionRecord(
        criterion, role, value: value, finding: finding, word: word, meets: meets, counts: counts, source: source,
        evidence: evidence))
  }
}

extension FindingValues {
  /// Where the first known of these findings stands against the normal range for the sex; nil where none is known.
  func side(of choices: [FindingID], _ sex: Sex) -> Int? {
    for id in choices {
      if let value = self[id], let range = id.spec.normal(for: sex) { return range.side(of: value) }
    }
    return nil
  }
}
