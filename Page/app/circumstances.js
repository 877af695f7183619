// What the body does and is: posture, work and strain; rhythm and reflexes; age, sex, size and complaints.

import { argumentControls } from "./cause.js";
import { choiceControl, numberControl, toggleControl } from "./controls.js";
import { exerciseControl } from "./exercise.js";
import { capital, h } from "./dom.js";
import { GROUPS, parameterControl, rateControl } from "./parameters.js";
import { Section } from "./sections.js";
import { PATIENT, withField } from "./settings.js";
import { number, unitShown } from "./units.js";

export function loadsSection(app) {
  const entries = app.engine.catalogue.loads;
  const isTransient = (kind) => entries.find((one) => one.identifier === kind)?.isTransient;
  const find = (kind) => app.store.settings.loads.find((one) => one.kind === kind);
  const scaleOf = (entry, load) => entry.arguments.find((one) => load && one.name in load) ?? entry.arguments[0];
  const set = (label, loads, control) => app.store.change(label, withField(app.store.settings, "loads", loads), control);

  /** Loads of one group take each other's place; what passes within a minute stands alone. */
  function give(entry) {
    const rivals = entries.filter((one) => one.group !== undefined && one.group === entry.group).map((one) => one.identifier);
    const rest = entry.isTransient ? [] : app.store.settings.loads.filter((one) => !rivals.includes(one.kind) && !isTransient(one.kind));
    const scale = entry.arguments[0];
    set(entry.title, [...rest, { kind: entry.identifier, ...(scale ? { [scale.name]: scale.standard } : {}) }]);
  }

  function controls(entry) {
    const name = `load.${entry.identifier}`;
    const toggle = toggleControl({
      name, label: entry.title, meaning: capital(entry.meaning), read: () => Boolean(find(entry.identifier)),
      write: (on) => (on ? give(entry) : set(entry.title, app.store.settings.loads.filter((one) => one.kind !== entry.identifier))),
    });
    toggle.node.querySelector("input").dataset.keep = name;
    const load = find(entry.identifier);
    if (!load || !entry.arguments.length) return [toggle];
    const scale = scaleOf(entry, load);
    const write = (chosen, amount, control = null) => set(entry.title, app.store.settings.loads.map((one) =>
      (one.kind === entry.identifier ? { kind: one.kind, [chosen.name]: amount } : one)), control);
    const choice = entry.arguments.length < 2 ? null : choiceControl({
      name: `${name}.scale`, label: `${entry.title}: said as`, options: entry.arguments.map((one) => [one.name, `${one.title} (${unitShown(one.unit)})`]),
      read: () => scaleOf(entry, find(entry.identifier)).name,
      write: (chosen) => {
        const next = entry.arguments.find((one) => one.name === chosen);
        write(next, next.standard);
      },
    });
    const [amount] = argumentControls({
      entry: { ...entry, arguments: [scale] }, name,
      current: () => ({ [scale.name]: find(entry.identifier)?.[scale.name] ?? find(entry.identifier)?.amount }),
      write: (values) => write(scale, values[scale.name], `${name}.${scale.name}`),
    });
    return [toggle, choice, amount];
  }

  return new Section({
    title: "Posture, work, manoeuvres",
    hint: "Loads act with the body's reflexes, as on a person who stands up or cycles.",
    shape: (settings) => JSON.stringify(settings.loads.map((one) => Object.keys(one).concat(one.kind))),
    build: () => [
      ...entries.filter((one) => !one.isTransient).flatMap(controls),
      h("h4", {}, "Within a minute, by the second"), ...entries.filter((one) => one.isTransient).flatMap(controls),
      h("h4", {}, "Exercise test"), exerciseControl(app),
    ],
  });
}

const RHYTHMS = [["sinus", "Sinus rhythm"], ["atrial-fibrillation", "Atrial fibrillation"], ["premature-beats", "Premature beats"]];

export function rhythmSection(app) {
  return new Section({
    title: "Rhythm and reflexes",
    build: () => [
      choiceControl({
        name: "rhythm", label: "Rhythm", options: RHYTHMS, read: () => app.store.settings.rhythm,
        write: (value) => app.store.change("Rhythm", withField(app.store.settings, "rhythm", value)),
      }),
      rateControl(app),
      toggleControl({
        name: "reflexes", label: "Reflexes", read: () => app.store.settings.reflexes,
        meaning: "On: rate, resistance, tone of the veins and blood volume answer. Off: they stay as they are.",
        write: (on) => app.store.change(on ? "Reflexes on" : "Reflexes off", withField(app.store.settings, "reflexes", on)),
      }),
      ...GROUPS.conduction.map((entry) => parameterControl(app, entry)),
    ],
  });
}

