"""What is heard in the page: the sounds, murmurs and words of `mitral listen`, each at its moment."""

import json

from claims import claim, expect, expect_equal
from claims_engine import case_file, in_page
from command import CaseFile, mitral

HEARTS = {
    "rheumatic": [{"kind": "rheumatic", "orificeArea": 0.1, "openArea": 1.2}],
    "flail": [{"kind": "flail-leaflet", "orificeArea": 0.8}],
    "prolapse": [{"kind": "prolapse", "orificeArea": 0.4}],
    "healthy": [],
}


def settings(name):
    return {"version": 1, "name": name, **({"lesions": HEARTS[name]} if HEARTS[name] else {})}


def listened(name, site):
    with CaseFile(json.dumps(case_file(settings(name))), suffix=".json") as path:
        result = mitral("listen", path, "--site", site, "--json")
    expect_equal(result.returncode, 0, result.stderr)
    return json.loads(result.stdout)["listening"]


def sounded(name, site="apex"):
    return in_page("""const {samples, ...heard} = await engine.sound(settings, {site, duration: 1}); return heard;""",
                   settings=settings(name), site=site)


@claim
def thePageHearsTheSoundsAndMurmursThatTheCommandHears():
    expected = {"rheumatic": "opening-snap", "flail": "S3", "prolapse": "click"}
    for name in HEARTS:
        for site in ["apex", "base"]:
            wanted, found = listened(name, site), sounded(name, site)
            heard = {one["id"] for one in wanted["heard"]["sounds"] if one["heard"]}
            expect_equal({one["id"] for one in found["heard"]["sounds"] if one["heard"]}, heard, f"{name}, {site}")
            expect_equal({one["id"] for one in found["marks"][0]["sounds"]}, heard, f"{name}, {site}: marks")
            if site == "apex" and name in expected:
                expect(expected[name] in heard, name, heard)
            for one, other in zip(found["heard"]["murmurs"], wanted["heard"]["murmurs"], strict=True):
                expect_equal([one["id"], one["heard"], one["grade"], one["gradeHere"]],
                             [other["id"], other["heard"], other["grade"], other["gradeHere"]], f"{name}, {site}")
            expect_equal(found["sentences"], wanted["description"], f"{name}, {site}")
            expect_equal(found["site"], site)


@claim
def marksLieAtTheirMomentsOfEveryBeat():
    found = sounded("flail")
    [marks] = found["marks"]
    times = {one["id"]: one["time"] for one in found["heard"]["sounds"]}
    activation = in_page("return (await engine.beat(settings)).activation;", settings=settings("flail"))
    for one in marks["sounds"]:
        expect(abs(one["time"] - activation - times[one["id"]] / 1000) < 1e-9, one, times)
    [murmur] = [one for one in marks["murmurs"] if one["id"] == "mitral-leak"]
    expect(0.2 < murmur["to"] - murmur["from"] < 0.6, murmur)
    irregular = in_page("""const settings = {version: 1, name: "x", rhythm: "atrial-fibrillation",
            lesions: [{kind: "fixed-orifice", orificeArea: 0.4}]};
        const [beat, sound] = [await engine.beat(settings), await engine.sound(settings, {duration: 1})];
        return {starts: [...beat.activations], marks: sound.marks, regular: sound.heard.regular, rate: sound.heard.rate,
            HR: beat.findings.HR};""")
    expect_equal([irregular["regular"], irregular["rate"]], [False, irregular["HR"]])
    expect_equal(len(irregular["marks"]), len(irregular["starts"]))
    for start, marks in zip(irregular["starts"], irregular["marks"]):
        [first] = [one["time"] for one in marks["sounds"] if one["id"] == "M1"]
        expect(0 < first - start < 0.12, start, first)
