// What Doppler hears of the model's flows: velocities over the wave, toward the probe above zero, m/s. The probe is at
// the apex, so that inflow comes toward it and what is ejected or leaks goes away from it.
//
//   inflow    the mitral flow, scaled so that its early peak is the finding E
//   outflow   the aortic flow over the outflow tract's area: diameter 5.7 mm·BSA + 12.1 mm, a flat profile (1.1)
//   vein      the flow of the pulmonary veins over 5.5 cm²; with the last centimetres' inertia (a lag of 25 ms)
//   TR        √((pRV − pRA)/4) while the tricuspid valve is shut, as even healthy valves leak enough to be heard

import { extremes, lagged, moments, span, forwardSum } from "./wave.js";

/** {values (m/s), density 0…1 (how loud), continuous, title, side} */
export function windowOf(beat, name) {
  return makers[name](beat);
}

export const windows = [
  ["mitralJet", "MR jet", "Mitral jet, continuous wave"],
  ["mitralInflow", "Inflow", "Mitral inflow, pulsed wave"],
  ["outflowTract", "LVOT", "Outflow tract, pulsed wave"],
  ["pulmonaryVein", "Pulm. vein", "Pulmonary vein, pulsed wave"],
  ["tricuspidJet", "TR jet", "Tricuspid jet, continuous wave"],
];

const signal = (count, make) => Float64Array.from({ length: count }, (_, i) => make(i));

function inflowOf(beat) {
  const { wave, findings = {} } = beat;
  const flow = signal(wave.count, (i) => (wave.mitralOpening[i] > 0.04 ? Math.max(wave.qMitral[i], 0) : 0));
  const most = extremes(flow).high;
  const area = findings.MVA ?? beat.geometry?.mitralOpenArea ?? 5.8;
  // E may be lower than A: it is the early wave, from mitral opening to the next atrial activation.
  const early = m(beat).mitralOpening !== undefined ? earlyPeak(beat, flow) : most;
  const scale = findings.E && early > 0 ? findings.E / early : 1 / (100 * area);
  return signal(wave.count, (i) => scale * flow[i]);
}
const m = (beat) => moments(beat);

function earlyPeak(beat, flow) {
  const from = Math.round(m(beat).mitralOpening / beat.wave.step);
  return extremes(flow, Math.min(from, beat.wave.count - 2), beat.wave.count).high;
}

const makers = {
  mitralJet(beat) {
    const { wave } = beat;
    const inflow = inflowOf(beat);
    const jet = signal(wave.count, (i) => (wave.leakArea[i] > 0.003 && wave.mitralOpening[i] < 0.25 ?
      Math.max(wave.jetVelocity[i], 0) : 0));
    const most = extremes(wave.leakArea).high;
    const vti = forwardSum(jet, wave.step)[wave.count];
    const peak = extremes(jet).high;
    return {
      values: signal(wave.count, (i) => (jet[i] > 0.3 ? -jet[i] : inflow[i])), continuous: true,
      // The larger the leak, the denser its signal.
      density: signal(wave.count, (i) => (jet[i] > 0.3 ? 0.3 +
        0.7 * Math.min(wave.leakArea[i] / Math.max(0.3, 0.6 * most), 1) : 0.45)),
      readings: peak > 0.5
        ? [["Vmax", beat.findings?.MRVmax ?? peak, 1, "m/s"], ["VTI", beat.findings?.MRVTI ?? 100 * vti, 0, "cm"]]
        : [["No jet", null, 0, ""]],
    };
  },
  mitralInflow(beat) {
    const f = beat.findings ?? {};
    const values = inflowOf(beat);
    return {
      values, continuous: false,
      readings: [["E", f.E ?? extremes(values).high, 2, "m/s"], ["A", f.A, 2, "m/s"], ["E/A", f.EA, 1, ""],
        ["DT", f.DT, 0, "ms"]],
    };
  },
  outflowTract(beat) {
    const { wave, findings = {} } = beat;
    const diameter = findings.LVOTd ? findings.LVOTd / 10 : 0.1 * (5.7 * (findings.BSA ?? 1.9) + 12.1);
    const scale = 1.1 / (100 * 0.25 * Math.PI * diameter * diameter);
    const values = signal(wave.count, (i) => -scale * wave.qAortic[i]);
    const vti = 100 * forwardSum(values.map((v) => -v), wave.step)[wave.count];
    return { values, continuous: false, readings: [["Vmax", -extremes(values).low, 2, "m/s"],
      ["VTI", vti / Math.max(beat.beats?.length ?? 1, 1), 0, "cm"]] };
  },
  pulmonaryVein(beat) {
    const { wave } = beat;
    const slow = lagged(wave.qPulmonaryVein, wave.step, 0.025);
    const values = signal(wave.count, (i) => slow[i] / 550);
    const at = m(beat);
    const find = (from, to, high) => {
      if (from === undefined || to === undefined || to <= from) return undefined;
      const e = extremes(values, Math.floor(from / wave.step), Math.ceil(to / wave.step));
      return high ? e.high : e.low;
    };
    const [s, d] = [find(beat.activation + 0.05, at.mitralOpening, true), find(at.mitralOpening, span(beat), true)];
    const back = find(beat.activation + 0.08, at.mitralOpening, false);
    const reversed = back !== undefined && back < -0.08;
    return {
      values, continuous: false,
      readings: [["S", s, 2, "m/s"], ["D", d, 2, "m/s"], reversed ?
        ["systolic reversal", back, 2, "m/s"] : ["S/D", s && d ? s / d : undefined, 1, ""]],
    };
  },
  tricuspidJet(beat) {
    const { wave, findings = {} } = beat;
    const values = signal(wave.count, (i) => {
      const drop = wave.pRV[i] - wave.pRA[i];
      return drop > 1 && wave.tricuspidOpening[i] < 0.25 ? -Math.sqrt(drop / 4) : 0;
    });
    const peak = findings.TRVmax ?? -extremes(values).low;
    return { values, continuous: true, density: signal(wave.count, (i) => (values[i] < 0 ? 0.5 : 0)),
      readings: [["Vmax", peak, 1, "m/s"], ["4v²", 4 * peak * peak, 0, "mmHg"]] };
  },
};
