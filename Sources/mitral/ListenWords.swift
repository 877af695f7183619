// What was heard, for people and for scripts.

import Reports
import Cases
import Circulation
import Instruments
import Pictures

/// A heart as heard, beside itself at rest where something was done.
struct Heard {
  let now: Auscultation
  let rest: Auscultation?
  let manoeuvre: ListenManoeuvre?
  private let remarks: [String]

  init(_ listened: Listened, at site: AuscultationSite, jet: MitralJet?, manoeuvre: ListenManoeuvre?) {
    self.manoeuvre = manoeuvre
    remarks = listened.remarks
    guard let during = listened.during else {
      now = Auscultation(listened.rest, at: site, jet: jet)
      rest = nil
      return
    }
    now = Auscultation(during, at: site, jet: jet)
    rest = Auscultation(listened.rest, at: site, jet: jet)
  }

  var sentences: [String] {
    AuscultationWords.sentences(now) + changes.map(\.sentence) + remarks
  }

  /// One thing that the manoeuvre changed.
  struct Change {
    let what: String
    let unit: String
    let value: Double
    let sentence: String
  }

  /// Against rest; empty where nothing was done.
  var changes: [Change] {
    guard let rest else { return [] }
    var changes: [Change] = []
    for murmur in now.murmurs {
      guard let old = rest[murmur.source], max(old.level(at: now.site), murmur.level(at: now.site)) > -6 else {
        continue
      }
      let decibels = murmur.level(at: now.site) - old.level(at: now.site)
      let name = AuscultationWords.name(murmur.source)
      let word = decibels.magnitude < 0.5 ? "as loud as" : decibels > 0 ? "louder than" : "softer than"
      changes.append(
        Change(
          what: murmur.source.identifier, unit: "dB", value: decibels,
          sentence: "The murmur of \(name) is \(word) \(before) (\(AuscultationWords.signed(decibels)) dB, grade "
            + "\(old.grade(at: now.site)) → \(murmur.grade(at: now.site)))."))
      addLength(murmur, old, &changes)
    }
    addTimes(rest, &changes)
    return changes
  }

  /// Of a murmur, in time and as a share of a systole that itself changes with the rate and with what is ejected.
  private func addLength(_ murmur: HeardMurmur, _ old: HeardMurmur, _ changes: inout [Change]) {
    if let span = murmur.span, let past = old.span {
      let length = span.upperBound - span.lowerBound - past.upperBound + past.lowerBound
      if length.magnitude >= 5 {
        changes.append(
          Change(
            what: murmur.source.identifier + "-duration", unit: "ms", value: length,
            sentence: "It lasts \(ms(length)) ms \(length > 0 ? "longer" : "less")."))
      }
    }
    guard let share = murmur.shareOfSystole, let past = old.shareOfSystole, (share - past).magnitude >= 0.02 else {
      return
    }
    changes.append(
      Change(
        what: murmur.source.identifier + "-share", unit: "%", value: 100 * (share - past),
        sentence: "It fills \(percent(share)) % of the way from S1 to A2 (\(before): \(percent(past)) %)."))
  }

  private func percent(_ share: Double) -> String { "\(Int((100 * share).rounded()))" }
  private var before: String { manoeuvre?.before ?? "at rest" }

  private func addTimes(_ rest: Auscultation, _ changes: inout [Change]) {
    if let click = now[.click], let old = rest[.click], let first = now[.mitralClosure],
      let oldFirst = rest[.mitralClosure]
    {
      let shift = click.time - first.time - old.time + oldFirst.time
      let word = shift < 0 ? "earlier" : "later"
      changes.append(
        Change(
          what: "click-after-S1", unit: "ms", value: shift,
          sentence: "The click comes \(ms(shift)) ms \(word) after S1 than \(before)."))
    } else if rest[.click] != nil, now[.click] == nil {
      changes.append(
        Change(
          what: "click-lost", unit: "1", value: 1,
          sentence:
            "The click that was there \(before) has merged with S1 or gone: the leaflets slip at once, or not at all."))
    }
    for (kind, name) in [(HeartSoundKind.mitralClosure, "S1"), (.third, "S3"), (.fourth, "S4")] {
      guard let sound = now[kind], let old = rest[kind], sound.isHeard || old.isHeard else { continue }
      let decibels = MurmurLevel.level(sound.amplitude) - MurmurLevel.level(old.amplitude)
      guard decibels.magnitude >= 1 else { continue }
      changes.append(
        Change(
          what: name, unit: "dB", value: decibels,
          sentence: "\(name) is \(decibels > 0 ? "louder" : "softer") (\(AuscultationWords.signed(decibels)) dB)."))
    }
  }

  private func ms(_ value: Double) -> String { "\(Int(value.magnitude.rounded()))" }

  func json(case patient: JSONTree, version: String, notes: [String]) -> JSONTree {
    var fields: [JSONTree.Field] = [.init("site", .text(now.site.identifier))]
    if let manoeuvre { fields.append(.init("manoeuvre", .text(manoeuvre.rawValue))) }
    fields.append(.init("heard", now.json))
    if let rest {
      fields.append(.init("atRest", rest.json))
      fields.append(
        .init(
          "changes",
          .list(
            changes.map {
              .object([
                .init("what", .text($0.what)), .init("value", .number($0.value)), .init("unit", .text($0.unit)),
              ])
            })))
    }
    fields.append(.init("description", .list(sentences.map { .text($0) })))
    return .object([
      .init("case", patient), .init("version", .text(version)), .init("listening", .object(fields)),
      .init("notes", .list(notes.map { .text($0) })),
    ])
  }
}
