"""Measured cases in the page: a file opened by hand is fitted there, its faults are named, its table stands."""

import json
import os
import tempfile

from app_page import browser, heart, page, quiet, run
from claims import claim, expect, expect_equal
from command import ROOT, mitral

LEAK = {"reflexes": False, "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.4}]}

# A file let fall on the page.
DROP = """const data = new DataTransfer(); data.items.add(hand.file(NAME, TEXT));
dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
"""
TABLE = """[...document.querySelectorAll("#fitted tbody tr")].map((row) => [...row.children].map((one) => one.textContent))"""


def drop(text, name="case.yaml"):
    return DROP.replace("NAME", json.dumps(name)).replace("TEXT", json.dumps(text))


def shipped(name):
    return (ROOT / "cases" / f"{name}.yaml").read_text(encoding="utf-8")


def opened(text, name="case.yaml"):
    """The table below the figures, once the file's heart beats."""
    return run(drop(text, name) + f"""
        await hand.wait(() => document.querySelector("#fitting"));
        await hand.wait(() => !document.querySelector("#fitting"));
        await hand.settled(); await hand.wait(() => !document.getElementById("fitted").hidden);
        return {TABLE}""")


def faults(text):
    """What is named where a file is not opened."""
    return run(drop(text) + """await hand.wait(() => document.querySelector("dialog .faults"));
        const faults = [...document.querySelectorAll("dialog .faults li")].map((one) => one.textContent);
        document.querySelector("dialog .close").click();
        await hand.wait(() => !document.querySelector("dialog"));
        return faults""")


def told_by_command(text, *command):
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        result = mitral(*command, path, "--json")
    return result


@claim
def aMeasuredCaseOpenedByHandIsFittedAndShowsWhatItGives():
    page()
    heart(**LEAK)
    rows = opened(shipped("flail-leaflet"))
    expect_equal(len(rows), 7, rows)
    document = json.loads(mitral("assess", "flail-leaflet", "--quick", "--json").stdout)
    digits = {one["identifier"]: int(one["digits"]) for one in run("return mitral.engine.catalogue.findings")}
    read = {row[0].split()[-1]: row for row in rows}
    residuals = document["fit"]["residuals"]
    expect_equal(read.keys(), residuals.keys())
    for finding, wanted in residuals.items():
        told = read[finding]
        expect_equal(told[3].split()[0], f"{wanted['fitted']:.{digits[finding]}f}", finding)
        expect_equal(told[2].split()[0], f"{wanted['measured']:.{digits[finding]}f}", finding)
        expect_equal(told[4], f"{abs(wanted['zScore']):.1f} {'higher' if wanted['zScore'] > 0 else 'lower'}", finding)
    expect_equal(read["LVEDV"][1:3], ["simpson", "172\u00a0mL ± 15"])
    shown = run("return [mitral.store.settings, document.getElementById('fitted').textContent, mitral.heartbeat.beat.findings.RVol]")
    settings, text, leak = shown
    expect("measurements" not in settings and settings["name"].startswith("Flail leaflet"), settings)
    expect_equal(settings["history"], ["mitral-prolapse"])
    expect(abs(leak - document["findings"]["RVol"]["value"]) < 0.3, leak)
    expect("mitral assess case.yaml" in text, text)
    quiet()


@claim
def theTableGoesWhenTheHeartIsChangedAndUndoBringsItBack():
    page()
    opened(shipped("rheumatic-young-woman"))
    gone, back = run("""
        mitral.store.change("test", { ...mitral.store.settings, reflexes: !mitral.store.settings.reflexes });
        await hand.settled(); await new Promise((go) => setTimeout(go, 30));
        const gone = document.getElementById("fitted").hidden;
        mitral.store.undo(); await hand.settled(); await new Promise((go) => setTimeout(go, 30));
        return [gone, !document.getElementById("fitted").hidden]""")
    expect(gone, "the table stands beside another heart")
    expect(back, "undo does not bring the table back")


@claim
def whatStandsOutIsSaidInWords():
    page()
    rows = opened("""name: A slip of the pen
findings: {HR: 70 /min, SBP: 120 mmHg, DBP: 75 mmHg, LVEDV: 160 mL, LVEF: 65 %, FSV: 62 mL, EROA: 0.25 cm2, LVEDP: "12 mm[Hg]", RF: 75 %}
""")
    out = [row for row in rows if "stands out" in row[4]]
    expect_equal([row[0].split()[-1] for row in out], ["RF"], rows)
    text = run("return document.querySelector('#fitted ul').textContent")
    expect("RF stands out" in text, text)
    run("document.getElementById('notes').replaceChildren()")
    expect_equal(browser().axe(), [])


@claim
def aFitCanBeCancelledAndTheHeartIsUnchanged():
    page()
    heart(**LEAK)
    same, gone, notes = run(f"""const before = JSON.stringify(mitral.store.settings);
        {drop(shipped("secondary-moderate-undertreated"))}
        await hand.wait(() => document.querySelector("#fitting button"));
        document.querySelector("#fitting button").click();
        await hand.wait(() => !document.querySelector("#fitting"));
        await new Promise((go) => setTimeout(go, 1500));
        return [before === JSON.stringify(mitral.store.settings), document.getElementById("fitted").hidden,
            document.getElementById("notes").textContent]""")
    expect(same and gone, "something was opened")
    expect("cancelled" in notes, notes)


@claim
def theFitIsSaidToScreenReaders():
    page()
    said = run(f"""const seen = [];
        const voice = new MutationObserver(() => seen.push(document.getElementById("voice").textContent));
        voice.observe(document.getElementById("voice"), {{ childList: true, characterData: true, subtree: true }});
        {drop(shipped("secondary-moderate-undertreated"))}
        await hand.wait(() => seen.some((text) => text.includes("Looking for the heart")));
        await hand.wait(() => !document.querySelector("#fitting")); voice.disconnect();
        return seen""")
    expect(any("measurements of" in text for text in said), said)


@claim
def everyFaultOfAMeasurementIsNamed():
    page()
    heart(**LEAK)
    found = faults("""name: Many faults
findings:
  LVEDV: 182
  LVEF: 166 %
  SBP: 12,4 mmHg
  DBP: "- mmHg"
  EROA: 0.48 kg
  SVR: many
  colour: red
  flail: maybe
  jet: round
  RVol:
    - {value: 70 mL, by: guess, sd: 12 mL}
    - {by: pisa}
    - {value: 60 mL, on: 2026-13-01}
    - {value: 60 mL, sd: -3 mL, when: now}
  CO: []
""")
    for words in [("LVEDV", "182", "mL"), ("LVEF", "line 4", "3 … 95 %"), ("SBP", "decimal point"), ("DBP", "- mmHg"), ("EROA", "0.48 kg", "mm2"),
                  ("SVR", "many"), ("colour", "catalogue"), ("flail", "maybe"), ("jet", "eccentric"), ("RVol[0].by", "pisa"),
                  ("RVol[1].value", "mL"), ("RVol[2].on", "2026-03-02"), ("RVol[3].when", "by"), ("CO", "at least one")]:
        expect(any(all(word in fault for word in words) for fault in found), words, "is not named:", found)
    expect(any("line 3" in fault for fault in found), found)
    found = faults("name: x\nfindings:\n  RVol: [{value: 60 mL, sd: -3 mL}, 4000 L]\n  LVEDV: 80 mL\n  LVESV: 90 mL\n")
    for words in [("RVol[0].sd", "−3"), ("RVol[1]",), ("LVESV", "below LVEDV")]:
        expect(any(all(word in fault for word in words) for fault in found), words, "is not named:", found)


@claim
def whatNoHeartExplainsIsSaidAndNothingOpened():
    page()
    heart(**LEAK)
    before = run("return JSON.stringify(mitral.store.settings)")
    told = faults("name: Blood alone\nfindings: {NTproBNP: 900 pg/mL}\n")
    expect("Volumes, pressures, flows" in told[0], told)
    text = """name: Two patients
findings: {LVEDV: 300 mL, LVEF: 70 %, FSV: 30 mL, SBP: 220 mmHg, DBP: 40 mmHg, PCWP: 4 mmHg, RVol: 5 mL, EROA: 1.2 cm2, CVP: 25 mmHg}
"""
    result = told_by_command(text, "assess", "--quick")
    told = faults(text)
    expect(result.returncode == 1 and "cannot come from one heart" in result.stderr.decode(), result.stderr.decode())
    expect("cannot come from one heart" in told[0] and len(told) > 2, told)
    expect_equal(run("return JSON.stringify(mitral.store.settings)"), before)


@claim
def everyUnitIsReadAsTheCommandReadsIt():
    page()
    lists = run("""const told = {};
        for (const { identifier, unit, minimum, maximum } of mitral.engine.catalogue.findings) {
          const { units } = mitral.engine.quantity(identifier, 1, unit);
          const value = minimum + 0.37 * (maximum - minimum);
          told[identifier] = units.map((other) => {
            const [zero, one] = [0, 1].map((x) => mitral.engine.quantity(identifier, x, other).value);
            return [Number(((value - zero) / (one - zero)).toPrecision(6)), other];
          });
        }
        return told""")
    expect(sum(map(len, lists.values())) > 200, lists)
    findings = {name: [f"{value!r} {unit}" if unit != "1" else value for value, unit in list_] for name, list_ in lists.items()
                if name not in {"LVESV", "RVESV", "LAVmin", "LVIDs", "DBP", "PADP"}}
    text = json.dumps({"name": "Units", "findings": findings})
    result = told_by_command(text, "grade")
    expect_equal(result.returncode, 0, result.stderr.decode())
    wanted = json.loads(result.stdout)["case"]["findings"]
    read = run(f"""const {{ readCase }} = await import("./app/casefile.js");
        return readCase({json.dumps(text)}, mitral.engine.catalogue, "x.json", (...given) => mitral.engine.quantity(...given))""")
    expect_equal(read["faults"], [])
    found = {}
    for one in read["said"]["measurements"]:
        found.setdefault(one["finding"], []).append(one["value"])
    for name, list_ in wanted.items():
        values = [float(str(one["value"] if isinstance(one, dict) else one).split()[0])
                  for one in (list_ if isinstance(list_, list) else [list_])]
        expect_equal(found[name], values, name)


@claim
def whatIsStatedWithoutAnythingToFitIsOpenedAsStated():
    page()
    told = run(drop("""name: Stated
findings: {HR: 81 /min, QRS: 160 ms, LBBB: true}
lesions: [{kind: fixed-orifice, orificeArea: 0.3 cm2}]
""") + """await hand.wait(() => mitral.store.settings.name === "Stated"); await hand.settled();
        return [mitral.store.settings.findings, mitral.store.settings.lesions, mitral.heartbeat.beat.findings.HR,
            document.getElementById("fitted").hidden]""")
    expect_equal(told, [{"HR": 81, "QRS": 160}, [{"kind": "fixed-orifice", "orificeArea": 0.3}], 81, True])
