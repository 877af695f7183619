"""The page for everyone: by keyboard alone, by ear, on small screens, in light and dark, without a network."""

import re
import time

from app_page import browser, heart, mode, page, quiet, run
from claims import claim, expect, expect_equal
from site_server import SITE

MODES = ["explore", "years", "compare", "learn", "patient"]
LEAK = {"reflexes": False, "lesions": [{"kind": "flail-leaflet", "orificeArea": 0.4}]}
OPEN_ALL = "document.querySelectorAll('main details').forEach((part) => { part.open = true; })"


@claim
def axeFindsNothingInAnyModeOnPhoneAndDeskInLightAndDark():
    for width, height, dark in [(360, 780, False), (360, 780, True), (1440, 900, False), (1440, 900, True)]:
        page(width, height, dark, still=True)
        for name in MODES:
            mode(name)
            run(OPEN_ALL + "; await new Promise((go) => setTimeout(go, 150))")
            expect_equal(browser().axe(), [], f"{name} at {width}{' dark' if dark else ''}:")
        mode("explore")
        for button, inside in [("open", "[data-case]"), ("save", "[data-export]"), ("share", "#link")]:
            run(f"document.getElementById('{button}').click(); await hand.wait(() => document.querySelector('dialog {inside}'))")
            expect_equal(browser().axe(), [], f"{button} at {width}{' dark' if dark else ''}:")
            browser().press("Escape")
            run("await hand.wait(() => !document.querySelector('dialog'))")
    quiet()


@claim
def axeFindsNothingInALessonOrWithAFault():
    page(360, 780, still=True)
    mode("learn")
    run("document.querySelector('[data-lesson=healthy]').click(); document.querySelector('[data-next]').click(); document.querySelector('[data-next]').click()")
    run("""document.querySelector(".pick input").click(); document.querySelector("[data-check]").click();
        await hand.wait(() => document.querySelector("[data-answered]"))""")
    expect_equal(browser().axe(), [])
    mode("explore")
    run("""const box = hand.control("heartRate") && document.querySelector("#panel input.number");
        document.querySelectorAll("#panel details").forEach((part) => { part.open = true; });
        box.value = "9999"; box.dispatchEvent(new Event("input", { bubbles: true }))""")
    expect_equal(browser().axe(), [])


@claim
def nothingScrollsSidewaysFrom320PixelsToAWideScreen():
    for width, height in [(320, 640), (320, 256), (360, 780), (768, 1024), (1024, 700), (1440, 900), (2200, 1200)]:
        page(width, height, still=True)
        for name in MODES:
            mode(name)
            run(OPEN_ALL + "; await new Promise((go) => setTimeout(go, 60))")
            wide = run("return [document.scrollingElement.scrollWidth, innerWidth]")
            expect(wide[0] <= wide[1] <= width, name, "at", width, "is", wide)
            cut = run("""return [...document.querySelectorAll("main button, main label, main th, main summary, header *")]
                .filter((one) => one.offsetParent && !one.closest(".wide-table, .hidden") && getComputedStyle(one).position !== "absolute"
                  && one.getBoundingClientRect().right > innerWidth + 1).map((one) => one.outerHTML.slice(0, 90))""")
            expect_equal(cut, [], f"{name} at {width}:")


@claim
def targetsAreLargeEnough():
    page(360, 780, still=True)
    for name in MODES:
        mode(name)
        run(OPEN_ALL + "; await new Promise((go) => setTimeout(go, 60))")
        small = run("""return [...document.querySelectorAll("button, select, input, summary, a[href]")]
            .filter((one) => one.offsetParent && !one.classList.contains("skip")).map((one) => {
              const target = one.matches("input[type=checkbox], input[type=radio]") ? one.closest("label") : one;
              const box = target.getBoundingClientRect();
              return [one.outerHTML.slice(0, 80), Math.round(box.width), Math.round(box.height)];
            }).filter(([, width, height]) => width < 24 || height < 24)""")
        expect_equal(small, [], name)


