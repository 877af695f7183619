// The written end of an echo report: what a laboratory concludes from its own readings, in the order of its reports (left
// ventricle, left atrium, mitral valve, leak, narrowing, lung pressure, what does not fit). Nothing in it knows the truth
// of the heart: it rests on what was read and seen, and is graded as `mitral grade` grades those readings.
//
// Limits. Sizes: the catalogue's normal ranges (Lang et al., J Am Soc Echocardiogr 2015;28:1). Ejection fraction: mildly
// reduced from 41, moderately from 30, below that severely (the same, table 4); in a severe leak of ill leaflets 60 % or less
// is too little (ESC/EACTS 2025). Atrium by its indexed volume: mildly enlarged above 34, moderately above 41, severely
// above 48 mL/m² (the same). Ring: wide above 35 mm. Tricuspid jet: pulmonary hypertension unlikely up to 2.8 m/s, likely
// above 3.4 (ESC/ERS 2022). Narrow native valve: significant at 1.5 cm² and less (ESC/EACTS 2025); artificial valve: mean
// gradient up to 5 mmHg, velocity index up to 2.2 and half-time below 130 ms are usual, above 10 mmHg, 2.5 and 200 ms
// speak for obstruction (Zoghbi et al., J Am Soc Echocardiogr 2009;22:975).

import Cases
import Findings
import Guidelines
import Instruments
import Quantities

/// What an echo laboratory concludes.
public struct EchoImpression: Sendable {
  /// One part of it.
  public struct Statement: Sendable, Equatable {
    /// Lower-case words with hyphens, as "left-ventricle".
    public let part: String
    /// For people, as "Left ventricle".
    public let title: String
    public let text: String
  }

  public let statements: [Statement]

  /// - Parameters:
  ///   - examination: by the instruments of the laboratory.
  ///   - judgement: of what that examination read, and of nothing else.
  public init(_ examination: Examination, _ judgement: Judgement) {
    let writer = ImpressionWriter(examination, judgement)
    statements = [
      Statement(part: "left-ventricle", title: "Left ventricle", text: writer.leftVentricle),
      Statement(part: "left-atrium", title: "Left atrium", text: writer.leftAtrium),
      Statement(part: "mitral-valve", title: "Mitral valve", text: writer.mitralValve),
      Statement(part: "regurgitation", title: "Regurgitation", text: writer.regurgitation),
      Statement(part: "opening", title: "Opening", text: writer.opening),
      Statement(part: "lung-pressure", title: "Lung pressure", text: writer.lungPressure),
      Statement(part: "discordance", title: "Does not fit", text: writer.discordance),
    ].filter { !$0.text.isEmpty }
  }

  /// A heading, and a paragraph for each part.
  public func text(_ style: TerminalStyle) -> String {
    ([style.painted("Impression", .bold)]
      + statements.flatMap { style.wrapped("\($0.title): \($0.text)", indent: 2, most: 100) }).joined(separator: "\n")
  }

  /// As `schema/result.schema.json` has it under `impression`.
  public var json: JSONTree {
    .list(statements.map { .object([.init("part", .text($0.part)), .init("text", .text($0.text))]) })
  }
}
