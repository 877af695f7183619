// <mitral-stethoscope>: the front of a chest with the places where one listens. The chestpiece is dragged, or moved
// with the arrow keys; the event "site" tells the new place.

import { SceneElement, font } from "./element.js";
import { plate } from "./plot.js";
import { trace, curve } from "./heart/chamber.js";
import { faded } from "./palette.js";

/** Places on the drawing, in parts of its width and height; the patient's left is on the right. */
const places = {
  "base": { x: 0.5, y: 0.325, name: "Base", where: "2nd intercostal spaces beside the sternum", side: 0 },
  "lower-left-sternal-border": { x: 0.54, y: 0.54, name: "Lower left sternal border",
    where: "4th intercostal space, left", side: -1 },
  "apex": { x: 0.655, y: 0.655, name: "Apex", where: "5th intercostal space, midclavicular line", side: 0 },
  "axilla": { x: 0.762, y: 0.6, name: "Axilla", where: "5th intercostal space, axillary line", side: 0 },
};

export class MitralStethoscope extends SceneElement {
  #site = "apex";
  #sites = Object.keys(places);
  #drag = null;

  get heading() { return "Where the stethoscope is put"; }
  get hasControls() { return true; }
  get hasBeat() { return true; }
  heightFor(width) { return Math.round(Math.min(0.86 * width, 460)); }

