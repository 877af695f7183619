"""The main job: how sure it is, what does not fit, what cannot be fitted at all, and how it may be interrupted."""

import json
import os
import re
import signal
import subprocess
import sys
import tempfile
import time

from claims import claim, expect, expect_equal
from command import BINARY, ROOT, CaseFile, mitral

# Echo, cuff and catheter agree that this heart leaks by some 45 mL.
ECHO = """name: x
patient: {age: 60, sex: male, height: 178 cm, weight: 80 kg}
presentation: chronic
rhythm: sinus
findings:
  HR: 70 /min
  SBP: {value: 128 mmHg, by: cuff}
  DBP: {value: 76 mmHg, by: cuff}
  LVEDV: {value: 190 mL, by: mri}
  LVESV: {value: 78 mL, by: mri}
  FSV: {value: 68 mL, by: mri}
  LAVmax: {value: 95 mL, by: simpson}
  PCWP: {value: 13 mmHg, by: catheter}
  EROA: {value: 0.30 cm2, by: pisa}
  flail: true
"""


def document(*arguments, **more):
    result = mitral("assess", *arguments, "--json", **more)
    expect_equal((result.returncode, result.stderr), (0, b""), arguments)
    return json.loads(result.stdout)


@claim
def allLikelyHeartsAreSampledAndEveryNumberHasItsRange():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "full.json")
        found = document("flail-leaflet")
        with open(path, "w") as file:
            json.dump(found, file)
        checked = subprocess.run(
            [sys.executable, ROOT / "Tests" / "schema" / "check_schemas.py", path], capture_output=True, text=True)
        expect_equal(checked.returncode, 0, checked.stdout + checked.stderr)
    sampling = found["fit"]["sampling"]
    expect(sampling["converged"] and sampling["effectiveSamples"] >= 1000 and sampling["splitRHat"] < 1.01, sampling)
    expect(not sampling["quick"] and found["fit"]["seed"] == 1, found["fit"]["seed"])
    expect(abs(sum(found["severity"]["probability"].values()) - 1) < 1e-9, found["severity"]["probability"])
    for treatment in found["treatments"]:
        for finding in ["FSV", "RF", "LAPmean", "LVEF", "MVmeanGradient"]:
            spread = treatment["ranges"][finding]
            expect(spread["low"] <= spread["median"] <= spread["high"], treatment["id"], finding, spread)
    untreated, treated = found["courses"]
    expect_equal((untreated["id"], untreated["hearts"]), ("untreated", 19))
    after = [course["timeline"][-1]["ranges"]["LVEDV"]["median"] for course in (untreated, treated)]
    expect(after[1] < after[0] - 20, "the leak's end does not shrink the ventricle:", after)
    expect_equal(len(found["agreement"]), len(found["fit"]["residuals"]))


@claim
def oneCoreAndTwoGiveTheSameBytes():
    def on(cores):
        return subprocess.run(
            [str(BINARY), "assess", "flail-leaflet", "--quick", "--json"], capture_output=True, cwd=ROOT, timeout=120,
            preexec_fn=lambda: os.sched_setaffinity(0, cores)).stdout

    cores = sorted(os.sched_getaffinity(0))
    expect(on(cores[:1]) == on(cores[:2]), "the cores are told apart")


@claim
def theSeedDecidesWhatIsDrawnAndNothingElse():
    first, again, other = (document("flail-leaflet", "--quick", "--seed", seed) for seed in ("7", "7", "8"))
    expect_equal(first, again)
    expect_equal(other["fit"]["seed"], 8)
    expect_equal(other["fit"]["parameters"], first["fit"]["parameters"])
    expect(other["severity"]["probability"] != first["severity"]["probability"], "the seed changes nothing")
    for grade, share in first["severity"]["probability"].items():
        expect(abs(share - other["severity"]["probability"][grade]) < 0.2, grade, share, other["severity"]["probability"])


@claim
def aMeasurementThatIsGrosslyWrongIsNamedWithWhatTheOthersImply():
    with CaseFile(ECHO) as path:
        expect_equal(document(path, "--quick")["culprit"], None)
    with CaseFile(ECHO.replace("0.30 cm2", "0.85 cm2")) as path:
        culprit = document(path, "--quick")["culprit"]
        expect_equal(culprit["finding"], "EROA")
        expect(culprit["zScore"] > 3 and 0.15 < culprit["implied"] < 0.5, culprit)
        said = " ".join(mitral("assess", path, "--quick").stdout.decode().split())
    expect("does not fit the others" in said and "EROA 0.85 cm² (PISA): the others imply" in said, said[:2000])


@claim
def theVerdictComesFirstAndTheLinesFit():
    with CaseFile(ECHO) as path:
        text = mitral("assess", path, "--quick").stdout.decode()
    lines = text.splitlines()
    expect("regurgitation" in lines[2], lines[:4])
    order = [text.index(word) for word in (
        "How likely each grade is", "The measurements agree", "Measured against the fitted heart", "The fitted heart",
        "What would change", "What ESC")]
    expect_equal(order, sorted(order))
    expect(max(len(line) for line in lines) <= 80, max(lines, key=len))


