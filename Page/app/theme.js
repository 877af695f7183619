// Light, dark, or as the machine says; kept on this machine alone.

import { fill, h } from "./dom.js";

const NAMES = { auto: "Auto", light: "Light", dark: "Dark" };
const KEY = "mitral.theme";

/** What this machine remembers; a browser that forbids it remembers nothing. */
export const memory = {
  get(key) {
    try { return localStorage.getItem(key); } catch { return null; }
  },
  set(key, value) {
    try { localStorage.setItem(key, value); } catch { /* nothing is kept then */ }
  },
};

/** The switch, as a select. `changed` is called after each change of colours. */
export function themeSwitch(changed) {
  const select = h("select", { id: "theme", "aria-label": "Colours", title: "Colours: light, dark, or as the machine says", onchange: () => apply(select.value) },
    Object.entries(NAMES).map(([value, text]) => h("option", { value }, text)));
  function apply(theme) {
    const known = theme in NAMES ? theme : "auto";
    select.value = known;
    if (known === "auto") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = known;
    memory.set(KEY, known);
    changed();
  }
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);
  apply(memory.get(KEY) ?? "auto");
  return fill(h("span", { class: "theme" }), select);
}
