// Cases to assess.

import Assessment
import Cases
import Findings
import Foundation

/// A case with a few lines of its file.
func patient(_ text: String) throws -> Case {
  let bytes = Data(("name: A patient\n" + text).utf8)
  return try Case.read(bytes, file: "test.yaml", vocabulary: .known)
}
