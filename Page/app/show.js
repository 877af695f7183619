// What is seen of the beat before the reader: verdict, scene, figures, criteria, and the words for screen readers.

import { announce, fill, h } from "./dom.js";
import { showDifferences } from "./compare.js";
import { showExercise } from "./exercise.js";
import { showAdvice, showCriteria, showFigures } from "./figures.js";
import { spanText } from "./plot.js";
import { showFitted, warningOf } from "./fitted.js";
import { Seconds } from "./seconds.js";
import { judged } from "./heartbeat.js";
import { showVerdict, spoken } from "./verdict.js";
import { showYears } from "./years.js";

/** Listens to all that may change the picture, and draws it once a frame at most. */
export class Show {
  #asked = false;

  constructor(app) {
    this.app = app;
    const element = (id) => document.getElementById(id);
    Object.assign(this, { verdict: element("verdict"), trouble: element("trouble"), warning: element("warning"), below: element("below-mode"), findings: element("findings") });
    this.figures = h("div", { class: "block" });
    this.fitted = h("div", { class: "block", id: "fitted", hidden: true });
    this.criteria = h("div", { class: "block" });
    this.advice = h("div", { class: "block" });
    this.seconds = new Seconds(app.stage.clock);
    this.exercise = h("div", { class: "block" });
    fill(this.findings, this.seconds.node, this.exercise, this.figures, this.fitted, this.criteria, this.advice);
    const { heartbeat, store, years } = app;
    for (const event of ["beat", "trouble"]) heartbeat.addEventListener(event, () => this.all(true));
    for (const event of ["ghost", "predicted"]) heartbeat.addEventListener(event, () => this.all());
    store.addEventListener("kept", () => this.all());
    app.exercise.addEventListener("change", () => showExercise(app, this.exercise));
    for (const event of ["point", "day"]) years.addEventListener(event, () => { if (app.mode === "years") this.all(event === "day"); });
  }

  /** Draws at once what the scene shows, and the tables with it. */
  all(tell = false) {
    this.#tell ||= tell;
    if (this.#asked) return;
    this.#asked = true;
    queueMicrotask(() => {
      this.#asked = false;
      this.#draw();
    });
  }

  #tell = false;

  #draw() {
    const { app } = this;
    const beat = app.shownBeat();
    const { trouble } = app.heartbeat;
    this.trouble.hidden = !trouble;
    const shownTrouble = trouble ? `This heart does not beat. ${trouble} What you see is the last heart that did.` : "";
    if (this.trouble.textContent !== shownTrouble) this.trouble.textContent = shownTrouble;
    document.body.classList.toggle("in-trouble", Boolean(trouble));
    const warning = warningOf(app.shownSettings());
    this.warning.hidden = !warning;
    this.warning.textContent = warning ?? "";
    if (!beat) {
      if (trouble) announce(shownTrouble);
      return;
    }
    const { patient } = app.shownSettings();
    const sex = patient?.sex ?? "male";
    const point = app.shownPoint();
    const { kept } = app.store;
    const withA = kept && app.mode === "compare";
    app.stage.show(beat, withA ? kept.beat : app.ghost, withA ? "heart A" : "healthy");
    app.stage.elements.heart.toggleAttribute("data-stale", Boolean(trouble));
    if (warning) fill(this.verdict, h("strong", {}, "Not judged: this heart lacks the patient's leak"));
    else showVerdict(this.verdict, judged(beat), this.#mechanism(beat), point ? `After ${spanText(point.day)}` : beat.seconds ? "At rest, before it" : null);
    if (beat !== this.passing) {
      this.passing = beat;
      if (beat.seconds) this.seconds.show(app, beat);
      else this.seconds.hide();
    }
    if (app.mode !== "patient") {
      showFigures(app, this.figures, beat, sex);
      showFitted(app, this.fitted);
      showCriteria(app, this.criteria, judged(beat));
      showAdvice(this.advice, judged(beat));
    }
    if (app.mode === "compare") showDifferences(app, this.below, kept?.beat, app.heartbeat.beat, sex);
    else if (app.mode === "years") showYears(app, this.below, sex);
    else this.below.replaceChildren();
    if (beat !== this.heard && !app.years.timer) app.listening.refresh();
    this.heard = beat;
    if (this.#tell) announce(trouble ? shownTrouble : `${point ? `After ${spanText(point.day)}. ` : ""}${spoken(beat, app.mode === "patient" ? [] : app.engine.catalogue.findings)}`);
    this.#tell = false;
  }

  /** The stated lesion's own name, where one is stated. */
  #mechanism(beat) {
    const { lesions } = this.app.shownSettings();
    if (lesions?.length !== 1 || beat.severity?.grade === "none") return null;
    return this.app.engine.catalogue.lesions.find((one) => one.identifier === lesions[0].kind)?.title.toLowerCase() ?? null;
  }
}
