"""Instruments and their pictures, as a user calls for them."""

import base64
import json
import pathlib
import re
import struct
import tempfile
import xml.etree.ElementTree as tree
import zlib

from claims import claim, expect, expect_equal
from command import USAGE, expect_refusal, mitral

INSTRUMENTS = {"echo-2d", "doppler", "colour-doppler", "mri", "cuff", "catheter", "ecg", "chest-film", "stethoscope"}
SVG = "{http://www.w3.org/2000/svg}"


def document(*arguments):
    """The one JSON document that a call prints."""
    result = mitral(*arguments, "--json")
    expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
    return json.loads(result.stdout)


def readings(found):
    return [(part["instrument"], one) for part in found["examination"] for one in part["readings"]]


@claim
def everyInstrumentReadsWithItsStatedScatterBesideTheTruth():
    found = document("examine", "lesion-flail-leaflet")
    expect_equal({part["instrument"] for part in found["examination"]}, INSTRUMENTS)
    table = mitral("examine", "lesion-flail-leaflet").stdout.decode()
    for _, one in readings(found):
        expect(one["finding"] in table, one["finding"])
    volumes = {one.get("by"): one for _, one in readings(found) if one["finding"] == "LVEDV"}
    expect(volumes["simpson"]["value"] < 0.9 * volumes["simpson"]["true"], volumes)
    expect(abs(volumes["mri"]["value"] / volumes["mri"]["true"] - 1) < 0.1, volumes)
    ring, forward, leak = (
        next(one["value"] for _, one in readings(found) if (one["finding"], one.get("by")) == pair)
        for pair in [("SV", "volumetric"), ("FSV", "continuity"), ("RVol", "volumetric")])
    expect(abs(ring - forward - leak) < 1e-6, ring, forward, leak)


@claim
def aHeartThatLacksThePatientsLeakIsNeverShownInSilence():
    for command in [["examine"], ["echo"], ["listen"], ["simulate"]]:
        told = " ".join(mitral(*command, "papillary-rupture-hypertensive").stdout.decode().split())
        expect("does not have the patient's leak" in told and "reported as severe" in told, command)
    notes = document("examine", "papillary-rupture-hypertensive")["notes"]
    expect(any("flail leaflet" in note for note in notes), notes)
    expect_equal(document("examine", "lesion-flail-leaflet")["notes"], [])


@claim
def aColourMachineReadsAtTheSpeedItIsSetTo():
    def radius(speed):
        found = document("echo", "lesion-flail-leaflet", "--aliasing-velocity", str(speed))
        return next(one["value"] for _, one in readings(found) if one["finding"] == "PISAr")

    # r goes with one over the root of the speed.
    expect(abs(radius(20) / radius(80) / 2 - 1) < 0.1, radius(20), radius(80))


@claim
def noiseIsTheSameForASeedAndAnotherForAnother():
    one, same, other, exact = (
        document("examine", "lesion-flail-leaflet", *more)
        for more in (["--noise", "--seed", "3"], ["--noise", "--seed", "3"], ["--noise", "--seed", "4"], []))
    expect_equal(one, same)
    for (_, a), (_, b), (_, c) in zip(readings(one), readings(other), readings(exact)):
        expect_equal((a["finding"], a.get("by")), (c["finding"], c.get("by")))
        if "sd" in c and c["sd"] > 0:
            expect(a["value"] != b["value"], a)
            expect(abs(a["value"] - c["value"]) < 6 * c["sd"], a, c)


@claim
def aTornValvesVeinIsReversedAndItsAtriaPushBackToo():
    """Fast hearts, in which the needle of early systole runs on into ejection."""
    for case, systolic in (("flail-leaflet", 0), ("papillary-rupture-shock", -0.3)):
        found = document("examine", case, "--with", "doppler")["examination"][0]
        values = {one["finding"]: one["value"] for one in found["readings"]}
        expect_equal(found["signs"]["pulmonaryVein"], "reversed", case)
        expect(values["PVS"] < systolic, case, values)
        # Where the atrium's push runs into what the last beat left, no wave of its own is seen, and that is said.
        unseen = any("Ar wave" in remark for remark in found.get("remarks", []))
        expect(unseen if "PVAr" not in values else 0.05 < values["PVAr"] < 0.35, case, values)
    expect("PVAr" in values, values)
    quivering = document("examine", "flail-asymptomatic-fibrillation", "--with", "doppler")["examination"][0]
    expect("PVAr" not in {one["finding"] for one in quivering["readings"]}, quivering["readings"])


