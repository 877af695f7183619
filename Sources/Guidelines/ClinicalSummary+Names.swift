// Names for people in place of those of the case file.

import Findings

extension SummaryWriter {
  /// A finding as letters write it: the short forms that every cardiologist reads, else the name.
  static func name(_ id: FindingID) -> String {
    switch id {
    case .EROA, .RVol, .RF, .LVEF, .LVIDd, .LVIDs, .LVEDV, .LVESV, .LVEDVi, .LVESVi, .LAVI, .TAPSE, .RVEF, .PASP, .mPAP,
      .PCWP, .CVP, .CI, .CO, .GLS, .NTproBNP, .BNP, .SBP, .DBP, .MAP, .SV, .BSA, .HR:
      id.identifier
    default: lowered(id.spec.name)
    }
  }

  /// What is missing, by its name in the case file: "surgicalRisk" as "surgical risk".
  static func name(_ field: String) -> String {
    if let id = FindingID(identifier: field) { return name(id) }
    if let sign = QualitativeID(identifier: field) { return lowered(sign.spec.name) }
    var shown = ""
    var isAfterSmall = false
    let group = "context."
    if field.utf8.starts(with: group.utf8) {
      var rest = ""
      for scalar in field.unicodeScalars.dropFirst(group.utf8.count) { rest.unicodeScalars.append(scalar) }
      return name(rest)
    }
    for scalar in field.unicodeScalars {
      let isLarge = (65...90).contains(scalar.value)
      if isLarge, isAfterSmall { shown += " " }
      if isLarge, isAfterSmall, let small = Unicode.Scalar(scalar.value + 32) {
        shown.unicodeScalars.append(small)
      } else {
        shown.unicodeScalars.append(scalar.value == 45 ? " " : scalar)
      }
      isAfterSmall = (97...122).contains(scalar.value)
    }
    return shown
  }

  /// A sign or number that grades.
  static func name(_ criterion: SeverityCriterion) -> String {
    criterion == .chamberSize ? "chamber size" : name(criterion.identifier)
  }

  /// The first letter small, unless the word is one of capitals: "Flail leaflet" as "flail leaflet".
  private static func lowered(_ text: String) -> String {
    var scalars: [Unicode.Scalar] = []
    for scalar in text.unicodeScalars { scalars.append(scalar) }
    guard scalars.count > 1, (65...90).contains(scalars[0].value), (97...122).contains(scalars[1].value) else {
      return text
    }
    var shown = ""
    for (place, scalar) in scalars.enumerated() {
      shown.unicodeScalars.append(place == 0 ? Unicode.Scalar(scalar.value + 32) ?? scalar : scalar)
    }
    return shown
  }
}
