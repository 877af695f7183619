// Paints one moment of the heart: vessels behind, muscle, chambers, the valves, the streams, the jet, the vessels in
// front. Everything is in cm; the context is already placed, turned and scaled. px: one CSS pixel in cm.

import { faded, mixed } from "../palette.js";
import { trace, outward } from "./chamber.js";
import { plume } from "./jet.js";

/** A vessel: its wall below, its blood on top. */
function tube(ctx, { line, width }, blood, edge) {
  ctx.lineCap = "butt";
  ctx.lineJoin = "round";
  for (const [style, w] of [[edge, width + 0.24], [blood, width]]) {
    ctx.beginPath();
    trace(ctx, line);
    ctx.strokeStyle = style;
    ctx.lineWidth = w;
    ctx.stroke();
  }
}

export function behind(ctx, g, c) {
  tube(ctx, g.rightPulmonary, c.trunk, c["trunk-edge"]);
  tube(ctx, g.upperVein, c["blood-poor-deep"], c["trunk-edge"]);
  tube(ctx, g.lowerVein, c["blood-poor-deep"], c["trunk-edge"]);
  for (const vein of g.veins) tube(ctx, vein, c["blood-rich-deep"], c["artery-edge"]);
  const branches = [0.5, 0.6, 0.7].map((at) => g.aorta.line[Math.round(at * (g.aorta.line.length - 1))]);
  branches.forEach(([x, y], i) => tube(ctx, { line: [[x, y], [x - 0.1 + 0.18 * i, y - 1.65 + 0.12 * i]], width: 0.5 },
    c.artery, c["artery-edge"]));
  tube(ctx, g.aorta, c.artery, c["artery-edge"]);
}

/** The trunk crosses in front of the aorta. */
export function front(ctx, g, c) {
  tube(ctx, g.trunk, c.trunk, c["trunk-edge"]);
}

/** Muscle of all chambers as one mass with one edge. */
export function muscle(ctx, g, c, px) {
  const outlines = [g.rvWall, g.laOuter, g.raOuter, g.lvOuter];
  ctx.lineJoin = "round";
  ctx.strokeStyle = c["muscle-edge"];
  ctx.lineWidth = 2.4 * px;
  const skirt = bases(g);
  for (const outline of [...outlines, skirt]) {
    ctx.beginPath();
    trace(ctx, outline, { closed: true });
    ctx.stroke();
  }
  const shade = ctx.createLinearGradient(-8, -4, 5, 9);
  shade.addColorStop(0, c.muscle);
  shade.addColorStop(1, c["muscle-deep"]);
  ctx.fillStyle = shade;
  for (const outline of [...outlines, skirt]) {
    ctx.beginPath();
    trace(ctx, outline, { closed: true });
    ctx.fill();
  }
  fibres(ctx, g, c, px);
}

/** The fibrous skeleton and fat of the groove between atria and ventricles. */
function bases(g) {
  const y = g.base;
  return [
    [g.tricuspid.left[0] - 0.35, g.tricuspid.left[1] - 0.3], [g.tricuspid.left[0] + 0.1, g.tricuspid.left[1] - 0.75],
    [g.tricuspid.right[0] + 0.2, y - 0.9], [g.pulmonary.left[0] - 0.25, y - 1.25],
      [g.pulmonary.right[0] + 0.25, y - 1.25],
    [g.aortic.left[0] - 0.2, y - 0.75], [g.aortic.right[0] + 0.2, y - 0.8], [g.mitral.left[0] + 0.2, y - 0.5],
    [g.mitral.right[0], y - 0.45], [g.mitral.right[0] + 0.42, y - 0.1], [g.mitral.right[0] + 0.3, y + 0.9],
    [g.aortic.left[0] - 0.5, y + 1.1], [g.rvInner[0][0], y + 0.9], [g.tricuspid.right[0], y + 0.9],
      [g.tricuspid.left[0] - 0.3, y + 0.8],
  ];
}

