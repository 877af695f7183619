// What is said of the heart now, what was said before (undo, redo), and the heart kept as A.

import { complete, named, same } from "./settings.js";

const MOST_STEPS = 300;
const ONE_MOVE = 1200; // ms within which changes of one control are one step of undo

/** Tells `change` with detail {label, kind}. */
export class Store extends EventTarget {
  #settings;
  #past = [];
  #future = [];
  #last = { control: null, at: 0 };
  #kept = null;

  constructor(settings) {
    super();
    this.#settings = complete(settings);
  }

  get settings() { return this.#settings; }
  get kept() { return this.#kept; }
  get undoLabel() { return this.#past.at(-1)?.label ?? null; }
  get redoLabel() { return this.#future.at(-1)?.label ?? null; }

  /** Changes the settings; `control` names what moves, so that one drag is one step back. */
  change(label, next, control = null) {
    if (same(next, this.#settings)) return;
    const now = performance.now();
    const goesOn = control !== null && control === this.#last.control && now - this.#last.at < ONE_MOVE;
    if (!goesOn) this.#past.push({ label, settings: this.#settings });
    if (this.#past.length > MOST_STEPS) this.#past.shift();
    this.#future = [];
    this.#last = { control, at: now };
    this.#settings = control === "whole" ? complete(next) : named(complete(next), this.#settings);
    this.#tell(label, "change");
  }

  /** Takes another heart altogether: one step of undo. */
  open(label, settings) {
    this.change(label, settings, "whole");
    this.#last = { control: null, at: 0 };
  }

  undo() { this.#step(this.#past, this.#future, "undo"); }
  redo() { this.#step(this.#future, this.#past, "redo"); }

  #step(from, to, kind) {
    const step = from.pop();
    if (!step) return;
    to.push({ label: step.label, settings: this.#settings });
    this.#settings = step.settings;
    this.#last = { control: null, at: 0 };
    this.#tell(step.label, kind);
  }

  /** Keeps a heart as A: its settings, and its beat once known. */
  keep(kept) {
    this.#kept = kept;
    this.dispatchEvent(new Event("kept"));
  }

  #tell(label, kind) {
    this.dispatchEvent(new CustomEvent("change", { detail: { label, kind } }));
  }
}
