// The sizes of the heart through its beat, in cm: what the drawing takes from the model.
//
//   left ventricle  V = ¾·π·b²·L, a half ellipsoid as in the instruments; its section's area follows V^(2/3), and
//                   the ring comes down as the muscle shortens: L = L_ed·(1 − 0.85·(1 − λ)), λ the stretch of the
//                   fibres in the middle of the wall, ((V + w/3)/(V_ed + w/3))^(1/3), w the muscle's volume
//   wall            so thick that the muscle keeps its volume
//   atria           the roof stands, the floor is the ring; area-length rule, V = 8·A²/(3π·L)
//   right ventricle area 0.68·V^(2/3): 20 cm² at 160 mL

import { extremes, valueAt, wrap, span } from "../wave.js";

const density = 1.05;

/** The half ellipsoid's section, cm²: from a third of its length above the equator to the tip. */
const sectionOf = (radius, length) =>
  2 * radius * (length / 1.5) * (0.5 * Math.asin(0.5) + 0.25 * Math.sqrt(0.75) + Math.PI / 4);

/** What stays through the beat. */
export function measures(beat) {
  const { wave, findings = {}, geometry = {} } = beat;
  const muscle = geometry.lvWall ? geometry.lvWall + (geometry.septum ?? 0) : findings.LVMass ?
    findings.LVMass / density : 134;
  const full = extremes(wave.vLV).high;
  const length = 9.2 * (full / 141) ** 0.25;
  const ring = findings.annulusAP ?? 30;
  const least = extremes(wave.vLV).low;
  const stretch = (volume) => ((volume + muscle / 3) / (full + muscle / 3)) ** (1 / 3);
  const lengthAt = (volume) => length * (1 - 0.85 * (1 - stretch(volume)));
  const descent = length - lengthAt(least);
  const atria = {};
  for (const side of ["LA", "RA"]) {
    const most = extremes(wave[`v${side}`]).high;
    atria[side] = 5.1 * (most / 64) ** (1 / 3) - 0.85 * descent;
  }
  const radius = Math.sqrt(full / (0.75 * Math.PI * length));
  return {
    lvAreaFull: sectionOf(radius, length), muscle, full, length, lengthAt, descent, ringWidth: 0.88 * 0.1 * ring,
    ringArea: wave.annulusArea ? wave.annulusArea[extremes(wave.vLV).lowAt] : null, laRoof: atria.LA, raRoof: atria.RA,
    rvFull: extremes(wave.vRV).high, laMost: extremes(wave.vLA).high, raMost: extremes(wave.vRA).high,
  };
}

function thicknessOf(volume, length, radius, muscle) {
  const [a, cut] = [length / 1.5, length / 3];
  let t = 0.9;
  for (let i = 0; i < 12; i += 1) {
    const [oa, ob] = [a + t, radius + t];
    const height = cut - cut ** 3 / (3 * oa * oa) + (2 * oa) / 3;
    const slope = (2 * cut ** 3) / (3 * oa ** 3) + 2 / 3;
    const value = Math.PI * ob * ob * height - volume - muscle;
    t = Math.max(t - value / (Math.PI * ob * (2 * height + ob * slope)), 0.05);
  }
  return t;
}

/** The sizes at a time. */
export function sizes(beat, m, time) {
  const { wave } = beat;
  const at = (name) => valueAt(beat, wave[name], time);
  const [vLV, vLA, vRV, vRA] = [at("vLV"), at("vLA"), at("vRV"), at("vRA")].map((v) => Math.max(v, 3));
  const length = m.lengthAt(vLV);
  const radius = Math.sqrt(vLV / (0.75 * Math.PI * length));
  const descent = m.length - length;
  const laLength = m.laRoof + descent;
  const raLength = m.raRoof + 1.25 * descent;
  const lvArea = sectionOf(radius, length);
  // The ring as the model has it, against its area at end systole, where its diameter is read.
  const ring = m.ringArea ? Math.sqrt(at("annulusArea") / m.ringArea) : 0.9 + 0.1 * Math.min(lvArea / m.lvAreaFull, 1);
  return {
    ring: m.ringWidth * ring, vLV, vLA, vRV, vRA, length, radius, descent, lvArea,
    thickness: thicknessOf(vLV, length, radius, m.muscle),
    laLength, laArea: Math.sqrt((3 * Math.PI * vLA * laLength) / 8),
    raLength, raArea: Math.sqrt((3 * Math.PI * vRA * raLength) / 8),
    rvArea: 0.68 * vRV ** (2 / 3), rvThickness: 0.36 * Math.min((m.rvFull / vRV) ** 0.4, 1.7),
    pLV: at("pLV"), pLA: at("pLA"), pRV: at("pRV"), pAo: at("pAo"), pPA: at("pPA"),
    open: {
      mitral: clamp(at("mitralOpening")), aortic: clamp(at("aorticOpening")),
      tricuspid: clamp(at("tricuspidOpening")), pulmonary: clamp(at("pulmonaryOpening")),
    },
  };
}

const clamp = (x) => Math.min(Math.max(x, 0), 1);
export { clamp, wrap, span };
