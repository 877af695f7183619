"""The guided hearts: each can be gone through to its end, every answer is the model's own, and every sentence follows it."""

import re

from app_page import browser, mode, page, quiet, run
from claims import claim, expect, expect_equal

# Lessons asked of other models than ours: one in which before and after have changed places, and many whose numbers are ours,
# or those of one leaking heart, times factors drawn for each heart. What they say, as {lesson: {step: [what one model says …]}}.
OTHER_MODELS = """
    const from = (path) => import(new URL(path, document.baseURI).href);
    const [{ Model }, { LESSONS }] = await Promise.all([from("lessons/model.js"), from("lessons/index.js")]);
    const truth = new Model(mitral);
    const FACTORS = [0.25, 0.5, 0.8, 0.95, 1, 1, 1.05, 1.25, 2, 4];
    const drawn = (text, count) => {
      let sum = 2166136261;
      for (const letter of text) sum = Math.imul(sum ^ letter.charCodeAt(0), 16777619) >>> 0;
      sum = Math.imul(sum ^ (sum >>> 15), 2246822507) >>> 0;
      return ((sum ^ (sum >>> 13)) >>> 0) % count;
    };
    const moved = (wave, by) => wave.map((_, place) => wave[Math.min(wave.length - 1, Math.max(0, place - by))]);
    const leaking = (await truth.beat({ reflexes: true, lesions: [{ kind: "fixed-orifice", orificeArea: 0.3 }] })).findings;
    const warped = (beat, seed, heart) => withKey(beat, `${seed} ${JSON.stringify(heart)}`, seed % 2 ? leaking : beat.findings);
    const withKey = (beat, key, findings) => ({
      ...beat, nyha: ["I", "II", "III", "IV"][drawn(key + "nyha", 4)],
      findings: Object.fromEntries(Object.entries(findings).map(([id, value]) => [id, value * FACTORS[drawn(key + id, FACTORS.length)]])),
      wave: { ...beat.wave, leakArea: moved(beat.wave.leakArea, drawn(key + "leak", 41) - 20), jetVelocity: moved(beat.wave.jetVelocity, -drawn(key + "jet", 31)) },
    });
    class Reversed extends Model {
      beat(settings) { return truth.beat(settings); }
      async beats(...list) { return (await super.beats(...list)).reverse(); }
      async course(...said) { return [...await truth.course(...said)].reverse(); }
    }
    class Warped extends Model {
      constructor(app, seed) { super(app); this.seed = seed; }
      async beat(settings) { return warped(await truth.beat(settings), this.seed, settings); }
      async course(...said) { return (await truth.course(...said)).map((point, place) => warped(point, this.seed, [place, said])); }
    }
    const models = [truth, new Reversed(mitral), ...Array.from({ length: 240 }, (_, seed) => new Warped(mitral, seed))];
    const told = {};
    for (const lesson of LESSONS) {
      told[lesson.id] = [];
      for (const step of lesson.steps) {
        const all = [];
        for (const model of models) {
          const text = [typeof step.text === "function" ? await step.text(model) : step.text].flat();
          const found = await step.question?.find(model);
          all.push({ text, ...found });
        }
        told[lesson.id].push({ title: step.title, choices: step.question?.choices, all });
      }
    }
    return told;
"""
NUMBER = r"(−?[\d.]+)(?:\u00a0[^\s,;:.()]+)?"
DIRECTIONS = {"rises": ["rises"], "falls": ["falls"], "stays about": ["stays"], "higher": ["higher", "rises"], "lower": ["lower", "falls"],
              "smaller": ["lower", "falls"], "larger": ["higher", "rises"], "later": ["later"], "earlier": ["earlier"]}

LESSONS = ["healthy", "prolapse", "papillary", "years", "functional", "repair"]


