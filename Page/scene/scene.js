// Defines the scene's elements.

import { MitralHeart } from "./heart.js";

const elements = { "mitral-heart": MitralHeart };
for (const [name, kind] of Object.entries(elements)) {
  if (!customElements.get(name)) customElements.define(name, kind);
}

export { Clock } from "./clock.js";
