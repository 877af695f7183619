// <mitral-catheter>: pressures as a catheter shows them. Above, the pull-back through the right heart: wedge with its v
// wave, pulmonary artery, right ventricle, right atrium. Below, the left heart: atrium and ventricle on one scale, then
// ventricle and aorta. A point goes along every stretch.

import { SceneElement, font } from "./element.js";
import { Frame, inks, scaleY, line, plate } from "./plot.js";
import { extremes, valueAt, lagged, fixed } from "./wave.js";

/** The longest stretch of an irregular run that is shown at once, s. */
const page = 2;

const mean = (values) => values.reduce((a, b) => a + b, 0) / values.length;

export class MitralCatheter extends SceneElement {
  get heading() { return "Catheter pressures: pull-back through the right heart, and the left heart"; }
  heightFor(width) { return width < 560 ? 560 : Math.round(Math.min(0.66 * width, 520)); }

  prepare() {
    this.plan = null;
    this.start = 0;
    if (!this.hasBeat) return;
    this.window = this.beat.status === "periodic" ? this.span : Math.min(page, this.span);
    const { wave, findings: f = {} } = this.beat;
    // The wedged catheter follows the atrium late and blunted (a lag of 50 ms) about the veins' mean.
    const offset = f.PCWP !== undefined ? f.PCWP - mean(wave.pLA) : 0;
    const wedge = lagged(wave.pLA, wave.step, 0.05).map((p) => p + offset);
    const sd = (values) => `${fixed(extremes(values).high)}/${fixed(extremes(values).low)}`;
    const n = fixed;
    const vWave = f.PCWPv ?? extremes(wedge).high;
    this.plan = {
      right: [
        { name: "Wedge", ink: "la", values: wedge, words: `mean ${n(f.PCWP ?? mean(wedge))}, v ${n(vWave)}`, v: true },
        { name: "PA", ink: "pa", values: wave.pPA, words: `${sd(wave.pPA)}, mean ${n(f.mPAP ?? mean(wave.pPA))}` },
        { name: "RV", ink: "rv", values: wave.pRV, words: sd(wave.pRV) },
        { name: "RA", ink: "ra", values: wave.pRA, words: `mean ${n(f.CVP ?? mean(wave.pRA))}` },
      ],
      left: [
        { name: "LA and LV", curves: [["lv", wave.pLV, "LV"], ["la", wave.pLA, "LA"]],
          words: `LA mean ${n(f.LAPmean ?? mean(wave.pLA))}, v ${n(f.LAPv ?? extremes(wave.pLA).high)}` +
            (f.LVEDP === undefined ? "" : `; LVEDP ${n(f.LVEDP)}`) },
        { name: "LV and aorta", curves: [["lv", wave.pLV, "LV"], ["ao", wave.pAo, "Aorta"]],
          words: `LV ${n(extremes(wave.pLV).high)}; aorta ${sd(wave.pAo)}, mean ${n(f.MAP ?? mean(wave.pAo))}` },
      ],
    };
  }

