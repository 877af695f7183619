// The four chambers and the vessels at one moment as outlines, in cm. x to the patient's left, y down along the axis of
// the left ventricle, 0 at the ring's place at end diastole. The tip stays; the base comes down to it.

import { halfWidths, station, count, outward, curve } from "./chamber.js";

const body = (s) => Math.max(1 - s ** 2.1, 0) ** 0.56;
const egg = (s) => (1 - Math.abs(2 * s - 1) ** 2.5) ** 0.5;
const wedge = (s) => Math.max(1 - s ** 1.75, 0) ** 0.74;
const ease = (x) => { const t = Math.min(Math.max(x, 0), 1); return t * t * (3 - 2 * t); };

/** Both sides of a chamber. */
function sides(widths, length, y0, up, centre) {
  const left = [];
  const right = [];
  for (let i = 0; i <= count; i += 1) {
    const s = station(i);
    const x = centre(s, widths[i]);
    const y = up ? y0 - s * length : y0 + s * length;
    left.push([x - widths[i], y]);
    right.push([x + widths[i], y]);
  }
  return { left, right };
}

/**
 * @param m measures of the beat; z sizes at the moment (motion.js).
 */
export function shape(m, z) {
  const base = z.descent;
  const { ring } = z;
  const shrunk = 0.7 + 0.3 * Math.min(z.lvArea / m.lvAreaFull, 1);
  const half = 0.5 * (ring + 2.25) * shrunk;
  const g = { base, tip: base + z.length };

  // Left ventricle: from the aortic root's side of the septum over the tip to the ring's side.
  const lvWidths = halfWidths({ area: z.lvArea, length: z.length, base: half, form: body, reach: 0.66 });
  const lv = sides(lvWidths, z.length, base, false, (s) => 0.1 * ease(s / 0.4) * (1 - s) - 0.12);
  g.lvLeft = lv.left;
  g.lvRight = lv.right;
  g.lv = [...lv.left, ...lv.right.slice(0, -1).reverse()];
  const t = z.thickness;
  const thick = (u) => {
    const toTip = Math.abs(2 * u - 1);
    return t * (0.46 + 0.54 * ease(toTip / 0.3)) * (1 - 0.42 * ease((toTip - 0.7) / 0.3));
  };
  g.lvOuter = outward(g.lv, thick, -1);
  const septum = g.lvOuter.slice(0, count + 1);

  // Rings, from the patient's right to the left.
  const [lvLeftEdge, lvRightEdge] = [lv.left[0][0], lv.right[0][0]];
  g.mitral = { left: [lvRightEdge - ring, base], right: [lvRightEdge, base - 0.05] };
  const root = 0.95 * (1 + 0.0006 * (z.pAo - 90));
  // Where the emptied ventricle is narrow, the outflow tract stands over the septum.
  const aorticX = Math.min(lvLeftEdge + root + 0.1, g.mitral.left[0] - root - 0.14);
  g.aortic = { left: [aorticX - root, base - 0.62], right: [aorticX + root, base - 0.78] };

  // Right ventricle around the septum.
  const top = base * 1.25 + 0.25;
  const rvLength = Math.max(Math.min(0.84 * g.tip, 7.9 * (m.rvFull / 160) ** 0.3) - top, 3);
  const rvBase = 2.6 * (m.rvFull / 160) ** 0.25;
  const rvWidths = halfWidths({ area: z.rvArea, length: rvLength, base: rvBase, form: wedge, reach: 0.38 });
  const septalAt = (y) => {
    for (let i = 1; i < septum.length; i += 1) {
      if (septum[i][1] >= y) {
        const [a, b] = [septum[i - 1], septum[i]];
        const part = b[1] === a[1] ? 0 : (y - a[1]) / (b[1] - a[1]);
        return a[0] + Math.max(part, 0) * (b[0] - a[0]);
      }
    }
    return septum[septum.length - 1][0];
  };
  const rvInner = [];
  const rvOuterSide = [];
  for (let i = 0; i <= count; i += 1) {
    const s = station(i);
    const y = top + s * rvLength;
    const x = septalAt(y);
    rvInner.push([x, y]);
    rvOuterSide.push([x - 2 * rvWidths[i], y]);
  }
  g.rvInner = rvInner;
  g.rvFree = rvOuterSide;
  g.rv = [...rvOuterSide, ...rvInner.slice(0, -1).reverse()];
  const free = outward([...rvOuterSide, [rvInner[count][0] + 0.5, rvInner[count][1] + 0.3]], z.rvThickness, -1);
  g.rvWall = [...free, [rvInner[count - 3][0] + 0.6, rvInner[count - 3][1]], [rvInner[2][0] + 0.6, rvInner[2][1]]];

  // Pulmonary root beside the septum, tricuspid ring beyond it.
  const trunk = 0.86 * (1 + 0.003 * (z.pPA - 15));
  const trunkX = Math.min(rvInner[0][0] - trunk - 0.12, g.aortic.left[0] - 0.62 - trunk);
  g.pulmonary = { left: [trunkX - trunk, base - 1.28], right: [trunkX + trunk, base - 1.28] };
  const tricuspidRight = trunkX - trunk - 0.72;
  const tricuspidLeft = Math.min(rvOuterSide[0][0] + 0.15, tricuspidRight - 2.4);
  g.tricuspid = { left: [tricuspidLeft, top], right: [tricuspidRight, top] };
  const gap = rvInner[0][0] - trunkX - trunk;
  // The cone from the right ventricle to its valve.
  g.cone = [
    [trunkX - trunk - 0.12, top + 0.5], [trunkX - trunk, top - 0.4], g.pulmonary.left, g.pulmonary.right,
    [trunkX + trunk + 0.3 * gap, top - 0.8], [rvInner[0][0] - 0.03, top + 0.1], rvInner[3],
  ];

  // Left atrium: its wall toward the aorta stands, the other one gives way.
  const laInner = g.mitral.left[0] - 0.18;
  const laWidths = halfWidths({ area: z.laArea, length: z.laLength, base: 0.5 * ring, form: egg, reach: 0.3 });
  const most = Math.max(...laWidths);
  const ringMiddle = 0.5 * (g.mitral.left[0] + g.mitral.right[0]);
  const la = sides(laWidths, z.laLength, base - 0.02, true, (s) => {
    const bulk = Math.max(laInner + most, ringMiddle + 0.35);
    return ringMiddle + (bulk - ringMiddle) * ease(s / 0.42);
  });
  g.laLeft = la.left;
  g.laRight = la.right;
  g.la = [...la.left, ...la.right.slice(0, -1).reverse()];
  g.laOuter = outward(g.la, 0.24, 1);

  // Right atrium: the same the other way round.
  const width = tricuspidRight - tricuspidLeft;
  const raWidths = halfWidths({ area: z.raArea, length: z.raLength, base: 0.5 * width, form: egg, reach: 0.3 });
  const raMost = Math.max(...raWidths);
  const raMiddle = 0.5 * (tricuspidLeft + tricuspidRight);
  const ra = sides(raWidths, z.raLength, top - 0.02, true, (s) =>
    raMiddle + (Math.min(tricuspidRight + 0.1 - raMost, raMiddle) - raMiddle) * ease(s / 0.42));
  g.raLeft = ra.left;
  g.raRight = ra.right;
  g.ra = [...ra.left, ...ra.right.slice(0, -1).reverse()];
  g.raOuter = outward(g.ra, 0.24, 1);

  vessels(g, root, trunk);
  return g;
}

