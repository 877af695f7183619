"""The page's controls and files: each control does what it says, every way back leads back, every file can be read."""

import base64
import csv
import io
import json
import os
import struct
import subprocess
import tempfile
import wave
import xml.etree.ElementTree
import zlib

from app_page import browser, heart, mode, page, quiet, run
from claims import claim, expect, expect_equal
from command import BINARY

LEAK = {"reflexes": False, "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.4}]}
# What a control needs before it can matter: a shock needs a rhythm to end, pacing a delay, a class of its own a leak.
NEEDS = {
    "treatment.cardioversion": {"rhythm": "atrial-fibrillation"},
    "treatment.cardioversion.rate": {"rhythm": "atrial-fibrillation"},
    "treatment.resynchronisation": {"heart": {"leftVentricle.activationDelay": 80}},
    "load.exercise.uptake": {"loads": [{"kind": "exercise", "uptake": 5}]},
    "treatment.resynchronisation.share": {"heart": {"leftVentricle.activationDelay": 80}},
}
# The posture of every other time changes nothing, by its own definition.
IDLE = {"load.supine"}

WALK = """
const answers = [];
const needs = NEEDS;
const base = BASE;
document.querySelectorAll("#panel details").forEach((part) => { part.open = true; });
await hand.open(base);
const first = [...document.querySelectorAll("#panel [data-control]")].map((one) => one.dataset.control);
const opened = new Set(first);
const queue = [...first];
while (queue.length) {
  const name = queue.shift();
  const under = name.split(".").slice(0, 2).join(".");
  await hand.open({ ...base, ...needs[name] });
  if (!hand.control(name) && under !== name) { hand.set(hand.control(under)); await hand.settled(); }
  const element = hand.control(name);
  if (!element || !element.isConnected) { answers.push({ name, missing: true }); continue; }
  const before = JSON.stringify(mitral.store.settings);
  const seen = hand.seen();
  let moved = false;
  let trouble = null;
  const tries = element.type === "range"
    ? [0.62, 0.3, 0.45, 0.8].map((share) => Number(element.min) + share * (element.max - element.min))
    : element.tagName === "SELECT" ? [...element.options].map((one) => one.value).filter((one) => one !== element.value) : [true];
  for (const value of tries) {
    hand.set(element, value);
    const changed = JSON.stringify(mitral.store.settings) !== before;
    await hand.settled();
    trouble = mitral.heartbeat.trouble;
    for (const one of document.querySelectorAll("#panel [data-control]")) {
      if (!opened.has(one.dataset.control)) { opened.add(one.dataset.control); queue.push(one.dataset.control); }
    }
    moved = changed && !trouble && hand.seen() !== seen;
    if (moved || element.type === "checkbox") break;
  }
  const said = JSON.stringify(mitral.store.settings) !== before;
  let steps = 0;
  while (mitral.store.undoLabel && JSON.stringify(mitral.store.settings) !== before && steps++ < 9) mitral.store.undo();
  await hand.settled();
  answers.push({ name, said, moved, trouble, back: JSON.stringify(mitral.store.settings) === before && hand.seen() === seen });
}
return answers;
"""


@claim
def everyControlChangesTheSettingsAndTheHeartAndUndoLeadsBack():
    page()
    browser().call("Runtime.evaluate", timeout=5, expression="0")
    answers = run(WALK.replace("NEEDS", json.dumps(NEEDS)).replace("BASE", json.dumps(LEAK)))
    names = {one["name"] for one in answers}
    catalogue = run("return mitral.engine.catalogue")
    for treatment in catalogue["treatments"]:
        expect(f"treatment.{treatment['identifier']}" in names, "no control for", treatment["identifier"])
    for load in catalogue["loads"]:
        expect(f"load.{load['identifier']}" in names, "no control for", load["identifier"])
    expect(len(answers) > 90, len(answers))
    wrong = [one for one in answers if one.get("missing") or not one["said"] or not one["back"]
             or not (one["moved"] or one["name"] in IDLE or one["trouble"])]
    expect_equal(wrong, [])
    troubled = [one["name"] for one in answers if one.get("trouble")]
    expect(len(troubled) <= 3, "hearts that do not beat:", troubled)
    quiet()


@claim
def everyLesionOfTheCatalogueCanBeChosenAndItsSeverityDragged():
    page()
    heart(**LEAK)
    kinds = [one["identifier"] for one in run("return mitral.engine.catalogue.lesions")]
    for kind in kinds:
        found = run(f"""
            hand.set(hand.control("lesion.0"), "{kind}");
            const volumes = [];
            for (const area of [0.1, 0.3, 0.5]) {{
              hand.set(hand.control("lesion.0.orificeArea"), area);
              await hand.settled();
              volumes.push(mitral.heartbeat.trouble ?? mitral.heartbeat.beat.findings.RVol);
            }}
            return volumes""")
        expect(found[0] < found[1] < found[2], kind, "does not leak more as it grows:", found)


@claim
def whatIsTurnedMovesAsPhysiologySays():
    page()

    def turned(name, value, base=LEAK):
        before = heart(**base)
        after = run(f"""document.querySelectorAll("#panel details").forEach((part) => {{ part.open = true; }});
            hand.set(hand.control({json.dumps(name)}), {json.dumps(value)}); await hand.settled();
            return mitral.heartbeat.beat.findings""")
        return before, after

    for name, value, finding, sign in [
            ("heart.bloodVolume", 6200, "LAPmean", 1), ("heart.bloodVolume", 4800, "LVEDV", -1),
            ("share.systemic.arteriolarResistance", 150, "RVol", 1), ("share.systemic.arteriolarResistance", 60, "FSV", 1),
            ("share.leftVentricle.activeStress", 60, "LVEF", -1), ("share.leftVentricle.referenceArea", 130, "LVEDV", 1),
            ("share.leftAtrium.referenceArea", 160, "LAVmax", 1), ("share.leftAtrium.referenceArea", 160, "LAPv", -1),
            ("heartRate", 110, "HR", 1), ("heartRate", 110, "SV", -1), ("lesion.0.orificeArea", 0.8, "LAPmean", 1),
            ("heart.mitralValve.openArea", 1.2, "MVmeanGradient", 1), ("heart.aorticValve.openArea", 0.8, "AoVmax", 1),
            ("treatment.nitroprusside", True, "SVR", -1), ("treatment.repair", True, "RVol", -1),
            ("treatment.edge-to-edge", True, "RVol", -1), ("treatment.diuretic", True, "LAPmean", -1),
            ("treatment.inotrope", True, "dPdtMax", 1), ("load.upright", True, "LAPmean", -1),
            ("load.exercise", True, "CO", 1), ("load.handgrip", True, "MAP", 1), ("valves.aortic", 0.2, "DBP", -1)]:
        before, after = turned(name, value)
        expect(sign * (after[finding] - before[finding]) > 0, name, value, finding, before[finding], after[finding])


@claim
def aNumberBoxTakesWhatIsAllowedAndRefusesTheRest():
    page()
    heart(**LEAK)
    found = run("""
        const slider = hand.control("lesion.0.orificeArea");
        const box = slider.closest(".control").querySelector("input.number");
        const type = (text) => { box.value = text; box.dispatchEvent(new Event("input", { bubbles: true })); };
        type("0.333"); await hand.settled();
        const taken = [mitral.store.settings.lesions[0].orificeArea, box.getAttribute("aria-invalid")];
        type("17");
        const refused = [mitral.store.settings.lesions[0].orificeArea, box.getAttribute("aria-invalid"),
          slider.closest(".control").querySelector(".range").className];
        box.focus(); box.blur();
        const reset = slider.closest(".control").querySelector(".reset");
        reset.click(); await hand.settled();
        return [taken, refused, mitral.store.settings.lesions[0].orificeArea, reset.disabled]""")
    expect_equal(found[:2], [[0.333, "false"], [0.333, "true", "range fault"]])
    standard = run("return mitral.engine.catalogue.lesions.find((one) => one.identifier === 'flail-leaflet').arguments[0].standard")
    expect_equal(found[2:], [standard, True])


@claim
def aHeartThatDoesNotBeatIsToldAndTheLastGoodOneStays():
    page()
    heart(**LEAK)
    found = run("""
        const before = mitral.heartbeat.beat;
        mitral.store.open("test", { version: 1, name: "ill", heart: { "leftVentricle.activeStress": 1, "septum.activeStress": 1, bloodVolume: 1500 } });
        await hand.settled();
        await new Promise((go) => setTimeout(go, 50));
        const note = document.getElementById("trouble");
        return [mitral.heartbeat.trouble, mitral.heartbeat.beat === before, note.hidden, note.textContent]""")
    expect(found[0], "this heart beats:", found)
    expect(found[1] and not found[2] and "does not beat" in found[3], found)
    heart(**LEAK)
    expect_equal(run("return document.getElementById('trouble').hidden"), True)


@claim
def undoAndRedoRestoreByButtonAndByKey():
    page()
    heart(**LEAK)
    area = "return mitral.store.settings.lesions[0].orificeArea"
    run("hand.set(hand.control('lesion.0.orificeArea'), 0.7); await hand.settled()")
    browser().click("#undo")
    expect_equal(run(area), 0.4)
    browser().click("#redo")
    expect_equal(run(area), 0.7)
    browser().press("z", "Control")
    expect_equal(run(area), 0.4)
    browser().press("Z", "Control", "Shift")
    expect_equal(run(area), 0.7)
    drag = run("""const steps = []; for (const area of [0.71, 0.72, 0.73]) hand.set(hand.control("lesion.0.orificeArea"), area);
        mitral.store.undo(); return mitral.store.settings.lesions[0].orificeArea""")
    expect_equal(drag, 0.7, "one drag is one step:")
    browser().click("#reset")
    expect_equal(run("return mitral.store.settings.lesions.length"), 0)


@claim
def aLinkRoundTripsAndABrokenOrNewerOneChangesNothing():
    page()
    said = {"version": 1, "name": "Ünïcode & <b>", "patient": {"age": 71, "sex": "female", "height": 160, "weight": 58},
            "presentation": "acute", "rhythm": "sinus", "reflexes": True, "lesions": [{"kind": "prolapse", "orificeArea": 0.37, "onset": 0.4}],
            "treatments": [{"kind": "diuretic", "dose": 40, "fluid": 0.5}], "heart": {"bloodVolume": 5100.5},
            "loads": [{"kind": "upright"}], "valves": {"aortic": [{"kind": "fixed-orifice", "orificeArea": 0.1}]}, "nyha": "III"}
    heart(**said)
    settings = run("return mitral.store.settings")
    run("document.getElementById('share').click(); await hand.wait(() => document.getElementById('link'))")
    address = run("return document.getElementById('link').value")
    mark = address[address.index("#"):]
    expect(mark.startswith("#v1."), mark)
    page(fragment=mark)
    expect_equal(run("return mitral.store.settings"), settings)
    for broken in [mark[:-9], "#v1.AAAA", mark.replace("#v1.", "#v9."), "#v1.", mark[:20] + "!" + mark[21:]]:
        before = run("return JSON.stringify(mitral.store.settings)")
        run(f"""document.querySelectorAll(".toast").forEach((one) => one.remove()); location.hash = {json.dumps(broken)};
            await hand.wait(() => document.querySelector(".toast.fault"))""")
        note = run("return document.querySelector('.toast.fault').textContent")
        expect(("newer" if "#v9" in broken else "broken") in note, broken[:24], note)
        expect_equal(run("return JSON.stringify(mitral.store.settings)"), before)


@claim
def aCaseFileRoundTripsAndTheCommandReadsTheSameHeart():
    page()
    heart(**LEAK, rhythm="sinus", heart={"bloodVolume": 5321.25}, treatments=[{"kind": "beta-blocker", "dose": 25}], nyha="II",
          valves={"tricuspid": [{"kind": "fixed-orifice", "orificeArea": 0.05}]}, heartRate=72)
    text, settings, findings = run("""
        const { writeCase, readCase } = await import("./app/casefile.js");
        const text = writeCase(mitral.store.settings, mitral.engine.catalogue);
        return [text, mitral.store.settings, mitral.heartbeat.beat.findings]""")
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "case.yaml")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        result = subprocess.run([str(BINARY), "simulate", path, "--json"], capture_output=True, timeout=60)
    expect_equal((result.returncode, result.stderr), (0, b""), text)
    told = {name: one["value"] for name, one in json.loads(result.stdout)["findings"].items()}
    expect(told["RVol"] > 10, told)
    differing = {name: (value, told.get(name)) for name, value in findings.items() if name in told and told[name] != value}
    expect_equal(differing, {})
    again = run(f"""const {{ openText }} = await import("./app/files.js");
        await hand.open({{}}); openText(mitral, {json.dumps(text)}, "case.yaml"); await hand.settled();
        return mitral.heartbeat.beat.findings""")
    expect_equal(again, findings)
    expect_equal(run("return mitral.store.settings.lesions"), settings["lesions"])