  #layout(width, height) {
    const half = (height - 40) / 2;
    const right = this.plan.right;
    const most = Math.max(...right.map((p) => extremes(p.values).high), 20);
    const least = Math.min(...right.map((p) => extremes(p.values).low), 0);
    const top = new Frame({ left: 40, right: width - 6, top: 68, bottom: half - 2, x: [0, 1],
      y: [Math.min(0, least * 1.1), most * 1.12] });
    const all = this.plan.left.flatMap((p) => p.curves.map(([, values]) => extremes(values)));
    const bottom = new Frame({ left: 40, right: width - 6, top: half + 84, bottom: height - 24, x: [0, 1],
      y: [Math.min(0, ...all.map((e) => e.low)), 1.1 * Math.max(...all.map((e) => e.high))] });
    return { top, bottom };
  }

  #segments(frame, n) {
    const wide = (frame.right - frame.left - 8 * (n - 1)) / n;
    return Array.from({ length: n }, (_, i) => {
      const left = frame.left + i * (wide + 8);
      const x = [this.start, this.start + this.window];
      return new Frame({ left, right: left + wide, top: frame.top, bottom: frame.bottom, x,
        y: frame.y });
    });
  }

  #points(values, frame) {
    const points = [];
    const n = Math.max(2, Math.round(frame.right - frame.left));
    for (let i = 0; i <= n; i += 1) points.push([frame.left + i * ((frame.right - frame.left) / n),
      frame.py(valueAt(this.beat, values, this.start + Math.min(i / n, 0.9999) * this.window))]);
    return points;
  }

  drawStill({ ctx, width, height, colors: c }) {
    const { top, bottom } = this.#layout(width, height);
    scaleY(ctx, top, c, { most: (top.bottom - top.top) / 30 });
    scaleY(ctx, bottom, c, { most: (bottom.bottom - bottom.top) / 34 });
    ctx.font = font(13, true);
    ctx.textAlign = "left";
    ctx.fillStyle = c.ink;
    ctx.fillText("Right heart, pull-back (mmHg)", 4, 16);
    ctx.fillText("Left heart (mmHg)", 4, bottom.top - 54);
    const small = width < 560;
    this.#segments(top, 4).forEach((frame, i) => {
      const part = this.plan.right[i];
      this.#border(ctx, frame, c, i);
      line(ctx, this.#points(part.values, frame), inks[part.ink], c);
      this.#head(ctx, frame, part.name, small ? part.words.split(", ") : [part.words], c[inks[part.ink].color]);
      if (part.v) this.#vWave(ctx, frame, part.values, c);
    });
    this.#segments(bottom, 2).forEach((frame, i) => {
      const part = this.plan.left[i];
      this.#border(ctx, frame, c, i);
      const curves = part.curves.map(([ink, values, text]) =>
        ({ text, color: inks[ink].color, ink: inks[ink], points: this.#points(values, frame) }));
      for (const curve of curves) line(ctx, curve.points, curve.ink, c);
      for (const curve of curves) {
        const e = curve.points.reduce((a, b) => (b[1] < a[1] ? b : a));
        const last = curve.points[Math.round(0.8 * curve.points.length)];
        const [x, y] = curve.text === "LV" ? [e[0], e[1] - 7] : [last[0], last[1] - 8];
        plate(ctx, curve.text, Math.min(x, frame.right - 20), Math.max(y, frame.top + 11), c,
          { color: curve.color, align: "center", bold: true });
      }
      this.#head(ctx, frame, part.name, small ? part.words.split("; ") : [part.words], c.ink);
    });
    ctx.textAlign = "right";
    ctx.font = font(12);
    ctx.fillStyle = c.faint;
    ctx.fillText(`each stretch ${fixed(this.window, 2)} s`, width - 6, height - 6);
  }

  #border(ctx, frame, c, i) {
    if (!i) return;
    ctx.strokeStyle = c.grid;
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(frame.left - 4, frame.top - 4);
    ctx.lineTo(frame.left - 4, frame.bottom);
    ctx.stroke();
  }
  #head(ctx, frame, name, words, color) {
    ctx.textAlign = "left";
    ctx.font = font(13, true);
    ctx.fillStyle = color;
    ctx.fillText(name, frame.left, frame.top - 36);
    ctx.font = font(12);
    words.forEach((text, i) => ctx.fillText(text, frame.left, frame.top - 36 + 15 * (i + 1)));
  }
  #vWave(ctx, frame, values, c) {
    const { high, at } = extremes(values);
    if (at * this.beat.wave.step > this.start + this.window || at * this.beat.wave.step < this.start) return;
    plate(ctx, "v", frame.px(at * this.beat.wave.step), frame.py(high) - 5, c,
      { color: "la", align: "center", bold: true });
  }

  drawFrame() {
    if (this.hasBeat && this.window < this.span) {
      const start = Math.floor(this.time / this.window) * this.window;
      if (start !== this.start) { this.start = start; this.redraw(); return; }
    }
    super.drawFrame();
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const { top, bottom } = this.#layout(width, height);
    const dot = (frame, values, color) => {
      ctx.beginPath();
      ctx.arc(frame.px(this.time), frame.py(valueAt(this.beat, values, this.time)), 4.5, 0, 2 * Math.PI);
      ctx.fillStyle = color;
      ctx.fill();
      ctx.strokeStyle = c.ground;
      ctx.lineWidth = 1.5;
      ctx.stroke();
    };
    this.#segments(top, 4).forEach((frame, i) => dot(frame, this.plan.right[i].values,
      c[inks[this.plan.right[i].ink].color]));
    this.#segments(bottom, 2).forEach((frame, i) =>
      { for (const [ink, values] of this.plan.left[i].curves) dot(frame, values, c[inks[ink].color]); });
  }

  describe() {
    const words = [...this.plan.right, ...this.plan.left].map((p) => `${p.name}: ${p.words}`).join(". ");
    return `${words} mmHg.`;
  }
}
