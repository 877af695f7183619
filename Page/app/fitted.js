// A case with measurements: the heart that explains them is found here, and shown beside what was measured.

import { faultText } from "./casefile.js";
import { tellFaults } from "./dialog.js";
import { announce, capital, fill, h, notify } from "./dom.js";
import { complete } from "./settings.js";
import { number, unitShown } from "./units.js";

// The fit behind settings that a fit made; other settings have none, undo leads back to them.
const fits = new WeakMap();
// What must be known of hearts that lack what their case tells of.
const warnings = new WeakMap();
// The fit under way.
let running = null;

/** Opens a shipped case; its heart may lack the leak that the case tells of. */
export function openShipped(app, { settings, warning }, name) {
  app.store.open(`Open ${name}`, complete(settings));
  if (warning) warnings.set(app.store.settings, warning);
}

/** What a reader must know of the heart of these settings before anything else; null where nothing. */
export function warningOf(settings) {
  const told = warnings.get(settings) ?? fits.get(settings)?.found.toldLeak ?? null;
  return told && told.replace(/`(\w+)`/g, "“$1”");
}

/** Finds the heart of a case's measurements and opens it; says why where there is none. */
export async function openMeasured(app, name, said) {
  running?.cancel();
  const fit = app.engine.fit(said);
  const { note, text } = waitingNote(said, () => {
    fit.cancel();
    notify(`“${said.name}” was not opened: the search was cancelled.`);
  });
  // Another heart that is opened meanwhile is the one that is wanted.
  const overtaken = ({ detail }) => { if (/^(Open|Link)/.test(detail.label)) fit.cancel(); };
  app.store.addEventListener("change", overtaken);
  running = fit;
  announce(text, 0);
  let found;
  try {
    found = await fit;
  } catch (error) {
    notify(`“${said.name}” was not opened. ${error.message}`, "fault");
  } finally {
    note.remove();
    app.store.removeEventListener("change", overtaken);
    if (running === fit) running = null;
  }
  if (found) open(app, name, said, found);
}

function waitingNote(said, cancel) {
  const count = said.measurements.length;
  const text = `Looking for the heart that explains ${count === 1 ? "one measurement" : `${count} measurements`} of “${said.name}” …`;
  const note = h("p", { class: "toast", id: "fitting" }, `${text} `,
    h("button", { type: "button", class: "primary", onclick: cancel }, "Cancel"));
  document.getElementById("notes").append(note);
  return { note, text };
}

function open(app, name, said, found) {
  const { measurements, ...rest } = said;
  if (found.status === "fitted") {
    app.store.open(`Open ${said.name}`, stated(rest, found.stated));
    fits.set(app.store.settings, { found, name });
    notify(`Opened “${said.name}”: the heart that explains ${measurements.length === 1 ? "its measurement" : `its ${measurements.length} measurements`} best.`);
    return;
  }
  const states = said.lesions?.length || Object.keys(said.valves ?? {}).length || Object.keys(said.heart ?? {}).length;
  if (!found.canBeFitted && states) {
    app.store.open(`Open ${said.name}`, { ...rest, findings: found.present });
    notify(`Opened “${said.name}” as it is stated. ${found.reason}`);
    return;
  }
  const conflicts = (found.conflicts ?? []).map((one) => ({
    field: `findings.${one.finding}`, value: `${figure(app, one, one.measured)}${one.method ? ` by ${one.method}` : ""}`,
    allowed: `about ${figure(app, one, one.fitted)}, as the likeliest heart has it; or a date (on) or an error (sd) beside it`,
  }));
  tellFaults(name, [{ field: "measurements", value: "", allowed: found.reason }, ...conflicts], (fault) => (fault.field === "measurements" ? fault.allowed : faultText(fault)));
}

/** What states the heart that was found: the person and the story as told, the heart in numbers. */
function stated(said, { lesions, heart, findings, signs }) {
  const { valves, treatments, loads, heartRate, ...story } = said;
  const kept = Object.fromEntries(Object.entries(said.signs ?? {}).filter(([sign]) => signs.includes(sign)));
  const settings = { ...story, lesions, heart, findings, signs: kept };
  for (const field of ["findings", "signs"]) if (!Object.keys(settings[field]).length) delete settings[field];
  return settings;
}

