"""The tables of docs/listening.md: what `mitral listen` says, beside what is published.

MITRAL_WRITE_DOCS=1 ./test --only command writes them anew.
"""

import functools
import json
import os
import pathlib

from claims import claim, expect_equal
from command import ROOT, CaseFile, mitral

PAGE = pathlib.Path(ROOT, "docs", "listening.md")
ADULT = "healthy-adult"
SEVERE = ["acute-severe", "chronic-compensated", "chronic-decompensated"]
TORN = "lesion-papillary-muscle-rupture"


@functools.cache
def listened(case, *arguments):
    result = mitral("listen", case, *arguments, "--json")
    expect_equal((result.returncode, result.stderr), (0, b""), f"{case} {arguments}")
    return json.loads(result.stdout)["listening"]


def adult(**numbers):
    """The healthy adult with other numbers of the heart, as mitralValve_openArea="1 cm2"."""
    return listened(ADULT, *(f"--set=heart.{name.replace('_', '.')}={value}" for name, value in numbers.items()))


def stated(lines):
    with CaseFile("name: A heart\n" + lines) as path:
        return listened(path)


def hole(area):
    return adult(mitralValve_leakArea=f"{area}cm2")


def sound(found, name, where="heard"):
    return next((one for one in found[where]["sounds"] if one["id"] == name), None)


def time(found, name):
    return sound(found, name)["time"]["value"]


def gap(found, first, second):
    return time(found, second) - time(found, first)


def murmur(found, name="mitral-leak"):
    return next(one for one in found["heard"]["murmurs"] if one["id"] == name)


def signed(value, digits=1):
    text = f"{abs(value):.{digits}f}"
    return text if not float(text) else ("−" if value < 0 else "+") + text


def relative(found, name="M1"):
    return signed(sound(found, name)["relative"]["value"])


def amplitude(found, name):
    one = sound(found, name)
    return f"{one['amplitude']:.2f}{'' if one['heard'] else ' (not heard)'}" if one else "none"


def listed(values):
    return ", ".join(str(value) for value in values)


def split(found):
    return f"{found['heard']['A2P2']['value']:.0f}"


def end_after_aortic_closure(found):
    return f"{signed(murmur(found)['to']['value'] - time(found, 'A2'), 0)} ms"


def course(found):
    one = murmur(found)
    return f"{one['timing']}, {one['shape']}"


def audible(found):
    return f"{murmur(found)['audibility']['value']:.0f}"


