"""The scene's instruments: what Doppler shows, where the stethoscope is put, what is heard and when."""

import json
import time

from claims import claim, expect, expect_equal
from claims_heard import HEARTS, listened, settings
from scene_page import run, scene


@claim
def dopplerShowsTheSpeedsThatAreFound():
    shown = scene(800)
    seen = run(shown, """
        const element = await t.make("mitral-doppler", "flail");
        const out = {};
        for (const name of ["mitralJet", "mitralInflow", "outflowTract", "pulmonaryVein", "tricuspidJet"]) {
            element.window = name;
            const { values } = element.plan.window;
            out[name] = [Math.min(...values), Math.max(...values)];
        }
        return { out, found: element.beat.findings };""")
    out, found = seen["out"], seen["found"]
    expect(abs(-out["mitralJet"][0] / found["MRVmax"] - 1) < 0.06, "jet", out, found["MRVmax"])
    expect(abs(out["mitralInflow"][1] / found["E"] - 1) < 0.02, "E", out, found["E"])
    expect(abs(-out["tricuspidJet"][0] / found["TRVmax"] - 1) < 0.06, "TR", out, found["TRVmax"])
    away, toward = out["outflowTract"]
    expect(0.4 < -away < 1.8 and toward < 0.3, "outflow goes away from the probe", out)
    shown.click("[data-window=mitralInflow]")
    shown.press("ArrowRight")
    expect_equal(run(shown, "return document.querySelector('mitral-doppler').window;"), "outflowTract", "arrow key")


@claim
def theStethoscopeIsMovedByKeysAndByThePointer():
    shown = scene(700)
    run(shown, """const element = await t.make("mitral-stethoscope", "flail");
        element.sites = t.engine.catalogue.sites;
        window.heard = [];
        element.addEventListener("site", (event) => heard.push(event.detail.site));""")
    buttons = run(shown, "return document.querySelectorAll('[role=radio]').length;")
    expect_equal(buttons, run(shown, "return t.engine.catalogue.sites.length;"), "places")
    places = {}
    for site in ["apex", "axilla", "base"]:
        places[site] = run(shown, f"""const box = document.querySelector("[data-site={site}]").getBoundingClientRect();
            return [box.x + box.width / 2, box.y + box.height / 2];""")
    shown.drag(places["apex"], places["base"])
    expect_equal(run(shown, "return heard;"), ["base"], "dragged")
    shown.click("[data-site=apex]")
    shown.press("ArrowRight")
    expect_equal(run(shown, "return heard;"), ["base", "apex", "axilla"], "clicked, and moved by key")
    expect_equal(run(shown, "return document.activeElement.getAttribute('aria-checked');"), "true")


# Takes up what leaves for the speaker, and finds where in the loop it is: how like it is, and how late against the clock.
LISTEN = """
    const ear = t.sound.context.createAnalyser();
    ear.fftSize = 8192;
    t.sound.output.connect(ear);
    await new Promise((done) => setTimeout(done, 600));
    // A stretch of systole, where there is something to hear.
    const { activation, moments, cycle } = t.beats.flail;
    while (Math.abs(t.clock.time - activation - moments.aorticClosure) > 0.03) await new Promise(requestAnimationFrame);
    const taken = new Float32Array(ear.fftSize);
    ear.getFloatTimeDomainData(taken);
    const now = t.clock.time;
    const { rate, samples } = t.sounds.flail;
    const step = t.sound.context.sampleRate / rate;
    const part = Float32Array.from({ length: Math.floor(taken.length / step) }, (_, i) => taken[Math.floor(i * step)]);
    const own = part.reduce((sum, v) => sum + v * v, 0);
    let best = { likeness: -1 };
    for (let at = 0; at < samples.length; at += 1) {
        let [both, other] = [0, 0];
        for (let i = 0; i < part.length; i += 1) {
            const v = samples[(at + i) % samples.length];
            both += v * part[i];
            other += v * v;
        }
        const likeness = both / Math.sqrt(own * other + 1e-30);
        if (likeness > best.likeness) best = { likeness, end: (at + part.length) / rate };
    }
    const late = (((now - best.end) % cycle) + cycle) % cycle;
    return { likeness: best.likeness, late: late > cycle / 2 ? late - cycle : late };"""