@claim
def aBadFileNamesAllItsFaultsAndChangesNothing():
    page()
    heart(**LEAK)
    bad = """name: 5 faults
patient: {age: 45, height: 900 cm, shoe: 43}
rhythm: sinus
colour: red
lesions:
  - {kind: flail-leaflet, orificeArea: 40 cm}
treatments: [{kind: magic}]
"""
    found = run(f"""const before = JSON.stringify(mitral.store.settings);
        const data = new DataTransfer(); data.items.add(hand.file("bad.yaml", {json.dumps(bad)}));
        dispatchEvent(new DragEvent("drop", {{ dataTransfer: data, bubbles: true, cancelable: true }}));
        await hand.wait(() => document.querySelector("dialog .faults"));
        const faults = [...document.querySelectorAll("dialog .faults li")].map((one) => one.textContent);
        document.querySelector("dialog .close").click();
        return [faults, before === JSON.stringify(mitral.store.settings)]""")
    for word in ["patient.height", "patient.shoe", "colour", "lesions[0].orificeArea", "treatments[0].kind"]:
        expect(any(word in fault for fault in found[0]), word, "is not named:", found[0])
    expect(found[1], "half of it was taken")
    expect(any("line 6" in fault for fault in found[0]), found[0])
    for text, word in [("{\"name\": ", "file"), ("name: x\n\tpatient: y", "line 2"), ("name: x\nname: y", "twice"),
                       ("- a\n- b", "name"), ("", "name")]:
        told = run(f"""const {{ readCase }} = await import("./app/casefile.js");
            return readCase({json.dumps(text)}, mitral.engine.catalogue, "x.yaml").faults.map((one) => Object.values(one).join(" "))""")
        expect(told and word in " ".join(told), text, told)