def go_through(name, choose):
    """Every step of a lesson; the answers as (question, chosen, answer, words)."""
    run(f"document.querySelector('[data-lesson={name}]').click()")
    steps = run("return Number(document.querySelector('.learn progress').max)")
    expect(5 <= steps <= 8, name, "has", steps, "steps")
    answers = []
    for place in range(steps):
        run("await hand.wait(() => !document.querySelector('.learn .step > div > .hint'), 240000)")
        text = run("return document.querySelector('.learn').textContent")
        for fault in ["NaN", "undefined", "has no answer", "–\u00a0", "[object"]:
            expect(fault not in text, name, place + 1, fault, text)
        if run("return Boolean(document.querySelector('.question'))"):
            answers.append(run(f"""
                const picks = [...document.querySelectorAll(".pick input")];
                expect: if (document.querySelector("[data-check]").disabled !== true) return "may be asked before choosing";
                picks[{choose}].click();
                document.querySelector("[data-check]").click();
                await hand.wait(() => document.querySelector("[data-answered]") || document.querySelector(".answer .trouble"), 240000);
                const given = document.querySelector(".answer");
                return [document.querySelector("legend").textContent, {choose}, Number(given.dataset.answered), given.textContent]"""))
        run("document.querySelector('[data-next]').click()")
    return answers


@claim
def everyLessonCanBeGoneThroughAndItsAnswersCarryNumbers():
    page()
    run("localStorage.removeItem('mitral.lessons.1')")
    page()
    mode("learn")
    for name in LESSONS:
        answers = go_through(name, 0)
        expect(len(answers) >= 3, name, "asks", len(answers), "questions")
        for question, chosen, answer, words in answers:
            expect(answer in (0, 1, 2), name, question, words)
            expect(any(letter.isdigit() for letter in words), name, question, words)
            expect(("As you predicted" in words) == (chosen == answer), name, question, words)
        expect(run(f"return document.querySelector('[data-lesson={name}]').textContent.includes('finished')"), name)
    quiet()


@claim
def anAnswerIsComputedAndNotWrittenDown():
    page()
    run("localStorage.removeItem('mitral.lessons.1')")
    page()
    mode("learn")
    run("""document.querySelector("[data-lesson=healthy]").click();
        for (let step = 0; step < 4; step += 1) document.querySelector("[data-next]").click();
        document.querySelector(".pick input").click(); document.querySelector("[data-check]").click();
        await hand.wait(() => document.querySelector("[data-answered]"))""")
    told = run("return document.querySelector('.answer').textContent")
    beat = run("""await hand.settled();
        return ["LVEF", "RVol", "RF", "FSV"].map((id) => mitral.heartbeat.beat.findings[id].toFixed(mitral.findingSpecs.get(id).digits))""")
    for number in beat:
        expect(number in told, number, "is not in:", told)


def wordsAlone(paragraph):
    """A paragraph without its numbers and classes: what it claims."""
    return re.sub(r"\b(I|II|III|IV)\b|[−+]?\d[\d.]*", "#", paragraph)


def expectTrue(paragraph):
    """Each change that is told goes the way of its numbers."""
    number = lambda text: float(text.replace("−", "-").rstrip("."))
    for way, first, second in re.findall(rf"(rises|falls) from {NUMBER} to {NUMBER}", paragraph):
        before, after = number(first), number(second)
        expect(after > before if way == "rises" else after < before, "not so:", paragraph)
    for first, second in re.findall(rf"stays about the same \({NUMBER}, then {NUMBER}\)", paragraph):
        before, after = number(first), number(second)
        expect(abs(after - before) <= 0.06 * abs(before) + 1, "not the same:", paragraph)


@claim
def noSentenceOfALessonContradictsItsNumbersWhicheverWayTheModelGoes():
    page()
    told = run(OTHER_MODELS)
    expect_equal(sorted(told), sorted(LESSONS))
    for name, steps in told.items():
        for step in steps:
            place = (name, step["title"])
            for one in step["all"]:
                for paragraph in one["text"] + one.get("because", []) + one.get("besides", []):
                    expectTrue(paragraph)
                    expect("undefined" not in paragraph and "NaN" not in paragraph, place, paragraph)
            if step.get("choices"):
                expectToFollow(place, step["choices"], step["all"])


