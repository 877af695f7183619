// What every element of the scene is: two canvases, one for what stands still within a beat and one for what moves, a
// text alternative, and the same drawing as SVG and PNG.
//
// A kind of element says: heightFor(width), drawStill(pen), drawMoving(pen), describe(), and where they differ from the
// usual, title, dirty() and prepare(). A pen is {ctx, width, height, colors, ruler}; drawing must use the part of the
// context that recorder.js knows.

import { SVGContext } from "./recorder.js";
import { palette } from "./palette.js";
import { span } from "./wave.js";

export const family = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'DejaVu Sans', sans-serif";
export const font = (size, bold = false) => `${bold ? "bold " : ""}${size}px ${family}`;

/** A new canvas' context. */
function layer(name) {
  const canvas = document.createElement("canvas");
  canvas.className = `scene-layer scene-${name}`;
  canvas.setAttribute("aria-hidden", "true");
  return canvas;
}

export class SceneElement extends HTMLElement {
  #beat = null;
  #ghost = null;
  #ghostName = "healthy";
  #clock = null;
  #time = 0;
  #pending = false;
  #observer = null;
  #sight = null;
  #watching = null;
  #inSight = true;
  #dirtied = null;
  #onFrame = () => this.#follow();
  #onScheme = () => this.restyle();

  connectedCallback() {
    if (!this.frame) this.#build();
    this.#observer = new ResizeObserver(() => this.resized());
    this.#observer.observe(this.frame);
    this.#sight = new IntersectionObserver((entries) => {
      this.#inSight = entries[entries.length - 1].isIntersecting;
      if (this.#inSight) this.drawFrame();
    }, { rootMargin: "80px" });
    this.#sight.observe(this.frame);
    this.scheme = matchMedia("(prefers-color-scheme: dark)");
    this.scheme.addEventListener("change", this.#onScheme);
    this.#watching = new MutationObserver(this.#onScheme);
    this.#watching.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme", "class"] });
    this.#clock?.addEventListener("frame", this.#onFrame);
    this.resized();
    this.#tell();
  }

  disconnectedCallback() {
    this.#observer?.disconnect();
    this.#sight?.disconnect();
    this.#watching?.disconnect();
    this.scheme?.removeEventListener("change", this.#onScheme);
    this.#clock?.removeEventListener("frame", this.#onFrame);
  }

  #build() {
    this.frame = document.createElement("div");
    this.frame.className = "scene-frame";
    this.still = layer("still");
    this.moving = layer("moving");
    this.frame.append(this.still, this.moving);
    this.append(this.frame);
    // Where there are controls inside, the picture alone is the image.
    this.image = this.hasControls ? this.frame : this;
    this.image.setAttribute("role", "img");
    this.built?.();
  }

  get heading() { return "Picture"; }
  get hasControls() { return false; }
  /** Its height in CSS pixels. */
  heightFor(width) { return Math.round(0.6 * width); }
  /** What is reckoned once for a beat. */
  prepare() {}
  drawStill() {}
  drawMoving() {}
  /** What the last moving drawing covered: [x, y, width, height]; nothing: everything. */
  dirty() { return null; }
  describe() { return ""; }

