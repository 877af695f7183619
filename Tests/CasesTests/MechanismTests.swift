// How the leak of a case follows its heart, and what in the history made it.

import Cases
import Findings
import Lesions
import Statements
import Testing

@Suite struct MechanismTests {
  @Test(arguments: [
    ("lesions: [{kind: leaflet-tethering}]", LeakMechanism.tethering),
    ("findings: {flail: true}", .flail), ("findings: {papillaryRupture: true}", .flail),
    ("findings: {perforation: true}", .fixed), ("findings: {cleft: true}", .fixed),
    ("findings: {rheumaticLeaflets: true}", .fixed), ("findings: {prolapse: true, jetTiming: mid-late}", .prolapse),
    ("findings: {prolapse: true}", .flail), ("findings: {tenting: true}", .tethering),
    ("history: [rheumatic-fever]", .fixed), ("history: [mitral-prolapse]", .flail),
    ("history: [recent-myocardial-infarction]", .tethering),
    ("presentation: acute\nhistory: [recent-myocardial-infarction]", .flail),
    ("history: [alcohol-excess]", .tethering), ("findings: {LVEF: 28 %}", .tethering),
    ("findings: {LVEDV: 240 mL, LVESV: 170 mL}", .tethering),
    ("rhythm: atrial-fibrillation\nfindings: {LVEF: 60 %}", .ring), ("findings: {LVEF: 65 %}", .flail), ("", .flail),
  ])
  func theLeakFollowsTheHeartAsWhatIsKnownSays(_ text: String, _ mechanism: LeakMechanism) throws {
    let choice = try read(text).leakMechanism
    #expect(choice.mechanism == mechanism, "\(text): \(choice.reason)")
    #expect(!choice.reason.isEmpty && choice.sentence.hasSuffix(".") && choice.sentence.contains(choice.reason))
  }

  /// What is stated goes before what was seen, and that before what the patient has had.
  @Test func whatIsStatedOrSeenGoesBeforeTheHistory() throws {
    let seen = try read("history: [dilated-cardiomyopathy]\nfindings: {flail: true, LVEF: 25 %}").leakMechanism
    #expect(seen.mechanism == .flail)
    let stated = try read("lesions: [{kind: prolapse}]\nfindings: {tenting: true}").leakMechanism
    #expect(stated.mechanism == .prolapse)
  }

  @Test func theCauseInTheHistoryIsNamedWithItsText() throws {
    let told = try read("history: [hypertension, endocarditis]\nfindings: {perforation: true}").leakMechanism
    #expect(told.cause == "infection: a hole in the leaflet or torn chords")
    #expect(
      try read("history: [alcohol-excess]\nlesions: [{kind: ventricular-dilatation}]").causeOfStatedLesions?
        .hasPrefix("alcohol") == true)
    #expect(try read("history: [hypertension]\nlesions: [{kind: prolapse}]").causeOfStatedLesions == nil)
  }

  /// The causes that people are told of: birth defect, rheumatic fever, infection, heart attack, enlarged heart, and
  /// heart-muscle disease by alcohol, drugs, radiation, dystrophy, malnutrition, cancer therapy, inflammation, metabolism.
  @Test(arguments: [
    (HistoryItem.congenitalHeartDisease, "congenital-cleft"), (.rheumaticFever, "rheumatic"),
    (.endocarditis, "fixed-orifice"), (.endocarditis, "flail-leaflet"), (.activeEndocarditis, "flail-leaflet"),
    (.recentMyocardialInfarction, "papillary-muscle-rupture"), (.myocardialInfarction, "leaflet-tethering"),
    (.dilatedCardiomyopathy, "ventricular-dilatation"), (.alcoholExcess, "ventricular-dilatation"),
    (.cardiotoxicDrugs, "ventricular-dilatation"), (.chestRadiation, "ventricular-dilatation"),
    (.muscularDystrophy, "ventricular-dilatation"), (.malnutrition, "ventricular-dilatation"),
    (.cancerTherapy, "ventricular-dilatation"), (.inflammatoryDisease, "ventricular-dilatation"),
    (.metabolicDisease, "ventricular-dilatation"), (.atrialFibrillation, "annular-dilatation"),
    (.mitralProlapse, "prolapse"), (.connectiveTissueDisease, "prolapse"), (.chestTrauma, "papillary-muscle-rupture"),
    (.anorecticDrugs, "rheumatic"), (.chestRadiation, "rheumatic"),
  ])
  func everyCauseLeadsToALesion(_ item: HistoryItem, _ kind: String) {
    #expect(item.leakCauses.contains { $0.kinds.contains(kind) }, "\(item.rawValue)")
  }

  @Test func everyCauseNamesLesionsThatThereAre() {
    for cause in HistoryItem.allCases.flatMap(\.leakCauses) {
      #expect(!cause.kinds.isEmpty && cause.kinds.allSatisfy { LesionCatalogue.find($0) != nil }, "\(cause)")
      #expect(!cause.sentence.hasSuffix("."))
    }
    #expect(HistoryItem.hypertension.leakCauses.isEmpty)
  }

  @Test func everyLesionWithANameIsSimulated() {
    #expect(
      Set(CaseVocabulary.engine.lesions.map(\.identifier)) == Set(CaseVocabulary.sample.lesions.map(\.identifier)))
  }
}