def expectToFollow(place, choices, answers):
    """The words belong to the answer: other answers have other words, and what is said in every case claims no direction."""
    expect(len({one["answer"] for one in answers}) == 3, place, "not every answer comes")
    answersOf = {}
    for one in answers:
        opening = one["because"][0]
        answersOf.setdefault(wordsAlone(" ".join(one["because"])), set()).add(one["answer"])
        word = re.search(r"\b(" + "|".join(DIRECTIONS) + r")\b", choices[one["answer"]].lower())
        expect(not word or any(said in opening for said in DIRECTIONS[word.group()]), place, choices[one["answer"]], "but:", opening)
        for paragraph in one.get("besides", []):
            expect(not re.search(r"\b(rises|falls|higher|lower|more|less)\b", paragraph), place, "fixed, yet claims a change:", paragraph)
    for words, given in answersOf.items():
        expect_equal(len(given), 1, f"{place} the same words for different answers: {words}: ")
    clauses = [set(re.split(r"[.:;] |[.]$", " ".join(wordsAlone(paragraph) for paragraph in one["because"]))) for one in answers]
    fixed = [clause for clause in set.intersection(*clauses) if "#" not in clause and clause]
    expect_equal(fixed, [], f"{place} said whatever the model answers: ")
    for paragraphs in zip(*(one["because"] for one in answers)):
        expect(len({wordsAlone(one) for one in paragraphs}) > 1, place, "the same words whatever the model answers:", paragraphs[0])


@claim
def everyStepOfALessonShowsTheHeartThatItTalksOf():
    page()
    mode("learn")
    steps = run("""const { LESSONS } = await import(new URL("lessons/index.js", document.baseURI).href);
        return LESSONS.map((lesson) => [lesson.id, lesson.steps.map((step) => [step.heart?.name ?? null, Boolean(step.point)])])""")
    for name, hearts in steps:
        expect(hearts[0][0], name, "begins without a heart")
        wanted = None
        for place, (heart, has_day) in enumerate(hearts):
            wanted = heart or wanted
            # Entered from elsewhere, as after a reload: another heart is open, and the lesson goes on at this step.
            shown = run(f"""localStorage.setItem("mitral.lessons.1", JSON.stringify({{ {name}: {{ step: {place} }} }}));
                await hand.open({{ lesions: [{{ kind: "annular-dilatation", orificeArea: 0.1 }}] }});
                [...document.querySelectorAll(".learn button")].find((one) => one.textContent === "All lessons")?.click();
                document.querySelector("[data-lesson={name}]").click();
                await hand.settled();
                if ({str(has_day).lower()}) await hand.wait(() => mitral.shownPoint(), 60000);
                await new Promise((go) => setTimeout(go, 20));
                return [mitral.store.settings.name, mitral.stage.elements.heart.beat === mitral.shownBeat(), mitral.shownPoint()?.day ?? null]""")
            expect_equal(shown[:2], [wanted, True], f"{name} {place + 1}: ")
            expect((shown[2] is not None) == has_day, name, place + 1, "day", shown[2])


@claim
def aDayOfALessonsCourseIsShownUntilTheHeartIsChanged():
    page()
    mode("learn")
    run("localStorage.setItem('mitral.lessons.1', JSON.stringify({ years: { step: 3 } }))")
    page()
    mode("learn")
    seen = run("""document.querySelector("[data-lesson=years]").click();
        await hand.wait(() => mitral.shownPoint(), 60000);
        const day = () => [Math.round(mitral.shownPoint().day), document.querySelector("[data-finding=FSV] .figure").textContent];
        await hand.settled();
        const before = day();
        document.querySelector(".pick input").click(); document.querySelector("[data-check]").click();
        await hand.wait(() => document.querySelector("[data-answered]") && mitral.shownPoint().day > 3000, 60000);
        await new Promise((go) => setTimeout(go, 20));
        return [before, day(), document.querySelector(".answer").textContent]""")
    expect_equal([seen[0][0], seen[1][0]], [1096, 3653])
    for figure in [seen[0][1], seen[1][1]]:
        expect(re.match(r"[\d.]+", figure).group() in seen[2], figure, "is shown but not told:", seen[2])
    mode("explore")
    expect(run("return mitral.shownPoint() === null && mitral.stage.elements.heart.beat === mitral.heartbeat.beat"), "the day stays on the scene")
    mode("learn")
    run("await hand.open({ lesions: [{ kind: 'flail-leaflet', orificeArea: 0.3 }] })")
    expect(run("return mitral.shownPoint() === null"), "the day hides another heart")
    quiet()


