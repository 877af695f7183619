// Starts the engine, builds the page around it, and passes every new beat to all that show it.

import { Engine } from "../engine/engine.js";
import "../scene/scene.js";
import { Clock } from "../scene/clock.js";
import { Sound } from "../scene/sound.js";
import { allSection, bodySection, loadsSection, parametersSection, rhythmSection } from "./circumstances.js";
import { causeSection, valvesSection } from "./cause.js";
import { comparePanel } from "./compare.js";
import { Exercise } from "./exercise.js";
import { fill, h, notify } from "./dom.js";
import { acceptDrops, openLink } from "./files.js";
import { Heartbeat, aside } from "./heartbeat.js";
import { learnPanel } from "../lessons/player.js";
import { Listening } from "./listen.js";
import { pathControl } from "./parameters.js";
import { patientPanel } from "./patient.js";
import { complete, opening } from "./settings.js";
import { Stage } from "./stage.js";
import { Store } from "./state.js";
import { unitShown } from "./units.js";
import { buildTools } from "./tools.js";
import { treatmentsSection } from "./treatments.js";
import { Show } from "./show.js";
import { tabSet } from "./tabs.js";
import { Years, yearsPanel } from "./years.js";

const MODES = [
  ["explore", "Explore"], ["years", "Years"], ["compare", "Compare"], ["learn", "Learn"], ["patient", ["Plain", h("span", { class: "roomy" }, " words")]],
];

/** What all parts of the page share. */
class App {
  constructor(engine, cases) {
    Object.assign(this, { engine, cases });
    this.findingSpecs = new Map(engine.catalogue.findings.map((one) => [one.identifier, { ...one, shownUnit: unitShown(one.unit) }]));
    this.store = new Store(opening());
    this.heartbeat = new Heartbeat(engine, this.store);
    this.years = new Years(this);
    this.exercise = new Exercise(this);
    this.mode = "explore";
  }

  /** The healthy heart of this body. */
  get ghost() { return this.heartbeat.ghost; }

  /** The beat of another heart than the one before the reader. */
  aside(settings) { return aside(this.engine, settings); }

  /** The beat before the reader: of the settings, or of a day of the course. */
  shownBeat() {
    return this.shownPoint() ?? this.heartbeat.beat;
  }

  /** The day of the course that is shown, when one is: of the years, or of a lesson while its heart is open. */
  shownPoint() {
    if (this.mode === "learn") return this.lessonPoint?.of === this.store.settings ? this.lessonPoint.point : null;
    // Plain words looked up from the years are about the day that was shown there.
    const isOfYears = this.mode === "years" || (this.mode === "patient" && this.before === "years" && this.years.of === this.store.settings);
    return isOfYears && this.years.point?.wave ? this.years.point : null;
  }

  /** The settings of the beat before the reader. */
  shownSettings() {
    const point = this.shownPoint();
    return point ? point.settings ?? this.years.of : this.heartbeat.of ?? this.store.settings;
  }

  sampleSound() { return this.listening.sample(); }

  setMode(mode, focus = false) { this.modes.choose(mode, focus); }

  keepA() {
    if (this.heartbeat.beat) this.store.keep({ settings: this.heartbeat.of, beat: this.heartbeat.beat });
  }

  /** Keeps a heart as A by what is said of it. */
  async keepSettings(settings) {
    const whole = complete(settings);
    const beat = await this.aside(whole).catch(() => null);
    if (beat?.wave) this.store.keep({ settings: whole, beat });
  }

  /** A becomes what beats, and what beat becomes A. */
  swapA() {
    const { kept } = this.store;
    const now = { settings: this.heartbeat.of, beat: this.heartbeat.beat };
    this.store.keep(now);
    this.store.open("Swap A and B", kept.settings);
  }
}

function explorePanel(app) {
  const sections = [
    causeSection(app), treatmentsSection(app), parametersSection(app, "Load", "load"), loadsSection(app), rhythmSection(app),
    parametersSection(app, "Heart size", "size"), parametersSection(app, "Muscle", "muscle"), valvesSection(app), bodySection(app),
    allSection(app, pathControl),
  ];
  return {
    node: h("div", { class: "panel-part" }, sections.map((section) => section.node)),
    sync: () => sections.forEach((section) => section.sync(app.store.settings)),
  };
}

/** The five ways to use the page, as tabs; the same stage stays in sight. */
function buildModes(app) {
  const panels = {
    explore: explorePanel(app), years: yearsPanel(app), compare: comparePanel(app), learn: learnPanel(app), patient: patientPanel(app),
  };
  const modes = tabSet({
    label: "Ways to use this page",
    tabs: MODES.map(([name, title]) => ({ name, title, content: panels[name].node })),
    chosen: (name) => {
      if (name !== app.mode) app.before = app.mode;
      app.mode = name;
      document.body.dataset.mode = name;
      panels[name].sync?.();
      app.show?.all();
    },
  });
  fill(document.getElementById("modes"), modes.list);
  fill(document.getElementById("panel-body"), ...modes.panels);
  app.modes = modes;
  const sync = () => panels[app.mode].sync?.();
  for (const event of ["change", "kept"]) app.store.addEventListener(event, sync);
  for (const event of ["beat", "ghost", "predicted"]) app.heartbeat.addEventListener(event, sync);
}

async function shippedCases() {
  try {
    const answer = await fetch("data/cases.json");
    return answer.ok ? (await answer.json()).cases : [];
  } catch {
    return [];
  }
}

async function start() {
  const [engine, cases] = await Promise.all([Engine.start(), shippedCases()]);
  const app = new App(engine, cases);
  const clock = new Clock();
  app.listening = new Listening(app, new Sound(clock));
  app.stage = new Stage({ clock, listening: app.listening.node });
  buildModes(app);
  app.show = new Show(app);
  buildTools(app);
  acceptDrops(app);
  app.setMode("explore");
  globalThis.mitral = app; // for those who open the console: the page has no other secret
  addEventListener("hashchange", () => openLink(app, location.hash));
  if (!(await openLink(app, location.hash))) await app.heartbeat.ask();
  document.body.dataset.ready = "true";
  if ("serviceWorker" in navigator && location.protocol !== "file:") {
    navigator.serviceWorker.register(new URL("../sw.js", import.meta.url)).catch(() => {});
  }
}

start().catch((error) => {
  fill(document.getElementById("verdict"), `This page cannot start here: ${error.message}`);
  notify(error.message, "fault");
});
