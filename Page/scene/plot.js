// Axes, curves and names of curves, for every diagram of the scene. Curves differ in colour, dash and width, and carry
// their names beside them: the place of a name is searched so that it covers no other name and as little of the curves
// as can be.

import { font } from "./element.js";
import { faded } from "./palette.js";

/** Each quantity's colour and line; the name in the palette. */
export const inks = {
  lv: { color: "lv", width: 2.4, dash: [] },
  la: { color: "la", width: 2.2, dash: [9, 4] },
  ao: { color: "ao", width: 2, dash: [] , double: true },
  rv: { color: "rv", width: 2, dash: [5, 3] },
  ra: { color: "ra", width: 2, dash: [2, 3] },
  pa: { color: "pa", width: 2, dash: [12, 3, 2, 3] },
  flow: { color: "flow", width: 2, dash: [] },
  leak: { color: "leak", width: 2.4, dash: [3, 2] },
  vein: { color: "la", width: 1.8, dash: [4, 3] },
  signal: { color: "signal", width: 1.4, dash: [] },
  ghost: { color: "ghost", width: 1.8, dash: [7, 5] },
};

/** Round values that divide a range. */
export function ticks(low, high, most) {
  const raw = (high - low) / Math.max(most, 1);
  const power = 10 ** Math.floor(Math.log10(raw || 1));
  const step = [1, 2, 2.5, 5, 10].map((k) => k * power).find((s) => s >= raw - 1e-12);
  const from = Math.ceil(low / step - 1e-9);
  const to = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(to - from + 1, 0) }, (_, i) => (from + i) * step);
}