const spec = (app, id) => app.findingSpecs.get(id) ?? { title: id, unit: "1", digits: 2 };

function figure(app, { finding }, value) {
  const { unit, digits } = spec(app, finding);
  return `${number(value, digits)}${unitShown(unit) ? `\u00a0${unitShown(unit)}` : ""}`;
}

/** An error to two figures at most. */
const errorText = (error) => number(error, Math.max(0, 1 - Math.floor(Math.log10(error)))).replace(/\.0+$/, "");

/** How far a measurement lies from what the heart gives, in its own errors. */
function apart({ zScore, gross }) {
  const size = Math.abs(zScore);
  const text = size < 0.05 ? "none" : `${number(size, 1)} ${zScore > 0 ? "higher" : "lower"}`;
  return gross >= 0.5 ? [text, h("strong", {}, ": stands out, likely wrong or of another day")] : text;
}

function row(app, one) {
  return h("tr", { "data-finding": one.finding, "data-stands-out": one.gross >= 0.5 ? "" : null },
    h("th", { scope: "row" }, spec(app, one.finding).title, h("span", { class: "short" }, ` ${one.finding}`)),
    h("td", {}, one.method || "not told"),
    h("td", {}, `${figure(app, one, one.measured)} ± ${errorText(one.error)}${one.isErrorGiven ? "" : " (usual)"}`),
    h("td", {}, figure(app, one, one.fitted)), h("td", {}, apart(one)));
}

/** In words: what stands out, and what else a reader must know. */
function remarks(app, found, name) {
  const out = found.residuals.filter((one) => one.gross >= 0.5).map((one) => one.finding);
  const chances = (found.mechanism?.chances ?? []).filter((one) => one.chance >= 0.02);
  const percent = (share) => `${number(100 * share, 0)} %`;
  return [
    out.length ? `${out.join(", ")} ${out.length === 1 ? "stands" : "stand"} out: more likely grossly wrong than not.` : "No measurement stands out.",
    chances.length > 1
      ? `How it leaks is not settled: ${chances.map((one) => `${one.words} ${percent(one.chance)}`).join("; ")}.`
      : found.mechanism?.sentence ?? "Nothing measured speaks of a leak, so the mitral valve was taken to hold.",
    found.converged ? null : "The search stopped before it had converged: read it with care.",
    found.assumptions.length ? `Assumed, since not measured: ${found.assumptions.map((one) => `${one.finding} ${figure(app, one, one.measured)} ± ${errorText(one.error)}`).join(", ")}.` : null,
    found.unused.length ? `Not used: ${found.unused.join(", ")}.` : null,
    found.toldLeak ?? null,
    found.residuals.some((one) => one.method) ? "Where the method is told, this heart is read by it, with its bias (echocardiograms make volumes small); the figures above are the heart's own." : null,
    `This is the likeliest heart alone. “mitral assess ${name}” samples how sure all this is, and what treatments and years would change.`,
  ].filter(Boolean);
}

/** The table of measurements, while the heart is the one that was found. */
export function showFitted(app, element) {
  const fit = fits.get(app.shownSettings());
  element.hidden = !fit;
  if (!fit) {
    element.replaceChildren();
    return;
  }
  if (element.fit === fit && element.childElementCount) return;
  element.fit = fit;
  const { found, name } = fit;
  const heads = ["Finding", "How measured", "Measured ± error", "Read off this heart", "Errors apart"];
  fill(element,
    h("h3", {}, "What was measured, and what this heart gives"),
    h("div", { class: "wide-table", tabindex: "0", role: "region", "aria-label": "Measurements beside this heart" },
      h("table", { class: "criteria measured" },
        h("thead", {}, h("tr", {}, heads.map((head) => h("th", { scope: "col" }, head)))),
        h("tbody", {}, found.residuals.map((one) => row(app, one))))),
    h("ul", { class: "hint" }, remarks(app, found, name).map((text) => h("li", {}, capital(text)))));
}
