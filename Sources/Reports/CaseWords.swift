// What a case file calls its fields, as people call them. Abbreviations that every cardiologist reads (LVEF, LAVI) stay.

import Findings

/// Words for the fields of a case.
enum CaseWords {
  /// "surgical risk" for "context.surgicalRisk", "flail leaflet" for "flail"; what has no field stays as it is.
  static func of(_ field: String) -> String {
    if FindingID(identifier: field) != nil { return own[field] ?? field }
    if let sign = QualitativeID(identifier: field) { return lowered(sign.spec.name) }
    let name = field.split(separator: ".").last.map(String.init) ?? field
    return own[name] ?? spaced(name)
  }

  private static let own = [
    "nyha": "NYHA class", "teerSuitable": "anatomy suitable for TEER", "plannedCABG": "planned bypass operation",
    "eGFR": "eGFR", "HDL": "HDL cholesterol", "totalCholesterol": "total cholesterol", "annulusAP": "annulus diameter",
    "optimisedMedicalTherapy": "whether drugs are at their best dose",
    "durableRepairLikely": "chance of a durable repair",
    "heartValveCentre": "whether treated in a heart valve centre",
  ]

  /// Words of a name in camel case; capitals that follow each other stay together.
  private static func spaced(_ name: String) -> String {
    var out = ""
    var last: Character?
    for letter in name {
      if letter.isUppercase, let last, last.isLowercase {
        out += " " + letter.lowercased()
      } else {
        out.append(letter)
      }
      last = letter
    }
    return out
  }

  private static func lowered(_ title: String) -> String {
    let first = title.prefix(2)
    return first.uppercased() == String(first) ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
