// Hearts in and out: shipped cases, files, links, exports; as buttons with their dialogues, and by dropping a file.

import { faultText, readCase, writeCase } from "./casefile.js";
import { openDialog, tellFaults } from "./dialog.js";
import { h, notify } from "./dom.js";
import { download, fileName, reportJSON, waveCSV, wavFile } from "./exports.js";
import { openMeasured, openShipped } from "./fitted.js";
import { spanText } from "./plot.js";
import { healthy, spare } from "./settings.js";
import { planFaults, shapeFaults } from "./shape.js";
import { fragment, readFragment } from "./share.js";

const LARGEST = 1_000_000; // bytes of a case file

/** Opens a file, or says all that stands against it. */
export async function openFile(app, file) {
  if (file.size > LARGEST) {
    tellFaults(file.name, [{ field: "file", value: `${file.size} bytes`, allowed: `up to ${LARGEST} bytes` }], faultText);
    return;
  }
  await openText(app, await file.text(), file.name);
}

/** The same of a text; for one with measurements, a promise that comes when its heart was found. */
export function openText(app, text, name) {
  const read = readCase(text, app.engine.catalogue, name, (...given) => app.engine.quantity(...given));
  const named = read.faults.map((fault) => fault.field);
  const further = read.settings
    ? app.engine.check(read.settings).map((fault) => inFile(fault, read)).filter((fault) => !named.some((field) => fault.field.startsWith(field))) : [];
  const faults = [...read.faults, ...further];
  if (faults.length) {
    tellFaults(name, faults, faultText);
    return undefined;
  }
  if (read.said.measurements?.length) return openMeasured(app, name, read.said);
  app.store.open(`Open ${read.settings.name}`, read.settings);
  notify(`Opened “${read.settings.name}”.`);
  return undefined;
}

/** A fault of a measurement, at its field in the file. */
function inFile(fault, { places, lines }) {
  const [whole, index, part] = /^measurements\[(\d+)\]\.(\w+)$/.exec(fault.field) ?? [];
  if (!whole) return fault;
  const { field, full } = places[Number(index)];
  const own = full ? `${field}.${part}` : field;
  return { ...fault, field: own, line: lines.get(own.replace(/\[(\d+)\]/g, ".$1")) };
}

/** Takes what the address says after its number sign; says so when it cannot. */
export async function openLink(app, text) {
  const read = await readFragment(text);
  if (!read) return false;
  const faults = read.fault ? [] : linkFaults(app, read);
  if (read.fault || faults.length) {
    notify(read.fault ?? `This link was not opened. ${faults.map(faultText).join("; ")}`, "fault");
    return false;
  }
  app.store.open(`Link: ${read.settings.name}`, read.settings);
  if (read.years) app.years?.take(read.years);
  if (read.kept) app.keepSettings(read.kept);
  return true;
}

/** What stands against a link: its shape first, since only what has it can be checked further. */
function linkFaults({ engine }, { settings, years, kept }) {
  const shape = [...shapeFaults(settings, engine.catalogue), ...(kept ? shapeFaults(kept, engine.catalogue, "kept") : []), ...(years ? planFaults(years) : [])];
  if (shape.length) return shape;
  return [...engine.check(settings, years && { days: [], events: years.events ?? [] }), ...(kept ? engine.check(kept) : [])];
}

/** The dialogue of shipped cases. */
export function chooseCase(app) {
  openDialog("Open a heart", (close) => {
    const search = h("input", { type: "search", id: "find-case", oninput: () => filter() });
    const items = [{ identifier: "healthy", settings: healthy() }, ...app.cases].map((one) => {
      const name = one.name ?? one.settings.name ?? one.identifier;
      const take = () => { openShipped(app, one, name); close(); };
      return {
        text: `${one.identifier} ${name} ${one.settings.source ?? ""}`.toLowerCase(),
        node: h("li", {}, h("button", { type: "button", class: "case", "data-case": one.identifier, onclick: take },
          h("strong", {}, name), one.settings.source ? h("span", { class: "source" }, one.settings.source) : null)),
      };
    });
    const list = h("ul", { class: "cases" }, items.map((item) => item.node));
    const none = h("p", { class: "hint", role: "status" });
    const filter = () => {
      items.forEach((item) => { item.node.hidden = !item.text.includes(search.value.trim().toLowerCase()); });
      none.textContent = items.every((item) => item.node.hidden) ? "No shipped case has this word." : "";
    };
    const file = h("input", {
      type: "file", id: "open-file", accept: ".yaml,.yml,.json,application/json,text/yaml",
      onchange: async () => { if (file.files[0]) { close(); await openFile(app, file.files[0]); } },
    });
    return [
      h("div", { class: "control choice" }, h("label", { for: "open-file" }, "A case file of yours (YAML or JSON; or drop it on the page)"), file),
      h("div", { class: "control choice" }, h("label", { for: "find-case" }, "Find a shipped case"), search), none, list,
    ];
  });
}

