"""The scene: what is drawn follows the beat, can be seen and read by everyone, and is heard in step."""

import base64
import json
import re
import time
import xml.etree.ElementTree

from claims import claim, expect, expect_equal
from scene_page import ELEMENTS, run, scene
from site_server import SITE, browser


def geometries(heart):
    """The drawn geometry of a heart at every sample of its beat, with what the model has there."""
    shown = scene()
    return run(shown, f"""
        const element = await t.make("mitral-heart", "{heart}", {{ width: 700 }});
        const {{ wave, moments, activation }} = element.beat;
        return Array.from({{ length: wave.count }}, (_, i) => {{
            const g = element.geometry(i * wave.step);
            const {{ left, right }} = g.mitral.ring;
            return {{
                time: i * wave.step, gap: g.mitral.gap, highest: g.mitral.highest, depth: g.mitral.depth, jet: g.jet,
                areas: g.areas, wanted: [g.sizes.lvArea, g.sizes.laArea, g.sizes.rvArea, g.sizes.raArea],
                wall: g.wall, ring: right[0] - left[0], volume: wave.vLV[i], base: g.base, pLV: wave.pLV[i],
                pLA: wave.pLA[i], inflow: wave.qMitral[i], leak: wave.leakArea[i] * wave.jetVelocity[i],
                sinceActivation: i * wave.step - activation,
                closure: moments.mitralClosure, opening: moments.mitralOpening }};
        }});""")


def systole(frames):
    return [one for one in frames if one["closure"] + 0.03 < one["sinceActivation"] < one["opening"] - 0.03]


@claim
def everyElementDrawsAndMovesWithTheClock():
    shown = scene(800)
    for name in ELEMENTS:
        seen = run(shown, f"""
            const element = await t.make("{name}", "flail", {{ follow: true }});
            t.clock.pause();
            t.clock.time = 0.2;
            const inked = (v, i) => i % 4 === 3 && v > 40;
            const drawn = [element.still, element.moving].map((canvas) => t.pixels(canvas).filter(inked).length);
            const first = t.hash(element);
            t.clock.play();
            await new Promise((done) => setTimeout(done, 220));
            const second = t.hash(element);
            element.remove();
            return {{ drawn, moved: first !== second }};""")
        expect(sum(seen["drawn"]) > 3000, name, "hardly draws", seen)
        expect(seen["moved"] or name == "mitral-stethoscope", name, "does not move")


@claim
def pausingStopsAllMotionAndReducedMotionStartsPaused():
    shown = scene(800)
    for name in ["mitral-heart", "mitral-doppler"]:
        expect_equal(run(shown, f"""
            const element = await t.make("{name}", "flail", {{ follow: true }});
            t.clock.play();
            await new Promise((done) => setTimeout(done, 150));
            t.clock.pause();
            const first = t.hash(element);
            await new Promise((done) => setTimeout(done, 250));
            return first === t.hash(element);"""), True, name)
    expect_equal(run(shown, "return new t.scene.Clock().playing;"), True, "usually")
    expect_equal(run(scene(800, still=True), "return t.clock.playing;"), False, "with reduced motion")


@claim
def theMitralValveIsOpenInDiastoleAndShutInSystole():
    frames = geometries("healthy")
    shut = max(one["gap"] for one in systole(frames))
    expect(shut < 0.3, "gap in systole", shut)
    filling = max(frames, key=lambda one: one["inflow"])
    expect(filling["gap"] > 1.5, "gap while filling", filling["gap"])
    for one in frames:
        if one["inflow"] > 60:
            expect(one["gap"] > 0.6, "shut while blood flows in", one)


@claim
def chambersAreAsLargeAsTheirVolumesSay():
    for heart in ["healthy", "dilated", "rupture"]:
        frames = geometries(heart)
        for one in frames:
            for name, wanted in zip(["lv", "la", "rv", "ra"], one["wanted"]):
                drawn = one["areas"][name]
                expect(abs(drawn / wanted - 1) < 0.04, heart, name, drawn, wanted, one["time"])
        full, empty = (choose(frames, key=lambda one: one["volume"]) for choose in (max, min))
        # One form through the beat: the area goes with the volume's power 2/3, the long axis shortening a little less.
        power = (full["areas"]["lv"] / empty["areas"]["lv"]) / (full["volume"] / empty["volume"]) ** (2 / 3)
        expect(0.8 < power < 1.1, heart, "area against volume", power)
        expect(empty["wall"] > 1.15 * full["wall"], heart, "the wall does not thicken", full["wall"], empty["wall"])
        expect(empty["base"] > full["base"] + 0.3, heart, "the base does not come down")


