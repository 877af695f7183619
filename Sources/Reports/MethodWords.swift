// Methods of measurement as people write them: "PISA" for "pisa".

import Findings

/// Words for methods.
enum MethodWords {
  private static let own = [
    "pisa": "PISA", "mri": "MRI", "ct": "CT", "simpson": "Simpson", "teichholz": "Teichholz", "2d": "2-D", "3d": "3-D",
    "fick": "Fick",
  ]

  /// - Parameter method: as in a case file.
  static func of(_ method: String) -> String { own[method] ?? method.replacing("-", with: " ") }
}
