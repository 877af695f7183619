// A papillary muscle torn off in an infarction: a flood into an atrium that had no time to stretch.

import { bin, trend } from "./model.js";

const TORN = { kind: "papillary-muscle-rupture", orificeArea: 0.8, infarction: 0.15 };
const ACUTE = { name: "Papillary rupture", presentation: "acute", reflexes: true, lesions: [TORN] };
const BEFORE = { name: "Before the rupture", reflexes: true };
const NITRO = { ...ACUTE, name: "Papillary rupture, nitroprusside", treatments: [{ kind: "nitroprusside", dose: 2 }] };
const BALLOON = { ...ACUTE, name: "Papillary rupture, balloon", treatments: [{ kind: "intra-aortic-balloon", volume: 40 }] };
const WIDE = { ...ACUTE, name: "The same hole, a wide atrium", heart: { "leftAtrium.referenceArea": 110 } };

export const lesson = {
  id: "papillary",
  title: "Papillary rupture",
  about: "An emergency: the sudden flood, and the bridge to the operation",
  steps: [
    {
      title: "Within one beat", heart: ACUTE,
      text: async (model) => {
        const [before, after] = await model.beats(BEFORE, ACUTE);
        return [
          "Days after an infarction a papillary muscle tears. The leaflet that hung from it swings free.",
          `Of each stroke ${model.say(after, "RF")} now goes back. Forward go ${model.say(after, "FSV")} instead of ${model.say(before, "FSV")}.`,
        ];
      },
    },
    {
      title: "The atrium",
      text: "The left atrium is of normal size: it had no time to grow.",
      question: {
        text: "How high does its pressure rise at the end of systole (the v wave)?",
        choices: ["It stays below 20 mmHg", "20 to 35 mmHg", "Above 35 mmHg"],
        then: ACUTE,
        find: async (model) => {
          const beat = await model.beat(ACUTE);
          return {
            answer: bin(beat.findings.LAPv, [20, 35]),
            because: [
              `To ${model.say(beat, "LAPv")}, with a mean of ${model.say(beat, "LAPmean")}. Lungs that are not used to it fill with fluid at a mean of about 25 mmHg.`,
              "See the tall wave in the Wiggers diagram, and in the Doppler tab how the jet's edge falls early: the pressure difference is gone before systole is over.",
            ],
          };
        },
      },
    },
    {
      title: "If the atrium were wide", heart: ACUTE,
      text: "Now the same hole in a heart whose left atrium has been wide for years.",
      question: {
        text: "What does the v wave do?",
        choices: ["It is higher", "It is about the same", "It is lower"],
        then: WIDE,
        find: async (model) => {
          const [acute, wide] = await model.beats(ACUTE, WIDE);
          return {
            answer: trend(acute.findings.LAPv, wide.findings.LAPv),
            because: [
              `It goes ${model.fromTo(acute, wide, "LAPv")}; the regurgitant volume goes ${model.fromTo(acute, wide, "RVol")}.`,
              "A roomy atrium takes the flood at a lower pressure. This is why the same leak is an emergency today and a slow disease in another person.",
            ],
          };
        },
      },
    },
    {
      title: "An infusion", heart: ACUTE,
      text: "Nitroprusside widens the arteries at once. The pressure must not be low already.",
      question: {
        text: "What does the forward stroke volume do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: NITRO,
        find: async (model) => {
          const [before, after] = await model.beats(ACUTE, NITRO);
          return {
            answer: trend(before.findings.FSV, after.findings.FSV, 0.03),
            because: [
              `It goes ${model.fromTo(before, after, "FSV")}, the regurgitant volume ${model.fromTo(before, after, "RVol")}, the pressure in the left atrium ${model.fromTo(before, after, "LAPmean")}.`,
              `The price is the blood pressure: systolic ${model.fromTo(before, after, "SBP")}. In shock it cannot be paid.`,
            ],
          };
        },
      },
    },
    {
      title: "A balloon", heart: ACUTE,
      text: "A balloon in the aorta collapses just before each beat and fills after it.",
      question: {
        text: "What does the mean arterial pressure do, against nitroprusside?",
        choices: ["Higher with the balloon", "About the same", "Lower with the balloon"],
        then: BALLOON,
        find: async (model) => {
          const [none, nitro, balloon] = await model.beats(ACUTE, NITRO, BALLOON);
          return {
            answer: trend(nitro.findings.MAP, balloon.findings.MAP, 0.03),
            because: [
              `Mean pressure: ${model.say(none, "MAP")} without either, ${model.say(nitro, "MAP")} with nitroprusside, ${model.say(balloon, "MAP")} with the balloon.`,
              `Forward stroke volume: ${model.say(none, "FSV")}, ${model.say(nitro, "FSV")}, ${model.say(balloon, "FSV")}. Guidelines differ on the balloon; all agree that both are bridges, and that the operation is the treatment.`,
            ],
          };
        },
      },
    },
    {
      title: "What you have seen",
      text: async (model) => {
        const beat = await model.beat(ACUTE);
        return [
          `The page calls this ${beat.urgency ?? "urgent"}. The heart itself squeezes well (ejection fraction ${model.say(beat, "LVEF")}), and the murmur may be short and soft: neither may reassure.`,
          "Sudden breathlessness after a heart attack is a reason to call for help at once.",
        ];
      },
    },
  ],
};
