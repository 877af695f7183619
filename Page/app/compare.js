// A and B side by side: the heart kept, the heart now, what differs, and whether that is better.

import { fill, h } from "./dom.js";
import { GROUPS, normalRange, place, spec } from "./figures.js";
import { gradeWords } from "./verdict.js";
import { number, unitShown } from "./units.js";
import { words } from "./dom.js";

// Findings without a normal range of which less is better (the leak's own numbers), and more (what reaches the body).
const LESS = new Set(["EROA", "RVol", "RF", "LAPv", "PCWPv", "MVmeanGradient"]);
const MORE = new Set(["FSV", "CO"]);

/** How far outside its range a value is; less is better. */
function distance(range, value) {
  const low = Number.isFinite(range[0]) ? range[0] - value : -Infinity;
  const high = Number.isFinite(range[1]) ? value - range[1] : -Infinity;
  return Math.max(0, low, high);
}

/** The change in words: better, worse, the same, or only higher and lower. */
export function changeWords(app, id, a, b, sex) {
  const digits = spec(app, id).digits ?? 1;
  if (number(a, digits) === number(b, digits)) return "the same";
  const course = b > a ? "higher" : "lower";
  const range = normalRange(app, id, sex);
  if (range) {
    const [before, after] = [distance(range, a), distance(range, b)];
    if (before === 0 && after === 0) return `${course}, both normal`;
    if (after === 0) return "better, now normal";
    if (before === 0) return "worse, no longer normal";
    const side = place(app, id, b, sex) > 0 ? "high" : "low";
    return after < before ? `better, still ${side}` : `worse, further ${side === "high" ? "above" : "below"} normal`;
  }
  if (LESS.has(id)) return b < a ? "better (less)" : "worse (more)";
  if (MORE.has(id)) return b > a ? "better (more)" : "worse (less)";
  return course;
}

/** The rows of the table: {id, a, b, change, words}. */
export function differences(app, a, b, sex) {
  const first = GROUPS.flatMap(([, ids]) => ids);
  const ids = [...first, ...Object.keys(b.findings).filter((id) => !first.includes(id))];
  return ids.filter((id) => Number.isFinite(a.findings[id]) && Number.isFinite(b.findings[id]))
    .map((id) => ({ id, a: a.findings[id], b: b.findings[id], change: b.findings[id] - a.findings[id], words: changeWords(app, id, a.findings[id], b.findings[id], sex) }));
}

/** What differs between two settings, in words. */
export function saidDifferently(a, b) {
  const list = [];
  const walk = (one, other, path) => {
    for (const key of new Set([...Object.keys(one ?? {}), ...Object.keys(other ?? {})])) {
      const [left, right] = [one?.[key], other?.[key]];
      if (JSON.stringify(left) === JSON.stringify(right) || key === "name" || key === "source") continue;
      const name = /^\d+$/.test(key) ? words((other?.[key] ?? one?.[key])?.kind ?? key) : key;
      const below = path ? `${path}, ${name}` : name;
      if (left && right && typeof left === "object" && typeof right === "object") walk(left, right, below);
      else list.push(`${words(below)}: ${say(left)} → ${say(right)}`);
    }
  };
  walk(a, b, "");
  return list;
}

function say(value) {
  if (value === undefined || value === null) return "not said";
  if (typeof value === "number") return String(Number(value.toPrecision(4)));
  if (Array.isArray(value)) return value.map(say).join(", ") || "none";
  if (typeof value === "object") return Object.entries(value).map(([key, one]) => (key === "kind" ? words(one) : `${words(key)} ${say(one)}`)).join(" ");
  return words(value === true ? "on" : value === false ? "off" : value);
}

/** The side panel of Compare. */
export function comparePanel(app) {
  const node = h("div", { class: "panel-part" });
  function sync() {
    const { kept, settings } = app.store;
    fill(node,
      h("h3", {}, "Compare two hearts"),
      h("p", { class: "hint" }, "Keep the heart as it is as A. Then change something under Explore: the heart that beats is B, and A stands behind it, drawn faintly."),
      h("div", { class: "buttons" },
        h("button", { type: "button", class: "primary", id: "keep-a", onclick: () => app.keepA() }, kept ? "Keep this heart as A instead" : "Keep this heart as A"),
        kept ? h("button", { type: "button", onclick: () => app.swapA() }, "Swap A and B") : null,
        kept ? h("button", { type: "button", onclick: () => app.store.keep(null) }, "Forget A") : null),
      kept ? [h("dl", { class: "pair" }, h("dt", {}, "A"), h("dd", {}, kept.settings.name), h("dt", {}, "B"), h("dd", {}, settings.name)),
        h("h4", {}, "Said differently"),
        h("ul", {}, listed(saidDifferently(kept.settings, settings)))] : null);
  }
  return { node, sync };
}

const listed = (list) => (list.length ? list : ["Nothing yet: A and B are the same."]).map((text) => h("li", {}, text));

/** The table of differences, below the scene. */
export function showDifferences(app, element, a, b, sex) {
  if (!a || !b) {
    fill(element, h("h3", {}, "Differences"), h("p", {}, "Keep a heart as A first."));
    return;
  }
  const rows = differences(app, a, b, sex);
  const row = (one) => {
    const { title, unit, digits } = spec(app, one.id);
    const sign = one.change > 0 ? "+" : "";
    return h("tr", { "data-finding": one.id }, h("th", { scope: "row" }, title, h("span", { class: "unit" }, unitShown(unit) ? ` (${unitShown(unit)})` : "")),
      h("td", {}, number(one.a, digits ?? 1)), h("td", {}, number(one.b, digits ?? 1)),
      h("td", {}, one.words === "the same" ? "0" : `${sign}${number(one.change, digits ?? 1)}`), h("td", {}, one.words));
  };
  const head = h("thead", {}, h("tr", {}, ["Finding", "A", "B", "Change", "In words"].map((text) => h("th", { scope: "col" }, text))));
  const open = element.querySelector("details")?.open ?? false;
  const first = rows.filter((one) => GROUPS.some(([, ids]) => ids.includes(one.id)));
  const rest = rows.filter((one) => !first.includes(one));
  fill(element, h("h3", {}, "Differences"),
    h("p", {}, "A: ", h("strong", {}, gradeWords(a.severity)), a.stage ? `, stage ${a.stage}` : "", ". B: ", h("strong", {}, gradeWords(b.severity)), b.stage ? `, stage ${b.stage}` : "", "."),
    h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": "Table of differences" }, h("table", { class: "differences", id: "differences" }, head, h("tbody", {}, first.map(row)))),
    rest.length ? h("details", { open }, h("summary", {}, `Other findings (${rest.length})`),
      h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": "Differences of other findings" }, h("table", { class: "differences" }, head.cloneNode(true), h("tbody", {}, rest.map(row))))) : null);
}
