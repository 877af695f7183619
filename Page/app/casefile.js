// The case file as the command reads it, to settings and back; every fault named, nothing half-taken.

import { readFindings } from "./measured.js";
import { shapeFaults } from "./shape.js";
import { number } from "./units.js";
import { complete, spare, VERSION } from "./settings.js";
import { convert, unitShown } from "./units.js";
import { parseYAML, TextFault, writeYAML } from "./yaml.js";

const FIELDS = [
  "name", "source", "patient", "valves", "presentation", "rhythm", "history", "symptoms", "nyha", "findings", "context",
  "lesions", "treatments", "heart", "reflexes",
];
const MEASURES = { age: "y", height: "cm", weight: "kg" };
const PLANNED = { repairLikelihood: "%", predictedMortality: "%", lifeExpectancy: "y" };
const COMMANDS_OWN = ["drugs", "lastHeartFailureAdmission", "lastRheumaticAttack", "jones", "duke"];
const LOAD_LINE = /--load[ =]([a-z-]+)(?::([0-9.eE+-]+)\s*([A-Za-z[\]/]*))?/g;

/**
 * Reads a file's text: {faults: [{field, value, allowed, line?}]}, and what could be read as settings, for further checks. `said` is
 * the same without what is taken where nothing is said; `places` names the field of each of `settings.measurements`.
 * `quantity` is the engine's, for measurements in their units.
 */
