// A small plot over years, seconds or loads: a line, its axis with units, the normal range as a band, and where the reader is.

import { fresh, s } from "./dom.js";
import { number, unitShown } from "./units.js";

const WIDTH = 320;
const HEIGHT = 150;
const EDGE = { left: 46, right: 10, top: 12, bottom: 30 };

/** Round numbers that cover a range. */
export function ticks(low, high, count = 4) {
  const raw = (high - low) / count || 1;
  const size = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * size).find((one) => one >= raw);
  const list = [];
  for (let value = Math.ceil(low / step - 1e-9) * step; value <= high + step * 1e-9; value += step) list.push(Number(value.toPrecision(12)));
  return list;
}

/** Days as people say them. */
export function spanText(days) {
  if (days < 1) return days <= 0 ? "the first day" : `${number(days * 24, 0)} h`;
  const unit = days < 14 ? [1, "day"] : days < 90 ? [7, "week"] : days < 700 ? [30.4375, "month"] : [365.25, "year"];
  const count = days / unit[0];
  const text = number(count, count < 10 && Math.abs(count - Math.round(count)) > 0.05 ? 1 : 0);
  return `${text} ${unit[1]}${text === "1" ? "" : "s"}`;
}

/** The axis of days, in the unit that fits their number. */
export function dayAxis(total) {
  const per = total > 700 ? 365.25 : total > 60 ? 30.4375 : 1;
  return { from: 0, to: total, per, name: per > 300 ? "years" : per > 1 ? "months" : "days", say: spanText };
}

/**
 * points: [{x, value}]; axis: {from, to, per: of x to its unit, name, say(x)}; marks: x of events; at: the x shown; levels:
 * names instead of numbers (for a class).
 */
export function plot({ title, unit, points, axis, range, marks = [], at = null, levels = null }) {
  const values = points.map((point) => point.value).filter(Number.isFinite);
  const inner = { width: WIDTH - EDGE.left - EDGE.right, height: HEIGHT - EDGE.top - EDGE.bottom };
  const bounds = levels ? [1, levels.length] : spread([...values, ...(range ?? []).filter(Number.isFinite)]);
  const x = (place) => EDGE.left + (inner.width * (place - axis.from)) / Math.max(axis.to - axis.from, 1e-6);
  const y = (value) => EDGE.top + inner.height * (1 - (value - bounds[0]) / (bounds[1] - bounds[0]));
  const scale = levels ? levels.map((name, place) => [place + 1, name]) : ticks(...bounds).map((value) => [value, number(value, value % 1 ? 1 : 0)]);
  const id = fresh("plot");
  const line = points.filter((point) => Number.isFinite(point.value)).map((point) => `${x(point.x).toFixed(1)},${y(point.value).toFixed(1)}`);
  const last = points.findLast((point) => Number.isFinite(point.value));
  const parts = [
    s("title", { id }, `${title}${unit ? `, ${unitShown(unit)}` : ""}: ${told(points, levels, axis)}`),
    range ? band(range, bounds, y, inner) : null,
    ...scale.flatMap(([value, text]) => [
      s("line", { class: "grid", x1: EDGE.left, x2: WIDTH - EDGE.right, y1: y(value), y2: y(value) }),
      s("text", { class: "tick", x: EDGE.left - 6, y: y(value) + 4, "text-anchor": "end" }, text),
    ]),
    ...ticks(axis.from / axis.per, axis.to / axis.per, 5).map((value) => s("text", { class: "tick", x: x(value * axis.per), y: HEIGHT - 14, "text-anchor": "middle" }, number(value, value % 1 ? 1 : 0))),
    s("text", { class: "tick", x: WIDTH - EDGE.right, y: HEIGHT - 2, "text-anchor": "end" }, axis.name),
    ...marks.map((place) => s("line", { class: "mark", x1: x(place), x2: x(place), y1: EDGE.top, y2: HEIGHT - EDGE.bottom })),
    s("polyline", { class: "curve", points: line.join(" ") }),
    last ? s("circle", { class: "end", cx: x(last.x), cy: y(last.value), r: 3 }) : null,
    at === null ? null : s("line", { class: "now", x1: x(at), x2: x(at), y1: EDGE.top - 4, y2: HEIGHT - EDGE.bottom }),
  ];
  return s("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, class: "plot", "data-from": x(axis.from), "data-to": x(axis.to), role: "img", "aria-labelledby": id }, parts);
}

function spread(values) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const margin = (high - low) * 0.1 || Math.abs(high) * 0.1 || 1;
  return [low - margin, high + margin];
}

function band(range, bounds, y, inner) {
  const top = y(Math.min(bounds[1], Number.isFinite(range[1]) ? range[1] : bounds[1]));
  const bottom = y(Math.max(bounds[0], Number.isFinite(range[0]) ? range[0] : bounds[0]));
  return s("rect", { class: "band", x: EDGE.left, y: top, width: inner.width, height: Math.max(0, bottom - top) });
}

function told(points, levels, axis) {
  const good = points.filter((point) => Number.isFinite(point.value));
  if (!good.length) return "nothing yet";
  const say = (value) => (levels ? levels[Math.round(value) - 1] : number(value, Math.abs(value) < 10 ? 1 : 0));
  const values = good.map((point) => point.value);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const ends = `from ${say(good[0].value)} to ${say(good.at(-1).value)} after ${axis.say(good.at(-1).x)}`;
  return levels ? ends : `${ends}; lowest ${say(low)}, highest ${say(high)}`;
}
