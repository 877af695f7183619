// One control for a number: a slider with a number box beside it, its unit, what is allowed, and a way back.

import { fresh, h } from "./dom.js";
import { rough, unitShown } from "./units.js";

const STEPS = 400;

/** Whether a range spans so much that the slider should move by ratios. */
function spansWide(minimum, maximum) {
  return minimum > 0 && maximum / minimum > 30;
}

/** The step of a number box: a two-hundredth or so of the range, as a round number. */
export function stepFor(minimum, maximum) {
  const size = 10 ** Math.floor(Math.log10((maximum - minimum) / 200));
  return [1, 2, 5, 10].map((factor) => factor * size).find((step) => (maximum - minimum) / step <= 400) ?? size;
}

/**
 * description: {name, label, meaning, unit, minimum, maximum, step?, whole?, read() → value, said() → whether it differs from
 * the usual, write(value), reset()}. Gives {node, sync, name}.
 */
export function numberControl(description) {
  const { name, label, minimum, maximum } = description;
  const wide = spansWide(minimum, maximum);
  const step = description.step ?? (description.whole ? 1 : stepFor(minimum, maximum));
  const unit = unitShown(description.unit);
  const id = fresh("control");
  let held = null;
  const toSlider = (value) => (wide ? (STEPS * Math.log(value / minimum)) / Math.log(maximum / minimum) : value);
  const fromSlider = (place) => {
    if (!wide) return Number(place);
    const value = minimum * (maximum / minimum) ** (place / STEPS);
    return Number(value.toPrecision(3));
  };
  const slider = h("input", {
    type: "range", id: `${id}-slider`, min: wide ? 0 : minimum, max: wide ? STEPS : maximum, step: wide ? 1 : step,
    "aria-labelledby": `${id}-label`, "data-control": name,
    oninput: () => write(fromSlider(slider.value)),
    // A finger that means to scroll lands on a slider now and then: what it moved goes back when the browser scrolls.
    onpointerdown: () => { held = description.read(); },
    onpointercancel: () => { if (held !== null) write(held); held = null; },
    onpointerup: () => { held = null; },
  });
  const box = h("input", {
    type: "text", class: "number", id: `${id}-box`, inputmode: "decimal", autocomplete: "off", spellcheck: "false",
    "aria-describedby": `${id}-range`, oninput: () => readBox(), onchange: () => readBox(),
    onblur: () => { if (box.getAttribute("aria-invalid") === "true") sync(); },
    onkeydown: (event) => nudge(event),
  });
  const range = h("span", { class: "range", id: `${id}-range` },
    `${rough(minimum)} … ${rough(maximum)}${unit ? ` ${unit}` : ""}`);
  const reset = h("button", {
    type: "button", class: "reset", title: `Back to the usual: ${label}`, "aria-label": `Reset ${label}`,
    onclick: () => { description.reset(); sync(); slider.focus(); },
  }, "↺");
  const node = h("div", { class: "control", role: "group", "aria-labelledby": `${id}-label` },
    h("label", { id: `${id}-label`, for: `${id}-box` }, label),
    description.meaning ? h("p", { class: "meaning" }, description.meaning) : null,
    h("div", { class: "row" }, slider, h("span", { class: "value" }, box, unit ? h("span", { class: "unit" }, unit) : null), reset),
    range);

  function write(value) {
    description.write(Math.min(maximum, Math.max(minimum, description.whole ? Math.round(value) : value)));
    sync();
  }

  /** The number that was typed, with a point or a comma. */
  function typed() {
    const text = box.value.trim().replace("−", "-");
    return /^[-+]?(\d+([.,]\d*)?|[.,]\d+)(e[-+]?\d+)?$/i.test(text) ? Number(text.replace(",", ".")) : NaN;
  }

  function readBox() {
    const value = typed();
    const good = Number.isFinite(value) && value >= minimum && value <= maximum
      && (!description.whole || Number.isInteger(value));
    box.setAttribute("aria-invalid", String(!good));
    range.classList.toggle("fault", !good);
    if (good) description.write(value);
    if (good) sync(true);
  }

  function nudge(event) {
    const sign = { ArrowUp: 1, ArrowDown: -1 }[event.key];
    if (!sign) return;
    event.preventDefault();
    const exact = description.read() + sign * step * (event.shiftKey ? 10 : 1);
    write(Number(exact.toPrecision(10)));
  }

  /** Shows what the settings say; a box in use keeps its text. */
  function sync(fromBox = false) {
    const value = description.read();
    slider.value = toSlider(value);
    slider.setAttribute("aria-valuetext", `${rough(value)} ${unit}`.trim());
    if (!fromBox && !(document.activeElement === box && typed() === value)) {
      box.value = String(Number(value.toPrecision(5)));
      box.setAttribute("aria-invalid", "false");
      range.classList.remove("fault");
    }
    const said = description.said();
    reset.disabled = !said;
    node.classList.toggle("said", said);
  }

  sync();
  return { node, sync, name };
}

/** A choice of one among several, as a select: {name, label, meaning?, options: [[value, text]], read, write}. */
export function choiceControl(description) {
  const id = fresh("choice");
  const select = h("select", { id, "data-control": description.name, onchange: () => description.write(select.value) },
    description.options.map(([value, text]) => h("option", { value }, text)));
  const note = h("p", { class: "meaning" });
  const node = h("div", { class: "control choice" }, h("label", { for: id }, description.label), select, note);
  function sync() {
    select.value = description.read();
    note.textContent = description.meaning?.(select.value) ?? "";
  }
  sync();
  return { node, sync, name: description.name };
}

/** A yes or no: {name, label, meaning?, read, write}. */
export function toggleControl(description) {
  const id = fresh("toggle");
  const input = h("input", {
    type: "checkbox", id, "data-control": description.name, onchange: () => description.write(input.checked),
    "aria-describedby": description.meaning ? `${id}-meaning` : null,
  });
  const node = h("div", { class: "control toggle" },
    h("label", { for: id }, input, h("span", {}, description.label)),
    description.meaning ? h("p", { class: "meaning", id: `${id}-meaning` }, description.meaning) : null);
  const sync = () => { input.checked = description.read(); };
  sync();
  return { node, sync, name: description.name };
}
