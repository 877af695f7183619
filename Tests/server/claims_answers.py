"""Every endpoint says what the command says, to the last byte."""

import json

from claims import claim, expect, expect_equal
from command import CaseFile, mitral
from server import JSON, PROBLEM, expect_problem, shared, shipped

FIBRILLATING = b"name: Irregular\nrhythm: atrial-fibrillation\nlesions: [{kind: fixed-orifice, orificeArea: 0.3 cm2}]\n"


def expect_as_command(path, case, *arguments):
    """The answer to a shipped case is the command's standard output."""
    answer = shared().post(path, shipped(case))
    printed = mitral(*arguments)
    expect_equal((answer.status, printed.returncode), (200, 0), f"{answer.body[:300]} {printed.stderr}")
    expect_equal(answer.headers["content-type"], JSON)
    expect(answer.body == printed.stdout, f"{path} of {case} differs from mitral {' '.join(arguments)}")


@claim
def simulateAnswersAsTheCommandForStatedAndMeasuredHearts():
    for case in ["healthy-adult", "lesion-fixed-orifice", "flail-leaflet"]:
        expect_as_command("/api/simulate", case, "simulate", case, "--json")


@claim
def simulateTakesTheCommandsOptions():
    for query, flags in [
        ("noise&seed=7", ["--noise", "--seed", "7"]),
        ("beats=5", ["--beats", "5"]),
        ("set=heart.mitralValve.leakArea%3D0.4cm2&set=heart.aorticValve.openArea=2cm2",
         ["--set", "heart.mitralValve.leakArea=0.4cm2", "--set", "heart.aorticValve.openArea=2cm2"]),
        ("load=upright&load=exercise:50W", ["--load", "upright", "--load", "exercise:50W"]),
        ("exercise-test=true", ["--exercise-test"]),
    ]:
        expect_as_command(f"/api/simulate?{query}", "healthy-adult", "simulate", "healthy-adult", "--json", *flags)


@claim
def anIrregularRhythmIsAveragedAsTheCommandDoes():
    with CaseFile(FIBRILLATING) as path:
        printed = mitral("simulate", path, "--json", "--seed", "3", "--beats", "12")
    answer = shared().post("/api/simulate?seed=3&beats=12", FIBRILLATING)
    expect(answer.status == 200 and answer.body == printed.stdout, answer.body[:300])
    expect_equal(answer.json["status"], "irregular")


@claim
def gradeAnswersAsTheCommandByEveryGuidelineAndDay():
    for query, flags in [("", []), ("?guideline=acc-aha-2020", ["--guideline", "acc-aha-2020"]),
                         ("?on=2026-03-02", ["--on", "2026-03-02"])]:
        expect_as_command(f"/api/grade{query}", "flail-leaflet", "grade", "flail-leaflet", "--json", *flags)


@claim
def assessAnswersAsTheCommandQuickAndWhole():
    expect_as_command("/api/assess?quick", "flail-leaflet", "assess", "flail-leaflet", "--quick", "--json")
    expect_as_command(
        "/api/assess?quick&guideline=acc-aha-2020&seed=9", "flail-leaflet", "assess", "flail-leaflet", "--quick", "--json",
        "--guideline", "acc-aha-2020", "--seed", "9")
    expect_as_command("/api/assess", "flail-leaflet", "assess", "flail-leaflet", "--json")


@claim
def aCaseMayBeJSONAsWellAsYAML():
    case = {"name": "As JSON", "findings": {"EROA": "0.48 cm2", "RVol": "72 mL", "LVEF": "62 %"}, "symptoms": []}
    body = json.dumps(case).encode()
    with CaseFile(body, ".json") as path:
        printed = mitral("grade", path, "--json")
    answer = shared().post("/api/grade", body, JSON + "; charset=utf-8")
    expect(answer.status == 200 and answer.body == printed.stdout, answer.body[:300])