def reach(test, most=160, key="Tab"):
    """Presses Tab until the focus is where it should be; the places on the way."""
    way = []
    for _ in range(most):
        browser().press(key)
        here = browser().ask("""(() => { const one = document.activeElement; const box = one.getBoundingClientRect();
            const style = getComputedStyle(one);
            const over = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
            return { html: one.outerHTML.slice(0, 100), outline: style.outlineStyle, width: box.width,
              seen: box.bottom > 0 && box.top < innerHeight,
              hidden: Boolean(over) && !one.contains(over) && !over.contains(one) && Boolean(over.closest("#stage, .notes")) && !one.closest("#stage") }; })()""")
        way.append(here)
        if browser().ask(f"Boolean({test})"):
            return way
    raise AssertionError(f"not reached: {test}; at the end {way[-1]}")


@claim
def theKeyboardAloneReachesAndWorksEverything():
    page()
    heart(**LEAK)
    browser().ask("document.activeElement?.blur?.(); window.scrollTo(0, 0)")
    way = reach("document.activeElement.classList.contains('skip')", 3)
    browser().press("Enter")
    expect(run("return document.activeElement.id === 'panel'"), way)
    reach("document.activeElement.dataset.control === 'lesion.0.orificeArea'", 12)
    for key, sign in [("ArrowRight", 1), ("ArrowLeft", -1)]:
        before = run("return mitral.store.settings.lesions[0].orificeArea")
        browser().press(key)
        expect(sign * (run("return mitral.store.settings.lesions[0].orificeArea") - before) > 0, key)
    browser().press("Tab")
    before = run("return mitral.store.settings.lesions[0].orificeArea")
    browser().press("ArrowUp")
    expect(run("return mitral.store.settings.lesions[0].orificeArea") > before, "the number box hears no arrows")
    reach("document.activeElement.dataset.control === 'treatment.nitroprusside'", 12)
    browser().press(" ")
    expect_equal(run("return mitral.store.settings.treatments.map((one) => one.kind)"), ["nitroprusside"])
    expect_equal(run("return document.activeElement.dataset.control"), "treatment.nitroprusside", "the focus is lost:")
    reach("document.activeElement.dataset.tab === 'wiggers'", 120)
    for key, name in [("ArrowRight", "loop"), ("End", "sound"), ("ArrowRight", "wiggers"), ("ArrowLeft", "sound"), ("Home", "wiggers")]:
        browser().press(key)
        expect_equal(run("return document.activeElement.dataset.tab"), name)
        expect_equal(run("return mitral.stage.tabs.current"), name)


@claim
def everyStopOfTheTabKeyIsSeenAndNotCovered():
    for width, height in [(1440, 900), (360, 780)]:
        page(width, height, still=True)
        browser().ask("document.activeElement?.blur?.(); window.scrollTo(0, 0)")
        way = reach("document.activeElement.closest('#below')", 200)
        for here in way[1:]:
            expect(here["outline"] != "none" or "data-tab" in here["html"], "no outline:", here)
            expect(here["seen"], "out of sight at", width, here)
            expect(not here["hidden"], "covered at", width, here)
        expect(len(way) > 30, len(way))


@claim
def dialoguesHoldTheFocusAndGiveItBack():
    page()
    browser().ask("document.getElementById('open').focus()")
    browser().press("Enter")
    run("await hand.wait(() => document.querySelector('dialog[open]'))")
    for _ in range(6):
        browser().press("Tab")
        inside = browser().ask("Boolean(document.activeElement.closest('dialog')) || document.activeElement === document.body")
        expect(inside, browser().ask("document.activeElement.outerHTML.slice(0, 99)"))
    browser().press("Escape")
    run("await hand.wait(() => !document.querySelector('dialog'))")
    expect_equal(browser().ask("document.activeElement.id"), "open")


@claim
def modesAreLeftAndEnteredByArrowKeys():
    page()
    browser().ask("document.querySelector('#modes [aria-selected=true]').focus()")
    for name in [*MODES[1:], MODES[0]]:
        browser().press("ArrowRight")
        expect_equal(browser().ask("document.body.dataset.mode"), name)
        expect_equal(browser().ask("document.activeElement.dataset.tab"), name)


