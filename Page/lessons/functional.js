// A sound valve in a wide, weak ventricle: the leak follows the ventricle, and drugs reach it through the ventricle.

import { trend } from "./model.js";

const WEAK = { kind: "ventricular-dilatation", orificeArea: 0.25, dilatation: 1.6, contractility: 0.6 };
const BASE = { name: "Wide, weak ventricle", reflexes: true, lesions: [WEAK] };
const LOADED = { ...BASE, name: "Wide, weak ventricle, high resistance", loads: [{ kind: "handgrip" }] };
const DIURETIC = { ...BASE, name: "With a diuretic", treatments: [{ kind: "diuretic", dose: 80, fluid: 1 }] };
const ARNI = { ...BASE, name: "With an ARNI", treatments: [{ kind: "arni", dose: 400 }] };
const DAYS = [0, 30, 182.625, 365.25];
const PILLARS = ["arni", "beta-blocker", "mra", "sglt2-inhibitor"];
const pillars = (model) => PILLARS.map((kind) => {
  const entry = model.app.engine.catalogue.treatments.find((one) => one.identifier === kind);
  return { kind, ...Object.fromEntries(entry.arguments.map((argument) => [argument.name, argument.standard])) };
});

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
          `Ejection fraction ${model.say(beat, "LVEF")}, LVEDV ${model.say(beat, "LVEDV")}; the leak is ${model.say(beat, "RVol")}, ${model.say(beat, "RF")} of the stroke.`,
          "Look at the jet's edge in the Doppler tab: the hole is widest early and late, when the pressure that shuts the valve is low.",
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
          return {
            answer: trend(before.findings.FSV, after.findings.FSV, 0.03),
            because: [
              `It goes ${model.fromTo(before, after, "FSV")}, the regurgitant volume ${model.fromTo(before, after, "RVol")}, the pressure in the left atrium ${model.fromTo(before, after, "LAPmean")}.`,
              "A weak ventricle minds afterload twice: it ejects less, and more of that goes the wrong way. So the grade of such a leak must be read with the blood pressure of the moment.",
            ],
          };
        },
      },
    },
    {
      title: "Less water", heart: BASE,
      text: "A diuretic sheds a litre of fluid. The ventricle is a little smaller.",
      question: {
        text: "What does the pressure in the left atrium do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: DIURETIC,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, DIURETIC);
          return {
            answer: trend(before.findings.LAPmean, after.findings.LAPmean),
            because: [`It goes ${model.fromTo(before, after, "LAPmean")}, LVEDV ${model.fromTo(before, after, "LVEDV")}, the hole ${model.fromTo(before, after, "EROA")}. Forward stroke volume goes ${model.fromTo(before, after, "FSV")}.`],
          };
        },
      },
    },
    {
      title: "Less resistance", heart: BASE,
      text: "An ARNI opens vessels. The systolic pressure falls.",
      question: {
        text: "What does the regurgitant volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: ARNI,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, ARNI);
          return {
            answer: trend(before.findings.RVol, after.findings.RVol, 0.03),
            because: [`It goes ${model.fromTo(before, after, "RVol")}, forward stroke volume ${model.fromTo(before, after, "FSV")}, systolic pressure ${model.fromTo(before, after, "SBP")}.`],
          };
        },
      },
    },
    {
      title: "A year on all four", heart: BASE,
      text: "Guidelines ask for four kinds of drug together in a weak ventricle: an ARNI or its like, a beta-blocker, an MRA and an SGLT2 inhibitor.",
      question: {
        text: "After a year on all four, against a year on none: what is the ventricle's volume (LVEDV)?",
        choices: ["Larger", "About the same", "Smaller"],
        find: async (model) => {
          const none = await model.course(BASE, DAYS);
          const all = await model.course(BASE, DAYS, pillars(model).map((treatment) => ({ day: 0, treatment })));
          const [without, treated] = [none.at(-1), all.at(-1)];
          return {
            answer: trend(without.findings.LVEDV, treated.findings.LVEDV, 0.03),
            because: [
              `${model.say(treated, "LVEDV")} on all four, ${model.say(without, "LVEDV")} on none; ejection fraction ${model.say(treated, "LVEF")} against ${model.say(without, "LVEF")}, regurgitant volume ${model.say(treated, "RVol")} against ${model.say(without, "RVol")}.`,
              "The valve itself was never touched: the leak shrinks with the ventricle. That is why drugs come first here, and why the leak is judged again before a clip.",
            ],
          };
        },
      },
    },
    {
      title: "What you have seen",
      text: async (model) => {
        const beat = await model.beat(BASE);
        return [
          `The page calls this cause ${String(beat.cause?.class ?? "secondary").replace("-", " ")}, and the grade ${beat.severity.grade}. In such hearts smaller numbers count as severe: the ventricle is weak and the stroke small.`,
          "A leak that comes from the valve and one that comes from the ventricle may sound alike, and ask for different things.",
        ];
      },
    },
  ],
};