export function readCase(text, catalogue, fileName = "", quantity = null) {
  const faults = [];
  let read;
  try {
    const json = fileName.endsWith(".json") || /^\s*\{\s*"/.test(text);
    read = json ? { value: JSON.parse(text), lines: new Map(), comments: [] } : parseYAML(text);
  } catch (error) {
    const line = error instanceof TextFault ? error.line : undefined;
    return { faults: [{ field: line ? `line ${line}` : "file", value: "", message: error.message, line }] };
  }
  const { value } = read;
  if (!value || typeof value !== "object" || Array.isArray(value)) {
    return { faults: [{ field: "file", value: typeof value, allowed: "a case: fields with values, name among them" }] };
  }
  // What this page saved as JSON is the settings themselves: numbers in the catalogue's units.
  const whole = value.settings && typeof value.settings === "object" ? value.settings : value;
  if ("version" in whole) {
    if (whole.version !== VERSION) return { faults: [{ field: "version", value: whole.version, allowed: String(VERSION) }] };
    faults.push(...shapeFaults(whole, catalogue));
    return faults.length ? { faults } : { settings: complete(whole), said: whole, places: [], faults };
  }
  const reader = new CaseReader(value, catalogue, read, faults);
  const said = reader.said(quantity);
  const told = faults.map((fault) => fault.field);
  for (const fault of shapeFaults(said, catalogue)) {
    if (!told.some((field) => fault.field.startsWith(field))) reader.fault(fault.field.replace(/\[(\d+)\]/g, ".$1"), fault.value, fault.allowed);
  }
  return { settings: complete(said), said, places: reader.places, lines: read.lines, faults };
}

class CaseReader {
  constructor(value, catalogue, read, faults) {
    Object.assign(this, { value, catalogue, faults, lines: read.lines, comments: read.comments });
  }

  fault(field, value, allowed) {
    const line = this.lines.get(field);
    this.faults.push({ field: field.replace(/\.(\d+)/g, "[$1]"), value: typeof value === "string" ? value : JSON.stringify(value) ?? "", allowed, ...(line ? { line } : {}) });
  }

  said(quantity) {
    const { value } = this;
    for (const field of Object.keys(value)) if (!FIELDS.includes(field)) this.fault(field, value[field], `one of ${FIELDS.join(", ")}`);
    if (typeof value.name !== "string" || !value.name) this.fault("name", value.name ?? "nothing", "a text");
    const said = { version: VERSION, name: String(value.name ?? "") };
    for (const field of ["source", "presentation", "rhythm", "history", "symptoms", "nyha", "reflexes"]) {
      if (value[field] !== undefined && value[field] !== null) said[field] = value[field];
    }
    this.#patient(said);
    this.#context(said);
    this.places = readFindings(said, value.findings, this.catalogue, quantity, (...fault) => this.fault(...fault));
    if (value.lesions) said.lesions = this.#kinds("lesions", value.lesions, this.catalogue.lesions);
    if (value.treatments) said.treatments = this.#kinds("treatments", value.treatments, this.catalogue.treatments);
    if (value.valves && (typeof value.valves !== "object" || Array.isArray(value.valves))) {
      this.fault("valves", value.valves, "aortic, tricuspid or pulmonary, each with a list of lesions");
    } else if (value.valves) {
      said.valves = Object.fromEntries(Object.entries(value.valves ?? {}).filter(([, list]) => list)
        .map(([valve, list]) => [valve, this.#kinds(`valves.${valve}`, list, this.catalogue.lesions)]));
    }
    this.#heart(said);
    this.#loads(said);
    return said;
  }

  #patient(said) {
    const { patient } = this.value;
    if (patient === undefined || patient === null) return;
    if (typeof patient !== "object" || Array.isArray(patient)) { this.fault("patient", patient, `${Object.keys(MEASURES).join(", ")} and sex, each with its value`); return; }
    said.patient = {};
    for (const [field, value] of Object.entries(patient)) {
      if (field === "sex") said.patient.sex = value;
      else if (field in MEASURES) said.patient[field] = this.#quantity(`patient.${field}`, value, MEASURES[field]);
      else this.fault(`patient.${field}`, value, "one of age, sex, height, weight");
    }
  }

  /** What the doctors know and plan; what only rules of the command ask for is passed over. */
  #context(said) {
    const { context } = this.value;
    if (!context) return;
    said.context = {};
    for (const [field, value] of Object.entries(context)) {
      if (value === null || COMMANDS_OWN.includes(field)) continue;
      said.context[field] = field in PLANNED ? this.#quantity(`context.${field}`, value, PLANNED[field]) : value;
    }
  }

  #kinds(field, list, entries) {
    if (!Array.isArray(list)) { this.fault(field, list, "a list"); return []; }
    return list.map((item, place) => {
      const at = `${field}.${place}`;
      const { kind, ...values } = typeof item === "string" ? { kind: item } : item ?? {};
      const entry = entries.find((one) => one.identifier === kind);
      if (!entry) { this.fault(`${at}.kind`, kind, `one of ${entries.map((one) => one.identifier).join(", ")}`); return { kind }; }
      const taken = { kind };
      for (const [name, value] of Object.entries(values)) {
        const argument = entry.arguments.find((one) => one.name === name);
        if (argument) taken[name] = this.#quantity(`${at}.${name}`, value, argument.unit, argument);
        else this.fault(`${at}.${name}`, value, `one of ${entry.arguments.map((one) => one.name).join(", ") || "no argument"}`);
      }
      return taken;
    });
  }

  #heart(said) {
    for (const [path, value] of this.#paths(this.value.heart ?? {})) {
      const own = path.replace(/^heart\./, "");
      const spec = this.catalogue.parameters.find((one) => one.path === own);
      if (!spec) this.fault(`heart.${own}`, value, "a path of the catalogue (mitral catalogue heart)");
      else (said.heart ??= {})[own] = this.#quantity(`heart.${own}`, value, spec.unit, spec);
    }
  }

  /** Paths and values; groups may be nested. */
  #paths(group, before = "") {
    return Object.entries(group).flatMap(([name, value]) => {
      const path = before + name;
      return value && typeof value === "object" && !Array.isArray(value) ? this.#paths(value, `${path}.`) : [[path, value]];
    });
  }

  /** Loads are no field of the file: they stand in the command that the file's comment shows. */
  #loads(said) {
    for (const comment of this.comments) {
      if (!comment.startsWith("mitral simulate")) continue;
      for (const [, kind, amount, unit] of comment.matchAll(LOAD_LINE)) {
        const entry = this.catalogue.loads.find((one) => one.identifier === kind);
        if (!entry) { this.fault("loads", kind, `one of ${this.catalogue.loads.map((one) => one.identifier).join(", ")}`); continue; }
        const load = { kind };
        if (amount !== undefined && entry.arguments.length) {
          const scale = entry.arguments.find((one) => [one.unit, unitShown(one.unit)].includes(unit)) ?? entry.arguments[0];
          load[scale.name] = Number(amount);
        }
        (said.loads ??= []).push(load);
      }
    }
  }

  #quantity(field, value, unit, range = null) {
    const match = typeof value === "number" ? [null, value, ""] : /^\s*([-+]?[\d.]+(?:[eE][-+]?\d+)?)\s*(.*?)\s*$/.exec(String(value));
    const amount = match ? Number(match[1]) : NaN;
    const bare = match && match[2] === "" && (typeof value === "number" || unit === "1" || unit === "y");
    const converted = bare ? amount : match && convert(amount, match[2], unit);
    if (!Number.isFinite(converted)) {
      this.fault(field, value, `a number in ${unitShown(unit) || "no unit"}`);
      return undefined;
    }
    if (range && (converted < range.minimum || converted > range.maximum)) {
      this.fault(field, value, `${range.minimum} … ${range.maximum} ${unitShown(unit)}`.trim());
    }
    return converted;
  }
}

