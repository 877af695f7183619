// What the lines of a list of drugs mean, and what a line that nobody can read leaves open.

import Findings
import Guidelines
import Testing

@Suite struct DrugClassTests {
  @Test func aNameIsReadWithASpaceAsWithAHyphen() {
    let lines: [(String, DrugClass)] = [
      ("ACE inhibitor", .aceInhibitor), ("ACE-inhibitors", .aceInhibitor), ("Beta blocker 5 mg", .betaBlocker),
      ("SGLT2 inhibitor", .sglt2Inhibitor), ("loop diuretic", .loopDiuretic), ("vitamin K antagonist", .vka),
      ("calcium channel blocker", .calciumBlocker),
    ]
    for (line, drug) in lines { #expect(DrugClass.classes(in: line) == [drug], "\(line)") }
  }

  @Test func brandNamesAndTheRarerGenericsAreKnown() {
    let lines: [(String, DrugClass)] = [
      ("Entresto 49/51", .arni), ("Eliquis 5 mg", .doac), ("XARELTO 20 mg", .doac), ("Lixiana", .doac),
      ("Pradaxa 150", .doac), ("Coumadin", .vka), ("Marcumar", .vka), ("Lasix 40", .loopDiuretic), ("Aldactone", .mra),
      ("Inspra", .mra), ("Forxiga", .sglt2Inhibitor), ("Farxiga", .sglt2Inhibitor), ("Jardiance", .sglt2Inhibitor),
      ("benazepril", .aceInhibitor), ("fosinopril", .aceInhibitor), ("quinapril", .aceInhibitor),
      ("sotalol", .betaBlocker), ("labetalol", .betaBlocker),
    ]
    for (line, drug) in lines { #expect(DrugClass.classes(in: line) == [drug], "\(line)") }
  }

  @Test func aDiureticAloneIsALoopDiureticAndBesideAnotherClassIsNone() {
    #expect(DrugClass.classes(in: "diuretic") == [.loopDiuretic])
    #expect(DrugClass.classes(in: "thiazide diuretic") == [.thiazide])
  }

  @Test func aDiureticThatSparesPotassiumIsNoLoopDiuretic() {
    for line in ["potassium-sparing diuretic", "potassium sparing diuretic", "Potassium-sparing diuretics"] {
      #expect(DrugClass.classes(in: line).isEmpty && !DrugClass.knows(line), "\(line)")
    }
    #expect(DrugClass.classes(in: "spironolactone, a potassium-sparing diuretic") == [.mra])
    #expect(DrugClass.classes(in: "amiloride").isEmpty && DrugClass.knows("amiloride"))
    #expect(DrugClass.knows("potassium 40 mmol"))
  }

  @Test func aLineThatNobodyCanReadLeavesOpenWhatIsTaken() {
    let list = sketch { $0.context.drugs = ["zzz 10 mg", "apixaban 5 mg"] }
    #expect(list.takes(.doac) == true && list.takes(.statin) == nil)
    #expect(sketch { $0.context.drugs = ["metformin 1 g", "apixaban"] }.takes(.statin) == false)
    #expect(sketch { $0.context.drugs = [] }.takes(.statin) == false)
    #expect(sketch { _ in }.takes(.statin) == nil)
  }

  @Test func aPillarIsNotCalledMissingWhileALineIsUnread() {
    let bare = Patients.ventricular.with { $0.context.drugs = ["bisoprolol 10 mg"] }
    #expect(bare.truth("hf-esc-sglt2") == .yes)
    let unread = bare.with { $0.context.drugs = ["bisoprolol 10 mg", "zzz 10 mg"] }
    #expect(unread.truth("hf-esc-sglt2") == .unknown && unread.truth("hf-esc-beta-blocker") == .no)
  }
}
