"""`mitral compare`: treatments side by side, asked for in the ways people ask."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

from claims import claim, expect, expect_equal
from command import BINARY, ROOT, USAGE, CaseFile, expect_refusal, mitral

NAMES = (
    "nitroprusside nitroglycerin ace-inhibitor angiotensin-blocker arni beta-blocker diuretic mra sglt2-inhibitor inotrope "
    "intra-aortic-balloon resynchronisation cardioversion annuloplasty leaflet-repair repair replacement-mechanical "
    "replacement-biological edge-to-edge"
).split()


def compared(*arguments):
    """The document, its treatments by their identifier."""
    result = mitral("compare", *arguments, "--json")
    expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
    found = json.loads(result.stdout)
    return found, {one["id"]: one for one in found["treatments"]}


@claim
def everyTreatmentIsComparedAndChangesAreTreatedMinusUntreated():
    found, treated = compared("flail-leaflet", "--with", *NAMES)
    expect_equal([one["id"] for one in found["treatments"]], NAMES)
    for name, one in treated.items():
        expect("status" not in one, name, "does not beat")
        for finding, change in one["change"].items():
            difference = one["findings"][finding]["value"] - found["untreated"]["findings"][finding]["value"]
            expect(abs(difference - change["value"]) < 1e-9, name, finding)


@claim
def aDocumentOfCompareKeepsToTheSchema():
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, arguments in enumerate([
                ["flail-leaflet"], ["healthy-adult"], ["functional-dilated"], ["lesion-fixed-orifice"],
                ["acute-rupture", "--with", "beta-blocker+arni", "diuretic:500,fluid=15"]]):
            path = pathlib.Path(folder, f"{number}.json")
            path.write_text(json.dumps(compared(*arguments)[0]))
            files.append(path)
        checked = subprocess.run(
            [sys.executable, ROOT / "Tests" / "schema" / "check_schemas.py", *files], capture_output=True, text=True)
        expect_equal(checked.returncode, 0, checked.stdout + checked.stderr)


@claim
def aDoseIsReadWithItsUnitOrWithout():
    for told, value, unit in [
            ("nitroprusside:2", 2, "ug/kg/min"), ("nitroprusside:2 µg/kg/min", 2, "ug/kg/min"),
            ("annuloplasty:30mm", 30, "mm"), ("annuloplasty:3 cm", 30, "mm"), ("edge-to-edge:2", 2, "1"),
            ("replacement-biological:27,chordsKept=0", 27, "mm"), ("diuretic:80,fluid=2L", 80, "mg/d"),
            ("diuretic:fluid=2", 40, "mg/d")]:
        found, _ = compared("functional-dilated", "--with", told)
        expect_equal(len(found["treatments"]), 1, told)
        expect_equal(found["treatments"][0]["dose"], {"value": value, "unit": unit}, told)


@claim
def treatmentsMayBeNamedInSeveralWays():
    several = ["repair", "edge-to-edge"]
    for arguments in [["--with", *several], ["--with", several[0], "--with", several[1]], ["--with", ",".join(several)]]:
        found, _ = compared("flail-leaflet", *arguments)
        expect_equal([one["id"] for one in found["treatments"]], several, arguments)
    before = mitral("compare", "--with", "repair", "--json", "flail-leaflet")
    expect_equal(before.returncode, 0, before.stderr)


@claim
def treatmentsGivenTogetherAreOneColumn():
    found, treated = compared("functional-dilated", "--with", "beta-blocker+arni:100", "beta-blocker")
    both = treated["beta-blocker+arni"]
    expect_equal([(one["id"], one["dose"]["value"]) for one in both["given"]], [("beta-blocker", 25), ("arni", 100)])
    expect(both["change"]["MAP"]["value"] < treated["beta-blocker"]["change"]["MAP"]["value"], "ARNI adds nothing")
    slowed = [one["findings"]["HR"]["value"] for one in (both, treated["beta-blocker"])]
    expect(abs(slowed[0] - slowed[1]) < 3, "but for the reflexes' answer the rate is the beta-blocker's", slowed)


@claim
def anInfusionWithoutADoseIsTitrated():
    _, treated = compared("acute-rupture", "--with", "nitroprusside")
    expect(treated["nitroprusside"]["titrated"], "not titrated")
    findings = treated["nitroprusside"]["findings"]
    expect(findings["MAP"]["value"] >= 65 and findings["SBP"]["value"] >= 90, findings["MAP"], findings["SBP"])
    _, treated = compared("acute-rupture", "--with", "nitroprusside:0.5")
    expect(not treated["nitroprusside"]["titrated"], "titrated in spite of a dose")


@claim
def whatCannotBeGivenIsAUsageErrorWithASuggestion():
    for told, words in [
            ("repar", ["repair"]), ("mitraclip", ["catalogue treatments"]), ("edge-to-edge:9", ["1 to 4"]), ("edge-to-edge:2.5", ["whole"]),
            ("nitroprusside:5mL", ["ug/kg/min"]), ("nitroprusside:", ["number"]), ("nitroprusside:-1", ["negative"]),
            ("arni+ace-inhibitor", ["arni", "ace-inhibitor"]), ("repair+repair", ["twice"]), ("repair+", []), ("", []),
            ("annuloplasty:30mm,seize=3", ["size"]), ("repair:30,31", ["31"])]:
        expect_refusal(mitral("compare", "flail-leaflet", "--with", told), USAGE, *words)


@claim
def withoutTreatmentsThoseThatMakeSenseAreCompared():
    _, torn = compared("flail-leaflet")
    expect("repair" in torn and "edge-to-edge" in torn, list(torn))
    _, wide = compared("functional-dilated")
    expect("arni" in wide and "edge-to-edge" in wide, list(wide))
    _, acute = compared("acute-rupture")
    expect("nitroprusside" in acute and "intra-aortic-balloon" in acute, list(acute))
    _, healthy = compared("healthy-adult")
    expect(healthy and "repair" not in healthy, list(healthy))


@claim
def aStatedHeartIsComparedAsItStands():
    with CaseFile("name: x\nlesions: [{kind: fixed-orifice, orificeArea: 0.4 cm2}]\n") as path:
        _, treated = compared(path, "--with", "leaflet-repair:0", "leaflet-repair")
        expect(treated["leaflet-repair"]["change"]["RVol"]["value"] < -30, treated["leaflet-repair"]["change"]["RVol"])


@claim
def theTableKeepsToTheWidthAndMarksALimitThatIsPassed():
    for width in [60, 80, 140]:
        result = subprocess.run(
            [str(BINARY), "compare", "functional-dilated", "--with", "nitroprusside:5", "repair", "arni"],
            capture_output=True, cwd=ROOT, env=dict(os.environ, COLUMNS=str(width)))
        text = result.stdout.decode()
        expect_equal(result.returncode, 0, result.stderr)
        longest = max(text.split("\n"), key=len)
        expect(len(longest) <= width, width, longest)
        expect("! " in text and "MAP below 65 mmHg" in text, text)
        expect(not any(line != line.rstrip() for line in text.split("\n")), "a line ends in a space")


@claim
def theBodyAnswersATreatmentUnlessTheCaseSaysNo():
    """Hearts rest as they were measured or stated, and answer what is done to them, but where the case has `reflexes: false`."""
    text = (ROOT / "cases/functional-dilated.yaml").read_text()
    with CaseFile(text + "reflexes: false\n") as still:
        _, without = compared(still, "--with", "nitroprusside:2")
    _, answering = compared("functional-dilated", "--with", "nitroprusside:2")
    expect_equal(without["nitroprusside"]["change"]["HR"]["value"], 0)
    expect(answering["nitroprusside"]["change"]["HR"]["value"] > 0.5, answering["nitroprusside"]["change"]["HR"])
    expect(answering["nitroprusside"]["findings"]["MAP"]["value"]
           > without["nitroprusside"]["findings"]["MAP"]["value"] + 1, "the reflexes defend the pressure")


@claim
def daysAndMonthsAfterATreatmentAreFollowed():
    at_once, _ = compared("flail-leaflet", "--with", "repair")
    later, _ = compared("flail-leaflet", "--with", "repair", "--after", "6mo")
    volumes = [one["treatments"][0]["findings"]["LVEDV"]["value"] for one in (at_once, later)]
    expect(volumes[1] < volumes[0] - 5, "the ventricle gets smaller", volumes)
    _, drugs = compared("functional-dilated", "--with", "arni+beta-blocker", "leaflet-repair", "--after", "1y")
    change = drugs["arni+beta-blocker"]["change"]
    expect(change["LVESV"]["value"] < -10 and change["EROA"]["value"] < -0.03, "reverse remodelling of a secondary leak", change["LVESV"])
    expect_refusal(mitral("compare", "acute-rupture", "--with", "nitroprusside", "--after", "6mo"), USAGE, "bridges", "14 days")


@claim
def aTimeThatIsNoneIsAUsageError():
    for told in ["5x", "soon", "-1d", "5", "1000y"]:
        expect_refusal(mitral("compare", "flail-leaflet", f"--after={told}"), USAGE, "--after")