  built() {
    // The canvas is an image; the places are radio buttons above it.
    this.frame.removeAttribute("role");
    this.image = this.still;
    this.still.setAttribute("role", "img");
    this.still.removeAttribute("aria-hidden");
    this.group = document.createElement("div");
    this.group.className = "scene-sites";
    this.group.setAttribute("role", "radiogroup");
    this.group.setAttribute("aria-label", "Place of the stethoscope");
    this.frame.append(this.group);
    this.group.addEventListener("keydown", (event) => this.#key(event));
    this.group.addEventListener("pointerdown", (event) => this.#down(event));
    this.group.addEventListener("pointermove", (event) => this.#move(event));
    for (const name of ["pointerup", "pointercancel"]) this.group.addEventListener(name, (event) => this.#up(event));
    this.#buttons();
  }

  /** Catalogue entries {identifier} or identifiers; unknown places are left out. */
  get sites() { return [...this.#sites]; }
  set sites(list) {
    const known = (list ?? []).map((s) => s.identifier ?? s).filter((name) => places[name]);
    if (!known.length) return;
    this.#sites = Object.keys(places).filter((name) => known.includes(name));
    this.#buttons();
    this.redraw();
  }

  get site() { return this.#site; }
  set site(name) {
    if (!this.#sites.includes(name) || name === this.#site) return;
    this.#site = name;
    this.#check();
    this.retell();
    this.redraw();
  }

  #buttons() {
    if (!this.group) return;
    this.group.replaceChildren(...this.#sites.map((name) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "scene-site";
      button.setAttribute("role", "radio");
      button.dataset.site = name;
      button.textContent = `${places[name].name}, ${places[name].where}`;
      button.addEventListener("click", () => this.#choose(name));
      return button;
    }));
    this.#check();
    this.#put();
  }
  #check() {
    for (const button of this.group?.children ?? []) {
      const chosen = button.dataset.site === this.#site;
      button.setAttribute("aria-checked", String(chosen));
      button.tabIndex = chosen ? 0 : -1;
    }
  }
  #put() {
    for (const button of this.group?.children ?? []) {
      const { x, y } = places[button.dataset.site];
      button.style.setProperty("left", `${100 * x}%`);
      button.style.setProperty("top", `${100 * y}%`);
    }
  }

  #choose(name) {
    if (name === this.#site) return;
    this.site = name;
    this.dispatchEvent(new CustomEvent("site", { bubbles: true, detail: { site: name } }));
  }
  #key(event) {
    const way = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowDown: [0, 1], ArrowUp: [0, -1] }[event.key];
    if (!way) return;
    event.preventDefault();
    const here = places[this.#site];
    let best = null;
    for (const name of this.#sites) {
      const [dx, dy] = [places[name].x - here.x, places[name].y - here.y];
      const along = dx * way[0] + dy * way[1];
      if (name === this.#site || along < 0.015) continue;
      const cost = Math.hypot(dx, dy) + 1.5 * Math.abs(dx * way[1] - dy * way[0]);
      if (!best || cost < best.cost) best = { name, cost };
    }
    if (!best) return;
    this.#choose(best.name);
    this.group.querySelector(`[data-site="${best.name}"]`).focus();
  }

  #place(event) {
    const box = this.frame.getBoundingClientRect();
    return { x: (event.clientX - box.left) / box.width, y: (event.clientY - box.top) / box.height };
  }
  #down(event) {
    const button = event.target.closest?.(".scene-site");
    if (!button || button.dataset.site !== this.#site) return;
    this.#drag = this.#place(event);
    this.group.setPointerCapture(event.pointerId);
  }
  #move(event) {
    if (!this.#drag) return;
    this.#drag = this.#place(event);
    this.drawFrame();
  }
  #up(event) {
    if (!this.#drag) return;
    const at = this.#drag;
    this.#drag = null;
    this.group.releasePointerCapture?.(event.pointerId);
    const nearest = this.#sites.reduce((a, b) => (far(b, at) < far(a, at) ? b : a));
    if (far(nearest, at) < 0.3) this.#choose(nearest);
    this.drawFrame();
  }

  drawStill({ ctx, width, height, colors: c }) {
    const at = (x, y) => [x * width, y * height];
    const outline = (corners) => curve(corners.map(([x, y]) => at(x, y)), 8);
    const both = (corners) => [corners, corners.map(([x, y]) => [1 - x, y])];
    const skin = c.isDark ? "#2a2422" : "#f6e3d6";
    const edge = c.isDark ? "#b59c8d" : "#8a6a58";
    // Trunk with neck and shoulders.
    const side = [[0.435, 0], [0.432, 0.075], [0.37, 0.115], [0.24, 0.155], [0.13, 0.215], [0.085, 0.34], [0.07, 0.5],
      [0.06, 0.66]];
    const flank = [[0.215, 0.42], [0.205, 0.56], [0.225, 0.74], [0.235, 0.88], [0.225, 1.02]];
    ctx.beginPath();
    trace(ctx, outline(side));
    ctx.lineTo(...at(0.175, 0.66));
    trace(ctx, outline([[0.175, 0.66], [0.195, 0.5], [0.215, 0.42]]), { move: false });
    trace(ctx, outline(flank), { move: false });
    ctx.lineTo(...at(0.775, 1.02));
    trace(ctx, outline([...both(flank)[1]].reverse()), { move: false });
    trace(ctx, outline([[0.785, 0.42], [0.805, 0.5], [0.825, 0.66]]), { move: false });
    ctx.lineTo(...at(0.94, 0.66));
    trace(ctx, outline([...both(side)[1]].reverse()), { move: false });
    ctx.closePath();
    ctx.fillStyle = skin;
    ctx.fill();
    ctx.strokeStyle = edge;
    ctx.lineWidth = 1.6;
    ctx.lineJoin = "round";
    ctx.stroke();
    this.#bones(ctx, outline, both, edge, at, c);
    this.#heart(ctx, outline, c);
    this.#names(ctx, width, height, c);
  }

  #bones(ctx, outline, both, edge, at) {
    ctx.strokeStyle = faded(edge, 0.55);
    ctx.lineCap = "round";
    ctx.lineWidth = 1.4;
    const draw = (corners) => { ctx.beginPath(); trace(ctx, outline(corners)); ctx.stroke(); };
    for (const corners of both([[0.475, 0.175], [0.4, 0.165], [0.31, 0.175], [0.225, 0.165]])) draw(corners);
    for (const corners of both([[0.477, 0.19], [0.466, 0.24], [0.474, 0.3], [0.472, 0.5], [0.478, 0.6],
      [0.5, 0.665]])) draw(corners);
    for (let rib = 0; rib < 7; rib += 1) {
      const y = 0.235 + 0.062 * rib;
      const out = 0.3 - 0.012 * rib - 0.03 * Math.max(0, 2 - rib);
      for (const corners of both([[0.468, y + 0.012 * rib * 0.6], [0.41, y - 0.004], [out + 0.02, y + 0.02],
        [Math.max(out - 0.045, 0.222), y + 0.075]])) draw(corners);
    }
    void at;
  }

  /** The heart's shadow behind the ribs. */
  #heart(ctx, outline, c) {
    ctx.beginPath();
    trace(ctx, outline([[0.462, 0.34], [0.5, 0.3], [0.545, 0.34], [0.575, 0.45], [0.64, 0.56], [0.672, 0.66],
      [0.63, 0.705], [0.53, 0.68], [0.452, 0.63], [0.43, 0.53], [0.44, 0.42], [0.462, 0.34]]), { closed: true });
    ctx.fillStyle = faded(c.muscle, 0.3);
    ctx.fill();
    ctx.setLineDash([4, 3]);
    ctx.strokeStyle = faded(c["muscle-edge"], 0.75);
    ctx.lineWidth = 1.2;
    ctx.stroke();
    ctx.setLineDash([]);
  }

  #names(ctx, width, height, c) {
    const small = width < 460;
    for (const name of this.#sites) {
      const { x, y, name: words } = places[name];
      const [px, py] = [x * width, y * height];
      ctx.beginPath();
      ctx.arc(px, py, 7, 0, 2 * Math.PI);
      ctx.fillStyle = c.ground;
      ctx.fill();
      ctx.lineWidth = 2.4;
      ctx.strokeStyle = c.ink;
      ctx.stroke();
      const chosen = name === this.#site;
      const label = { "base": ["center", 0, -30], "lower-left-sternal-border": ["right", -28, 5],
        "apex": ["center", 0, 40], "axilla": ["center", 4, -26] }[name];
      const lines = small && name === "lower-left-sternal-border" ? ["Lower left", "sternal border"] : [words];
      lines.forEach((text, i) => plate(ctx, text, px + label[1], py + label[2] + 15 * i, c,
        { align: label[0], bold: chosen, size: 13 }));
    }
    ctx.font = font(12);
    ctx.fillStyle = c.faint;
    ctx.textAlign = "left";
    ctx.fillText("right", 4, 16);
    ctx.textAlign = "right";
    ctx.fillText("left of the patient", width - 4, 16);
  }

