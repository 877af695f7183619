// Whether data from elsewhere (a link, a file) has the shape of settings, so that every reader after this may trust it: every
// fault with its field, its value and what is allowed there. What words and numbers may be, the engine knows best; those
// whose words are few are told here.

const isObject = (value) => Boolean(value) && typeof value === "object" && !Array.isArray(value);
const text = (value) => (typeof value === "string" ? null : "a text");
const number = (value) => (Number.isFinite(value) ? null : "a number");
const flag = (value) => (typeof value === "boolean" ? null : "true or false");
const oneOf = (words) => (value) => (words.includes(value) ? null : `one of ${words.join(", ")}`);
const word = (value) => (typeof value === "string" ? null : "a word");
const simple = (value) => (["string", "number", "boolean"].includes(typeof value) ? null : "a word, a number, true or false");

const list = (each) => (value, tell, field) => {
  if (!Array.isArray(value)) return "a list";
  value.forEach((one, place) => check(each, one, tell, `${field}[${place}]`));
  return null;
};
const fields = (known, others = null) => (value, tell, field) => {
  if (!isObject(value)) return "fields with values";
  for (const [name, one] of Object.entries(value)) {
    const own = field ? `${field}.${name}` : name;
    const rule = known[name] ?? others;
    if (rule) check(rule, one, tell, own);
    else tell(own, one, `one of ${Object.keys(known).join(", ")}`);
  }
  return null;
};

function check(rule, value, tell, field) {
  const allowed = rule(value, tell, field);
  if (allowed) tell(field, value, allowed);
}

const kinds = list((value, tell, field) => {
  if (!isObject(value)) return "a kind with its numbers";
  check(word, value.kind, tell, `${field}.kind`);
  for (const [name, one] of Object.entries(value)) if (name !== "kind") check(number, one, tell, `${field}.${name}`);
  return null;
});

/** The rules of settings; `catalogue` knows the words. */
const rules = (catalogue) => ({
  version: number, name: text, source: text,
  patient: fields({ age: number, sex: oneOf(["male", "female"]), height: number, weight: number }),
  presentation: oneOf(catalogue.presentations), rhythm: oneOf(catalogue.rhythms), heartRate: number, nyha: oneOf(catalogue.nyha),
  reflexes: flag, guideline: oneOf(catalogue.guidelines), today: number, history: list(word), symptoms: list(oneOf(catalogue.symptoms)),
  lesions: kinds, treatments: kinds, loads: kinds,
  valves: fields({ aortic: kinds, tricuspid: kinds, pulmonary: kinds }),
  heart: fields({}, number), signs: fields({}, simple), findings: fields({}, number), context: fields({}, simple),
  measurements: list(fields({ finding: word, value: number, by: word, sd: number, on: simple })),
});

/** Every fault of the shape of a plan of years: {total, events: [{day, treatment}]}. */
export function planFaults(years) {
  const faults = [];
  const tell = (field, value, allowed) => faults.push({ field, value: shown(value), allowed });
  const treatment = (value, ...place) => kinds([value], ...place);
  check(fields({ total: number, events: list(fields({ day: number, treatment })) }), years, tell, "years");
  return faults;
}

/** Every fault of the shape of settings: [{field, value, allowed}]. `below` stands before each field. */
export function shapeFaults(settings, catalogue, below = "") {
  const faults = [];
  const tell = (field, value, allowed) => faults.push({ field: below ? `${below}.${field}` : field, value: shown(value), allowed });
  const wrong = fields(rules(catalogue))(settings, tell, "");
  if (wrong) faults.push({ field: below || "settings", value: shown(settings), allowed: wrong });
  if (!wrong && !settings.name) tell("name", settings.name, "a text");
  return faults;
}

function shown(value) {
  const said = typeof value === "string" ? value : JSON.stringify(value) ?? "nothing";
  return said.length > 60 ? `${said.slice(0, 57)}…` : said;
}
