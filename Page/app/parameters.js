// The parameters of the heart as controls: one path, or several that move together as a share of the healthy heart.

import { numberControl } from "./controls.js";
import { capital, words } from "./dom.js";
import { withField, withHeart } from "./settings.js";

// What belongs together on the page. Names, units, ranges and usual values are the catalogue's.
export const GROUPS = {
  load: [
    { path: "bloodVolume", label: "Blood volume (preload)" },
    { paths: ["systemic.venousUnstressed"], label: "Room in the veins (less: preload rises)" },
    { paths: ["systemic.arteriolarResistance"], label: "Systemic resistance (afterload)" },
    { paths: ["systemic.greatArteryCompliance"], label: "Give of the aorta" },
    { paths: ["pulmonary.arteriolarResistance"], label: "Pulmonary resistance" },
    { path: "intrathoracicPressure", label: "Pressure in the chest" },
  ],
  muscle: [
    { paths: ["leftVentricle.activeStress", "septum.activeStress"], label: "Contractility, left ventricle" },
    { paths: ["rightVentricle.activeStress"], label: "Contractility, right ventricle" },
    { paths: ["leftAtrium.activeStress"], label: "Contractility, left atrium" },
    { paths: ["leftVentricle.passiveStress", "septum.passiveStress"], label: "Stiffness, left ventricle" },
    { path: "ventricularActivation.decayTime", label: "Relaxation time" },
  ],
  size: [
    { paths: ["leftVentricle.referenceArea", "septum.referenceArea"], label: "Size, left ventricle" },
    { paths: ["leftVentricle.wallVolume", "septum.wallVolume"], label: "Muscle, left ventricle" },
    { paths: ["leftAtrium.referenceArea"], label: "Size, left atrium" },
    { paths: ["leftAtrium.wallVolume"], label: "Muscle, left atrium" },
    { paths: ["rightVentricle.referenceArea"], label: "Size, right ventricle" },
    { paths: ["pericardium.referenceVolume"], label: "Room in the pericardium" },
  ],
  conduction: [
    { path: "atrioventricularDelay", label: "Delay from atria to ventricles" },
    { path: "leftVentricle.activationDelay", label: "Delay of the left ventricle (bundle branch block)" },
  ],
};

const SHARE = { minimum: 20, maximum: 400 };

/** The catalogue's entry of a path. */
export function parameter(app, path) {
  return app.engine.catalogue.parameters.find((one) => one.path === path);
}

/** What a parameter is in the healthy heart of this body. */
export function usualValue(app, path) {
  const list = app.engine.catalogue.parameters;
  const place = list.findIndex((one) => one.path === path);
  return app.ghost?.parameters?.[place] ?? list[place].healthy;
}

/** What the settings say of a path, or the healthy value. */
export function valueOf(app, path) {
  return app.store.settings.heart[path] ?? usualValue(app, path);
}

/** A control of a group's entry; nothing where this engine lacks the parameter. */
export function parameterControl(app, entry) {
  const paths = entry.paths ?? [entry.path];
  if (!paths.every((path) => parameter(app, path))) return null;
  return entry.paths ? shareControl(app, entry) : pathControl(app, entry.path, entry.label);
}

/** One path in its own unit. */
export function pathControl(app, path, label = capital(words(path))) {
  const spec = parameter(app, path);
  const name = `heart.${path}`;
  const write = (value) => app.store.change(label, withHeart(app.store.settings, { [path]: value }), name);
  return numberControl({
    name, label, meaning: spec.meaning, unit: spec.unit, minimum: spec.minimum, maximum: spec.maximum,
    read: () => valueOf(app, path), said: () => path in app.store.settings.heart, write, reset: () => write(undefined),
  });
}

/** Several paths as one share, in percent, of what they are in the healthy heart of this body. */
function shareControl(app, { paths, label }) {
  const specs = paths.map((path) => parameter(app, path));
  const most = Math.min(...specs.map((spec) => (100 * spec.maximum) / spec.healthy), SHARE.maximum);
  const least = Math.max(...specs.map((spec) => (100 * spec.minimum) / spec.healthy), SHARE.minimum);
  const name = `share.${paths[0]}`;
  const write = (value) => {
    const overrides = paths.map((path) => {
      const said = value === undefined || value === 100 ? undefined : Number(((usualValue(app, path) * value) / 100).toPrecision(7));
      return [path, said];
    });
    app.store.change(label, withHeart(app.store.settings, Object.fromEntries(overrides)), name);
  };
  return numberControl({
    name, label, meaning: `${specs.map((spec) => spec.meaning).join("; ")}; 100 % is the healthy heart of this body`,
    unit: "%", minimum: Math.ceil(least), maximum: Math.floor(most), step: 1,
    read: () => Number(((100 * valueOf(app, paths[0])) / usualValue(app, paths[0])).toFixed(2)),
    said: () => paths.some((path) => path in app.store.settings.heart), write, reset: () => write(undefined),
  });
}

/** The heart rate, which the settings hold by itself. */
export function rateControl(app) {
  const spec = parameter(app, "heartRate");
  const write = (value) => app.store.change("Heart rate", withField(app.store.settings, "heartRate", value), "heartRate");
  const rate = () => app.store.settings.heartRate ?? app.store.settings.heart.heartRate;
  return numberControl({
    name: "heartRate", label: "Heart rate", meaning: "With reflexes on, where they start from: the body then finds its own rate.",
    unit: spec.unit, minimum: spec.minimum, maximum: spec.maximum, step: 1,
    read: () => rate() ?? usualValue(app, "heartRate"), said: () => rate() !== undefined, write,
    reset: () => {
      const next = withHeart(app.store.settings, { heartRate: undefined });
      app.store.change("Heart rate", withField(next, "heartRate", undefined), "heartRate");
    },
  });
}
