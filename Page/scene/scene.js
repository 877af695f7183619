// Defines the scene's elements, and hands on the clock and the sound.

import { MitralHeart } from "./heart.js";
import { MitralWiggers } from "./wiggers.js";
import { MitralLoop } from "./loop.js";
import { MitralDoppler } from "./doppler.js";
import { MitralCatheter } from "./catheter.js";
import { MitralPhonocardiogram } from "./phonocardiogram.js";
import { MitralStethoscope } from "./stethoscope.js";

const elements = {
  "mitral-heart": MitralHeart, "mitral-wiggers": MitralWiggers, "mitral-loop": MitralLoop,
    "mitral-doppler": MitralDoppler,
  "mitral-catheter": MitralCatheter, "mitral-phonocardiogram": MitralPhonocardiogram,
    "mitral-stethoscope": MitralStethoscope,
};
for (const [name, kind] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, kind);
}

export { Clock } from "./clock.js";
export { Sound } from "./sound.js";
export { contrast, palette, names } from "./palette.js";
export { inks } from "./plot.js";
