// A drawing context that writes SVG. It knows the part of CanvasRenderingContext2D that the scene uses, so that one
// drawing code serves the screen and the file.
//
// Points are written already transformed; strokes and letters keep the context's uniform scale.

const number = (value) => (Math.round(value * 100) / 100).toString();

export const escapeXML = (text) =>
  String(text).replace(/[&<>"']/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" })[c]);

/** A gradient, as createLinearGradient and createRadialGradient return it. */
class Gradient {
  constructor(kind, values) {
    this.kind = kind;
    this.values = values;
    this.stops = [];
  }

  addColorStop(offset, color) {
    this.stops.push([offset, color]);
  }

  markup(id) {
    const [a, b, c, d, e, f] = this.values.map(number);
    const stops = this.stops.map(([at, color]) =>
      `<stop offset="${number(at)}" ${paint("stop-color", color)}/>`).join("");
    const space = 'gradientUnits="userSpaceOnUse"';
    return this.kind === "linear"
      ? `<linearGradient id="${id}" ${space} x1="${a}" y1="${b}" x2="${c}" y2="${d}">${stops}</linearGradient>`
      : `<radialGradient id="${id}" ${space} fx="${a}" fy="${b}" fr="${c}" cx="${d}" cy="${e}" r="${f}">` +
        `${stops}</radialGradient>`;
  }
}

/** Attributes for a colour: SVG 1.1 readers want the opacity apart. */
function paint(name, color) {
  const parts = /^rgba?\(\s*([\d.]+)[,\s]+([\d.]+)[,\s]+([\d.]+)(?:[,/\s]+([\d.]+))?\s*\)$/.exec(color);
  if (!parts) return `${name}="${escapeXML(color)}"`;
  const opacity = parts[4] === undefined ?
    "" : ` ${name === "stop-color" ? "stop-opacity" : `${name}-opacity`}="${parts[4]}"`;
  return `${name}="rgb(${parts[1]},${parts[2]},${parts[3]})"${opacity}`;
}

const initial = () => ({
  fillStyle: "#000", strokeStyle: "#000", lineWidth: 1, lineCap: "butt", lineJoin: "miter", globalAlpha: 1,
  font: "14px sans-serif", textAlign: "start", textBaseline: "alphabetic", dash: [], matrix: [1, 0, 0, 1, 0, 0],
    clip: null,
});

export class SVGContext {
  #state = initial();
  #stack = [];
  #path = "";
  #parts = [];
  #defs = [];
  #gradients = new Map();
  #ruler;

