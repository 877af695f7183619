// What treatments leave behind in the heart, by the identifiers of the treatments' catalogue: the one list that rules,
// scores, intervals and prophylaxis read.

import Findings

/// What a mitral valve is replaced by; the raw value is the treatment's name.
enum MitralProsthesis: String, CaseIterable, Sendable {
  case mechanical = "replacement-mechanical"
  case biological = "replacement-biological"
}

/// Foreign material at a valve.
enum ValveMaterial {
  static let prostheses = [MitralProsthesis.mechanical.rawValue, MitralProsthesis.biological.rawValue]
  /// Rings and chords.
  static let repairs = ["repair", "leaflet-repair", "annuloplasty"]
  /// By catheter.
  static let clips = ["edge-to-edge"]
  /// Put in through an opened chest.
  static let surgical = repairs + prostheses
}

extension ClinicalRecord {
  /// The mitral prosthesis that was put in last; nil where there is none.
  var latestProsthesis: MitralProsthesis? {
    var latest: MitralProsthesis?
    for treatment in treatments {
      for kind in MitralProsthesis.allCases where treatment.utf8.elementsEqual(kind.rawValue.utf8) { latest = kind }
    }
    return latest
  }

  /// Treatments tell it; a history of an artificial valve does not say which valve.
  var isMitralReplaced: Bool { latestProsthesis != nil }
}

extension [String] {
  func containsText(_ text: String) -> Bool { contains { $0.utf8.elementsEqual(text.utf8) } }
}
