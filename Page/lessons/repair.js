// Repair, replacement or clip: what each leaves behind, and what each costs.

import { bin, pick, trend } from "./model.js";

const FLAIL = { name: "Flail leaflet", reflexes: true, lesions: [{ kind: "flail-leaflet", orificeArea: 0.5 }] };
const treated = (name, treatment) => ({ ...FLAIL, name: `Flail leaflet, ${name}`, treatments: [treatment] });
const REPAIR = treated("repaired", { kind: "repair", size: 34, residual: 0 });
const SMALL_RING = treated("repaired with a small ring", { kind: "repair", size: 26, residual: 0 });
const CLIP = treated("one clip", { kind: "edge-to-edge", clips: 1 });
const CLIPS = treated("three clips", { kind: "edge-to-edge", clips: 3 });
const VALVE = treated("a tissue valve", { kind: "replacement-biological", size: 29, chordsKept: 1 });
const CUT = treated("a tissue valve, chords cut", { kind: "replacement-biological", size: 29, chordsKept: 0 });

export const lesson = {
  id: "repair",
  title: "Repair or clip",
  about: "Closing the leak, and what it costs",
  steps: [
    {
      title: "A torn leaflet", heart: FLAIL,
      text: async (model) => {
        const beat = await model.beat(FLAIL);
        return [
          `A chord has torn, and the leaflet's edge flails: ${model.say(beat, "RVol")} back in each beat, ${model.say(beat, "RF")} of the stroke. Grade: ${beat.severity.grade}.`,
          "It can be mended (leaflet and ring), replaced by a valve, or clipped through a catheter.",
        ];
      },
    },
    {
      title: "Mended",
      text: "Surgeons mend the leaflet and sew in a ring. The leak is gone from one beat to the next.",
      question: {
        text: "What does the ejection fraction do at once?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: REPAIR,
        find: async (model) => {
          const [before, after] = await model.beats(FLAIL, REPAIR);
          const answer = trend(before.findings.LVEF, after.findings.LVEF, 0.02);
          const forward = trend(before.findings.FSV, after.findings.FSV);
          return {
            answer,
            because: [
              `It ${model.goes(before, after, "LVEF", 0.02)}, while forward stroke volume ${model.goes(before, after, "FSV")} and the pressure in the left atrium ${model.goes(before, after, "LAPmean")}.`,
              answer === 2 && forward !== 2 ? "The fall is no harm: the easy way out is shut, and what is left shows the muscle's true strength."
                : "Textbooks say that it falls while more goes forward, as the easy way out is shut; this model does not show it here.",
            ],
          };
        },
      },
    },
    {
      title: "A smaller ring", heart: REPAIR,
      text: "The ring brings the leaflets together, but a valve must also open. The same repair with a ring of 26 mm instead of 34:",
      question: {
        text: "What is the mean gradient across the open valve?",
        choices: ["Below 3 mmHg", "3 to 5 mmHg", "Above 5 mmHg"],
        then: SMALL_RING,
        find: async (model) => {
          const [large, small] = await model.beats(REPAIR, SMALL_RING);
          const answer = bin(small.findings.MVmeanGradient, [3, 5]);
          return {
            answer,
            because: [
              `${model.say(small, "MVmeanGradient")}, ${model.than(small, large, "MVmeanGradient")} with the larger ring (${model.say(large, "MVmeanGradient")}); the open area ${model.goes(large, small, "MVA")}.`,
              pick(answer, ["At rest that is wide enough.", "Above 5 mmHg at rest is too narrow for most. This is below it at rest; at work, when more flows in less time, it rises.", "Above 5 mmHg at rest is too narrow for most: such a ring is too small."]),
            ],
          };
        },
      },
    },
    {
      title: "One clip", heart: FLAIL,
      text: "For a person too ill for surgery, a clip holds the leaflets together in the middle.",
      question: {
        text: "How much of the leak is left with one clip?",
        choices: ["Less than a quarter", "A quarter to a half", "More than half"],
        then: CLIP,
        find: async (model) => {
          const [before, after] = await model.beats(FLAIL, CLIP);
          const answer = bin(after.findings.RVol / before.findings.RVol, [0.25, 0.5]);
          return {
            answer,
            because: [
              `The regurgitant volume ${model.goes(before, after, "RVol")}: ${pick(answer, ["less than a quarter of it", "a quarter to a half of it", "more than half of it"])} is left.`,
              `The pressure in the left atrium ${model.goes(before, after, "LAPmean")}, the open area ${model.goes(before, after, "MVA")}.`,
            ],
          };
        },
      },
    },
    {
      title: "More clips", heart: CLIP,
      text: "Two more clips are set.",
      question: {
        text: "What is the mean gradient across the valve now?",
        choices: ["Below 3 mmHg", "3 to 5 mmHg", "Above 5 mmHg"],
        then: CLIPS,
        find: async (model) => {
          const [one, three] = await model.beats(CLIP, CLIPS);
          const answer = bin(three.findings.MVmeanGradient, [3, 5]);
          const narrower = trend(one.findings.MVmeanGradient, three.findings.MVmeanGradient) === 0;
          const tighter = trend(one.findings.RVol, three.findings.RVol) === 2;
          return {
            answer,
            because: [
              `It ${model.goes(one, three, "MVmeanGradient")}${pick(answer, [": still wide enough at rest", ": below the 5 mmHg at rest that are too narrow for most", ": above the 5 mmHg at rest that are too narrow for most"])}.`,
              `The leak ${model.goes(one, three, "RVol")}. ${narrower && tighter ? "Each clip trades leak for narrowness." : "Textbooks say that each clip trades leak for narrowness; this model does not show both here."}`,
            ],
          };
        },
      },
    },
    {
      title: "A new valve, with or without its chords", heart: VALVE,
      text: "Where mending cannot last, the valve is replaced. The chords tie the ventricle's walls to the ring, and may be kept or cut.",
      question: {
        text: "What does the ejection fraction do when the chords are cut?",
        choices: ["It is higher", "It is about the same", "It is lower"],
        then: CUT,
        find: async (model) => {
          const [kept, cut] = await model.beats(VALVE, CUT);
          const answer = trend(kept.findings.LVEF, cut.findings.LVEF, 0.02);
          return {
            answer,
            because: [
              `With none it is ${model.than(cut, kept, "LVEF", 0.02)} with all chords kept: ${model.say(cut, "LVEF")}, ${model.say(kept, "LVEF")}. Forward stroke volume ${model.goes(kept, cut, "FSV")}.`,
              answer === 2 ? "So surgeons keep the chords where they can." : "Textbooks say that it falls with the chords; this model does not show it here.",
            ],
          };
        },
      },
    },
    {
      title: "Side by side", heart: FLAIL,
      text: async (model) => {
        const hearts = await model.beats(FLAIL, REPAIR, CLIP, VALVE);
        return [
          "You see the untreated heart again. In the model, at once after each treatment:",
          ...["untreated", "repaired", "one clip", "tissue valve"].map((name, place) =>
            `${name}: leak ${model.say(hearts[place], "RVol")}, forward ${model.say(hearts[place], "FSV")}, left atrium ${model.say(hearts[place], "LAPmean")}, gradient ${model.say(hearts[place], "MVmeanGradient")}.`),
          "Repair comes first where it will last; the heart team decides with the person.",
        ];
      },
    },
  ],
};
