// What the angiographic grade was judged by, in a sentence.

import Circulation
import Findings
import Lanes

extension Angiogram {
  /// The grade and its grounds: how dark the atrium became, against what, how soon, and in how much blood.
  ///
  /// - Parameter atrium: the left atrium's largest volume, mL.
  func grounds(atrium: Double) -> String {
    let volume = Int((atrium + 0.5).rounded(.down))
    var text = "Left ventriculogram: mitral leak \(gradeText) after Sellers"
    guard let beats = beatsToGrade else { return text + ", no more than a valve's closing throws back." }
    text += ", judged by the shadow and not by the flow: the atrium of \(volume) mL came to \(opacification) % of the"
    text += " ventricle's darkness, and looked like this from beat \(beats) of the injection on."
    return text
  }
}
