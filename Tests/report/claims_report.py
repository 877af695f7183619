"""The report as people meet it: on a telephone, a tablet and a desk, light and dark, on paper, by ear and by keyboard."""

import atexit
import base64
import functools
import html
import io
import json
import os
import re
import subprocess
import tempfile
import wave

from browser import Browser
from claims import claim, expect, expect_equal
from command import mitral

FOLDER = tempfile.TemporaryDirectory()
atexit.register(FOLDER.cleanup)
SIZES = [(360, 800), (820, 1180), (1400, 900)]
FULL = "flail-leaflet"
# A heart without a leak, one whose ventricle is at fault, and one that fell ill today, as sketched in a second each.
QUICK = ["healthy-adult", "functional-dilated", "acute-rupture"]
TOLD = [(FULL, False)] + [(name, True) for name in QUICK]


@functools.cache
def made(name, quick):
    """The page's path and the document of the same run."""
    path = os.path.join(FOLDER.name, name + (".quick" if quick else "") + ".html")
    result = mitral("assess", name, "--report", path, "--json", *(["--quick"] if quick else []))
    expect_equal((result.returncode, result.stderr), (0, b""), name)
    return path, json.loads(result.stdout)


@functools.cache
def text(name, quick):
    with open(made(name, quick)[0], encoding="utf-8") as file:
        return file.read()


@functools.cache
def browser():
    opened = Browser().__enter__()
    atexit.register(opened.__exit__)
    return opened


@claim
def axeFindsNothingInLightAndDark():
    shown = browser()
    for name, quick in TOLD:
        for dark in [False, True]:
            shown.open(made(name, quick)[0], 1400, 900, dark)
            expect_equal(shown.axe(), [], f"{name}, dark {dark}")
    shown.open(made(FULL, False)[0], 360, 800)
    expect_equal(shown.axe(), [], "on a telephone")


@claim
def nothingOverflowsNothingIsFetchedAndNothingComplains():
    for name, quick in TOLD:
        path, _ = made(name, quick)
        for (width, height), dark in [(SIZES[0], False), (SIZES[1], True), (SIZES[2], False)]:
            browser().open(path, width, height, dark)
            wide, room = browser().ask("[document.scrollingElement.scrollWidth, innerWidth]")
            expect(wide <= room <= width, name, "overflows:", wide, room, width)
            expect_equal(browser().complaints(), [], f"{name} at {width}:")
            expect_equal(len(browser().fetched()), 1, f"{name}: {browser().fetched()}")


# Letters that leave their picture, and letters of one picture that lie on each other.
CUT = """[...document.querySelectorAll('svg[role=img]')].flatMap(svg => {
  const room = svg.getBoundingClientRect();
  return [...svg.querySelectorAll('text')].filter(word => {
    const box = word.getBoundingClientRect();
    return box.width && (box.left < room.left - 1 || box.right > room.right + 1 || box.top < room.top - 1
      || box.bottom > room.bottom + 1) }).map(word => svg.getAttribute('aria-labelledby') + ': ' + word.textContent) })"""
SMALLEST = """Math.min(...[...document.querySelectorAll('svg text')].map(word =>
  parseFloat(getComputedStyle(word).fontSize) * word.getScreenCTM().a))"""


@claim
def noWordOfAPictureIsCutOrTooSmall():
    for name, quick in TOLD:
        for width, height in SIZES:
            browser().open(made(name, quick)[0], width, height)
            expect_equal(browser().ask(CUT), [], f"{name} at {width}:")
            expect(browser().ask(SMALLEST) >= 7, name, width, browser().ask(SMALLEST))


# Contrast of every visible piece of text with what lies behind it in the page (pictures have grounds of their own).
PALE = """(() => {
  const part = c => (c /= 255, c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
  const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const found = [];
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const one = walk.currentNode.parentElement;
    if (!walk.currentNode.textContent.trim() || one.closest('svg,audio,.skip')) continue;
    let under = one, ground = [0, 0, 0, 0];
    while (under && (ground.length > 3 && ground[3] === 0)) { ground = numbers(getComputedStyle(under).backgroundColor);
      under = under.parentElement }
    const [a, b] = [light(numbers(getComputedStyle(one).color)), light(ground)].sort((x, y) => y - x);
    const ratio = (a + .05) / (b + .05);
    if (ratio < 4.5) found.push(ratio.toFixed(2) + ' ' + walk.currentNode.textContent.slice(0, 30));
  }
  return found })()"""


