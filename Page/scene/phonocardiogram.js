// <mitral-phonocardiogram>: the heart sounds as a trace, with the sounds and murmurs named that the engine hears in each beat,
// above the electrocardiogram; described in the examiner's words.

import { SceneElement, font } from "./element.js";
import { Frame, line, inks, scaleX, plate } from "./plot.js";
import { faded } from "./palette.js";
import { extremes, activations } from "./wave.js";

/** Signs of sounds; of the halves of the first and second the left heart's are named. */
const SIGNS = { M1: "S1", A2: "S2", S3: "S3", S4: "S4", click: "click", "opening-snap": "OS", "closing-click": "CC", "opening-click": "OC" };

/** What is drawn over a span: [{name, at}] of sounds and [{name, from, to}] of murmurs; what runs over its end begins anew. */
export function marksOf(marks, span) {
  const out = { sounds: [], murmurs: [] };
  for (const { sounds, murmurs } of marks) {
    for (const { id, time } of sounds) if (SIGNS[id]) out.sounds.push({ name: SIGNS[id], at: ((time % span) + span) % span });
    for (const { id, from, to } of murmurs) {
      const name = id === "mitral-flow" || id === "tricuspid-flow" ? "rumble" : "murmur";
      out.murmurs.push({ name, from: Math.max(from, 0), to: Math.min(to, span) });
      if (to > span) out.murmurs.push({ name, from: 0, to: to - span });
      if (from < 0) out.murmurs.push({ name, from: span + from, to: span });
    }
  }
  return out;
}

/** The longest stretch of an irregular run that is shown at once, s. */
const page = 2.6;

export class MitralPhonocardiogram extends SceneElement {
  #sound = null;

  get heading() { return "Phonocardiogram"; }
  heightFor(width) { return width < 480 ? 236 : 260; }

  /** {rate, samples, site?}: of engine.sound, from the wave's first sample. */
  get sound() { return this.#sound; }
  set sound(value) {
    this.#sound = value ?? null;
    this.prepare();
    this.retell();
    this.redraw();
  }

  prepare() {
    this.marks = null;
    this.start = 0;
    this.window = this.hasBeat ? Math.min(this.span, this.beat.status === "periodic" ? 4 : page) : 1;
    if (this.hasBeat && this.#sound?.marks) this.marks = marksOf(this.#sound.marks, this.span);
  }

  #frames(width, height) {
    const x = [this.start, this.start + this.window];
    const loud = this.#sound?.samples?.length ? extremes(this.#sound.samples) : { low: -1, high: 1 };
    const reach = 1.05 * Math.max(-loud.low, loud.high, 1e-9);
    const ecg = this.beat.ecg?.II?.length ? extremes(this.beat.ecg.II) : { low: 0, high: 1 };
    return {
      sound: new Frame({ left: 8, right: width - 8, top: 46, bottom: height - 96, x, y: [-reach, reach] }),
      ecg: new Frame({ left: 8, right: width - 8, top: height - 86, bottom: height - 38, x, y: [ecg.low, ecg.high] }),
    };
  }

  drawStill({ ctx, width, height, colors: c }) {
    const { sound, ecg } = this.#frames(width, height);
    ctx.font = font(12, true);
    ctx.textAlign = "left";
    ctx.fillStyle = c.ink;
    ctx.fillText("Heart sounds", 8, 14);
    const at = activations(this.beat)[0] ?? 0;
    scaleX(ctx, ecg, c, { most: width / 80, shift: at, title: "" });
    ctx.textAlign = "center";
    ctx.fillStyle = c.faint;
    ctx.fillText("Time after ventricular activation (s)", width / 2, height - 5);
    const trace = this.beat.ecg;
    if (trace?.II?.length) {
      line(ctx, Array.from({ length: Math.round(ecg.right - ecg.left) }, (_, i) => {
        const time = this.start + (i / (ecg.right - ecg.left)) * this.window;
        return [ecg.left + i, ecg.py(trace.II[Math.min(Math.floor(time * trace.rate), trace.II.length - 1)])];
      }), { ...inks.signal, color: "faint" }, c);
      plate(ctx, "ECG", ecg.left, ecg.top + 8, c, { color: "faint" });
    }
    if (!this.#sound?.samples?.length) {
      ctx.textAlign = "center";
      ctx.font = font(13);
      ctx.fillStyle = c.faint;
      ctx.fillText("No sound yet: choose a site.", width / 2, (sound.top + sound.bottom) / 2);
      return;
    }
    this.#murmurs(ctx, sound, c);
    this.#trace(ctx, sound, c);
    this.#names(ctx, sound, c);
  }

  /** Names above the trace, on a second line where they would touch. */
  #names(ctx, frame, c) {
    ctx.font = font(13, true);
    const ends = [-Infinity, -Infinity];
    for (const { name, at } of this.marks.sounds.toSorted((a, b) => a.at - b.at)) {
      if (at < this.start || at > this.start + this.window) continue;
      const half = 0.5 * ctx.measureText(name).width + 3;
      const x = Math.min(Math.max(frame.px(at), frame.left + half), frame.right - half);
      const row = Math.max(ends.findIndex((end) => end <= x - half), 0);
      ends[row] = x + half;
      plate(ctx, name, x, frame.top - 4 - 15 * row, c, { align: "center", bold: true, size: 13 });
    }
  }