/** Middle lines of the vessels: {line, width}, widths in cm from wall to wall. */
function vessels(g, root, trunk) {
  const roof = Math.min(g.la[count][1], -3.6);
  const lift = roof + 3.7;
  const [ao, pa] = [g.aortic, g.pulmonary];
  const a0 = [0.5 * (ao.left[0] + ao.right[0]), 0.5 * (ao.left[1] + ao.right[1])];
  const p0 = [0.5 * (pa.left[0] + pa.right[0]), pa.left[1]];
  const laLeft = Math.min(...g.laLeft.map(([x]) => x));
  const ax = Math.min(a0[0] + 0.1, laLeft - root - 0.3);
  g.aorta = {
    width: 2 * root,
    line: curve([
      a0, [a0[0] - 0.02, a0[1] - 1.1], [ax - 0.25, -3.2], [ax - 0.35, -5 + lift], [ax + 0.25, -6.6 + lift],
      [ax + 1.8, -7.45 + lift], [ax + 3.4, -6.9 + lift], [ax + 4.2, -5.4 + lift], [ax + 4.3, -3.9 + lift],
    ]),
  };
  g.trunk = {
    width: 2 * trunk,
    line: curve([
      p0, [p0[0] + 0.02, p0[1] - 1], [p0[0] + 0.6, -3.4 + 0.5 * lift], [p0[0] + 2, -4.55 + lift],
      [p0[0] + 4, -4.95 + lift], [p0[0] + 7, -4.7 + lift],
    ]),
  };
  const fork = g.trunk.line[Math.round(0.62 * g.trunk.line.length)];
  g.rightPulmonary = { width: 1.35 * trunk,
    line: curve([fork, [fork[0] - 2.4, fork[1] - 0.15], [fork[0] - 6, fork[1] + 0.5]]) };
  const roofRA = g.ra[count];
  g.upperVein = { width: 1.45, line: curve([[roofRA[0] + 0.25, roofRA[1] + 0.9], [roofRA[0] + 0.55, roofRA[1] - 1.4],
    [roofRA[0] + 0.75, Math.min(roofRA[1] - 3, -6.9 + lift)]]) };
  const low = g.raLeft[5];
  g.lowerVein = { width: 1.55, line: curve([[low[0] + 1.2, low[1] - 0.25], [low[0] - 0.5, low[1] + 0.9],
    [low[0] - 0.85, low[1] + 2.6]]) };
  const [high, mid] = [g.laRight[15], g.laRight[9]];
  const vein = ([x, y], drop) =>
    ({ width: 0.86, line: curve([[x - 0.7, y + 0.05], [x + 0.5, y - 0.05 * drop], [x + 1.9, y - 0.35 * drop]]) });
  g.veins = [vein(high, 1), vein(mid, -0.6)];
  g.lift = lift;
}