@claim
def everyWordStandsOutFromItsGroundInLightAndDark():
    for dark in [False, True]:
        browser().open(made(FULL, False)[0], 1400, 900, dark)
        expect_equal(browser().ask(PALE), [], f"dark: {dark}:")
    lights = [browser().open(made(FULL, False)[0], 820, 1180, dark)
              or browser().ask("getComputedStyle(document.body).backgroundColor") for dark in (False, True)]
    expect(lights[0] != lights[1], "dark is light:", lights)


# Contrast of what is written and drawn in pictures with what lies under it: words with 4.5, curves and dots with 3 (a grid
# and a band are no more than help). Rasters have no single ground, and letters in the heart lie on a plate of their own.
FAINT = """(() => {
  const part = c => (c /= 255, c <= .03928 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
  const light = c => .2126 * part(c[0]) + .7152 * part(c[1]) + .0722 * part(c[2]);
  const numbers = c => (c.match(/[\\d.]+/g) || []).map(Number);
  const over = (c, share, below) => c.slice(0, 3).map((v, i) => share * v + (1 - share) * below[i]);
  const page = numbers(getComputedStyle(document.body).backgroundColor);
  const opacity = one => { let all = 1; for (; one && one.tagName !== 'svg'; one = one.parentElement) all *= getComputedStyle(one).opacity; return all };
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05) };
  const found = [];
  for (const svg of document.querySelectorAll('svg[role=img]')) {
    const name = svg.getAttribute('aria-labelledby').split('-title')[0];
    const shapes = [...svg.querySelectorAll('rect,path,polygon,ellipse,circle,image')];
    const ground = (x, y, upTo) => {
      let below = page;
      for (const shape of shapes) {
        if (upTo.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING || shape === upTo) break;
        const box = shape.getBoundingClientRect();
        if (x < box.left || x > box.right || y < box.top || y > box.bottom) continue;
        if (shape.tagName === 'image') return null;
        const look = getComputedStyle(shape);
        if (look.fill === 'none') continue;
        const at = new DOMPoint(x, y).matrixTransform(shape.getScreenCTM().inverse());
        if (shape.isPointInFill(at)) below = over(numbers(look.fill), opacity(shape) * look.fillOpacity, below);
      }
      return below };
    for (const word of svg.querySelectorAll('text')) {
      const box = word.getBoundingClientRect(), look = getComputedStyle(word);
      const below = ground((box.left + box.right) / 2, (box.top + box.bottom) / 2, word);
      if (!below) continue;
      const much = ratio(over(numbers(look.fill), opacity(word) * look.fillOpacity, below), below);
      if (much < 4.5) found.push(`${name}: ${much.toFixed(2)} "${word.textContent}"`) }
    if (!svg.classList.contains('plot') || name === 'four-chambers') continue;
    for (const line of svg.querySelectorAll('.c')) {
      const look = getComputedStyle(line);
      if (look.stroke === 'none') continue;
      const much = ratio(over(numbers(look.stroke), opacity(line) * look.strokeOpacity, page), page);
      if (much < 3) found.push(`${name}: line ${much.toFixed(2)} ${line.getAttribute('class')}`) } }
  return found })()"""


@claim
def wordsAndLinesOfPicturesStandOutInLightAndDark():
    for name, quick in TOLD:
        for dark in [False, True]:
            browser().open(made(name, quick)[0], 1400, 900, dark)
            expect_equal(browser().ask(FAINT), [], f"{name}, dark: {dark}:")


