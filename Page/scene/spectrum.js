// The grey spectrum of a Doppler window: columns of time, rows of speed. Pulsed waves hear one place, a thin band
// about its speed; continuous waves hear the whole beam, all speeds up to the fastest. Speckle is that of the
// machine's noise.

import { valueAt, span } from "./wave.js";

/** A repeatable number 0 … 1. */
function speckle(x, y) {
  let h = (x * 374761393 + y * 668265263) | 0;
  h = Math.imul(h ^ (h >>> 13), 1274126177);
  return ((h ^ (h >>> 16)) >>> 0) / 4294967296;
}

/** The loudness 0 … 1 at a speed where the envelope is at `edge`. */
function loudness(speed, edge, continuous, density) {
  const size = Math.abs(edge);
  const along = edge < 0 ? -speed : speed;
  // The wall filter takes what is slow.
  if (size < 0.05) return 0;
  if (continuous) {
    if (along < 0 || along > 1.03 * size) return 0;
    const share = along / size;
    return density * (0.34 + 0.4 * share ** 3 + (share > 0.93 ? 0.35 : 0));
  }
  const wide = 0.05 + 0.075 * size;
  const band = Math.exp(-(((along - 0.93 * size) / wide) ** 2));
  const below = along > 0 && along < size ? 0.12 : 0;
  return Math.min(band + below, 1) * 0.95;
}

/**
 * Draws one span of the window into a canvas.
 *
 * @param range [lowest, highest] speed, m/s.
 */
export function spectrum(beat, window, range, columns, rows) {
  const canvas = document.createElement("canvas");
  canvas.width = columns;
  canvas.height = rows;
  const ctx = canvas.getContext("2d");
  const image = ctx.createImageData(columns, rows);
  const total = span(beat);
  for (let x = 0; x < columns; x += 1) {
    const time = (x / columns) * total;
    const edge = valueAt(beat, window.values, time);
    const density = window.density ? valueAt(beat, window.density, time) : 1;
    for (let y = 0; y < rows; y += 1) {
      const speed = range[1] - ((y + 0.5) / rows) * (range[1] - range[0]);
      const grain = speckle(x, y);
      let value = loudness(speed, edge, window.continuous, density) * (0.55 + 0.6 * grain);
      value = Math.max(value, grain > 0.93 ? 0.1 : 0.015);
      const at = 4 * (y * columns + x);
      const grey = Math.min(255, 255 * value);
      image.data[at] = grey;
      image.data[at + 1] = grey;
      image.data[at + 2] = Math.min(255, 1.04 * grey);
      image.data[at + 3] = 255;
    }
  }
  ctx.putImageData(image, 0, 0);
  return canvas;
}