@claim
def theNewGradeAndMainFiguresAreToldPolitelyAndOnce():
    page()
    heart(**LEAK)
    time.sleep(1.2)
    found = run("""const voice = document.getElementById("voice");
        const told = [];
        new MutationObserver(() => told.push(voice.textContent)).observe(voice, { childList: true, characterData: true, subtree: true });
        for (const area of [0.5, 0.6, 0.7, 0.8]) { hand.set(hand.control("lesion.0.orificeArea"), area); await hand.settled(); }
        await new Promise((go) => setTimeout(go, 1400));
        return [voice.getAttribute("aria-live"), told, mitral.heartbeat.beat.severity.grade, Math.round(mitral.heartbeat.beat.findings.RVol)]""")
    expect_equal((found[0], len(found[1])), ("polite", 1), found)
    expect(found[2] in found[1][0].lower() and str(found[3]) in found[1][0] and "mL" in found[1][0], found)


@claim
def thePicturesHaveWordsThatFollowTheHeart():
    page()
    words = """return [...document.querySelectorAll(".told")].map((one) => one.textContent)"""
    heart(**LEAK)
    run("await new Promise((go) => setTimeout(go, 80))")
    first = run(words)
    heart()
    run("await new Promise((go) => setTimeout(go, 80))")
    second = run(words)
    expect(all(first) and all(second) and first[0] != second[0] and first[1] != second[1], first, second)
    unnamed = run("""return [...document.querySelectorAll("#stage [role=img], #instruments [role=img]")]
        .filter((one) => one.offsetParent && !one.getAttribute("aria-label") && !one.getAttribute("aria-labelledby")).length""")
    expect_equal(unnamed, 0)


@claim
def lessMotionStartsPausedAndTheThemeIsKept():
    page(still=True)
    expect_equal(run("return [mitral.stage.clock.playing, document.getElementById('play').textContent.includes('Play')]"), [False, True])
    browser().click("#play")
    expect_equal(run("return mitral.stage.clock.playing"), True)
    run("hand.set(document.getElementById('theme'), 'dark')")
    dark = run("return getComputedStyle(document.body).backgroundColor")
    page(still=True)
    expect_equal(run("return [document.documentElement.dataset.theme, getComputedStyle(document.body).backgroundColor]"), ["dark", dark])
    run("hand.set(document.getElementById('theme'), 'auto')")
    expect_equal(run("return localStorage.getItem('mitral.theme')"), "auto")


@claim
def thePolicyHoldsAndNothingComesFromElsewhere():
    page()
    policy = run("return document.querySelector('meta[http-equiv]').content")
    expect("default-src 'none'" in policy and "unsafe-inline" not in policy and "unsafe-eval'" not in policy.replace("wasm-unsafe-eval'", ""), policy)
    seen = run("""let refused = 0;
        addEventListener("securitypolicyviolation", () => { refused += 1; });
        const line = document.createElement("script"); line.textContent = "globalThis.broken = 1"; document.head.append(line);
        await fetch("https://example.org/").catch(() => {});
        await new Promise((go) => setTimeout(go, 50));
        return [refused, globalThis.broken ?? 0]""")
    expect(seen[0] >= 2 and seen[1] == 0, seen)
    inline = run("return document.querySelectorAll('[style]:not(main *), script:not([src]):not(:empty), style').length")
    expect(inline <= 1, inline)
    page()
    for name in MODES:
        mode(name)
    quiet()


@claim
def thePageOpensAgainWithoutANetwork():
    page()
    run("""await navigator.serviceWorker.ready;
        await hand.wait(() => navigator.serviceWorker.controller, 20000)""")
    SITE.is_gone = True
    try:
        browser().call("Page.reload", ignoreCache=False)
        browser().until("document.readyState === 'complete' && document.body?.dataset.ready === 'true'", 30)
        browser().until("Boolean(mitral.heartbeat.beat)", 30)
        grade = browser().ask("mitral.heartbeat.beat.severity.grade")
        expect(grade in ("mild", "moderate", "severe"), grade)
        names = browser().ask("caches.keys()")
        expect(len(names) == 1 and re.fullmatch("mitral-[0-9a-f]{8,16}", names[0]), names)
        gone = browser().ask("fetch('nothing-is-stored-of-this').then(() => 'there', () => 'gone')")
        expect_equal(gone, "gone")
    finally:
        SITE.is_gone = False
