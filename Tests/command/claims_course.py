"""The course: what it gives, what it refuses, and the shipped states that are moments of one course."""

import json
import os
import subprocess
import sys
import tempfile
import time

from claims import claim, expect, expect_equal
from command import BAD_INPUT, ROOT, USAGE, CaseFile, expect_refusal, mitral

HOLE = "name: A hole of 0.57 cm2 in a leaflet\nlesions:\n  - {kind: fixed-orifice, orificeArea: 0.57 cm2}\n"
# Carabello's table: EDV, ESV, EF, RF, mean LA pressure; tolerances 10 %, 12 mL, 5 and 8 points, 5 mmHg.
STATES = {
    "acute-severe": ("5d", 170, 30, 82, 50, 25), "chronic-compensated": ("1y", 240, 50, 79, 50, 15),
    "chronic-decompensated": ("10y", 260, 110, 58, 57, 25),
}


def course(*arguments, contents=HOLE):
    result = mitral("course", "-", *arguments, "--json", standard_input=contents.encode())
    expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
    return json.loads(result.stdout)


def value(found, finding):
    return found["findings"][finding]["value"]


def settings(path):
    """The numbers under `heart:` of a case file that holds one per line."""
    lines = open(path, encoding="utf-8").read().split("\nheart:\n")[1].split("\n")
    pairs = [line.strip().split(": ") for line in lines if line.startswith("  ")]
    return {name: float(text.split(" ")[0]) for name, text in pairs}


@claim
def treatmentsBeginAtTimesInAnyUnits():
    """8 h and 20 h after another treatment are days that differ in their last digits from those of the schedule."""
    found = course("--for", "2d", "--treat", "nitroprusside@8h", "--treat", "leaflet-repair@20h")
    told = " ".join(event for moment in found["timeline"] for event in moment["events"])
    expect("Nitroprusside" in told or "nitroprusside" in told, told)
    expect(value(found["timeline"][-1], "RVol") < 10, "the repair was given", told)


@claim
def aCirculationThatNoLongerSustainsLifeEndsTheCourse():
    result = mitral("course", "lesion-flail-leaflet", "--for", "15y", "--json")
    expect_equal((result.returncode, result.stderr), (0, b""))
    found = json.loads(result.stdout)
    end, last = found["ended"], found["timeline"][-1]
    expect(last["days"] <= end["days"] < 15 * 365.25, end, last["days"])
    limit = {"output": ("CI", 1.2), "arterial-pressure": ("MAP", 50)}[end["cause"]]
    expect_equal(end["finding"], limit[0])
    expect(end["quantity"]["value"] < limit[1], end)
    expect("no longer sustains life" in last["events"][-1], last["events"])
    for moment in found["timeline"]:
        expect(moment["days"] > end["days"] - 1 or value(moment, "CI") >= 1.2, moment["days"])
    told = " ".join(mitral("course", "lesion-flail-leaflet", "--for", "15y").stdout.decode().split())
    expect("the course ends" in told, told[-1500:])
    expect("ended" not in course("--for", "10y", "--hold-lesion"), "a heart that lives")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "late.yaml")
        late = mitral("course", "lesion-flail-leaflet", "--for", "15y", "--snapshot", f"15y:{path}")
        expect(late.returncode != 0 and b"no heart beats" in late.stderr and not os.path.exists(path), late.stderr)
        with open(os.path.join(folder, "course.json"), "wb") as file:
            file.write(result.stdout)
        checked = subprocess.run(
            [sys.executable, ROOT / "Tests" / "schema" / "check_schemas.py", file.name], capture_output=True, text=True)
        expect_equal(checked.returncode, 0, checked.stdout + checked.stderr)


@claim
def aLowPressureWithFlowEnoughEndsNothing():
    """Four drugs at full doses in a weak ventricle: wide vessels, not shock."""
    drugs = [word for drug in ["arni", "beta-blocker", "mra", "sglt2-inhibitor"] for word in ["--treat", f"{drug}@0"]]
    weak = "{kind: ventricular-dilatation, orificeArea: 0.25 cm2, dilatation: 1.6, contractility: 0.6}"
    found = course("--for", "1y", *drugs, contents=f"name: Weak\nreflexes: true\nlesions: [{weak}]\n")
    expect("ended" not in found and found["timeline"][-1]["days"] > 365, found.get("ended"))
    lowest = min(found["timeline"], key=lambda moment: value(moment, "MAP"))
    expect(value(lowest, "MAP") < 50 and value(lowest, "CI") > 1.8, value(lowest, "MAP"), value(lowest, "CI"))