@claim
def theJetIsDrawnWhenTheLeakFlowsAndOnlyThen():
    expect_equal([one["jet"] for one in geometries("healthy") if one["jet"]], [], "healthy")
    onsets = {}
    for heart in ["flail", "prolapse", "dilated", "largeHole"]:
        frames = geometries(heart)
        shown = [one for one in frames if one["jet"]]
        expect(len(shown) > 30, heart, "no jet", len(shown))
        for one in shown:
            expect(one["pLV"] > one["pLA"] - 3 and one["leak"] > 0.05, heart, "a jet without a leak", one)
            expect(one["inflow"] <= 0, heart, "a jet while the ventricle fills", one)
        for one in systole(frames):
            expect(one["jet"] or one["leak"] < 0.6, heart, "a leak without a jet", one)
        onsets[heart] = min(one["sinceActivation"] - one["closure"] for one in shown)
    expect(onsets["prolapse"] > onsets["flail"] + 0.06, "a prolapse leaks later", onsets)


@claim
def theJetGrowsWithItsMomentumAndLeansAwayFromTheIllLeaflet():
    most = {}
    for heart in ["smallHole", "largeHole", "flail", "dilated"]:
        jets = [one["jet"] for one in geometries(heart) if one["jet"]]
        most[heart] = max(jets, key=lambda jet: jet["length"])
    small, large = most["smallHole"], most["largeHole"]
    expect(large["length"] > 1.3 * small["length"] and large["width"] > 1.3 * small["width"], small, large)
    across = {heart: most[heart]["across"] for heart in ["flail", "dilated"]}
    expect(across["flail"] < 0.4, "a posterior flail leaflet throws the jet to the septum", across)
    expect(0.4 < across["dilated"] < 0.65, "between tethered leaflets it goes through the middle", across)


@claim
def theLeafletsMoveAsTheirDiseaseMakesThem():
    seen = {heart: geometries(heart) for heart in ["healthy", "flail", "prolapse", "dilated", "rupture", "rheumatic"]}
    high = {heart: min(one["highest"] for one in systole(frames)) for heart, frames in seen.items()}
    expect(high["healthy"] > -0.25, "healthy leaflets stay below the ring", high)
    for heart, above in [("prolapse", -0.45), ("flail", -0.6), ("rupture", -0.8)]:
        expect(high[heart] < above, heart, "does not rise above the ring", high)
    depth = {heart: max(one["depth"] for one in systole(frames)) for heart, frames in seen.items()}
    expect(depth["dilated"] > depth["healthy"] + 0.4, "tethered leaflets hang lower", depth)
    wide = {heart: max(one["gap"] for one in frames) for heart, frames in seen.items()}
    expect(wide["rheumatic"] < 0.6 * wide["healthy"], "a rheumatic valve opens less", wide)
    rings = {heart: max(one["ring"] for one in frames) for heart, frames in seen.items()}
    expect(rings["dilated"] > 1.03 * rings["healthy"], "a wide ventricle has a wide ring", rings)


@claim
def linesAndStreamsStandOutInLightAndDark():
    for dark in [False, True]:
        shown = scene(800, dark)
        expect_equal(weak(shown, "document.body"), [], f"the scene's own colours, dark {dark}")
        shown.open(SITE.address, 1440, 900, dark)
        run(shown, 'await import("./scene/scene.js"); window.t = { scene: await import("./scene/scene.js") };')
        place = "document.querySelector('mitral-heart') ?? document.body"
        expect_equal(weak(shown, place), [], f"the page's, dark {dark}")


