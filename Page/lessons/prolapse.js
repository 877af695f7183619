// Chords too long: a leak that begins in the middle of systole, and moves with the size of the ventricle.

import { bin, pick, trend } from "./model.js";

const BASE = { name: "Prolapse", reflexes: true, lesions: [{ kind: "prolapse", orificeArea: 0.4 }] };
const FIXED = { name: "A fixed hole", reflexes: true, lesions: [{ kind: "fixed-orifice", orificeArea: 0.4 }] };
const EARLY = { name: "Prolapse from the first closure", reflexes: true, lesions: [{ kind: "prolapse", orificeArea: 0.4, onset: 0 }] };
const STANDING = { ...BASE, name: "Prolapse, standing", loads: [{ kind: "upright" }] };
const TIGHT = { ...BASE, name: "Prolapse, handgrip", loads: [{ kind: "handgrip" }] };
const SAME = 0.01; // s

export const lesson = {
  id: "prolapse",
  title: "Prolapse",
  about: "The same hole, open for a part of systole",
  steps: [
    {
      title: "A leaflet that gives way", heart: BASE,
      text: async (model) => {
        const { late, lasts } = leak(await model.beat(BASE));
        return [
          "The chords of this valve are too long. At first the leaflets meet; once the ventricle has emptied in part, the chords are slack, a leaflet slips over the edge and a hole opens.",
          `Watch the picture at ¼ speed, and see in the Doppler tab when the jet begins: here ${ms(late)} after the valve has shut, for ${ms(lasts)}. Listen at the apex: a click, then a late murmur.`,
        ];
      },
    },
    {
      title: "A part of systole", heart: BASE,
      text: "Beside this prolapse think of a plain hole of the same largest area, 0.4 cm², open through all of systole.",
      question: {
        text: "How much does the prolapse leak, against the plain hole?",
        choices: ["Less than two thirds of it", "Two thirds to nine tenths", "About the same or more"],
        then: FIXED,
        find: async (model) => {
          const [late, fixed] = await model.beats(BASE, FIXED);
          const answer = bin(late.findings.RVol / fixed.findings.RVol, [0.667, 0.9]);
          return {
            answer,
            because: [
              `The prolapse lets ${model.say(late, "RVol")} back in a beat, the hole ${model.say(fixed, "RVol")}: ${pick(answer, ["less than two thirds of it", "somewhat less", "no less, or nearly as much"])}.`,
              pick(answer, ["So a leak that is short is judged by its volume, not by its area alone.", "So a leak that is short is judged by its volume as well as by its area.", "Textbooks say that a short leak lets back less than its area suggests; this model shows little of it here."]),
            ],
          };
        },
      },
    },
    {
      title: "From the first closure", heart: BASE,
      text: "In time more chords stretch or break, and the leaflet gives way from the beginning of systole. The largest area stays 0.4 cm².",
      question: {
        text: "What does the regurgitant volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: EARLY,
        find: async (model) => {
          const [late, early] = await model.beats(BASE, EARLY);
          const answer = trend(late.findings.RVol, early.findings.RVol);
          return {
            answer,
            because: [
              `It ${model.goes(late, early, "RVol")}${pick(answer, [": more time, the same door", ", though the door is open for longer", ", though textbooks say that a longer leak lets back more"])}.`,
              `The regurgitant fraction ${model.goes(late, early, "RF")}.`,
            ],
          };
        },
      },
    },
    {
      title: "Standing up", heart: BASE,
      text: "The person stands up. Blood sinks into the legs, and less of it comes back to the heart.",
      question: {
        text: "When does the leak begin, seen from the moment when the valve shuts?",
        choices: ["Later, or not at all", "At about the same time", "Earlier"],
        then: STANDING,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, STANDING);
          const [first, second] = [leak(before).late, leak(after).late];
          const answer = 2 - bin(second - first, [-SAME, SAME]);
          const smaller = trend(before.findings.LVEDV, after.findings.LVEDV) === 2;
          return {
            answer,
            because: [
              `The jet begins ${ms(second)} after the valve has shut, ${ms(first)} before: ${pick(answer, ["later", "about the same", "earlier"])}.`,
              `LVEDV ${model.goes(before, after, "LVEDV")}. ${smaller && answer === 2 ? "A smaller ventricle slackens the chords earlier in the beat. That is why the click of prolapse moves towards the first sound when a person stands up."
                : "Textbooks say that a smaller ventricle slackens the chords earlier, and that the click moves towards the first sound when a person stands up; this model does not show it here."}`,
            ],
          };
        },
      },
    },
    {
      title: "A clenched fist", heart: BASE,
      text: "Handgrip for three minutes raises the pressure in the arteries: afterload.",
      question: {
        text: "What does the pressure in the left atrium do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: TIGHT,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, TIGHT);
          const leaked = trend(before.findings.RVol, after.findings.RVol);
          const [was, is] = [leak(before).lasts, leak(after).lasts];
          const larger = trend(before.findings.LVESV, after.findings.LVESV) === 0;
          return {
            answer: trend(before.findings.LAPmean, after.findings.LAPmean),
            because: [
              `It ${model.goes(before, after, "LAPmean")}, while the mean arterial pressure ${model.goes(before, after, "MAP")}.`,
              `The regurgitant volume ${model.goes(before, after, "RVol")}, and what the ventricle holds when it has squeezed ${model.goes(before, after, "LVESV")}.`,
              leaked === 0 ? "Against a higher pressure the way back is the easier one."
                : larger ? `A higher pressure drives more through a hole that stays as it is. But a ventricle that empties less keeps the chords tight for longer: the hole's mean area ${model.goes(before, after, "EROA")}, and it is open for ${ms(is)} in each beat, ${ms(was)} before.`
                  : "Textbooks say that a higher pressure drives more back; this model does not show it here.",
            ],
          };
        },
      },
    },
    {
      title: "What you have seen", heart: BASE,
      text: async (model) => {
        const beat = await model.beat(BASE);
        return [
          `By area alone (${model.say(beat, "EROA")}) and by volume (${model.say(beat, "RVol")}) such a leak may look like two different ones. The page grades this one ${beat.severity.grade} (${beat.severity.confidence}).`,
          "Prolapse is common and mostly harmless; what counts is how much comes back, for how long, and what it does to the ventricle.",
        ];
      },
    },
  ],
};

/** How late after the valve's closure the hole first passes a tenth of its largest area, and how long it lasts; seconds. */
function leak(beat) {
  const { leakArea, step, count } = beat.wave;
  const { mitralClosure, mitralOpening } = beat.moments;
  const begin = Math.max(0, Math.round((beat.activation + mitralClosure) / step));
  const end = Math.min(count, Math.round((beat.activation + mitralOpening) / step));
  const open = leakArea.slice(begin, end);
  const most = open.reduce((a, b) => Math.max(a, b), 0);
  const first = open.findIndex((area) => area > most / 10);
  return first < 0 ? { late: mitralOpening - mitralClosure, lasts: 0 } : { late: first * step, lasts: (open.length - first) * step };
}

const ms = (seconds) => `${Math.round(1000 * seconds)} ms`;
