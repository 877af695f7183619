// A heart whose valves hold: the beat, its numbers, and what a small hole does to it.

import { pick, trend } from "./model.js";
import { withUnit } from "../app/units.js";

const WHOLE = { name: "Healthy adult", reflexes: false };
const SLOW = { ...WHOLE, heartRate: 50 };
const DRY = { ...WHOLE, loads: [{ kind: "upright" }] };
const HOLE = { ...WHOLE, name: "A small hole", lesions: [{ kind: "fixed-orifice", orificeArea: 0.2 }] };

export const lesson = {
  id: "healthy",
  title: "A healthy heart",
  about: "How one beat goes, and what the mitral valve is for",
  steps: [
    {
      title: "The beat before you", heart: WHOLE,
      text: async (model) => {
        const beat = await model.beat(WHOLE);
        return [
          "The picture is cut through the heart. The left ventricle fills from the atrium through the mitral valve, the valve shuts, and the ventricle drives the blood into the aorta.",
          `In this adult it holds ${model.say(beat, "LVEDV")} when full and ${model.say(beat, "LVESV")} when it has squeezed. It sends ${model.say(beat, "FSV")} forward, and ${model.say(beat, "closingVolume")} swing back as the mitral valve shuts: an ejection fraction of ${model.say(beat, "LVEF")}.`,
        ];
      },
    },
    {
      title: "Where the pressure goes",
      text: async (model) => {
        const beat = await model.beat(WHOLE);
        const { LVSP, LAPmean } = beat.findings;
        return [
          `Look at the Wiggers diagram. The ventricle reaches ${model.say(beat, "LVSP")}, the atrium behind the shut valve averages ${model.say(beat, "LAPmean")}.`,
          `That difference, ${withUnit(LVSP - LAPmean, "mm[Hg]", 0)}, pushes on the leaflets in every beat. It is what will drive blood backward once there is a hole.`,
        ];
      },
    },
    {
      title: "A slower heart",
      text: "The heart slows from its usual rate to 50 a minute. Nothing else is changed, and the reflexes are off.",
      question: {
        text: "What does the stroke volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: SLOW,
        find: async (model) => {
          const [before, after] = await model.beats(WHOLE, SLOW);
          const filled = trend(before.findings.LVEDV, after.findings.LVEDV);
          return {
            answer: trend(before.findings.FSV, after.findings.FSV),
            because: [
              `Forward stroke volume ${model.goes(before, after, "FSV")}.`,
              `LVEDV ${model.goes(before, after, "LVEDV")}. ${pick(filled, ["A slower heart has more time to fill.", "The heart had time enough to fill before.", "Textbooks say that a slower heart fills more; this model shows the opposite here."])}`,
              `Output, stroke times rate, ${model.goes(before, after, "CO")}.`,
            ],
          };
        },
      },
    },
    {
      title: "Standing up", heart: WHOLE,
      text: "Now the person stands. Blood sinks into the legs; the reflexes answer.",
      question: {
        text: "What does the pressure in the left atrium do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: DRY,
        find: async (model) => {
          const [before, after] = await model.beats(WHOLE, DRY);
          const answer = trend(before.findings.LAPmean, after.findings.LAPmean);
          const held = trend(before.findings.MAP, after.findings.MAP);
          const faster = trend(before.findings.HR, after.findings.HR) === 0;
          return {
            answer,
            because: [
              `It ${model.goes(before, after, "LAPmean")}${pick(answer, ["; textbooks say that it falls, as less blood comes back to the chest", "; textbooks say that it falls, as less blood comes back to the chest", ": less blood comes back to the chest"])}.`,
              `The stroke volume ${model.goes(before, after, "FSV")}.`,
              `The heart rate ${model.goes(before, after, "HR")}, the mean pressure ${model.goes(before, after, "MAP")}. ${held === 2 ? "The reflexes do not hold the pressure here." : faster ? "So the reflexes hold the pressure, with a faster heart." : "The pressure holds without a faster heart."}`,
            ],
          };
        },
      },
    },
    {
      title: "A hole of 0.2 cm²", heart: WHOLE,
      text: "A small hole appears in a mitral leaflet: 0.2 cm², the area of a square of 4.5 mm. The ventricle now has two ways out.",
      question: {
        text: "What does the ejection fraction do, which counts what leaves by either way?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: HOLE,
        find: async (model) => {
          const [before, after] = await model.beats(WHOLE, HOLE);
          const answer = trend(before.findings.LVEF, after.findings.LVEF, 0.02);
          const forward = trend(before.findings.FSV, after.findings.FSV, 0.02);
          return {
            answer,
            because: [
              `It ${model.goes(before, after, "LVEF", 0.02)}. Forward stroke volume ${model.goes(before, after, "FSV", 0.02)}.`,
              forward === 2 && answer !== 2 ? "So a good ejection fraction does not mean that much reaches the body. Remember this whenever a valve leaks."
                : "Textbooks say that less goes forward while the ejection fraction rises; this model shows it otherwise here.",
            ],
            besides: [`The hole lets ${model.say(after, "RVol")} back in each beat, ${model.say(after, "RF")} of the stroke.`],
          };
        },
      },
    },
    {
      title: "What you have seen", heart: HOLE,
      text: async (model) => {
        const beat = await model.beat(HOLE);
        const met = (beat.severity?.criteria ?? []).length;
        return [
          `The page grades this leak as ${beat.severity?.grade ?? "not graded"}; below the picture stand the ${met} criteria behind it, each with its source.`,
          "Drag the size of the hole under Explore, and watch the criteria change as you pass each limit.",
        ];
      },
    },
  ],
};