@claim
def nothingIsToldByColourAlone():
    page = text(FULL, False)
    # Curves that share a plot differ by their dashes, findings outside the normal range by an arrow.
    for picture in re.findall(r'<svg [^>]*class="plot".*?</svg>', page, re.S):
        looks = {}
        # The rows of the Wiggers diagram are plots of their own, each with its names.
        if "wiggers-title" in picture:
            continue
        for curve in re.findall(r'<(?:path|polyline)[^>]*class="c [^>]*>', picture):
            ink = re.search(r'class="c ([a-z]+)"', curve)
            dash = re.search(r'stroke-dasharray="([^"]*)"', curve)
            if ink:
                looks.setdefault(ink[1], dash[1] if dash else "")
        expect_equal(len(set(looks.values())), len(looks), f"the same dashes: {looks}")
    for style, mark in [("up", "↑"), ("down", "↓")]:
        for cell in re.findall(rf'<td class="r {style}">([^<]*)</td>', page):
            expect(mark in cell, style, cell)


@claim
def onPaperTheGroundIsWhiteAndNoHeadingIsLeftAlone():
    path = os.path.join(FOLDER.name, "paper.pdf")
    for size in [(8.27, 11.69), (8.5, 11)]:
        browser().open(made(FULL, False)[0], 1400, 900, dark=True)
        browser().pdf(path, size)
        headings = [html.unescape(one) for one in re.findall(r"<h[23][^>]*>([^<]+)</h", text(FULL, False))]
        told = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        for sheet in told.split("\f")[:-1]:
            last = [line for line in sheet.splitlines() if line.strip()][-1].strip()
            expect(last not in headings, size, "a heading ends a page:", last)
        prefix = os.path.join(FOLDER.name, "sheet")
        subprocess.run(["pdftoppm", "-r", "20", "-gray", path, prefix], check=True)
        for sheet in sorted(name for name in os.listdir(FOLDER.name) if name.startswith("sheet") and name.endswith(".pgm")):
            with open(os.path.join(FOLDER.name, sheet), "rb") as file:
                data = file.read()
            os.unlink(os.path.join(FOLDER.name, sheet))
            expect_equal(data[-1], 255, f"{sheet}: its corner")
            dots = data[-data.count(b"") + 1 or None:][-30000:]
            expect(sum(dot > 200 for dot in dots) > 0.5 * len(dots), sheet, "is dark")


@claim
def aMechanismThatIsNotSettledIsDrawnWithItsProbability():
    path, found = made("functional-dilated", True)
    page = text("functional-dilated", True)
    picture = html.unescape(page.split('aria-labelledby="four-chambers-title')[1].split("</svg>")[0])
    shares = [float(one) for one in re.findall(r"likeliest of several: (\d+) %", " ".join(
        re.findall(r"<text[^>]*>([^<]+)", picture)))]
    expect(shares and 0 < shares[0] < 100, "no probability in the picture")
    bars = html.unescape(page.split('aria-labelledby="mechanisms-title')[1].split("</svg>")[0])
    told = [int(one) for one in re.findall(r">(\d+) %<", bars)]
    expect(len(told) > 1 and abs(sum(told) - 100) <= len(told) and max(told) == shares[0], told, shares)
    sure = text(FULL, False)
    expect("likeliest of several" not in sure and "the one form that was considered" in sure, "flail leaflet in doubt")


@claim
def longWordsOfATableBreakAtASyllable():
    browser().open(made(FULL, False)[0], 360, 800)
    heads = browser().ask("[...document.querySelectorAll('.wide thead th')].map(e => e.textContent)")
    expect(any("\u00ad" in head for head in heads), heads)
    for head in heads:
        for part in re.split("[ \u00ad]", head):
            expect(len(part) <= 10, head)


@claim
def landmarksHeadingsTablesAndPicturesAreTold():
    for name, quick in TOLD:
        page = text(name, quick)
        for landmark in ["<header>", "<main>", "<nav ", "<footer>"]:
            expect_equal(page.count(landmark), 1, f"{name}: {landmark}")
        levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", page)]
        expect_equal(levels.count(1), 1, name)
        for before, after in zip(levels, levels[1:]):
            expect(after <= before + 1, name, "a heading is left out:", levels)
        names = re.findall(r'\bid="([^"]+)"', page)
        expect_equal(sorted({one for one in names if names.count(one) > 1}), [], f"{name}: twice:")
        told = re.findall(r'href="#([^"]+)"', page)
        told += [one for label in re.findall(r'aria-(?:labelledby|describedby)="([^"]+)"', page) for one in label.split()]
        expect_equal([one for one in told if one not in names], [], f"{name}: no such place:")
        for picture in re.findall(r"<svg [^>]*>(?:<title[^>]*>[^<]+</title><desc[^>]*>[^<]+</desc>)?", page):
            expect("</desc>" in picture or 'aria-hidden="true"' in picture, name, picture[:200])
        for table in re.findall(r"<table.*?</table>", page, re.S):
            expect("aria-labelledby" in table[:200] and '<th scope="col"' in table, name, table[:200])
            expect(all('scope="row' in row for row in re.findall(r"<tr.*?</tr>", table.split("<tbody>")[1])), name)