  get beat() { return this.#beat; }
  set beat(value) {
    this.#beat = value ?? null;
    this.#refresh();
  }
  get ghost() { return this.#ghost; }
  set ghost(value) {
    this.#ghost = value ?? null;
    this.#refresh();
  }
  get time() { return this.#time; }
  set time(value) {
    if (value === this.#time || !Number.isFinite(value)) return;
    this.#time = value;
    if (this.#inSight) this.drawFrame();
  }
  get clock() { return this.#clock; }
  set clock(value) {
    this.#clock?.removeEventListener("frame", this.#onFrame);
    this.#clock = value ?? null;
    if (this.isConnected) this.#clock?.addEventListener("frame", this.#onFrame);
    if (value) this.#follow();
  }
  #follow() { this.time = this.#clock.time; }

  get span() { return span(this.#beat); }
  /** Whether there is something to draw. */
  get hasBeat() { return Boolean(this.#beat?.wave?.count > 1 && this.#beat.status !== "diverged"); }

  #refresh() {
    this.prepare();
    this.#tell();
    this.redraw();
  }
  #tell() {
    if (!this.image) return;
    this.image.setAttribute("aria-label", this.hasBeat ?
      `${this.heading}. ${this.describe()}` : `${this.heading}. No heart yet.`);
  }
  /** Whose heart stands behind, in a word or two. */
  get ghostName() { return this.#ghostName; }
  set ghostName(value) {
    if (value === this.#ghostName) return;
    this.#ghostName = value;
    this.#refresh();
  }
  /** Texts changed without the beat. */
  retell() { this.#tell(); }

  restyle() {
    this.colors = null;
    this.redraw();
  }

  resized() {
    const width = Math.floor(this.frame.clientWidth);
    if (width < 40) return;
    const height = Math.round(this.heightFor(width));
    const density = Math.min(Math.max(devicePixelRatio || 1, 1), 3);
    const same = this.size?.width === width && this.size.height === height && this.size.density === density;
    this.size = { width, height, density };
    if (!same) {
      this.frame.style.setProperty("height", `${height}px`);
      for (const canvas of [this.still, this.moving]) {
        canvas.width = Math.round(width * density);
        canvas.height = Math.round(height * density);
      }
    }
    this.redraw();
  }

  /** Draws both layers before the next frame. */
  redraw() {
    if (this.#pending || !this.size) return;
    this.#pending = true;
    queueMicrotask(() => {
      this.#pending = false;
      if (!this.size || !this.isConnected) return;
      const wanted = Math.round(this.heightFor(this.size.width));
      if (wanted !== this.size.height) return this.resized();
      this.#drawStillNow();
      this.#dirtied = null;
      this.drawFrame();
    });
  }

  pen(ctx) {
    this.colors ??= palette(this);
    const { width, height } = this.size;
    return { ctx, width, height, colors: this.colors, ruler: this.still.getContext("2d") };
  }

  #drawStillNow() {
    const ctx = this.still.getContext("2d");
    const { width, height, density } = this.size;
    ctx.setTransform(density, 0, 0, density, 0, 0);
    ctx.clearRect(0, 0, width, height);
    const pen = this.pen(ctx);
    if (this.hasBeat) this.drawStill(pen); else this.#drawNothing(pen);
  }

  /** Draws the moving layer now. */
  drawFrame() {
    if (!this.size || this.#pending) return;
    const ctx = this.moving.getContext("2d");
    const { width, height, density } = this.size;
    ctx.setTransform(density, 0, 0, density, 0, 0);
    const [x, y, w, h] = this.#dirtied ?? [0, 0, width, height];
    ctx.clearRect(x, y, w, h);
    if (!this.hasBeat) return;
    this.drawMoving(this.pen(ctx));
    this.#dirtied = this.dirty();
  }

  #drawNothing({ ctx, width, height, colors }) {
    ctx.font = font(14);
    ctx.fillStyle = colors.faint;
    ctx.textAlign = "center";
    ctx.fillText(this.#beat?.message ? "This heart does not beat." : "No heart yet.", width / 2, height / 2);
  }

  /** What is seen now, as a self-contained SVG. */
  svg() {
    if (!this.size) return "";
    const { width, height } = this.size;
    const ctx = new SVGContext(width, height, document.createElement("canvas").getContext("2d"));
    const pen = this.pen(ctx);
    ctx.fillStyle = pen.colors.ground;
    ctx.fillRect(0, 0, width, height);
    if (this.hasBeat) {
      ctx.save();
      this.drawStill(pen);
      ctx.restore();
      ctx.save();
      this.drawMoving(pen);
      ctx.restore();
    } else {
      this.#drawNothing(pen);
    }
    return ctx.markup(this.heading, this.image.getAttribute("aria-label") ?? "");
  }

  /** What is seen now, as a PNG of so many pixels for each of CSS. */
  async png(scale = 2) {
    const { width, height } = this.size;
    const canvas = document.createElement("canvas");
    canvas.width = Math.round(width * scale);
    canvas.height = Math.round(height * scale);
    const ctx = canvas.getContext("2d");
    ctx.scale(scale, scale);
    const pen = this.pen(ctx);
    ctx.fillStyle = pen.colors.ground;
    ctx.fillRect(0, 0, width, height);
    if (this.hasBeat) {
      for (const draw of ["drawStill", "drawMoving"]) {
        ctx.save();
        this[draw](pen);
        ctx.restore();
      }
    }
    return new Promise((resolve) => { canvas.toBlob(resolve, "image/png"); });
  }
}
