// The findings of a case file: measurements in any unit that the command takes, with method, error and date; and signs.

import { unitShown } from "./units.js";

const FIELDS = ["value", "by", "sd", "on"];
const DATE = "a date as 2026-03-02, 2026-03 or 2026";

/**
 * Puts what a file says under `findings` into settings: `signs`, and `measurements` [{finding, value, by, sd, on}] in the catalogue's
 * units, whose fields in the file are given back. `quantity` converts (the engine's); `fault(field, value, allowed)` takes what is wrong.
 */
export function readFindings(said, findings, catalogue, quantity, fault) {
  if (findings === undefined || findings === null) return [];
  if (typeof findings !== "object" || Array.isArray(findings)) {
    fault("findings", findings, "findings with their values");
    return [];
  }
  const reader = new Reader(catalogue, quantity, fault);
  for (const [id, value] of Object.entries(findings)) if (value !== null) reader.finding(id, value, said);
  if (reader.measurements.length) said.measurements = reader.measurements;
  return reader.places;
}

class Reader {
  measurements = [];
  places = [];

  constructor(catalogue, quantity, fault) {
    Object.assign(this, { catalogue, quantity, fault });
  }

  finding(id, value, said) {
    const field = `findings.${id}`;
    const sign = this.catalogue.signs.find((one) => one.identifier === id);
    if (sign) {
      const word = this.#sign(field, value, sign);
      if (word !== undefined) (said.signs ??= {})[id] = word;
    } else if (!this.catalogue.findings.some((one) => one.identifier === id)) {
      this.fault(field, value, "a finding of the catalogue (mitral catalogue findings)");
    } else if (!Array.isArray(value)) this.#measurement(field, value, id);
    else if (!value.length) this.fault(field, value, "at least one measurement, or no field at all");
    else value.forEach((one, place) => this.#measurement(`${field}.${place}`, one, id));
  }

  #sign(field, value, { values }) {
    const word = values.includes("true") ? { yes: true, no: false }[String(value).toLowerCase()] ?? value : value;
    if (values.includes(String(word))) return word;
    this.fault(field, value, values.join(", "));
    return undefined;
  }

  #measurement(field, said, finding) {
    const full = said && typeof said === "object" && !Array.isArray(said);
    const told = full ? said : { value: said };
    for (const name of Object.keys(told)) if (!FIELDS.includes(name)) this.fault(`${field}.${name}`, told[name], `one of ${FIELDS.join(", ")}`);
    const at = (name) => (full ? `${field}.${name}` : field);
    const one = { finding, value: this.#number(at("value"), told.value ?? null, finding) };
    if (told.by !== undefined && told.by !== null) one.by = this.#method(at("by"), told.by);
    if (told.sd !== undefined && told.sd !== null) one.sd = this.#number(at("sd"), told.sd, finding, true);
    if (told.on !== undefined && told.on !== null) one.on = this.#date(at("on"), told.on);
    if (Object.values(one).includes(undefined)) return;
    this.measurements.push(one);
    this.places.push({ field: field.replace(/\.(\d+)/g, "[$1]"), full });
  }

  #method(field, value) {
    if (this.catalogue.methods.includes(value)) return value;
    this.fault(field, value, `one of ${this.catalogue.methods.join(", ")}`);
    return undefined;
  }

  /** A number with its unit, in the finding's own. */
  #number(field, said, finding, isError = false) {
    const { unit } = this.catalogue.findings.find((one) => one.identifier === finding);
    const example = unit === "1" ? "a number without a unit" : `a number with its unit, as ${isError ? "0.1" : "1.5"} ${unitShown(unit)}`;
    const wrong = (allowed) => {
      this.fault(field, said ?? "nothing", allowed);
      return undefined;
    };
    if (said === null || typeof said === "object" || typeof said === "boolean") return wrong(example);
    const match = /^\s*([-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)\s*(.*?)\s*$/su.exec(String(said));
    if (!match || /^[.\d]/.test(match[2])) return wrong(example);
    if (/^,\d/.test(match[2])) return wrong(`a decimal point, as ${match[1]}.${match[2].slice(1)}`);
    const { value, units } = this.quantity(finding, Number(match[1]), match[2], isError);
    if (Number.isFinite(value)) return value;
    const others = units.filter((one) => one !== unit).map((one) => unitShown(one));
    return wrong(match[2] === "" || unit === "1" ? example : `${example}; the unit may also be ${[...new Set(others)].join(", ")}`);
  }

  /** As 20260302, 202603 or 2026. */
  #date(field, said) {
    const match = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/.exec(String(said));
    if (match) {
      const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
      const date = new Date(Date.UTC(year, (month ?? 1) - 1, day ?? 1));
      const isOne = date.getUTCMonth() + 1 === (month ?? 1) && date.getUTCDate() === (day ?? 1);
      if (year >= 1900 && year <= 2200 && isOne) return Number(match.slice(1).filter(Boolean).join(""));
    }
    this.fault(field, said, DATE);
    return undefined;
  }
}
