// The bytes of a record; that PhysioNet's own reader reads them is claimed in Tests/command.

import Circulation
import Instruments
import Quantities
import Pictures
import Testing

@Suite struct WFDBRecordTests {
  private let examined: Examined? = Examined(.healthyAdult, body: .reference)

  @Test func aRecordHasThreeFilesOfTheRightSize() throws {
    let examined = try #require(examined)
    let record = try WFDBRecord(examined, name: "heart-1", duration: 4, rate: 250)
    #expect(record.files.map { $0.name } == ["heart-1.hea", "heart-1.dat", "heart-1.atr"])
    #expect(record.signals.count == 28)
    #expect(record.files[1].bytes.count == 4 * 250 * 28 * 2)
    #expect(record.header.hasPrefix("heart-1 28 250 1000\nheart-1.dat 16 "))
    #expect(record.files[2].bytes.suffix(2) == [0, 0])
  }

  @Test func stepsFillTheRangeAndNeverMeanNothing() throws {
    let examined = try #require(examined)
    let record = try WFDBRecord(examined, name: "heart", duration: 4)
    for signal in record.signals {
      #expect(!signal.steps.contains(Int16.min))
      let span = Int(signal.steps.max() ?? 0) - Int(signal.steps.min() ?? 0)
      if signal.name != "jetVelocity" { #expect((50_000...58_001).contains(span), "\(signal.name)") }
    }
  }

  @Test func whatCannotBeWrittenIsRefused() throws {
    let examined = try #require(examined)
    #expect(throws: WFDBFault.name("a b")) { _ = try WFDBRecord(examined, name: "a b") }
    #expect(throws: WFDBFault.name("")) { _ = try WFDBRecord(examined, name: "") }
    #expect(throws: WFDBFault.duration(0)) { _ = try WFDBRecord(examined, name: "a", duration: 0) }
    #expect(throws: WFDBFault.rate(100)) { _ = try WFDBRecord(examined, name: "a", rate: 100) }
  }
}
