// Why the valve leaks: each lesion of the catalogue with its arguments; and the leaks and narrowings of the other valves.

import { choiceControl, numberControl } from "./controls.js";
import { capital, h, words } from "./dom.js";
import { parameterControl } from "./parameters.js";
import { Section } from "./sections.js";
import { usual, withField } from "./settings.js";

const entryOf = (list, kind) => list.find((one) => one.identifier === kind);

/** The sliders of what a lesion, treatment or load takes as arguments. */
export function argumentControls({ entry, name, current, write }) {
  return entry.arguments.map((argument) => numberControl({
    name: `${name}.${argument.name}`,
    label: `${entry.title}: ${argument.title}`,
    meaning: argument.meaning, unit: argument.unit, minimum: argument.minimum, maximum: argument.maximum,
    whole: argument.isWhole,
    read: () => current()?.[argument.name] ?? argument.standard,
    said: () => (current()?.[argument.name] ?? argument.standard) !== argument.standard,
    write: (value) => write({ [argument.name]: value }, argument),
    reset: () => write({ [argument.name]: argument.standard }, argument),
  }));
}

export function causeSection(app) {
  const lesions = app.engine.catalogue.lesions;
  const set = (label, list, control) => app.store.change(label, withField(app.store.settings, "lesions", list), control);
  const at = (place) => app.store.settings.lesions[place];

  function chooser(place) {
    const choices = [["", place ? "None (take away)" : "None: the valve holds"], ...lesions.map((one) => [one.identifier, one.title])];
    const control = choiceControl({
      name: `lesion.${place}`, label: place ? "Another cause" : "Cause of the leak", options: choices,
      meaning: (kind) => capital(entryOf(lesions, kind)?.meaning ?? ""),
      read: () => at(place)?.kind ?? "",
      write: (kind) => {
        const list = [...app.store.settings.lesions];
        const entry = entryOf(lesions, kind);
        if (!entry) list.splice(place, 1);
        else list[place] = carry(usual(entry), list[place], entry);
        set(entry ? entry.title : "No leak", list);
      },
    });
    control.node.querySelector("select").dataset.keep = `lesion.${place}`;
    return control;
  }

  /** A new cause keeps the size of the hole. */
  function carry(next, before, entry) {
    const argument = entry.arguments.find((one) => one.name === "orificeArea");
    if (argument && before?.orificeArea > 0) next.orificeArea = Math.min(argument.maximum, before.orificeArea);
    else if (argument && !(next.orificeArea > 0)) next.orificeArea = 0.4;
    return next;
  }

  return new Section({
    title: "Cause", open: true,
    hint: "The leak as it is in this heart today. What months and years make of heart and leak, Years computes.",
    shape: (settings) => JSON.stringify(settings.lesions.map((one) => one.kind)),
    build: (settings) => [
      ...settings.lesions.flatMap((lesion, place) => [
        chooser(place),
        ...argumentControls({
          entry: entryOf(lesions, lesion.kind), name: `lesion.${place}`, current: () => at(place),
          write: (values, argument) => {
            const list = structuredClone(app.store.settings.lesions);
            list[place] = { ...list[place], ...values };
            set(capital(argument.title ?? words(argument.name)), list, `lesion.${place}.${argument.name}`);
          },
        }),
      ]),
      settings.lesions.length ? null : chooser(0),
      settings.lesions.length === 1
        ? h("button", {
          type: "button", class: "small", "data-keep": "lesion.1",
          onclick: () => set("Another cause", [...app.store.settings.lesions, carry(usual(lesions[0]), { orificeArea: 0.1 }, lesions[0])]),
        }, "Add another cause") : null,
    ],
  });
}

const OTHERS = ["aortic", "tricuspid", "pulmonary"];

export function valvesSection(app) {
  const kinds = app.engine.catalogue.lesions;
  const hole = entryOf(kinds, "fixed-orifice");
  const leakOf = (valve) => app.store.settings.valves?.[valve]?.[0];
  const size = hole.arguments.find((one) => one.name === "orificeArea");

  function leak(valve) {
    const name = `valves.${valve}`;
    const write = (value) => {
      const valves = structuredClone(app.store.settings.valves ?? {});
      if (value > 0) valves[valve] = [{ ...(leakOf(valve) ?? { kind: hole.identifier }), orificeArea: value }];
      else delete valves[valve];
      app.store.change(`${capital(valve)} leak`, withField(app.store.settings, "valves", valves), name);
    };
    return numberControl({
      name, label: `${capital(valve)} valve, leak`, meaning: "area that stays open when the valve is shut", unit: size.unit,
      minimum: size.minimum, maximum: size.maximum,
      read: () => leakOf(valve)?.orificeArea ?? 0, said: () => Boolean(leakOf(valve)), write, reset: () => write(0),
    });
  }

  return new Section({
    title: "Other valves",
    build: () => [
      parameterControl(app, { path: "mitralValve.openArea", label: "Mitral valve, open area" }),
      ...OTHERS.flatMap((valve) => [
        leak(valve), parameterControl(app, { path: `${valve}Valve.openArea`, label: `${capital(valve)} valve, open area` }),
      ]),
    ],
  });
}
