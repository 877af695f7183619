// What treatments leave behind in the heart, by the identifiers of the treatments' catalogue.

/// Foreign material at a valve.
enum ValveMaterial {
  static let prostheses = ["replacement-mechanical", "replacement-biological"]
  /// Rings and chords.
  static let repairs = ["annuloplasty", "leaflet-repair", "repair"]
  /// By catheter.
  static let clips = ["edge-to-edge"]
  /// Put in through an opened chest.
  static let surgical = prostheses + repairs
}

extension [String] {
  func containsText(_ text: String) -> Bool { contains { $0.utf8.elementsEqual(text.utf8) } }
}
