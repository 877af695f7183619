// Paints the valves: the mitral leaflets with chords, papillary muscles and what was put into them; the tricuspid
// leaflets; the arterial cusps.

import { trace } from "./chamber.js";
import { band } from "./paint.js";
import { cusps, tricuspid } from "./valve.js";

/** Both papillary muscles; a torn one is a stump. */
export function papillaryMuscles(ctx, g, muscles, form, c, px) {
  ctx.save();
  ctx.beginPath();
  trace(ctx, g.lv, { closed: true });
  ctx.clip();
  muscles.forEach(({ foot, tip, width }, i) => {
    const torn = form.kind === "rupture" && (form.leaflet === "anterior" ? i === 0 : i === 1);
    const end = torn ? [foot[0] + 0.34 * (tip[0] - foot[0]), foot[1] + 0.34 * (tip[1] - foot[1])] : tip;
    const [dx, dy] = [end[0] - foot[0], end[1] - foot[1]];
    const size = Math.hypot(dx, dy) || 1;
    const [nx, ny] = [-dy / size, dx / size];
    const w = width;
    ctx.beginPath();
    ctx.moveTo(foot[0] + 1.15 * w * nx - (0.6 * dx) / size, foot[1] + 1.15 * w * ny - (0.6 * dy) / size);
    ctx.quadraticCurveTo(foot[0] + 0.3 * dx + 0.75 * w * nx, foot[1] + 0.3 * dy + 0.75 * w * ny, end[0] + 0.55 * w * nx,
      end[1] + 0.55 * w * ny);
    if (torn) {
      // A ragged end.
      ctx.lineTo(end[0] + 0.2 * w * nx - 0.12 * dx / size, end[1] + 0.2 * w * ny - 0.12 * dy / size);
      ctx.lineTo(end[0] + 0.12 * dx / size, end[1] + 0.12 * dy / size);
      ctx.lineTo(end[0] - 0.3 * w * nx - 0.1 * dx / size, end[1] - 0.3 * w * ny - 0.1 * dy / size);
      ctx.lineTo(end[0] - 0.55 * w * nx, end[1] - 0.55 * w * ny);
    } else {
      ctx.quadraticCurveTo(end[0] + (0.42 * dx) / size, end[1] + (0.42 * dy) / size, end[0] - 0.55 * w * nx,
        end[1] - 0.55 * w * ny);
    }
    ctx.quadraticCurveTo(foot[0] + 0.3 * dx - 0.75 * w * nx, foot[1] + 0.3 * dy - 0.75 * w * ny,
      foot[0] - 1.15 * w * nx - (0.6 * dx) / size, foot[1] - 1.15 * w * ny - (0.6 * dy) / size);
    ctx.fillStyle = c["muscle-deep"];
    ctx.fill();
    ctx.strokeStyle = c["muscle-edge"];
    ctx.lineWidth = 1.2 * px;
    ctx.stroke();
  });
  ctx.restore();
}

/** A chord, slack where it is longer than its way. */
function chord(ctx, from, to, slack) {
  ctx.beginPath();
  ctx.moveTo(...from);
  ctx.quadraticCurveTo(0.5 * (from[0] + to[0]) + slack, 0.5 * (from[1] + to[1]) + 0.4 * Math.abs(slack), ...to);
  ctx.stroke();
}

export function chords(ctx, valve, muscles, form, c, px) {
  ctx.strokeStyle = c.chord;
  ctx.lineWidth = 1.15 * px;
  ctx.lineCap = "round";
  const slackOpen = 0.12 + 0.3 * valve.open + (form.kind === "prolapse" ? 0.15 * (1 - valve.swell) : 0);
  const ill = form.leaflet === "anterior" ? "anterior" : "posterior";
  const places = [6, 10, 14];
  for (const [name, i] of [["anterior", 0], ["posterior", 1]]) {
    const points = valve.leaflets[name];
    const tip = muscles[i].tip;
    if ((form.kind === "flail" || form.kind === "rupture") && name === ill) continue;
    const taut = form.kind === "tethered" ? 0 : slackOpen;
    places.forEach((k, j) => chord(ctx, [tip[0] + 0.16 * (j - 1), tip[1] + 0.05 * Math.abs(j - 1)], points[k],
      taut * (i ? 0.5 : -0.5) * (1 - 0.7 * valve.load)));
    // Each muscle holds the edge of the other leaflet too, unless it has torn off.
    if (form.kind === "rupture") continue;
    chord(ctx, [muscles[1 - i].tip[0] + (i ? 0.1 : -0.1), muscles[1 - i].tip[1]], points[points.length - 1],
      taut * (i ? -0.3 : 0.3) * (1 - 0.7 * valve.load));
  }
}

