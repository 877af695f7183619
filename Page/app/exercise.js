// An exercise test: upright on a cycle, rising loads up to where the body stops; and each load as a heart to look at.

import { fill, h, notify } from "./dom.js";
import { spec } from "./figures.js";
import { plot } from "./plot.js";
import { withField } from "./settings.js";
import { number, unitShown } from "./units.js";

const PLOTS = ["HR", "CO", "LAPmean", "PASP", "RVol"];
const COLUMNS = ["HR", "SBP", "CO", "FSV", "LAPmean", "PASP", "EROA", "RVol"];
const ENDS = {
  "left-atrial-pressure": (test) => `left atrial pressure reaches ${number(test.atrialLimit, 0)} mmHg: breathless`,
  output: () => "the heart cannot send out what the muscles ask for: tired out",
  "arterial-pressure": () => "arterial pressure falls",
  "heart-rate": () => "the heart rate is at the age's greatest: a healthy end",
};
const SYMPTOMS = {
  fatigue: "fatigue", "exertional-dyspnoea": "breathless on exertion", "rest-dyspnoea": "breathless at rest",
  orthopnoea: "breathless lying flat", "nocturnal-dyspnoea": "breathless at night", palpitations: "palpitations",
};

/** Runs the test, and remembers whose it is; tells `change`. */
export class Exercise extends EventTarget {
  test = null;
  of = null;
  running = false;

  constructor(app) {
    super();
    this.app = app;
    app.store.addEventListener("change", () => this.test && this.dispatchEvent(new Event("change")));
  }

  /** The settings without what the test itself asks of the body. */
  get #resting() { return withField(this.app.store.settings, "loads", []); }

  /** Whether the heart was changed since. */
  get isOutdated() { return Boolean(this.test) && JSON.stringify({ ...this.of, name: "" }) !== JSON.stringify({ ...this.#resting, name: "" }); }

  async run() {
    const settings = this.#resting;
    this.running = true;
    this.dispatchEvent(new Event("change"));
    try {
      const test = await this.app.engine.exercise(settings);
      if (test.message) notify(`No exercise test: ${test.message}`, "fault");
      else [this.test, this.of] = [test, settings];
    } catch (error) {
      notify(`No exercise test: ${error.message}`, "fault");
    }
    this.running = false;
    this.dispatchEvent(new Event("change"));
  }

  /** The heart at one of its loads, upright on the cycle. */
  look(step) {
    const { store } = this.app;
    store.change(`Exercise, ${number(step.power, 0)} W`, withField(store.settings, "loads",
      [{ kind: "upright" }, ...(step.uptake > 1 ? [{ kind: "exercise", uptake: Number(step.uptake.toPrecision(12)) }] : [])]));
  }

  /** In two sentences. */
  get words() {
    const { test } = this;
    const share = number((100 * test.capacity) / test.expected, 0);
    const complaints = test.symptoms.map((one) => SYMPTOMS[one.kind] ?? one.kind);
    return [
      `Ends at ${number(test.capacity, 1)} METs (${number(test.power, 0)} W, ${share} % of what is expected for age, sex and size): ${ENDS[test.endedBy](test)}.`,
      `NYHA class ${test.nyha}${test.isBreathlessAtRest ? ", breathless at rest" : ", by what can be done"}. ${complaints.length ? `Complaints: ${complaints.join(", ")}.` : "No complaints follow from it."}`,
    ];
  }
}

/** The button among the controls. */
export function exerciseControl(app) {
  const button = h("button", { type: "button", id: "run-exercise", onclick: () => app.exercise.run() });
  const note = h("p", { class: "meaning", role: "status" });
  const sync = () => {
    const { running, isOutdated, test } = app.exercise;
    button.textContent = running ? "The test is running …" : isOutdated ? "Run the exercise test again" : "Run an exercise test";
    note.textContent = test && !running ? `${isOutdated ? "Of the heart before: " : ""}${app.exercise.words[0]}` : "Upright on a cycle, to where the body stops; the results stand below the heart.";
  };
  app.exercise.addEventListener("change", sync);
  sync();
  return { node: h("div", { class: "control" }, button, note), sync };
}

/** The block below the scene. */
export function showExercise(app, element) {
  const { exercise } = app;
  if (!exercise.test) {
    element.replaceChildren();
    return;
  }
  const { test } = exercise;
  const axis = { from: 0, to: test.steps.at(-1).power, per: 1, name: "W", say: (power) => `${number(power, 0)} W` };
  const points = (id) => test.steps.map((step) => ({ x: step.power, value: step.findings[id] }));
  const digits = (id) => Math.min(spec(app, id).digits ?? 0, 2);
  fill(element, h("h3", {}, "Exercise test"),
    exercise.isOutdated ? h("p", { class: "hint" }, "The heart was changed since: this test is of the heart before.") : null,
    exercise.words.map((text) => h("p", {}, text)),
    h("div", { class: "plots" }, PLOTS.map((id) => {
      const { title, unit, shownUnit } = spec(app, id);
      return h("figure", {}, h("figcaption", {}, `${title}, ${shownUnit}`), plot({ title, unit, points: points(id), axis, marks: [test.power] }));
    })),
    h("p", { class: "hint" }, "Dashed: where the body stops. Loads beyond it show what would be asked."),
    h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": "The loads of the exercise test" }, h("table", { class: "differences", id: "exercise-table" },
      h("thead", {}, h("tr", {}, ["Load", "METs", ...COLUMNS.map((id) => `${id} (${unitShown(spec(app, id).unit)})`), "Look at it"].map((text) => h("th", { scope: "col" }, text)))),
      h("tbody", {}, test.steps.map((step, place) => {
        const name = place === 0 ? "standing" : `${number(step.power, 0)} W`;
        return h("tr", {}, h("th", { scope: "row" }, name, step.uptake > test.capacity ? h("span", { class: "short" }, " beyond the end") : null),
          h("td", {}, number(step.uptake, 1)), COLUMNS.map((id) => h("td", {}, number(step.findings[id], digits(id)))),
          h("td", {}, h("button", { type: "button", class: "small", disabled: exercise.isOutdated, "aria-label": `Show the heart at this load: ${name}`, onclick: () => exercise.look(step) }, "Show")));
      })))));
}
