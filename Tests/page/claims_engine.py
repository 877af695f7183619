"""The engine in the browser: what it computes is what the command computes, to the last bit."""

import atexit
import functools
import json
import os
import pathlib
import statistics
import struct
import subprocess
import tempfile

from claims import claim, expect, expect_equal
from command import ROOT, mitral
from site_server import SITE, browser

MEASURED = ["flail-leaflet", "functional-dilated", "chronic-catheter"]


@functools.cache
def cases():
    with open(os.path.join(SITE.folder, "data", "cases.json"), encoding="utf-8") as file:
        return {one["identifier"]: one for one in json.load(file)["cases"]}


def policy():
    """The page's own line on what may be loaded."""
    with open(os.path.join(SITE.folder, "index.html"), encoding="utf-8") as file:
        return next(line.strip() for line in file if "Content-Security-Policy" in line)


@functools.cache
def empty_page():
    """The address of a page with nothing on it, under the site's policy."""
    empty = pathlib.Path(SITE.folder, "claims-engine.html")
    empty.write_text('<!doctype html><title>Engine</title><link rel="icon" href="data:,">'
                     + policy())
    atexit.register(empty.unlink)
    return SITE.address + empty.name


def page():
    """The browser with an engine started in the empty page, where claims of the app have not left it so."""
    chromium = browser()
    if chromium.ask("Boolean(window.engine) && location.href") == empty_page():
        return chromium
    chromium.open(empty_page(), 800, 600)
    chromium.ask("""import(new URL("engine/engine.js", location.href))
        .then(async ({Engine}) => { window.engine = await Engine.start(); return true; })""")
    return chromium


def in_page(body, **given):
    """What an async function of the page returns; what is given stands as constants before it."""
    constants = "".join(f"const {name} = {json.dumps(value)};" for name, value in given.items())
    return page().ask(f"(async () => {{ {constants} {body} }})()")


def bits(number):
    return struct.pack("<d", float(number))


def beat(settings):
    """Findings and valves of the page's beat, each double as the text that reads back the same."""
    return in_page("""const beat = await engine.beat(settings);
        return {status: beat.status, message: beat.message, findings: beat.findings, spread: beat.spread,
            valves: beat.valves, thirds: beat.regurgitantFractionByThird && [...beat.regurgitantFractionByThird]};""",
                   settings=settings)


def quantity(value, unit):
    return f"{value!r} {unit}"


def case_file(settings):
    """The settings as a case file."""
    units = {one["path"]: one["unit"] for one in catalogue()["parameters"]}
    kinds = {one["identifier"]: {a["name"]: a["unit"] for a in one["arguments"]}
             for one in catalogue()["lesions"] + catalogue()["treatments"]}
    finding_units = {one["identifier"]: one["unit"] for one in catalogue()["findings"]}

    def told(value, unit):
        return value if unit == "1" else quantity(value, unit)

    def choice(one):
        return {name: value if name == "kind" else told(value, kinds[one["kind"]][name]) for name, value in one.items()}

    case = {"name": settings["name"]}
    patient = dict(settings.get("patient", {}))
    for name, unit in [("height", "cm"), ("weight", "kg")]:
        if name in patient:
            patient[name] = quantity(patient[name], unit)
    if patient:
        case["patient"] = patient
    for name in ["presentation", "rhythm", "reflexes", "history", "symptoms", "nyha"]:
        if name in settings:
            case[name] = settings[name]
    for name in ["lesions", "treatments"]:
        if name in settings:
            case[name] = [choice(one) for one in settings[name]]
    if "valves" in settings:
        case["valves"] = {valve: [choice(one) for one in list_] for valve, list_ in settings["valves"].items()}
    if "heart" in settings:
        case["heart"] = {path: told(value, units[path]) for path, value in settings["heart"].items()}
    found = {name: told(value, finding_units[name]) for name, value in settings.get("findings", {}).items()}
    found.update(settings.get("signs", {}))
    if found:
        case["findings"] = found
    return case


@functools.cache
def catalogue():
    return in_page("return engine.catalogue;")


def simulated(case, *options):
    """What `mitral simulate --json` prints of a case file, or of a shipped case by its name."""
    if isinstance(case, str):
        result = mitral("simulate", case, "--json", *options)
    else:
        with tempfile.NamedTemporaryFile("w", suffix=".json") as file:
            json.dump(case, file)
            file.flush()
            result = mitral("simulate", file.name, "--json", *options)
    expect_equal(result.returncode, 0, result.stderr.decode())
    return json.loads(result.stdout)