/** The dialogue of what can be saved. */
export function chooseExport(app) {
  const { settings } = app.store;
  const point = app.shownPoint();
  const stem = fileName(point ? `${settings.name} after ${spanText(point.day)}` : settings.name);
  const first = point ? "; it holds the first day and what is said of the heart, “mitral course” follows it" : "";
  const button = (id, title, note, action) => h("li", {}, h("button", { type: "button", class: "case", "data-export": id, onclick: action },
    h("strong", {}, title), h("span", { class: "source" }, note)));
  openDialog("Save and export", (close) => {
    const pictures = app.stage.pictures();
    const which = h("select", { id: "picture" }, pictures.map(([name, title]) => h("option", { value: name }, title)));
    const element = () => pictures.find(([name]) => name === which.value)[2];
    const done = (work) => async () => {
      try { await work(); } catch (error) { notify(`Not saved: ${error.message}`, "fault"); return; }
      close();
    };
    return [
      h("ul", { class: "cases" },
        button("yaml", "Case file (YAML)", `what the command “mitral simulate” reads${first}`, done(() => download(`${fileName(settings.name)}.yaml`, writeCase(settings, app.engine.catalogue), "text/yaml"))),
        button("settings", "Settings (JSON)", `opens in this page${point ? "; of the first day" : ""}`, done(() => download(`${fileName(settings.name)}.settings.json`, JSON.stringify(spare(settings), null, 2), "application/json"))),
        button("json", "Settings and findings (JSON)", "every figure with its unit, and the judgement", done(() => download(`${stem}.json`, reportJSON(app, app.shownSettings(), app.shownBeat()), "application/json"))),
        button("csv", "Waves (CSV)", "pressures, volumes and flows over the beat", done(() => download(`${stem}.csv`, waveCSV(app.shownBeat()), "text/csv"))),
        button("wav", "Sound (WAV)", "heart sounds and murmur at the place of the stethoscope", done(async () => download(`${stem}.wav`, wavFile(await app.sampleSound())))),
        h("li", { class: "control choice" }, h("label", { for: "picture" }, "Picture of"), which),
        button("png", "Picture (PNG)", "as it is seen now", done(async () => download(`${stem}-${which.value}.png`, await element().png(2)))),
        button("svg", "Drawing (SVG)", "sharp at any size", done(() => download(`${stem}-${which.value}.svg`, element().svg(), "image/svg+xml")))),
    ];
  });
}

/** Puts the link into the address, copies it, and shows it for copying by hand. */
export async function share(app) {
  const mark = await fragment({ settings: app.store.settings, years: app.years?.said(), kept: app.store.kept?.settings });
  history.replaceState(null, "", mark);
  const address = location.href;
  const copied = await navigator.clipboard?.writeText(address).then(() => true, () => false) ?? false;
  openDialog("Share this heart", (close) => [
    h("p", {}, copied ? "The link is copied. " : "Copy the link. ", "It holds the settings themselves; no server keeps them."),
    h("div", { class: "control choice" }, h("label", { for: "link" }, "Link"),
      h("textarea", { id: "link", readonly: true, rows: "4", onfocus: (event) => event.target.select() }, address)),
    h("button", { type: "button", class: "primary", onclick: close }, "Done"),
  ]);
}

/** Files dropped anywhere on the page. */
export function acceptDrops(app) {
  const carriesFile = (event) => [...(event.dataTransfer?.types ?? [])].includes("Files");
  addEventListener("dragover", (event) => {
    if (!carriesFile(event)) return;
    event.preventDefault();
    document.body.classList.add("dropping");
  });
  addEventListener("dragleave", (event) => { if (!event.relatedTarget) document.body.classList.remove("dropping"); });
  addEventListener("drop", (event) => {
    document.body.classList.remove("dropping");
    const file = event.dataTransfer?.files?.[0];
    if (!file) return;
    event.preventDefault();
    openFile(app, file);
  });
}