def heard_rows():
    cases = {name: listened(name) for name in [ADULT, *SEVERE, TORN, "lesion-prolapse", "lesion-flail-leaflet",
                                               "lesion-rheumatic", "lesion-fixed-orifice", "lesion-leaflet-tethering"]}
    healthy, prolapse, rheumatic = cases[ADULT], cases["lesion-prolapse"], cases["lesion-rheumatic"]
    severe = [cases[name] for name in SEVERE]
    acute, compensated, decompensated = severe
    torn = cases[TORN]
    wide = severe + [torn]
    stiff = adult(leftVentricle_passiveStress="2.2kPa", septum_passiveStress="2.2kPa")
    thick = adult(leftVentricle_wallVolume="150mL", septum_wallVolume="60mL")
    narrow = adult(mitralValve_openArea="1.5cm2")
    full, empty = (adult(mitralValve_openArea="1.5cm2", bloodVolume=f"{blood}mL") for blood in (5590, 4690))
    leaking = adult(mitralValve_openArea="1.5cm2", mitralValve_leakArea="0.3cm2")
    quivering = stated("rhythm: atrial-fibrillation\n")
    mechanical, tissue = (
        stated(f"treatments: [{{kind: replacement-{kind}, size: 29 mm}}]\n") for kind in ("mechanical", "biological"))
    pressures = [
        json.loads(mitral("simulate", name, "--json").stdout)["findings"]["PASP"]["value"] for name in SEVERE]
    rise = murmur(rheumatic, "mitral-flow")["presystolicRise"]
    into = any("into S1" in sentence for sentence in rheumatic["description"])
    yield "M1 after ventricular activation, ms", "20–60", f"{time(healthy, 'M1'):.0f}"
    yield "M1–T1, ms", "20–30", f"{gap(healthy, 'M1', 'T1'):.0f}"
    yield "A2–P2 of the healthy adult, breathing out, ms", "up to 30", split(healthy)
    yield ("A2–P2 in severe regurgitation, breathing out, ms", "wider",
           f"{listed(map(split, wide))} (acute, compensated, decompensated, torn papillary muscle)")
    yield ("S1 in severe regurgitation, dB", "soft",
           f"{listed(map(relative, severe))} (acute, compensated, decompensated)")
    yield ("S1 with atrioventricular delays of 80, 100 and 260 ms (usual: 160), dB", "loud, loud, soft",
           listed(relative(adult(atrioventricularDelay=f"{delay}ms")) for delay in (80, 100, 260)))
    yield ("S1 in prolapse; in stenosis of 1.5 and 1 cm²; of 1.5 beside a leak of 0.3 cm², dB", "usual; loud; not loud",
           "; ".join([relative(prolapse), f"{relative(narrow)}, {relative(adult(mitralValve_openArea='1cm2'))}",
                      relative(leaking)]))
    yield (f"P2 with pulmonary systolic pressures of {listed(f'{one:.0f}' for one in pressures)} mmHg, dB", "loud",
           listed(relative(one, "P2") for one in severe))
    yield "S3 after A2, ms", "120–180", listed(f"{gap(one, 'A2', 'S3'):.0f}" for one in wide)
    yield ("S3 against S1: acute, compensated, decompensated; healthy", "heard in severe leaks, not at 45 in health",
           f"{listed(amplitude(one, 'S3') for one in severe)}; {amplitude(healthy, 'S3')}")
    yield ("S4 before S1 (acute, torn papillary muscle, stiff walls, thick walls), ms", "about 90",
           listed(f"{gap(one, 'S4', 'M1'):.0f}" for one in (acute, torn, stiff, thick)))
    yield ("S4 against S1 in the same", "heard", listed(amplitude(one, "S4") for one in (acute, torn, stiff, thick)))
    yield ("S4 in the healthy, compensated, decompensated and fibrillating", "not heard",
           listed(amplitude(one, "S4") for one in (healthy, compensated, decompensated, quivering)))
    yield ("opening snap after A2, valve of 1.5 cm²; with 0.5 L more blood; 0.4 L less, ms",
           "40–120, the shorter the higher the atrium's pressure",
           "; ".join(f"{gap(one, 'A2', 'opening-snap'):.0f}" for one in (narrow, full, empty)))
    yield ("presystolic crescendo of the rumble", "in sinus rhythm, up to S1",
           f"{signed(rise['value'])} dB, {'into S1' if into else '**ending before S1**'}" if rise else "**none**")
    yield ("mechanical valve of 29 mm: closing click; opening click, ms after A2", "always; fainter",
           f"{amplitude(mechanical, 'closing-click')}; {amplitude(mechanical, 'opening-click')}, "
           f"{gap(mechanical, 'A2', 'opening-click'):.0f}")
    yield "biological valve: S1, dB", "usual, soft", relative(tissue)
    yield "click after M1, ms", "over 150", f"{gap(prolapse, 'M1', 'click'):.0f}"
    yield ("regurgitation heard in so many of 100: holes of 0.05, 0.10, 0.15 cm²", "10–40 where mild",
           listed(audible(hole(area)) for area in (0.05, 0.1, 0.15)))
    yield ("the same: hole of 0.4 cm², acute, compensated, decompensated", "86–100 where severe",
           listed(map(audible, [hole(0.4), *severe])))
    yield ("grade: compensated, acute, decompensated, fresh torn leaflet", "4 and more goes with severe (Desjardins 1996)",
           listed(murmur(one)["grade"] for one in (compensated, acute, decompensated, cases["lesion-flail-leaflet"])))
    yield ("hole; tethering; compensated", "holosystolic, plateau",
           "; ".join(course(one) for one in (cases["lesion-fixed-orifice"], cases["lesion-leaflet-tethering"], compensated)))
    yield "prolapse", "click, then late crescendo", f"{course(prolapse)}; also heard at {listed(murmur(prolapse)['radiation'])}"
    yield ("papillary muscle torn: shape, grade, end after A2", "early decrescendo, soft or silent, ends before A2",
           f"{course(torn)}, {murmur(torn)['grade']}, **{end_after_aortic_closure(torn)}**")
    yield "acute state: end after A2", "−40 ms and earlier", f"**{end_after_aortic_closure(acute)}**"
    yield ("rumble: stenosis with a leak; torrential leaks", "both",
           f"grade {murmur(rheumatic, 'mitral-flow')['grade']}; grade "
           f"{listed(murmur(one, 'mitral-flow')['grade'] for one in severe)}")


