// Tabs after the pattern of the ARIA practices: one stop of the Tab key, arrows between them, Home and End.

import { fresh, h } from "./dom.js";

/**
 * tabs: [{name, title, content: Node}]; chosen(name) is called on each change. Gives {list, panels, choose, current}.
 */
export function tabSet({ label, tabs, chosen = () => {} }) {
  const stem = fresh("tabs");
  const buttons = tabs.map((tab) => h("button", {
    type: "button", role: "tab", id: `${stem}-${tab.name}`, "aria-controls": `${stem}-${tab.name}-panel`, "data-tab": tab.name,
    onclick: () => choose(tab.name), onkeydown: (event) => move(event),
  }, tab.title));
  const panels = tabs.map((tab) => h("div", {
    role: "tabpanel", id: `${stem}-${tab.name}-panel`, "aria-labelledby": `${stem}-${tab.name}`, class: "tabpanel", tabindex: "0",
  }, tab.content));
  const list = h("div", { role: "tablist", "aria-label": label, class: "tablist" }, buttons);
  const set = { list, panels, choose, current: null };

  function choose(name, focus = false) {
    set.current = name;
    tabs.forEach((tab, place) => {
      const on = tab.name === name;
      buttons[place].setAttribute("aria-selected", String(on));
      buttons[place].tabIndex = on ? 0 : -1;
      panels[place].hidden = !on;
      if (on && focus) buttons[place].focus();
    });
    chosen(name);
  }

  function move(event) {
    const place = buttons.indexOf(event.currentTarget);
    const next = {
      ArrowRight: place + 1, ArrowDown: place + 1, ArrowLeft: place - 1, ArrowUp: place - 1, Home: 0, End: tabs.length - 1,
    }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    choose(tabs[(next + tabs.length) % tabs.length].name, true);
  }

  return set;
}
