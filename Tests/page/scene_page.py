"""A page with nothing but the scene's elements on it, hearts from the page's own engine.

    scene(width, dark, still)   opens it; `make(NAME, HEART, {…})` there makes an element, HEARTS are its hearts
"""

import json

from site_server import SITE, browser

HEARTS = {
    "healthy": [],
    "flail": [{"kind": "flail-leaflet", "orificeArea": 0.5}],
    "prolapse": [{"kind": "prolapse", "orificeArea": 0.4}],
    "rupture": [{"kind": "papillary-muscle-rupture", "orificeArea": 1}],
    "dilated": [{"kind": "ventricular-dilatation", "orificeArea": 0.3}],
    "rheumatic": [{"kind": "rheumatic", "orificeArea": 0.3, "openArea": 1.5}],
    "smallHole": [{"kind": "fixed-orifice", "orificeArea": 0.1}],
    "largeHole": [{"kind": "fixed-orifice", "orificeArea": 0.5}],
}
ELEMENTS = ["mitral-heart", "mitral-wiggers", "mitral-loop", "mitral-doppler", "mitral-catheter",
            "mitral-phonocardiogram", "mitral-stethoscope"]

PRELUDE = """(async () => {
  document.documentElement.lang = "en";
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "scene.css";
  document.head.append(sheet);
  // The browser shows the file's text: away with it.
  document.body.replaceChildren();
  document.body.style.setProperty("margin", "0");
  document.body.style.setProperty("background", DARK ? "#12171d" : "#ffffff");
  const scene = await import("./scene.js");
  const { Engine } = await import("../engine/engine.js");
  const engine = await Engine.start();
  const hearts = HEARTS;
  const settings = (name) => ({ version: 1, name, lesions: hearts[name] });
  const beats = {};
  const sounds = {};
  const t = window.t = { scene, engine, settings, clock: new scene.Clock(), beats, sounds };
  t.beat = async (name) => {
    beats[name] ??= await engine.beat(settings(name)).then((beat) => Object.assign(beat, { settings: settings(name) }));
    return beats[name];
  };
  t.listen = async (name) => {
    await t.beat(name);
    sounds[name] ??= await engine.sound(settings(name), { site: "apex", duration: 3 });
    return sounds[name];
  };
  t.settle = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  t.make = async (kind, heart, { width = innerWidth, follow = false } = {}) => {
    const element = document.createElement(kind);
    element.style.setProperty("width", `${width}px`);
    element.ghost = await t.beat("healthy");
    element.beat = await t.beat(heart);
    if ("sound" in element) element.sound = await t.listen(heart);
    document.body.append(element);
    t.clock.span = element.span;
    if (follow) element.clock = t.clock;
    await t.settle();
    return element;
  };
  t.pixels = (canvas) => canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height).data;
  t.hash = (element) => t.pixels(element.moving).reduce((sum, value, i) => (sum * 31 + value * (i % 977)) | 0, 7);
})()"""


def scene(width=1440, dark=False, still=False):
    """The browser with the empty page of this width."""
    shown = browser()
    shown.open(SITE.address + "scene/scene.css", width, 1000, dark, still)
    shown.ask(PRELUDE.replace("HEARTS", json.dumps(HEARTS)).replace("DARK", json.dumps(dark)))
    return shown


def run(shown, body):
    """The value of an async function's body in the page."""
    return shown.ask(f"(async () => {{ {body} }})()")