@claim
def measurementsOfNoHeartEndWithWhatContradictsAndTheGradingThatIsPossible():
    text = ("name: x\nfindings: {LVEDV: {value: 95 mL, by: mri}, LVEF: {value: 60 %, by: mri}, FSV: {value: 120 mL, by: mri}, "
            "RVol: {value: 150 mL, by: mri}, SBP: 120 mmHg, DBP: 75 mmHg}\n")
    with CaseFile(text) as path:
        result = mitral("assess", path, "--quick", "--json")
        expect_equal(result.returncode, 1, result.stderr)
        told = result.stderr.decode()
        expect("cannot come from one heart" in told and "standard errors" in told, told)
        named = [finding for finding in ("LVEDV 95 mL", "FSV 120 mL", "RVol 150 mL") if finding in told]
        expect(named, told)
        found = json.loads(result.stdout)
        expect("fit" not in found and found["severity"]["grade"] == "severe", found["severity"]["grade"])
        plain = mitral("assess", path, "--quick")
        expect_equal(plain.returncode, 1)
        expect(b"Severe mitral regurgitation" in plain.stdout, plain.stdout[:300])
        expect(b"What would change" not in plain.stdout and b"The years" not in plain.stdout, plain.stdout)
        page = os.path.join(os.path.dirname(path), "none.html")
        asked = mitral("assess", path, "--quick", "--report", page)
        expect(asked.returncode == 1 and b"no report is written" in asked.stderr, asked.stderr)
        expect(not os.path.exists(page), "a page without a heart")


@claim
def aHeartThatLacksThePatientsLeakIsNeitherTreatedNorFollowed():
    found = document("rheumatic-young-woman", "--quick")
    expect_equal((found["treatments"], found.get("courses", [])), ([], []))
    text = " ".join(mitral("assess", "rheumatic-young-woman", "--quick").stdout.decode().split())
    expect("Treatments and years are not told" in text and "does not have the patient's leak" in text, text)
    for word in ["What would change", "Treatments are shown", "explains all measurements best"]:
        expect(word not in text, word)


@claim
def theRulesWordAndTheProbabilityAreToldApart():
    text = " ".join(mitral("assess", "flail-leaflet", "--quick").stdout.decode().split())
    expect("Definite by the guideline’s rules: numbers and signs, taken as they stand, agree." in text, text[:400])
    expect("How likely each grade is, with the error of every measurement weighed:" in text, text[:600])
    expect("which PISA would read as" in text and "Fitted: what the same method would read" in text, text)


@claim
def whyNoRuleSpeaksForATreatmentIsToldWhereOneIsNear():
    text = " ".join(mitral("assess", "flail-leaflet", "--quick").stdout.decode().split())
    expect("Repair: no rule speaks for it here; esc-2025-P2 (class I) would, but for one condition: without high or "
           "prohibitive surgical risk" in text, text[text.find("Repair: "):][:300])


@claim
def waysToLeakAreToldWithTheirShares():
    with CaseFile("name: x\npatient: {age: 45, sex: male}\nfindings: {RVol: {value: 30 mL, by: volumetric}, "
                  "LVEF: 60 %, FSV: 60 mL}\n") as path:
        found = document(path, "--quick")
        text = " ".join(mitral("assess", path, "--quick").stdout.decode().split())
    shares = re.search(r"How it leaks is not settled: ((?:[a-z -]+ (?:< )?\d+ %(?:, )?)+)", text)
    expect(shares, text[:1500])
    told = [int(one) for one in re.findall(r"(\d+) %", shares[1])]
    expect(abs(sum(told) - 100) <= len(told) and len(told) > 1, told)
    expect_equal(found["culprit"], None)


@claim
def linesOfTheHelpAreAsLongAsTheOthers():
    lines = mitral("assess", "--help").stdout.decode().splitlines()
    paragraph = lines[lines.index("") + 1:]
    paragraph = paragraph[:paragraph.index("")]
    for line, after in zip(paragraph, paragraph[1:]):
        expect(len(line) + 1 + len(after.split()[0]) > 80, "broken early:", line)


@claim
def anInterruptedAssessmentLeavesNothingBehind():
    with tempfile.TemporaryDirectory() as folder:
        for how in (signal.SIGINT, signal.SIGTERM):
            running = subprocess.Popen(
                [str(BINARY), "assess", "functional-dilated", "--json", "--report", os.path.join(folder, "page.html")],
                stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT)
            time.sleep(1)
            running.send_signal(how)
            out, _ = running.communicate(timeout=20)
            expect_equal((running.returncode, out), (-how, b""), how)
        expect_equal(os.listdir(folder), [], "left behind:")
