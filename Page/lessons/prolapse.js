// Chords too long: a leak that begins in the middle of systole, and moves with the size of the ventricle.

import { bin, trend } from "./model.js";

const BASE = { name: "Prolapse", reflexes: false, lesions: [{ kind: "prolapse", orificeArea: 0.4, onset: 0.5 }] };
const FIXED = { name: "A fixed hole", reflexes: false, lesions: [{ kind: "fixed-orifice", orificeArea: 0.4 }] };
const EARLY = { name: "Prolapse from the first closure", reflexes: false, lesions: [{ kind: "prolapse", orificeArea: 0.4, onset: 0 }] };
const SMALLER = { ...BASE, name: "Prolapse, less blood", heart: { bloodVolume: 5000 } };
const TIGHT = { ...BASE, name: "Prolapse, handgrip", loads: [{ kind: "handgrip" }] };

export const lesson = {
  id: "prolapse",
  title: "Prolapse",
  about: "The same hole, open for half as long",
  steps: [
    {
      title: "A leaflet that gives way", heart: BASE,
      text: [
        "The chords of this valve are too long. At first the leaflets meet; once the ventricle has emptied in part, the chords are slack, a leaflet slips over the edge and a hole opens.",
        "Watch the picture at ¼ speed, and see in the Doppler tab when the jet begins. Listen at the apex: a click, then a late murmur.",
      ],
    },
    {
      title: "Half the time", heart: BASE,
      text: "Beside this prolapse think of a plain hole of the same largest area, 0.4 cm², open through all of systole.",
      question: {
        text: "How much does the prolapse leak, against the plain hole?",
        choices: ["Less than two thirds of it", "Two thirds to nine tenths", "About the same or more"],
        then: FIXED,
        find: async (model) => {
          const [late, fixed] = await model.beats(BASE, FIXED);
          return {
            answer: bin(late.findings.RVol / fixed.findings.RVol, [0.667, 0.9]),
            because: [
              `The prolapse lets ${model.say(late, "RVol")} back in a beat, the hole ${model.say(fixed, "RVol")}.`,
              "So a leak that is short is judged by its volume, not by its area alone.",
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
          return {
            answer: trend(late.findings.RVol, early.findings.RVol),
            because: [`It goes ${model.fromTo(late, early, "RVol")}, and the regurgitant fraction ${model.fromTo(late, early, "RF")}: more time, the same door.`],
          };
        },
      },
    },
    {
      title: "Less blood in the ventricle", heart: BASE,
      text: "The blood volume falls, as after a hot day or on standing: the ventricle is smaller, and the chords are slack earlier in the beat.",
      question: {
        text: "When does the leak begin, seen from the beginning of systole?",
        choices: ["Later, or not at all", "At about the same time", "Earlier"],
        then: SMALLER,
        find: async (model) => {
          const [before, after] = await model.beats(BASE, SMALLER);
          const [first, second] = [onset(before), onset(after)];
          return {
            answer: 2 - bin(second - first, [-0.006, 0.006]),
            because: [
              `The jet begins ${ms(first)} after ventricular activation before, ${ms(second)} now; LVEDV goes ${model.fromTo(before, after, "LVEDV")}.`,
              "That is why the click of prolapse moves towards the first sound when a person stands up, and away from it on squatting.",
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
          return {
            answer: trend(before.findings.LAPmean, after.findings.LAPmean),
            because: [
              `It goes ${model.fromTo(before, after, "LAPmean")}, while the mean arterial pressure goes ${model.fromTo(before, after, "MAP")}.`,
              `The regurgitant volume goes ${model.fromTo(before, after, "RVol")}: against a higher pressure, the way back is the easier one.`,
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
          `By area alone (${model.say(beat, "EROA")}) and by volume (${model.say(beat, "RVol")}) this leak may look like two different ones. The page grades it ${beat.severity.grade} (${beat.severity.confidence}).`,
          "Prolapse is common and mostly harmless; what counts is how much comes back, for how long, and what it does to the ventricle.",
        ];
      },
    },
  ],
};

/** When the jet first passes a tenth of its fastest, seconds after ventricular activation. */
function onset(beat) {
  const { leakArea, step, count } = beat.wave;
  const { mitralClosure, mitralOpening } = beat.moments;
  const begin = Math.max(0, Math.round((beat.activation + mitralClosure) / step));
  const end = Math.min(count, Math.round((beat.activation + mitralOpening) / step));
  let most = 0;
  for (let sample = begin; sample < end; sample += 1) most = Math.max(most, leakArea[sample]);
  for (let sample = begin; sample < end; sample += 1) {
    if (leakArea[sample] > most / 10) return sample * step - beat.activation;
  }
  return mitralOpening;
}

const ms = (seconds) => `${Math.round(1000 * seconds)} ms`;
