// <mitral-heart>: the heart in a schematic section, beating from the model. Chambers, walls, valves, leaflets by
// mechanism, the jet and the streams of blood all follow the beat's signals; nothing moves by itself. With the attribute
// `compact` it leaves out its key, for places where height is dear.

import { SceneElement, font } from "./element.js";
import { faded } from "./palette.js";
import { activations, valueAt, phase, fixed, extremes } from "./wave.js";
import { formOf, formWords } from "./heart/form.js";
import { measures, sizes } from "./heart/motion.js";
import { shape } from "./heart/shape.js";
import { mitralValve, papillaries } from "./heart/valve.js";
import { jetPlan, jetAt } from "./heart/jet.js";
import { flowPlan, streaks, jetStreaks } from "./heart/flow.js";
import { trace, area } from "./heart/chamber.js";
import * as paint from "./heart/paint.js";
import * as apparatus from "./heart/apparatus.js";

/** The axis leans: the tip to the patient's left. */
const tilt = -0.26;

export class MitralHeart extends SceneElement {
  get heading() { return "The beating heart in a schematic section"; }

  static observedAttributes = ["compact"];
  attributeChangedCallback() { if (this.size) this.resized(); }
  get #isCompact() { return this.hasAttribute("compact"); }

  heightFor(width) {
    if (this.#isCompact) return Math.round(1.08 * width + 30);
    return Math.round(width < 480 ? 1.16 * width + 44 : Math.min(1.02 * width, 760) + 40);
  }

  prepare() {
    this.plan = null;
    if (!this.hasBeat) return;
    const { beat } = this;
    const m = measures(beat);
    this.plan = {
      m, form: formOf(beat), jet: jetPlan(beat), flow: flowPlan(beat),
      area: beat.geometry?.mitralOpenArea ?? beat.findings?.MVA ?? 5.8,
      outline: this.#fullest(beat, m),
    };
    this.plan.ghost = this.ghost?.wave?.count ? this.#fullest(this.ghost, measures(this.ghost)) : null;
    this.plan.view = this.#view();
  }

  /** The outline at end diastole, and the sizes by which the picture is scaled. */
  #fullest(beat, m) {
    const time = extremes(beat.wave.vLV).at * beat.wave.step;
    return { g: shape(m, sizes(beat, m, time)), m };
  }

