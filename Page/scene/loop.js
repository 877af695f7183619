// <mitral-loop>: pressure against volume of the left ventricle, the healthy heart's loop dashed behind it, a point that
// moves along, and the stroke divided into what goes forward and what goes back.

import { SceneElement, font } from "./element.js";
import { Frame, inks, scaleY, scaleX, line, outward, plate } from "./plot.js";
import { faded } from "./palette.js";
import { extremes, valueAt, fixed } from "./wave.js";

export class MitralLoop extends SceneElement {
  get heading() { return "Pressure–volume loop of the left ventricle"; }
  heightFor(width) { return Math.round(Math.min(0.86 * width, 520) + 60); }

  prepare() {
    this.plan = null;
    if (!this.hasBeat) return;
    const { beat } = this;
    const volume = extremes(beat.wave.vLV);
    const back = beat.valves?.mitral?.regurgitantVolume ?? beat.findings?.RVol ?? 0;
    // Beats that differ have means: those that are found.
    const { LVEDV, LVESV } = beat.findings ?? {};
    const steady = beat.status === "periodic" || LVEDV === undefined || LVESV === undefined;
    const [full, empty] = steady ? [volume.high, volume.low] : [LVEDV, LVESV];
    const stroke = full - empty;
    const most = Math.min(Math.max(back, 0), stroke);
    // What closing the valve sends back is neither forward nor leak.
    const forward = back >= 1 ? Math.min(Math.max(beat.findings?.FSV ?? stroke - most, 0), stroke) : stroke;
    this.plan = { full, empty, stroke, forward, back: Math.min(most, stroke - forward) };
  }

