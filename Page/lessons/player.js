// Goes through a lesson: a step's text, its question, the model's own answer, and what follows from it. What is shown is the
// heart that the step talks of: `heart`, else that of the last step which has one; `point` is a day of a course of it.

import { announce, fill, fresh, h } from "../app/dom.js";
import { complete } from "../app/settings.js";
import { memory } from "../app/theme.js";
import { Model } from "./model.js";
import { LESSONS } from "./index.js";

const KEY = "mitral.lessons.1";

/** How far each lesson has come, on this machine alone. */
function progress() {
  try {
    const read = JSON.parse(memory.get(KEY) ?? "{}");
    return read && typeof read === "object" ? read : {};
  } catch {
    return {};
  }
}

function keep(id, change) {
  const all = progress();
  all[id] = { ...all[id], ...change };
  memory.set(KEY, JSON.stringify(all));
}

/** The heart that a step talks of: its own, or that of the last step before it which has one. */
export function heartOf(lesson, place) {
  return lesson.steps.slice(0, place + 1).findLast((one) => one.heart).heart;
}

/** The side panel of Learn. */
export function learnPanel(app) {
  const model = new Model(app);
  const node = h("div", { class: "panel-part learn" });
  let shown = 0; // answers that come late for a step that has been left are not shown

  function menu(focus = false) {
    shown += 1;
    app.lessonPoint = null;
    app.show?.all();
    const done = progress();
    const heading = h("h3", { tabindex: "-1" }, "Learn with the model");
    fill(node, heading,
      h("p", { class: "hint" }, "Six guided hearts. Each asks you to predict, then computes the answer before your eyes: no number in the answers is written beforehand."),
      h("ol", { class: "lessons" }, LESSONS.map((lesson) => {
        const own = done[lesson.id] ?? {};
        const state = own.finished ? "✓ finished" : own.step ? `at step ${own.step + 1} of ${lesson.steps.length}` : `${lesson.steps.length} steps`;
        return h("li", {}, h("button", { type: "button", class: "case", "data-lesson": lesson.id, onclick: () => step(lesson, own.finished ? 0 : own.step ?? 0) },
          h("strong", {}, lesson.title), h("span", { class: "source" }, `${lesson.about} (${state})`)));
      })),
      h("p", { class: "hint" }, "Your progress is kept in this browser only. ",
        h("button", { type: "button", class: "small", onclick: () => { memory.set(KEY, "{}"); menu(true); } }, "Forget my progress")),
      h("button", { type: "button", onclick: () => app.setMode("explore") }, "Free mode: explore on your own"));
    if (focus) heading.focus();
  }

  function step(lesson, place) {
    shown += 1;
    const mine = shown;
    const own = lesson.steps[place];
    keep(lesson.id, { step: place });
    show(heartOf(lesson, place), `${lesson.title}: ${own.title}`);
    showDay(own.point, mine);
    const heading = h("h3", { tabindex: "-1" }, `${place + 1}. ${own.title}`);
    const body = h("div", { class: "step" });
    fill(node,
      h("p", { class: "hint" }, `${lesson.title}, step ${place + 1} of ${lesson.steps.length}`),
      h("progress", { max: lesson.steps.length, value: place + 1, "aria-label": "Steps of this lesson" }),
      heading, body, buttons(lesson, place));
    tell(body, own.text, mine);
    if (own.question) ask(body, own.question, mine, `${lesson.title}: ${own.title}`);
    heading.focus({ preventScroll: false });
  }

  /** Paragraphs that are written, or that the model's numbers complete. */
  async function tell(body, text, mine) {
    const place = h("div");
    body.append(place);
    if (typeof text !== "function") {
      fill(place, [text].flat().map((paragraph) => h("p", {}, paragraph)));
      return;
    }
    fill(place, h("p", { class: "hint" }, "The heart is being computed …"));
    const paragraphs = await text(model).catch((error) => [`The model has no answer: ${error.message}`]);
    if (mine === shown) fill(place, [paragraphs].flat().map((paragraph) => h("p", {}, paragraph)));
  }

  function ask(body, question, mine, title) {
    const name = fresh("answer");
    const answer = h("div", { class: "answer" });
    const check = h("button", { type: "submit", class: "primary", "data-check": "", disabled: true }, "See what the model says");
    const form = h("form", {
      class: "question", onsubmit: (event) => {
        event.preventDefault();
        const chosen = Number(new FormData(form).get(name));
        reply(question, chosen, answer, check, mine, title);
      },
    }, h("fieldset", {}, h("legend", {}, question.text),
      question.choices.map((choice, place) => h("label", { class: "pick" },
        h("input", { type: "radio", name, value: place, onchange: () => { check.disabled = false; } }), h("span", {}, choice)))), check);
    body.append(form, answer);
  }

  async function reply(question, chosen, place, check, mine, title) {
    check.disabled = true;
    fill(place, h("p", { class: "hint" }, "The model is computing …"));
    let found;
    try {
      const told = await question.find(model);
      found = { ...told, right: told.answer === chosen };
    } catch (error) {
      found = { failed: error.message };
    }
    if (mine !== shown) return;
    check.disabled = false;
    if (found.failed) {
      fill(place, h("p", { class: "trouble" }, `The model has no answer: ${found.failed}`));
      return;
    }
    if (question.then) show(question.then, title);
    showDay(question.thenPoint, mine);
    const because = [...found.because, ...(found.besides ?? [])];
    const verdict = found.right ? "✓ As you predicted." : `✗ The model says: ${question.choices[found.answer]}`;
    fill(place, h("p", { class: found.right ? "right" : "wrong" }, h("strong", {}, verdict)), because.map((text) => h("p", {}, text)));
    place.dataset.answered = String(found.answer);
    announce(`${verdict} ${because.join(" ")}`, 100);
  }

  function buttons(lesson, place) {
    const last = place === lesson.steps.length - 1;
    const finish = () => { keep(lesson.id, { finished: true, step: 0 }); menu(true); };
    return h("div", { class: "buttons" },
      h("button", { type: "button", onclick: () => (place ? step(lesson, place - 1) : menu(true)) }, place ? "Back" : "All lessons"),
      h("button", { type: "button", class: "primary", "data-next": "", onclick: () => (last ? finish() : step(lesson, place + 1)) }, last ? "Finish" : "Next"),
      place ? h("button", { type: "button", class: "small", onclick: () => menu(true) }, "All lessons") : null);
  }

  function show(heart, title) {
    app.lessonPoint = null;
    app.store.open(title, { name: title, ...complete(heart), ...(heart.name ? {} : { name: title }) });
    app.show?.all();
  }

  /** A day of a course of the heart that is open, once it is known. */
  async function showDay(find, mine) {
    const point = await find?.(model).catch(() => null);
    if (!point || mine !== shown) return;
    app.lessonPoint = { point, of: app.store.settings };
    app.show.all(true);
  }

  menu();
  return { node, sync() {} };
}