def expect_same(name, found, wanted):
    expect_equal(found["status"], wanted["status"], f"{name}: status")
    numbers = {key: one["value"] for key, one in wanted["findings"].items()}
    expect(len(numbers) > 30, f"{name}: {len(numbers)} findings")
    expect_equal(set(found["findings"]), set(numbers), f"{name}: which findings")
    for key, value in numbers.items():
        expect_equal(bits(found["findings"][key]), bits(value), f"{name}: {key}: {found['findings'][key]} {value}")
    spread = {key: one["sd"] for key, one in wanted["findings"].items() if "sd" in one}
    for key, value in spread.items():
        expect_equal(bits(found["spread"][key]), bits(value), f"{name}: spread of {key}")
    for valve, readings in wanted["valves"].items():
        for key, value in readings.items():
            if value is not None:
                expect_equal(bits(found["valves"][valve][key]), bits(value), f"{name}: {valve} {key}")
    thirds = wanted["systole"]["regurgitantFractionByThird"]
    expect_equal([bits(one) for one in found.get("thirds") or []], [bits(one) for one in thirds or []], f"{name}: thirds")


@claim
def everyStatedCaseBeatsInTheBrowserAsTheCommandHasIt():
    names = [name for name, one in cases().items() if not one["isMeasured"]]
    expect(len(names) >= 12, names)
    for name in names:
        expect_same(name, beat(cases()[name]["settings"]), simulated(name))


@claim
def aFittedPatientBeatsInTheBrowserAsTheExportedCase():
    for name in MEASURED:
        settings = cases()[name]["settings"]
        expect(cases()[name]["isMeasured"], name)
        expect_same(name, beat(settings), simulated(case_file(settings)))


@claim
def aFittedPatientIsTheCommandsToAHalfPercent():
    for name in MEASURED:
        found, wanted = beat(cases()[name]["settings"])["findings"], simulated(name)["findings"]
        for key in ["LVEDV", "LVESV", "RVol", "EROA", "SBP", "PCWP"]:
            value = wanted[key]["value"]
            expect(abs(found[key] - value) <= 0.005 * abs(value), name, key, found[key], value)


@claim
def everyMeasuredCaseIsFittedInTheBrowserAsTheCommandHasIt():
    """The heart found here is the command's, digit for digit; so is the case that states it. How long it takes is told."""
    names = [name for name, one in cases().items() if one["isMeasured"]]
    expect(len(names) >= 35, names)
    times = []
    for name in names:
        found = in_page("""const {readCase} = await import(new URL("app/casefile.js", location.href));
            const read = readCase(text, engine.catalogue, "case.yaml", (...given) => engine.quantity(...given));
            return {faults: read.faults, ...await engine.fit(read.said)};""",
                        text=(ROOT / "cases" / f"{name}.yaml").read_text(encoding="utf-8"))
        expect_equal([found["faults"], found["status"]], [[], "fitted"], name)
        times.append(found["milliseconds"])
        settings, stated = cases()[name]["settings"], found["stated"]
        for part, none in [("lesions", []), ("heart", {}), ("findings", {})]:
            expect_equal(stated[part], settings.get(part, none), f"{name}: {part}")
        expect_equal([set(stated["signs"]), stated.get("leak")], [set(settings.get("signs", {})), cases()[name].get("leak")], name)
        wanted = {key: one["value"] for key, one in simulated(name)["findings"].items()}
        expect_equal(found["findings"].keys(), wanted.keys(), name)
        for key, value in wanted.items():
            expect_equal(bits(found["findings"][key]), bits(value), f"{name}: {key}: {found['findings'][key]} {value}")
    print(f"  {len(times)} fits: median {statistics.median(times):.0f} ms, most {max(times):.0f} ms")


@claim
def aFitThatIsCancelledComesToNothing():
    told = in_page("""const fit = engine.fit({version: 1, name: "x", measurements: [{finding: "LVEDV", value: 190}]});
        fit.cancel();
        return (await fit) === undefined;""")
    expect(told, "an answer after all")