  #murmurs(ctx, frame, c) {
    let end = -Infinity;
    for (const { name, from, to } of this.marks.murmurs.toSorted((a, b) => a.from - b.from)) {
      const [a, b] = [from, to].map((t) => Math.min(Math.max(frame.px(t), frame.left), frame.right));
      if (b - a < 4) continue;
      ctx.fillStyle = faded(c.leak, 0.14);
      ctx.fillRect(a, frame.top, b - a, frame.bottom - frame.top);
      ctx.strokeStyle = c.leak;
      ctx.lineWidth = 2;
      ctx.beginPath();
      ctx.moveTo(a, frame.bottom - 6);
      ctx.lineTo(a, frame.bottom);
      ctx.lineTo(b, frame.bottom);
      ctx.lineTo(b, frame.bottom - 6);
      ctx.stroke();
      ctx.font = font(13, true);
      // Of several at once one name is enough: the description tells them apart.
      if (a >= end && b - a > ctx.measureText(name).width) {
        plate(ctx, name, (a + b) / 2, frame.bottom - 5, c, { color: "leak", align: "center", bold: true, size: 13 });
        end = b;
      }
    }
  }

  /** Lowest to highest in every column, as a machine writes it. */
  #trace(ctx, frame, c) {
    const { samples, rate } = this.#sound;
    const columns = Math.round(frame.right - frame.left) * 2;
    ctx.strokeStyle = c.signal;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (let i = 0; i < columns; i += 1) {
      const from = Math.floor((this.start + (i / columns) * this.window) * rate);
      const to = Math.min(Math.max(from + 1, Math.floor((this.start + ((i + 1) / columns) * this.window) * rate)),
        samples.length);
      if (from >= samples.length) break;
      let [low, high] = [Infinity, -Infinity];
      for (let k = from; k < to; k += 1) { low = Math.min(low, samples[k]); high = Math.max(high, samples[k]); }
      const x = frame.left + i / 2;
      const [y0, y1] = [frame.py(high), frame.py(low)];
      if (i) ctx.lineTo(x, y0); else ctx.moveTo(x, y0);
      ctx.lineTo(x, Math.max(y1, y0 + 0.5));
    }
    ctx.stroke();
  }

  drawFrame() {
    if (this.hasBeat && this.window < this.span) {
      const start = Math.floor(this.time / this.window) * this.window;
      if (start !== this.start) { this.start = start; this.redraw(); return; }
    }
    super.drawFrame();
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const { sound, ecg } = this.#frames(width, height);
    const x = sound.px(this.time);
    this.at = x;
    ctx.strokeStyle = c.cursor;
    ctx.lineWidth = 1.5;
    ctx.beginPath();
    ctx.moveTo(x, sound.top);
    ctx.lineTo(x, ecg.bottom);
    ctx.stroke();
  }
  dirty() { return [this.at - 3, 0, 6, this.size.height]; }

  describe() {
    if (!this.marks) return "No sound yet.";
    return `Heard at the ${String(this.#sound.site).replaceAll("-", " ")}: ${this.#sound.sentences.join(" ")}`;
  }
}
