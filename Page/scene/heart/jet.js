// The jet of the mitral leak: from where the leaflets leave a gap, as broad as the gap and wider by a fifth of its way
// on each side, as long as its momentum carries it (√(area · velocity²)), along the wall that it is thrown against
// where it is eccentric. Timed by the leak's own flow.

import { lagged, leakFlow, valueAt, extremes } from "../wave.js";
import { curve } from "./chamber.js";

/** cm of way for each √(cm² · m²/s²) of momentum: 0.4 cm² at 5 m/s reach 5 cm, a usual atrium's roof. */
const carry = 1.58;
const grows = 0.028;
const least = 8;

/** What is reckoned once for a beat. */
export function jetPlan(beat) {
  const { wave } = beat;
  const flow = leakFlow(beat);
  const reach = new Float64Array(wave.count);
  const cloud = new Float64Array(wave.count);
  for (let i = 0; i < wave.count; i += 1) {
    const shut = wave.mitralOpening[i] < 0.25;
    reach[i] = flow[i] > least && shut ? carry * Math.sqrt(wave.leakArea[i]) * wave.jetVelocity[i] : 0;
  }
  // Blood that came back, as a share of the atrium, mixing away within a third of a second.
  let level = 0;
  for (let round = 0; round < 2; round += 1) {
    for (let i = 0; i < wave.count; i += 1) {
      const came = flow[i] > least && reach[i] > 0 ? flow[i] / Math.max(wave.vLA[i], 5) : 0;
      level += wave.step * (came - level / 0.3);
      cloud[i] = level;
    }
  }
  return { flow, reach, shown: lagged(reach, wave.step, grows), cloud, most: extremes(reach).high,
    mostArea: mostArea(beat, reach) };
}

function mostArea({ wave }, reach) {
  let most = 0;
  for (let i = 0; i < wave.count; i += 1) if (reach[i] > 0) most = Math.max(most, wave.leakArea[i]);
  return most;
}

/** The jet at a moment: {line, half (widths), length, area, flow}, or null where nothing comes back. */
export function jetAt(beat, plan, g, valve, form, time) {
  if (plan.most <= 0) return null;
  const now = valueAt(beat, plan.reach, time);
  const shown = valueAt(beat, plan.shown, time);
  // It needs flow to be: what has gone before is told by the cloud.
  if (now < 0.15 || shown < 0.3) return null;
  const area = valueAt(beat, beat.wave.leakArea, time);
  const way = course(g, valve, form);
  const whole = lengthOf(way);
  const length = Math.min(shown, 0.94 * whole);
  const line = cut(way, length);
  const start = Math.max(0.62 * Math.sqrt(area / Math.PI), 0.07);
  const width = Math.max(...g.laRight.map((p, i) => p[0] - g.laLeft[i][0]));
  const widest = (form.side === 0 ? 0.27 : 0.2) * width;
  const half = line.map(([, , along]) => {
    const free = Math.min(start + 0.19 * along, widest);
    const round = Math.min(free, 0.45 * length);
    const left = (length - along) / Math.max(round, 0.01);
    return left < 1 ? free * Math.sqrt(Math.max(1 - (1 - left) ** 2, 0)) : free;
  });
  return { line, half, length, area, flow: valueAt(beat, plan.flow, time) };
}

/** The way that a jet would take through the whole atrium. */
export function course(g, valve, form) {
  const n = g.laLeft.length - 1;
  const at = (side, i, inset) => {
    const [a, b] = [g.laLeft[i], g.laRight[i]];
    const width = b[0] - a[0];
    const x = side < 0 ? a[0] + inset * width : b[0] - inset * width;
    return [x, a[1]];
  };
  const start = valve.origin;
  const out = [start[0], Math.min(start[1] - 0.35, g.base - 0.15)];
  if (form.side === 0) {
    const lean = valve.hole ? 0.42 : 0.5;
    return curve([start, out, at(-1, 7, lean), at(-1, 13, 0.5), at(-1, n - 4, 0.52)], 10);
  }
  const s = form.side;
  const out1 = [start[0] + 0.28 * s, g.base - 0.55];
  return curve([start, out1, at(s, 5, 0.24), at(s, 10, 0.2), at(s, 15, 0.22), at(s, n - 5, 0.33), at(s, n - 4, 0.6),
    at(s, 15, 0.75)], 8);
}

function lengthOf(line) {
  let sum = 0;
  for (let i = 1; i < line.length; i += 1) sum += Math.hypot(line[i][0] - line[i - 1][0], line[i][1] - line[i - 1][1]);
  return sum;
}

/** The first part of a line, as [x, y, along]. */
function cut(line, length) {
  const out = [[line[0][0], line[0][1], 0]];
  let along = 0;
  for (let i = 1; i < line.length; i += 1) {
    const [a, b] = [line[i - 1], line[i]];
    const step = Math.hypot(b[0] - a[0], b[1] - a[1]);
    if (along + step >= length) {
      const part = step > 0 ? (length - along) / step : 0;
      out.push([a[0] + part * (b[0] - a[0]), a[1] + part * (b[1] - a[1]), length]);
      return out;
    }
    along += step;
    out.push([b[0], b[1], along]);
  }
  return out;
}

/** The jet's outline, its edge in eddies that run with it; share: of the width and length (its inner layers). */
export function plume(jet, share, time) {
  const left = [];
  const right = [];
  const n = Math.max(2, Math.round(share ** 0.6 * (jet.line.length - 1)));
  for (let i = 0; i <= n; i += 1) {
    const [x, y, along] = jet.line[i];
    const [a, b] = [jet.line[Math.max(i - 1, 0)], jet.line[Math.min(i + 1, jet.line.length - 1)]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const size = Math.hypot(dx, dy) || 1;
    const end = share < 1 ? Math.sqrt(Math.max(1 - (i / n) ** 3, 0)) : 1;
    const eddy = 0.13 * Math.min(along, 1.5) * share;
    const wave = (turn) => 1 + eddy * Math.sin(5.2 * along - 46 * time + turn) +
      0.5 * eddy * Math.sin(9.7 * along - 71 * time + 2 * turn);
    const w = jet.half[i] * share * end;
    left.push([x + (w * wave(0) * dy) / size, y - (w * wave(0) * dx) / size]);
    right.push([x - (w * wave(2.1) * dy) / size, y + (w * wave(2.1) * dx) / size]);
  }
  return [...left, ...right.reverse()];
}
