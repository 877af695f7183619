"""Loads, the exercise test and reflexes, as a user calls for them."""

import json
import pathlib
import subprocess
import sys
import tempfile

from claims import claim, expect, expect_equal
from command import ROOT, USAGE, CaseFile, expect_refusal, mitral


def document(*arguments):
    """The one JSON document that a call prints."""
    result = mitral("simulate", *arguments, "--json")
    expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
    return json.loads(result.stdout)


def value(found, finding):
    return found["findings"][finding]["value"]


@claim
def aLoadThatIsNoneIsAUsageErrorThatNamesWhatIsAllowed():
    for load, *named in [
        ("sleep", "upright", "valsalva"), ("exercise:500W", "400"), ("exercise:5", "METs"), ("exercise:0.5METs", "20"),
        ("exercise:fastW", "400"), ("upright:3", "upright"), ("pregnancy:50wk", "42"), ("valsalva:", "50"), ("", "supine"),
    ]:
        expect_refusal(mitral("simulate", "healthy-adult", "--load", load), USAGE, "--load", *named)


@claim
def loadsThatExcludeEachOtherAreRefused():
    for arguments in [
        ["--load", "upright", "--load", "squat"], ["--load", "exercise:20W", "--load", "exercise:40W"],
        ["--load", "valsalva", "--load", "upright"], ["--exercise-test", "--load", "upright"],
        ["--beats", "3", "--load", "upright"], ["--beats", "3", "--exercise-test"],
    ]:
        expect_refusal(mitral("simulate", "healthy-adult", *arguments), USAGE, "--")


@claim
def standingLowersAndExertionRaisesThePressureBehindTheValve():
    rest = document("lesion-fixed-orifice", "--load", "supine")
    standing = document("lesion-fixed-orifice", "--load", "upright")
    working = document("lesion-fixed-orifice", "--load", "upright", "--load", "exercise:100W")
    expect(value(standing, "LAPmean") < value(rest, "LAPmean") - 1.5)
    expect(value(standing, "HR") > value(rest, "HR") + 4)
    expect(value(working, "LAPmean") > value(rest, "LAPmean") + 3)
    expect(value(working, "CO") > 2 * value(standing, "CO"))
    expect_equal([load["id"] for load in working["loads"]], ["upright", "exercise"])


@claim
def wattsAndTheirMETsAreTheSameLoad():
    a, b = document("healthy-adult", "--load", "exercise:100W"), document("healthy-adult", "--load", "exercise:6.114286METs")
    expect(abs(value(a, "CO") - value(b, "CO")) < 0.01, value(a, "CO"), value(b, "CO"))


@claim
def aCaseMayAskForReflexes():
    text = "name: Hole\nreflexes: {}\nlesions: [{{kind: fixed-orifice, orificeArea: 0.5 cm2}}]\n"
    with CaseFile(text.format("true")) as path:
        on = document(path)
        told = mitral("simulate", path).stdout.decode()
    with CaseFile(text.format("false")) as path:
        off = document(path)
    expect(value(on, "HR") > value(off, "HR") + 2, value(on, "HR"), value(off, "HR"))
    expect(value(on, "MAP") > value(off, "MAP") + 3, value(on, "MAP"), value(off, "MAP"))
    expect(on["reflexes"]["arterialDrive"] > 0.3 and "reflexes" not in off)
    expect("The reflexes answer: heart rate +" in told, told[-600:])


@claim
def anIrregularRhythmIsIrregularUnderReflexesAndLoads():
    text = "name: Irregular\nrhythm: {}\nreflexes: true\nlesions: [{{kind: fixed-orifice, orificeArea: 0.4 cm2}}]\n"
    for rhythm in ["atrial-fibrillation", "premature-beats"]:
        with CaseFile(text.format(rhythm)) as path:
            plain, standing = document(path), document(path, "--load", "upright")
            told, strain = mitral("simulate", path).stdout.decode(), mitral("simulate", path, "--load", "valsalva").stdout.decode()
            tested = document(path, "--exercise-test")
        for found in [plain, standing, tested]:
            expect_equal(found["status"], "irregular", rhythm)
            expect(found["findings"]["FSV"]["sd"] > 5 and "reflexes" in found, rhythm, found["findings"]["FSV"])
        # The reflexes set the rate about which the beats come, and what they settled with regular beats is near.
        expect(value(standing, "HR") > value(plain, "HR") + 4, value(standing, "HR"), value(plain, "HR"))
        expect("exerciseTest" in tested and "loads" in standing, rhythm)
        expect("±" in told and "The reflexes answer" in told and "mean length" not in told, told[-700:])
        expect("here every beat has its mean length" in " ".join(strain.split()), strain[-700:])