@claim
def progressIsKeptHereAndForgottenOnRequest():
    page()
    mode("learn")
    run("localStorage.removeItem('mitral.lessons.1'); document.querySelector('[data-lesson=prolapse]').click(); document.querySelector('[data-next]').click()")
    page()
    mode("learn")
    expect("step 2" in run("return document.querySelector('[data-lesson=prolapse]').textContent"), "not kept")
    expect_equal(run("return document.cookie"), "")
    run("[...document.querySelectorAll('.learn button')].find((one) => one.textContent.includes('Forget')).click()")
    expect("6 steps" in run("return document.querySelector('[data-lesson=prolapse]').textContent"), "not forgotten")


@claim
def thePatientViewHasPlainWordsAndNoClinicalControls():
    page()
    run("await hand.open({ presentation: 'acute', lesions: [{ kind: 'papillary-muscle-rupture', orificeArea: 0.8, infarction: 0.2 }], reflexes: true })")
    mode("patient")
    seen = run("""return [document.querySelectorAll("#panel input, #panel select").length,
        [...document.querySelectorAll("[data-control]")].filter((one) => one.offsetParent).length,
        document.getElementById("below").offsetParent === null, document.querySelector(".plain-words").textContent,
        mitral.heartbeat.beat.plain.map((one) => one.title)]""")
    expect_equal(seen[1:3], [0, True])
    for title in seen[4]:
        expect(title in seen[3], title, "is missing")
    expect("not yours" in seen[3], seen[3][:200])


@claim
def theYearsRunAndADayOfThemIsShown():
    page()
    mode("years")
    run("""mitral.store.open("test", { version: 1, name: "leak", reflexes: true, lesions: [{ kind: "fixed-orifice", orificeArea: 0.57 }] });
        mitral.years.take({ total: 1826.25, events: [{ day: 1461, treatment: { kind: "leaflet-repair", residual: 0 } }] });
        document.getElementById("run-years").click();
        await hand.wait(() => mitral.years.points.length > 3 && !mitral.years.running, 240000)""")
    days = run("return mitral.years.points.map((one) => [one.day, one.findings.RVol, one.findings.LVEDV])")
    expect(days[0][0] == 0 and days[-1][0] == 1826.25, days[0], days[-1])
    before = [one for one in days if one[0] < 1461]
    expect(before[-1][2] > before[0][2] + 20 and days[-1][1] < 5 and days[-1][2] < before[-1][2], "no growth, or no repair:", days)
    shown = run("""const scrub = document.getElementById("scrub"); hand.set(scrub, 0);
        await new Promise((go) => setTimeout(go, 80));
        const { point } = mitral.years;
        return [mitral.stage.elements.heart.beat === point, point.day, document.querySelectorAll("#below-mode .plot").length,
          document.querySelector("[data-finding=RVol] .figure").textContent, point.findings.RVol]""")
    expect_equal(shown[:3], [True, 0, 7])
    expect(str(round(shown[4])) in shown[3], shown)
    browser().click("#play-years")
    run("await hand.wait(() => mitral.years.place > 1)")
    mode("explore")
    expect(run("return mitral.stage.elements.heart.beat === mitral.heartbeat.beat"), "the years stay on the scene")
    quiet()