@claim
def theSoundLoopsWholeBeatsWithTheMurmurAndInStep():
    shown = scene(800)
    run(shown, """t.sound = new t.scene.Sound(t.clock);
        const button = document.createElement("button");
        button.id = "sound";
        button.textContent = "sound";
        button.addEventListener("click", () => t.sound.start());
        document.body.append(button);
        t.clock.span = (await t.beat("flail")).cycle;
        t.clock.play();
        t.sound.load(await t.listen("flail"));""")
    expect_equal(run(shown, "return [t.sound.context, t.sound.state.playing];"), [None, False], "before a gesture")
    shown.click("#sound")
    shown.until("t.sound.state.playing", 10)
    time.sleep(1.5)
    seen = run(shown, """
        const band = (samples, rate, low, high) => {
            // Energy of a band, by sums over its frequencies.
            let energy = 0;
            for (let f = low; f < high; f += 4) {
                let [re, im] = [0, 0];
                for (let i = 0; i < samples.length; i += 1) {
                    const w = 2 * Math.PI * f * i / rate;
                    re += samples[i] * Math.cos(w);
                    im += samples[i] * Math.sin(w);
                }
                energy += re * re + im * im;
            }
            return energy;
        };
        const played = t.sound.buffer.getChannelData(0);
        const [ill, well] = [await t.listen("flail"), await t.listen("healthy")];
        const cycle = t.beats.flail.cycle;
        const part = (sound, beat) => {
            const m = beat.moments;
            const at = (time) => Math.round((beat.activation + time) * sound.rate);
            return sound.samples.subarray(at(m.mitralClosure + 0.1), at(m.aorticClosure - 0.03));
        };
        const [a, b] = [part({ samples: played, rate: ill.rate }, t.beats.flail), part(well, t.beats.healthy)];
        return { beats: t.sound.buffer.duration / cycle, rate: [t.sound.buffer.sampleRate, ill.rate],
            same: played.length === ill.samples.length && played.every((v, i) => v === ill.samples[i]),
            murmur: band(a, ill.rate, 100, 600) / a.length, silence: band(b, well.rate, 100, 600) / b.length,
            drift: t.sound.drift };""")
    expect(abs(seen["beats"] - round(seen["beats"])) < 1e-3 and seen["beats"] > 1.5, "whole beats", seen)
    expect(seen["same"], "other samples than the engine's", seen["rate"])
    expect(seen["murmur"] > 10 * seen["silence"], "no murmur", seen)
    expect(abs(seen["drift"]) < 0.08, "not in step", seen["drift"])
    heard = run(shown, LISTEN)
    expect(heard["likeness"] > 0.8, "what leaves the speaker is not the sound at its own speed", heard)
    expect(abs(heard["late"]) < 0.1, "what leaves the speaker is not in step", heard)
    for change, playing, words in [("clock.pause()", False, "waits"), ("clock.play()", True, "Sound on"),
                                   ("clock.rate = 0.25", False, "too slow"), ("clock.rate = 0.5", True, "octave lower"),
                                   ("sound.stop()", False, "off")]:
        state = run(shown, f"t.{change}; return t.sound.state;")
        expect(state["playing"] == playing and words in state["words"], change, state)


@claim
def thePictureNamesWhatIsHeardAndNothingElse():
    shown = scene(900)
    for name in HEARTS:
        texts, told, sentences = run(shown, f"""
            const settings = {json.dumps(settings(name))};
            const element = await t.make("mitral-phonocardiogram", "healthy");
            element.beat = await t.engine.beat(settings);
            element.sound = await t.engine.sound(settings, {{ site: "apex", duration: 3 }});
            await t.settle();
            const texts = [...element.svg().matchAll(/<text[^>]*>([^<]*)</g)].map((one) => one[1]);
            const out = [texts, element.describe(), element.sound.sentences];
            element.remove();
            return out;""")
        wanted = listened(name, "apex")["heard"]
        heard = {one["id"] for one in wanted["sounds"] if one["heard"]}
        murmurs = {one["id"] for one in wanted["murmurs"] if one["gradeHere"] > 0}
        signs = {"M1": "S1", "A2": "S2", "S3": "S3", "S4": "S4", "click": "click", "opening-snap": "OS"}
        for kind, sign in signs.items():
            expect_equal(sign in texts, kind in heard, f"{name}: {sign}")
        expect(all(sentence in told for sentence in sentences), told)
        expect_equal("rumble" in texts, "mitral-flow" in murmurs, f"{name}: rumble")
        expect_equal("murmur" in texts, bool(murmurs - {"mitral-flow", "tricuspid-flow"}), f"{name}: murmur")
        expect_equal(bool(murmurs), name != "healthy", f"{name}: {murmurs}")
