// The part of YAML that case files use, read with the line of every value, and written.
//
// Read: block and flow maps and lists, plain and quoted scalars, folded and literal blocks, comments. Refused, with the
// line: tabs as indentation, anchors, aliases, tags, several documents, keys said twice.

/** A fault of the text: line (from 1) and what is wrong. */
export class TextFault extends Error {
  constructor(line, message) {
    super(message);
    this.line = line;
  }
}

/** Reads a document; gives plain values and `lines`, the line of each by its path ("lesions.0.kind"). */
export function parseYAML(text) {
  const reader = new Reader(text);
  const value = reader.document();
  return { value, lines: reader.found, comments: reader.comments };
}

class Reader {
  constructor(text) {
    this.found = new Map();
    this.comments = [];
    this.lines = text.replace(/^\uFEFF/, "").split(/\r?\n/).map((raw, place) => this.#line(raw, place + 1));
    this.at = 0;
  }

  #line(raw, number) {
    const blank = /^\s*(#|$)/.test(raw);
    if (/^\s*#/.test(raw)) this.comments.push(raw.replace(/^\s*#\s?/, ""));
    if (!blank && /^ *\t/.test(raw)) throw new TextFault(number, "a tab indents this line; use spaces");
    return { raw, number, blank, indent: raw.length - raw.trimStart().length };
  }

  #next() {
    while (this.at < this.lines.length && this.lines[this.at].blank) this.at += 1;
    return this.lines[this.at];
  }

  document() {
    let line = this.#next();
    if (line?.raw.trim() === "---") { this.at += 1; line = this.#next(); }
    if (!line) return {};
    const value = this.#block(line.indent, "");
    const left = this.#next();
    if (left) throw new TextFault(left.number, /^(---|\.\.\.)/.test(left.raw) ? "one document only" : "this line is indented as nothing above it");
    return value;
  }

  #block(indent, path) {
    const line = this.#next();
    const text = line.raw.trim();
    if (text.startsWith("- ") || text === "-") return this.#list(indent, path);
    if (keyOf(text)) return this.#map(indent, path);
    return this.#flowing(path, line.raw.slice(indent), line, indent - 1);
  }

  #map(indent, path) {
    const map = {};
    for (let line = this.#next(); line && line.indent === indent; line = this.#next()) {
      const key = keyOf(line.raw.trim());
      if (!key) throw new TextFault(line.number, "expected “field: value”");
      if (key.name in map) throw new TextFault(line.number, `“${key.name}” is said twice`);
      const below = path ? `${path}.${key.name}` : key.name;
      this.found.set(below, line.number);
      map[key.name] = this.#valueAfter(key.rest, line, indent, below);
    }
    return map;
  }

  #list(indent, path) {
    const list = [];
    for (let line = this.#next(); line && line.indent === indent && /^-( |$)/.test(line.raw.trim()); line = this.#next()) {
      const below = `${path}.${list.length}`;
      this.found.set(below, line.number);
      const rest = line.raw.trim().slice(1).trimStart();
      if (keyOf(rest) && !/^["'{[]/.test(rest)) {
        const inner = line.raw.length - rest.length - (line.raw.length - line.raw.trimEnd().length);
        const place = line.raw.indexOf(rest, line.indent + 1);
        this.lines[this.at] = { ...line, raw: " ".repeat(place >= 0 ? place : inner) + rest, indent: place };
        list.push(this.#map(place, below));
      } else {
        list.push(this.#valueAfter(rest, line, indent, below));
      }
    }
    return list;
  }

  /** What stands after “field:” or “-”: on the line, or below it. */
  #valueAfter(rest, line, indent, path) {
    const text = uncommented(rest).trim();
    if (text === "") {
      this.at += 1;
      const next = this.#next();
      const nested = next && (next.indent > indent || (next.indent === indent && /^-( |$)/.test(next.raw.trim()) && !/^-( |$)/.test(line.raw.trim())));
      return nested ? this.#block(next.indent, path) : null;
    }
    if (/^[|>][+-]?$/.test(text)) return this.#scalarBlock(text, indent);
    return this.#flowing(path, rest, line, indent);
  }

  #scalarBlock(style, indent) {
    this.at += 1;
    const parts = [];
    while (this.at < this.lines.length) {
      const line = this.lines[this.at];
      if (line.raw.trim() !== "" && line.indent <= indent) break;
      parts.push(line.raw.trim());
      this.at += 1;
    }
    while (parts.at(-1) === "") parts.pop();
    return style[0] === "|" ? parts.join("\n") : parts.join(" ").replace(/ {2,}/g, "\n");
  }

  /** A flow value or a plain scalar, which may go on over the deeper lines below. */
  #flowing(path, rest, line, indent) {
    let text = uncommented(rest).trim();
    this.at += 1;
    for (let next = this.lines[this.at]; next && !next.blank && next.indent > indent && !complete(text); next = this.lines[this.at]) {
      text += ` ${uncommented(next.raw).trim()}`;
      this.at += 1;
    }
    return new Flow(text, line.number, this.found).value(path);
  }
}

