"""What `mitral grade` judges of every shipped case: against a golden file, and against what a doctor expects.

The golden file (Tests/golden/judgements.txt) has one line per case and guideline. It shows what a change of the rules
does to real patients; MITRAL_WRITE_GOLDEN=1 writes it anew, and the difference belongs read line by line. The table
EXPECTED does not depend on it: it was written from the guidelines and the case files before anything was graded.
"""

import concurrent.futures
import difflib
import functools
import json
import os
import re

from claims import claim, expect, expect_equal
from command import ROOT, mitral

GOLDEN = ROOT / "Tests" / "golden" / "judgements.txt"
GUIDELINES = ["esc-eacts-2025", "esc-eacts-2021", "acc-aha-2020"]
CASES = sorted((ROOT / "cases").glob("*.yaml"))
# Cases without a date are judged as on this day, so that the calendar changes nothing.
DAY = "2026-06-15"


@functools.cache
def judged(case, guideline):
    path = ROOT / "cases" / f"{case}.yaml"
    options = [] if re.search(r"\bon: *\d", path.read_text()) else ["--on", DAY]
    result = mitral("grade", str(path), "--json", "--guideline", guideline, *options)
    expect_equal(result.returncode, 0, f"{case} by {guideline}: {result.stderr.decode()}")
    return json.loads(result.stdout)


def advice(one):
    strength = f"({one['class']})" if one["class"] else ""
    return ("not:" if one["polarity"] == "avoid" else "") + one["id"] + strength


def line(case, guideline):
    document = judged(case, guideline)
    severity, cause = document["severity"], document["cause"]
    words = [
        f"{severity['grade'] or 'not graded'}, {severity['confidence']}",
        " ".join([cause["class"], cause.get("mechanism") or "-", cause.get("carpentier") or "-"]),
        f"stage {document['stage'] or '-'}", f"NYHA {document['nyha'] or '-'}", document["urgency"],
        " ".join(map(advice, document["recommendations"])) or "no rule holds",
    ]
    return f"{case} | {guideline} | " + " | ".join(words)


def lines():
    pairs = [(path.stem, guideline) for path in CASES for guideline in GUIDELINES]
    with concurrent.futures.ThreadPoolExecutor(2) as several:
        return list(several.map(lambda pair: line(*pair), pairs))


@claim
def everyShippedCaseIsJudgedAsInTheGoldenFile():
    found = lines()
    if os.environ.get("MITRAL_WRITE_GOLDEN") == "1":
        GOLDEN.write_text("\n".join(found) + "\n")
    known = GOLDEN.read_text().splitlines()
    changes = [one for one in difflib.unified_diff(known, found, "golden", "now", n=0, lineterm="")]
    expect(not changes, "\n" + "\n".join(changes) + "\nMITRAL_WRITE_GOLDEN=1 takes the new lines.")


ESC, ESC21, ACC = GUIDELINES

