// Repair, replacement or clip: what each leaves behind, and what each costs.

import { bin, trend } from "./model.js";

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
          return {
            answer: trend(before.findings.LVEF, after.findings.LVEF, 0.02),
            because: [
              `It goes ${model.fromTo(before, after, "LVEF")}, while forward stroke volume goes ${model.fromTo(before, after, "FSV")} and the pressure in the left atrium ${model.fromTo(before, after, "LAPmean")}.`,
              "The fall is no harm: the easy way out is shut, and what is left shows the muscle's true strength.",
            ],
          };
        },
      },
    },
    {
      title: "A ring too small", heart: FLAIL,
      text: "The ring brings the leaflets together, but a valve must also open. The same repair with a ring of 26 mm instead of 34:",
      question: {
        text: "What is the mean gradient across the open valve?",
        choices: ["Below 3 mmHg", "3 to 5 mmHg", "Above 5 mmHg"],
        then: SMALL_RING,
        find: async (model) => {
          const [large, small] = await model.beats(REPAIR, SMALL_RING);
          return {
            answer: bin(small.findings.MVmeanGradient, [3, 5]),
            because: [`${model.say(small, "MVmeanGradient")}, against ${model.say(large, "MVmeanGradient")} with the larger ring; the open area goes ${model.fromTo(large, small, "MVA")}. Above 5 mmHg is too narrow for most.`],
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
          return {
            answer: bin(after.findings.RVol / before.findings.RVol, [0.25, 0.5]),
            because: [`The regurgitant volume goes ${model.fromTo(before, after, "RVol")}; the pressure in the left atrium ${model.fromTo(before, after, "LAPmean")}, the open area ${model.fromTo(before, after, "MVA")}.`],
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
          return {
            answer: bin(three.findings.MVmeanGradient, [3, 5]),
            because: [`It goes ${model.fromTo(one, three, "MVmeanGradient")}, the leak ${model.fromTo(one, three, "RVol")}. Each clip trades leak for narrowness.`],
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
          return {
            answer: trend(kept.findings.LVEF, cut.findings.LVEF, 0.02),
            because: [`${model.say(kept, "LVEF")} with all chords kept, ${model.say(cut, "LVEF")} with none: forward stroke volume ${model.fromTo(kept, cut, "FSV")}.`],
          };
        },
      },
    },
    {
      title: "Side by side",
      text: async (model) => {
        const hearts = await model.beats(FLAIL, REPAIR, CLIP, VALVE);
        return [
          ...["untreated", "repaired", "one clip", "tissue valve"].map((name, place) =>
            `${name}: leak ${model.say(hearts[place], "RVol")}, forward ${model.say(hearts[place], "FSV")}, left atrium ${model.say(hearts[place], "LAPmean")}, gradient ${model.say(hearts[place], "MVmeanGradient")}.`),
          "Repair comes first where it will last; the heart team decides with the person.",
        ];
      },
    },
  ],
};
