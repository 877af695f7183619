"""The record of a simulation as PhysioNet's own reader reads it."""

import csv
import math
import os
import tempfile

from claims import claim, expect, expect_equal
from command import USAGE, CaseFile, expect_refusal, mitral

try:
    import numpy
    import wfdb
except ImportError:
    numpy = wfdb = None

CASE = "lesion-fixed-orifice"
LEADS = ["I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"]


def recorded(case, folder, *more):
    """The record and its marks, and the beat's own rows."""
    expect(wfdb, "PyPI's package wfdb is not installed: `./test --only command` fetches it, once, from the network")
    rows = os.path.join(folder, "beat.csv")
    result = mitral("simulate", case, "--json", "--wfdb", os.path.join(folder, "leak"), "--waveforms", rows, *more)
    expect_equal(result.returncode, 0, result.stderr)
    with open(rows, newline="") as file:
        table = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(file)]
    path = os.path.join(folder, "leak")
    return wfdb.rdrecord(path), wfdb.rdann(path, "atr"), table


@claim
def everySampleIsTheBeatsWithinTheStepOfStorage():
    with tempfile.TemporaryDirectory() as folder:
        record, _, rows = recorded(CASE, folder)
    expect_equal((record.fs, record.sig_len), (500, 5000))
    time = numpy.array([row["time_s"] for row in rows])
    time -= time[0]
    at = numpy.mod(numpy.arange(5000) / 500, time[-1])
    units = {"p": "mmHg", "v": "mL", "q": "mL/s", "j": "m/s"}
    compared = 0
    for name, unit, gain, values in zip(record.sig_name, record.units, record.adc_gain, record.p_signal.T):
        if name in LEADS:
            expect_equal(unit, "mV")
            continue
        expect_equal(unit, units[name[0]], name)
        column = f"{name}_{unit.replace('/', '_')}"
        own = numpy.array([row[column] for row in rows])
        # Six digits are in the table: their own rounding comes on top of half a step.
        allowed = 0.5 / gain + 1e-5 * numpy.abs(own).max()
        worst = numpy.abs(numpy.interp(at, time, own) - values).max()
        expect(worst <= allowed, f"{name}: {worst} against {allowed}")
        expect(1 / gain < 1e-4 * max(numpy.ptp(own), 1e-3), f"{name}: a step of {1 / gain}")
        compared += 1
    expect_equal(compared, 16)


@claim
def theLeadsOfTheLimbsAddUpAsEinthovenSays():
    with tempfile.TemporaryDirectory() as folder:
        record, _, _ = recorded(CASE, folder)
    lead = dict(zip(record.sig_name, record.p_signal.T))
    step = 1 / min(record.adc_gain[record.sig_name.index(name)] for name in LEADS)
    expect(numpy.abs(lead["I"] + lead["III"] - lead["II"]).max() < 2 * step, "I + III = II")
    expect(numpy.abs(lead["aVR"] + lead["aVL"] + lead["aVF"]).max() < 2 * step, "aVR + aVL + aVF = 0")
    expect(0.5 < lead["II"].max() < 3, "R in II", lead["II"].max())


@claim
def everyBeatIsMarkedOnce():
    with tempfile.TemporaryDirectory() as folder:
        record, marks, rows = recorded(CASE, folder)
    cycle = rows[-1]["time_s"] - rows[0]["time_s"]
    beats = [sample for sample, symbol in zip(marks.sample, marks.symbol) if symbol == "N"]
    expect(abs(len(beats) - 10 / cycle) < 1.01, len(beats))
    gaps = numpy.diff(beats) / 500
    expect(numpy.abs(gaps - cycle).max() < 0.004, gaps)
    lead = record.p_signal[:, record.sig_name.index("II")]
    for beat in beats:
        near = lead[max(beat - 60, 0):beat + 60]
        expect(near.argmax() and abs(near.argmax() - min(60, beat)) < 20, "R wave", near.argmax())
    expect("p" in marks.symbol and "t" in marks.symbol, set(marks.symbol))
    expect_equal((marks.symbol[0], marks.aux_note[0].strip("\0")), ("+", "(N"))


@claim
def fibrillationAndPrematureBeatsAreMarkedAsSuch():
    for rhythm, note, symbol in [("atrial-fibrillation", "(AFIB", "N"), ("premature-beats", "(N", "V")]:
        with CaseFile(f"name: Irregular\nrhythm: {rhythm}\n") as case, tempfile.TemporaryDirectory() as folder:
            _, marks, _ = recorded(case, folder)
        expect_equal(marks.aux_note[0].strip("\0"), note)
        expect(symbol in marks.symbol, set(marks.symbol))
        expect(("p" in marks.symbol) == (rhythm != "atrial-fibrillation"), "P waves")
        beats = [s for s, kind in zip(marks.sample, marks.symbol) if kind in "NV"]
        expect(numpy.std(numpy.diff(beats)) / 500 > 0.03, "unequal intervals")
        expect(math.isfinite(float(numpy.mean(beats))), "numbers")


@claim
def aRecordsNameIsRefusedWithWhatIsAllowed():
    for name in ["two words", "a/", "ü", "x" * 65]:
        expect_refusal(mitral("simulate", CASE, "--wfdb", name), USAGE, "--wfdb", "letters, digits")
