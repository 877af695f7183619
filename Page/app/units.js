// Numbers with their units as people write them, and the units that files may use instead.

const SHOWN = {
  "mm[Hg]": "mmHg", "mm[Hg]/s": "mmHg/s", "mm[Hg].s/mL": "mmHg·s/mL", "mm[Hg].s2/mL": "mmHg·s²/mL",
  "mL/mm[Hg]": "mL/mmHg", "/(mm[Hg].s)": "/(mmHg·s)", "dyn.s/cm5": "dyn·s/cm⁵", "[wood'U]": "WU", cm2: "cm²",
  "mL/m2": "mL/m²", "L/min/m2": "L/min/m²", "mm/m2": "mm/m²", m2: "m²", "ug/kg/min": "µg/kg/min", "ug/min": "µg/min",
  1: "", Cel: "°C", METs: "METs", "mL/min/{1.73_m2}": "mL/min/1.73 m²", y: "years", d: "days", wk: "weeks",
};

/** A unit of the catalogue as people write it; a ratio has none. */
export function unitShown(unit) {
  if (unit === undefined || unit === null) return "";
  return SHOWN[unit] ?? unit;
}

/** A number with a fixed count of digits, a true minus, and no negative zero. */
export function number(value, digits = 0) {
  if (!Number.isFinite(value)) return "–";
  const text = value.toFixed(Math.max(0, Math.min(6, digits)));
  return (Number(text) === 0 ? text.replace("-", "") : text).replace("-", "−");
}

/** A number to three figures or so, whatever its size. */
export function rough(value) {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.floor(Math.log10(Math.abs(value)));
  const text = number(value, Math.max(0, 2 - size));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Value and unit, with the space that keeps them on one line. */
export function withUnit(value, unit, digits) {
  const shown = unitShown(unit);
  const text = digits === undefined ? rough(value) : number(value, digits);
  return shown ? `${text}\u00a0${shown}` : text;
}

// Factors to a common measure of each kind; what shares a kind can be said for one another.
const KINDS = [
  { m: 100, cm: 1, mm: 0.1, "[in_i]": 2.54, in: 2.54 },
  { kg: 1, g: 0.001, "[lb_av]": 0.45359237, lb: 0.45359237 },
  { cm2: 1, "cm²": 1, mm2: 0.01, "mm²": 0.01, m2: 10000, "m²": 10000 },
  { L: 1000, l: 1000, dL: 100, mL: 1, ml: 1 },
  { "mm[Hg]": 1, mmHg: 1, kPa: 7.50061683 },
  { "/min": 1, bpm: 1, "1/min": 1 },
  { "mg/d": 1, "g/d": 1000 },
  { "ug/min": 1, "µg/min": 1, "mg/min": 1000 },
  { "ug/kg/min": 1, "µg/kg/min": 1 },
  { s: 1000, ms: 1 },
  { kPa: 1, Pa: 0.001 },
  { y: 1, a: 1, years: 1, year: 1 },
  { wk: 1, weeks: 1 },
  { 1: 1, "%": 0.01 },
];

/** The number in `wanted` of a value said in `given`; undefined when the units do not fit. */
export function convert(value, given, wanted) {
  if (given === wanted || unitShown(wanted) === given) return value;
  if (given === "") return wanted === "1" ? value : undefined;
  for (const kind of KINDS) {
    if (given in kind && wanted in kind) {
      return kind[given] === kind[wanted] ? value : value * (kind[given] / kind[wanted]);
    }
  }
  return undefined;
}
