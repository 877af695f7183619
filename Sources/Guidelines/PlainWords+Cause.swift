// Why the valve leaks, where it is known: a sentence for each mechanism, hedged where the valve itself was not
// described. Of a valve that was treated and holds nothing is told of what had torn.

import Findings

extension PlainPerson {
  /// Empty where nothing leaks to speak of, or where the valve is not the person's own any more.
  var cause: [String] {
    if treatment != .none, isSurely(.none ... .mild) { return [] }
    guard !isReplaced, grade.map({ $0 > .trace }) ?? (picture.cause.cause != .undetermined) else { return [] }
    let judged = picture.cause
    guard let first = judged.mechanism else {
      return pace == .usual ? ["Why it leaks is not known yet."] : []
    }
    var sentences: [String] = []
    if judged.cause == .mixed {
      sentences.append("Two things make it leak.")
      sentences.append(text(first))
      for other in judged.mechanisms where other.cause != first.cause {
        sentences.append(text(other, beside: true))
        break
      }
    } else {
      sentences.append(text(first))
    }
    let isGuess = judged.basis == .history || judged.basis == .measured
    if isGuess, !judged.assumed.isEmpty { sentences.append("That is the likely reason, not a sure one.") }
    return sentences
  }

  /// - Parameter beside: another reason has been told before.
  private func text(_ mechanism: ValveMechanism, beside: Bool = false) -> String {
    switch mechanism {
    case .papillaryRupture: return "A small muscle that holds the valve has torn."
    case .flail: return "One of its flaps is loose, since a thin cord that holds it has torn."
    case .prolapse: return "Its flaps are too loose and bulge back. This is called prolapse."
    case .perforation:
      return has(.activeEndocarditis) || has(.endocarditis)
        ? "Germs have harmed its flaps." : "There is a hole in one of its flaps."
    case .cleft: return "One of its flaps has been split since birth."
    case .rheumatic: return "Its flaps are thick and stiff. Rheumatic fever can do that, years after a sore throat."
    case .calcification: return "Chalk has grown in the ring of the valve and makes it stiff."
    case .fibrosis:
      return has(.chestRadiation) && !has(.anorecticDrugs)
        ? "Its flaps are thick and stiff. Radiation to the chest can do that, many years later."
        : "Its flaps are thick and stiff. Some drugs can do that. Show your team all drugs that you took."
    case .tethering:
      return has(.myocardialInfarction) || has(.recentMyocardialInfarction)
        ? "After the heart attack a part of the heart wall pulls on the flaps, so they do not meet."
        : "A part of the heart wall moves badly and pulls on the flaps, so they do not meet."
    case .ventricularDilatation:
      return beside
        ? "The lower room is wide or weak and pulls on the flaps."
        : "The flaps are sound. The lower room is wide or weak and pulls on them, so they do not meet."
    case .annularDilatation:
      return beside
        ? "The upper room has grown wide, and the ring of the valve with it."
        : "The flaps are sound. The upper room has grown wide, and the ring of the valve with it."
    }
  }
}
