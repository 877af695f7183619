import Findings
import Testing
import Treatments
import Twin
@Suite struct Figures { @Test func show() throws {
  let rows: [(Series, TreatmentPlan)] = [
    (.harshaw, TreatmentPlan(.nitroprusside, Treatment.nitroprusside.arguments(1.5))), (.japan, TreatmentPlan(.nitroprusside)),
    (.chatterjee, TreatmentPlan(.nitroprusside, Treatment.nitroprusside.arguments(1.5))), (.keren, TreatmentPlan(.nitroglycerin, Treatment.nitroglycerin.arguments(60))),
    (.failure, TreatmentPlan(.inotrope)), (.dujardin, TreatmentPlan(.angiotensinBlocker)), (.gold, TreatmentPlan(.intraAorticBalloon)),
    (.siegel, TreatmentPlan(.edgeToEdge, Treatment.edgeToEdge.arguments(1))), (.siegel, TreatmentPlan(.edgeToEdge)), (.siegel, TreatmentPlan(.repair))]
  for (s, p) in rows { let h = try s.heart(); let o = h.under(p); var l = "FIG \(s.name) \(p.identifier) \(o.given[0].dose ?? 0): "
    for id in [FindingID.MAP, .SBP, .PCWP, .PCWPv, .LVEDP, .LVEDV, .LVESV, .LVEF, .FSV, .CI, .CO, .SVR, .EROA, .RVol, .RF, .MVmeanGradient] { let c = o.change[id] ?? .nan; let k = id == .EROA ? 1000.0 : 10; l += "\(id.identifier) \(((h.findings[id] ?? .nan) * k).rounded() / k) \((c * k).rounded() / k) | " }
    print(l) }
} }
