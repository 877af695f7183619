// A sound valve in a wide, weak ventricle: the leak follows the ventricle, and drugs reach it through the ventricle.

import { bin, pick, trend } from "./model.js";
import { number } from "../app/units.js";

// Congested: only such a heart has the pressure that these drugs ask for.
const WEAK = { kind: "ventricular-dilatation", orificeArea: 0.3, dilatation: 1.6, contractility: 0.65 };
const BASE = { name: "Wide, weak ventricle", reflexes: true, lesions: [WEAK], heart: { bloodVolume: 5700 } };
const LOADED = { ...BASE, name: "Wide, weak ventricle, handgrip", loads: [{ kind: "handgrip" }] };
const DIURETIC = { ...BASE, name: "With a diuretic", treatments: [{ kind: "diuretic", dose: 80, fluid: 1 }] };
const ARNI = { kind: "arni", dose: 200 };
const RELIEVED = { ...BASE, name: "With an ARNI", treatments: [ARNI] };
const DAYS = [0, 30, 182.625, 365.25];
const PILLARS = ["arni", "beta-blocker", "mra", "sglt2-inhibitor"];
const pillars = (model) => PILLARS.map((kind) => {
  const entry = model.app.engine.catalogue.treatments.find((one) => one.identifier === kind);
  return { kind, ...Object.fromEntries(entry.arguments.map((argument) => [argument.name, argument.standard])) };
});
const year = (model, treatments) => model.course(BASE, DAYS, treatments.map((treatment) => ({ day: 0, treatment })));

// PROVE-HF (Januzzi, JAMA 2019;322:1085): a year on an ARNI, on other drugs as well; per cent of volume, points of ejection fraction.
const TRIAL = { volume: -15, points: 9.4 };

export const lesson = {
  id: "functional",
  title: "Functional leak and drugs",
  about: "When the valve is sound and the ventricle is ill",
  steps: [
    {
      title: "Whose fault?", heart: BASE,
      text: async (model) => {
        const beat = await model.beat(BASE);
        return [
          "The leaflets are sound. The ventricle is wide and weak: its walls pull the leaflets apart, and they no longer meet.",
          `Ejection fraction ${model.say(beat, "LVEF")}, LVEDV ${model.say(beat, "LVEDV")}; the leak is ${model.say(beat, "RVol")}, ${model.say(beat, "RF")} of the stroke. The pressure in the left atrium is ${model.say(beat, "LAPmean")}.`,
        ];
      },
    },
    {
      title: "Against a higher pressure",
      text: "The blood pressure rises, as in anger or with handgrip.",
      question: {
        text: "What does the forward stroke volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: LOADED,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, LOADED);
          const answer = trend(before.findings.FSV, after.findings.FSV, 0.03);
          const share = trend(before.findings.RF, after.findings.RF, 0.03);
          return {
            answer,
            because: [
              `It ${model.goes(before, after, "FSV", 0.03)}, the regurgitant volume ${model.goes(before, after, "RVol", 0.03)}, the pressure in the left atrium ${model.goes(before, after, "LAPmean")}.`,
              `The share of the stroke that goes back ${model.goes(before, after, "RF", 0.03)}. ${answer === 2 && share === 0 ? "A weak ventricle minds afterload twice: it ejects less, and more of that goes the wrong way." : "Textbooks say that a weak ventricle minds afterload twice, that it ejects less and that more of it goes the wrong way; this model does not show both here."}`,
            ],
            besides: ["The grade of such a leak is read together with the blood pressure of the moment."],
          };
        },
      },
    },
    {
      title: "Less water", heart: BASE,
      text: "A diuretic sheds a litre of fluid.",
      question: {
        text: "What does the pressure in the left atrium do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: DIURETIC,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, DIURETIC);
          const answer = trend(before.findings.LAPmean, after.findings.LAPmean);
          return {
            answer,
            because: [
              `It ${model.goes(before, after, "LAPmean")}${pick(answer, ["; textbooks say that it falls", "; textbooks say that it falls", ", as textbooks say"])}.`,
              `LVEDV ${model.goes(before, after, "LVEDV", 0.03)}, and the hole ${model.goes(before, after, "EROA", 0.03)}.`,
              `Forward stroke volume ${model.goes(before, after, "FSV", 0.03)}.`,
            ],
          };
        },
      },
    },
    {
      title: "Less resistance", heart: BASE,
      text: "An ARNI opens vessels and sheds salt.",
      question: {
        text: "What does the regurgitant volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: RELIEVED,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, RELIEVED);
          return {
            answer: trend(before.findings.RVol, after.findings.RVol, 0.03),
            because: [
              `It ${model.goes(before, after, "RVol", 0.03)}, forward stroke volume ${model.goes(before, after, "FSV", 0.03)}.`,
              `Systolic pressure ${model.goes(before, after, "SBP", 0.03)}: ${after.findings.SBP < 100 ? "below 100 mmHg, where a physician begins with less and goes on slowly" : "enough to go on"}.`,
            ],
          };
        },
      },
    },
    {
      title: "A year on an ARNI", heart: BASE, point: async (model) => (await year(model, []))[0],
      text: "Guidelines ask for four kinds of drug together in a weak ventricle: an ARNI or its like, a beta-blocker, an MRA and an SGLT2 inhibitor. Here the ARNI alone is taken for a year.",
      question: {
        text: "After a year on it, against a year without: what is the ventricle's volume (LVEDV)?",
        choices: ["Larger", "About the same", "Smaller"],
        thenPoint: async (model) => (await year(model, [ARNI])).at(-1),
        find: async (model) => {
          const [none, one, all] = [await year(model, []), await year(model, [ARNI]), await year(model, pillars(model))];
          const [without, treated, four] = [none, one, all].map((points) => points.at(-1));
          const answer = trend(without.findings.LVEDV, treated.findings.LVEDV, 0.03);
          return { answer, because: [...ofOne(model, without, treated), ofFour(model, without, four)] };
        },
      },
    },
    {
      title: "What you have seen", heart: BASE,
      text: async (model) => {
        const beat = await model.beat(BASE);
        return [
          `The page calls this cause ${String(beat.cause?.class ?? "secondary").replace("-", " ")}, and the grade ${beat.severity.grade}. In such hearts smaller numbers may count as severe, where the stroke is small.`,
          "A leak that comes from the valve and one that comes from the ventricle may sound alike, and ask for different things.",
        ];
      },
    },
  ],
};

