// <mitral-wiggers>: all that happens in a heartbeat, row above row on one axis of time (Wiggers 1915): pressures,
// volume, flows with the leak, the electrocardiogram and the heart sounds, the valves' moments through all rows, and a
// cursor.

import { SceneElement, font } from "./element.js";
import { Frame, inks, scaleY, scaleX, line, nameCurves, plate } from "./plot.js";
import { extremes, valueAt, moments, systoles, leakFlow, fixed, wrap, activations } from "./wave.js";

const left = 44;
const right = 10;
const gap = 27;
const head = 76;
/** Below the last row, for the name of systole. */
const foot = 16;
/** The longest stretch that is shown at once, s. */
const page = 2.6;

export class MitralWiggers extends SceneElement {
  #sound = null;

  get heading() { return "Wiggers diagram: pressures, volume, flows, electrocardiogram and heart sounds"; }

  /** {rate, samples} of the heart sounds, over the wave from its first sample. */
  get sound() { return this.#sound; }
  set sound(value) {
    this.#sound = value ?? null;
    this.prepare();
    this.redraw();
  }

  heightFor(width) {
    const body = this.rows ? this.rows.reduce((sum, row) => sum + this.#rowHeight(row, width) + gap, 0) : 480;
    return Math.round(head + body + 42);
  }
  #rowHeight(row, width) { return Math.round(row.share * Math.min(Math.max(width, 360), 720) * 0.36); }

  prepare() {
    this.rows = null;
    if (!this.hasBeat) return;
    const { beat } = this;
    const { wave } = beat;
    const flow = leakFlow(beat);
    const leak = flow.map((q, i) => (wave.mitralOpening[i] < 0.25 && q > 8 ? -q : NaN));
    const leaks = extremes(leak).low < -12;
    // The model's mitral flow holds the leak; here it has a line of its own.
    const mitral = wave.qMitral.map((q, i) => (leaks && leak[i] < 0 ? NaN : q));
    this.total = this.span;
    this.window = Math.min(beat.status === "periodic" ? 1.35 * this.total : this.total,
      Math.max(page, this.total < page ? this.total : page));
    this.rows = [
      { title: "Pressure", unit: "mmHg", share: 1, curves: [
        { text: "LV", ink: "lv", values: wave.pLV }, { text: "Aorta", ink: "ao", values: wave.pAo },
          { text: "LA", ink: "la", values: wave.pLA }] },
      { title: "Volume", unit: "mL", share: 0.52, curves: [{ text: "LV", ink: "lv", values: wave.vLV },
        { text: "LA", ink: "la", values: wave.vLA }] },
      { title: "Flow", unit: "mL/s", share: 0.62, curves: [
        { text: "mitral", ink: "flow", values: mitral }, { text: "aortic", ink: "ao", values: wave.qAortic },
        ...(leaks ? [{ text: "leak", ink: "leak", values: leak }] : [])] },
    ];
    if (beat.ecg?.II?.length) this.rows.push({ title: "ECG, lead II", unit: "mV", share: 0.3,
      curves: [{ text: "", ink: "signal", values: beat.ecg.II, rate: beat.ecg.rate }] });
    if (this.#sound?.samples?.length) this.rows.push({ title: "Heart sounds", unit: "", share: 0.26, envelope: true,
      curves: [{ text: "", ink: "signal", values: this.#sound.samples, rate: this.#sound.rate }] });
    this.start = 0;
  }

  /** Where the page that holds a time begins. */
  #page(time) {
    return this.beat.status === "periodic" || this.window >= this.total ?
      0 : Math.floor(time / this.window) * this.window;
  }

  #layout(width, height) {
    let top = head;
    return this.rows.map((row) => {
      const [low, high] = row.curves.reduce(([a, b], curve) => {
        const e = extremes(curve.values);
        return [Math.min(a, e.low), Math.max(b, e.high)];
      }, [row.envelope || row.unit === "mV" ? Infinity : 0, -Infinity]);
      const size = this.#rowHeight(row, width);
      const range = row.unit === "mmHg" || row.unit === "mL" ? [Math.min(low, 0), 1.06 * high] : row.envelope ?
        [-Math.max(-low, high), Math.max(-low, high)] : [low - 0.03 * (high - low), high + 0.07 * (high - low)];
      const frame = new Frame({ left, right: width - right, top, bottom: top + size,
        x: [this.start, this.start + this.window], y: range });
      top += size + gap;
      void height;
      return { row, frame };
    });
  }

  drawStill({ ctx, width, height, colors: c }) {
    const layout = this.#layout(width, height);
    const first = layout[0].frame;
    const bottom = layout[layout.length - 1].frame.bottom + foot;
    this.#shade(ctx, first, bottom, c);
    layout.forEach(({ row, frame }, place) => {
      if (row.envelope) this.#title(ctx, row, frame, c);
      else scaleY(ctx, frame, c, { most: Math.max(2, (frame.bottom - frame.top) / 34), unit: row.unit,
        title: row.title });
      const drawn = row.curves.map((curve) => ({ text: curve.text, color: inks[curve.ink].color, ink: inks[curve.ink],
        points: this.#points(curve, frame, row.envelope) }));
      for (const curve of drawn) line(ctx, curve.points, curve.ink, c);
      nameCurves(ctx, frame, drawn.filter((curve) => curve.text), c);
      if (place === layout.length - 1) {
        scaleX(ctx, new Frame({ ...frame, bottom }), c, { most: width / 80, shift: activations(this.beat)[0] ?? 0,
          title: "Time after ventricular activation (s)" });
      }
    });
    this.#events(ctx, first, bottom, c);
  }

  #title(ctx, row, frame, c) {
    ctx.font = font(12, true);
    ctx.textAlign = "left";
    ctx.fillStyle = c.ink;
    ctx.fillText(row.title, 4, frame.top - 7);
  }

  #points(curve, frame, envelope) {
    const [from, to] = frame.x;
    const points = [];
    const columns = Math.round(frame.right - frame.left);
    if (curve.rate) {
      const length = curve.values.length / curve.rate;
      for (let i = 0; i <= columns; i += envelope ? 0.5 : 1) {
        const time = from + (i / columns) * (to - from);
        const at = (t) => curve.values[Math.min(Math.floor(wrap(t, length) * curve.rate), curve.values.length - 1)];
        points.push([frame.left + i, frame.py(at(time))]);
      }
      return points;
    }
    for (let i = 0; i <= columns; i += 1) {
      const time = from + (i / columns) * (to - from);
      points.push([frame.left + i, frame.py(valueAt(this.beat, curve.values, time))]);
    }
    return points;
  }

  #shade(ctx, frame, bottom, c) {
    const stretches = systoles(this.beat);
    ctx.fillStyle = c.systole;
    for (let turn = 0; turn <= 1; turn += 1) {
      for (const [a, b] of stretches) {
        const [from, to] = [a + turn * this.total, b + turn * this.total].map((t) =>
          Math.min(Math.max(t, frame.x[0]), frame.x[1]));
        if (to <= from) continue;
        const x = frame.px(from);
        ctx.fillRect(x, frame.top - 22, frame.px(to) - x, bottom - frame.top + 22);
        if (frame.px(to) - x > 56) {
          ctx.save();
          ctx.font = font(12);
          ctx.textAlign = "center";
          ctx.fillStyle = c.faint;
          ctx.fillText("systole", (x + frame.px(to)) / 2, bottom - 4);
          ctx.restore();
          ctx.fillStyle = c.systole;
        }
      }
      if (this.beat.status !== "periodic") break;
    }
  }

  #events(ctx, frame, bottom, c) {
    const m = moments(this.beat);
    const names = [["mitralClosure", "mitral closes", -1, 0], ["aorticOpening", "aortic opens", 1, 0],
      ["aorticClosure", "aortic closes", -1, 1], ["mitralOpening", "mitral opens", 1, 1]];
    ctx.font = font(12);
    const small = frame.right - frame.left < 460;
    for (const [key, words, side, row] of names) {
      const time = m[key];
      if (time === undefined || time < frame.x[0] || time > frame.x[1]) continue;
      const x = Math.round(frame.px(time)) + 0.5;
      const y = small ? 12 + 16 * row : 16 + 16 * row;
      ctx.strokeStyle = c.faint;
      ctx.lineWidth = 1;
      ctx.setLineDash([2, 3]);
      ctx.beginPath();
      ctx.moveTo(x, y + 4);
      ctx.lineTo(x, bottom);
      ctx.stroke();
      ctx.setLineDash([]);
      ctx.textAlign = side < 0 ? "right" : "left";
      const wide = ctx.measureText(words).width;
      const fits = side < 0 ? x - wide - 6 > 0 : x + wide + 6 < frame.right + 8;
      ctx.fillStyle = c.faint;
      if (fits) ctx.fillText(words, x + 3 * side, y);
    }
  }

  #cursorX(width) {
    const time = this.time - this.start;
    return left + (time / this.window) * (width - left - right);
  }

  drawFrame() {
    if (this.hasBeat && this.rows) {
      const start = this.#page(this.time);
      if (start !== this.start) { this.start = start; this.redraw(); return; }
    }
    super.drawFrame();
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const x = this.#cursorX(width);
    this.at = x;
    const layout = this.#layout(width, height);
    ctx.strokeStyle = c.cursor;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, 42);
    ctx.lineTo(x, layout[layout.length - 1].frame.bottom + foot);
    ctx.stroke();
    for (const { row, frame } of layout) {
      for (const curve of row.curves) {
        if (curve.rate) continue;
        const y = frame.py(valueAt(this.beat, curve.values, this.time));
        if (Number.isNaN(y)) continue;
        ctx.beginPath();
        ctx.arc(x, y, 4, 0, 2 * Math.PI);
        ctx.fillStyle = c[inks[curve.ink].color];
        ctx.fill();
        ctx.strokeStyle = c.ground;
        ctx.lineWidth = 1.2;
        ctx.stroke();
      }
    }
    const { beat, time } = this;
    const at = (name) => fixed(valueAt(beat, beat.wave[name], time));
    const align = x < width / 2 ? "left" : "right";
    plate(ctx, `LV ${at("pLV")} · LA ${at("pLA")} · Ao ${at("pAo")} mmHg`, x + (align === "left" ? 6 : -6), 50, c,
      { align });
  }
  dirty() {
    const width = this.size.width;
    const wide = 222;
    return this.at < width / 2 ? [this.at - 8, 0, wide, this.size.height] : [this.at - wide + 8, 0, wide,
      this.size.height];
  }

  describe() {
    const { beat } = this;
    const { wave } = beat;
    const most = (name) => fixed(extremes(wave[name]).high);
    const least = (name) => fixed(extremes(wave[name]).low);
    const leak = extremes(leakFlow(beat)).high;
    return `The left ventricle rises to ${most("pLV")} mmHg, the aorta lies between ${least("pAo")} and ` +
      `${most("pAo")} mmHg, the left atrium reaches ${most("pLA")} mmHg. ` +
      `The left ventricle holds ${most("vLV")} to ${least("vLV")} mL. ` +
      `${leak > 12 ? `At most ${fixed(leak)} mL/s flow` : "Nothing flows"} back through the mitral valve.`;
  }
}
