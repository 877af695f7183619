import ArgumentParser
import Cases
import Findings
import Foundation
import Guidelines
import Twin

struct Assess: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "tmp")
  @Argument var file: String
  func run() throws {
    let patient = try CaseSource.read(file)
    let t0 = Date()
    let a = try Assessment(patient, guideline: .escEacts2025)
    print("ms", Date().timeIntervalSince(t0) * 1000, "iter", a.fit?.iterations ?? 0, a.fit?.converged ?? true, "cost", a.fit?.cost ?? 0)
    for r in a.fit?.residuals ?? [] { print(r.finding, r.measured, "fitted", r.fitted, "z", r.zScore) }
    for p in a.fit?.parameters ?? [] { print(p.name, p.value, p.low, p.high, p.learned) }
    print(a.severity.grade as Any, a.severity.confidence, a.fittedSeverity.grade as Any, a.severity.outlier as Any, a.severity.warnings)
    for t in a.treatments { print(t.identifier, t.status, [FindingID.SBP, .MAP, .LVEDV, .LVESV, .LVEF, .FSV, .CI, .RVol, .RF, .EROA, .LVEDP, .LAPmean, .PCWPv, .CVP, .PASP, .SVR].map { "\($0)=\(String(format: "%.1f", t.findings[$0] ?? .nan))" }.joined(separator: " ")) }
  }
}
struct Simulate: ParsableCommand { }
struct CatalogueCommand: ParsableCommand { static let configuration = CommandConfiguration(commandName: "catalogue") }
struct New: ParsableCommand { }
