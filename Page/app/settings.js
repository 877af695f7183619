// The settings of a heart: what is said of it, as plain data, and the pure functions that change them.

export const VERSION = 1;

/** The healthy adult that is meant when no patient is described. */
export const PATIENT = Object.freeze({ age: 45, sex: "male", height: 178, weight: 75 });

/** A healthy heart in this body. */
export function healthy(patient = PATIENT) {
  return complete({ name: "Healthy adult", patient: { ...patient } });
}

/** What the page opens with: a torn leaflet, the body answering. */
export function opening() {
  return complete({
    name: "Flail leaflet", reflexes: true, lesions: [{ kind: "flail-leaflet", orificeArea: 0.4 }],
  });
}

/** Settings with every list present, so that readers need not ask. */
export function complete(said) {
  const settings = { ...structuredClone(said), version: VERSION };
  settings.name ||= "Heart";
  settings.patient = { ...PATIENT, ...settings.patient };
  settings.presentation ??= "chronic";
  settings.rhythm ??= "sinus";
  settings.reflexes ??= false;
  for (const list of ["lesions", "treatments", "loads"]) settings[list] ??= [];
  settings.valves ??= {};
  settings.heart ??= {};
  return settings;
}

/** The same without what says nothing: what files and links hold. */
export function spare(settings) {
  const said = structuredClone(settings);
  for (const [key, value] of Object.entries(said)) {
    const empty = Array.isArray(value) ? value.length === 0 : value && typeof value === "object" && !Object.keys(value).length;
    if (value === undefined || value === null || (empty && key !== "symptoms" && key !== "history")) delete said[key];
  }
  return { ...said, version: VERSION };
}

/** Whether two settings say the same. */
export function same(one, other) {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(value) {
  if (Array.isArray(value)) return value.map(sorted);
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sorted(value[key])]));
}

/** A copy with one field changed; `undefined` takes it away. */
export function withField(settings, field, value) {
  const next = structuredClone(settings);
  if (value === undefined) delete next[field];
  else next[field] = value;
  return next;
}

/** A copy with overrides of the heart by path; `undefined` takes one away. */
export function withHeart(settings, overrides) {
  const next = structuredClone(settings);
  next.heart = { ...next.heart };
  for (const [path, value] of Object.entries(overrides)) {
    if (value === undefined) delete next.heart[path];
    else next.heart[path] = value;
  }
  return next;
}

/** What an argument of a lesion or a treatment is when nothing is said. */
export function standards(entry) {
  return Object.fromEntries(entry.arguments.map((argument) => [argument.name, argument.standard]));
}

/** An entry of a catalogue in the settings: its kind and its arguments at their standards. */
export function usual(entry) {
  return { kind: entry.identifier, ...standards(entry) };
}

/** Takes a treatment of this kind into a list, changes its arguments, or (with `undefined`) takes it out. */
export function withTreatment(settings, kind, values) {
  const next = structuredClone(settings);
  const place = next.treatments.findIndex((one) => one.kind === kind);
  if (values === undefined) next.treatments = next.treatments.filter((one) => one.kind !== kind);
  else if (place < 0) next.treatments.push({ kind, ...values });
  else next.treatments[place] = { ...next.treatments[place], ...values };
  return next;
}

/** The heart's own name, changed once something of it is. */
export function named(settings, before) {
  if (settings.name !== before.name || settings.name.endsWith("(changed)")) return settings;
  return { ...settings, name: `${settings.name} (changed)` };
}