  /** What has to be in the picture, in cm after the turn: the heart at its largest. */
  #view() {
    const { beat, plan } = this;
    const box = { left: 1e9, right: -1e9, top: 1e9, bottom: -1e9 };
    const times = [extremes(beat.wave.vLV), extremes(beat.wave.vLA)].map((e) => e.at * beat.wave.step);
    const shapes = times.map((t) => shape(plan.m, sizes(beat, plan.m, t)));
    if (plan.ghost) shapes.push(plan.ghost.g);
    const [c, s] = [Math.cos(tilt), Math.sin(tilt)];
    for (const g of shapes) {
      const vessel = [...g.aorta.line, ...g.trunk.line.slice(-1)].map(([x, y]) => [x, y - 0.5 * g.aorta.width - 1]);
      for (const [x, y] of [...g.lvOuter, ...g.laOuter, ...g.raOuter, ...g.rvWall, ...vessel,
        ...g.veins.map((v) => v.line[v.line.length - 1]), g.lowerVein.line[g.lowerVein.line.length - 1]]) {
        const [u, v] = [x * c - y * s, x * s + y * c];
        box.left = Math.min(box.left, u);
        box.right = Math.max(box.right, u);
        box.top = Math.min(box.top, v);
        box.bottom = Math.max(box.bottom, v);
      }
    }
    return box;
  }

  /** Where the drawing stands on the element: {scale (px/cm), x, y}. */
  #place(width, height) {
    const { view } = this.plan;
    const top = this.#isCompact ? 26 : 34;
    const bottom = this.#keyHeight(width);
    const margin = 6;
    // No smaller heart fills the picture more than a healthy one: sizes can be compared.
    const wide = Math.max(view.right - view.left, 17.6);
    const high = Math.max(view.bottom - view.top, 20.2);
    const scale = Math.min((width - 2 * margin) / wide, (height - top - bottom) / high);
    return {
      scale, x: width / 2 - (scale * (view.left + view.right)) / 2,
      y: top + (height - top - bottom) / 2 - (scale * (view.top + view.bottom)) / 2,
    };
  }
  #keyHeight(width) { return this.#isCompact ? 4 : width < 760 ? 62 : 40; }

  /** The drawing's own geometry at a time, in cm: what tests and the description read. */
  geometry(time = this.time) {
    const { beat, plan } = this;
    const z = sizes(beat, plan.m, time);
    const g = shape(plan.m, z);
    const valve = mitralValve(g, z, plan.form, this.#leak(time), plan.jet.mostArea, plan.area);
    const jet = jetAt(beat, plan.jet, g, valve, plan.form, time);
    const end = jet?.line[jet.line.length - 1];
    // Where the jet's middle is across the atrium: 0 at the septum, 1 at the side wall.
    const middle = jet?.line[Math.round(0.6 * (jet.line.length - 1))];
    const slice = middle && g.laLeft.findIndex(([, y]) => y <= middle[1]);
    const across = middle && slice > 0 ?
      (middle[0] - g.laLeft[slice][0]) / (g.laRight[slice][0] - g.laLeft[slice][0]) : null;
    return {
      form: plan.form.kind, sizes: z, base: g.base, phase: phase(beat, time),
      areas: { lv: area(g.lv), la: area(g.la), rv: area(g.rv), ra: area(g.ra) },
      wall: z.thickness,
      mitral: {
        gap: valve.gap, tips: valve.tips, ring: g.mitral, origin: valve.origin,
        highest: Math.min(...valve.leaflets.anterior.map((p) => p[1]),
          ...valve.leaflets.posterior.map((p) => p[1])) - g.base,
        depth: 0.5 * (valve.tips[0][1] + valve.tips[1][1]) - g.base,
      },
      jet: jet ? { length: jet.length, area: jet.area, flow: jet.flow, width: 2 * Math.max(...jet.half), end,
        start: jet.line[0], across } : null,
    };
  }

  #leak(time) {
    const { jet } = this.plan;
    return valueAt(this.beat, jet.reach, time) > 0 ? valueAt(this.beat, this.beat.wave.leakArea, time) : 0;
  }

  drawStill({ ctx, width, height, colors }) {
    if (!this.#isCompact) this.#key(ctx, width, height, colors);
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const { beat, plan, time } = this;
    const { scale, x, y } = this.#place(width, height);
    const z = sizes(beat, plan.m, time);
    const g = shape(plan.m, z);
    const leak = this.#leak(time);
    const valve = mitralValve(g, z, plan.form, leak, plan.jet.mostArea, plan.area);
    const muscles = papillaries(g, z, plan.form);
    const jet = jetAt(beat, plan.jet, g, valve, plan.form, time);
    const px = 1 / scale;
    const artificial = plan.form.kind === "mechanical" || plan.form.kind === "biological";
    ctx.save();
    ctx.translate(x, y);
    ctx.scale(scale, scale);
    ctx.rotate(tilt);
    paint.behind(ctx, g, c);
    paint.muscle(ctx, g, c, px);
    paint.chambers(ctx, g, c, px, valueAt(beat, plan.jet.cloud, time));
    if (!artificial) apparatus.papillaryMuscles(ctx, g, muscles, plan.form, c, px);
    apparatus.rightChords(ctx, g, z, c, px);
    const list = streaks(beat, plan.flow, g, time);
    // The pulmonary trunk crosses in front of the aorta and what flows in it.
    paint.streaksOf(ctx, list.filter((one) => one.name === "aortic"), c, px);
    paint.front(ctx, g, c);
    paint.streaksOf(ctx, list.filter((one) => one.name !== "aortic"), c, px);
    if (!artificial) apparatus.chords(ctx, valve, muscles, plan.form, c, px);
    if (jet) paint.jetOf(ctx, jet, g, c, px, time, jetStreaks(jet, valve.origin, time));
    apparatus.mitralLeaflets(ctx, g, valve, plan.form, c, px);
    apparatus.torn(ctx, valve, muscles, plan.form, c, px, time);
    apparatus.otherValves(ctx, g, z, c, px);
    apparatus.pulmonaryValve(ctx, g, z, c, px);
    if (plan.ghost) this.#ghostLine(ctx, plan.ghost.g, c, px);
    ctx.restore();
    this.#labels(ctx, { g, z, jet, c, scale, x, y, width });
    this.#phase(ctx, width, c);
  }

  #ghostLine(ctx, g, c, px) {
    ctx.lineJoin = "round";
    for (const points of [g.lv, g.la]) {
      for (const [style, w, dash] of [[faded(c.ground, 0.8), 3.2, []], [c.ghost, 1.7, [7 * px, 5 * px]]]) {
        // Open at the rings, where the valves are.
        ctx.beginPath();
        trace(ctx, points);
        ctx.strokeStyle = style;
        ctx.lineWidth = w * px;
        ctx.setLineDash(dash);
        ctx.stroke();
      }
    }
    ctx.setLineDash([]);
  }

  #labels(ctx, { g, z, jet, c, scale, x, y, width }) {
    const [cos, sin] = [Math.cos(tilt), Math.sin(tilt)];
    const at = ([u, v]) => [x + scale * (u * cos - v * sin), y + scale * (u * sin + v * cos)];
    const small = width < 480;
    const name = (words, place, value) => {
      const [px, py] = at(place);
      ctx.textAlign = "center";
      const write = (text, dy, size, bold) => {
        ctx.font = font(size, bold);
        ctx.lineJoin = "round";
        ctx.lineWidth = 3.5;
        ctx.strokeStyle = faded(words[0] === "R" ? c["blood-poor"] : c["blood-rich"], 0.85);
        ctx.strokeText(text, px, py + dy);
        ctx.fillStyle = c.ink;
        ctx.fillText(text, px, py + dy);
      };
      write(words, 0, small ? 14 : 17, true);
      write(`${fixed(value)} mL`, small ? 14 : 17, small ? 12 : 14, false);
    };
    const between = (left, right, i, share = 0.5) => [left[i][0] + share * (right[i][0] - left[i][0]), left[i][1]];
    name("LV", between(g.lvLeft, g.lvRight, 15, 0.5), z.vLV);
    const aside = jet ? (this.plan.form.side < 0 ? 0.72 : this.plan.form.side > 0 ? 0.28 : 0.82) : 0.55;
    name("LA", between(g.laLeft, g.laRight, jet && this.plan.form.side === 0 ? 11 : 10, aside), z.vLA);
    name("RV", between(g.rvFree, g.rvInner, 7, 0.55), z.vRV);
    name("RA", between(g.raLeft, g.raRight, 12, 0.5), z.vRA);
    const tag = (text, place, color, ink = c.ink) => {
      const [px, py] = at(place);
      ctx.font = font(small ? 12 : 13, true);
      ctx.textAlign = "center";
      ctx.lineWidth = 3;
      ctx.strokeStyle = color;
      ctx.strokeText(text, px, py + 4);
      ctx.fillStyle = ink;
      ctx.fillText(text, px, py + 4);
    };
    tag("Ao", g.aorta.line[Math.round(0.62 * g.aorta.line.length)], c.artery);
    tag("PA", g.trunk.line[Math.round(0.5 * g.trunk.line.length)], c.trunk);
    if (jet) {
      const k = Math.min(Math.round(0.62 * jet.line.length), jet.line.length - 1);
      if (jet.half[k] * scale > 11) tag("jet", jet.line[k], faded(c["jet-core"], 0.9), "#2a1200");
    }
  }

  #phase(ctx, width, c) {
    const { beat, time } = this;
    const small = width < 480;
    ctx.textAlign = "left";
    ctx.font = font(small ? 14 : 16, true);
    ctx.fillStyle = c.ink;
    ctx.fillText(phase(beat, time), 8, 20);
    ctx.font = font(small ? 12 : 13);
    ctx.fillStyle = c.faint;
    ctx.textAlign = "right";
    // As on the axes of the diagrams: since the ventricles were activated, or until they are.
    const since = time - (activations(beat).findLast((start) => start <= time) ?? activations(beat)[0]);
    ctx.fillText(`${fixed(1000 * since)} ms`, width - 8, 20);
  }

  #key(ctx, width, height, c) {
    const small = width < 480;
    ctx.font = font(small ? 12 : 13);
    ctx.textAlign = "left";
    const entries = [
      ["rich", "rich in oxygen"], ["poor", "poor in oxygen"],
      ...(this.plan.jet.most > 0 ? [["jet", "jet of the leak"]] : []),
      ...(this.plan.ghost ? [["ghost", `${this.ghostName}, fullest`]] : []), ["scale", "5 cm"],
    ];
    const { scale } = this.#place(width, height);
    let [x, y] = [8, height - this.#keyHeight(width) + 22];
    for (const [kind, words] of entries) {
      const mark = kind === "scale" ? 5 * scale : 26;
      const wide = mark + 8 + ctx.measureText(words).width;
      if (x + wide > width - 4) { x = 8; y += 20; }
      this.#keyMark(ctx, kind, x, y - 4, mark, c);
      ctx.fillStyle = c.ink;
      ctx.fillText(words, x + mark + 6, y);
      x += wide + (small ? 12 : 20);
    }
  }

  #keyMark(ctx, kind, x, y, mark, c) {
    if (kind === "rich" || kind === "poor") {
      ctx.fillStyle = c[`blood-${kind}`];
      ctx.fillRect(x, y - 8, mark, 16);
      paint.streaksOf(ctx, [{ x: x + 18, y, dx: 12, dy: 0, alpha: 1, rich: kind === "rich" }], c, 1);
      return;
    }
    ctx.lineCap = "butt";
    if (kind === "jet") {
      for (const [share, name] of [[1, "jet-outer"], [0.6, "jet-middle"], [0.3, "jet-core"]]) {
        ctx.beginPath();
        ctx.ellipse(x + mark / 2, y, (mark / 2) * share, 8 * share, 0, 0, 2 * Math.PI);
        ctx.fillStyle = c[name];
        ctx.fill();
        if (share === 1) {
          ctx.strokeStyle = c["jet-edge"];
          ctx.lineWidth = 1.3;
          ctx.stroke();
        }
      }
      return;
    }
    ctx.strokeStyle = kind === "ghost" ? c.ghost : c.ink;
    ctx.lineWidth = 1.8;
    ctx.setLineDash(kind === "ghost" ? [7, 5] : []);
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.lineTo(x + mark, y);
    ctx.stroke();
    ctx.setLineDash([]);
  }

  describe() {
    const { beat, plan } = this;
    if (!plan) return "";
    const v = extremes(beat.wave.vLV);
    const way = { "-1": ", along the septum", "1": ", along the side wall" }[plan.form.side] ?? "";
    const reach = fixed(extremes(beat.wave.vLA).high);
    const leak = plan.jet.most > 0
      ? `In systole a jet goes back into the left atrium${way}; at most ${fixed(plan.jet.mostArea, 2)} cm² are open.`
      : "Nothing leaks.";
    return `The left ventricle fills to ${fixed(v.high)} mL and empties to ${fixed(v.low)} mL, ` +
      `the left atrium reaches ${reach} mL. ${formWords(plan.form)} ${leak}`;
  }
}
