// What is heard, as JSON: `listening` of schema/result.schema.json. Times run from ventricular activation.

import Cases
import Instruments

extension Auscultation {
  /// The rate, every sound and every murmur, those below hearing among them.
  public var json: JSONTree {
    .object([
      .init("rate", ResultJSON.measured(rate, "/min")), .init("regular", .flag(isRegular)),
      .init("A2P2", split.map { ResultJSON.measured($0, "ms") } ?? .null),
      .init("A2P2inspired", inspiredSplit.map { ResultJSON.measured($0, "ms") } ?? .null),
      .init("sounds", .list(sounds.map(\.json))),
      .init("murmurs", .list(murmurs.map { $0.json(at: site) })),
    ])
  }
}

extension HeardSound {
  fileprivate var json: JSONTree {
    .object([
      .init("id", .text(kind.identifier)), .init("heard", .flag(isHeard)),
      .init("time", ResultJSON.measured(time, "ms")), .init("amplitude", .number(amplitude)),
      .init("relative", relative.map { ResultJSON.measured($0, "dB") } ?? .null),
      .init("frequency", ResultJSON.measured(kind.pitch, "Hz")),
    ])
  }
}

extension HeardMurmur {
  fileprivate func json(at site: AuscultationSite) -> JSONTree {
    .object(loudness(at: site) + course)
  }

  private func loudness(at site: AuscultationSite) -> [JSONTree.Field] {
    [
      .init("id", .text(source.identifier)), .init("heard", .flag(grade > 0)),
      .init("grade", .number(Double(grade))), .init("gradeHere", .number(Double(grade(at: site)))),
      .init("level", ResultJSON.measured(level(at: best), "dB")),
      .init("audibility", ResultJSON.measured(100 * MurmurLevel.audibility(level(at: best)), "%")),
      .init("loudestAt", .text(best.identifier)),
      .init("radiation", .list(radiation.map { .text($0.identifier) })),
    ]
  }

  /// When it is heard, how it swells and wanes, and what it sounds of.
  private var course: [JSONTree.Field] {
    func text(_ words: String?) -> JSONTree { words.map { .text($0) } ?? .null }
    func number(_ value: Double?, _ unit: String) -> JSONTree { value.map { ResultJSON.measured($0, unit) } ?? .null }
    return [
      .init("timing", text(timing?.words)), .init("shape", text(shape?.words)),
      .init("from", number(span?.lowerBound, "ms")), .init("to", number(span?.upperBound, "ms")),
      .init("shareOfSystole", number(shareOfSystole.map { 100 * $0 }, "%")),
      .init("presystolicRise", number(presystole?.rise, "dB")),
      .init("frequency", ResultJSON.measured(pitch, "Hz")), .init("jet", ResultJSON.measured(speed, "m/s")),
    ]
  }
}