/** Faint lines within the wall of the left ventricle, which spread as it thickens. */
function fibres(ctx, g, c, px) {
  ctx.strokeStyle = faded(c["muscle-edge"], 0.28);
  ctx.lineWidth = 1 * px;
  for (const share of [0.36, 0.68]) {
    const points = g.lv.map(([x, y], i) => [x + share * (g.lvOuter[i][0] - x), y + share * (g.lvOuter[i][1] - y)]);
    ctx.beginPath();
    trace(ctx, points.slice(4, -4));
    ctx.stroke();
  }
}

function pool(ctx, colour, deep, [x, y, r]) {
  const shade = ctx.createRadialGradient(x, y, 0.15 * r, x, y, r);
  shade.addColorStop(0, colour);
  shade.addColorStop(1, deep);
  return shade;
}

/** The blood of the four chambers, and the ways through the base. cloud: 0 … 1, blood that leaked into the atrium. */
export function chambers(ctx, g, c, px, cloud) {
  const centre = (left, right, i) => [0.5 * (left[i][0] + right[i][0]), left[i][1]];
  const tint = Math.min(cloud, 0.6);
  const rich = c["blood-rich"];
  const styles = {
    ra: pool(ctx, c["blood-poor"], c["blood-poor-deep"], [...centre(g.raLeft, g.raRight, 11), 3.4]),
    rv: pool(ctx, c["blood-poor"], c["blood-poor-deep"], [...centre(g.rvFree, g.rvInner, 8), 4.8]),
    la: pool(ctx, mixed(rich, c["jet-outer"], tint), mixed(c["blood-rich-deep"], c["jet-outer"], 0.7 * tint),
      [...centre(g.laLeft, g.laRight, 11), 3.6]),
    lv: pool(ctx, rich, c["blood-rich-deep"], [...centre(g.lvLeft, g.lvRight, 9), 5.4]),
  };
  for (const [name, style] of Object.entries(styles)) {
    ctx.beginPath();
    trace(ctx, g[name], { closed: true });
    ctx.fillStyle = style;
    ctx.fill();
    ctx.beginPath();
    trace(ctx, g[name]);
    ctx.strokeStyle = c["muscle-edge"];
    ctx.lineWidth = 1.1 * px;
    ctx.stroke();
  }
  // Veins open into the atria: their blood goes on through the wall.
  const mouth = ({ line, width }, from, to, style) => {
    ctx.beginPath();
    trace(ctx, line.slice(from, to));
    ctx.strokeStyle = style;
    ctx.lineWidth = width;
    ctx.lineCap = "round";
    ctx.stroke();
    ctx.lineCap = "butt";
  };
  for (const vein of g.veins) mouth(vein, 3, 9, styles.la);
  mouth(g.upperVein, 1, 9, styles.ra);
  mouth(g.lowerVein, 1, 8, styles.ra);
  const through = ({ left, right }, up, down) => [
    [left[0] + 0.05, left[1] - up], [right[0] - 0.05, right[1] - up], [right[0] - 0.05, right[1] + down],
      [left[0] + 0.05, left[1] + down],
  ];
  const way = (points, style) => {
    ctx.beginPath();
    points.forEach(([x, y], i) => (i ? ctx.lineTo(x, y) : ctx.moveTo(x, y)));
    ctx.closePath();
    ctx.fillStyle = style;
    ctx.fill();
  };
  way(through(g.tricuspid, 0.16, 0.1), styles.rv);
  way(through(g.mitral, 0.16, 0.1), styles.lv);
  way(g.cone, styles.rv);
  const { left, right } = g.aortic;
  const curtain = g.mitral.left[0] - 0.06;
  const [x, y] = g.lvLeft[6];
  way([left, right, [curtain, g.base + 0.05], [curtain, g.base + 0.4], [x + 0.03, y], [x, y - 0.2]], styles.lv);
}

