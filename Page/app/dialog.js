// A dialogue over the page: what is wrong with a file, where a heart comes from, what to save.

import { fill, fresh, h } from "./dom.js";

/** Opens a modal dialogue; `content(close)` gives its nodes. The focus goes back where it was. */
export function openDialog(title, content) {
  const id = fresh("dialog");
  const dialog = h("dialog", { "aria-labelledby": id });
  const close = () => dialog.close();
  fill(dialog,
    h("div", { class: "dialog-head" }, h("h2", { id }, title),
      h("button", { type: "button", class: "close", "aria-label": "Close", onclick: close }, "✕")),
    h("div", { class: "dialog-body" }, content(close)));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) close(); });
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Names every fault of what could not be opened. */
export function tellFaults(what, faults, text) {
  openDialog(`${what} was not opened`, (close) => [
    h("p", {}, `${faults.length === 1 ? "One thing stands" : `${faults.length} things stand`} against it. The heart before you is unchanged.`),
    h("ul", { class: "faults" }, faults.map((fault) => h("li", {}, text(fault)))),
    h("button", { type: "button", class: "primary", onclick: close }, "Back to the heart"),
  ]);
}
