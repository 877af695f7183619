// The years: how long, what is given when; the course as it is computed, played, scrubbed, and drawn as plots.

import { numberControl } from "./controls.js";
import { announce, fill, fresh, h, notify, words } from "./dom.js";
import { normalRange, spec } from "./figures.js";
import { dayAxis, plot, spanText } from "./plot.js";
import { standards } from "./settings.js";
import { argumentControls } from "./cause.js";

const LENGTHS = [[30, "30 days"], [182.625, "6 months"], [365.25, "1 year"], [1826.25, "5 years"], [3652.5, "10 years"], [5478.75, "15 years"]];
const PLOTS = ["LVEF", "LVEDV", "LAVmax", "FSV", "LAPmean", "RVol"];
const CLASSES = ["I", "II", "III", "IV"];
const PLAY = 260; // ms from one day of the course to the next

/** Days to compute: close together at first, where much changes, then evenly; and each day on which something is given. */
export function daysOf(total, events) {
  const early = [0, 1, 3, 7, 14, 30, 60, 90, 135].filter((day) => day < total);
  const step = total > 3000 ? 182.625 : total > 300 ? total / 16 : total / 8;
  const even = [];
  for (let day = step; day < total + step / 2; day += step) even.push(Math.min(total, Number(day.toFixed(3))));
  const around = events.flatMap((event) => [event.day, event.day + 5]).filter((day) => day <= total);
  const all = [...new Set([...early, ...even, ...around])].sort((a, b) => a - b);
  return all.filter((day, place) => place === 0 || day - all[place - 1] > 0.5 || around.includes(day));
}

/** Tells `point` as the course grows and `day` when another day is shown. */
export class Years extends EventTarget {
  total = 3652.5;
  events = [];
  points = [];
  place = 0;
  running = null;

  constructor(app) {
    super();
    this.app = app;
  }

  /** What a link holds of it; nothing where nothing was asked. */
  said() {
    return this.points.length || this.events.length ? { total: this.total, events: this.events } : undefined;
  }

  take({ total, events }) {
    if (Number.isFinite(total) && total > 0 && total <= 36525) this.total = total;
    if (Array.isArray(events)) this.events = events.filter((event) => Number.isFinite(event?.day) && event.treatment?.kind);
    this.clear();
  }

  get point() { return this.points[this.place] ?? null; }

  clear() {
    this.running?.cancel?.();
    this.course?.cancel();
    this.running = null;
    this.course = null;
    this.points = [];
    this.place = 0;
    this.end = null;
    this.dispatchEvent(new Event("point"));
  }

  /** Follows the heart; the points come one by one. */
  async run() {
    this.clear();
    const { settings } = this.app.store;
    const events = this.events.filter((event) => event.day <= this.total).sort((a, b) => a.day - b.day);
    this.days = daysOf(this.total, events);
    const mine = { cancelled: false, cancel() { this.cancelled = true; this.course?.cancel?.(); } };
    this.running = mine;
    this.of = settings;
    this.dispatchEvent(new Event("point"));
    try {
      mine.course = this.app.engine.course(settings, { days: this.days, events }, (point) => this.#take(mine, point), { stays: true });
      this.course = mine.course;
      this.end = (await mine.course)?.message ?? null;
      if (this.end && !mine.cancelled) announce(this.end, 1500);
    } catch (error) {
      if (!mine.cancelled) notify(`The course ended: ${error.message}`, "fault");
    }
    if (this.running === mine) this.running = null;
    this.dispatchEvent(new Event("point"));
  }

  #take(mine, point) {
    if (mine.cancelled) return;
    this.points.push(point);
    this.place = this.points.length - 1;
    this.dispatchEvent(new Event("point"));
  }

  go(place) {
    this.place = Math.max(0, Math.min(this.points.length - 1, place));
    this.dispatchEvent(new Event("day"));
  }

  play() {
    if (this.timer) { this.stop(); return; }
    if (this.place >= this.points.length - 1) this.place = 0;
    this.timer = setInterval(() => {
      if (this.place >= this.points.length - 1) this.stop();
      else this.go(this.place + 1);
    }, PLAY);
    this.dispatchEvent(new Event("day"));
  }

  stop() {
    clearInterval(this.timer);
    this.timer = null;
    this.dispatchEvent(new Event("day"));
  }
}

