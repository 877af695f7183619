// The scene as a whole: the same beat in every element, the ghost behind it, motion, and the words in place of the picture.

import { capital, fill, fresh, h } from "./dom.js";
import { secondText } from "./seconds.js";
import { tabSet } from "./tabs.js";

const RATES = [[1, "1×"], [0.5, "½×"], [0.25, "¼×"], [0.1, "⅒×"]];
const SCREENS = [
  ["wiggers", "Wiggers", "mitral-wiggers"], ["loop", "Loop", "mitral-loop"], ["doppler", "Doppler", "mitral-doppler"],
  ["catheter", "Catheter", "mitral-catheter"], ["sound", "Sound", "mitral-phonocardiogram"],
];

/** Holds the elements of the scene; `show` gives all of them a beat. */
export class Stage {
  constructor({ clock, listening }) {
    this.clock = clock;
    this.elements = { heart: document.getElementById("heart") };
    this.words = h("p", { class: "told" });
    this.screenWords = h("p", { class: "told" });
    this.ghostWanted = true;
    const small = matchMedia("(max-width: 45.99rem) and (min-height: 42rem)");
    const compact = () => this.elements.heart.toggleAttribute("compact", small.matches);
    // Where the heart stays in sight above the controls, what has the focus is scrolled to below it.
    const stage = document.getElementById("stage");
    const covered = () => {
      const stays = small.matches && getComputedStyle(stage).position === "sticky";
      document.documentElement.style.scrollPaddingTop = stays ? `${stage.offsetHeight + 12}px` : "";
    };
    small.addEventListener("change", () => { compact(); covered(); });
    compact();
    new ResizeObserver(covered).observe(stage);
    this.#transport();
    this.#screens(listening);
    for (const element of Object.values(this.elements)) element.clock = clock;
    this.elements.doppler.addEventListener("window", () => this.refresh());
  }

  #transport() {
    const { clock } = this;
    this.play = h("button", { type: "button", id: "play", onclick: () => (clock.playing ? clock.pause() : clock.play()) });
    const id = fresh("rate");
    const rate = h("select", { id, onchange: () => { clock.rate = Number(rate.value); } },
      RATES.map(([value, text]) => h("option", { value }, text)));
    this.ghostBox = h("input", { type: "checkbox", id: "ghost", ".checked": true, onchange: () => { this.ghostWanted = this.ghostBox.checked; this.refresh(); } });
    this.ghostText = h("span", {}, "Healthy behind");
    fill(document.getElementById("transport"), this.play,
      h("label", { for: id }, h("span", { class: "speed" }, "Speed "), rate), h("label", { for: "ghost" }, this.ghostBox, this.ghostText), this.#moment());
    const follow = () => {
      this.play.textContent = clock.playing ? "❚❚ Pause" : "▶ Play";
      if (RATES.some(([value]) => value === clock.rate)) rate.value = String(clock.rate);
    };
    clock.addEventListener("change", follow);
    follow();
  }

  /** Where many beats follow one another: a slider to any of their seconds. */
  #moment() {
    const { clock } = this;
    const slider = h("input", { type: "range", id: "moment", min: 0, step: 0.1, "aria-label": "Second that is shown", oninput: () => { clock.time = Number(slider.value); } });
    const told = h("span", { class: "moment-words", "aria-hidden": "true" });
    this.moment = h("span", { class: "moment", hidden: true }, slider, told);
    let shown = -1;
    const follow = () => {
      if (this.moment.hidden || Math.abs(clock.time - shown) < 0.1) return;
      shown = clock.time;
      slider.value = shown;
      const lead = this.beat.seconds?.lead ?? 0;
      const text = this.beat.seconds ? secondText(shown - lead) : `${shown.toFixed(0)} s`;
      if (told.textContent === text) return;
      told.textContent = text;
      slider.setAttribute("aria-valuetext", text);
    };
    clock.addEventListener("frame", follow);
    this.showMoment = () => {
      this.moment.hidden = !(this.beat.beats?.length > 1);
      slider.max = Math.max(clock.span - 0.05, 0.1);
      shown = -1;
      follow();
    };
    return this.moment;
  }

  #screens(listening) {
    const tabs = SCREENS.map(([name, title, tag]) => {
      this.elements[name] = document.createElement(tag);
      return { name, title, content: h("div", { class: "screen" }, this.elements[name], name === "sound" ? listening : null) };
    });
    this.tabs = tabSet({ label: "Instruments", tabs, chosen: () => queueMicrotask(() => this.refresh()) });
    fill(document.getElementById("screens"), this.tabs.list, ...this.tabs.panels, this.screenWords);
    fill(document.getElementById("heart-words"), this.words);
    this.tabs.choose("wiggers");
  }

  /** Shows a beat, and behind it the healthy heart or the heart kept as A. */
  show(beat, ghost, ghostName = "healthy") {
    const isOther = beat !== this.beat;
    const begins = beat.seconds && beat.seconds.load !== this.beat?.seconds?.load;
    this.beat = beat;
    this.clock.span = beat.wave.count * beat.wave.step;
    if (begins) this.clock.time = 0;
    if (isOther) this.showMoment();
    this.ghost = ghost;
    this.ghostName = ghostName;
    this.ghostText.textContent = `${capital(ghostName)} behind`;
    this.refresh();
  }

  refresh() {
    if (!this.beat) return;
    for (const [name, element] of Object.entries(this.elements)) {
      if (name !== "heart" && name !== this.tabs.current) continue;
      const ghost = this.ghostWanted ? this.ghost ?? null : null;
      element.ghostName = this.ghostName;
      if (element.ghost !== ghost) element.ghost = ghost;
      if (element.beat !== this.beat) element.beat = this.beat;
    }
    const current = this.elements[this.tabs.current];
    fill(this.words, this.elements.heart.describe?.() ?? "");
    fill(this.screenWords, current.describe?.() ?? "");
  }

  /** What can be saved as a picture: [name, title, element], with the beat it would show. */
  pictures() {
    for (const element of Object.values(this.elements)) {
      if (this.beat && element.beat !== this.beat) element.beat = this.beat;
    }
    return [["heart", "Heart", this.elements.heart], ...SCREENS.map(([name, title]) => [name, title, this.elements[name]])];
  }
}