@claim
def theClassOfBreathlessnessDoesNotFlicker():
    found = course("--for", "12y", contents="name: x\nlesions: [{kind: annular-dilatation, orificeArea: 0.3 cm2, atrialDilatation: 2.5}]\n")
    classes = {moment["nyha"] for moment in found["timeline"] if "nyha" in moment}
    expect(classes == {"I"}, classes)


@claim
def aBadDurationIsAUsageErrorThatNamesIt():
    for text in ["5", "soon", "5 parsecs", "-1y", "1000y", "0", "nan d"]:
        expect_refusal(mitral("course", "healthy-adult", f"--for={text}", "--json"), USAGE, "--for")
    expect_refusal(mitral("course", "healthy-adult", "--treat", "leaflet-repair@soon"), USAGE, "soon")
    expect_refusal(mitral("course", "healthy-adult", "--treat", "leaflet-repair"), USAGE, "leaflet-repair", "@")
    expect_refusal(mitral("course", "healthy-adult", "--for", "1y", "--treat", "leaflet-repair@2y"), USAGE, "--for 1 y")
    expect_refusal(mitral("course", "healthy-adult", "--snapshot", "5d"), USAGE, "5d")
    expect_refusal(mitral("course", "healthy-adult", "--for", "1d", "--snapshot", "5d:x.yaml"), USAGE, "5d")


@claim
def anUnknownTreatmentOrDoseIsBadInput():
    expect_refusal(mitral("course", "healthy-adult", "--treat", "leeches@1y", "--json"), BAD_INPUT, "--treat", "leeches")
    expect_refusal(
        mitral("course", "healthy-adult", "--treat", "nitroprusside:5kg@1y", "--json"), BAD_INPUT, "--treat", "5kg")


@claim
def aCourseGivesOneDocumentThatKeepsToTheSchema():
    result = mitral("course", "-", "--for", "2y", "--treat", "leaflet-repair@1y", "--json", standard_input=HOLE.encode())
    expect_equal((result.returncode, result.stderr), (0, b""))
    found = json.loads(result.stdout)
    days = [moment["days"] for moment in found["timeline"]]
    expect(days == sorted(days) and days[0] == 0 and days[-1] == 2 * 365.25, days)
    sides = [m for m in found["timeline"] if m["days"] == 365.25]
    expect_equal([m.get("side") for m in sides], ["before", "after"])
    expect(value(sides[0], "RVol") > 80 and value(sides[1], "RVol") < 10, "the repair leaves a small rest")
    expect(any("treatment" in event for event in sides[1]["events"]), sides[1]["events"])
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "course.json")
        with open(path, "wb") as file:
            file.write(result.stdout)
        checked = subprocess.run(
            [sys.executable, ROOT / "Tests/schema/check_schemas.py", path], capture_output=True, text=True)
        expect_equal(checked.returncode, 0, checked.stdout + checked.stderr)


@claim
def acuteSevereRegurgitationCongestsTheLungsAtOnce():
    first = course("--for", "1d")["timeline"][0]
    expect(value(first, "LAPmean") >= 18, value(first, "LAPmean"))
    expect(any("congested" in event for event in first["events"]), first["events"])


@claim
def tenYearsTakeLessThanTenSeconds():
    began = time.monotonic()
    course("--for", "10y", "--hold-lesion")
    expect(time.monotonic() - began < 10, "seconds:", time.monotonic() - began)


@claim
def theShippedStatesAreTheTextbooksRows():
    for name, (_, edv, esv, ef, rf, la) in STATES.items():
        found = json.loads(mitral("simulate", name, "--json").stdout)
        told = [round(value(found, finding), 1) for finding in ["LVEDV", "LVESV", "LVEF", "RF", "LAPmean"]]
        near = [abs(told[0] / edv - 1) <= 0.1, abs(told[1] - esv) <= 12, abs(told[2] - ef) <= 5, abs(told[3] - rf) <= 8,
                abs(told[4] - la) <= 5]
        expect(all(near), name, told)


