// The buttons of the header: undo, redo, start again, open, save, share, colours; and their keys.

import { fill, h } from "./dom.js";
import { chooseCase, chooseExport, share } from "./files.js";
import { healthy } from "./settings.js";
import { themeSwitch } from "./theme.js";

/** Puts the tools into the header and listens for their keys. */
export function buildTools(app) {
  const { store } = app;
  const button = (id, sign, text, action) => h("button", { type: "button", id, title: text, onclick: action },
    h("span", { class: "sign", "aria-hidden": "true" }, sign), h("span", { class: "word" }, text));
  const undo = button("undo", "↶", "Undo", () => store.undo());
  const redo = button("redo", "↷", "Redo", () => store.redo());
  const reset = button("reset", "⟲", "Healthy", () => store.open("Healthy heart", healthy(store.settings.patient)));
  fill(document.getElementById("tools"), undo, redo, reset,
    button("open", "▤", "Open", () => chooseCase(app)),
    button("save", "⤓", "Save", () => chooseExport(app)),
    button("share", "⇪", "Share", () => share(app)),
    themeSwitch(() => app.stage.refresh()));

  function follow() {
    for (const [one, label, verb] of [[undo, store.undoLabel, "Undo"], [redo, store.redoLabel, "Redo"]]) {
      one.setAttribute("aria-disabled", String(!label));
      one.title = label ? `${verb}: ${label}` : `${verb}: nothing to ${verb.toLowerCase()}`;
      one.setAttribute("aria-label", one.title);
    }
  }
  store.addEventListener("change", follow);
  follow();

  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || document.querySelector("dialog[open]")) return;
    const key = event.key.toLowerCase();
    const wanted = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
    if (!wanted || event.target.matches?.("textarea, input[type=search]")) return;
    event.preventDefault();
    document.activeElement?.matches?.("input.number") && document.activeElement.blur();
    store[wanted]();
  });
}