@claim
def whatIsSetAndGivenBeatsAsTheCommandHasIt():
    base = {"version": 1, "name": "A heart", "patient": {"age": 61, "sex": "female", "height": 164, "weight": 66}}
    several = {
        "fibrillation": {"rhythm": "atrial-fibrillation", "lesions": [{"kind": "fixed-orifice", "orificeArea": 0.3}]},
        "a faster heart": {"heart": {"heartRate": 103, "leftVentricle.activeStress": 71.3}},
        "treated": {"lesions": [{"kind": "prolapse", "orificeArea": 0.37}], "treatments": [{"kind": "nitroprusside"}]},
        "two valves": {"lesions": [{"kind": "leaflet-tethering", "orificeArea": 0.21}],
                       "valves": {"aortic": [{"kind": "fixed-orifice", "orificeArea": 0.07}]}},
        "late walls": {"signs": {"LBBB": True}, "findings": {"QRS": 163}, "presentation": "chronic"},
        "reflexes": {"reflexes": True, "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.52}]},
    }
    for name, more in several.items():
        settings = {**base, **more}
        expect_same(name, beat(settings), simulated(case_file(settings)))


@claim
def loadsAreBorneAsTheCommandHasThem():
    settings = {"version": 1, "name": "A heart", "lesions": [{"kind": "fixed-orifice", "orificeArea": 0.3}]}
    loads = [{"kind": "upright"}, {"kind": "exercise", "power": 50}]
    expect_same("loads", beat({**settings, "loads": loads}),
                simulated(case_file(settings), "--load", "upright", "--load", "exercise:50W"))


@claim
def heartsSideBySideAreEachAsAlone():
    base = {"version": 1, "name": "A heart"}
    others = [{**base, "lesions": [{"kind": "fixed-orifice", "orificeArea": area / 10}]} for area in range(1, 6)]
    others.append({**base, "rhythm": "atrial-fibrillation"})
    side = in_page("return (await engine.compare(base, others)).map((beat) => beat.findings);", base=base, others=others)
    alone = [beat(settings)["findings"] for settings in [base, *others]]
    expect_equal([{key: bits(value) for key, value in one.items()} for one in side],
                 [{key: bits(value) for key, value in one.items()} for one in alone])


@claim
def theGoldenBeatsAreThoseOfThisMachine():
    folder = ROOT / ".build" / "page"
    if not (folder / "GoldenPage.wasm").exists():
        subprocess.run([ROOT / "Tests" / "embedded" / "build.sh"], check=True, capture_output=True)
    data = (folder / "GoldenPage.wasm").read_bytes().hex()
    hashes = in_page("""const bytes = Uint8Array.from(hex.match(/../g), (byte) => parseInt(byte, 16));
        const {instance} = await WebAssembly.instantiate(bytes, {});
        return [0, 1].map((width) => BigInt.asUintN(64, instance.exports.golden(width)).toString(16));""", hex=data)
    wanted = (ROOT / "Tests" / "golden" / "engine-hash.txt").read_text().strip()
    expect_equal(hashes, [wanted, wanted])


@claim
def yearsAreThoseOfTheCommand():
    days = [0, 1, 7, 30, 182.625, 365.25, 365.25 * 2]
    settings = cases()["lesion-fixed-orifice"]["settings"]
    points = in_page("""const points = await engine.course(settings, {days, events: []});
        return points.map((point) => [point.day, point.findings, point.nyha]);""", settings=settings, days=days)
    expect_equal([day for day, _, _ in points], days)
    result = mitral("course", "lesion-fixed-orifice", "--for", "2y", "--json")
    document = json.loads(result.stdout)
    first, last = document["timeline"][0]["findings"], document["timeline"][-1]["findings"]
    expect_equal(bits(points[0][1]["LVEDV"]), bits(first["LVEDV"]["value"]), "the first day")
    classes = {round(one["days"], 2): one["nyha"] for one in document["timeline"] if "nyha" in one}
    both = [(classes[round(day, 2)], nyha) for day, _, nyha in points if round(day, 2) in classes]
    expect(len(both) >= 4, classes, points)
    expect(all(told == found for told, found in both), both)
    # The command looks more often, and its steps end where it looks.
    for key in ["LVEDV", "RVol", "SBP"]:
        value = last[key]["value"]
        expect(abs(points[-1][1][key] - value) < 0.005 * value, key, points[-1][1][key], value)


@claim
def aCourseThatIsCancelledEnds():
    told = in_page("""let seen = 0;
        const years = Array.from({length: 400}, (_, index) => 30 * index);
        const course = engine.course(settings, {days: years}, () => { if (++seen === 3) course.cancel(); });
        return [(await course).length, seen];""", settings=cases()["lesion-fixed-orifice"]["settings"])
    expect(3 <= told[0] < 60, told)


@claim
def everyFaultIsNamedAtOnce():
    settings = {
        "version": 1, "name": "Wrong", "patient": {"age": 200, "sex": "both"}, "heartRate": "fast",
        "lesions": [{"kind": "flail-leaf", "orificeArea": 0.1}, {"kind": "prolapse", "orificeArea": 9}],
        "treatments": [{"kind": "diuretic", "amounts": 1}], "heart": {"leftVentricle.strength": 1},
        "loads": [{"kind": "upright"}, {"kind": "squat"}], "nyha": "V",
    }
    faults = in_page("return engine.check(settings);", settings=settings)
    fields = {fault["field"] for fault in faults}
    for field in ["patient.age", "patient.sex", "heartRate", "lesions[0].kind", "lesions[1].orificeArea",
                  "treatments[0].amounts", "heart.leftVentricle.strength", "loads[1].kind", "nyha"]:
        expect(field in fields, field, "not among", sorted(fields))
    age = next(fault for fault in faults if fault["field"] == "patient.age")
    expect_equal([age["value"], age["allowed"]["minimum"], age["allowed"]["maximum"]], [200, 16, 110])
    expect_equal(in_page("return engine.check(settings);", settings=cases()["healthy-adult"]["settings"]), [])
    refused = in_page("return engine.beat(settings).catch((error) => error.message);", settings=settings)
    expect("patient.age" in refused and "nyha" in refused, refused)


@claim
def everyShippedCaseIsWithoutFault():
    expect(len(cases()) >= 55, len(cases()))
    for name, one in cases().items():
        expect_equal(in_page("return engine.check(settings);", settings=one["settings"]), [], name)


@claim
def anOvertakenBeatIsNotAnswered():
    told = in_page("""const of = (area) => engine.beat({version: 1, name: "A heart",
            lesions: [{kind: "fixed-orifice", orificeArea: area}]});
        const all = await Promise.all([0.1, 0.2, 0.3, 0.4].map(of));
        return all.map((beat) => beat?.leaks.hole ?? null);""")
    expect_equal(told, [0.1, None, None, 0.4])


@claim
def aMurmurIsHeardAndLoopsWithoutAClick():
    told = in_page("""const sound = await engine.sound({version: 1, name: "A heart",
            lesions: [{kind: "fixed-orifice", orificeArea: 0.4}]}, {site: "apex", chestPiece: "microphone", duration: 3});
        const {samples} = sound;
        let step = 0, loudest = 0;
        for (let k = 1; k < samples.length; k++) {
            step = Math.max(step, Math.abs(samples[k] - samples[k - 1]));
            loudest = Math.max(loudest, Math.abs(samples[k]));
        }
        return {rate: sound.rate, seconds: samples.length / sound.rate, duration: sound.duration, beats: sound.beats, step,
            loudest, seam: Math.abs(samples[0] - samples[samples.length - 1])};""")
    expect(abs(told["seconds"] - told["duration"]) < 1e-3 and told["seconds"] >= 3, told)
    expect(told["loudest"] > 0.02 and told["seam"] <= told["step"], told)


@claim
def aBeatAnswers():
    """How fast is told in the log; that it answers is claimed."""
    told = in_page("""const times = [];
        for (let k = 0; k < 40; k++) {
            const began = performance.now();
            const beat = await engine.beat({version: 1, name: "A heart",
                lesions: [{kind: "flail-leaflet", orificeArea: 0.2 + 0.01 * k}]});
            if (beat.status !== "periodic") throw new Error(beat.message);
            times.push(performance.now() - began);
        }
        return times;""")
    print(f"  a changed orifice: median {statistics.median(told):.1f} ms, most {max(told):.1f} ms")
    expect_equal(len(told), 40)


@claim
def nothingIsComplainedOfNorFetchedFromElsewhere():
    page()
    expect_equal(browser().complaints(), [])
    elsewhere = [address for address in browser().fetched() if not address.startswith(SITE.address)]
    expect_equal(elsewhere, [])


@claim
def anOldBrowserIsToldWhatIsMissing():
    told = in_page("""const own = WebAssembly.validate;
        WebAssembly.validate = () => false;
        const {Engine} = await import(new URL("engine/engine.js", location.href));
        const message = await Engine.start().then(() => "", (error) => error.message);
        WebAssembly.validate = own;
        return message;""")
    expect("SIMD" in told, told)
