// The rows of the table of criteria that rest on signs and sizes.

import Findings

extension CriteriaTable {
  private var acute: String? {
    context.acute ? "in an acute leak chambers have had no time to grow, and the jet may be small" : nil
  }
  private var frame: String? { isPartOfSystole ? "one frame makes a leak of part of systole look too large" : nil }
  private var cause: String? {
    severity.leak == .secondary ? "in a secondary leak a large ventricle is the cause and no measure of the leak" : nil
  }

  /// The radius of the flow convergence counts at an aliasing velocity of 30 to 40 cm/s.
  private mutating func addConvergence(
    _ role: CriterionRole, _ grade: SeverityGrade, _ threshold: String, setAside: String? = nil,
    holds: (Double) -> Bool
  ) {
    let radius = combined.values[.PISAr]
    let aliasing = combined.values[.aliasingVelocity]
    let isFit = aliasing.map { (30...40).contains($0) } ?? false
    var seen = radius.map { FindingID.PISAr.spec.text($0) }
    if let told = seen {
      seen = told + (aliasing.map { " at " + FindingID.aliasingVelocity.spec.text($0) } ?? "")
    }
    add(
      "PISAr-" + grade.identifier, FindingID.PISAr.spec.name, role, grade,
      threshold + " at an aliasing velocity of 30 to 40 cm/s", met: isFit ? radius.map(holds) : nil, .PISAr,
      value: radius, seen: seen, setAside: setAside, missing: radius == nil ? ["PISAr"] : ["aliasingVelocity"],
      .partRead)
  }

  /// Specific signs of a severe leak.
  mutating func addSevereSigns() {
    add(sign: .flail, says: 1, .specificSevere, .severe, "a leaflet has lost its hold", .partRead)
    add(
      sign: .papillaryRupture, says: 1, .specificSevere, .severe,
      "a papillary muscle is torn (one sign together with a flail leaflet)", .partRead)
    add(
      number: .VCW, .specificSevere, .severe, "at least " + FindingID.VCW.spec.text(0.7), setAside: frame, .read
    ) { SeverityThresholds.reaches($0, 0.7) }
    addConvergence(
      .specificSevere, .severe, "at least " + FindingID.PISAr.spec.text(1), setAside: frame
    ) { SeverityThresholds.reaches($0, 1) }
    add(sign: .jet, says: 1, .specificSevere, .severe, "central, over half of the atrium's area", .read)
    add(sign: .pulmonaryVein, says: 2, .specificSevere, .severe, "systolic flow reversed", .read)
    addPerforation()
    let ventricle = combined.values.side(of: SpecificSigns.ventricle, context.sex)
    let ejection = combined.values[.LVEF]
    var met: Bool?
    if let ventricle, ventricle <= 0 {
      met = false
    } else if let ejection, let normal = FindingID.LVEF.spec.normal(for: context.sex)?.lower {
      if ejection < normal { met = false } else if ventricle != nil { met = true }
    }
    add(
      "ventricle-enlarged", "Left ventricle", .specificSevere, .severe, "enlarged, with normal function", met: met,
      seen: size(SpecificSigns.ventricle + [.LVEF]), setAside: acute ?? cause,
      missing: ventricle == nil ? ["LVIDd", "LVEF"] : ["LVEF"], .partRead)
  }

  private mutating func addPerforation() {
    let isThere = signs[.perforation].map { $0 == 1 }
    let isLarge = combined.values[.EROA].map { SeverityThresholds.reaches($0, SpecificSigns.largeHole) }
    add(
      "perforation-large", QualitativeID.perforation.spec.name, .specificSevere, .severe,
      "a hole, and EROA at least " + FindingID.EROA.spec.text(SpecificSigns.largeHole),
      met: isThere == true ? isLarge : isThere,
      seen: isThere.map { $0 ? isLarge == nil ? "seen; how large is not told" : "seen" : "not seen" },
      setAside: frame, missing: [isThere == nil ? QualitativeID.perforation.identifier : FindingID.EROA.identifier],
      .read)
  }

  /// Specific signs of a mild leak.
  mutating func addMildSigns() {
    add(sign: .jet, says: 0, .specificMild, .mild, "small, narrow and central", setAside: acute, .read)
    add(number: .VCW, .specificMild, .mild, "at most " + FindingID.VCW.spec.text(0.3), .read) { $0 <= 0.3 * (1 + 1e-9) }
    addConvergence(.specificMild, .mild, "at most " + FindingID.PISAr.spec.text(0.3)) { $0 <= 0.3 * (1 + 1e-9) }
    add(sign: .inflow, says: 0, .specificMild, .mild, "the A wave is the larger", .read)
    add(sign: .cwShape, says: 0, .specificMild, .mild, "faint or incomplete", .read)
    let ventricle = combined.values.side(of: SpecificSigns.ventricle, context.sex)
    let atrium = combined.values.side(of: SpecificSigns.atrium, context.sex)
    var met: Bool?
    if ventricle ?? 0 > 0 || atrium ?? 0 > 0 {
      met = false
    } else if ventricle != nil, atrium != nil {
      met = true
    }
    var missing: [String] = []
    if ventricle == nil { missing.append("LVIDd") }
    if atrium == nil { missing.append("LAVI") }
    add(
      "chambers-normal", "Left ventricle and atrium", .specificMild, .mild, "both of normal size", met: met,
      seen: size(SpecificSigns.ventricle + SpecificSigns.atrium), setAside: acute, missing: missing, .partRead)
  }

