// The worker: computes one thing after the other, off the page's own thread. Messages in: {id, task, …}; out: {id, result},
// {id, point} on the way, or {id, error}.

import { Wasm } from "./wasm.js";

let wasm;
let module;
// The settings of the heart that beat last, as text.
let beating = "";

// Buffers of a result, to be handed over instead of copied.
function buffers(value, found = new Set()) {
  if (ArrayBuffer.isView(value)) found.add(value.buffer);
  else if (value && typeof value === "object") for (const one of Object.values(value)) buffers(one, found);
  return found;
}

function demandGood(settings, plan) {
  const faults = wasm.check(settings, plan);
  if (faults.length) throw new Error(faults.map((fault) => fault.message).join("; "));
}

// Narrower numbers where nothing is computed from them any more.
function finished(beat) {
  if (beat.ecg) beat.ecg.II = Float32Array.from(beat.ecg.II);
  return beat;
}

function beat(settings) {
  const began = performance.now();
  demandGood(settings);
  const answer = finished(wasm.ask("mitral_beat"));
  answer.milliseconds = performance.now() - began;
  beating = JSON.stringify(settings);
  return answer;
}

const tasks = {
  beat: ({ settings }) => beat(settings),
  compare({ list }) {
    const began = performance.now();
    for (const settings of list) {
      demandGood(settings);
      wasm.exports.mitral_keep();
    }
    const beats = wasm.ask("mitral_beats").map(finished);
    for (const one of beats) one.milliseconds = (performance.now() - began) / beats.length;
    return beats;
  },
  // Day by day, each told when it is known.
  course({ settings, plan }, tell) {
    const began = performance.now();
    demandGood(settings, plan);
    wasm.exports.mitral_course();
    beating = "";
    for (let count = 0; ; count++) {
      const point = wasm.ask("mitral_course_next");
      if (point.isOver) return { count, message: point.message, endDay: point.endDay, milliseconds: performance.now() - began };
      tell(finished(point));
    }
  },
  exercise({ settings }) {
    demandGood(settings);
    return wasm.ask("mitral_exercise");
  },
  predict({ settings }) {
    const began = performance.now();
    demandGood(settings);
    return { ...wasm.ask("mitral_predict"), milliseconds: performance.now() - began };
  },
  // The heart that explains what was measured.
  fit({ settings }) {
    const began = performance.now();
    demandGood(settings);
    const found = wasm.ask("mitral_fit");
    beating = "";
    return { ...found, milliseconds: performance.now() - began };
  },
  // Of the settings, or of a day of the course that ran in this worker.
  sound({ settings, day, site, chestPiece, duration }) {
    if (settings && JSON.stringify(settings) !== beating) beat(settings);
    const place = Math.max(wasm.catalogue.sites.findIndex((one) => one.identifier === site), 0);
    const piece = Math.max(wasm.catalogue.chestPieces.indexOf(chestPiece), 0);
    const answer = day === undefined ? wasm.ask("mitral_sound", place, piece, duration) : wasm.ask("mitral_course_sound", place, piece, duration, day);
    if (answer.samples) answer.samples = Float32Array.from(answer.samples);
    return answer;
  },
};

addEventListener("message", async ({ data }) => {
  const { id, task } = data;
  try {
    if (task === "start") {
      module = data.module;
      wasm = await Wasm.start(module);
      postMessage({ id, result: true });
      return;
    }
    const result = tasks[task](data, (point) => postMessage({ id, point }, [...buffers(point)]));
    postMessage({ id, result }, [...buffers(result)]);
  } catch (error) {
    // After a trap nothing in its memory can be trusted.
    if (error instanceof WebAssembly.RuntimeError) wasm = await Wasm.start(module);
    postMessage({ id, error: String(error?.message ?? error) });
  }
});