/** Whether all brackets and quotes of a flow value are shut. */
function complete(text) {
  if (/^["']/.test(text)) return new RegExp(`^${text[0]}.*${text[0]}$`).test(text) && text.length > 1;
  if (!/^[{[]/.test(text)) return false;
  let depth = 0;
  let quote = null;
  for (const letter of text) {
    if (quote) { if (letter === quote) quote = null; } else if (letter === '"' || letter === "'") quote = letter;
    else if ("{[".includes(letter)) depth += 1;
    else if ("}]".includes(letter)) depth -= 1;
  }
  return depth === 0;
}

function keyOf(text) {
  const match = /^("(?:[^"\\]|\\.)*"|'[^']*'|[^\s"'{}[\],#&*!|>%@`-][^:#]*?|[^\s:]+)\s*:(?:\s+(.*))?$/.exec(text);
  if (!match) return null;
  return { name: match[1].replace(/^(["'])(.*)\1$/, "$2"), rest: match[2] ?? "" };
}

function uncommented(text) {
  let quote = null;
  for (let place = 0; place < text.length; place += 1) {
    const letter = text[place];
    if (quote) { if (letter === quote && text[place - 1] !== "\\") quote = null; }
    else if ((letter === '"' || letter === "'") && (place === 0 || /[\s[{,:]/.test(text[place - 1]))) quote = letter;
    else if (letter === "#" && (place === 0 || /\s/.test(text[place - 1]))) return text.slice(0, place);
  }
  return text;
}

class Flow {
  constructor(text, line, found) {
    Object.assign(this, { text, line, found, at: 0 });
  }

  value(path) {
    const value = this.#item(path, "");
    this.#space();
    if (this.at < this.text.length) this.#fault(`“${this.text.slice(this.at)}” is left over`);
    return value;
  }

  #fault(message) { throw new TextFault(this.line, message); }
  #space() { while (/\s/.test(this.text[this.at] ?? "")) this.at += 1; }

  #item(path, ends) {
    this.#space();
    const letter = this.text[this.at];
    if (letter === "{") return this.#map(path);
    if (letter === "[") return this.#list(path);
    if (letter === '"' || letter === "'") return this.#quoted(letter);
    if (letter && "&*!%@`".includes(letter)) this.#fault(`“${letter}” is a part of YAML that case files do not use`);
    let end = this.at;
    while (end < this.text.length && !ends.includes(this.text[end])) end += 1;
    const text = this.text.slice(this.at, end).trim();
    this.at = end;
    return plain(text);
  }

  #map(path) {
    const map = {};
    this.at += 1;
    for (;;) {
      this.#space();
      if (this.text[this.at] === "}") { this.at += 1; return map; }
      const match = /^("[^"]*"|'[^']*'|[^:,{}[\]]+?)\s*:/.exec(this.text.slice(this.at));
      if (!match) this.#fault("expected “field: value” within { }");
      this.at += match[0].length;
      const name = match[1].replace(/^(["'])(.*)\1$/, "$2").trim();
      if (name in map) this.#fault(`“${name}” is said twice`);
      const below = path ? `${path}.${name}` : name;
      this.found.set(below, this.line);
      map[name] = this.#item(below, ",}");
      this.#after("}");
    }
  }

  #list(path) {
    const list = [];
    this.at += 1;
    for (;;) {
      this.#space();
      if (this.text[this.at] === "]") { this.at += 1; return list; }
      this.found.set(`${path}.${list.length}`, this.line);
      list.push(this.#item(`${path}.${list.length}`, ",]"));
      this.#after("]");
    }
  }

  #after(end) {
    this.#space();
    if (this.text[this.at] === ",") this.at += 1;
    else if (this.text[this.at] !== end) this.#fault(`“${end}” is missing`);
  }

  #quoted(quote) {
    const rest = this.text.slice(this.at);
    const match = quote === '"' ? /^"((?:[^"\\]|\\.)*)"/.exec(rest) : /^'((?:[^']|'')*)'/.exec(rest);
    if (!match) this.#fault("a quotation mark is missing");
    this.at += match[0].length;
    return quote === '"' ? JSON.parse(`"${match[1].replace(/\t/g, "\\t")}"`) : match[1].replaceAll("''", "'");
  }
}

function plain(text) {
  if (text === "" || text === "null" || text === "~") return null;
  if (text === "true" || text === "false") return text === "true";
  return /^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(text) ? Number(text) : text;
}

/** A document of maps, lists and scalars as a case file is written. */
export function writeYAML(map) {
  return Object.entries(map).map(([key, value]) => entry(key, value, "")).join("");
}

function entry(key, value, indent) {
  if (Array.isArray(value)) {
    if (value.every((one) => typeof one !== "object")) return `${indent}${key}: [${value.map(scalar).join(", ")}]\n`;
    return `${indent}${key}:\n${value.map((one) => `${indent}  - ${flow(one)}\n`).join("")}`;
  }
  if (value && typeof value === "object") {
    const inner = Object.entries(value);
    if (!inner.length) return `${indent}${key}: {}\n`;
    if (inner.length < 6 && inner.every(([, one]) => typeof one !== "object")) return `${indent}${key}: ${flow(value)}\n`;
    return `${indent}${key}:\n${inner.map(([name, one]) => entry(name, one, `${indent}  `)).join("")}`;
  }
  return `${indent}${key}: ${scalar(value)}\n`;
}

function flow(value) {
  if (!value || typeof value !== "object") return scalar(value, true);
  return `{${Object.entries(value).map(([key, one]) => `${key}: ${scalar(one, true)}`).join(", ")}}`;
}

function scalar(value, inFlow = true) {
  if (typeof value !== "string") return String(value);
  const safe = /^[A-Za-z0-9][A-Za-z0-9 ./()^µ²-]*$/.test(value) && !/^(true|false|null|yes|no)$/i.test(value)
    && !(inFlow && /[,[\]{}]/.test(value)) && value.trim() === value && plain(value) === value;
  return safe ? value : JSON.stringify(value);
}