/** The side panel: length, treatments on the way, run, play, scrub. */
export function yearsPanel(app) {
  const { years } = app;
  const node = h("div", { class: "panel-part" });
  const lengthId = fresh("length");
  const length = h("select", { id: lengthId, onchange: () => { years.total = Number(length.value); years.clear(); } },
    LENGTHS.map(([days, text]) => h("option", { value: days }, text)));
  const list = h("div", { class: "events" });
  const kindId = fresh("kind");
  const kind = h("select", { id: kindId }, app.engine.catalogue.treatments.map((one) => h("option", { value: one.identifier }, one.title)));
  const run = h("button", { type: "button", class: "primary", id: "run-years", onclick: () => (years.running ? years.clear() : years.run()) });
  const play = h("button", { type: "button", id: "play-years", onclick: () => years.play() });
  const scrub = h("input", { type: "range", id: "scrub", min: 0, step: 1, "aria-label": "Day of the course", oninput: () => scrubTo(Number(scrub.value)) });
  // Stopping shows the day that was reached, and moves the slider there: its own place is read before.
  const scrubTo = (place) => { years.stop(); years.go(place); };
  const day = h("p", { class: "day" });
  const progress = h("p", { class: "hint", role: "status" });
  fill(node,
    h("h3", {}, "The years"),
    h("p", { class: "hint" }, "What becomes of this heart: the blood volume answers within days, walls grow and weaken over months and years. The body's reflexes act throughout."),
    h("div", { class: "control choice" }, h("label", { for: lengthId }, "How long"), length),
    h("h4", {}, "Given on the way"), list,
    h("div", { class: "control choice" }, h("label", { for: kindId }, "Treatment"), h("div", { class: "row" }, kind,
      h("button", { type: "button", id: "add-event", onclick: () => addEvent() }, "Add"))),
    h("div", { class: "buttons" }, run, play), progress,
    h("div", { class: "scrub" }, scrub, day));

  function addEvent() {
    const entry = app.engine.catalogue.treatments.find((one) => one.identifier === kind.value);
    const first = years.total > 400 ? 365.25 * Math.max(1, Math.round(years.total / 365.25 / 2)) : years.total / 2;
    years.events.push({ day: Number(first.toFixed(2)), treatment: { kind: entry.identifier, ...standards(entry) } });
    years.clear();
    showEvents();
  }

  function showEvents() {
    const inYears = years.total > 700;
    const unit = inYears ? 365.25 : 1;
    fill(list, years.events.length ? years.events.map((event, place) => {
      const entry = app.engine.catalogue.treatments.find((one) => one.identifier === event.treatment.kind);
      const own = () => years.events[place];
      const changed = () => years.clear();
      return h("fieldset", {}, h("legend", {}, entry.title),
        numberControl({
          name: `event.${place}.day`, label: `${entry.title}: given after`, unit: inYears ? "y" : "d", minimum: 0, maximum: years.total / unit,
          read: () => Number((own().day / unit).toFixed(3)), said: () => true, step: inYears ? 0.25 : 1,
          write: (value) => { own().day = value * unit; changed(); }, reset: () => { own().day = years.total / 2; changed(); },
        }).node,
        ...argumentControls({
          entry, name: `event.${place}`, current: () => own()?.treatment,
          write: (values) => { Object.assign(own().treatment, values); changed(); },
        }).map((control) => control.node),
        h("button", { type: "button", class: "small", onclick: () => { years.events.splice(place, 1); years.clear(); showEvents(); kind.focus(); } }, `Take away: ${entry.title}`));
    }) : h("p", { class: "hint" }, "Nothing beyond what the heart has now."));
  }

  function sync() {
    if (![...length.options].some((option) => Number(option.value) === years.total)) length.append(h("option", { value: years.total }, spanText(years.total)));
    length.value = String(years.total);
    const outdated = years.points.length && years.of !== app.store.settings;
    run.textContent = years.running ? "Stop" : outdated ? "Run the years again" : "Run the years";
    play.textContent = years.timer ? "❚❚ Pause the years" : "▶ Play the years";
    play.disabled = years.points.length < 2;
    scrub.max = Math.max(0, years.points.length - 1);
    scrub.disabled = years.points.length < 2;
    scrub.value = years.place;
    const { point } = years;
    const text = point ? spanText(point.day) : "";
    scrub.setAttribute("aria-valuetext", text);
    day.textContent = point ? `After ${text}: NYHA ${point.nyha ?? "–"}` : "";
    progress.textContent = years.running ? `${years.points.length} of ${years.days.length} days …`
      : outdated ? "The heart was changed since: these years are of the heart before." : years.end ?? (years.points.length ? "" : "Not run yet.");
  }

  years.addEventListener("point", sync);
  years.addEventListener("day", sync);
  showEvents();
  sync();
  return { node, sync: () => { showEvents(); sync(); } };
}

/** The plots below the scene. */
export function showYears(app, element, sex) {
  const { years } = app;
  if (!years.points.length) {
    fill(element, h("h3", {}, "Over the years"), h("p", {}, "Run the years to see ejection fraction, volumes, forward output and NYHA class."));
    return;
  }
  const shared = { axis: dayAxis(years.total), marks: years.events.map((event) => event.day), at: years.point?.day ?? null };
  const figures = PLOTS.map((id) => {
    const { title, unit } = spec(app, id);
    const points = years.points.map((point) => ({ x: point.day, value: point.findings?.[id] }));
    return h("figure", {}, h("figcaption", {}, `${title}${unit && unit !== "1" ? `, ${spec(app, id).shownUnit}` : ""}`),
      plot({ title, unit, points, range: normalRange(app, id, sex), ...shared }));
  });
  const classes = years.points.map((point) => ({ x: point.day, value: CLASSES.indexOf(point.nyha) + 1 || NaN }));
  figures.push(h("figure", {}, h("figcaption", {}, "NYHA class"), plot({ title: "NYHA class", unit: "", points: classes, levels: CLASSES, ...shared })));
  const open = element.querySelector("details")?.open ?? false;
  fill(element, h("h3", {}, "Over the years"),
    h("p", { class: "hint" }, "Shaded: normal. Upright dashed lines: something is given. Full upright line: the day shown."),
    h("div", { class: "plots" }, figures),
    h("details", { open }, h("summary", {}, "The same as a table"), table(app, years)));
}

function table(app, years) {
  const head = ["After", ...PLOTS, "NYHA", "Grade"];
  return h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": "The years as a table" }, h("table", { class: "differences", id: "years-table" },
    h("thead", {}, h("tr", {}, head.map((text) => h("th", { scope: "col" }, spec(app, text).unit === "1" ? text : `${text} (${spec(app, text).shownUnit})`)))),
    h("tbody", {}, years.points.map((point) => h("tr", {}, h("th", { scope: "row" }, spanText(point.day)),
      PLOTS.map((id) => h("td", {}, Number.isFinite(point.findings?.[id]) ? point.findings[id].toFixed(spec(app, id).digits ?? 0) : "–")),
      h("td", {}, point.nyha ?? "–"), h("td", {}, words(point.severity?.grade ?? "–")))))));
}
