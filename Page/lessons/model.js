// What a lesson may ask of the engine: beats and courses, each computed once and remembered, and words that follow the numbers.

import { complete } from "../app/settings.js";
import { withUnit } from "../app/units.js";

const GOOD = new Set(["periodic", "irregular"]);

/** Raised when a heart of a lesson does not beat: the lesson says so instead of guessing. */
export class NoBeat extends Error {}

export class Model {
  #beats = new Map();
  #courses = new Map();

  constructor(app) {
    this.app = app;
  }

  /** The steady beat of settings. */
  beat(settings) {
    const key = JSON.stringify(settings);
    if (!this.#beats.has(key)) this.#beats.set(key, this.#ask(settings));
    return this.#beats.get(key);
  }

  async #ask(settings) {
    const beat = await this.app.aside(complete(settings));
    if (!beat || !GOOD.has(beat.status)) throw new NoBeat(beat?.message ?? "This heart does not beat.");
    return beat;
  }

  /** Beats of several hearts, in their order. */
  beats(...list) {
    return Promise.all(list.map((settings) => this.beat(settings)));
  }

  /** The points of a course at these days. */
  course(settings, days, events = []) {
    const key = JSON.stringify([settings, days, events]);
    if (!this.#courses.has(key)) {
      const points = [];
      this.#courses.set(key, Promise.resolve(this.app.engine.course(complete(settings), { days, events }, (point) => points.push(point)))
        .then(() => {
          if (points.length < days.length) throw new NoBeat("The course ended before its last day.");
          for (const point of points) point.settings ??= complete(settings);
          return points;
        }));
    }
    return this.#courses.get(key);
  }

  /** A finding with its unit, as the catalogue rounds it. */
  say(beat, id) {
    const spec = this.app.findingSpecs.get(id);
    return withUnit(beat.findings[id], spec?.unit, spec?.digits);
  }

  /** "rises from 52 mL to 74 mL", "falls …", or "stays about the same (52 mL, then 53 mL)"; `share` as for `trend`. */
  goes(before, after, id, share) {
    const [from, to] = [this.say(before, id), this.say(after, id)];
    const change = from === to ? 1 : trend(before.findings[id], after.findings[id], share);
    return pick(change, [`rises from ${from} to ${to}`, from === to ? `stays at ${to}` : `stays about the same (${from}, then ${to})`, `falls from ${from} to ${to}`]);
  }

  /** How the first stands to the second: "higher than", "about the same as" or "lower than". */
  than(one, other, id, share) {
    return pick(trend(other.findings[id], one.findings[id], share), ["higher than", "about the same as", "lower than"]);
  }
}

/** The words that belong to an answer: every sentence that explains a number is chosen so. */
export function pick(answer, words) {
  return words[answer];
}

/** Which of three words a change is: 0 rises, 1 about the same, 2 falls; `share` of the first value counts as the same. */
export function trend(before, after, share = 0.05) {
  const change = (after - before) / Math.max(Math.abs(before), 1e-9);
  if (change > share) return 0;
  return change < -share ? 2 : 1;
}

/** The place of a value among bounds: 0 below the first, 1 below the second … */
export function bin(value, bounds) {
  const place = bounds.findIndex((bound) => value < bound);
  return place < 0 ? bounds.length : place;
}