/** A leaflet as a band that tapers. */
export function band(ctx, points, thick, c, px, tip = 0.6) {
  const n = points.length - 1;
  const side = (turn) => outward(points, (u) => thick * (1 - (1 - tip) * u), turn);
  const [a, b] = [side(1), side(-1)];
  ctx.beginPath();
  trace(ctx, a);
  const [x, y] = points[n];
  ctx.quadraticCurveTo(x + 0.6 * (x - points[n - 1][0]), y + 0.6 * (y - points[n - 1][1]), b[n][0], b[n][1]);
  trace(ctx, [...b].reverse(), { move: false });
  ctx.closePath();
  ctx.fillStyle = c.leaflet;
  ctx.fill();
  ctx.strokeStyle = c["leaflet-edge"];
  ctx.lineWidth = 1.3 * px;
  ctx.lineJoin = "round";
  ctx.stroke();
}

export function streaksOf(ctx, list, c, px) {
  ctx.lineCap = "round";
  for (const rich of [true, false]) {
    ctx.strokeStyle = rich ? c["stream-rich"] : c["stream-poor"];
    ctx.fillStyle = ctx.strokeStyle;
    for (const s of list) {
      if (s.rich !== rich || s.alpha < 0.06) continue;
      ctx.globalAlpha = s.alpha;
      ctx.lineWidth = (rich ? 1.9 : 1.4) * px;
      ctx.beginPath();
      ctx.moveTo(s.x - s.dx, s.y - s.dy);
      ctx.lineTo(s.x, s.y);
      if (!rich) {
        // An open lozenge at the head.
        const r = 2.6 * px;
        ctx.moveTo(s.x - r, s.y);
        ctx.lineTo(s.x, s.y - r);
        ctx.lineTo(s.x + r, s.y);
        ctx.lineTo(s.x, s.y + r);
        ctx.closePath();
      }
      ctx.stroke();
      if (rich) {
        ctx.beginPath();
        ctx.arc(s.x, s.y, 2.1 * px, 0, 2 * Math.PI);
        ctx.fill();
      }
    }
  }
  ctx.globalAlpha = 1;
}

/** The jet, clipped to atrium and ring. */
export function jetOf(ctx, jet, g, c, px, time, list) {
  ctx.save();
  ctx.beginPath();
  trace(ctx, g.la, { closed: true });
  ctx.rect(g.mitral.left[0] + 0.05, g.base - 0.25, g.mitral.right[0] - g.mitral.left[0] - 0.1, 2.2);
  ctx.clip();
  for (const [share, name, alpha] of [[1, "jet-outer", 0.85], [0.66, "jet-middle", 0.92], [0.34, "jet-core", 0.96]]) {
    ctx.beginPath();
    trace(ctx, plume(jet, share, time), { closed: true });
    ctx.fillStyle = faded(c[name], alpha);
    ctx.fill();
    if (share === 1) {
      ctx.strokeStyle = c["jet-edge"];
      ctx.lineWidth = 1.4 * px;
      ctx.lineJoin = "round";
      ctx.stroke();
    }
  }
  ctx.lineCap = "round";
  ctx.strokeStyle = c.isDark ? "#7a2a00" : c["jet-edge"];
  for (const s of list) {
    if (s.gathers) continue;
    ctx.globalAlpha = 0.8 * s.alpha;
    ctx.lineWidth = 1.6 * px;
    ctx.beginPath();
    ctx.moveTo(s.x - s.dx, s.y - s.dy);
    ctx.lineTo(s.x, s.y);
    ctx.stroke();
  }
  ctx.restore();
  ctx.strokeStyle = c["jet-edge"];
  ctx.lineCap = "round";
  for (const s of list) {
    if (!s.gathers) continue;
    ctx.globalAlpha = s.alpha;
    ctx.lineWidth = 1.7 * px;
    ctx.beginPath();
    ctx.moveTo(s.x - s.dx, s.y - s.dy);
    ctx.lineTo(s.x, s.y);
    ctx.stroke();
  }
  ctx.globalAlpha = 1;
}
