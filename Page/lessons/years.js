// The years of a chronic leak: growth that helps, growth that hurts, and when an operation still comes in time.

import { bin, trend } from "./model.js";

const LEAK = { name: "A leak of 0.57 cm²", reflexes: true, lesions: [{ kind: "fixed-orifice", orificeArea: 0.57 }] };
const HEALTHY = { name: "Healthy adult", reflexes: true };
const YEAR = 365.25;
const DAYS = [0, 30, YEAR, 3 * YEAR, 6 * YEAR, 8 * YEAR, 10 * YEAR];
const repair = (day) => [{ day, treatment: { kind: "leaflet-repair", residual: 0 } }];
const follow = (model) => model.course(LEAK, DAYS);

export const lesson = {
  id: "years",
  title: "The years of a chronic leak",
  about: "How a heart adapts, and what that costs",
  steps: [
    {
      title: "The first days", heart: LEAK,
      text: async (model) => {
        const [healthy, points] = await Promise.all([model.beat(HEALTHY), follow(model)]);
        return [
          "A hole of 0.57 cm² has opened in a healthy heart. The body answers within seconds by reflexes, within days by holding back water.",
          `The pressure in the left atrium is ${model.say(points[0], "LAPmean")} on the first day (healthy: ${model.say(healthy, "LAPmean")}), and the person is in NYHA class ${points[0].nyha ?? "unknown"}.`,
        ];
      },
    },
    {
      title: "A year later",
      text: "The leak stays as it is. Its volume load makes the ventricle and the atrium grow.",
      question: {
        text: "What is the pressure in the left atrium after a year, against the first month?",
        choices: ["Higher", "About the same", "Lower"],
        find: async (model) => {
          const points = await follow(model);
          const [month, year] = [points[1], points[2]];
          return {
            answer: trend(month.findings.LAPmean, year.findings.LAPmean),
            because: [
              `It goes ${model.fromTo(month, year, "LAPmean")} while the ventricle grows ${model.fromTo(month, year, "LVEDV")} and the atrium ${model.fromTo(month, year, "LAVmax")}.`,
              `Forward stroke volume goes ${model.fromTo(month, year, "FSV")}, and the class from NYHA ${month.nyha} to ${year.nyha}: the leak is the same, but the heart has made room for it.`,
            ],
          };
        },
      },
    },
    {
      title: "The quiet years",
      text: "For years there are few complaints. The ejection fraction counts what goes backward, too.",
      question: {
        text: "After six years: where is the ejection fraction?",
        choices: ["Below 50 %", "50 to 60 %", "Above 60 %"],
        find: async (model) => {
          const points = await follow(model);
          return {
            answer: bin(points[4].findings.LVEF, [50, 60]),
            because: [
              `At ${model.say(points[4], "LVEF")}, after ${model.say(points[2], "LVEF")} in the first year. In a heart that empties half its stroke into the atrium, 60 % is already a warning: guidelines take “60 % or less” as the sign to operate.`,
              `The end-systolic diameter is ${model.say(points[4], "LVIDs")}; 40 mm is the other sign.`,
            ],
          };
        },
      },
    },
    {
      title: "Ten years",
      text: "The walls have borne too much for too long.",
      question: {
        text: "What happens to the forward stroke volume between the third and the tenth year?",
        choices: ["It rises", "It stays about the same", "It falls"],
        find: async (model) => {
          const points = await follow(model);
          const [third, tenth] = [points[3], points[6]];
          return {
            answer: trend(third.findings.FSV, tenth.findings.FSV),
            because: [
              `It goes ${model.fromTo(third, tenth, "FSV")}; the pressure in the left atrium ${model.fromTo(third, tenth, "LAPmean")}, the ejection fraction ${model.fromTo(third, tenth, "LVEF")}.`,
              `The class goes from NYHA ${third.nyha} to ${tenth.nyha}.`,
            ],
          };
        },
      },
    },
    {
      title: "Mended in time, mended late",
      text: "One person has the leaflet mended after three years, another after ten. Both are looked at a year after the operation.",
      question: {
        text: "Whose ejection fraction is better a year later?",
        choices: ["The early one's, by 5 points or more", "There is little between them", "The late one's, by 5 points or more"],
        find: async (model) => {
          const early = await model.course(LEAK, [0, 3 * YEAR, 3 * YEAR + 5, 4 * YEAR], repair(3 * YEAR));
          const late = await model.course(LEAK, [0, 10 * YEAR, 10 * YEAR + 5, 11 * YEAR], repair(10 * YEAR));
          const [first, second] = [early.at(-1), late.at(-1)];
          return {
            answer: bin(second.findings.LVEF - first.findings.LVEF, [-5, 5]),
            because: [
              `Mended after three years: ${model.say(first, "LVEF")} a year later, LVEDV ${model.say(first, "LVEDV")}. Mended after ten: ${model.say(second, "LVEF")}, LVEDV ${model.say(second, "LVEDV")}.`,
              "The ejection fraction falls when the easy way out is shut; what is lost in muscle shows then.",
            ],
          };
        },
      },
    },
    {
      title: "What you have seen",
      text: [
        "Growth makes a large leak bearable, and hides it. Symptoms, an ejection fraction of 60 % or less, or an end-systolic diameter of 40 mm mean that the time has come.",
        "Under “The years” you can follow any heart of this page yourself, and give treatments on any day.",
      ],
    },
  ],
};