@claim
def whatIsNotSeenIsSaid():
    table = mitral("examine", "healthy-adult", "--with", "doppler", "--with", "colour-doppler").stdout.decode()
    expect_equal(table.count("No mitral jet is seen."), 2)
    found = document("examine", "healthy-adult", "--with", "colour-doppler")["examination"][0]
    expect_equal(found["remarks"], ["No mitral jet is seen."])


@claim
def anInstrumentReadsTheSameAloneAndBesideOthers():
    alone = document("examine", "healthy-adult", "--with", "mri", "--noise", "--seed", "5")
    beside = document("examine", "healthy-adult", "--noise", "--seed", "5")
    expect_equal(alone["examination"], [part for part in beside["examination"] if part["instrument"] == "mri"])


@claim
def whatIsNoInstrumentNorSettingIsRefusedWithWhatIsAllowed():
    expect_refusal(mitral("examine", "healthy-adult", "--with", "knee"), USAGE, "knee", "doppler", "chest-film")
    for speed in ["0", "-30", "900", "fast", "nan"]:
        expect_refusal(
            mitral("echo", "healthy-adult", f"--aliasing-velocity={speed}"), USAGE, speed, "10", "100", "cm/s")
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "file")
        path.write_text("a file")
        result = mitral("echo", "healthy-adult", "-o", path)
        expect_equal((result.returncode, result.stdout), (1, b""))
        expect("folder" in result.stderr.decode(), result.stderr)


def rasters(svg):
    """The pictures within a picture, read as a PNG reader reads them: (width, height, rows of palette numbers)."""
    for text in re.findall(r"data:image/png;base64,([A-Za-z0-9+/=]+)", svg):
        data, place, body, size = base64.b64decode(text, validate=True), 8, b"", None
        while place < len(data):
            length, = struct.unpack(">I", data[place:place + 4])
            kind, part = data[place + 4:place + 8], data[place + 8:place + 8 + length]
            check, = struct.unpack(">I", data[place + 8 + length:place + 12 + length])
            expect_equal(zlib.crc32(kind + part), check)
            if kind == b"IHDR":
                size = struct.unpack(">II", part[:8])
            if kind == b"IDAT":
                body += part
            place += 12 + length
        rows = zlib.decompress(body)
        expect_equal(len(rows), size[1] * ((size[0] + 1) // 2 + 1))
        yield *size, rows


@claim
def everyPictureIsWellFormedAndSaysInWordsWhatIsToBeSeen():
    with tempfile.TemporaryDirectory() as folder:
        found = document("examine", "lesion-flail-leaflet", "-o", folder)
        named = {pathlib.Path(file) for part in found["examination"] for file in part.get("pictures", [])}
        expect_equal(named, set(pathlib.Path(folder).iterdir()))
        expect(len(named) >= 10, named)
        screens = 0
        for path in named:
            text = path.read_text()
            root = tree.fromstring(text)
            expect_equal(root.tag, SVG + "svg")
            expect_equal(root.get("role"), "img")
            title, description = root.find(SVG + "title").text, root.find(SVG + "desc").text
            expect(title and len(description) > 40, path.name, description)
            expect(not re.search(r"\bnan\b|\binf\b", text), path.name)
            for width, height, rows in rasters(text):
                # A scale of colours beside a screen is a raster, too, one point wide or high.
                if min(width, height) == 1:
                    continue
                screens += 1
                expect(width > 100 and height > 50, path.name, width, height)
                expect(len(set(rows)) > 8, path.name, "a screen of one shade")
        expect(screens >= 5, screens)


@claim
def theEchoLaboratoryDrawsItsScreens():
    with tempfile.TemporaryDirectory() as folder:
        result = mitral("echo", "lesion-prolapse", "-o", folder)
        expect_equal((result.returncode, result.stderr), (0, b""))
        expect(len(list(pathlib.Path(folder).glob("*.svg"))) >= 6, list(pathlib.Path(folder).iterdir()))


@claim
def measuredPatientsAreCasesThatCanBeAssessed():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "patient.yaml")
        found = document("examine", "chronic-compensated", "--noise", "--seed", "2", "--case", str(path))
        assessed = document("grade", str(path))
        expect(assessed["severity"]["grade"] == "severe", assessed["severity"])
        measured = assessed["case"]["findings"]
        expect_equal({one["finding"] for _, one in readings(found)} - set(measured), set())


@claim
def readingsOfEveryHeartMakeACaseThatIsTaken():
    """Whatever the draw: no volume below nothing, no fraction above all there is."""
    cases = [one["id"] for one in json.loads(mitral("catalogue", "cases", "--json").stdout)["cases"]]
    expect(len(cases) > 50, cases)
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "patient.yaml")
        for place, case in enumerate(cases):
            # Every heart under a draw, a few under more.
            for seed in range(1, 5) if place % 16 == 0 else [place]:
                path.unlink(missing_ok=True)
                result = mitral("examine", case, "--noise", "--seed", str(seed), "--case", str(path))
                if result.returncode == 1 and not path.exists():
                    break  # A heart that nobody can simulate.
                expect_equal((result.returncode, result.stderr), (0, b""), f"{case} {seed}")
                taken = mitral("grade", str(path), "--json")
                expect_equal((taken.returncode, taken.stderr), (0, b""), f"{case} {seed}")


