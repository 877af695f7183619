// Reading a beat's signals: values between samples, extremes, running sums, and the names of the phases.
// Times are in seconds from the first sample (atrial activation); `moments` count from ventricular activation.

/** How long the wave lasts, s: one beat, or a run of beats of an irregular rhythm. */
export function span(beat) {
  if (!beat) return 1;
  const { wave, cycle, status } = beat;
  const recorded = wave.step * wave.count;
  // A periodic record may or may not repeat its first sample at its end.
  return status === "periodic" && cycle && Math.abs(recorded - cycle) < 2 * wave.step ? cycle : recorded;
}

export const wrap = (time, period) => ((time % period) + period) % period;

/** The value of a signal (an array over the wave) at a time. */
export function valueAt(beat, values, time) {
  if (!values?.length) return 0;
  const last = values.length - 1;
  const place = wrap(time, span(beat)) / beat.wave.step;
  const low = Math.min(Math.floor(place), last);
  const high = low === last ? 0 : low + 1;
  const part = Math.min(place - low, 1);
  return values[low] + part * (values[high] - values[low]);
}

export function extremes(values, from = 0, to = values.length) {
  let [low, high, at, lowAt] = [Infinity, -Infinity, 0, 0];
  for (let i = from; i < to; i += 1) {
    // Gaps (NaN) compare as neither.
    if (values[i] < low) { low = values[i]; lowAt = i; }
    if (values[i] > high) { high = values[i]; at = i; }
  }
  return { low, high, at, lowAt };
}

/** ∫ of the signal's part above 0, from the first sample to each. */
export function forwardSum(values, step) {
  const sum = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i += 1) sum[i + 1] = sum[i] + Math.max(values[i], 0) * step;
  return sum;
}

/** The periodic answer of a first-order lag. */
export function lagged(values, step, constant) {
  const out = new Float64Array(values.length);
  const share = step / (constant + 0.5 * step);
  let level = values.reduce((a, b) => a + b, 0) / values.length;
  for (let round = 0; round < 3; round += 1) {
    for (let i = 0; i < values.length; i += 1) {
      out[i] = level;
      level += share * (0.5 * (values[i] + values[(i + 1) % values.length]) - level);
    }
  }
  return out;
}

/** Backflow through the mitral valve's leak, mL/s. */
export function leakFlow(beat) {
  const { leakArea, jetVelocity, count } = beat.wave;
  const flow = new Float64Array(count);
  for (let i = 0; i < count; i += 1) flow[i] = 100 * Math.max(leakArea[i], 0) * Math.max(jetVelocity[i], 0);
  return flow;
}

/** Moments from the first sample, s, wrapped into the wave; undefined ones stay so. */
export function moments(beat) {
  const total = span(beat);
  const out = {};
  for (const [name, value] of Object.entries(beat.moments ?? {})) {
    if (Number.isFinite(value)) out[name] = wrap(beat.activation + value, total);
  }
  return out;
}

/** When the ventricles are activated, s from the first sample, one for each beat of the record. */
export function activations(beat) {
  if (beat.status === "periodic" || !(beat.beats?.length > 1)) return [beat.activation];
  if (beat.activations?.length) return Array.from(beat.activations);
  return Array.from(beat.beats, (start) => start + beat.activation);
}

/** Stretches of systole [from, to] that the record holds: while the mitral valve is shut and the ventricle ejects. */
export function systoles(beat) {
  const { wave } = beat;
  const out = [];
  let from = null;
  for (let i = 0; i < wave.count; i += 1) {
    const shut = wave.pLV[i] > wave.pLA[i] && (wave.pLV[i] > 25 || wave.qAortic[i] > 1);
    if (shut && from === null) from = i * wave.step;
    if (!shut && from !== null) {
      if (i * wave.step - from > 0.12) out.push([from, i * wave.step]);
      from = null;
    }
  }
  if (from !== null) out.push([from, wave.count * wave.step]);
  return out;
}

/** The phase of the beat at a time, in the words of the textbooks. */
export function phase(beat, time) {
  const { wave } = beat;
  const at = (values) => valueAt(beat, values, time);
  const pressed = at(wave.pLV) > at(wave.pLA);
  const open = at(wave.mitralOpening) > 0.08;
  if (at(wave.qAortic) > 8) return "Ejection";
  const total = span(beat);
  if (!open) {
    // Which of the two it is, the time since the ventricles' activation tells.
    const since = Math.min(...activations(beat).map((t) => wrap(time - t + 0.02, total)));
    const early = since < (beat.moments?.aorticOpening ?? 0.1) + 0.1;
    if (at(wave.leakArea) * at(wave.jetVelocity) > 0.15) return early ?
      "Early systole, leaking" : "Late systole, leaking";
    return early ? "Isovolumic contraction" : "Isovolumic relaxation";
  }
  const since = Math.min(...(beat.beats?.length ? beat.beats : [0]).map((b) => wrap(time - b, total)));
  if (since < beat.activation + 0.01 && valueAt(beat, wave.vLA, 0) > valueAt(beat, wave.vLA, beat.activation) + 3) {
    return "Atrial contraction";
  }
  if (pressed) return "Valve closing";
  const most = extremes(wave.qMitral).high;
  return at(wave.qMitral) > 0.3 * most ? "Rapid filling" : "Slow filling";
}

export const fixed = (value, digits = 0) => {
  const text = value.toFixed(digits);
  return Number(text) === 0 ? (0).toFixed(digits) : text.replace("-", "−");
};