@claim
def everyCatalogueIsTheCommands():
    for name in ["cases", "lesions", "treatments", "loads", "instruments", "findings", "history", "guidelines", "heart"]:
        answer = shared().get(f"/api/catalogue/{name}")
        expect(answer.status == 200 and answer.body == mitral("catalogue", name, "--json").stdout, name, answer.status)
    expect_problem(shared().get("/api/catalogue/recipes"), 404, "lesions", "findings")


@claim
def everyFaultOfACaseIsNamedByFieldValueAndWhatIsAllowed():
    body = b"name: x\nfindings: {EROA: 12 cm2, LVEF: high}\npatient: {age: 7}\nlesion: []\n"
    with CaseFile(body) as path:
        printed = mitral("grade", path).stderr.decode().strip().splitlines()
    for path in ["/api/grade", "/api/simulate", "/api/assess"]:
        faults = expect_problem(shared().post(path, body), 422, "EROA", "LVEF", "patient.age", "lesion")["errors"]
        expect_equal(len(faults), len(printed), printed)
        for fault, line in zip(faults, printed):
            told = [fault["field"], fault["problem"], f":{fault['line']}:", fault.get("value", ""), fault.get("allowed", "")]
            expect(all(part in line for part in told), fault, "is not", line)


@claim
def aBodyThatIsNoCaseAtAllIsABadRequest():
    for body in [b"", b"   \n", b"{", b"\xff\xfe\0x", b"name: [a", b"- 1\n- 2\n", b"name: \"x\ny", b"[" * 5000]:
        problem = expect_problem(shared().post("/api/grade", body), 400)
        expect(problem["errors"] and problem["errors"][0]["problem"], body[:20], problem)


@claim
def anOptionThatIsNotAllowedIsNamed():
    for path, named in [
        ("/api/assess?seed=many", "query.seed"), ("/api/grade?guideline=hearsay", "acc-aha-2020"),
        ("/api/grade?on=2026-02-30", "2026-02-30"), ("/api/simulate?beats=0", "1 ... 2000"),
        ("/api/simulate?load=sauna", "upright"), ("/api/simulate?load=exercise:9000W", "exercise"),
        ("/api/simulate?load=upright&beats=3", "--beats"), ("/api/simulate?set=heart.tail=3", "heart.tail"),
        ("/api/grade?quick", "quick"), ("/api/assess?quick=perhaps", "true, false"),
        ("/api/assess?seed=1&seed=2", "once"), ("/api/assess?seed=%zz", "percent"),
    ]:
        expect_problem(shared().post(path, shipped("healthy-adult")), 400, named)


@claim
def aHeartThatCannotBeSimulatedComesWithTheGradingThatIsPossible():
    body = (b"name: x\nfindings: {LVEDV: {value: 95 mL, by: mri}, LVEF: {value: 60 %, by: mri}, FSV: {value: 120 mL, by: mri}, "
            b"RVol: {value: 150 mL, by: mri}, SBP: 120 mmHg, DBP: 75 mmHg}\n")
    with CaseFile(body) as path:
        printed = mitral("assess", path, "--quick", "--json")
    expect_equal(printed.returncode, 1, "the command finds a heart where none was expected:")
    problem = expect_problem(shared().post("/api/assess?quick", body), 422, "cannot come from one heart")
    expect_equal(problem["grading"], json.loads(printed.stdout))

    bled = b"name: Bled out\nheart: {bloodVolume: 2500 mL}\n"
    with CaseFile(bled) as path:
        printed = mitral("simulate", path, "--json")
    expect_equal(printed.returncode, 1, printed.stderr)
    problem = expect_problem(shared().post("/api/simulate", bled), 422, "cannot be simulated")
    expect("severity" in problem["grading"] and problem["detail"] in printed.stderr.decode(), problem["detail"])


@claim
def healthTellsTheVersion():
    answer = shared().get("/api/health")
    expect_equal(answer.json["status"], "ok")
    expect_equal(answer.json["version"], mitral("--version").stdout.decode().strip())


@claim
def theApiNeverAnswersInAnotherTypeThanItSays():
    for answer in [shared().get("/api/health"), shared().get("/api/nothing")]:
        expect(answer.headers["content-type"] in [JSON, PROBLEM], answer.headers)
        json.loads(answer.body)