  /// What is shown and not counted.
  mutating func addSupport() {
    add(sign: .jet, says: 2, .supporting, .severe, "along a wall, of any size", .read)
    add(sign: .cwShape, says: 2, .supporting, .severe, "dense, triangular, all through systole", .read)
    add(sign: .cwShape, says: 1, .supporting, .moderate, "parabolic", .read)
    add(
      number: .VCW, .supporting, .moderate,
      "between \(FindingID.VCW.spec.text(0.3)) and \(FindingID.VCW.spec.text(0.7))", .read
    ) { $0 > 0.3 * (1 + 1e-9) && !SeverityThresholds.reaches($0, 0.7) }
    addConvergence(.supporting, .moderate, "between 0.3 and \(FindingID.PISAr.spec.text(1))") {
      $0 > 0.3 * (1 + 1e-9) && !SeverityThresholds.reaches($0, 1)
    }
    add(sign: .pulmonaryVein, says: 1, .supporting, .moderate, "systolic wave blunted", .read)
    add(sign: .pulmonaryVein, says: 0, .supporting, .mild, "systolic wave the larger", .read)
    add(sign: .inflow, says: 1, .supporting, .moderate, "neither wave always the larger", .read)
    let early = combined.values[.E].map { $0 > 1.2 }
    var isEarly = signs[.inflow].map { $0 == 2 }
    if isEarly != false, early != true { isEarly = early }
    add(
      "inflow-e-dominant", QualitativeID.inflow.spec.name, .supporting, .severe,
      "the E wave is the larger, and above " + FindingID.E.spec.text(1.2), met: isEarly,
      seen: signs.word(.inflow) ?? combined.values[.E].map { "E " + FindingID.E.spec.text($0) },
      missing: signs[.inflow] == nil ? ["inflow"] : ["E"], .read)
    add(number: .E, .supporting, .severe, "above " + FindingID.E.spec.text(1.2), .read) { $0 > 1.2 }
    add(sign: .tenting, says: 1, .supporting, .moderate, "leaflets held down", .read)
    addExtent(.rheumaticLeaflets, "retraction-severe", "leaflets severely retracted")
    addStructure()
  }

  /// A lesion that speaks for a severe leak where it is large, and whose extent no finding tells.
  private mutating func addExtent(_ sign: QualitativeID, _ id: String, _ threshold: String) {
    let isThere = signs[sign].map { $0 == 1 }
    add(
      id, sign.spec.name, .supporting, .severe, threshold, met: isThere == false ? false : nil,
      seen: isThere.map { $0 ? "seen; how large is not told" : "not seen" }, missing: [sign.identifier], .read)
  }

  /// Sizes that guidelines list with a severe leak.
  private mutating func addStructure() {
    guard let (source, evidence) = SeverityThresholds.structure(severity.guideline) else { return }
    if severity.leak == .secondary {
      let ventricle = combined.values.side(of: SpecificSigns.ventricle, context.sex)
      let atrium = combined.values.side(of: SpecificSigns.atrium, context.sex)
      let isLarge = ventricle ?? 0 > 0 || atrium ?? 0 > 0
      add(
        "chambers-dilated", "Left ventricle and atrium", .supporting, .severe, "dilated",
        met: isLarge ? true : ventricle == nil || atrium == nil ? nil : false,
        seen: size(SpecificSigns.ventricle + SpecificSigns.atrium), setAside: acute,
        missing: (ventricle == nil ? ["LVIDd"] : []) + (atrium == nil ? ["LAVI"] : []), source: source, .recalled)
      return
    }
    for (id, limit) in [(FindingID.LVIDs, 40.0), (.LAVI, 60), (.LAd, 55)] {
      add(
        number: id, .supporting, .severe, "at least " + id.spec.text(limit), setAside: acute, source: source, evidence
      ) { SeverityThresholds.reaches($0, limit) }
    }
  }

  /// The known ones of these, in words; nil where none is.
  private func size(_ ids: [FindingID]) -> String? {
    var parts: [String] = []
    for id in ids {
      if let value = combined.values[id] { parts.append(id.identifier + " " + id.spec.text(value)) }
    }
    return parts.isEmpty ? nil : Texts.list(parts)
  }
}
