"""Tidiness as a test: what a reader of the code may count on, and one canary that shows each rule can fail."""

import pathlib
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Support"))
sys.path.insert(0, str(ROOT / "Tests" / "tidy"))
import rules  # noqa: E402
from claims import claim, expect, expect_equal, main  # noqa: E402

tree = rules.files(ROOT)


def expect_none(faults):
    expect(not faults, f"{len(faults)} found\n  " + "\n  ".join(faults))


@claim
def filesStayUnderFourHundredLines():
    expect_none(rules.long_files(tree))


@claim
def functionsStayUnderSeventyLines():
    expect_none(rules.long_functions(tree))


@claim
def nothingIsLeftMarkedAsUnfinished():
    expect_none(rules.unfinished(tree))


@claim
def noFileKnowsThePathsOfOneMachine():
    expect_none(rules.machine_paths(tree))


@claim
def noFileHoldsCharactersThatNobodySees():
    expect_none(rules.control_characters(tree))


@claim
def roomsImportOnlyAlongTheArrows():
    expect_none(rules.arrows(tree))


@claim
def roomsOfTheBrowserImportNothingFromOutside():
    expect_none(rules.foreign_imports(tree))


@claim
def everySourceSaysAtItsTopWhatItIs():
    expect_none(rules.missing_headers(tree))


@claim
def testsCompileAgainstTheModulesThatShip():
    expect_none(rules.testable_imports(tree))


@claim
def theTableOfArrowsHasNoWayBack():
    for room in rules.ARROWS:
        expect(room not in rules.reach(room), room, "reaches itself")


LONG_FUNCTION = "  func long(a: Int = [1].map { $0 }[0]) -> String {\n" + "    a()\n" * 70 + '    return "}"\n  }\n'
CANARIES = {
    "long_files": ("Sources/Lanes/Long.swift", "// Long.\n" + "let a = 1\n" * 400),
    "long_functions": ("Sources/Lanes/Function.swift", "// }\nstruct A {\n" + LONG_FUNCTION + "}\n"),
    "unfinished": ("docs/plan.md", "TO" "DO: all of it\n"),
    "machine_paths": ("Scripts/run.sh", "cat /" "home/somebody/data\n"),
    "control_characters": ("README.md", "reads one way\u202e, runs another\n"),
    "arrows": ("Sources/Findings/Back.swift", "// Findings.\nimport struct Circulation.Heart\n"),
    "foreign_imports": ("Sources/Circulation/Date.swift", "// Dates.\npublic import Foundation\n"),
    "missing_headers": ("Sources/Twin/Bare.swift", "import Circulation\nlet a = 1\n"),
    "testable_imports": ("Tests/LanesTests/Inside.swift", "@testable import Lanes\n"),
}
CLEAN = {
    "Sources/Circulation/Wall.swift":
        "import Lanes\n\n/// A wall.\nprotocol Wall {\n  func one()\n  init()\n}\nlet a = \"func b() {\"\n",
    "Sources/Cases/Reader.swift": "// Reads a case.\nimport Foundation\nimport Findings\n",
    "README.md": "What it is. See https://example.org/home/page.\n",
}


def grown(contents):
    """The tree that these files make, in a folder of its own."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in contents.items():
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return rules.files(folder)


@claim
def everyRuleCatchesItsCanaryAndNothingElse():
    clean = grown(CLEAN)
    for rule, (name, text) in CANARIES.items():
        check = getattr(rules, rule)
        expect_equal(check(clean), [], rule)
        caught = check(grown({**CLEAN, name: text}))
        expect(len(caught) == 1 and caught[0].startswith(name), rule, "caught", caught)


main()