# Case, guideline, what is expected, why. `has` and `lacks` are recommendations ("not:" before what is advised against),
# `open` are rules that must wait, `first` is what must be read first.
EXPECTED = [
    ("prolapse-mid-late-systolic", ESC, {"grade": "mild", "class": "primary", "stage": "B", "urgency": "routine"},
     "the volume counts and the orifice of a single frame does not; a late jet is of stage B"),
    ("prolapse-holosystolic", ACC, {"grade": "moderate", "stage": "B", "urgency": "routine"},
     "bins II and III without a sign of severe: the lower"),
    ("prolapse-asymptomatic-watchful", ACC,
     {"stage": "C1", "lacks": ["acc-2020-A4(IIa)", "acc-2020-A2(I)"], "has": ["acc-2020-watch-severe"]},
     "a predicted mortality of 1.5 % is not below 1 %: watched"),
    ("prolapse-asymptomatic-watchful", ESC,
     {"stage": "C1", "open": ["esc-2025-P3", "esc-2025-F11-watch"], "lacks": ["esc-2025-P5(IIa)"]},
     "the indexed diameter needs height and weight"),
    ("prolapse-asymptomatic-weak-ejection", ESC,
     {"stage": "C2", "urgency": "soon", "has": ["esc-2025-P3(I)"], "lacks": ["esc-2025-F11-watch"],
      "open": ["esc-2025-P1"]}, "LVEF 58 % alone is a trigger"),
    ("prolapse-asymptomatic-weak-ejection", ACC,
     {"stage": "C2", "has": ["acc-2020-A2(I)"], "lacks": ["not:acc-2020-A10(III-no-benefit)"]}, "C2, and so not of A10"),
    ("prolapse-asymptomatic-pulmonary-pressure", ESC, {"stage": "C1", "has": ["esc-2025-P5(IIa)"]}, "PASP 60 mmHg"),
    ("prolapse-asymptomatic-pulmonary-pressure", ACC,
     {"lacks": ["acc-2020-A1(I)", "acc-2020-A2(I)"], "open": ["acc-2020-A4"]},
     "pulmonary pressure has no row of its own in 2020"),
    ("flail-asymptomatic-fibrillation", ESC,
     {"stage": "C1", "has": ["esc-2025-P5(IIa)", "esc-2025-P1(I)", "esc-2025-T13-ablation(I)", "esc-2025-LAA(I)"],
      "open": ["esc-2025-P3", "esc-2025-P4"]}, "fibrillation is a trigger; up to three markers are possible"),
    ("flail-asymptomatic-fibrillation", ACC, {"open": ["acc-2020-A4"]}, "only the centre is not told"),
    ("flail-asymptomatic-large-atrium", ESC, {"open": ["esc-2025-P6"], "lacks": ["esc-2025-P3(I)"]},
     "LAVI 60 is at the limit; risk, repair and centre are not told"),
    ("flail-asymptomatic-large-atrium", ACC, {"lacks": ["not:acc-2020-A10(III-no-benefit)"]}, "178/90 mmHg"),
    ("flail-symptomatic-both-triggers", ESC,
     {"grade": "severe", "confidence": "definite", "stage": "D", "has": ["esc-2025-P2(I)"], "open": ["esc-2025-P1"]},
     "symptoms; the risk is not told, so operable"),
    ("flail-symptomatic-both-triggers", ACC, {"has": ["acc-2020-A1(I)"], "open": ["acc-2020-A3"]}, "stage D"),
    ("flail-symptomatic-high-risk", ESC, {"stage": "D", "has": ["esc-2025-P7(IIa)"], "lacks": ["esc-2025-P2(I)"]},
     "high risk, suitable anatomy"),
    ("flail-symptomatic-high-risk", ESC21, {"has": ["esc-2021-P7(IIb)"]}, "a class weaker in 2021"),
    ("flail-symptomatic-high-risk", ACC, {"open": ["acc-2020-A6"]}, "life expectancy is not told"),
    ("prolapse-symptomatic-declines-surgery", ESC, {"open": ["esc-2025-P7"], "lacks": ["esc-2025-P2(I)"]},
     "nobody told whether the anatomy suits"),
    ("degenerative-trial-operable", ESC, {"confidence": "indeterminate", "has": ["ase-2017-indeterminate"]},
     "orifice and volume two bins apart"),
    ("discordant-echo-catheter", ESC, {"confidence": "indeterminate", "has": ["ase-2017-indeterminate"]},
     "reversal in a vein against volumes that leave hardly a leak"),
    ("operated-too-late", ESC, {"grade": None, "lacks": ["esc-2025-F11-watch"], "has": ["mitral-not-graded"]},
     "nothing measured is not no leak"),
    ("chronic-nitroprusside", ESC,
     {"grade": "severe", "class": "undetermined", "stage": None, "urgency": "soon", "reason": "D with them"},
     "RF 57 %, LVEF 54 %, symptoms not told: C2 or D"),
    ("chronic-catheter", ESC, {"grade": "severe", "stage": "D", "urgency": "soon"},
     "a low output at a good pressure in a chronic leak is no shock"),
    ("serial-decompensation", ACC, {"grade": "severe", "urgency": "soon", "lacks": ["acc-2020-A5(IIb)"]},
     "the latest study decides, and it is no longer C1"),
    ("rheumatic-young-woman", ACC,
     {"has": ["acc-aha-2020-rheumatic-residual(I)", "not:aha-2021-endocarditis-native"]},
     "24 years, carditis and lasting disease: to 40 at least; a native valve needs no antibiotic at the dentist's"),
    ("annular-calcification-radiation", ESC,
     {"has": ["esc-2025-P2(I)", "esc-2025-T13-mechanical(IIa)"], "lacks": ["esc-2025-P1(I)"]},
     "a repair would not last; 50 years of age"),
    ("papillary-rupture-shock", ESC,
     {"urgency": "emergency", "stage": None, "first": "mitral-emergency-call",
      "has": ["mitral-acute-shock-surgery", "not:mitral-acute-shock-vasodilator", "esc-2025-AC8"],
      "lacks": ["esc-2025-AC5", "ase-2017-indeterminate"]}, "SBP 78 mmHg: no vasodilator"),
    ("papillary-rupture-shock", ACC, {"urgency": "emergency", "has": ["acc-2020-AC1", "acc-2020-AC3"]},
     "the balloon is a bridge"),
    ("papillary-rupture-hypertensive", ESC,
     {"urgency": "emergency", "open": ["esc-2025-AC5"], "lacks": ["mitral-pregnancy-before"]},
     "hypertension in the history is no pressure; nobody counsels on pregnancy in a torn muscle"),
    ("chordal-rupture-stable", ESC,
     {"urgency": "urgent", "first": "esc-2025-AC1", "lacks": ["esc-2025-P3(I)", "not:esc-2020-sport-fraction(III)"]},
     "an ejection fraction of 57.5 % in an acute leak is no C2"),
    ("infarction-acute-tethering", ESC,
     {"urgency": "emergency", "class": "undetermined", "has": ["mitral-acute-shock-surgery", "mitral-acute-infarction"],
      "lacks": ["esc-2025-AC5"]}, "CI 1.2 with a wedge of 22: shock; torn or held down is not told"),
    ("acute-rupture", ESC, {"urgency": "emergency", "grade": None, "has": ["mitral-acute-echo"]},
     "breathless at rest days after a heart attack"),
    ("endocarditis-ruptured-aneurysm", ESC, {"urgency": "emergency", "has": ["mitral-endocarditis"]}, "SBP 76 mmHg"),
    ("secondary-meets-criteria", ESC,
     {"class": "secondary-ventricular", "stage": "D", "first": "esc-2025-S1", "has": ["esc-2025-S1(I)"]},
     "all criteria of Table 7"),
    ("secondary-meets-criteria", ACC, {"has": ["acc-2020-B1(I)", "acc-2020-B2(IIa)"]}, "B1 and B2"),
    ("secondary-not-optimised", ESC,
     {"grade": "severe", "has": ["esc-2025-HF1", "esc-2025-SMR-timing"], "lacks": ["esc-2025-S1(I)", "esc-2025-S2(IIb)"]},
     "drugs first"),
    ("secondary-moderate-undertreated", ESC,
     {"grade": "moderate", "has": ["hf-esc-mra", "hf-esc-sglt2"], "lacks": ["esc-2025-S1(I)"]}, "two pillars missing"),
    ("infarction-severe-bypass", ESC, {"has": ["esc-2025-S4(I)"]}, "bypass planned"),
    ("infarction-severe-bypass", ACC, {"has": ["acc-2020-B3(IIa)", "acc-2020-B6(IIb)"]}, "bypass planned"),
    ("infarction-moderate-bypass", ESC, {"grade": "moderate", "has": ["esc-2025-S5(IIb)"]}, "a moderate leak at bypass"),
    ("infarction-moderate-bypass", ACC, {"lacks": ["acc-2020-B3(IIa)"]}, "B3 wants a severe leak"),
    ("atrial-fibrillation-repair", ESC, {"class": "undetermined", "cause": "against the atrial kind: annulusAP 33 mm"},
     "all four criteria are needed, and the ring is not wider than 35 mm"),
    ("mixed-causes-clips", ESC, {"class": "mixed", "has": ["mitral-mixed", "mitral-mixed-teer"]}, "no rows for both"),
    ("after-repair", ESC,
     {"grade": None, "has": ["esc-2023-endocarditis-prosthesis(I)", "esc-2025-T16-repair(IIa)"],
      "lacks": ["esc-2025-P3(I)"]}, "LVEF 53 % after a repair is no C2"),
    ("bioprosthesis-fibrillation", ESC,
     {"grade": None, "class": "undetermined", "has": ["esc-2025-T16-biological-af(IIa)"]}, "a DOAC after 3 months"),
    ("mechanical-prosthesis-thrombosed", ESC,
     {"grade": None, "class": "undetermined", "stage": None, "urgency": "soon",
      "has": ["esc-2025-T16-mechanical(I)", "not:esc-2025-T16-mechanical-doac(III)", "esc-2025-T10-inr",
              "esc-2023-endocarditis-prosthesis(I)", "mitral-prosthesis-complaints"]},
     "an artificial valve is not graded as a native one; new breathlessness"),
]


