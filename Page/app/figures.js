// The figures of a beat beside their normal ranges, and the criteria of severity that they meet.

import { capital, fill, h, words } from "./dom.js";
import { number, unitShown, withUnit } from "./units.js";

// Which figures stand in sight; every other one that the beat has stands below "All figures".
export const GROUPS = [
  ["The leak", ["EROA", "RVol", "RF", "MRVmax"]],
  ["The pump", ["LVEF", "FSV", "CO", "CI"]],
  ["Sizes", ["LVEDV", "LVESV", "LVIDs", "LAVI"]],
  ["Pressures", ["SBP", "DBP", "LAPmean", "LAPv", "LVEDP", "PASP"]],
];

/** The entry of the catalogue of findings. */
export function spec(app, id) {
  return app.findingSpecs.get(id) ?? { identifier: id, title: id, unit: "1", digits: 2 };
}

/** A finding's value with its unit. */
export function shown(app, id, value) {
  const entry = spec(app, id);
  return withUnit(value, entry.unit, entry.digits);
}

/** The normal range for the sex, or null. */
export function normalRange(app, id, sex) {
  const range = spec(app, id).normal?.[sex];
  return range && range.some((bound) => Number.isFinite(bound)) ? range : null;
}

/** -1 below, 0 within, 1 above its normal range; null without one. */
export function place(app, id, value, sex) {
  const range = normalRange(app, id, sex);
  if (!range || !Number.isFinite(value)) return null;
  if (Number.isFinite(range[0]) && value < range[0]) return -1;
  if (Number.isFinite(range[1]) && value > range[1]) return 1;
  return 0;
}

function rangeText(app, id, sex) {
  const range = normalRange(app, id, sex);
  if (!range) return "";
  const digits = Math.min(spec(app, id).digits ?? 0, 2);
  const [low, high] = range.map((bound) => (Number.isFinite(bound) ? number(bound, digits).replace(/\.0+$/, "") : null));
  if (low === null) return `up to ${high}`;
  return high === null ? `from ${low}` : `${low}–${high}`;
}

const FLAGS = { "-1": ["▼", "low"], 0: ["", ""], 1: ["▲", "high"] };

function row(app, id, beat, sex) {
  const entry = spec(app, id);
  const flag = FLAGS[place(app, id, beat.findings[id], sex) ?? 0];
  return h("tr", { "data-finding": id, class: flag[1] || null },
    h("th", { scope: "row" }, entry.title, h("span", { class: "short" }, ` ${id}`)),
    h("td", { class: "figure" }, number(beat.findings[id], entry.digits ?? 1), h("span", { class: "unit" }, `\u00a0${unitShown(entry.unit)}`)),
    h("td", { class: "normal" }, rangeText(app, id, sex),
      flag[0] ? h("strong", { class: "flag" }, h("span", { "aria-hidden": "true" }, flag[0]), ` ${flag[1]}`) : null));
}

function table(app, caption, ids, beat, sex) {
  return h("table", { class: "figures" }, h("caption", {}, caption),
    h("thead", { class: "hidden" }, h("tr", {}, ["Finding", "Value", "Normal, and where the value lies"].map((head) => h("th", { scope: "col" }, head)))),
    h("tbody", {}, ids.map((id) => row(app, id, beat, sex))));
}

/** The tables of figures; `element` keeps which of its parts are open. */
export function showFigures(app, element, beat, sex) {
  const has = (id) => Number.isFinite(beat.findings[id]);
  const grouped = GROUPS.map(([caption, ids]) => [caption, ids.filter(has)]).filter(([, ids]) => ids.length);
  const rest = app.engine.catalogue.findings.map((one) => one.identifier).filter((id) => has(id) && !GROUPS.some(([, ids]) => ids.includes(id)));
  const heads = [...new Set(rest.map((id) => spec(app, id).group))];
  const open = element.querySelector("details.all")?.open ?? false;
  fill(element,
    h("h3", {}, "Figures of this heart"),
    h("div", { class: "figure-grid" }, grouped.map(([caption, ids]) => table(app, caption, ids, beat, sex))),
    h("details", { class: "all", open }, h("summary", {}, `All figures (${rest.length} more)`),
      h("div", { class: "figure-grid" }, heads.map((head) => table(app, head, rest.filter((id) => spec(app, id).group === head), beat, sex)))));
}

const OUTCOMES = { met: "met", "not-met": "not met", "not-measured": "not measured" };

/** A table that may be wider than its place, and then scrolls by itself. */
function wide(label, heads, rows, kind) {
  return h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": label }, h("table", { class: kind },
    h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))), h("tbody", {}, rows)));
}

/** The criteria of severity, each with its value, what it meets and where it is written; then every one that is asked. */
export function showCriteria(app, element, beat) {
  const criteria = beat.severity?.criteria ?? [];
  const all = beat.severity?.table ?? [];
  const value = (one) => (Number.isFinite(one.value) ? shown(app, one.finding, one.value) : words(one.value ?? "yes"));
  const name = (one) => (app.findingSpecs.has(one.finding) ? spec(app, one.finding).title : capital(words(one.criterion ?? one.finding)));
  const open = element.querySelector("details")?.open ?? false;
  fill(element,
    h("h3", {}, "Criteria of severity, live"),
    criteria.length
      ? wide("Criteria of severity", ["Criterion", "Value", "Meets", "Source"], criteria.map((one) => h("tr", { "data-meets": one.meets },
        h("th", { scope: "row" }, name(one)), h("td", {}, value(one)),
        h("td", {}, h("strong", {}, words(one.meets)), one.counts === false ? " (does not count here)" : ""), h("td", { class: "source" }, one.source))), "criteria")
      : h("p", {}, "No criterion of a leak is met."),
    all.length ? h("details", { open }, h("summary", {}, `Every criterion that is asked (${all.length})`),
      wide("Every criterion", ["Criterion", "Speaks for", "Asks for", "Here", "Source"], all.map((one) => h("tr", { "data-meets": one.outcome === "met" ? one.speaksFor : null },
        h("th", { scope: "row" }, one.name), h("td", {}, words(one.speaksFor)), h("td", {}, one.threshold),
        h("td", {}, h("strong", {}, OUTCOMES[one.outcome] ?? words(one.outcome)), one.seen ? `: ${one.seen}` : ""), h("td", { class: "source" }, one.source))), "criteria")) : null);
}

/** What guidelines say of such findings. */
export function showAdvice(element, beat) {
  const list = beat.recommendations ?? [];
  const open = element.querySelector("details")?.open ?? false;
  fill(element, h("details", { open }, h("summary", {}, `What guidelines say of such findings (${list.length})`),
    h("p", { class: "hint" }, "Teaching, not advice for a person: this is no medical device."),
    list.length ? h("ul", { class: "advice" }, list.map((one) => h("li", {},
      h("strong", {}, `${one.polarity === "avoid" ? "Avoid: " : ""}${one.title ?? capital(words(one.action))}`),
      one.text ? ` ${one.text}` : "", h("span", { class: "source" }, ` ${[one.guideline, one.class && `class ${one.class}`, one.level && `level ${one.level}`].filter(Boolean).join(", ")}`),
      one.because?.length ? h("span", { class: "because" }, ` because ${one.because.map((reason) => reason.text ?? reason.criterion ?? reason).join("; ")}`) : null)))
      : h("p", {}, "Nothing beyond the usual follow-up.")));
}