/** What has torn, in front of the jet. */
export function torn(ctx, valve, muscles, form, c, px, time) {
  if (form.kind !== "flail" && form.kind !== "rupture") return;
  ctx.strokeStyle = c.isDark ? c.chord : c["leaflet-edge"];
  ctx.lineWidth = 1.3 * px;
  ctx.lineCap = "round";
  const points = valve.leaflets[form.leaflet];
  if (form.kind === "flail") tornChords(ctx, points, muscles[form.leaflet === "anterior" ? 0 : 1].tip, time);
  else tornHead(ctx, points, valve, form.leaflet === "anterior" ? 1 : -1, c, px);
}

/** Ends that wave from the edge, and one at the muscle. */
function tornChords(ctx, points, tip, time) {
  const n = points.length - 1;
  const wag = 0.16 * Math.sin(23 * time);
  const sign = points[n][1] < points[0][1] ? -1 : 1;
  for (const [k, long, turn] of [[n, 0.95, -0.25], [n - 2, 0.8, 0.2], [n - 4, 0.6, 0.5]]) {
    const [x, y] = points[k];
    ctx.beginPath();
    ctx.moveTo(x, y);
    ctx.bezierCurveTo(x + turn * long + wag, y + 0.3 * sign * long, x + turn * long - 0.25 - wag,
      y + 0.65 * sign * long, x + turn * long + 1.6 * wag, y + sign * long);
    ctx.stroke();
  }
  for (const turn of [-0.28, 0.05, 0.3]) {
    ctx.beginPath();
    ctx.moveTo(tip[0] + 0.4 * turn, tip[1]);
    ctx.bezierCurveTo(tip[0] + turn, tip[1] - 0.35, tip[0] + turn - 0.25 + wag, tip[1] - 0.5, tip[0] + 1.3 * turn + wag,
      tip[1] - 0.85);
    ctx.stroke();
  }
}

/** The muscle's torn head on its chords: above the leaflet in systole, below it in diastole. */
function tornHead(ctx, points, valve, inward, c, px) {
  const n = points.length - 1;
  const edge = points[n];
  const up = valve.load * (1 - valve.open);
  const head = [edge[0] + inward * (0.55 - 0.75 * up), edge[1] + 1.1 - 2.15 * up];
  for (const k of [n - 4, n - 2, n]) chord(ctx, head, points[k], 0.12);
  ctx.beginPath();
  const r = 0.36;
  ctx.moveTo(head[0] - r, head[1] - 0.1);
  ctx.bezierCurveTo(head[0] - r, head[1] - 0.55, head[0] + r, head[1] - 0.55, head[0] + r, head[1] - 0.05);
  ctx.lineTo(head[0] + 0.5 * r, head[1] + 0.32);
  ctx.lineTo(head[0] + 0.12 * r, head[1] + 0.12);
  ctx.lineTo(head[0] - 0.4 * r, head[1] + 0.38);
  ctx.closePath();
  ctx.fillStyle = c["muscle-deep"];
  ctx.fill();
  ctx.strokeStyle = c["leaflet-edge"];
  ctx.lineWidth = 1.3 * px;
  ctx.stroke();
}

const thickness = { rheumatic: 0.2, prolapse: 0.135, flail: 0.12, rupture: 0.1 };

export function mitralLeaflets(ctx, g, valve, form, c, px) {
  const { left, right } = g.mitral;
  const knob = (x, y, r, fill) => {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fillStyle = fill;
    ctx.fill();
    ctx.strokeStyle = c["leaflet-edge"];
    ctx.lineWidth = 1.3 * px;
    ctx.stroke();
  };
  if (form.kind === "mechanical" || form.kind === "biological") artificial(ctx, g, valve, form, c, px);
  else {
    const thick = thickness[form.kind] ?? 0.095;
    const tip = form.kind === "rheumatic" ? 1.25 : form.kind === "prolapse" ? 0.95 : 0.6;
    if (valve.hole) withHole(ctx, valve, form, thick, c, px);
    else band(ctx, valve.leaflets.anterior, thick, c, px, tip);
    band(ctx, valve.leaflets.posterior, thick, c, px, tip);
    if (form.clip) clip(ctx, valve, c, px);
  }
  for (const [x, y] of [left, right]) {
    knob(x, y, form.band ? 0.2 : 0.15, form.band ? c.metal : c.leaflet);
    if (form.band) knob(x, y, 0.07, c.leaflet);
  }
}

/** A leaflet in two pieces, an open rim between them. */
function withHole(ctx, valve, form, thick, c, px) {
  const points = valve.leaflets.anterior;
  const k = Math.round(0.48 * (points.length - 1));
  const apart = form.kind === "cleft" ? 2 : 1;
  band(ctx, points.slice(0, k - apart + 1), thick, c, px, 1);
  band(ctx, points.slice(k + apart).reverse(), thick * 0.62, c, px, form.kind === "cleft" ? 0.5 : 1.3);
}