def weak(shown, place):
    """Pairs of colours with less contrast than they need."""
    return run(shown, f"""
        const {{ palette, contrast, inks }} = t.scene;
        const c = palette({place});
        const pairs = Object.values(inks).map((ink) => [ink.color, "ground", 3]);
        const line = c.isDark ? "leaflet" : "leaflet-edge";
        pairs.push(["ink", "ground", 7], ["faint", "ground", 4.5], ["cursor", "ground", 3],
            ["stream-rich", "artery", 3], ["stream-poor", "trunk", 3], ["muscle-edge", "muscle", 2.2]);
        for (const kind of ["rich", "poor"]) {{
            for (const blood of [`blood-${{kind}}`, `blood-${{kind}}-deep`]) {{
                pairs.push([`stream-${{kind}}`, blood, 3], ["ink", blood, 4.5], [line, blood, 4.5],
                    ["muscle-edge", blood, 3]);
            }}
        }}
        const seen = pairs.map(([a, b, least]) => [a, b, contrast(c[a], c[b]), least]);
        return seen.filter(([, , found, least]) => !(found >= least));""")


@claim
def curvesOfOneDiagramDifferInMoreThanColour():
    shown = scene(400)
    inks = run(shown, "return t.scene.inks;")
    for names in [["lv", "ao", "la"], ["flow", "ao", "leak"], ["la", "pa", "rv", "ra"], ["lv", "ghost"]]:
        forms = [json.dumps([inks[name]["dash"], inks[name].get("double", False)]) for name in names]
        expect_equal(len(set(forms)), len(forms), names)


RECORD = """
    const texts = [];
    const own = CanvasRenderingContext2D.prototype.fillText;
    CanvasRenderingContext2D.prototype.fillText = function (text, x, y) {
        const m = this.getTransform();
        const wide = this.measureText(text).width;
        const from = { center: 0.5, right: 1, end: 1 }[this.textAlign] ?? 0;
        const size = parseFloat(/([\\d.]+)px/.exec(this.font)[1]);
        texts.push({ text, size: size * m.a / devicePixelRatio, left: x - from * wide, right: x + (1 - from) * wide,
            top: y - 0.72 * size, bottom: y + 0.1 * size });
        own.call(this, text, x, y);
    };"""


def judgeLetters(texts, width, where):
    expect(len(texts) > 2, where, "says nothing")
    for one in texts:
        expect(one["size"] >= 12, where, "small letters", one)
        expect(one["left"] > -1.5 and one["right"] < width + 1.5, where, "cut", one)
    for i, a in enumerate(texts):
        for b in texts[:i]:
            wide = min(a["right"], b["right"]) - max(a["left"], b["left"])
            high = min(a["bottom"], b["bottom"]) - max(a["top"], b["top"])
            expect(wide <= 2 or high <= 2 or a["text"] == b["text"], where, "one over the other:", a, b)


@claim
def lettersAreLargeEnoughWholeAndApart():
    for width in [340, 360, 740, 1400]:
        shown = scene(max(width, 500))
        for name in ELEMENTS:
            for heart in ["flail", "dilated", "rupture"] if name == "mitral-heart" else ["flail"]:
                pictures = run(shown, f"""{RECORD}
                    const pictures = [];
                    try {{
                        const element = await t.make("{name}", "{heart}", {{ width: {width} }});
                        for (const time of [0.05, 0.2, 0.32, 0.45, 0.6, 0.86]) {{
                            texts.length = 0;
                            element.time = time;
                            element.restyle();
                            await t.settle();
                            pictures.push([...texts]);
                        }}
                        element.remove();
                    }} finally {{ CanvasRenderingContext2D.prototype.fillText = own; }}
                    return pictures;""")
                for place, texts in enumerate(pictures):
                    judgeLetters(texts, width, f"{name}, {heart}, {width}, picture {place}:")


@claim
def framesTakeLessThanSixteenMilliseconds():
    shown = scene(1440)
    run(shown, """for (const [name, width] of [["mitral-heart", 640], ["mitral-wiggers", 480], ["mitral-loop", 310]]) {
            const element = await t.make(name, "flail", { width, follow: true });
            element.style.setProperty("float", "left");
        }
        t.clock.play();""")
    time.sleep(1)
    run(shown, "t.clock.resetFrames();")
    shown.until("t.clock.frames.count >= 120", 40)
    frames = run(shown, "return t.clock.frames;")
    print("  work in a frame, ms:", {key: round(frames[key], 1) for key in ["median", "p95"]},
          "between frames:", {key: round(value, 1) for key, value in frames["between"].items()})
    expect(0 < frames["median"] <= 16, frames)