CATCH = """
const wanted = (name) => new Promise((done) => {
  const { click } = HTMLAnchorElement.prototype;
  const { createObjectURL } = URL;
  let handed;
  URL.createObjectURL = (blob) => { handed = blob; return createObjectURL.call(URL, blob); };
  HTMLAnchorElement.prototype.click = function () {
    HTMLAnchorElement.prototype.click = click;
    URL.createObjectURL = createObjectURL;
    handed.arrayBuffer().then((bytes) => {
      let text = "";
      for (const byte of new Uint8Array(bytes)) text += String.fromCharCode(byte);
      done([this.download, btoa(text)]);
    });
  };
  document.getElementById("save").click();
  document.querySelector(`[data-export="${name}"]`).click();
});
const file = await wanted(NAME);
document.querySelector("dialog")?.close();
return file;
"""


def exported(name):
    """The name and the bytes of what the page hands over."""
    told, content = run(CATCH.replace("NAME", json.dumps(name)))
    return told, base64.b64decode(content)


@claim
def everyExportCanBeRead():
    page()
    findings = heart(**LEAK)
    beat = run("const { wave, activation } = mitral.heartbeat.beat; return { count: wave.count, step: wave.step, activation, pLV: [...wave.pLV] }")
    name, data = exported("csv")
    rows = list(csv.reader(io.StringIO(data.decode())))
    expect(name.endswith(".csv") and len(rows) == beat["count"] + 1, name, len(rows))
    wanted = ("time_s pLV_mmHg pLA_mmHg pAo_mmHg pRV_mmHg pRA_mmHg pPA_mmHg vLV_mL vLA_mL vRV_mL vRA_mL qMitral_mL_s qAortic_mL_s "
              "qTricuspid_mL_s qPulmonary_mL_s qPulmonaryVein_mL_s leakArea_cm2 jetVelocity_m_s").split()
    expect_equal(rows[0][:len(wanted)], wanted)
    expect(all(abs(float(row[1]) - value) <= 1e-7 * abs(value) for row, value in zip(rows[1:], beat["pLV"])), "another pressure")
    expect(abs(float(rows[1][0]) + beat["activation"]) < 1e-9, rows[1][0])

    _, data = exported("wav")
    with wave.open(io.BytesIO(data)) as sound:
        expect_equal((sound.getnchannels(), sound.getsampwidth()), (1, 2))
        expect(sound.getnframes() > 0.5 * sound.getframerate(), sound.getnframes(), sound.getframerate())
        samples = struct.unpack(f"<{sound.getnframes()}h", sound.readframes(sound.getnframes()))
    expect(max(map(abs, samples)) > 1000, "silence")

    name, data = exported("png")
    expect(data[:8] == b"\x89PNG\r\n\x1a\n" and name.endswith(".png"), name, data[:8])
    expect_png(data)
    _, data = exported("svg")
    drawn = xml.etree.ElementTree.fromstring(data)
    expect(drawn.tag.endswith("svg") and len(list(drawn.iter())) > 20, drawn.tag)

    _, data = exported("json")
    told = json.loads(data)
    expect_equal({one: told["findings"][one]["value"] for one in findings}, findings)
    expect(all(one["unit"] for one in told["findings"].values()) and "no medical device" in told["notice"], told["notice"])
    _, data = exported("settings")
    expect_equal(json.loads(data)["lesions"], LEAK["lesions"])
    name, data = exported("yaml")
    expect(name.endswith(".yaml") and b"kind: flail-leaflet" in data, data)
    quiet()