@claim
def theShippedStatesAreMomentsOfOneCourse():
    with tempfile.TemporaryDirectory() as folder:
        paths = {name: os.path.join(folder, name + ".yaml") for name in STATES}
        snapshots = [word for name, row in STATES.items() for word in ["--snapshot", f"{row[0]}:{paths[name]}"]]
        found = course("--for", "10y", "--hold-lesion", *snapshots)
        for name, path in paths.items():
            made, shipped = settings(path), settings(ROOT / "cases" / (name + ".yaml"))
            expect_equal(sorted(made), sorted(shipped), name)
            worst = max((abs(made[key] / shipped[key] - 1), key) for key in made)
            expect(worst[0] < 1e-4, name, worst)
        beat = json.loads(mitral("simulate", paths["chronic-compensated"], "--json").stdout)
        moment = next(m for m in found["timeline"] if m["days"] == 365.25)
        for finding in ["LVEDV", "LVESV", "RVol", "LAPmean", "MAP", "HR"]:
            expect(abs(value(beat, finding) / value(moment, finding) - 1) < 2e-3, finding, value(beat, finding))


@claim
def aMovingLeakSurvivesItsSnapshot():
    torn = "name: Torn\nlesions:\n  - {kind: flail-leaflet, orificeArea: 0.4 cm2}\n"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "torn.yaml")
        last = course("--for", "6mo", "--snapshot", f"6mo:{path}", contents=torn)["timeline"][-1]
        beat = json.loads(mitral("simulate", path, "--json").stdout)
        for finding in ["LVEDV", "EROA", "RVol", "LAPmean"]:
            expect(abs(value(beat, finding) / value(last, finding) - 1) < 5e-3, finding, value(beat, finding))


@claim
def aShippedStateGoesOnFromWhereItIs():
    result = mitral("course", "chronic-compensated", "--for", "1y", "--hold-lesion", "--json")
    expect_equal((result.returncode, result.stderr), (0, b""))
    moments = json.loads(result.stdout)["timeline"]
    month = next(m for m in moments if 30 < m["days"] < 31)
    expect(abs(value(month, "LVEDV") / value(moments[0], "LVEDV") - 1) < 0.01, "it moves at once")


@claim
def aPatientIsFittedFirstAndStaysAsFoundForAMonth():
    for name in ["flail-leaflet", "functional-dilated"]:
        result = mitral("course", name, "--for", "1mo", "--json")
        expect_equal((result.returncode, result.stderr), (0, b""), name)
        moments = json.loads(result.stdout)["timeline"]
        expect(abs(value(moments[-1], "LVEDV") / value(moments[0], "LVEDV") - 1) < 0.02, name, "EDV drifts")
        expect(abs(value(moments[-1], "LVEF") - value(moments[0], "LVEF")) < 1.5, name, "EF drifts")


@claim
def aTornLeafletGrowsUnlessItIsHeld():
    torn = "name: Torn\nlesions:\n  - {kind: flail-leaflet, orificeArea: 0.35 cm2}\n"
    free = course("--for", "3y", contents=torn)["timeline"][-1]
    held = course("--for", "3y", "--hold-lesion", contents=torn)["timeline"][-1]
    expect(value(free, "EROA") > value(held, "EROA") + 0.08, value(free, "EROA"), value(held, "EROA"))


@claim
def theCourseIsDrawnAndToldInPlainWords():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "course.svg")
        result = mitral("course", "-", "--for", "2y", "--treat", "leaflet-repair@1y", "--plot", path,
                        standard_input=HOLE.encode())
        expect_equal((result.returncode, result.stderr), (0, b""))
        drawing = open(path, encoding="utf-8").read()
        expect(drawing.startswith("<svg") and "EDV" in drawing and "LAP" in drawing and "1 mo" in drawing)
    told = result.stdout.decode()
    for words in ["1 y before", "1 y after", "congested", "low-pressure way out", "atrial fibrillation"]:
        expect(words in " ".join(told.split()), "not told:", words)
    expect(max(len(line) for line in told.split("\n")) <= 80, "lines wider than 80")


@claim
def whatCannotBeWrittenIsNoSuccess():
    with CaseFile(HOLE) as path:
        result = mitral("course", path, "--for", "1d", "--snapshot", "1d:/no-such-folder/x.yaml", "--json")
        expect_refusal(result, 1, "/no-such-folder/x.yaml")
