"""The command with a heart in atrial fibrillation, or with premature beats."""

import csv
import json
import os
import tempfile

from claims import claim, expect, expect_equal
from command import CaseFile, mitral

FIBRILLATION = "name: Irregular\nrhythm: atrial-fibrillation\nlesions:\n  - {kind: fixed-orifice, orificeArea: 0.4 cm2}\n"


def simulated(text, *arguments):
    with CaseFile(text) as file:
        result = mitral("simulate", file, "--json", *arguments)
    expect_equal(result.returncode, 0, result.stderr)
    return json.loads(result.stdout)


@claim
def fibrillationGivesMeansWithTheirSpread():
    found = simulated(FIBRILLATION)
    expect_equal(found["status"], "irregular")
    findings = found["findings"]
    for name in ["SV", "RVol", "SBP", "HR"]:
        expect(findings[name]["sd"] > 0, name, findings[name])
    expect("sd" not in findings["CO"], "output is no single beat's")
    expect("A" not in findings and "EA" not in findings, "no A wave without an atrial beat")
    expect(abs(findings["CO"]["value"] - findings["FSV"]["value"] * findings["HR"]["value"] / 1000) < 1e-6, findings["CO"])


@claim
def aSeedGivesOneRhythmAndAnotherAnother():
    first = simulated(FIBRILLATION, "--seed", "7", "--beats", "10")
    expect_equal(simulated(FIBRILLATION, "--seed", "7", "--beats", "10"), first)
    expect(simulated(FIBRILLATION, "--seed", "8", "--beats", "10") != first, "seeds 7 and 8 give the same")


@claim
def prematureBeatsAreSimulatedToo():
    found = simulated("name: Extra beats\nrhythm: premature-beats\n")
    expect_equal(found["status"], "irregular")
    expect(found["findings"]["SV"]["sd"] > 5, found["findings"]["SV"])


@claim
def theTableShowsMeanAndSpread():
    with CaseFile(FIBRILLATION) as file:
        result = mitral("simulate", file)
    expect_equal(result.returncode, 0, result.stderr)
    shown = result.stdout.decode()
    expect("±" in shown or "+-" in shown, shown)


@claim
def allBeatsAreWrittenWhenTheirNumberIsAsked():
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "beats.csv")
        lengths = []
        for more in [[], ["--beats", "12"]]:
            simulated(FIBRILLATION, "--waveforms", path, *more)
            with open(path, newline="") as file:
                times = [float(row["time_s"]) for row in csv.DictReader(file)]
            expect(all(b > a for a, b in zip(times, times[1:])), "time goes back")
            lengths.append(times[-1] - times[0])
        expect(lengths[0] < 2, "one beat lasts", lengths[0])
        expect(abs(lengths[1] / 12 - 60 / 68) < 0.01, "12 beats last", lengths[1])
