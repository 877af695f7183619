// What is heard, as JSON: `listening` of schema/result.schema.json. Times run from ventricular activation.

import Cases
import Instruments

extension Auscultation {
  /// The rate, every sound and every murmur, those below hearing among them.
  public var json: JSONTree {
    .object([
      .init("rate", ResultJSON.measured(rate, "/min")), .init("regular", .flag(isRegular)),
      .init("A2P2", split.map { ResultJSON.measured($0, "ms") } ?? .null),
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
    .object([
      .init("id", .text(source.identifier)), .init("heard", .flag(grade > 0)),
      .init("grade", .number(Double(grade))), .init("gradeHere", .number(Double(grade(at: site)))),
      .init("level", ResultJSON.measured(level(at: best), "dB")),
      .init("audibility", ResultJSON.measured(100 * MurmurLevel.audibility(level(at: best)), "%")),
      .init("loudestAt", .text(best.identifier)),
      .init("radiation", .list(radiation.map { .text($0.identifier) })),
      .init("timing", timing.map { .text($0.words) } ?? .null),
      .init("shape", shape.map { .text($0.words) } ?? .null),
      .init("from", span.map { ResultJSON.measured($0.lowerBound, "ms") } ?? .null),
      .init("to", span.map { ResultJSON.measured($0.upperBound, "ms") } ?? .null),
      .init("frequency", ResultJSON.measured(pitch, "Hz")), .init("jet", ResultJSON.measured(speed, "m/s")),
    ])
  }
}
