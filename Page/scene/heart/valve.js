// The mitral leaflets, their chords and the papillary muscles at one moment; and the cusps of the other valves.
//
// A leaflet is a cubic curve from the ring to its edge, in the ring's own frame: u along the ring (0 at the aortic
// side, 1 at the side wall), d below it, cm. It moves between three poses: open, shut without load, and shut under the
// ventricle's pressure, where the disease shows.

import { clamp } from "./motion.js";

// [u of handle, d of handle, u of second handle, d of it, u of edge, d of edge]
const rest = { anterior: [0.22, 0.14, 0.56, 0.2, 0.585, 0.98], posterior: [0.88, 0.1, 0.63, 0.2, 0.615, 0.9] };
const opened = { anterior: [0.01, 0.6, 0.2, 1.15, 0.1, 2.15], posterior: [1.0, 0.45, 0.9, 0.85, 0.96, 1.45] };

/** Under load, by form; gap: half of what stays open, as a part of the ring. */
function loaded(form, gap, swell) {
  const low = { anterior: [0.22, 0.05, 0.57, 0.1, 0.59, 0.8], posterior: [0.9, 0, 0.63, 0.08, 0.61, 0.72] };
  switch (form.kind) {
    case "flail": case "rupture": {
      const up = form.kind === "rupture" ? 1.25 : 1;
      return form.leaflet === "anterior"
        ? { anterior: [0.02, -0.7, 0.2, -1.55 * up, 0.52 - gap, -0.85 * up],
          posterior: [0.92, 0.05, 0.68, 0.1, 0.62 + gap, 0.6] }
        : { anterior: [0.24, 0.08, 0.5, 0.16, 0.585 - gap, 0.62],
          posterior: [1.0, -0.55, 0.86, -1.5 * up, 0.6 + gap, -0.95 * up] };
    }
    case "prolapse": {
      const b = 0.55 + 0.75 * swell;
      return form.leaflet === "anterior"
        ? { anterior: [0.08, -0.9 * b, 0.5, -1.7 * b, 0.58 - gap, 0.12],
          posterior: [0.9, -0.1, 0.66, 0, 0.62 + gap, 0.45] }
        : { anterior: [0.22, -0.12, 0.54, -0.15, 0.575 - gap, 0.42],
          posterior: [1.01, -1.15 * b, 0.68, -1.75 * b, 0.6 + gap, 0.12] };
    }
    case "tethered": return { anterior: [0.14, 0.55, 0.36, 1.0, 0.57 - gap, 1.5],
      posterior: [0.95, 0.5, 0.83, 0.95, 0.63 + gap, 1.42] };
    case "ring": return { anterior: [0.22, 0.1, 0.42, 0.2, 0.575 - gap, 0.4],
      posterior: [0.9, 0.1, 0.75, 0.16, 0.625 + gap, 0.36] };
    case "rheumatic": return { anterior: [0.16, 0.5, 0.4, 0.78, 0.57 - gap, 1.12],
      posterior: [0.97, 0.4, 0.8, 0.75, 0.65 + gap, 1.05] };
    default: return low;
  }
}

/** The rheumatic valve domes: its bellies go down, its edges stay close together. */
const domed = (half) => ({
  anterior: [0.02, 0.85, 0.3, 1.35, 0.57 - half, 1.62], posterior: [0.99, 0.6, 0.86, 0.95, 0.61 + half, 1.3],
});
const clipped = { anterior: [-0.02, 0.7, 0.24, 1.35, 0.595, 1.05], posterior: [1.03, 0.6, 0.84, 1.15, 0.605, 1.05] };

const mix = (a, b, t) => a.map((v, i) => v + t * (b[i] - v));

