// What is heard, in words: for the terminal, for the page, and for those who cannot see the picture.

import Circulation
import Findings

/// A description of what is heard.
public enum AuscultationWords {
  /// A sentence for rhythm, for the sounds, and for each murmur.
  public static func sentences(_ heard: Auscultation) -> [String] {
    var out = [
      "\(heard.isRegular ? "Regular" : "Irregular"), \(n(heard.rate)) beats a minute.", first(heard), second(heard),
      opening(heard), extra(heard),
    ]
    let murmurs = heard.audible
    if murmurs.isEmpty { out.append("No murmur is heard.") }
    out += murmurs.map { murmur($0, heard.site) }
    out += heard.murmurs.filter { $0.grade == 0 && $0.level(at: $0.best) > -6 }.map {
      "Just below hearing: \(name($0.source)); in \(n(100 * MurmurLevel.audibility($0.level(at: $0.best)))) of 100 such "
        + "patients it is heard."
    }
    out.append(level(heard))
    return out.filter { !$0.isEmpty }
  }

  /// How loud it is at this place: recordings are not adjusted to each other.
  private static func level(_ heard: Auscultation) -> String {
    guard let loudest = heard.loudest else { return "" }
    let sound = loudest.kind == .mitralClosure ? "S1" : name(loudest.kind)
    return
      "Loudest sound at the \(heard.site.title): \(sound), \(signed(loudest.level)) dB against the healthy adult's "
      + "S1 at the apex."
  }

  private static func name(_ kind: HeartSoundKind) -> String {
    switch kind {
    case .openingSnap: "opening snap"
    case .discClosure: "closing click"
    case .discOpening: "opening click"
    default: kind.identifier
    }
  }

  /// The click of discs that have opened.
  private static func opening(_ heard: Auscultation) -> String {
    guard let opening = heard[.discOpening], let aortic = heard[.aorticClosure]?.time else { return "" }
    return
      "Its opening click \(n(opening.time - aortic)) ms after A2\(opening.isHeard ? "" : ", hardly to be heard here")."
  }

  /// Which valve, which way.
  public static func name(_ source: MurmurSource) -> String {
    switch (source.valve, source.isForward) {
    case (.mitral, false): "mitral regurgitation"
    case (.mitral, true): "flow into the left ventricle"
    case (.aortic, false): "aortic regurgitation"
    case (.aortic, true): "flow out of the left ventricle"
    case (.tricuspid, false): "tricuspid regurgitation"
    case (.tricuspid, true): "flow into the right ventricle"
    case (.pulmonary, false): "pulmonary regurgitation"
    case (.pulmonary, true): "flow into the pulmonary artery"
    }
  }

  /// Of a closure, against the healthy adult's.
  public static func loudness(_ sound: HeardSound?) -> String {
    guard let decibels = sound?.relative else { return "absent" }
    let word = decibels < -4 ? "soft" : decibels > 4 ? "loud" : "of usual loudness"
    return "\(word) (\(signed(decibels)) dB)"
  }

  private static func first(_ heard: Auscultation) -> String {
    let split = heard.firstSplit.map { $0 > 45 ? ", split by \(n($0)) ms" : "" } ?? ""
    guard heard[.discClosure] == nil else {
      return "S1 with the closing click of a mechanical mitral valve, beside which the muscle's part is "
        + "\(loudness(heard[.mitralClosure]))\(split)."
    }
    return "S1 \(loudness(heard[.mitralClosure]))\(split)."
  }

  private static func second(_ heard: Auscultation) -> String {
    guard let split = heard.split else { return "S2 \(loudness(heard[.aorticClosure]))." }
    var order = split < 0 ? "P2 \(n(-split)) ms before A2" : "P2 \(n(split)) ms after A2"
    if split.magnitude < 0.5 { order = "P2 with A2" }
    if let inspired = heard.inspiredSplit, (inspired - split).magnitude >= 1 {
      let turned = inspired < 0 ? " before it" : split < 0.5 ? " after it" : ""
      order += " breathing out, \(n(inspired.magnitude)) ms\(turned) breathing in"
    }
    return "A2 \(loudness(heard[.aorticClosure])), P2 \(loudness(heard[.pulmonaryClosure])), \(order)."
  }

  private static func extra(_ heard: Auscultation) -> String {
    let aortic = heard[.aorticClosure]?.time
    var parts: [String] = []
    if let third = heard[.third], third.isHeard {
      parts.append("S3" + (aortic.map { " \(n(third.time - $0)) ms after A2" } ?? ""))
    }
    if let fourth = heard[.fourth], fourth.isHeard, let first = heard[.mitralClosure] {
      parts.append("S4 \(n(first.time - fourth.time)) ms before S1")
    }
    if let click = heard[.click], click.isHeard, let first = heard[.mitralClosure] {
      parts.append("a click \(n(click.time - first.time)) ms after S1")
    }
    if let snap = heard[.openingSnap], snap.isHeard {
      parts.append("an opening snap" + (aortic.map { " \(n(snap.time - $0)) ms after A2" } ?? ""))
    }
    if parts.isEmpty { return heard[.discClosure] == nil ? "No S3, no S4, no click." : "No S3, no S4." }
    let text = parts.joined(separator: ", ")
    return capitalised(text) + "."
  }

  private static func capitalised(_ text: String) -> String {
    var bytes = Array(text.utf8)
    if let first = bytes.first, (0x61...0x7a).contains(first) { bytes[0] = first - 0x20 }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A murmur: when, shape, pitch, grade, where, how far.
  public static func murmur(_ murmur: HeardMurmur, _ site: AuscultationSite) -> String {
    let pitch = murmur.pitch < 150 ? "low" : murmur.pitch < 300 ? "medium" : "high"
    let timing = murmur.timing?.words ?? ""
    var text = capitalised(timing) + " murmur of \(name(murmur.source)), "
    text += "\(murmur.shape?.words ?? "plateau"), "
    if let swell = murmur.presystole {
      // Two closures follow each other within a twentieth of a second where one runs into the other.
      text += "with a presystolic crescendo (\(signed(swell.rise)) dB) \(swell.gap < 50 ? "into" : "before") S1, "
    }
    text += "\(pitch)-pitched (about \(n(murmur.pitch)) Hz, jet "
    text += "\(FixedText.fixed(murmur.speed, digits: 1)) m/s), grade \(murmur.grade)/6"
    text += murmur.grade >= 4 ? " with a thrill" : ""
    text += ", loudest at the \(murmur.best.title)"
    let far = murmur.radiation.map { "the " + $0.title }
    let listed = far.dropLast().joined(separator: ", ") + (far.count > 1 ? " and " : "") + (far.last ?? "")
    text += far.isEmpty ? "." : ", carried to \(listed)."
    if site != murmur.best { text += " Here, at the \(site.title): \(grade(murmur.grade(at: site)))." }
    return text
  }

  private static func grade(_ grade: Int) -> String { grade == 0 ? "not heard" : "grade \(grade)" }

  static func n(_ value: Double) -> String { FixedText.fixed(value, digits: 0) }

  public static func signed(_ value: Double) -> String {
    let text = FixedText.fixed(value.magnitude, digits: 1)
    return (value < -0.05 ? "−" : value > 0.05 ? "+" : "") + text
  }
}
