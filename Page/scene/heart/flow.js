// Streaks of blood along the four valves and the pulmonary veins. They move as far as blood has flowed: a streak's
// place is the running sum of the model's flow, so that it stands still when nothing flows, and each beat ends where
// it began. Blood rich in oxygen is drawn as lines with a round head, blood poor in oxygen as open squares: not by
// colour alone.

import { forwardSum, valueAt, extremes } from "../wave.js";
import { curve } from "./chamber.js";

const kinds = {
  mitral: { signal: "qMitral", rich: true, streaks: 26 },
  aortic: { signal: "qAortic", rich: true, streaks: 24 },
  tricuspid: { signal: "qTricuspid", rich: false, streaks: 22 },
  pulmonary: { signal: "qPulmonary", rich: false, streaks: 22 },
  veins: { signal: "qPulmonaryVein", rich: true, streaks: 14 },
};

/** A number in 0 … 1 that belongs to a place in a row. */
const scatter = (i, salt) => {
  const x = Math.sin(i * 127.1 + salt * 311.7) * 43758.5453;
  return x - Math.floor(x);
};

/** What is reckoned once for a beat. */
export function flowPlan(beat) {
  const plan = {};
  for (const [name, kind] of Object.entries(kinds)) {
    const values = beat.wave[kind.signal];
    const sum = forwardSum(values, beat.wave.step);
    const total = sum[sum.length - 1];
    // Whole ways a beat: 55 mL move a streak along its whole way.
    const turns = Math.max(1, Math.round(total / 55));
    plan[name] = { sum, scale: total > 0 ? turns / total : 0, most: extremes(values).high, ...kind, values };
  }
  return plan;
}

/** The middle lines of the streams. */
export function streams(g) {
  const middle = ({ left, right }, drop = 0) => [0.5 * (left[0] + right[0]), 0.5 * (left[1] + right[1]) + drop];
  const across = (i, left, right, share = 0.5) => [left[i][0] + share * (right[i][0] - left[i][0]), left[i][1]];
  const [mv, tv] = [middle(g.mitral), middle(g.tricuspid)];
  const ao = middle(g.aortic);
  const pv = middle(g.pulmonary);
  const apical = across(16, g.lvLeft, g.lvRight, 0.52);
  return {
    mitral: { line: curve([across(17, g.laLeft, g.laRight), across(6, g.laLeft, g.laRight), mv,
      [mv[0] - 0.05, mv[1] + 2.2], apical], 7), spread: 0.36 * (g.mitral.right[0] - g.mitral.left[0]) },
    aortic: { line: [...curve([across(15, g.lvLeft, g.lvRight, 0.42), across(6, g.lvLeft, g.lvRight, 0.24),
      [ao[0] + 0.05, ao[1] + 0.9], ao], 7), ...g.aorta.line.slice(2)], spread: 0.36 * g.aorta.width },
    tricuspid: { line: curve([across(16, g.raLeft, g.raRight), across(6, g.raLeft, g.raRight), [tv[0] + 0.25, tv[1]],
      [tv[0] + 1.15, tv[1] + 1.5], across(11, g.rvFree, g.rvInner, 0.62)], 7),
        spread: 0.22 * (g.tricuspid.right[0] - g.tricuspid.left[0]) },
    pulmonary: { line: [...curve([across(12, g.rvFree, g.rvInner, 0.55), [pv[0] + 0.1, pv[1] + 2.6],
      [pv[0], pv[1] + 0.6], pv], 7), ...g.trunk.line.slice(2)], spread: 0.36 * g.trunk.width },
    veins: g.veins.map(({ line, width }, i) => ({
      line: curve([...[line[line.length - 6], line[6], line[0]], across(i ? 7 : 13, g.laLeft, g.laRight, 0.55)], 6),
        spread: 0.26 * width,
    })),
  };
}

/** Where streaks are at a moment: [{x, y, dx, dy, alpha, rich}] */
export function streaks(beat, plan, g, time) {
  const lines = streams(g);
  const out = [];
  for (const [name, stream] of Object.entries(plan)) {
    const flow = valueAt(beat, stream.values, time);
    if (flow < 4 || stream.scale === 0) continue;
    const pace = Math.min(flow / 420, 1.3);
    const alpha = Math.min(0.15 + 1.5 * Math.min(flow / Math.max(stream.most, 150), 1), 1);
    const shift = valueAt(beat, stream.sum, time) * stream.scale;
    const list = Array.isArray(lines[name]) ? lines[name] : [lines[name]];
    list.forEach((way, k) => scatterAlong(out, way, { ...stream, name }, { pace, alpha, shift, salt: k + name.length, time }));
  }
  return out;
}

function scatterAlong(out, { line, spread }, stream, { pace, alpha, shift, salt }) {
  const last = line.length - 1;
  for (let i = 0; i < stream.streaks; i += 1) {
    const s = (i / stream.streaks + 0.35 * scatter(i, salt) / stream.streaks + shift) % 1;
    const place = s * last;
    const low = Math.min(Math.floor(place), last - 1);
    const part = place - low;
    const [a, b] = [line[low], line[low + 1]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const size = Math.hypot(dx, dy) || 1;
    const aside = (2 * scatter(i, salt + 7) - 1) * spread;
    const ends = Math.min(1, 7 * Math.max(s - 0.06, 0), 7 * Math.max(0.97 - s, 0));
    const long = 0.12 + 0.62 * pace;
    out.push({
      x: a[0] + part * dx - (aside * dy) / size, y: a[1] + part * dy + (aside * dx) / size,
      dx: (long * dx) / size, dy: (long * dy) / size, alpha: alpha * ends, rich: stream.rich, name: stream.name,
    });
  }
}

/** Streaks within the jet, fast and in eddies, and those that gather below the orifice. */
export function jetStreaks(jet, origin, time) {
  const out = [];
  const n = 18;
  for (let i = 0; i < n; i += 1) {
    const s = (scatter(i, 3) + time * (3 + 2 * scatter(i, 4))) % 1;
    const place = s * (jet.line.length - 1);
    const low = Math.min(Math.floor(place), jet.line.length - 2);
    const part = place - low;
    const [a, b] = [jet.line[low], jet.line[low + 1]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const size = Math.hypot(dx, dy) || 1;
    const w = jet.half[low] * 0.75 * Math.sin(9 * scatter(i, 5) + 6 * s);
    out.push({ x: a[0] + part * dx - (w * dy) / size, y: a[1] + part * dy + (w * dx) / size, dx: (0.5 * dx) / size,
      dy: (0.5 * dy) / size, alpha: Math.min(1, 6 * s, 5 * (1 - s)) });
  }
  for (let i = 0; i < 11; i += 1) {
    // Toward the orifice on a half circle: slow far away, fast near.
    const angle = Math.PI * (0.08 + 0.84 * (i / 10));
    const s = (scatter(i, 9) + time * 2.4) % 1;
    const r = 0.25 + 1.25 * Math.cbrt(1 - s);
    const [x, y] = [origin[0] + r * Math.cos(angle), origin[1] + 0.1 + r * Math.sin(angle)];
    const long = Math.min(0.16 / (r * r), 0.3);
    out.push({ x, y, dx: -long * Math.cos(angle), dy: -long * Math.sin(angle), alpha: Math.min(1, 4 * s),
      gathers: true });
  }
  return out;
}