function clip(ctx, valve, c, px) {
  const [a, b] = valve.tips;
  const [x, y] = [0.5 * (a[0] + b[0]), 0.5 * (a[1] + b[1])];
  ctx.beginPath();
  ctx.rect(x - 0.19, y - 0.62, 0.38, 0.82);
  ctx.fillStyle = c.metal;
  ctx.fill();
  ctx.strokeStyle = c["leaflet-edge"];
  ctx.lineWidth = 1.3 * px;
  ctx.stroke();
}

function artificial(ctx, g, valve, form, c, px) {
  const { left, right } = g.mitral;
  const width = right[0] - left[0];
  const y = g.base;
  ctx.lineCap = "round";
  if (form.kind === "mechanical") {
    for (const side of [-1, 1]) {
      const hinge = [left[0] + (0.5 + 0.06 * side) * width, y + 0.12];
      const angle = (valve.open * 62 + 24) * (Math.PI / 180);
      const long = 0.42 * width;
      const end = [hinge[0] + side * long * Math.cos(angle) * (1 - 0.1), hinge[1] - long * Math.sin(angle) * 0.55];
      const inner = [hinge[0] - side * 0.12 * Math.cos(angle), hinge[1] + 0.5 * long * Math.sin(angle)];
      for (const [style, w] of [[c["leaflet-edge"], 0.2], [c.metal, 0.12]]) {
        ctx.beginPath();
        ctx.moveTo(...end);
        ctx.lineTo(...inner);
        ctx.strokeStyle = style;
        ctx.lineWidth = w;
        ctx.stroke();
      }
    }
  } else {
    const posts = { left: [left[0] + 0.2, y + 0.2], right: [right[0] - 0.2, y + 0.2] };
    for (const [x] of [posts.left, posts.right]) {
      ctx.beginPath();
      ctx.moveTo(x, y);
      ctx.lineTo(x, y + 1.3);
      ctx.strokeStyle = c.metal;
      ctx.lineWidth = 0.16;
      ctx.stroke();
    }
    // The cusps hang into the ventricle: those of an arterial valve, turned over.
    const turned = cusps({ left: posts.right, right: posts.left }, valve.open);
    for (const cusp of turned) band(ctx, cusp, 0.07, c, px, 0.8);
  }
  ctx.lineCap = "butt";
  for (const x of [left[0], right[0]]) {
    ctx.beginPath();
    ctx.rect(x - 0.24, y - 0.2, 0.48, 0.5);
    ctx.fillStyle = c.metal;
    ctx.fill();
    ctx.strokeStyle = c["leaflet-edge"];
    ctx.lineWidth = 1.2 * px;
    ctx.stroke();
  }
}

export function otherValves(ctx, g, z, c, px) {
  for (const leaflet of tricuspid(g, z.open.tricuspid)) band(ctx, leaflet, 0.08, c, px);
  for (const cusp of cusps(g.aortic, z.open.aortic)) band(ctx, cusp, 0.065, c, px, 0.8);
  ctx.lineCap = "butt";
}

export function pulmonaryValve(ctx, g, z, c, px) {
  for (const cusp of cusps(g.pulmonary, z.open.pulmonary)) band(ctx, cusp, 0.06, c, px, 0.8);
}

/** Chords of the tricuspid valve to the right ventricle's wall. */
export function rightChords(ctx, g, z, c, px) {
  const leaflets = tricuspid(g, z.open.tricuspid);
  const foot = g.rvFree[11];
  const across = g.rvInner[11][0] - foot[0];
  const tip = [foot[0] + 0.36 * across, foot[1] - 0.55];
  ctx.save();
  ctx.beginPath();
  trace(ctx, g.rv, { closed: true });
  ctx.clip();
  ctx.beginPath();
  ctx.moveTo(foot[0] - 0.4, foot[1] - 0.35);
  ctx.quadraticCurveTo(foot[0] + 0.2 * across, foot[1] - 0.35, tip[0], tip[1] - 0.12);
  ctx.quadraticCurveTo(tip[0] + 0.3, tip[1] + 0.1, tip[0] + 0.02, tip[1] + 0.3);
  ctx.quadraticCurveTo(foot[0] + 0.2 * across, foot[1] + 0.45, foot[0] - 0.2, foot[1] + 0.8);
  ctx.closePath();
  ctx.fillStyle = c["muscle-deep"];
  ctx.fill();
  ctx.strokeStyle = c["muscle-edge"];
  ctx.lineWidth = 1.1 * px;
  ctx.stroke();
  ctx.restore();
  ctx.strokeStyle = c.chord;
  ctx.lineWidth = 1 * px;
  for (const points of leaflets) for (const k of [10, 14]) chord(ctx, tip, points[k], 0.12);
}
