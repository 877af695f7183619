// The outline of a chamber in the section: slices across its long axis, whose common width is chosen so that the
// chamber has a given area. Near the valves it is as wide as its rings, which do not shrink; the body is what fills
// and empties.

const slices = 26;
const smooth = (x) => { const t = Math.min(Math.max(x, 0), 1); return t * t * (3 - 2 * t); };

/**
 * Half widths of a chamber from its valves (s = 0) to its far end (s = 1).
 *
 * @param area cm²; length cm; base half width at the valves, cm.
 * @param form s → relative half width of the body.
 * @param reach share of the length over which the rings' width holds on.
 */
export function halfWidths({ area, length, base, form, reach }) {
  const widths = new Float64Array(slices + 1);
  let [fixed, free] = [0, 0];
  for (let i = 0; i <= slices; i += 1) {
    // Slices lie closer together at the far end, where the outline turns.
    const s = station(i);
    const share = 1 - smooth(s / reach);
    const part = 0.5 * (station(Math.min(i + 1, slices)) - station(Math.max(i - 1, 0)));
    fixed += 2 * base * share * part * length;
    free += 2 * form(s) * (1 - share) * part * length;
  }
  const width = Math.max((area - fixed) / free, 0.12 * base);
  for (let i = 0; i <= slices; i += 1) {
    const s = station(i);
    const share = 1 - smooth(s / reach);
    widths[i] = base * share + width * form(s) * (1 - share);
  }
  return widths;
}

/** Where slice i is, 0 … 1. */
export const station = (i) => Math.sin((Math.PI / 2) * (i / slices));
export const count = slices;

/** The outline moved outward by a thickness that may differ from point to point. */
export function outward(points, thickness, turn = 1) {
  return points.map(([x, y], i) => {
    const [a, b] = [points[Math.max(i - 1, 0)], points[Math.min(i + 1, points.length - 1)]];
    const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
    const size = Math.hypot(dx, dy) || 1;
    const t = (typeof thickness === "function" ? thickness(i / (points.length - 1)) : thickness) * turn;
    return [x + (t * dy) / size, y - (t * dx) / size];
  });
}

/** A smooth path through points. */
export function trace(ctx, points, { closed = false, move = true } = {}) {
  const n = points.length;
  if (move) ctx.moveTo(points[0][0], points[0][1]); else ctx.lineTo(points[0][0], points[0][1]);
  for (let i = 1; i < n - 1; i += 1) {
    const [x, y] = points[i];
    ctx.quadraticCurveTo(x, y, 0.5 * (x + points[i + 1][0]), 0.5 * (y + points[i + 1][1]));
  }
  ctx.lineTo(points[n - 1][0], points[n - 1][1]);
  if (closed) ctx.closePath();
}

/** A curve (Catmull and Rom's) through few corners as many points. */
export function curve(corners, steps = 8) {
  const points = [];
  for (let k = 0; k < corners.length - 1; k += 1) {
    const [p, q, r, s] = [corners[Math.max(k - 1, 0)], corners[k], corners[k + 1],
      corners[Math.min(k + 2, corners.length - 1)]];
    for (let j = 0; j < steps; j += 1) {
      const t = j / steps;
      const at = (i) => 0.5 * (2 * q[i] + (r[i] - p[i]) * t + (2 * p[i] - 5 * q[i] + 4 * r[i] - s[i]) * t * t +
        (3 * q[i] - p[i] - 3 * r[i] + s[i]) * t * t * t);
      points.push([at(0), at(1)]);
    }
  }
  points.push(corners[corners.length - 1]);
  return points;
}

/** Area of a closed polygon. */
export function area(points) {
  let sum = 0;
  for (let i = 0; i < points.length; i += 1) {
    const [a, b] = [points[i], points[(i + 1) % points.length]];
    sum += a[0] * b[1] - b[0] * a[1];
  }
  return Math.abs(sum) / 2;
}
