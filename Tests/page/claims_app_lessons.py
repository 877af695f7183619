"""The guided hearts: each can be gone through to its end, and every answer is the model's own."""

from app_page import browser, mode, page, quiet, run
from claims import claim, expect, expect_equal

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
