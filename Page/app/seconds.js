// What passes within a minute, by the second: a manoeuvre beside the scene that plays it, with its moments by name.

import { fill, h } from "./dom.js";
import { spec } from "./figures.js";
import { plot } from "./plot.js";
import { number, unitShown } from "./units.js";

const PLOTS = ["HR", "SBP", "LAPmean", "FSV", "RVol"];
const COLUMNS = ["HR", "SBP", "DBP", "MAP", "LAPmean", "FSV", "RVol"];
const CAUSES = {
  rest: "before it begins", I: "the strain presses the arteries", "II early": "little blood returns", "II late": "the vessels tighten",
  III: "the strain ends", IV: "blood returns into tight vessels", recovered: "the end of what is shown",
  "lowest pressure": "blood has sunk", "after a minute": "the reflexes hold the pressure",
};

/** A change against rest in words, where there is one. */
function change(name, before, after, share) {
  const by = (after - before) / before;
  return Math.abs(by) < share ? null : `${name} ${by > 0 ? "above" : "below"} rest`;
}

/** What a moment is, and what the heart does at it: said by its own numbers. */
function meaning(phase, { findings }, place, rest) {
  const seen = phase.name === "rest" ? [] : [
    change("pressure", findings.MAP[rest], findings.MAP[place], 0.03), change("rate", findings.HR[rest], findings.HR[place], 0.03),
  ].filter(Boolean);
  return [CAUSES[phase.name], seen.join(", ")].filter(Boolean).join(": ");
}

/** Seconds from the beginning of the manoeuvre, in words. */
export function secondText(time) {
  return time < 0 ? `${number(-time, 0)} s before` : `${number(time, 0)} s`;
}

/** The place of the beat that beats at a time of the record. */
function beatAt(seconds, time) {
  const place = seconds.time.findIndex((end) => end > time - seconds.lead);
  return place < 0 ? seconds.time.length - 1 : place;
}

/** The block below the scene: plots with a line that moves, what is now, and a table of the moments. */
export class Seconds {
  constructor(clock) {
    this.clock = clock;
    this.node = h("div", { class: "block seconds" });
    clock.addEventListener("frame", () => this.#follow());
  }

  show(app, beat) {
    this.seconds = beat.seconds;
    const { seconds } = this;
    const title = app.engine.catalogue.loads.find((one) => one.identifier === seconds.load)?.title ?? seconds.load;
    const end = seconds.time.at(-1);
    const axis = { from: -seconds.lead, to: end, per: 1, name: "seconds", say: secondText };
    const marks = seconds.strain ? [0, Math.min(seconds.strain, end)] : [0];
    this.now = h("p", { class: "now-words" });
    fill(this.node, h("h3", {}, `${title}, by the second`),
      seconds.isComplete ? null : h("p", { class: "trouble" }, `The model loses this heart after ${number(end, 0)} s: it is emptied further than its walls can follow. A lighter strain may be borne.`),
      h("p", { class: "hint" }, "The scene plays it in its own time, sound included, and begins again. The slider above the heart goes to any second. The left atrium's pressure is told against that in the chest. Figures and criteria below are those at rest, before it."),
      this.now,
      h("div", { class: "plots" }, PLOTS.map((id) => {
        const { title: name, unit, shownUnit } = spec(app, id);
        const points = Array.from(seconds.time, (x, place) => ({ x, value: seconds.findings[id][place] }));
        return h("figure", {}, h("figcaption", {}, `${name}, ${shownUnit}`), plot({ title: name, unit, points, axis, marks, at: axis.from }));
      })),
      h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": `The moments of ${title}` }, this.#table(app, seconds)),
      Number.isFinite(seconds.rateRatio) ? h("p", {}, `Valsalva ratio, the fastest rate of the strain over the slowest after it: ${number(seconds.rateRatio, 2)}.`) : null);
    this.lines = [...this.node.querySelectorAll("svg.plot")].map((svg) => ({ line: svg.querySelector(".now"), from: Number(svg.dataset.from), to: Number(svg.dataset.to) }));
    this.shown = null;
    this.#follow();
  }

  #table(app, seconds) {
    const placeOf = (phase) => seconds.time.findIndex((time) => Math.abs(time - phase.time) < 1e-6);
    const rest = placeOf(seconds.phases[0]);
    return h("table", { class: "differences", id: "moments" },
      h("thead", {}, h("tr", {}, ["Moment", "At", ...COLUMNS].map((text) => h("th", { scope: "col" }, app.findingSpecs.has(text) ? `${text} (${unitShown(spec(app, text).unit)})` : text)))),
      h("tbody", {}, seconds.phases.map((phase) => {
        const place = placeOf(phase);
        return h("tr", {},
          h("th", { scope: "row" }, phase.name, h("span", { class: "meaning" }, meaning(phase, seconds, place, rest))),
          h("td", {}, h("button", { type: "button", class: "small", "aria-label": `Go to ${phase.name}, ${secondText(phase.time)}`, onclick: () => this.go(place) }, secondText(phase.time))),
          COLUMNS.map((id) => h("td", {}, number(seconds.findings[id][place], 0))));
      })));
  }

  /** Goes to the beginning of a beat. */
  go(place) {
    this.clock.time = (place > 0 ? this.seconds.time[place - 1] : -this.seconds.lead) + this.seconds.lead;
  }

  hide() {
    this.seconds = null;
    this.node.replaceChildren();
  }

  /** The line in the plots and the figures of the beat that beats; some times a second are enough. */
  #follow() {
    if (!this.seconds || !this.node.isConnected) return;
    const time = this.clock.time;
    if (this.shown !== null && Math.abs(time - this.shown) < 0.1) return;
    this.shown = time;
    const { seconds } = this;
    const share = time / (seconds.time.at(-1) + seconds.lead);
    for (const { line, from, to } of this.lines) {
      const x = from + Math.min(share, 1) * (to - from);
      line.setAttribute("x1", x);
      line.setAttribute("x2", x);
    }
    const place = beatAt(seconds, time);
    const value = (id) => number(seconds.findings[id][place], 0);
    const text = `${secondText(time - seconds.lead)}: heart rate ${value("HR")}, pressure ${value("SBP")}/${value("DBP")} mmHg, left atrium ${value("LAPmean")} mmHg, forward ${value("FSV")} mL, back ${value("RVol")} mL.`;
    if (this.now.textContent !== text) this.now.textContent = text;
  }
}