def expect_png(data):
    """Its parts are whole, and it holds more than one colour."""
    at, packed, kinds = 8, b"", []
    while at < len(data):
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        expect_equal(struct.unpack(">I", data[at + 8 + length:at + 12 + length])[0], zlib.crc32(kind + body))
        kinds.append(kind)
        packed += body if kind == b"IDAT" else b""
        at += 12 + length
    expect(kinds[0] == b"IHDR" and kinds[-1] == b"IEND", kinds)
    expect(len(set(zlib.decompress(packed))) > 8, "an empty picture")


@claim
def comparingTwoHeartsTellsWhatDiffersAndInWhichWay():
    page()
    heart(**LEAK)
    mode("compare")
    browser().click("#keep-a")
    run("mitral.store.change('test', { ...mitral.store.settings, treatments: [{ kind: 'repair', size: 34, residual: 0 }] }); await hand.settled()")
    rows = run("""await new Promise((go) => setTimeout(go, 60));
        return Object.fromEntries([...document.querySelectorAll("#differences tbody tr")].map((row) =>
          [row.dataset.finding, [...row.cells].map((cell) => cell.textContent)]))""")
    expect(rows["RVol"][3].startswith("−") and "better" in rows["RVol"][4], rows["RVol"])
    expect("better" in rows["FSV"][4], rows["FSV"])
    ghost = run("return [mitral.stage.elements.heart.ghost === mitral.store.kept.beat, document.querySelector('#transport').textContent]")
    expect(ghost[0] and "Heart A" in ghost[1], ghost)
    text = run("return document.getElementById('panel').textContent")
    expect("repair" in text, text)


@claim
def shippedCasesOpenAndBeat():
    page()
    count = run("return mitral.cases.length")
    expect(count >= 10, count, "cases")
    failed = run("""const failed = [];
        for (const one of mitral.cases) {
          mitral.store.open(one.identifier, one.settings);
          await hand.settled();
          if (mitral.heartbeat.trouble) failed.push([one.identifier, mitral.heartbeat.trouble]);
        }
        return failed""")
    expect_equal(failed, [])
    run("document.getElementById('open').click(); document.querySelector('[data-case=healthy]').click(); await hand.settled()")
    expect_equal(run("return mitral.heartbeat.beat.severity.grade"), "none")
