// The engine for the page: a heart in plain settings goes in, its beat comes out. What is long runs in workers; `beat` is
// answered for the newest settings only, so that a slider may ask as often as it moves.

import { Wasm, compile } from "./wasm.js";

// A worker with an engine of its own: questions and answers.
class Runner {
  constructor(module) {
    this.worker = new Worker(new URL("./worker.js", import.meta.url), { type: "module" });
    this.waiting = new Map();
    this.count = 0;
    this.worker.addEventListener("message", ({ data }) => this.heard(data));
    this.worker.addEventListener("error", (event) => this.fail(event.message || "The engine's worker could not be started."));
    this.ready = this.ask({ task: "start", module });
  }

  heard({ id, result, point, error }) {
    const one = this.waiting.get(id);
    if (!one) return;
    if (point) {
      one.passing?.(point);
      return;
    }
    this.waiting.delete(id);
    if (error === undefined) one.resolve(result);
    else one.reject(new Error(error));
  }

  fail(message) {
    for (const one of this.waiting.values()) one.reject(new Error(message));
    this.waiting.clear();
  }

  ask(message, passing) {
    const id = ++this.count;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, { resolve, reject, passing });
      this.worker.postMessage({ ...message, id });
    });
  }

  stop() {
    this.worker.terminate();
    for (const one of this.waiting.values()) one.resolve(undefined);
    this.waiting.clear();
  }
}

// One question at a time: of those that come meanwhile only the newest is asked, the others come to nothing.
class Newest {
  // `dropsOvertaken`: what was asked already comes to nothing, too, where a newer question came before its answer.
  constructor(ask, dropsOvertaken = false) {
    Object.assign(this, { ask, dropsOvertaken, isAsking: false, next: null });
  }

  answer(settings) {
    this.next?.resolve(undefined);
    this.next = null;
    return new Promise((resolve, reject) => {
      this.next = { settings: structuredClone(settings), resolve, reject };
      this.#advance();
    });
  }

  async #advance() {
    if (this.isAsking || !this.next) return;
    const { settings, resolve, reject } = this.next;
    this.next = null;
    this.isAsking = true;
    try {
      const answer = await this.ask(settings);
      resolve(this.dropsOvertaken && this.next ? undefined : answer);
    } catch (error) {
      reject(error);
    }
    this.isAsking = false;
    this.#advance();
  }
}

export class Engine {
  // Fetches and starts the engine; rejects with a sentence that says what is missing.
  static async start(url = new URL("./engine.wasm", import.meta.url)) {
    const module = await compile(url);
    const engine = new Engine(module, await Wasm.start(module));
    await engine.live.ready;
    return engine;
  }

  constructor(module, own) {
    this.module = module;
    // On the page's own thread: the catalogues, and the checking of settings, which take no time.
    this.own = own;
    this.catalogue = own.catalogue;
    this.live = new Runner(module);
    this.healthyBeats = new Map();
    this.beats = new Newest((settings) => this.live.ask({ task: "beat", settings }));
    this.predictions = new Newest((settings) => this.slow.ask({ task: "predict", settings }), true);
  }

  // For what takes long, so that the live heart does not wait for it; started when first needed.
  get slow() {
    this.slowRunner ??= new Runner(this.module);
    return this.slowRunner;
  }

  // All faults of the settings, and of a plan of years: [{field, value, allowed, message}], empty where they are good.
  check(settings, plan) {
    return this.own.check(settings, plan);
  }

  // The beat of the settings; undefined where newer settings came before it began.
  beat(settings) {
    return this.beats.answer(settings);
  }

  // What the heart of the settings lets a person do, and the guidelines' judgement of its beat with the class that follows:
  // {predicted, capacity, expected, endedBy, symptoms, isSaid, nyha, severity, cause, stage, urgency, recommendations, plain, …}.
  // `isSaid`: a class or symptoms among the settings, with which it is judged then. A message where the body comes to no rest;
  // undefined where newer settings came before the answer.
  predict(settings) {
    return this.predictions.answer(settings);
  }

  // The healthy heart of a body: the ghost behind the loop. Computed once for each body.
  healthy(patient = {}) {
    const key = JSON.stringify(Object.entries(patient).sort());
    if (!this.healthyBeats.has(key)) {
      this.healthyBeats.set(key, this.slow.ask({ task: "beat", settings: { version: 1, name: "Healthy heart", patient } }));
    }
    return this.healthyBeats.get(key);
  }

  // What is heard at a site, in whole beats that loop without a click: {rate, samples, duration, beats, site}; what an examiner
  // says of it, {sentences, heard: {sounds, murmurs, …}}, as `mitral listen`; and `marks`, for each beat of the wave what is heard
  // of it, s from the first sample: {sounds: [{id, time}], murmurs: [{id, from, to}]}. A heart that beat last is not computed again.
  sound(settings, { site = "apex", chestPiece = "diaphragm", duration = 4 } = {}) {
    return this.live.ask({ task: "sound", settings, site, chestPiece, duration });
  }

  // Several hearts side by side: the settings and each of the changed ones.
  compare(settings, others) {
    return this.slow.ask({ task: "compare", list: [settings, ...others] });
  }

  // An exercise test: {steps: [{power, uptake, oxygen, findings}], capacity, expected, power, endedBy, nyha, symptoms}.
  exercise(settings) {
    return this.slow.ask({ task: "exercise", settings });
  }

  // The years of a heart: plan is {days, events: [{day, treatment: {kind, …}}], holdsLesion}; each day's point is told as it
  // comes: a beat, with day, bloodVolume and remodelling. The promise comes to the list of points, whose `message` says
  // why it ended before its last day, on `endDay`; its `cancel()` ends the course with what there is. One that `stays` can be
  // listened to afterwards, `sound(place, {site, …})` of the point at a place, until it is cancelled.
  course(settings, plan, passing = () => {}, { stays = false } = {}) {
    const points = [];
    // A course of its own worker, so that it waits for nobody and is gone when it is cancelled.
    const runner = new Runner(this.module);
    const running = runner.ask({ task: "course", settings, plan }, (point) => {
      points.push(point);
      passing(point, points);
    });
    const promise = running
      .then((end) => Object.assign(points, { message: end?.message, endDay: end?.endDay, milliseconds: end?.milliseconds }))
      .finally(() => stays || runner.stop());
    promise.cancel = () => runner.stop();
    promise.sound = (day, { site = "apex", chestPiece = "diaphragm", duration = 4 } = {}) =>
      runner.ask({ task: "sound", day, site, chestPiece, duration });
    return promise;
  }

  // A measurement of a case file in the catalogue's unit: {value, unit, units}; no value where the unit does not fit.
  quantity(finding, value, unit, isError = false) {
    return this.own.quantity(finding, value, unit, isError);
  }

  // The heart that explains the settings' measurements, as `mitral assess` finds it: {status: "fitted" | "not-fitted", reason,
  // stated: {lesions, heart, findings, signs}, residuals, …}. The promise's `cancel()` ends it: it then comes to nothing.
  fit(settings) {
    const runner = new Runner(this.module);
    const promise = runner.ask({ task: "fit", settings }).finally(() => runner.stop());
    promise.cancel = () => runner.stop();
    return promise;
  }

  // Ends all workers.
  close() {
    this.live.stop();
    this.slowRunner?.stop();
  }
}