@claim
def aReadingThatNoCaseMayStateIsLeftOutAndSaidSo():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "patient.yaml")
        strong = [f"--set=heart.{wall}.activeStress=180kPa" for wall in ("leftVentricle", "septum")]
        found = document("examine", "lesion-papillary-muscle-rupture", *strong, "--case", str(path))
        fractions = {one.get("by"): one["value"] for _, one in readings(found) if one["finding"] == "LVEF"}
        expect(fractions["teichholz"] > 95, fractions)
        expect(any("LVEF" in note and "teichholz" in note for note in found["notes"]), found["notes"])
        text = " ".join(path.read_text().split())
        expect("Left out, for no case may state it: LVEF" in text and "by: teichholz" in text, text)
        document("grade", str(path))


@claim
def simulateWithNoiseTellsWhatInstrumentsWouldHaveRead():
    found, same, other = (document("simulate", "healthy-adult", "--noise", "--seed", seed) for seed in ["9", "9", "10"])
    exact = document("simulate", "healthy-adult")
    expect_equal(found, same)
    expect("examination" not in exact and len(readings(found)) > 40)
    for name in ["LVEDV", "SBP", "E", "PCWP", "CO"]:
        values = [one["findings"][name]["value"] for one in (found, other, exact)]
        expect_equal(len(set(values)), 3, name)
        first = next(one for _, one in readings(found) if one["finding"] == name)
        expect_equal((first["value"], first["true"]), (values[0], values[2]))


@claim
def theBeatOnOneSheetHasItsThreeParts():
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder, "beat.svg")
        for case in ["lesion-flail-leaflet", "atrial-fibrillation-moderate"]:
            expect_equal(mitral("simulate", case, "--plot", path).returncode, 0)
            text = path.read_text()
            tree.fromstring(text)
            for words in ["Wiggers", "aortic closes", "Pressure–volume loop", "Velocity in the mitral valve"]:
                expect(words in text, words)


@claim
def theCatalogueOfInstrumentsNamesWhoSaysHowWellTheyRead():
    found = json.loads(mitral("catalogue", "instruments", "--json").stdout)["instruments"]
    expect_equal({one["id"] for one in found}, INSTRUMENTS)
    for one in found:
        for accuracy in one["accuracies"]:
            expect(accuracy["relative"] > 0 or accuracy["absolute"] > 0, one["id"], accuracy)
            expect(len(accuracy["source"]) > 5, one["id"], accuracy)
    told = [accuracy["source"] for one in found for accuracy in one["accuracies"]]
    named = [source for source in told if re.search(r"\b(19|20)\d\d\b", source)]
    expect(len(named) > len(told) / 3, f"only {len(named)} of {len(told)} name a paper or a standard with its year")


@claim
def theCatalogueOfInstrumentsTellsEachSourceOnce():
    found = json.loads(mitral("catalogue", "instruments", "--json").stdout)["instruments"]
    text = " ".join(mitral("catalogue", "instruments").stdout.decode().split())
    for source in {accuracy["source"] for one in found for accuracy in one["accuracies"]}:
        pattern = r"\[\d+\] " + re.escape(" ".join(source.split())) + r"(?= \[|$)"
        expect_equal(len(re.findall(pattern, text)), 1, source)
    expect("mm[Hg]" not in text, "a unit as files write it")


@claim
def theCatalogueOfInstrumentsTellsPointsFromPercentAndMethodsApart():
    found = json.loads(mitral("catalogue", "instruments", "--json").stdout)["instruments"]
    text = " ".join(mitral("catalogue", "instruments").stdout.decode().split())
    expect("LVEF by simpson ± 4 points" in text and "LVEDV by simpson ± 5.7 %" in text, text)
    for one in found:
        named = [(accuracy["finding"], accuracy.get("method")) for accuracy in one["accuracies"]]
        expect_equal(len(set(named)), len(named), one["id"])
    cuff = next(one for one in found if one["id"] == "cuff")
    expect_equal({accuracy["common"] for accuracy in cuff["accuracies"]}, {0.8})


