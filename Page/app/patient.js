// The view for the person who has the leak: plain words from the model's own judgement, and nothing to turn.

import { fill, h } from "./dom.js";
import { warningOf } from "./fitted.js";
import { judged } from "./heartbeat.js";
import { spanText } from "./plot.js";

/** The words for the person, section by section, as they come. */
export function patientPanel(app) {
  const node = h("div", { class: "panel-part plain-words" });
  function sync() {
    const beat = app.shownBeat();
    const { trouble } = app.heartbeat;
    const warning = warningOf(app.shownSettings());
    const sections = trouble || warning ? [] : judged(beat)?.plain ?? [];
    const point = app.shownPoint();
    fill(node,
      h("h3", {}, "In plain words"),
      h("p", { class: "hint" }, `About the heart shown here (${app.store.settings.name}${point ? `, after ${spanText(point.day)}` : ""}). It is a computed heart, not yours. Your doctors know yours.`),
      sections.length ? sections.map((section) => h("section", { class: `plain-section plain-${section.id}`, "aria-label": section.title },
        h("h4", {}, section.title), section.sentences.length ? h("p", {}, section.sentences.join(" ")) : null,
        section.items?.length ? h("ul", {}, section.items.map((item) => h("li", {}, item))) : null))
        : h("p", {}, trouble ? "This heart does not beat, so there is nothing to say of it." : warning ? `${warning} So there are no words about it here.` : "The words follow with the next beat."));
  }
  sync();
  return { node, sync };
}