@claim
def everythingThatScrollsOrLinksIsReachedByKeyboard():
    browser().open(made(FULL, False)[0], 360, 800)
    stuck = browser().ask("""[...document.querySelectorAll('*')].filter(e => e.scrollWidth > e.clientWidth + 1
      && ['auto', 'scroll'].includes(getComputedStyle(e).overflowX) && e.tabIndex < 0).map(e => e.outerHTML.slice(0, 80))""")
    expect_equal(stuck, [])
    for word in ["verdict", "contents", "heart"]:
        expect(browser().ask(f"!!document.querySelector('#{word},#{word}-title')"), word)
    first = browser().ask("document.querySelector('a[href],button,audio,[tabindex]').className")
    expect_equal(first, "skip")


@claim
def theMurmurIsASoundThatPlays():
    for name, quick in TOLD:
        address = re.search(r'<audio controls [^>]*src="data:audio/wav;base64,([^"]+)"', text(name, quick))
        with wave.open(io.BytesIO(base64.b64decode(address[1]))) as sound:
            kind = (sound.getnchannels(), sound.getsampwidth(), sound.getframerate())
            samples = memoryview(sound.readframes(sound.getnframes())).cast("h")
        expect_equal(kind, (1, 2, 8000), name)
        expect_equal(len(samples), 6 * 8000, name)
        expect(0.75 * 32767 < max(map(abs, samples)) < 0.85 * 32767, name, max(map(abs, samples)))
    browser().open(made(FULL, False)[0], 820, 1180)
    length = browser().ask("""new Promise((done, fail) => { const sound = document.querySelector('audio');
      if (sound.readyState > 0) done(sound.duration); sound.onloadedmetadata = () => done(sound.duration);
      sound.onerror = () => fail(sound.error); sound.load() })""")
    expect(abs(length - 6) < 0.05, length)


def shown(value, digits):
    return f"{value:.{digits}f}".replace("-", "−")


def ranged(spread):
    """As the page tells a median with its range."""
    digits = 1 if spread["high"] < 9.5 else 0
    ends = [shown(spread[end], digits) for end in ("low", "high")]
    return ends[0] if ends[0] == ends[1] else f"{shown(spread['median'], digits)} ({ends[0]}–{ends[1]})"


def rows(page, caption):
    """The rows of the table with this name, each as its cells' words."""
    table = page.split(f'id="{caption}-caption"')[1].split("</table>")[0]
    return [[html.unescape(re.sub(r"<[^>]+>", "", cell)) for cell in re.findall(r"<t[hd].*?</t[hd]>", row)]
            for row in re.findall(r"<tr.*?</tr>", table)]


def agree(found, wanted):
    """The same numbers, but for a half that is rounded the other way."""
    def numbers(words):
        return [float(one) for one in re.findall(r"[\d.]+", words)]
    a, b = numbers(found), numbers(wanted)
    return len(a) == len(b) and all(abs(x - y) <= 1.001 * (0.1 if max(b) < 9.6 else 1) for x, y in zip(a, b)) \
        and sum(x != y for x, y in zip(a, b)) <= 1