/** A range that holds all values and ends on round ones. */
export function outward(low, high, most) {
  const list = ticks(low, high, most);
  const step = list.length > 1 ? list[1] - list[0] : high - low || 1;
  return [Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** Maps a range of time (or anything) and of values to a rectangle. */
export class Frame {
  constructor({ left, right, top, bottom, x, y }) {
    Object.assign(this, { left, right, top, bottom, x, y });
  }
  px(value) { return this.left + ((value - this.x[0]) / (this.x[1] - this.x[0])) * (this.right - this.left); }
  py(value) { return this.bottom - ((value - this.y[0]) / (this.y[1] - this.y[0])) * (this.bottom - this.top); }
}

export const plain = (value) => `${Math.round(value * 1000) / 1000}`.replace("-", "−");

/** Lines across at round values with their numbers at the left. */
export function scaleY(ctx, frame, c, { most = 5, unit = "", title = "" } = {}) {
  ctx.font = font(12);
  ctx.textAlign = "right";
  ctx.lineWidth = 1;
  for (const value of ticks(frame.y[0], frame.y[1], most)) {
    const y = Math.round(frame.py(value)) + 0.5;
    ctx.strokeStyle = value === 0 ? c.faint : c.grid;
    ctx.beginPath();
    ctx.moveTo(frame.left, y);
    ctx.lineTo(frame.right, y);
    ctx.stroke();
    ctx.fillStyle = c.faint;
    ctx.fillText(plain(value), frame.left - 5, y + 4);
  }
  if (title) {
    ctx.textAlign = "left";
    ctx.font = font(12, true);
    ctx.fillStyle = c.ink;
    ctx.fillText(unit ? `${title} (${unit})` : title, 4, frame.top - 7);
  }
}

/** Numbers below. */
export function scaleX(ctx, frame, c, { most = 6, title = "", shift = 0 } = {}) {
  ctx.font = font(12);
  ctx.textAlign = "center";
  ctx.fillStyle = c.faint;
  ctx.strokeStyle = c.faint;
  ctx.lineWidth = 1;
  for (const value of ticks(frame.x[0] - shift, frame.x[1] - shift, most)) {
    const x = Math.round(frame.px(value + shift)) + 0.5;
    ctx.beginPath();
    ctx.moveTo(x, frame.bottom);
    ctx.lineTo(x, frame.bottom + 4);
    ctx.stroke();
    const text = plain(value);
    const half = ctx.measureText(text).width / 2;
    ctx.fillText(text, Math.min(Math.max(x, frame.left + half - 8), frame.right - half + 8), frame.bottom + 17);
  }
  if (title) ctx.fillText(title, (frame.left + frame.right) / 2, frame.bottom + 33);
}

/** A line through points [x, y] in pixels. */
export function line(ctx, points, ink, c) {
  if (points.length < 2) return;
  ctx.lineJoin = "round";
  ctx.lineCap = "butt";
  const draw = (style, width, dash) => {
    ctx.beginPath();
    // A gap in the record is a gap in the line.
    let drawn = false;
    for (const [x, y] of points) {
      if (Number.isNaN(y)) { drawn = false; continue; }
      if (drawn) ctx.lineTo(x, y); else ctx.moveTo(x, y);
      drawn = true;
    }
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.setLineDash(dash);
    ctx.stroke();
  };
  // A double line: told from others by more than its colour.
  draw(c[ink.color], ink.double ? 3.4 : ink.width, ink.dash);
  if (ink.double) draw(c.ground, 1.1, []);
  ctx.setLineDash([]);
}

/**
 * Names for curves: [{text, color, points}] in pixels, each written near its own curve and away from the others.
 */
export function nameCurves(ctx, frame, curves, c) {
  const taken = [];
  const zero = frame.py(0);
  ctx.font = font(13, true);
  ctx.textAlign = "left";
  for (const curve of curves) {
    const wide = ctx.measureText(curve.text).width;
    let best = null;
    for (let i = 2; i < 26; i += 1) {
      const at = frame.left + (i / 26) * (frame.right - frame.left - wide - 4);
      const [low, high] = reach(curve.points, at, at + wide);
      if (low > high) continue;
      const idle = Math.abs(high - zero) < 5 && Math.abs(low - zero) < 5 ? 60 : 0;
      for (const [y, side] of [[low - 6, -1], [high + 15, 1]]) {
        if (y - 12 < frame.top - 2 || y + 3 > frame.bottom) continue;
        const box = [at - 2, y - 12, at + wide + 2, y + 3];
        let cost = idle + 0.4 * (high - low) + (side > 0 ? 3 : 0);
        for (const other of curves) cost += 40 * crossings(other.points, box) * (other === curve ? 0.5 : 1);
        // Where two curves run together a name would be of either.
        for (const other of curves) if (other !== curve) cost += 90 * together(curve.points, other.points, at,
          at + wide);
        for (const b of taken) if (b[0] < box[2] && box[0] < b[2] && b[1] < box[3] && box[1] < b[3]) cost += 1e4;
        if (!best || cost < best.cost) best = { cost, box, x: at, y };
      }
    }
    if (!best) continue;
    taken.push(best.box);
    ctx.lineWidth = 4;
    ctx.lineJoin = "round";
    ctx.strokeStyle = faded(c.ground, 0.9);
    ctx.strokeText(curve.text, best.x, best.y);
    ctx.fillStyle = c[curve.color];
    ctx.fillText(curve.text, best.x, best.y);
  }
}

function reach(points, from, to) {
  let [low, high] = [Infinity, -Infinity];
  for (const [x, y] of points) {
    if (x < from || x > to || Number.isNaN(y)) continue;
    low = Math.min(low, y);
    high = Math.max(high, y);
  }
  return [low, high];
}

/** Which share of a stretch two curves run closer than 12 pixels. */
function together(a, b, from, to) {
  const heights = new Map(b.filter(([x]) => x >= from && x <= to).map(([x, y]) => [Math.round(x), y]));
  let [near, all] = [0, 0];
  for (const [x, y] of a) {
    if (x < from || x > to || Number.isNaN(y)) continue;
    all += 1;
    const other = heights.get(Math.round(x));
    if (other !== undefined && Math.abs(other - y) < 12) near += 1;
  }
  return all ? near / all : 1;
}

function crossings(points, [x0, y0, x1, y1]) {
  let n = 0;
  for (const [x, y] of points) if (x > x0 && x < x1 && y > y0 && y < y1) n += 1;
  return Math.min(n, 12);
}

/** A number's box on its own ground. */
export function plate(ctx, text, x, y, c, { color = "ink", align = "left", size = 12, bold = false } = {}) {
  ctx.font = font(size, bold);
  ctx.textAlign = align;
  ctx.lineWidth = 4;
  ctx.lineJoin = "round";
  ctx.strokeStyle = faded(c.ground, 0.92);
  ctx.strokeText(text, x, y);
  ctx.fillStyle = c[color];
  ctx.fillText(text, x, y);
}
