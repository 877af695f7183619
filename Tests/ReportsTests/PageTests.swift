import Circulation
import Instruments
import Findings
import Guidelines
import Quantities
import Reports
import Testing

/// The tags of a page or picture: whether each that opens is closed, in order.
struct Tags {
  var faults: [String] = []
  var names: [String] = []

  init(_ text: String) {
    let empty: Set<String> = ["meta", "br", "hr", "img", "link", "!DOCTYPE"]
    var open: [String] = []
    for piece in text.split(separator: "<").dropFirst(text.hasPrefix("<") ? 0 : 1) {
      guard let end = piece.firstIndex(of: ">") else {
        faults.append("a tag without an end: \(piece.prefix(30))")
        continue
      }
      let inside = piece[..<end]
      let name = String(inside.prefix { $0 != " " && $0 != "/" || $0 == inside.first })
      if name.hasPrefix("/") {
        let closed = String(inside.dropFirst())
        if open.popLast() != closed { faults.append("</\(closed)> closes nothing") }
      } else {
        names.append(name)
        if !inside.hasSuffix("/"), !empty.contains(name) { open.append(name) }
      }
    }
    faults += open.map { "<\($0)> is never closed" }
  }
}

@Test func everyTagOfThePageIsClosed() {
  #expect(Tags(HTMLReport.text(Samples.report())).faults == [])
}

@Test func textFromOutsideNeverBecomesMarkup() {
  let attack = "\"><script>alert(1)</script><img src=x onerror='y'>&\u{0}\u{8}"
  let page = HTMLReport.text(Samples.report(hostile: attack))
  #expect(Tags(page).faults == [])
  #expect(!page.contains("<script"))
  #expect(!page.contains("<img"))
  #expect(!page.contains("'y'"))
  #expect(page.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  #expect(Tags(page).names == Tags(HTMLReport.text(Samples.report())).names)
}

@Test func thePageNeedsNoNetworkAndNoScript() {
  let page = HTMLReport.text(Samples.report()).replacing("xmlns=\"http://www.w3.org/2000/svg\"", with: "")
  for word in ["<script", "http://", "https://", "src=", "@import", "url(", "<link", "<iframe"] {
    #expect(!page.contains(word), "\(word)")
  }
}

@Test func theVerdictComesFirst() throws {
  let page = HTMLReport.text(Samples.report())
  let verdict = try #require(page.firstRange(of: Verdict.headline(Samples.severity)))
  for later in ["<svg", "<table", "Measured against fitted", "Sources"] {
    #expect(verdict.lowerBound < (try #require(page.firstRange(of: later))).lowerBound)
  }
  #expect(page.contains("No medical device"))
  #expect(page.contains("ESC/EACTS"))
}

@Test func thePageCanBeReadAloud() {
  let page = HTMLReport.text(Samples.report())
  #expect(page.contains("<html lang=\"en\">"))
  for landmark in ["<header>", "<main>", "<footer>"] { #expect(page.contains(landmark)) }
  #expect(page.split(separator: "<h1").count == 2)
  for head in page.split(separator: "<th").dropFirst() where !head.hasPrefix("ead") {
    #expect(head.hasPrefix(" scope="), "\(head.prefix(40))")
  }
  // What labels something is there, and once.
  for label in page.split(separator: "aria-labelledby=\"").dropFirst() {
    for name in label.prefix(while: { $0 != "\"" }).split(separator: " ") {
      #expect(page.split(separator: "id=\"\(name)\"").count == 2, "\(name)")
    }
  }
}

@Test func aCaseWithoutFitOrTreatmentsStillMakesAPage() {
  let report = AssessmentReport(
    caseName: "Bare", body: .reference, beat: Samples.healthyBeat, findings: FindingValues(),
    judgement: Samples.judged(FindingValues()), engineVersion: "0")
  let page = HTMLReport.text(report)
  #expect(Tags(page).faults == [])
  #expect(page.contains("Not graded"))
  #expect(!page.contains("Treatments side by side"))
}
