// From settings to the beat that is shown: every change asks at once, the newest question wins, the last good beat stays.

import { healthy } from "./settings.js";

const GOOD = new Set(["periodic", "irregular", "passing"]);

/** Whether a beat is one that may be shown. */
export function beats(beat) {
  return Boolean(beat) && GOOD.has(beat.status) && Boolean(beat.wave);
}

/** The beat of a heart aside from the one that beats: no question of a slider overtakes it. */
export async function aside(engine, settings) {
  const [beat] = await engine.compare(settings, []);
  if (beat) beat.settings ??= settings;
  return beat;
}

/** A beat as it is judged with the class that an exercise test predicts, once that is known; else as it is judged without. */
export function judged(beat) {
  return beat?.prediction ? { ...beat, ...beat.prediction } : beat;
}

const PAUSE = 80; // ms of rest before a prediction is asked for: it takes longer than a beat

/** Tells `predicted` when the class of the beat before the reader has come, `beat` when a new one may be shown, `trouble` when a heart does not beat, `ghost` with the healthy heart. */
export class Heartbeat extends EventTarget {
  /** The beat of the settings, or the last good one before them. */
  beat = null;
  /** What is wrong with the settings as they are, in words; null when nothing is. */
  trouble = null;
  faults = [];
  /** The settings that were answered last, by a beat or by what is wrong with them. */
  answered = null;
  ghost = null;
  #body = null;
  #asked = 0;
  #later = 0;

  constructor(engine, store) {
    super();
    Object.assign(this, { engine, store });
    store.addEventListener("change", () => this.ask());
  }

  async ask() {
    const { settings } = this.store;
    this.#asked += 1;
    const number = this.#asked;
    this.#askGhost(settings.patient);
    this.faults = this.engine.check(settings);
    if (this.faults.length) {
      this.#inTrouble(this.faults.map((fault) => `${fault.field}: ${fault.message ?? `allowed ${fault.allowed}`}`).join("; "));
      return;
    }
    const began = performance.now();
    let beat;
    try {
      beat = await this.engine.beat(settings);
    } catch (error) {
      if (number === this.#asked) this.#inTrouble(`The engine failed: ${error.message}`);
      return;
    }
    if (!beat || number !== this.#asked) return;
    if (!beats(beat)) {
      this.#inTrouble(beat.message ?? "No steady beat was found.");
      return;
    }
    this.trouble = null;
    this.answered = settings;
    beat.settings ??= settings;
    this.beat = beat;
    this.of = settings;
    this.waited = performance.now() - began;
    this.dispatchEvent(new Event("beat"));
    this.#predict(settings, beat);
  }

  /** What the heart lets its person do, and how it is judged with that. */
  #predict(settings, beat) {
    clearTimeout(this.#later);
    this.#later = setTimeout(async () => {
      const found = await this.engine.predict(settings).catch(() => null);
      if (!found || found.message || beat !== this.beat) return;
      beat.prediction = found;
      this.dispatchEvent(new Event("predicted"));
    }, PAUSE);
  }

  #inTrouble(text) {
    this.trouble = text;
    this.answered = this.store.settings;
    this.dispatchEvent(new Event("trouble"));
  }

  /** The healthy heart of the same body, asked once a body. */
  async #askGhost(patient) {
    const body = JSON.stringify(patient);
    if (body === this.#body) return;
    this.#body = body;
    const beat = await this.engine.healthy(patient).catch(() => null);
    if (body !== this.#body || !beats(beat)) return;
    beat.settings ??= healthy(patient);
    this.ghost = beat;
    this.dispatchEvent(new Event("ghost"));
  }
}
