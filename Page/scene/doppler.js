// <mitral-doppler>: an echo machine's spectral screen: the mitral jet and the tricuspid jet by continuous wave;
// inflow, outflow tract and pulmonary vein by pulsed wave. A tab chooses; the sweep runs on with the clock and writes
// over what it wrote before. The screen is dark on every page, as the machine's is.

import { SceneElement, font } from "./element.js";
import { Frame, ticks, plain } from "./plot.js";
import { extremes, valueAt, fixed, wrap } from "./wave.js";
import { windows, windowOf } from "./velocities.js";
import { spectrum } from "./spectrum.js";

const screen = { ground: "#05080c", ink: "#f2f6fa", faint: "#a9b6c3", grid: "rgba(160,180,200,0.28)", mark: "#ffd04a",
  ecg: "#5fe08a" };

export class MitralDoppler extends SceneElement {
  #window = "mitralJet";
  #swept = 0;
  #before = 0;

  get heading() { return "Doppler screen"; }
  get hasControls() { return true; }
  heightFor(width) { return Math.round(Math.min(0.62 * width, 380) + (width < 480 ? 84 : 60)); }

  built() {
    this.tabs = document.createElement("div");
    this.tabs.className = "scene-tabs";
    this.tabs.setAttribute("role", "tablist");
    this.tabs.setAttribute("aria-label", "Doppler window");
    const id = `doppler-${Math.random().toString(36).slice(2, 8)}`;
    const panel = document.createElement("div");
    panel.id = id;
    panel.setAttribute("role", "tabpanel");
    for (const [name, short, long] of windows) {
      const tab = document.createElement("button");
      tab.type = "button";
      tab.setAttribute("role", "tab");
      tab.dataset.window = name;
      tab.textContent = short;
      tab.title = long;
      tab.id = `${id}-${name}`;
      tab.setAttribute("aria-controls", id);
      tab.addEventListener("click", () => { this.window = name;
        this.dispatchEvent(new CustomEvent("window", { bubbles: true, detail: { window: name } })); });
      this.tabs.append(tab);
    }
    this.tabs.addEventListener("keydown", (event) => this.#key(event));
    this.panel = panel;
    panel.append(this.frame);
    this.append(this.tabs, panel);
    this.#mark();
  }

  #key(event) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = windows.findIndex(([name]) => name === this.#window);
    this.tabs.children[(at + step + windows.length) % windows.length].click();
    this.tabs.querySelector('[aria-selected="true"]').focus();
  }
  #mark() {
    if (!this.tabs) return;
    for (const tab of this.tabs.children) {
      const chosen = tab.dataset.window === this.#window;
      tab.setAttribute("aria-selected", String(chosen));
      tab.tabIndex = chosen ? 0 : -1;
      if (chosen) this.panel.setAttribute("aria-labelledby", tab.id);
    }
  }

  get window() { return this.#window; }
  set window(name) {
    if (!windows.some(([known]) => known === name)) return;
    this.#window = name;
    this.#mark();
    this.prepare();
    this.retell();
    this.redraw();
  }

  prepare() {
    this.plan = null;
    this.tile = null;
    if (!this.hasBeat) return;
    const window = windowOf(this.beat, this.#window);
    const { low, high } = extremes(window.values);
    const reach = Math.max(high - low, 0.8);
    this.plan = { window, range: [Math.min(low * 1.12, -0.22 * reach), Math.max(high * 1.15, 0.16 * reach)] };
  }

  #frame(width, height) {
    return new Frame({ left: 8, right: width - 50, top: width < 480 ? 78 : 60, bottom: height - 52,
      x: [0, this.#seconds(width)], y: this.plan.range });
  }
  /** How much time the screen holds, s. */
  #seconds(width) { return width < 480 ? 2 : width < 800 ? 3 : 4; }

  #spectrum(frame) {
    const scale = (frame.right - frame.left) / frame.x[1];
    const columns = Math.max(8, Math.round(this.span * scale));
    const rows = Math.round(frame.bottom - frame.top);
    if (this.tile?.key !== `${columns}x${rows}`) {
      this.tile = { key: `${columns}x${rows}`, canvas: spectrum(this.beat, this.plan.window, this.plan.range, columns,
        rows), scale: columns / this.span };
    }
    return this.tile;
  }

  drawStill({ ctx, width, height }) {
    const frame = this.#frame(width, height);
    ctx.fillStyle = screen.ground;
    ctx.fillRect(0, 0, width, height);
    ctx.textAlign = "left";
    ctx.font = font(14, true);
    ctx.fillStyle = screen.ink;
    ctx.fillText(windows.find(([name]) => name === this.#window)[2], 10, 20);
    ctx.font = font(13);
    let [x, y] = [10, 42];
    ctx.fillStyle = screen.mark;
    for (const [name, value, digits, unit] of this.plan.window.readings) {
      if (value === undefined || Number.isNaN(value)) continue;
      const text = value === null ? name : `${name} ${fixed(value, digits)}${unit ? ` ${unit}` : ""}`;
      const wide = ctx.measureText(text).width;
      if (x > 10 && x + wide > width - 6) { x = 10; y += 17; }
      ctx.fillText(text, x, y);
      x += wide + 16;
    }
    ctx.font = font(12);
    for (const value of ticks(frame.y[0], frame.y[1], (frame.bottom - frame.top) / 36)) {
      const y = Math.round(frame.py(value)) + 0.5;
      ctx.fillStyle = screen.faint;
      ctx.fillText(plain(value), frame.right + 8, y + 4);
    }
    ctx.fillText("m/s", frame.right + 8, frame.top - 6);
    ctx.textAlign = "left";
    ctx.fillText("ECG", 10, height - 6);
    ctx.textAlign = "right";
    ctx.fillText(`${fixed(frame.x[1], 0)} s across`, frame.right, height - 6);
  }

  drawMoving({ ctx, width, height }) {
    // The sweep goes on over the end of the wave.
    const moved = wrap(this.time - this.#before, this.span);
    this.#swept += moved > 0.5 * this.span ? moved - this.span : moved;
    this.#before = this.time;
    const frame = this.#frame(width, height);
    const { canvas, scale } = this.#spectrum(frame);
    const wide = frame.right - frame.left;
    const rows = canvas.height;
    const at = wrap(this.#swept * scale, wide);
    const clear = 14;
    // Columns right of the sweep hold what was written a screen ago.
    const now = this.time * scale;
    const put = (from, to, phase) => {
      let x = from;
      while (x < to - 0.5) {
        const column = Math.floor(wrap(phase + (x - from), canvas.width));
        const part = Math.min(to - x, canvas.width - column);
        ctx.drawImage(canvas, column, 0, part, rows, frame.left + x, frame.top, part, rows);
        x += part;
      }
    };
    put(0, at, now - at);
    put(Math.min(at + clear, wide), wide, now + Math.min(clear, wide - at) - wide);
    ctx.fillStyle = screen.ground;
    ctx.fillRect(frame.left + at, frame.top, Math.min(clear, wide - at), rows);
    ctx.strokeStyle = screen.grid;
    ctx.lineWidth = 1;
    ctx.beginPath();
    for (const value of ticks(frame.y[0], frame.y[1], (frame.bottom - frame.top) / 36)) {
      const y = Math.round(frame.py(value)) + 0.5;
      ctx.moveTo(frame.left, y);
      ctx.lineTo(frame.right, y);
    }
    ctx.stroke();
    ctx.strokeStyle = screen.faint;
    ctx.beginPath();
    ctx.moveTo(frame.left, Math.round(frame.py(0)) + 0.5);
    ctx.lineTo(frame.right, Math.round(frame.py(0)) + 0.5);
    ctx.stroke();
    this.#ecg(ctx, frame, at, clear, scale, height);
    ctx.strokeStyle = screen.mark;
    ctx.lineWidth = 2;
    ctx.beginPath();
    ctx.moveTo(frame.left + at, frame.top);
    ctx.lineTo(frame.left + at, height - 22);
    ctx.stroke();
    ctx.beginPath();
    ctx.arc(frame.left + at, frame.py(valueAt(this.beat, this.plan.window.values, this.time)), 4, 0, 2 * Math.PI);
    ctx.fillStyle = screen.mark;
    ctx.fill();
  }

  #ecg(ctx, frame, at, clear, scale, height) {
    const ecg = this.beat.ecg;
    if (!ecg?.II?.length) return;
    this.ecgRange ??= new WeakMap();
    if (!this.ecgRange.has(ecg)) this.ecgRange.set(ecg, extremes(ecg.II));
    const { low, high } = this.ecgRange.get(ecg);
    const length = ecg.II.length / ecg.rate;
    const wide = frame.right - frame.left;
    const y = (value) => height - 22 - (26 * (value - low)) / (high - low || 1);
    ctx.strokeStyle = screen.ecg;
    ctx.lineWidth = 1.3;
    ctx.lineJoin = "round";
    ctx.beginPath();
    for (let x = 0; x < wide; x += 1.5) {
      const old = x > at;
      if (old && x < at + clear) continue;
      const time = this.time + (x - at - (old ? wide : 0)) / scale;
      const value = ecg.II[Math.min(Math.floor(wrap(time, length) * ecg.rate), ecg.II.length - 1)];
      if (x === 0 || (old && x < at + clear + 1.5)) ctx.moveTo(frame.left + x, y(value));
        else ctx.lineTo(frame.left + x, y(value));
    }
    ctx.stroke();
  }

  describe() {
    const [, , long] = windows.find(([name]) => name === this.#window);
    const list = this.plan.window.readings.filter(([, value]) => value !== undefined && !Number.isNaN(value))
      .map(([name, value, digits, unit]) => (value === null ?
        name : `${name} ${fixed(value, digits)} ${unit}`.trim())).join(", ");
    return `${long}: ${list}.`;
  }
}
