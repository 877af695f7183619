// Durations as people write them.

import Cases
import Testing

@Suite struct TimeSpanTests {
  @Test func durationsAreReadInEveryUnit() throws {
    let rows: [(String, Double)] = [
      ("90s", 90.0 / 86_400), ("30 min", 30.0 / 1440), ("12h", 0.5), ("5d", 5), ("2wk", 14), ("6mo", 182.625),
      ("2.5y", 913.125), ("0d", 0), ("1 month", 30.4375),
    ]
    for (text, days) in rows {
      let span = try #require(TimeSpan(text), "\(text)")
      #expect(abs(span.days - days) < 1e-9, "\(text)")
    }
    for wrong in ["", "5", "d", "-5d", "5 mL", "5,5d", "1000y", "nan d", "5 ms"] {
      #expect(TimeSpan(wrong) == nil, "\(wrong)")
    }
  }

  @Test func aDurationIsToldInTheLargestUnitThatFits() throws {
    for text in ["5 d", "6 mo", "2.5 y", "30 min", "12 h", "40 s", "2 wk"] {
      #expect(try #require(TimeSpan(text)).description == text)
    }
  }
}