  /** @param ruler a real context to measure letters with. */
  constructor(width, height, ruler) {
    this.width = width;
    this.height = height;
    this.#ruler = ruler;
    for (const key of Object.keys(initial())) {
      if (["dash", "matrix", "clip"].includes(key)) continue;
      Object.defineProperty(this, key, {
        get: () => this.#state[key],
        set: (value) => { this.#state[key] = value; },
      });
    }
  }

  save() { this.#stack.push({ ...this.#state }); }
  restore() { if (this.#stack.length) this.#state = this.#stack.pop(); }
  setLineDash(dash) { this.#state.dash = dash; }

  transform(a, b, c, d, e, f) {
    const m = this.#state.matrix;
    this.#state.matrix = [
      m[0] * a + m[2] * b, m[1] * a + m[3] * b, m[0] * c + m[2] * d, m[1] * c + m[3] * d,
      m[0] * e + m[2] * f + m[4], m[1] * e + m[3] * f + m[5],
    ];
  }
  translate(x, y) { this.transform(1, 0, 0, 1, x, y); }
  scale(x, y) { this.transform(x, 0, 0, y, 0, 0); }
  rotate(angle) { this.transform(Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0); }

  #at(x, y) {
    const m = this.#state.matrix;
    return `${number(m[0] * x + m[2] * y + m[4])} ${number(m[1] * x + m[3] * y + m[5])}`;
  }
  get #size() {
    const m = this.#state.matrix;
    return Math.sqrt(Math.abs(m[0] * m[3] - m[1] * m[2]));
  }

  beginPath() { this.#path = ""; }
  moveTo(x, y) { this.#path += `M${this.#at(x, y)}`; }
  lineTo(x, y) { this.#path += `${this.#path ? "L" : "M"}${this.#at(x, y)}`; }
  quadraticCurveTo(a, b, x, y) { this.#path += `Q${this.#at(a, b)} ${this.#at(x, y)}`; }
  bezierCurveTo(a, b, c, d, x, y) { this.#path += `C${this.#at(a, b)} ${this.#at(c, d)} ${this.#at(x, y)}`; }
  closePath() { this.#path += "Z"; }
  rect(x, y, w, h) {
    this.moveTo(x, y);
    this.lineTo(x + w, y);
    this.lineTo(x + w, y + h);
    this.lineTo(x, y + h);
    this.closePath();
  }
  arc(x, y, r, from, to) { this.ellipse(x, y, r, r, 0, from, to); }
  ellipse(x, y, rx, ry, turn, from, to) {
    const steps = Math.max(2, Math.ceil(Math.abs(to - from) / (Math.PI / 2)));
    const step = (to - from) / steps;
    const k = (4 / 3) * Math.tan(step / 4);
    const [c, s] = [Math.cos(turn), Math.sin(turn)];
    const place = (u, v) => [x + rx * u * c - ry * v * s, y + rx * u * s + ry * v * c];
    for (let i = 0; i < steps; i += 1) {
      const [a, b] = [from + i * step, from + (i + 1) * step];
      if (i === 0) this.lineTo(...place(Math.cos(a), Math.sin(a)));
      this.bezierCurveTo(
        ...place(Math.cos(a) - k * Math.sin(a), Math.sin(a) + k * Math.cos(a)),
        ...place(Math.cos(b) + k * Math.sin(b), Math.sin(b) - k * Math.cos(b)),
        ...place(Math.cos(b), Math.sin(b)));
    }
  }

  #style(name, style) {
    if (!(style instanceof Gradient)) return paint(name, style);
    // A gradient is made in the coordinates of its moment; it is carried along by its own matrix.
    const key = `${style.kind}${style.values}${style.stops}${this.#state.matrix}`;
    let id = this.#gradients.get(key);
    if (!id) {
      id = `g${this.#gradients.size + 1}`;
      this.#gradients.set(key, id);
      const matrix = this.#state.matrix.map(number).join(" ");
      this.#defs.push(style.markup(id).replace(' gradientUnits=',
        ` gradientTransform="matrix(${matrix})" gradientUnits=`));
    }
    return `${name}="url(#${id})"`;
  }
  #push(body) {
    const { globalAlpha, clip } = this.#state;
    const more = (globalAlpha < 1 ? ` opacity="${number(globalAlpha)}"` : "") +
      (clip ? ` clip-path="url(#${clip})"` : "");
    this.#parts.push(body.replace("/>", `${more}/>`).replace("<text", `<text${body.startsWith("<text") ? more : ""}`));
  }

  fill(rule) {
    if (!this.#path) return;
    const even = rule === "evenodd" ? ' fill-rule="evenodd"' : "";
    this.#push(`<path d="${this.#path}" ${this.#style("fill", this.#state.fillStyle)}${even}/>`);
  }
  stroke() {
    if (!this.#path) return;
    const s = this.#state;
    const size = this.#size;
    const dash = s.dash.length ? ` stroke-dasharray="${s.dash.map((d) => number(d * size)).join(" ")}"` : "";
    this.#push(
      `<path d="${this.#path}" fill="none" ${this.#style("stroke", s.strokeStyle)}` +
      ` stroke-width="${number(s.lineWidth * size)}" stroke-linecap="${s.lineCap}"` +
      ` stroke-linejoin="${s.lineJoin}"${dash}/>`);
  }
  fillRect(x, y, w, h) {
    const kept = this.#path;
    this.beginPath();
    this.rect(x, y, w, h);
    this.fill();
    this.#path = kept;
  }
  /** Part of a canvas, held within the file. */
  drawImage(image, sx, sy, sw, sh, x, y, w, h) {
    const part = document.createElement("canvas");
    part.width = Math.max(1, Math.round(sw));
    part.height = Math.max(1, Math.round(sh));
    part.getContext("2d").drawImage(image, sx, sy, sw, sh, 0, 0, part.width, part.height);
    const [u, v] = this.#at(x, y).split(" ");
    this.#push(
      `<image x="${u}" y="${v}" width="${number(w * this.#size)}" height="${number(h * this.#size)}" ` +
      `preserveAspectRatio="none" href="${part.toDataURL("image/png")}"/>`);
  }
  clip() {
    // Clips nest by pointing to the one around them.
    const id = `c${this.#defs.length + 1}`;
    const around = this.#state.clip ? ` clip-path="url(#${this.#state.clip})"` : "";
    this.#defs.push(`<clipPath id="${id}"${around}><path d="${this.#path}"/></clipPath>`);
    this.#state.clip = id;
  }
  createLinearGradient(...values) { return new Gradient("linear", values); }
  createRadialGradient(...values) { return new Gradient("radial", values); }

  measureText(text) {
    this.#ruler.font = this.#state.font;
    return this.#ruler.measureText(text);
  }
  fillText(text, x, y) { this.#text(text, x, y, this.#style("fill", this.#state.fillStyle)); }
  strokeText(text, x, y) {
    const s = this.#state;
    const style = this.#style("stroke", s.strokeStyle);
    this.#text(text, x, y, `fill="none" ${style} stroke-width="${number(s.lineWidth)}" stroke-linejoin="round"`);
  }
  #text(text, x, y, style) {
    const s = this.#state;
    const m = s.matrix;
    const [, weight, size, family] = /^(?:(bold|\d{3})\s+)?([\d.]+)px\s+(.*)$/.exec(s.font) ??
      [null, null, "14", "sans-serif"];
    const anchor = { start: "start", left: "start", center: "middle", right: "end", end: "end" }[s.textAlign];
    const base = s.textBaseline === "middle" ? 0.35 * size : s.textBaseline === "top" ? 0.8 * size : 0;
    const [px, py] = this.#at(x, y).split(" ").map(Number);
    const turn = Math.atan2(m[1], m[0]);
    const degrees = number((turn * 180) / Math.PI);
    const at = turn === 0
      ? `x="${number(px)}" y="${number(py + base)}"`
      : `transform="translate(${number(px)} ${number(py)}) rotate(${degrees})" y="${number(base)}"`;
    this.#push(
      `<text ${at} font-family="${escapeXML(family)}" font-size="${number(size * this.#size)}"` +
      `${weight ? ` font-weight="${weight}"` : ""} text-anchor="${anchor}" ${style}>${escapeXML(text)}</text>`);
  }

  /** The whole picture. */
  markup(title, description) {
    return `<svg xmlns="http://www.w3.org/2000/svg" width="${this.width}" height="${this.height}" ` +
      `viewBox="0 0 ${this.width} ${this.height}" role="img"><title>${escapeXML(title)}</title>` +
      `<desc>${escapeXML(description)}</desc><defs>${this.#defs.join("")}</defs>${this.#parts.join("\n")}</svg>\n`;
  }
}