def manoeuvre_rows():
    def change(case, manoeuvre, what):
        changes = {one["what"]: one["value"] for one in listened(case, "--manoeuvre", manoeuvre)["changes"]}
        return changes[what]

    def organic(manoeuvre):
        return listed(f"{signed(change(case, manoeuvre, 'mitral-leak'))} ({name})" for case, name in [
            ("lesion-fixed-orifice", "hole"), ("lesion-flail-leaflet", "torn leaflet"), ("chronic-compensated", "compensated")])

    def click(manoeuvre):
        shift = change("lesion-prolapse", manoeuvre, "click-after-S1")
        return f"{abs(shift):.0f} ms {'earlier' if shift < 0 else 'later'}"

    def length(manoeuvre):
        found = listened("lesion-prolapse", "--manoeuvre", manoeuvre)
        before = next(one for one in found["atRest"]["murmurs"] if one["id"] == "mitral-leak")
        return f"{murmur(found)['shareOfSystole']['value']:.0f} % of systole ({before['shareOfSystole']['value']:.0f} before)"

    yield "Valsalva: organic leak, dB", "softer", organic("valsalva")
    yield "prolapse: click", "earlier, ≥ 20 ms", click("valsalva")
    yield "prolapse: murmur", "longer", length("valsalva")
    yield "Standing: click", "earlier (tilt: Towne, Br Heart J 1978;40:482)", click("stand")
    yield "prolapse: murmur", "longer", length("stand")
    yield "Squatting: click", "later", click("squat")
    yield "prolapse: murmur", "shorter", length("squat")
    yield "organic leak, dB", "louder or the same", organic("squat")
    yield "Handgrip: organic leak, dB", "louder (68 % of patients)", organic("handgrip")
    yield "prolapse: click", "later or variable", click("handgrip")


def check(block, rows):
    """The block of the page has these rows; where pages are to be written, it is given them."""
    text = PAGE.read_text()
    begin, end = f"<!-- {block}: written by the tests -->\n\n", f"\n<!-- {block}: end -->"
    first = text.index(begin) + len(begin)
    last = text.index(end, first)
    table = "".join(f"| {' | '.join(row)} |\n" for row in [("", "published", "here"), ("---", "---", "---"), *rows])
    if os.environ.get("MITRAL_WRITE_DOCS") == "1":
        PAGE.write_text(text[:first] + table + text[last:])
    else:
        expect_equal(text[first:last], table, "renew docs/listening.md with MITRAL_WRITE_DOCS=1;")


@claim
def theTableOfWhatIsHeardIsUpToDate():
    check("heard", heard_rows())


@claim
def theTableOfManoeuvresIsUpToDate():
    check("manoeuvres", manoeuvre_rows())
