// A foldable part of a panel, with its heading, whose controls follow the settings.

import { fill, h } from "./dom.js";

/**
 * A section that is built anew when `shape(settings)` changes and otherwise only follows the values.
 * build(settings) gives a list of controls ({node, sync?}) and of plain elements.
 */
export class Section {
  #shape = null;
  #parts = [];

  constructor({ title, open = false, hint = null, shape = () => "", build }) {
    this.shape = shape;
    this.build = build;
    this.note = h("span", { class: "count" });
    this.body = h("div", { class: "section-body" });
    this.node = h("details", { class: "section", open },
      h("summary", {}, h("h3", {}, title), this.note),
      hint ? h("p", { class: "hint" }, hint) : null, this.body);
  }

  sync(settings) {
    const shape = this.shape(settings);
    if (shape === this.#shape) {
      for (const part of this.#parts) part.sync?.();
    } else {
      this.#shape = shape;
      const held = document.activeElement?.closest?.("[data-keep]")?.dataset.keep;
      this.#parts = this.build(settings).filter(Boolean);
      fill(this.body, this.#parts.map((part) => part.node ?? part));
      if (held && !document.activeElement?.closest?.("[data-keep]")) {
        this.body.querySelector(`[data-keep="${CSS.escape(held)}"]`)?.focus?.();
      }
    }
    const said = this.body.querySelectorAll(".control.said").length;
    this.note.textContent = said ? `${said} changed` : "";
  }
}