@claim
def theTextAlternativeChangesWithTheBeatAndNotWithTheFrame():
    shown = scene(800)
    for name in ELEMENTS:
        seen = run(shown, f"""
            const element = await t.make("{name}", "flail", {{ follow: true }});
            const image = element.matches("[role=img]") ? element : element.querySelector("[role=img]");
            let changes = 0;
            const watch = new MutationObserver((list) => {{ changes += list.length; }});
            watch.observe(image, {{ attributes: true, attributeFilter: ["aria-label"] }});
            t.clock.play();
            await new Promise((done) => setTimeout(done, 200));
            const within = changes;
            const first = image.getAttribute("aria-label");
            if ("sound" in element) element.sound = await t.listen("healthy");
            element.beat = await t.beat("healthy");
            const second = image.getAttribute("aria-label");
            const told = element.describe();
            element.remove();
            return {{ within, first, second, told }};""")
        expect_equal(seen["within"], 0, name)
        expect(seen["told"] in seen["second"] and len(seen["told"]) > 20, name, seen)
        expect(seen["first"] != seen["second"] or name == "mitral-stethoscope", name, "tells no other heart apart", seen)


LABELS = {
    "mitral-heart": ["LV", "LA", "RV", "RA", "Ao", "PA", "rich in oxygen", "poor in oxygen", "5 cm"],
    "mitral-wiggers": ["Pressure (mmHg)", "Volume (mL)", "Flow (mL/s)", "leak", "systole", "mitral closes",
                       "Time after ventricular activation (s)"],
    "mitral-loop": ["LV volume (mL)", "LV pressure (mmHg)", "healthy"],
    "mitral-doppler": ["m/s", "ECG"],
    "mitral-catheter": ["Wedge", "PA", "RV", "RA", "LA and LV", "v"],
    "mitral-phonocardiogram": ["S1", "S2", "murmur"],
    "mitral-stethoscope": ["Apex", "Axilla", "Base"],
}


@claim
def everyPictureIsAWholeSVGAndAPNG():
    shown = scene(900)
    for name in ELEMENTS:
        svg, png, size = run(shown, f"""
            const element = await t.make("{name}", "flail");
            element.time = 0.3;
            const svg = element.svg();
            const bytes = new Uint8Array(await (await element.png(2)).arrayBuffer());
            const letters = Array.from(bytes.subarray(0, 32), (b) => String.fromCharCode(b)).join("");
            const size = [element.size.width, element.size.height];
            element.remove();
            return [svg, btoa(letters), size];""")
        root = xml.etree.ElementTree.fromstring(svg)
        texts = [one.text for one in root.iter("{http://www.w3.org/2000/svg}text")]
        expect_equal([label for label in LABELS[name] if label not in texts], [], name)
        expect(root.find("{http://www.w3.org/2000/svg}desc").text, name, "no description")
        expect("http" not in svg.replace("http://www.w3.org/2000/svg", ""), name, "asks for something from elsewhere")
        svg = re.sub(r'href="data:[^"]*"', "", svg)
        expect("NaN" not in svg and "undefined" not in svg, name, "has numbers that are none")
        head = base64.b64decode(png)
        expect_equal(head[:8], b"\x89PNG\r\n\x1a\n", name)
        found = [int.from_bytes(head[at:at + 4], "big") for at in (16, 20)]
        expect_equal(found, [2 * one for one in size], name)


@claim
def axeFindsNothingInTheElements():
    for dark in [False, True]:
        shown = scene(800, dark)
        run(shown, f"""document.title = "Scene";
            const main = document.createElement("main");
            const heading = document.createElement("h1");
            heading.textContent = "Scene";
            heading.style.setProperty("color", "{'#fff' if dark else '#000'}");
            main.append(heading);
            document.body.append(main);
            for (const name of {json.dumps(ELEMENTS)}) main.append(await t.make(name, "flail"));""")
        expect_equal(shown.axe(), [], f"dark {dark}")


@claim
def nothingIsComplainedAbout():
    shown = scene(800)
    run(shown, f"""for (const name of {json.dumps(ELEMENTS)}) {{
            const element = await t.make(name, "prolapse", {{ follow: true }});
            element.beat = null;
            element.beat = {{ status: "diverged", message: "x" }};
            await t.settle();
            element.beat = await t.beat("rupture");
        }}
        t.clock.play();
        await new Promise((done) => setTimeout(done, 300));""")
    faults = [one for one in shown.complaints() if "favicon" not in json.dumps(one)]
    expect_equal(faults, [])
    expect_equal([one for one in browser().fetched() if not one.startswith((SITE.address, "about:"))], [])
