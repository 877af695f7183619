// The judgement in one line, and what is told to those who listen to the page.

import { capital, fill, h, words } from "./dom.js";
import { number, unitShown } from "./units.js";

const ROMAN = { 1: "I", 2: "II", 3: "III", 4: "IV" };

/** "Severe" as it stands in front of a noun. */
export function gradeWords(severity) {
  if (!severity?.grade) return "Not graded";
  const grade = words(severity.grade);
  if (grade === "none") return "No mitral regurgitation";
  const sure = severity.confidence && severity.confidence !== "definite" ? `${words(severity.confidence)}: ` : "";
  return capital(`${sure}${grade} mitral regurgitation`);
}

/** The parts of the verdict: grade, mechanism, stage, class, urgency. */
export function verdictParts(beat, mechanism) {
  const treated = beat.treatedValve ? capital(beat.treatedValve) : null;
  const parts = [treated && !beat.severity?.grade ? treated : gradeWords(beat.severity)];
  if (beat.severity?.grade === "none") return parts;
  const type = beat.cause?.carpentier;
  const cause = beat.cause?.class ? words(beat.cause.class).replace(/^secondary (\w+)$/, "secondary ($1)") : null;
  const named = mechanism ?? (beat.cause?.mechanism ? words(beat.cause.mechanism) : null);
  if (treated) parts.push(beat.severity?.grade ? beat.treatedValve : "its leak is not graded by the limits of native valves");
  else if (named) parts.push(`${named}${type ? `, Carpentier ${type}` : ""}${cause ? `, ${cause}` : ""}`);
  if (beat.stage) parts.push(`stage ${beat.stage}`);
  if (beat.nyha) parts.push(`NYHA ${ROMAN[beat.nyha] ?? beat.nyha}${beat.predicted && !beat.isSaid ? " (predicted)" : ""}`);
  if (beat.urgency) parts.push(`${words(beat.urgency)}`);
  return parts;
}

/** Shows the verdict. */
export function showVerdict(element, beat, mechanism, remark = null) {
  const [grade, ...rest] = verdictParts(beat, mechanism);
  fill(element,
    remark ? h("span", { class: "remark" }, remark) : null,
    h("strong", { class: "grade", "data-grade": beat.severity?.grade ?? "" }, grade),
    ...rest.map((part) => h("span", { class: "part" }, ` · ${part}`)));
}

/** One sentence for the live region: grade, and the main ones of the figures given. */
export function spoken(beat, figures) {
  if (!figures.length) return `${gradeWords(beat.severity)}.`;
  const told = ["RVol", "LVEF", "FSV", "LAPmean"].filter((id) => Number.isFinite(beat.findings[id])).map((id) => {
    const spec = figures.find((one) => one.identifier === id);
    return `${spec?.title ?? id} ${number(beat.findings[id], Math.min(spec?.digits ?? 0, 1))} ${unitShown(spec?.unit)}`.trim();
  });
  return `${gradeWords(beat.severity)}. ${told.join(", ")}.`;
}
