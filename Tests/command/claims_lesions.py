"""What the command gives for each lesion that ships: the patterns within systole, the peak of the orifice, the causes."""

import csv
import json
import os
import tempfile

from claims import claim, expect, expect_equal
from command import mitral

# Kind, and the orificeArea of the shipped case, cm2.
LESIONS = {
    "fixed-orifice": 0.4, "congenital-cleft": 0.35, "prolapse": 0.4, "flail-leaflet": 0.6, "papillary-muscle-rupture": 1.2,
    "leaflet-tethering": 0.3, "ventricular-dilatation": 0.3, "annular-dilatation": 0.3, "rheumatic": 0.3,
}


def simulated(kind):
    """The document and the waveforms of a shipped lesion."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "beat.csv")
        result = mitral("simulate", f"lesion-{kind}", "--json", "--waveforms", path)
        expect_equal(result.returncode, 0, result.stderr)
        with open(path, newline="") as file:
            rows = [{name: float(text) for name, text in row.items()} for row in csv.DictReader(file)]
    return json.loads(result.stdout), rows


def leak(found, rows):
    """The orifice while the valve is shut, and where in systole (0...1) each value stands."""
    mitral_valve = found["valves"]["mitral"]
    begin, end = mitral_valve["closeTime"], mitral_valve["openTime"]
    return [((row["time_s"] - begin) / (end - begin), row["leakArea_cm2"]) for row in rows if begin <= row["time_s"] <= end]


@claim
def everyLesionBeatsAndItsOrificePeaksAtWhatWasAsked():
    for kind, area in LESIONS.items():
        found, rows = simulated(kind)
        expect_equal(found["status"], "periodic", kind)
        peak = max(row["leakArea_cm2"] for row in rows)
        expect(abs(peak / area - 1) < 0.005, kind, "peaks at", peak, "cm2, not at", area)
        expect(found["findings"]["RVol"]["value"] > 10, kind, found["findings"]["RVol"])


@claim
def eachLesionLeaksInItsOwnPartOfSystole():
    thirds = {kind: simulated(kind)[0]["systole"]["regurgitantFractionByThird"] for kind in LESIONS}
    early, middle, late = thirds["prolapse"]
    expect(late > 0.6 and early < 0.05, "prolapse", thirds["prolapse"])
    # Decrescendo.
    for kind in ["flail-leaflet", "papillary-muscle-rupture"]:
        expect(thirds[kind][0] > 1.1 * thirds[kind][2], kind, thirds[kind])
    for kind in ["fixed-orifice", "congenital-cleft", "rheumatic", "annular-dilatation"]:
        expect(min(thirds[kind]) > 0.2, kind, thirds[kind])


@claim
def functionalLeaksDipInMidSystoleAndHolesDoNot():
    for kind in ["leaflet-tethering", "ventricular-dilatation"]:
        curve = leak(*simulated(kind))
        early = max(area for time, area in curve if time < 0.4)
        middle = min(area for time, area in curve if 0.4 < time < 0.85)
        late = max(area for time, area in curve if time > 0.8)
        expect(0.35 < middle / early < 0.65 and late > 1.3 * middle, kind, early, middle, late)
    hole = [area for time, area in leak(*simulated("fixed-orifice")) if 0.05 < time < 0.95]
    expect(max(hole) - min(hole) < 1e-4, "a hole that moves", min(hole), max(hole))


@claim
def orificeAreasOfOneValveAdd():
    text = ("name: two\nlesions:\n  - {kind: flail-leaflet, orificeArea: 0.3 cm2}\n"
            "  - {kind: papillary-muscle-rupture, orificeArea: 0.4 cm2, infarction: 0}\n")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "beat.csv")
        result = mitral("simulate", "-", "--waveforms", path, standard_input=text.encode())
        expect_equal(result.returncode, 0, result.stderr)
        with open(path, newline="") as file:
            peak = max(float(row["leakArea_cm2"]) for row in csv.DictReader(file))
    expect(abs(peak / 0.7 - 1) < 0.005, peak)


@claim
def everyNamedLesionIsSimulated():
    rows = json.loads(mitral("catalogue", "lesions", "--json").stdout)["lesions"]
    expect_equal({row["id"] for row in rows}, set(LESIONS))
    expect(all(row["simulated"] and row["parameters"][0]["id"] == "orificeArea" for row in rows), rows)


@claim
def theHistorySaysHowItMakesTheValveLeak():
    rows = {row["id"]: row for row in json.loads(mitral("catalogue", "history", "--json").stdout)["history"]}
    kinds = {kind for cause in rows["endocarditis"]["leaks"] for kind in cause["lesions"]}
    expect_equal(kinds, {"fixed-orifice", "flail-leaflet"})
    expect("leaks" not in rows["hypertension"], rows["hypertension"])
    text = " ".join(mitral("catalogue", "history").stdout.decode().split())
    expect("infection: a hole in the leaflet or torn chords (fixed-orifice, flail-leaflet)" in text, text)
    said = mitral("simulate", "-", standard_input=b"name: x\nhistory: [alcohol-excess]\nlesions: [{kind: ventricular-dilatation}]\n")
    expect(b"Cause in the history: alcohol" in said.stdout, said.stdout[-600:])


@claim
def anAssessmentSaysHowTheLeakIsTakenToFollowTheHeart():
    for name, mechanism in [("flail-leaflet", "flail"), ("functional-dilated", "tethering"), ("acute-rupture", "flail")]:
        fit = json.loads(mitral("assess", name, "--quick", "--json").stdout)["fit"]
        expect_equal((fit["mechanism"], fit["converged"]), (mechanism, True), name)
        expect(fit["mechanismBecause"], name)
    said = " ".join(mitral("assess", "functional-dilated", "--quick").stdout.decode().split())
    expect("leaflets held apart by the ventricle" in said and "seen: tenting" in said, said[-900:])


@claim
def aVasodilatorHelpsMostWhereTheOrificeFollowsTheVentricle():
    # Functional leaks: Am J Cardiol 1986;58:1046, regurgitant fraction 44 -> 26 %; a torn leaflet by less (Dujardin 2001: RVol -18 %).
    def change(name):
        found = json.loads(mitral("compare", name, "--with", "nitroprusside", "--json").stdout)
        return found["treatments"][0]["change"]["RVol"]["value"] / found["untreated"]["findings"]["RVol"]["value"]
    functional, torn = change("functional-dilated"), change("flail-leaflet")
    expect(functional < torn < -0.1, functional, torn)
