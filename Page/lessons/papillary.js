// A papillary muscle torn off in an infarction: a flood into an atrium that had no time to stretch.

import { bin, pick, trend } from "./model.js";
import { number } from "../app/units.js";

const tear = (orificeArea, infarction) => ({ presentation: "acute", reflexes: true, lesions: [{ kind: "papillary-muscle-rupture", orificeArea, infarction }] });
const ACUTE = { name: "Papillary rupture", ...tear(0.8, 0.15) };
const BEFORE = { name: "Before the rupture", reflexes: true };
const WIDE = { ...ACUTE, name: "The same hole, a wide atrium", heart: { "leftAtrium.referenceArea": 110 } };
// A heart whose pressure suffices for a vasodilator, before it and on a dose that stops at 100 mmHg.
const PART = { name: "Rupture of one head", ...tear(0.55, 0.1) };
const NITRO = { ...PART, name: "Rupture of one head, nitroprusside", treatments: [{ kind: "nitroprusside", dose: 0.2 }] };
const BALLOON = { ...PART, name: "Rupture of one head, balloon", treatments: [{ kind: "intra-aortic-balloon", volume: 40 }] };

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
          `Of each stroke ${model.say(after, "RF")} now goes back. Forward stroke volume ${model.goes(before, after, "FSV")}.`,
          after.findings.HR >= 100 ? `The heart races: its rate ${model.goes(before, after, "HR")}.`
            : `In people the heart then races, mostly above 100 a minute. This model's reflexes answer less: the rate ${model.goes(before, after, "HR")}.`,
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
          const answer = bin(beat.findings.LAPv, [20, 35]);
          const { most, last } = jet(beat);
          return {
            answer,
            because: [
              `To ${model.say(beat, "LAPv")}${pick(answer, [": less than textbooks expect of such a flood", ": a clear wave in the Wiggers diagram", ": see the tall wave in the Wiggers diagram"])}.`,
              `The mean is ${model.say(beat, "LAPmean")}, ${beat.findings.LAPmean < 25 ? "below" : "not below"} the 25 mmHg or so at which lungs that are not used to it fill with fluid.`,
              last < most / 2 ? `In the Doppler tab the jet's edge falls early, from ${speed(most)} to ${speed(last)} when the aortic valve shuts: most of the pressure difference is gone before systole is over.`
                : `Textbooks describe a jet whose edge falls early, because the atrium's pressure meets the ventricle's. In this heart it does so only in part: ${speed(most)} at its fastest, and still ${speed(last)} when the aortic valve shuts.`,
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
          const answer = trend(acute.findings.LAPv, wide.findings.LAPv);
          return {
            answer,
            because: [
              `It ${model.goes(acute, wide, "LAPv")}; the regurgitant volume ${model.goes(acute, wide, "RVol")}.`,
              answer === 2 ? "A roomy atrium takes the flood at a lower pressure. This is why the same leak is an emergency today and a slow disease in another person."
                : "Textbooks say that a roomy atrium takes the flood at a lower pressure; this model does not show it here.",
            ],
          };
        },
      },
    },
    {
      title: "An infusion", heart: PART,
      text: async (model) => {
        const [whole, part] = await model.beats(ACUTE, PART);
        const enough = (beat) => beat.findings.SBP >= 100;
        return [
          "Nitroprusside widens the arteries at once, and its price is blood pressure. As a bridge to the operation it asks for a systolic pressure of 100 mmHg or more, and no shock; below that it is not given on its own.",
          `In the heart you have seen the systolic pressure is ${model.say(whole, "SBP")}: ${enough(whole) ? "enough for it" : "too low for it"}. Here only one head of the muscle has torn, a hole of 0.55 cm²; the pressure is ${model.say(part, "SBP")}: ${enough(part) ? "enough for a small dose" : "too low for it as well, so what follows is no example to follow"}.`,
        ];
      },
      question: {
        text: "What does the pressure in the left atrium do?",
        choices: ["It rises", "It stays about the same", "It falls"],
        then: NITRO,
        find: async (model) => {
          const [before, after] = await model.beats(PART, NITRO);
          const forward = trend(before.findings.FSV, after.findings.FSV, 0.03);
          const pressure = after.findings.SBP;
          return {
            answer: trend(before.findings.LAPmean, after.findings.LAPmean),
            because: [
              `It ${model.goes(before, after, "LAPmean")}, its v wave ${model.goes(before, after, "LAPv")}; the regurgitant volume ${model.goes(before, after, "RVol", 0.03)}.`,
              `Forward stroke volume ${model.goes(before, after, "FSV", 0.03)}${pick(forward, [", as textbooks say", "; textbooks say that it rises", "; textbooks say that it rises"])}.`,
              `Systolic pressure ${model.goes(before, after, "SBP", 0.01)}: ${pressure < 90 ? "too low, and the dose must come down" : pressure < 100 ? "as low as the infusion may bring it" : "as far as this small dose brings it; no further than 90 to 100 is allowed"}.`,
            ],
          };
        },
      },
    },
    {
      title: "A balloon", heart: PART,
      text: "In the same heart, instead of the infusion, a balloon in the aorta collapses just before each beat and fills after it.",
      question: {
        text: "What is the mean arterial pressure, against nitroprusside?",
        choices: ["Higher with the balloon", "About the same", "Lower with the balloon"],
        then: BALLOON,
        find: async (model) => {
          const [none, nitro, balloon] = await model.beats(PART, NITRO, BALLOON);
          const listed = (id) => `${model.say(none, id)} without either, ${model.say(nitro, id)} with nitroprusside, ${model.say(balloon, id)} with the balloon`;
          return {
            answer: trend(nitro.findings.MAP, balloon.findings.MAP, 0.03),
            because: [
              `With the balloon it is ${model.than(balloon, nitro, "MAP", 0.03)} with nitroprusside: ${listed("MAP")}.`,
              `Forward stroke volume is ${model.than(balloon, nitro, "FSV", 0.02)} with nitroprusside: ${listed("FSV")}.`,
            ],
            besides: ["Guidelines differ on the balloon; all agree that both are bridges, and that the operation is the treatment."],
          };
        },
      },
    },
    {
      title: "What you have seen", heart: ACUTE,
      text: async (model) => {
        const beat = await model.beat(ACUTE);
        const good = beat.findings.LVEF >= 50;
        return [
          `The rupture of the whole muscle again. How urgent the page judges it: ${beat.urgency ?? "unknown"}. Its ejection fraction is ${model.say(beat, "LVEF")}${good ? ", as of a strong heart, and the murmur may be short and soft: neither may reassure." : ". The murmur may be short and soft: that may not reassure."}`,
          "Sudden breathlessness after a heart attack is a reason to call for help at once.",
        ];
      },
    },
  ],
};

/** The jet's highest speed, and its speed when the aortic valve shuts, m/s. */
function jet({ wave, moments, activation }) {
  const most = wave.jetVelocity.reduce((a, b) => Math.max(a, b), 0);
  return { most, last: wave.jetVelocity[Math.min(wave.count - 1, Math.round((activation + moments.aorticClosure) / wave.step))] };
}

const speed = (value) => `${number(value, 1)} m/s`;