  #frame(width, height) {
    const waves = [this.beat.wave, this.ghost?.wave].filter(Boolean);
    const high = Math.max(...waves.map((w) => extremes(w.pLV).high), 20);
    const low = Math.min(...waves.map((w) => extremes(w.pLV).low), 0);
    const wide = Math.max(...waves.map((w) => extremes(w.vLV).high));
    return new Frame({ left: 44, right: width - 14, top: 30, bottom: height - 116,
      x: [0, wide * (width < 480 ? 1.3 : 1.18)], y: outward(low, high * 1.04, (height - 146) / 44) });
  }

  #points(wave, frame, closed) {
    const points = Array.from(wave.vLV, (v, i) => [frame.px(v), frame.py(wave.pLV[i])]);
    if (closed) points.push(points[0]);
    return points;
  }

  drawStill({ ctx, width, height, colors: c }) {
    const frame = this.#frame(width, height);
    scaleY(ctx, frame, c, { most: (frame.bottom - frame.top) / 44, title: "LV pressure", unit: "mmHg" });
    scaleX(ctx, frame, c, { most: width / 70, title: "LV volume (mL)" });
    if (this.ghost?.wave) {
      const points = this.#points(this.ghost.wave, frame, true);
      line(ctx, points, inks.ghost, c);
      const best = points.reduce((a, b) => (b[1] < a[1] ? b : a));
      plate(ctx, this.ghostName, best[0], Math.max(best[1] - 7, frame.top + 10), c, { color: "ghost", align: "center" });
    }
    const points = this.#points(this.beat.wave, frame, this.beat.status === "periodic");
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.fillStyle = faded(c.lv, 0.1);
    if (this.beat.status === "periodic") ctx.fill();
    line(ctx, points, this.beat.status === "periodic" ? inks.lv : { ...inks.lv, width: 1.3 }, c);
    this.#corners(ctx, frame, c);
    this.#stroke(ctx, frame, c, height);
  }

  /** End-diastolic and end-systolic volume as lines down to the axis. */
  #corners(ctx, frame, c) {
    const { full, empty } = this.plan;
    for (const [volume, words, align] of [[empty, "ESV", "right"], [full, "EDV", "left"]]) {
      const x = frame.px(volume);
      ctx.strokeStyle = c.faint;
      ctx.lineWidth = 1;
      ctx.setLineDash([2, 3]);
      ctx.beginPath();
      ctx.moveTo(x, frame.py(frame.y[0] + 0.55 * (frame.y[1] - frame.y[0])));
      ctx.lineTo(x, frame.bottom + 66);
      ctx.stroke();
      ctx.setLineDash([]);
      plate(ctx, `${words} ${fixed(volume)}`, x + (align === "left" ? 5 : -5), frame.bottom + 60, c,
        { align, bold: true });
    }
  }

  /** The stroke below the axis: forward, and back into the atrium. */
  #stroke(ctx, frame, c, height) {
    const { full, empty, stroke, forward, back } = this.plan;
    const y = frame.bottom + 57;
    const [x0, x1] = [frame.px(empty), frame.px(full)];
    const middle = frame.px(full - forward);
    const bar = (from, to, color, hatched) => {
      if (to - from < 1) return;
      ctx.fillStyle = faded(c[color], hatched ? 0.22 : 0.32);
      ctx.fillRect(from, y - 9, to - from, 14);
      ctx.strokeStyle = c[color];
      ctx.lineWidth = 1.6;
      ctx.beginPath();
      ctx.rect(from, y - 9, to - from, 14);
      if (hatched) for (let x = from + 5; x < to; x += 6) { ctx.moveTo(x, y - 9);
        ctx.lineTo(Math.max(x - 6, from), y + 5); }
      ctx.stroke();
    };
    bar(middle, x1, "ao", false);
    bar(x0, middle, "leak", true);
    const words = back >= 1
      ? [[`back ${fixed(back)} mL`, "leak"], [`forward ${fixed(forward)} mL`, "ao"]]
      : [[`stroke ${fixed(stroke)} mL, all forward`, "ao"]];
    ctx.font = font(13, true);
    const total = words.reduce((sum, [text]) => sum + ctx.measureText(text).width + 16, -16);
    let x = Math.min(Math.max((x0 + x1) / 2 - total / 2, frame.left - 36), frame.right - total);
    ctx.textAlign = "left";
    for (const [text, color] of words) {
      ctx.fillStyle = c[color];
      ctx.fillText(text, x, y + 24);
      x += ctx.measureText(text).width + 16;
    }
    ctx.fillStyle = c.faint;
    ctx.font = font(12);
    ctx.textAlign = "left";
    ctx.fillText(`Stroke ${fixed(stroke)} mL, ejection fraction ${fixed((100 * stroke) / full)} %`, 4, height - 8);
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const frame = this.#frame(width, height);
    const { beat, time } = this;
    const [volume, pressure] = [valueAt(beat, beat.wave.vLV, time), valueAt(beat, beat.wave.pLV, time)];
    const [x, y] = [frame.px(volume), frame.py(pressure)];
    // Its way of the last tenth of a second.
    ctx.lineCap = "round";
    ctx.lineWidth = 5;
    ctx.strokeStyle = faded(c.cursor, 0.35);
    ctx.beginPath();
    let box = [x, y, x, y];
    for (let i = 0; i <= 10; i += 1) {
      const t = time - 0.01 * i;
      if (beat.status !== "periodic" && t < 0) break;
      const [u, v] = [frame.px(valueAt(beat, beat.wave.vLV, t)), frame.py(valueAt(beat, beat.wave.pLV, t))];
      if (i) ctx.lineTo(u, v); else ctx.moveTo(u, v);
      box = [Math.min(box[0], u), Math.min(box[1], v), Math.max(box[2], u), Math.max(box[3], v)];
    }
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(x, y, 6.5, 0, 2 * Math.PI);
    ctx.fillStyle = c.cursor;
    ctx.fill();
    ctx.strokeStyle = c.ground;
    ctx.lineWidth = 2;
    ctx.stroke();
    ctx.lineCap = "butt";
    this.box = [box[0] - 12, box[1] - 12, box[2] - box[0] + 24, box[3] - box[1] + 24];
  }
  dirty() { return this.box; }

  describe() {
    const { full, empty, stroke, forward, back } = this.plan;
    const ghost = this.ghost?.wave && extremes(this.ghost.wave.vLV);
    const compared = ghost
      ? ` The loop behind (${this.ghostName}) lies between ${fixed(ghost.low)} and ${fixed(ghost.high)} mL.` : "";
    const most = fixed(extremes(this.beat.wave.pLV).high);
    return `The left ventricle goes from ${fixed(full)} mL at the end of diastole to ${fixed(empty)} mL, ` +
      `at up to ${most} mmHg. ` +
      `Of ${fixed(stroke)} mL, ${fixed(forward)} go forward and ${fixed(back)} leak back` +
      `${stroke - forward - back >= 1 ? `; ${fixed(stroke - forward - back)} go back while the valve closes` : ""}.${compared}`;
  }
}
