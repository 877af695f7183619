// The years of a chronic leak: growth that helps, growth that hurts, and when an operation still comes in time.

import { bin, pick, trend } from "./model.js";
import { number } from "../app/units.js";

const LEAK = { name: "A leak of 0.57 cm²", reflexes: true, lesions: [{ kind: "fixed-orifice", orificeArea: 0.57 }] };
const HEALTHY = { name: "Healthy adult", reflexes: true };
const YEAR = 365.25;
const DAYS = [0, 30, YEAR, 3 * YEAR, 6 * YEAR, 8 * YEAR, 10 * YEAR];
const CLASSES = ["I", "II", "III", "IV"];
const follow = (model) => model.course(LEAK, DAYS);
const day = (place) => async (model) => (await follow(model))[place];
const mended = (model, years) => model.course(LEAK, [0, years * YEAR, years * YEAR + 5, (years + 1) * YEAR],
  [{ day: years * YEAR, treatment: { kind: "leaflet-repair", residual: 0 } }]);

/** Which of three a change of class is: 0 worse, 1 the same, 2 better. */
const classes = (before, after) => 1 - Math.sign(CLASSES.indexOf(after.nyha) - CLASSES.indexOf(before.nyha));
const fromClass = (before, after) => pick(classes(before, after), [
  `worsens from NYHA ${before.nyha} to ${after.nyha}`, `stays NYHA ${after.nyha}`, `improves from NYHA ${before.nyha} to ${after.nyha}`]);