@claim
def thePageTellsTheSameNumbersAsTheDocument():
    page, found = text(FULL, False), made(FULL, False)[1]
    for grade, share in found["severity"]["probability"].items():
        told = "> 99 %" if 0.995 < share < 1 else "< 1 %" if 0 < share < 0.005 else f"{100 * share:.0f} %"
        picture = page.split('aria-labelledby="grades-title')[1].split("</svg>")[0]
        expect(f"{grade} {told}" in html.unescape(picture), grade, told)
    table = rows(page, "ranges")[2:]
    expect_equal(len(table), len(found["treatments"]))
    for row, treatment in zip(table, found["treatments"]):
        for cell, finding in zip(row[1:], ["FSV", "RF", "LAPmean", "LVEF", "MVmeanGradient"]):
            expect(agree(cell, ranged(treatment["ranges"][finding])), treatment["id"], finding, cell)
    years = rows(page, "course")
    for course in found["courses"]:
        for days, told in [(0, "now"), (1826.25, "5 y")]:
            moment = [one for one in course["timeline"] if one["days"] <= days + 0.5][-1]
            cells = [len(row) > 1 and agree(row[1], ranged(moment["ranges"]["LVEDV"])) for row in years if row[0].split(",")[0] == told]
            expect(any(cells), course["id"], told, ranged(moment["ranges"]["LVEDV"]), years)
    fits = rows(page, "fit")[1:]
    residuals = found["fit"]["residuals"]
    for row in fits:
        name = next((one for one in residuals if abs(float(row[3].replace("−", "-")) - residuals[one]["zScore"]) < 0.051), None)
        expect(name, "no such z:", row)
    expect(f"seed {found['fit']['seed']}" in page and found["version"] in page, "seed or version missing")


@claim
def theVerdictAdviceAndLimitsComeFirst():
    for name, quick in TOLD:
        page = text(name, quick)
        order = [page.index(word) for word in ["no medical device", 'id="verdict"', "<nav "] + ['id="chances"'] * ('id="chances"' in page) + ['id="heart"', 'id="criteria"',
                                               'id="recommendations"', 'id="curves"', 'id="sound"', 'id="treatments"',
                                               'id="plain-words"', 'id="method"', 'id="sources"']]
        expect_equal(order, sorted(order), name)
    verdict = text(FULL, False).split("<nav ")[0]
    for word in ["Severe mitral regurgitation", "Primary: flail leaflet", "probability of", "Stage", "Urgency", "class"]:
        expect(word in verdict, word)


@claim
def everyMechanismIsDrawnAsItIs():
    for name, word in [(FULL, "torn loose"), ("functional-dilated", "pulls the mitral leaflets apart"),
                       ("healthy-adult", "The mitral valve closes"), ("lesion-prolapse", "bulges into the atrium"),
                       ("lesion-rheumatic", "thick, stiff and scarred"), ("lesion-fixed-orifice", "A hole in the mitral")]:
        page = text(name, name != FULL)
        picture = page.split('aria-labelledby="four-chambers-title')[1].split("</svg>")[0]
        expect(word in picture, name, re.findall(r"<text[^>]*>([^<]+)", picture)[:3])
        leaks = name != "healthy-adult"
        expect_equal(">jet<" in picture, leaks, name)


@claim
def thePersonsPageIsAPageOfItsOwnOnPaper():
    for name, quick, size in [(FULL, False, (8.27, 11.69)), (FULL, False, (8.5, 11)), ("acute-rupture", True, (8.27, 11.69))]:
        path = os.path.join(FOLDER.name, "page.pdf")
        browser().open(made(name, quick)[0], 1400, 900, dark=True)
        browser().pdf(path, size)
        sheets = subprocess.run(["pdftotext", "-layout", path, "-"], capture_output=True, text=True, check=True).stdout
        sheets = sheets.split("\f")[:-1]
        expect(6 <= len(sheets) <= 22, name, len(sheets))
        begins = [sheet.lstrip().splitlines()[0].strip() for sheet in sheets if sheet.strip()]
        expect_equal(len(begins), len(sheets), f"{name}: an empty page:")
        own = [place for place, first in enumerate(begins) if first == "In plain words, for the person"]
        expect_equal(len(own), 1, f"{name} {size}: {begins}")
        expect("Contents" not in " ".join(sheets), "the contents are printed")
        after = begins[own[0] + 1:]
        expect(any(first == "What this rests on" for first in after[:2]), name, "what follows stands on it:", after)
