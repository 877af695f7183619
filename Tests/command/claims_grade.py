"""What `mitral grade` prints: a judgement of any report, without a simulation."""

import json

from claims import claim, expect, expect_equal
from command import BAD_INPUT, USAGE, CaseFile, expect_refusal, mitral

FLAIL = """name: Flail
patient: {age: 61, sex: male, height: 178 cm, weight: 80 kg}
history: [mitral-prolapse]
symptoms: []
findings: {EROA: 0.48 cm2, RVol: 72 mL, RF: 54 %, LVIDs: 42 mm, LVEF: 62 %, SBP: 124 mmHg, flail: true}
context: {surgicalRisk: low}
"""


def judged(contents, *options):
    with CaseFile(contents) as path:
        result = mitral("grade", path, "--json", *options)
    expect_equal(result.returncode, 0, result.stderr.decode())
    return json.loads(result.stdout)


@claim
def aSilentSevereLeakWithAWideVentricleIsForSurgery():
    document = judged(FLAIL)
    expect_equal(document["severity"]["grade"], "severe")
    expect_equal(document["cause"]["class"], "primary")
    expect_equal(document["stage"], "C2")
    surgery = [one for one in document["recommendations"] if one["id"] == "esc-2025-P3"]
    expect(surgery and surgery[0]["class"] == "I", "P3 does not hold")
    expect(any("LVIDs 42 mm ≥ 40 mm" in reason for reason in surgery[0]["because"]), surgery)


@claim
def eachGuidelineSpeaksForItself():
    for name, others in [("esc-eacts-2025", ["acc-aha-2020", "esc-eacts-2021"]),
                         ("acc-aha-2020", ["esc-eacts-2025", "esc-eacts-2021"])]:
        document = judged(FLAIL, "--guideline", name)
        expect_equal(document["ruleSet"], name)
        documents = {one["guideline"] for one in document["recommendations"]}
        expect(not documents & set(others), f"{name} is blended with {documents}")


@claim
def anEmptyCaseIsAskedAboutRatherThanJudged():
    document = judged("name: Nothing known\n")
    expect_equal(document["severity"]["grade"], None)
    missing = {item["missing"] for item in document["open"]}
    expect({"EROA", "symptoms"} & missing, missing)


@claim
def aRuleIsExplainedConditionByCondition():
    with CaseFile(FLAIL) as path:
        result = mitral("grade", path, "--explain", "esc-2025-P3")
    told = result.stdout.decode()
    expect("It holds for this patient" in told and "LVIDs 42 mm" in told, told)


@claim
def anUnknownRuleIsAUsageErrorThatNamesTheNearest():
    expect_refusal(mitral("grade", "flail-leaflet", "--explain", "esc-2025-P33"), USAGE, "esc-2025-P3")


@claim
def aDayThatIsNoneIsAUsageError():
    expect_refusal(mitral("grade", "flail-leaflet", "--on", "2026-02-30"), USAGE, "2026-02-30")


@claim
def gradeTellsEveryFaultOfAFile():
    with CaseFile("name: x\nfindings: {EROA: 12 cm2, LVEF: high}\n") as path:
        expect_refusal(mitral("grade", path), BAD_INPUT, "EROA", "LVEF")


@claim
def aJudgementIsTheSameOnEveryRun():
    with CaseFile(FLAIL) as path:
        first, second = mitral("grade", path, "--json").stdout, mitral("grade", path, "--json").stdout
    expect_equal(first, second)


@claim
def theRuleBaseIsPrintedWhole():
    rules = json.loads(mitral("catalogue", "guidelines", "--json").stdout)["guidelines"]
    named = {rule["id"] for rule in rules}
    expect({"esc-2025-P3", "esc-2025-P4"} <= named, named)
    for rule in rules:
        if "action" in rule:
            expect(rule["when"] and rule["section"] and rule["citation"], rule)


@claim
def printingsExcludeEachOther():
    expect_refusal(mitral("grade", "flail-leaflet", "--patient", "--json"), USAGE, "--patient", "--json")


@claim
def aRuleOfAnotherGuidelineIsNotExplainedUnderThisOne():
    expect_refusal(
        mitral("grade", "flail-leaflet", "--guideline", "esc-eacts-2025", "--explain", "acc-2020-A1"), USAGE,
        "acc-aha-2020")


@claim
def theFitAndTheJudgementTakeTheNewestStudy():
    document = json.loads(mitral("assess", "serial-decompensation", "--quick", "--json").stdout)
    expect_equal(document["fit"]["residuals"]["LVEF"]["measured"], 58)
    expect_equal(document["judgedOn"], "2025-01")
    trends = {trend["finding"]: trend for trend in document["progression"]}
    expect(trends["LVEF"]["progressive"], trends)


@claim
def whatTheGuidelineSaysStandsBesideEachSimulatedTreatment():
    document = json.loads(mitral("assess", "flail-leaflet", "--quick", "--json").stdout)
    beside = {one["id"]: one["recommendations"] for one in document["treatments"]}
    expect_equal(beside["edge-to-edge"], ["esc-2025-P7"])


@claim
def plainWordsBeginWithWhenToCallForHelpOnlyWhereItPresses():
    told = mitral("grade", "prolapse-holosystolic", "--patient").stdout.decode()
    found, help = told.find("What was found"), told.find("Call the emergency number")
    expect(0 < found < help, told[:80])
    told = mitral("grade", "papillary-rupture-shock", "--patient").stdout.decode()
    expect(told.startswith("Call for help now\nCall the emergency number now."), told[:80])