@claim
def aHealthyValveSendsNothingBackInAManoeuvreEither():
    """The closing volume is none of the regurgitation, by the second as at rest."""
    found = document("healthy-adult", "--load", "valsalva")
    expect(all(phase["findings"]["RVol"]["value"] < 0.5 for phase in found["manoeuvre"]["phases"]), found["manoeuvre"])
    leak = document("lesion-fixed-orifice", "--load", "valsalva")
    rest = leak["manoeuvre"]["phases"][0]["findings"]["RVol"]["value"]
    expect(abs(rest - value(leak, "RVol")) < 0.02 * value(leak, "RVol"), rest, value(leak, "RVol"))


@claim
def aMeasuredHeartRestsAsItWasMeasured():
    plain, lying = document("flail-leaflet"), document("flail-leaflet", "--load", "supine")
    for finding in ["HR", "MAP", "LAPmean", "CO", "RVol"]:
        expect(abs(value(plain, finding) / value(lying, finding) - 1) < 0.005, finding)


@claim
def theClassFollowsFromTheExerciseTest():
    for case, classes in {"healthy-adult": "I", "acute-rupture": "IV", "chronic-catheter": "III"}.items():
        test = document(case, "--exercise-test")["exerciseTest"]
        expect_equal(test["nyha"], classes, case)
        complaints = {s["id"] for s in test["symptoms"]}
        expect(bool(complaints & {"exertional-dyspnoea", "fatigue"}) == (case != "healthy-adult"), case, complaints)
        loads = [step["uptake"]["value"] for step in test["steps"]]
        expect(loads == sorted(loads) and loads[0] == 1, loads)
    expect(document("healthy-adult", "--exercise-test")["exerciseTest"]["capacity"]["value"] > 10)
    text = mitral("simulate", "acute-rupture", "--exercise-test").stdout.decode()
    expect("NYHA class IV" in text and "METs" in text, text[-800:])


@claim
def aStrainIsToldByItsPhases():
    found = document("healthy-adult", "--load", "valsalva:40mmHg")["manoeuvre"]
    phases = {phase["name"]: phase["findings"] for phase in found["phases"]}
    expect_equal(list(phases), ["rest", "I", "II early", "II late", "III", "IV", "recovered"])
    mean = {name: phase["MAP"]["value"] for name, phase in phases.items()}
    expect(mean["I"] > mean["rest"] + 15 and mean["II early"] < mean["rest"] - 4 and mean["III"] < mean["II late"], mean)
    expect(mean["IV"] > mean["rest"] + 5, mean)


@claim
def documentsUnderLoadsKeepToTheSchema():
    calls = {
        "posture": ["--load", "legs-raised"], "work": ["--load", "exercise:5METs"], "week": ["--load", "pregnancy:30wk"],
        "strain": ["--load", "valsalva"], "rising": ["--load", "standing-up"], "test": ["--exercise-test"],
    }
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name, arguments in calls.items():
            files.append(pathlib.Path(folder, name + ".json"))
            files[-1].write_text(json.dumps(document("lesion-fixed-orifice", *arguments)))
        checked = subprocess.run(
            [sys.executable, ROOT / "Tests" / "schema" / "check_schemas.py", *files], capture_output=True, text=True)
        expect_equal(checked.returncode, 0, checked.stdout + checked.stderr)


@claim
def theCatalogueListsTheLoads():
    rows = json.loads(mitral("catalogue", "loads", "--json").stdout)["loads"]
    expect({"upright", "legs-raised", "exercise", "handgrip", "squat", "valsalva", "pregnancy"} <= {row["id"] for row in rows})
    expect(all(row["meaning"] for row in rows))