  drawMoving({ ctx, width, height, colors: c }) {
    const { x, y } = this.#drag ?? places[this.#site];
    const [px, py] = [x * width, y * height];
    // The tube hangs from the chestpiece.
    ctx.lineCap = "round";
    for (const [style, w] of [[c.ground, 8], [c.isDark ? "#c3ccd6" : "#39434e", 5]]) {
      ctx.beginPath();
      ctx.moveTo(px + 10, py + 10);
      ctx.bezierCurveTo(px + 0.1 * width, py + 0.22 * height, 0.86 * width, 0.74 * height, 0.93 * width, 1.02 * height);
      ctx.strokeStyle = style;
      ctx.lineWidth = w;
      ctx.stroke();
    }
    const shade = ctx.createRadialGradient(px - 6, py - 6, 2, px, py, 20);
    shade.addColorStop(0, "#f4f7fa");
    shade.addColorStop(1, "#8c99a6");
    ctx.beginPath();
    ctx.arc(px, py, 18, 0, 2 * Math.PI);
    ctx.fillStyle = shade;
    ctx.fill();
    ctx.strokeStyle = c.isDark ? "#f2f6fa" : "#2a333c";
    ctx.lineWidth = 2;
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(px, py, 11, 0, 2 * Math.PI);
    ctx.strokeStyle = "#4d5964";
    ctx.lineWidth = 1.5;
    ctx.stroke();
  }

  describe() {
    const { name, where } = places[this.#site];
    return `The stethoscope is at the ${name.toLowerCase()}, ${where}.`;
  }
}

const far = (name, { x, y }) => Math.hypot(places[name].x - x, places[name].y - y);
