// Hearing the heart: the stethoscope on the chest, start and stop, how loud; the sound follows every new beat.

import { fill, fresh, h, notify } from "./dom.js";

/** The controls of sound, beside the phonocardiogram. */
export class Listening {
  #asked = 0;

  constructor(app, sound) {
    this.app = app;
    this.sound = sound;
    this.site = app.engine.catalogue.sites?.[0]?.identifier ?? "apex";
    this.chest = document.createElement("mitral-stethoscope");
    this.chest.sites = app.engine.catalogue.sites;
    this.chest.site = this.site;
    this.chest.addEventListener("site", (event) => this.place(event.detail?.site ?? this.chest.site));
    const siteId = fresh("site");
    this.choice = h("select", { id: siteId, onchange: () => this.place(this.choice.value) },
      (app.engine.catalogue.sites ?? []).map((one) => h("option", { value: one.identifier }, one.title ?? one.identifier)));
    this.button = h("button", { type: "button", id: "listen", class: "primary", onclick: () => this.toggle() });
    this.state = h("p", { class: "hint", role: "status" });
    const volumeId = fresh("volume");
    this.volume = h("input", { type: "range", id: volumeId, min: 0, max: 1, step: 0.05, value: sound.volume, oninput: () => { sound.volume = Number(this.volume.value); } });
    this.node = h("div", { class: "listening" }, this.chest,
      h("div", { class: "listening-controls" }, this.button,
        h("label", { for: siteId }, h("span", {}, "Stethoscope at "), this.choice), h("label", { for: volumeId }, h("span", {}, "Volume "), this.volume), this.state));
    sound.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  #follow() {
    fill(this.state, this.sound.state.words ?? "");
    fill(this.button, this.sound.state.playing ? "■ Stop listening" : "♪ Listen");
    this.button.setAttribute("aria-pressed", String(Boolean(this.sound.state.playing)));
  }

  place(site) {
    this.site = site;
    this.choice.value = site;
    if (this.chest.site !== site) this.chest.site = site;
    if (this.sound.state.playing) this.start();
    else this.refresh();
  }

  toggle() {
    if (this.sound.state.playing) this.sound.stop();
    else this.start();
  }

  /** The sound of the heart that is shown. */
  sample(duration = 6) {
    const { app, site } = this;
    const point = app.shownPoint();
    const place = app.years.points.indexOf(point);
    // A day of a lesson has no engine behind it any more: its heart's first day is heard.
    return place >= 0 && app.years.course ? app.years.course.sound(place, { site, duration }) : app.engine.sound(app.shownSettings(), { site, duration });
  }

  async start() {
    this.#asked += 1;
    const number = this.#asked;
    try {
      const heard = await this.sample();
      if (number !== this.#asked || !heard) return;
      this.sound.load(heard);
      await this.sound.start();
      this.#picture(heard);
    } catch (error) {
      notify(`No sound: ${error.message}`, "fault");
    }
  }

  /** A new beat: what is heard and drawn follows it. */
  async refresh() {
    if (this.sound.state.playing) { this.start(); return; }
    this.#asked += 1;
    const number = this.#asked;
    const heard = await this.sample().catch(() => null);
    if (heard && number === this.#asked) this.#picture(heard);
  }

  #picture(heard) {
    const drawn = this.app.stage?.elements.sound;
    if (drawn) drawn.sound = heard;
    if (this.app.stage) this.app.stage.elements.wiggers.sound = heard;
  }
}