/** The valve's pose: leaflets as points, half gap, where the leak is. */
export function mitralValve(g, z, form, leakArea, mostLeak, area) {
  const { left, right } = g.mitral;
  const width = right[0] - left[0];
  // The section of what is open: that of a round hole of the leak's area, drawn half as large again so that it is seen.
  const gap = leakArea > 0.004 ? Math.min((0.85 * Math.sqrt(leakArea / Math.PI)) / width, 0.14) : 0;
  const load = clamp((z.pLV - z.pLA) / 18);
  const swell = mostLeak > 0 ? clamp(leakArea / mostLeak) : 0;
  const open = z.open.mitral;
  const press = loaded(form, form.kind === "hole" || form.kind === "cleft" ? 0 : gap, swell);
  const narrow = form.kind === "rheumatic";
  const halfOpening = Math.min((0.5 * Math.sqrt((4 * Math.max(area, 0.3)) / Math.PI)) / width, 0.4);
  const wide = form.clip ? clipped : narrow ? domed(0.55 * halfOpening) : opened;
  const leaflets = {};
  for (const name of ["anterior", "posterior"]) {
    const shut = mix(rest[name], press[name], load);
    const pose = mix(shut, wide[name], open ** 0.8);
    if (form.clip) { pose[4] = wide[name][4]; pose[5] = 0.9 + 0.15 * open; }
    leaflets[name] = leaflet(name === "anterior" ? left : right, pose, left, width);
  }
  const tips = [leaflets.anterior, leaflets.posterior].map((points) => points[points.length - 1]);
  const middle = [0.5 * (tips[0][0] + tips[1][0]), 0.5 * (tips[0][1] + tips[1][1])];
  const hole = form.kind === "hole" || form.kind === "cleft"
    ? leaflets.anterior[Math.round(0.48 * (leaflets.anterior.length - 1))] : null;
  return {
    leaflets, tips, gap: Math.hypot(tips[0][0] - tips[1][0], tips[0][1] - tips[1][1]), load, open,
    origin: hole ?? (form.kind === "flail" || form.kind === "rupture"
      ? [0.5 * (left[0] + right[0]) + (form.leaflet === "anterior" ? 0.06 : 0.12) * width, g.base + 0.1] : middle),
    hole, swell,
  };
}

function leaflet(root, [u1, d1, u2, d2, u3, d3], left, width) {
  const at = (u, d) => [left[0] + u * width, left[1] + d];
  const [a, b, c, e] = [root, at(u1, d1), at(u2, d2), at(u3, d3)];
  const points = [];
  for (let i = 0; i <= 14; i += 1) {
    const t = i / 14;
    const [p, q, r, s] = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
    points.push([p * a[0] + q * b[0] + r * c[0] + s * e[0], p * a[1] + q * b[1] + r * c[1] + s * e[1]]);
  }
  return points;
}

/** Papillary muscles as {foot, tip, width}: one on the side wall, one toward the septum, their tips below the ring. */
export function papillaries(g, z, form) {
  const at = (points, y) => points.reduce((best, p) => (Math.abs(p[1] - y) < Math.abs(best[1] - y) ? p : best));
  const length = g.tip - g.base;
  const spread = form.kind === "tethered" ? 1 : 0.72;
  const ringMiddle = 0.5 * (g.mitral.left[0] + g.mitral.right[0]);
  const lateral = at(g.lvRight, g.base + 0.66 * length);
  const medial = at(g.lvLeft, g.base + 0.78 * length);
  const inward = (p, x, reach, up) => [p[0] + reach * (x - p[0]), g.base + up];
  const depth = (form.kind === "tethered" ? 0.49 : 0.44) * length;
  return [
    { foot: medial, tip: inward(medial, ringMiddle - 0.55, spread, depth + 0.35), width: 0.42 },
    { foot: lateral, tip: inward(lateral, ringMiddle + 0.55, 0.8 * spread, depth), width: 0.46 },
  ];
}

/** Two cusps of an arterial valve. Shut they sag toward the ventricle; open they lie along the walls. */
export function cusps({ left, right }, open) {
  const [dx, dy] = [right[0] - left[0], right[1] - left[1]];
  const width = Math.hypot(dx, dy);
  const [ex, ey] = [dx / width, dy / width];
  const at = (u, h) => [left[0] + u * width * ex + h * ey, left[1] + u * width * ey - h * ex];
  const side = (mirror) => {
    const f = (u) => (mirror ? 1 - u : u);
    const shut = [[0, 0], [0.1, -0.3], [0.38, -0.3], [0.49, 0.38]];
    const wide = [[0, 0], [0.13, 0.2], [0.1, 0.5], [0.08, 0.95]];
    const [p, q, r, s] = shut.map((v, i) => [v[0] + open * (wide[i][0] - v[0]), v[1] + open * (wide[i][1] - v[1])]);
    const points = [];
    for (let i = 0; i <= 10; i += 1) {
      const t = i / 10;
      const w = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t ** 3];
      points.push(at(f(w[0] * p[0] + w[1] * q[0] + w[2] * r[0] + w[3] * s[0]),
        w[0] * p[1] + w[1] * q[1] + w[2] * r[1] + w[3] * s[1]));
    }
    return points;
  };
  return [side(false), side(true)];
}

/** The tricuspid leaflets in this section. */
export function tricuspid(g, open) {
  const { left, right } = g.tricuspid;
  const width = right[0] - left[0];
  return [
    leaflet(left, mix([0.12, 0.12, 0.5, 0.25, 0.53, 0.85], [0.1, 0.34, 0.3, 0.7, 0.36, 1.32], open), left, width),
    leaflet(right, mix([0.88, 0.1, 0.58, 0.2, 0.55, 0.8], [1, 0.4, 0.95, 0.8, 1, 1.35], open), left, width),
  ];
}