const change = (without, treated) => ({
  volume: 100 * (treated.findings.LVEDV / without.findings.LVEDV - 1), points: treated.findings.LVEF - without.findings.LVEF,
});

/** A signed number, as "−12" or "+5". */
const signed = (value) => (value > 0 ? "+" : "") + number(value, 0);

/** What the model says of one drug, held against its trial. */
function ofOne(model, without, treated) {
  const { volume, points } = change(without, treated);
  const against = (mine, theirs) => pick(bin(mine / theirs, [0.67, 1.5]), ["less than the trial's", "about as the trial's", "more than the trial's"]);
  const leak = trend(without.findings.RVol, treated.findings.RVol, 0.03);
  return [
    `Without it, LVEDV is ${model.say(without, "LVEDV")} and the ejection fraction ${model.say(without, "LVEF")}; with it ${model.say(treated, "LVEDV")} and ${model.say(treated, "LVEF")}: the volume is ${model.than(treated, without, "LVEDV", 0.03)} without.`,
    `That is ${signed(volume)} % of volume and ${signed(points)} points of ejection fraction. A trial (PROVE-HF, in people on other drugs too) found ${signed(TRIAL.volume)} % and ${signed(TRIAL.points)} points within a year. The model's volume answers ${against(volume, TRIAL.volume)}, its ejection fraction ${against(points, TRIAL.points)}.`,
    `The regurgitant volume is ${model.than(treated, without, "RVol", 0.03)} without (${model.say(treated, "RVol")}, ${model.say(without, "RVol")}). ${leak === 2 ? "The valve itself was never touched: the leak shrinks with the ventricle. That is why drugs come first here, and why the leak is judged again before a clip." : "Textbooks say that the leak shrinks with the ventricle; this model does not show it here."}`,
  ];
}

/** The four that guidelines ask for together, and how far to believe the model there. */
function ofFour(model, without, four) {
  const { volume, points } = change(without, four);
  const strength = volume < -20 || points > 10 ? 2 : volume < -10 || points > 5 ? 1 : 0;
  return `A year on all four at once gives ${signed(volume)} % of volume and ${signed(points)} points here. Trials of single drugs, on top of others, found some −10 to −20 % and +5 to +10 points: ${pick(strength, ["the model answers less", "the model stays within that", "the model answers more strongly than any trial has shown, as it adds the full effects of all four; do not expect a cure"])}.`;
}