export const lesson = {
  id: "years",
  title: "The years of a chronic leak",
  about: "How a heart adapts, and what that costs",
  steps: [
    {
      title: "The first days", heart: LEAK, point: day(0),
      text: async (model) => {
        const [healthy, points] = await Promise.all([model.beat(HEALTHY), follow(model)]);
        return [
          "A hole of 0.57 cm² has opened in a healthy heart. The body answers within seconds by reflexes, within days by holding back water.",
          `The pressure in the left atrium is ${model.say(points[0], "LAPmean")} on the first day, ${model.than(points[0], healthy, "LAPmean")} in a healthy heart (${model.say(healthy, "LAPmean")}), and an exercise test in the model finds NYHA class ${points[0].nyha ?? "unknown"}.`,
        ];
      },
    },
    {
      title: "A year later", point: day(1),
      text: "The hole stays as it is, and what comes back loads the ventricle and the atrium in every beat. The picture shows the first month, and with the answer the year.",
      question: {
        text: "What is the pressure in the left atrium after a year, against the first month?",
        choices: ["Higher", "About the same", "Lower"],
        thenPoint: day(2),
        find: async (model) => {
          const points = await follow(model);
          const [month, year] = [points[1], points[2]];
          const answer = trend(month.findings.LAPmean, year.findings.LAPmean);
          return {
            answer,
            because: [
              `It ${model.goes(month, year, "LAPmean")}, while the ventricle's volume ${model.goes(month, year, "LVEDV")} and the atrium's ${model.goes(month, year, "LAVmax")}.`,
              `Forward stroke volume ${model.goes(month, year, "FSV")}; the class ${fromClass(month, year)}.`,
              answer === 2 && year.findings.LAVmax > month.findings.LAVmax ? "The hole is the same, but the heart has made room for what comes back."
                : "Textbooks say that growth makes room, and that the pressure falls; this model does not show it here.",
            ],
          };
        },
      },
    },
    {
      title: "The quiet years", point: day(2),
      text: async (model) => {
        const points = await follow(model);
        return [`From the first to the sixth year the class ${fromClass(points[2], points[4])}. The ejection fraction counts what goes backward, too. The picture shows the first year, and with the answer the sixth.`];
      },
      question: {
        text: "After six years: where is the ejection fraction?",
        choices: ["Below 50 %", "50 to 60 %", "Above 60 %"],
        thenPoint: day(4),
        find: async (model) => {
          const [, , first, , sixth] = await follow(model);
          const answer = bin(sixth.findings.LVEF, [50, 60]);
          const wide = sixth.findings.LVIDs >= 40;
          return {
            answer,
            because: [
              `From the first year to the sixth it ${model.goes(first, sixth, "LVEF", 0.02)}. ${pick(answer, ["That is a weak heart, and late for an operation.", "Though it would be good in other hearts, it is a warning here.", "Guidelines take “60 % or less” as a sign to operate: it has not come to that."])}`,
              `The end-systolic diameter is ${model.say(sixth, "LVIDs")}; 40 mm or more is the other sign, and it is ${wide ? "there" : "not there yet"}.`,
            ],
            besides: [`In this heart ${model.say(sixth, "RF")} of each stroke go into the atrium: that is why the limit is 60 % and not 50 %.`],
          };
        },
      },
    },
    {
      title: "Ten years", point: day(3),
      text: "The leak goes on, and nothing is done about it. The picture shows the third year, and with the answer the tenth.",
      question: {
        text: "What happens to the forward stroke volume between the third and the tenth year?",
        choices: ["It rises", "It stays about the same", "It falls"],
        thenPoint: day(6),
        find: async (model) => {
          const points = await follow(model);
          const [third, tenth] = [points[3], points[6]];
          const answer = trend(third.findings.FSV, tenth.findings.FSV);
          const weaker = trend(third.findings.LVEF, tenth.findings.LVEF, 0.02) === 2;
          return {
            answer,
            because: [
              `It ${model.goes(third, tenth, "FSV")}; the pressure in the left atrium ${model.goes(third, tenth, "LAPmean")}, the ejection fraction ${model.goes(third, tenth, "LVEF", 0.02)}.`,
              answer === 2 && weaker ? "The walls have borne too much for too long: the muscle weakens, and growth does not make up for it any more."
                : "Textbooks say that the muscle weakens in the end, and that less goes forward; this model does not show it all within these years.",
              `The class ${fromClass(third, tenth)}. ${classes(third, tenth) === 0 ? "What was quiet has become an illness." : `Textbooks expect complaints by now; this model's exercise test reaches ${number(tenth.capacity, 1)} METs and finds no worse class. Do not wait for complaints.`}`,
            ],
          };
        },
      },
    },
    {
      title: "Mended in time, mended late", point: day(6),
      text: "One person has the leaflet mended after three years, another after ten. Both are looked at a year after the operation. The picture shows the second one before the operation, and with the answer a year after it.",
      question: {
        text: "Whose ejection fraction is better a year later?",
        choices: ["The early one's, by 5 points or more", "There is little between them", "The late one's, by 5 points or more"],
        thenPoint: async (model) => (await mended(model, 10)).at(-1),
        find: async (model) => {
          const [early, late] = [await mended(model, 3), await mended(model, 10)];
          const [first, second, before] = [early.at(-1), late.at(-1), (await follow(model)).at(-1)];
          const answer = bin(second.findings.LVEF - first.findings.LVEF, [-5, 5]);
          const lost = trend(before.findings.LVEF, second.findings.LVEF, 0.02) === 2;
          return {
            answer,
            because: [
              `A year after the operation it is ${model.say(first, "LVEF")} in the early one, with an LVEDV of ${model.say(first, "LVEDV")}, and ${model.say(second, "LVEF")} in the late one, with ${model.say(second, "LVEDV")}. ${pick(answer, ["The late one keeps a loss of muscle.", "Textbooks say that the late one stays weaker; this model shows little of it here.", "Textbooks say the opposite: that the late one stays weaker."])}`,
              `In the late one the ejection fraction ${model.goes(before, second, "LVEF", 0.02)} over the operation and the year after it. ${lost ? "The easy way out is shut, and what was lost in muscle shows." : "Textbooks say that it falls when the easy way out is shut."}`,
            ],
          };
        },
      },
    },
    {
      title: "What you have seen", point: day(6),
      text: [
        "Growth makes a large leak bearable, and hides it. Symptoms, an ejection fraction of 60 % or less, or an end-systolic diameter of 40 mm mean that the time has come.",
        "You see the heart that was never mended, after ten years. Under “Years” you can follow any heart of this page yourself, and give treatments on any day.",
      ],
    },
  ],
};