@claim
def anUnusualRateIsNotCalledOrdinary():
    for rate, words in [(40, "bradycardia"), (70, "nothing out of the ordinary"), (120, "tachycardia")]:
        with tempfile.TemporaryDirectory() as folder:
            mitral("examine", "healthy-adult", "--set", f"heart.heartRate={rate}/min", "--with", "ecg", "-o", folder)
            text = "".join(picture.read_text() for picture in pathlib.Path(folder).iterdir()).lower()
        expect(words in text, rate)
        expect(("ordinary" in text) == (rate == 70), rate)


@claim
def theStethoscopeOfAnExaminationSaysWhatListeningSays():
    heard = json.loads(mitral("listen", "lesion-rheumatic", "--json").stdout)["listening"]["description"]
    expect(any("grade" in sentence for sentence in heard), heard)
    expect_equal(document("examine", "lesion-rheumatic", "--with", "stethoscope")["examination"][0]["heard"], heard)
    told = " ".join(mitral("examine", "lesion-rheumatic", "--with", "stethoscope").stdout.decode().split())
    for sentence in heard:
        expect(sentence in told, sentence)


@claim
def anEchoReportEndsWithItsImpressionGradedFromItsOwnReadings():
    with tempfile.TemporaryDirectory() as folder:
        for case in ["lesion-flail-leaflet", "lesion-leaflet-tethering", "lesion-rheumatic"]:
            readings_file = pathlib.Path(folder, "read.yaml")
            mitral("examine", case, "--with", "echo-2d", "--with", "doppler", "--with", "colour-doppler",
                   "--case", readings_file)
            graded = json.loads(mitral("grade", readings_file, "--json").stdout)["severity"]
            impression = {one["part"]: one["text"] for one in document("echo", case)["impression"]}
            expect(impression["regurgitation"].startswith(f"{graded['grade']} ({graded['confidence']}) by ESC/EACTS"),
                   case, impression["regurgitation"])
            for part in ["left-ventricle", "left-atrium", "mitral-valve", "lung-pressure", "discordance"]:
                expect(part in impression, case, part)
            expect("flow convergence" in impression["regurgitation"], impression)
        expect("narrow" in impression["opening"] and "planimetry" in impression["opening"], impression)
        told = mitral("echo", "lesion-rheumatic", "-o", folder).stdout.decode()
        written = pathlib.Path(folder, "impression.txt").read_text()
        for text in impression.values():
            expect(text in " ".join(told.split()) and text in " ".join(written.split()), text)


@claim
def anEchoOfAHealthyHeartFindsNothingAmiss():
    impression = {one["part"]: one["text"] for one in document("echo", "healthy-adult")["impression"]}
    expect_equal(impression["discordance"], "nothing; the readings agree.")
    expect(impression["lung-pressure"].endswith("pulmonary hypertension is unlikely."), impression)
    narrow = {one["part"]: one["text"] for one in document("echo", "lesion-rheumatic")["impression"]}
    expect(re.search(r"mean gradient [\d.]+ mmHg at \d+ /min", narrow["opening"]), narrow["opening"])


@claim
def anEchoKnowsThePressureThatWasMeasuredAtTheArm():
    text = " ".join(mitral("echo", "papillary-rupture-shock").stdout.decode().split())
    expect("severe (definite)" in text and "nothing speaks of shock" not in text, text)


@claim
def whatIsSeenIsToldInWordsThatPeopleUse():
    for case in ["flail-leaflet", "lesion-prolapse", "lesion-rheumatic", "healthy-adult"]:
        told = " ".join(mitral("echo", case).stdout.decode().split())
        for raw in ["mid late", "mid-late", "a dominant", "e dominant", "systolic dominant", "central small"]:
            expect(raw not in told, case, raw)
        impression = told.split("Impression", 1)[1]
        for token in ["LVEDV", "RVol", "EROA", "LVEF", " RF ", " SV "]:
            expect(token not in impression, case, token)


@claim
def thePicturesOfTheReadMeAreWhatItsCommandsDraw():
    """Their sizes and titles, not their curves, which follow every change of the heart."""
    def head(path):
        root = tree.parse(path).getroot()
        return root.get("viewBox"), root.find(f"{SVG}title").text

    images = pathlib.Path(__file__).resolve().parents[2] / "docs" / "images"
    with tempfile.TemporaryDirectory() as folder:
        for command in [["simulate", "flail-leaflet", "--plot", "beat.svg"],
                        ["examine", "flail-leaflet", "--with", "doppler", "-o", "."],
                        ["listen", "flail-leaflet", "--plot", "phonocardiogram.svg"]]:
            result = mitral(*command, at=folder)
            expect_equal(result.returncode, 0, result.stderr)
        for image in images.iterdir():
            expect(image.stat().st_size < 250_000, image.name, image.stat().st_size)
            expect_equal(head(image), head(pathlib.Path(folder, image.name)), image.name)