// The body's measures and what engines take of them; the page's own fields, for the catalogue lists the heart alone.
const MEASURES = [
  { field: "age", label: "Age", unit: "y", minimum: 16, maximum: 110, whole: true },
  { field: "height", label: "Height", unit: "cm", minimum: 120, maximum: 230, whole: false, step: 1 },
  { field: "weight", label: "Weight", unit: "kg", minimum: 30, maximum: 300, whole: false, step: 1 },
];
const CLASSES = [["", "As the heart predicts"], ["I", "I: no limits"], ["II", "II: on ordinary effort"], ["III", "III: on light effort"], ["IV", "IV: at rest"]];

export function bodySection(app) {
  const patient = (label, values, control) => app.store.change(label,
    withField(app.store.settings, "patient", { ...app.store.settings.patient, ...values }), control);
  return new Section({
    title: "Body and complaints",
    build: () => [
      choiceControl({
        name: "patient.sex", label: "Sex", options: [["male", "Male"], ["female", "Female"]],
        read: () => app.store.settings.patient.sex, write: (sex) => patient("Sex", { sex }),
      }),
      ...MEASURES.map(({ field, ...rest }) => numberControl({
        ...rest, name: `patient.${field}`, read: () => app.store.settings.patient[field],
        said: () => app.store.settings.patient[field] !== PATIENT[field],
        write: (value) => patient(rest.label, { [field]: value }, `patient.${field}`),
        reset: () => patient(rest.label, { [field]: PATIENT[field] }),
      })),
      choiceControl({
        name: "presentation", label: "Came on", options: [["chronic", "Over months or years"], ["acute", "Within hours or days"]],
        read: () => app.store.settings.presentation,
        write: (value) => app.store.change("How it came on", withField(app.store.settings, "presentation", value)),
      }),
      choiceControl({
        name: "nyha", label: "Complaints (NYHA class)", options: CLASSES, read: () => app.store.settings.nyha ?? "",
        meaning: () => `${predictedText(app.heartbeat.beat?.prediction)}A class changes stage and advice, not the heart.`,
        write: (value) => app.store.change("NYHA class", withField(app.store.settings, "nyha", value || undefined)),
      }),
    ],
  });
}

function predictedText(prediction) {
  return prediction?.predicted ? `Predicted by an exercise test: class ${prediction.predicted}, up to ${number(prediction.capacity, 1)} METs. ` : "";
}

/** A section of parameters by group. */
export function parametersSection(app, title, group, hint = null) {
  return new Section({ title, hint, build: () => GROUPS[group].map((entry) => parameterControl(app, entry)) });
}

/** Every parameter of the heart's definition, found by a word. */
export function allSection(app, pathControl) {
  const search = h("input", { type: "search", id: "find-parameter", placeholder: "resistance, septum …", oninput: () => filter() });
  const count = h("p", { class: "meaning", role: "status" });
  const list = h("div");
  const shown = new Map();
  const MOST = 12;

  function filter() {
    const asked = search.value.trim().toLowerCase().split(/\s+/).filter(Boolean);
    const all = app.engine.catalogue.parameters;
    const fits = all.filter((one) => asked.every((word) => `${one.path} ${one.meaning}`.toLowerCase().includes(word)));
    for (const one of fits.slice(0, MOST)) if (!shown.has(one.path)) shown.set(one.path, pathControl(app, one.path));
    list.replaceChildren(...fits.slice(0, MOST).map((one) => shown.get(one.path).node));
    count.textContent = fits.length > MOST
      ? `${fits.length} of ${all.length} parameters; the first ${MOST} are shown.` : `${fits.length} of ${all.length} parameters.`;
  }

  const section = new Section({
    title: "All parameters",
    build: () => {
      filter();
      return [
        h("div", { class: "control choice" }, h("label", { for: "find-parameter" }, "Find a parameter"), search), count,
        { node: list, sync: () => shown.forEach((control) => control.sync()) },
      ];
    },
  });
  return section;
}