/** The settings as a case file. */
export function writeCase(settings, catalogue) {
  const said = spare(settings);
  const quantity = (value, unit) => (unit === "1" || !unit ? value : `${value} ${unit}`);
  const kinds = (list, entries) => list.map(({ kind, ...values }) => {
    const entry = entries.find((one) => one.identifier === kind);
    return { kind, ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, quantity(value, entry?.arguments.find((one) => one.name === name)?.unit)])) };
  });
  const heart = { ...said.heart };
  if (said.heartRate !== undefined) heart.heartRate = said.heartRate;
  const file = {
    name: said.name, source: said.source,
    patient: { ...said.patient, height: quantity(said.patient.height, "cm"), weight: quantity(said.patient.weight, "kg") },
    presentation: said.presentation, rhythm: said.rhythm, history: said.history, symptoms: said.symptoms, nyha: said.nyha,
    findings: findings(said, catalogue), context: said.context,
    lesions: said.lesions && kinds(said.lesions, catalogue.lesions),
    valves: said.valves && Object.fromEntries(Object.entries(said.valves).map(([valve, list]) => [valve, kinds(list, catalogue.lesions)])),
    treatments: said.treatments && kinds(said.treatments, catalogue.treatments),
    heart: Object.keys(heart).length ? Object.fromEntries(Object.entries(heart).map(([path, value]) =>
      [path, quantity(value, catalogue.parameters.find((one) => one.path === path)?.unit)])) : undefined,
    reflexes: said.reflexes,
  };
  for (const key of Object.keys(file)) if (file[key] === undefined) delete file[key];
  return loadComment(said, catalogue) + writeYAML(file);
}

/** What the heart does not show by itself (the QRS complex, the laboratory), and signs. */
function findings(said, catalogue) {
  const unit = (id) => catalogue.findings.find((one) => one.identifier === id)?.unit;
  const numbers = Object.entries(said.findings ?? {}).map(([id, value]) => [id, unit(id) === "1" ? value : `${value} ${unit(id)}`]);
  return said.signs || numbers.length ? { ...Object.fromEntries(numbers), ...said.signs } : undefined;
}

function loadComment(said, catalogue) {
  if (!said.loads?.length) return "";
  const loads = said.loads.map((load) => {
    const entry = catalogue.loads.find((one) => one.identifier === load.kind);
    const scale = entry?.arguments.find((one) => one.name in load) ?? entry?.arguments[0];
    const amount = scale && (load[scale.name] ?? load.amount);
    return `--load ${load.kind}${Number.isFinite(amount) ? `:${amount}${unitShown(scale.unit)}` : ""}`;
  });
  return `# mitral simulate FILE ${loads.join(" ")}\n`;
}

/** A fault in words: field, value, what is allowed. */
export function faultText(fault) {
  const value = fault.value === undefined || fault.value === "" ? "" : ` is “${typeof fault.value === "number" ? number(fault.value, 4).replace(/\.?0+$/, "") : fault.value}”`;
  const place = `${fault.field}${fault.line && !fault.field.startsWith("line") ? ` (line ${fault.line})` : ""}`;
  const { allowed } = fault;
  // Without anything allowed the message says it all, with or without its field.
  if (allowed === undefined || allowed === null) return fault.message.startsWith(fault.field) ? fault.message : `${place}: ${fault.message}`;
  return `${place}${value}; allowed: ${typeof allowed === "object" ? `${allowed.minimum} … ${allowed.maximum} ${unitShown(allowed.unit)}`.trim() : allowed}`;
}
