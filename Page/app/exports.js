// What the page shows, as files: waves as CSV, sound as WAV, pictures as PNG and SVG, settings and findings as JSON.

import { judged } from "./heartbeat.js";

const COLUMNS = [
  ["pLV_mmHg", "pLV"], ["pLA_mmHg", "pLA"], ["pAo_mmHg", "pAo"], ["pRV_mmHg", "pRV"], ["pRA_mmHg", "pRA"], ["pPA_mmHg", "pPA"],
  ["vLV_mL", "vLV"], ["vLA_mL", "vLA"], ["vRV_mL", "vRV"], ["vRA_mL", "vRA"], ["qMitral_mL_s", "qMitral"],
  ["qAortic_mL_s", "qAortic"], ["qTricuspid_mL_s", "qTricuspid"], ["qPulmonary_mL_s", "qPulmonary"],
  ["qPulmonaryVein_mL_s", "qPulmonaryVein"], ["leakArea_cm2", "leakArea"], ["jetVelocity_m_s", "jetVelocity"],
  ["sarcomereLV_um", "sarcomereLV"], ["stressLV_kPa", "stressLV"],
];

/** The waves, one row a sample; time zero is ventricular activation. */
export function waveCSV(beat) {
  const { wave } = beat;
  const columns = COLUMNS.filter(([, name]) => wave[name]);
  const rows = [["time_s", ...columns.map(([title]) => title)].join(",")];
  for (let sample = 0; sample < wave.count; sample += 1) {
    const time = Number((sample * wave.step - (beat.activation ?? 0)).toFixed(9));
    rows.push([time, ...columns.map(([, name]) => Number(wave[name][sample].toPrecision(8)))].join(","));
  }
  return `${rows.join("\n")}\n`;
}

/** Samples in -1 … 1 as a WAV file of 16 bits, one channel. */
export function wavFile({ rate, samples }) {
  const bytes = new DataView(new ArrayBuffer(44 + 2 * samples.length));
  const text = (at, word) => [...word].forEach((letter, place) => bytes.setUint8(at + place, letter.charCodeAt(0)));
  text(0, "RIFF");
  bytes.setUint32(4, 36 + 2 * samples.length, true);
  text(8, "WAVEfmt ");
  bytes.setUint32(16, 16, true);
  bytes.setUint16(20, 1, true);
  bytes.setUint16(22, 1, true);
  bytes.setUint32(24, rate, true);
  bytes.setUint32(28, 2 * rate, true);
  bytes.setUint16(32, 2, true);
  bytes.setUint16(34, 16, true);
  text(36, "data");
  bytes.setUint32(40, 2 * samples.length, true);
  samples.forEach((sample, place) => bytes.setInt16(44 + 2 * place, Math.round(32767 * Math.max(-1, Math.min(1, sample))), true));
  return new Blob([bytes], { type: "audio/wav" });
}

/** Settings, judgement and findings, each finding with its unit; of a later day also that day and what was given on the way to it. */
export function reportJSON(app, settings, beat) {
  const unit = (id) => app.findingSpecs.get(id)?.unit ?? "1";
  const { status, valves, moments, cycle } = beat;
  const { severity, cause, stage, nyha, urgency, recommendations } = judged(beat);
  const findings = Object.fromEntries(Object.entries(beat.findings).map(([id, value]) => [id, { value, unit: unit(id) }]));
  return JSON.stringify({
    notice: "Teaches and supports research; no medical device.", version: settings.version, settings,
    ...(Number.isFinite(beat.day) ? { day: beat.day, given: app.years.events, note: "The settings are those of the first day; findings and judgement are of the day told here." } : {}),
    status, findings, valves, moments,
    cycle: { value: cycle, unit: "s" }, severity, cause, stage, nyha, urgency, recommendations,
  }, null, 2);
}

/** Hands a file to the person. */
export function download(name, content, type = "text/plain") {
  const blob = content instanceof Blob ? content : new Blob([content], { type });
  const address = URL.createObjectURL(blob);
  const link = Object.assign(document.createElement("a"), { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A name as part of a file's name. */
export function fileName(text) {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 60) || "heart";
}
