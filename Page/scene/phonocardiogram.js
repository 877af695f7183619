// <mitral-phonocardiogram>: the heart sounds as a trace, with the first and second sound, third and fourth where they
// are there, and the murmur named, above the electrocardiogram. Everything is read off the sound itself and the beat's
// moments.

import { SceneElement, font } from "./element.js";
import { Frame, line, inks, scaleX, plate } from "./plot.js";
import { faded } from "./palette.js";
import { extremes, moments, wrap, activations, leakFlow } from "./wave.js";

/** Loudness in steps of 5 ms over one span, RMS. */
function loudness(sound, span) {
  const step = 0.005;
  const n = Math.max(1, Math.round(span / step));
  const out = new Float64Array(n);
  for (let i = 0; i < n; i += 1) {
    const from = Math.floor(i * step * sound.rate);
    const to = Math.min(Math.floor((i + 1) * step * sound.rate), sound.samples.length);
    let sum = 0;
    for (let k = from; k < to; k += 1) sum += sound.samples[k] ** 2;
    out[i] = Math.sqrt(sum / Math.max(to - from, 1));
  }
  return { step, values: out };
}

/** [{name, at}] of sounds and [{from, to}] of murmurs, s within the span. */
export function marksOf(beat, sound, span) {
  const m = moments(beat);
  const loud = loudness(sound, span);
  const n = loud.values.length;
  const most = extremes(loud.values).high;
  const peak = (from, to) => {
    let best = { at: from, value: 0 };
    for (let t = from; t <= to; t += loud.step) {
      const value = loud.values[Math.floor(wrap(t, span) / loud.step) % n];
      if (value > best.value) best = { at: wrap(t, span), value };
    }
    return best;
  };
  const level = (from, to) => {
    let [sum, count] = [0, 0];
    for (let t = from; t <= to; t += loud.step) { sum += loud.values[Math.floor(wrap(t, span) / loud.step) % n];
      count += 1; }
    return sum / Math.max(count, 1);
  };
  const out = { sounds: [], murmurs: [] };
  const own = activations(beat);
  // Moments are those of the first beat; another beat of an irregular run has them as far from its own activation.
  for (const start of own) {
    const shifted = (time) => (time === undefined ? undefined : time + start - own[0]);
    const [first, second] = [shifted(m.mitralClosure), shifted(m.aorticClosure)];
    if (first !== undefined) out.sounds.push({ name: "S1", at: peak(first - 0.02, first + 0.07).at });
    if (second !== undefined) out.sounds.push({ name: "S2", at: peak(second - 0.02, second + 0.07).at });
    // A third or fourth sound is one that stands out of what is around it.
    const extra = (name, from, to, around) => {
      const top = peak(from, to);
      if (top.value > 0.04 * most && top.value > 3 * level(...around)) out.sounds.push({ name, at: top.at });
    };
    if (second !== undefined) extra("S3", second + 0.1, second + 0.22, [second + 0.25, second + 0.33]);
    if (beat.status === "periodic") extra("S4", 0.03, start - 0.01, [-0.08, -0.01]);
  }
  const flow = leakFlow(beat);
  let from = null;
  for (let i = 0; i <= flow.length; i += 1) {
    const on = i < flow.length && flow[i] > 12 && beat.wave.jetVelocity[i] > 1.5 && beat.wave.mitralOpening[i] < 0.25;
    const t = i * beat.wave.step;
    if (on && from === null) from = t;
    if (!on && from !== null) {
      // What cannot be told from silence is no murmur.
      if (t - from > 0.05 && level(from + 0.02, t - 0.02) > 0.012 * most) out.murmurs.push({ from, to: t });
      from = null;
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
    if (this.hasBeat && this.#sound?.samples?.length) this.marks = marksOf(this.beat, this.#sound, this.span);
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
    for (const { name, at: time } of this.marks.sounds) {
      if (time < this.start || time > this.start + this.window) continue;
      const x = Math.min(Math.max(sound.px(time), sound.left + 10), sound.right - 10);
      plate(ctx, name, x, sound.top - 4, c, { align: "center", bold: true, size: 13 });
    }
  }

  #murmurs(ctx, frame, c) {
    for (const { from, to } of this.marks.murmurs) {
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
      if (b - a > ctx.measureText("murmur").width) plate(ctx, "murmur", (a + b) / 2, frame.bottom - 5, c, { color: "leak", align: "center", bold: true, size: 13 });
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
    const site = this.#sound.site ? ` at the ${String(this.#sound.site).replaceAll("-", " ")}` : "";
    const sounds = [...new Set(this.marks.sounds.map(({ name }) => name))].join(", ");
    const [first] = this.marks.murmurs;
    const lasts = this.marks.murmurs.reduce((sum, { from, to }) => sum + to - from, 0) / activations(this.beat).length;
    const murmur = first ? `A murmur lasts ${Math.round(1000 * lasts)} ms of systole.` : "No murmur is heard.";
    return `Heard${site}: ${sounds}. ${murmur}`;
  }
}
