// What can be done for this heart: every treatment of the catalogue as a toggle with its dose or size.

import { argumentControls } from "./cause.js";
import { toggleControl } from "./controls.js";
import { capital, h } from "./dom.js";
import { Section } from "./sections.js";
import { standards, withTreatment } from "./settings.js";

// How kinds of treatment are headed; a kind that is not named here stands below "Other".
const HEADS = [
  ["drug", "Tablets"], ["infusion", "Infusions"], ["device", "Devices"], ["shock", "Rhythm"], ["operation", "Operations"],
  ["clip", "Through a catheter"],
];

export function treatmentsSection(app) {
  const entries = app.engine.catalogue.treatments;
  const find = (kind) => app.store.settings.treatments.find((one) => one.kind === kind);

  /** With a treatment, and without those that exclude it. */
  function given(entry) {
    const apart = app.store.settings.treatments.map((one) => one.kind)
      .filter((kind) => entry.excludes.includes(kind) || entries.find((one) => one.identifier === kind)?.excludes.includes(entry.identifier));
    const rest = apart.reduce((settings, kind) => withTreatment(settings, kind), app.store.settings);
    return withTreatment(rest, entry.identifier, standards(entry));
  }

  function controls(entry) {
    const name = `treatment.${entry.identifier}`;
    const toggle = toggleControl({
      name, label: entry.title, meaning: capital(entry.meaning), read: () => Boolean(find(entry.identifier)),
      write: (on) => app.store.change(on ? entry.title : `Without: ${entry.title}`,
        on ? given(entry) : withTreatment(app.store.settings, entry.identifier)),
    });
    toggle.node.querySelector("input").dataset.keep = name;
    toggle.node.classList.toggle("said", Boolean(find(entry.identifier)));
    if (!find(entry.identifier)) return [toggle];
    return [toggle, ...argumentControls({
      entry, name, current: () => find(entry.identifier),
      write: (values, argument) => app.store.change(`${entry.title}: ${argument.title ?? argument.name}`,
        withTreatment(app.store.settings, entry.identifier, values), `${name}.${argument.name}`),
    })];
  }

  return new Section({
    title: "Treatments", open: true,
    hint: "Doses and sizes open at their usual values. A treatment shown here is no advice to take it.",
    shape: (settings) => JSON.stringify(settings.treatments.map((one) => one.kind)),
    build: () => {
      const known = HEADS.map(([kind]) => kind);
      const groups = [...HEADS, [null, "Other"]];
      return groups.flatMap(([kind, head]) => {
        const own = entries.filter((one) => {
          const its = one.kind;
          return kind ? its === kind : !known.includes(its);
        });
        return own.length ? [h("h4", {}, head), ...own.flatMap(controls)] : [];
      });
    },
  });
}