def differences(document, wanted):
    """What is not as wanted, in words."""
    found = [advice(one) for one in document["recommendations"]]
    waiting = {rule for question in document["open"] for rule in question["rules"]}
    values = {
        "grade": document["severity"]["grade"], "confidence": document["severity"]["confidence"],
        "class": document["cause"]["class"], "stage": document["stage"], "urgency": document["urgency"],
        "first": document["recommendations"][0]["id"] if found else None,
    }
    for key, value in wanted.items():
        if key in values:
            if values[key] != value:
                yield f"{key}: {values[key]} and not {value}"
        elif key == "has":
            yield from (f"does not hold: {one}" for one in value if one not in found)
        elif key == "lacks":
            yield from (f"holds: {one}" for one in value if one in found)
        elif key == "open":
            yield from (f"is not open: {one}" for one in value if one not in waiting)
        elif key == "reason":
            if not any(value in told for told in document["reasons"]["stage"]):
                yield f"stage's reasons do not say {value!r}: {document['reasons']['stage']}"
        elif key == "cause":
            if not any(value in told for told in document["cause"]["because"]):
                yield f"the cause's reasons do not say {value!r}: {document['cause']['because']}"
        else:
            raise KeyError(key)


@claim
def theCasesAreJudgedAsADoctorExpects():
    wrong = []
    for case, guideline, wanted, why in EXPECTED:
        wrong += [f"{case} by {guideline}: {told} – {why}" for told in differences(judged(case, guideline), wanted)]
    expect(not wrong, "\n" + "\n".join(wrong))


@claim
def whatIsLeftForEverybodyIsReadLast():
    for path in CASES:
        for guideline in GUIDELINES:
            found = [one["id"] for one in judged(path.stem, guideline)["recommendations"]]
            late = [index for index, one in enumerate(found)
                    if one == "mitral-referral" or one.endswith("endocarditis-native")]
            expect(late == list(range(len(found) - len(late), len(found))), path.stem, guideline, found)


@claim
def noCaseAsksForAGradeByTheHeartAroundTheLeak():
    for path in CASES:
        document = judged(path.stem, ESC)
        names = {question["missing"] for question in document["open"]}
        expect("severity" not in names, path.stem, names)
        if document["severity"]["grade"] is None and {"EROA"} & names:
            expect({"RVol", "RF", "MRgrade"} <= names, path.stem, names)
