"""`mitral listen`: sound, picture and words, as a user meets them."""

import functools
import json
import math
import pathlib
import struct
import tempfile
import wave
import xml.etree.ElementTree

from claims import claim, expect, expect_equal
from command import BAD_INPUT, USAGE, CaseFile, expect_refusal, mitral

# Of the file, and after every sixth sample is kept: nothing above 1.5 kHz is in it.
FILE_RATE, RATE = 48000, 8000


@functools.cache
def heard(*arguments):
    """What was heard, of the one JSON document that a call prints."""
    result = mitral("listen", *arguments, "--json")
    expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
    return json.loads(result.stdout)["listening"]


@functools.cache
def recorded(*arguments):
    """The samples of the sound, −1 … 1, read by Python's own reader."""
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/sound.wav"
        result = mitral("listen", *arguments, "-o", path)
        expect_equal((result.returncode, result.stderr), (0, b""), " ".join(arguments))
        with wave.open(path) as sound:
            expect_equal((sound.getnchannels(), sound.getsampwidth(), sound.getframerate()), (1, 2, FILE_RATE))
            frames = sound.readframes(sound.getnframes())
        size = pathlib.Path(path).stat().st_size
        expect_equal(size, 44 + len(frames), "bytes of the file")
    return [value / 32767 for (value,) in struct.iter_unpack("<h", frames)][:: FILE_RATE // RATE]


def sound(document, name, where="heard"):
    return next((one for one in document[where]["sounds"] if one["id"] == name), None)


def murmur(document, name="mitral-leak", where="heard"):
    return next(one for one in document[where]["murmurs"] if one["id"] == name)


def change(document, what):
    return next(one["value"] for one in document["changes"] if one["what"] == what)


def energies(samples, frequencies):
    """Goertzel's sums."""
    out = []
    for frequency in frequencies:
        turn = 2 * math.cos(2 * math.pi * frequency / RATE)
        a = b = 0.0
        for value in samples:
            a, b = value + turn * a - b, a
        out.append(a * a + b * b - turn * a * b)
    return out


@claim
def aSoundIsAWaveFileOfTheLengthAskedFor():
    expect_equal(len(recorded("lesion-flail-leaflet")), 10 * RATE)
    samples = recorded("lesion-flail-leaflet", "--seconds", "3")
    expect_equal(len(samples), 3 * RATE)
    expect(0.1 < max(map(abs, samples)) < 1)


@claim
def theSameCallSoundsTheSameAndBreathIsHeardOnlyWhereAskedFor():
    call = ["healthy-adult", "--chestpiece", "diaphragm", "--seconds", "2"]
    once = recorded(*call)
    with_breath = recorded(*call, "--noise", "--seed", "3")
    expect(once != with_breath)
    recorded.cache_clear()
    expect_equal(with_breath, recorded(*call, "--noise", "--seed", "3"))
    # In late diastole the diaphragm brings nothing but the breath.
    rest = slice(int(0.90 * RATE), int(0.97 * RATE))
    power = lambda samples: sum(value * value for value in samples[rest])
    expect(power(with_breath) > 5 * power(once), power(with_breath), power(once))


@claim
def whatIsNoSiteNoManoeuvreNoPieceOrNoLengthIsAUsageErrorThatNamesWhatIsAllowed():
    for option, value, *allowed in [
        ("--site", "knee", "apex", "axilla", "base", "lower-left-sternal-border"),
        ("--manoeuvre", "jump", "valsalva", "squat", "stand", "handgrip"),
        ("--chestpiece", "horn", "bell", "diaphragm"), ("--seconds", "0", "1", "120"), ("--seconds", "-3", "1", "120"), ("--seconds", "nan", "120"),
        ("--seconds", "1e9", "120"), ("--leaflet", "middle", "anterior", "posterior"), ("--output", "heart.mp3", ".mp3", "WAV"),
    ]:
        expect_refusal(mitral("listen", "healthy-adult", option, value), USAGE, value, option, *allowed)
    expect_refusal(mitral("listen", "no-such-case"), BAD_INPUT, "no-such-case")


@claim
def wordsOfOptionsMayBeginLarge():
    for large, small in [
        (["--site", "Base", "--chestpiece", "Bell", "--leaflet", "Anterior", "--manoeuvre", "Squat"],
         ["--site", "base", "--chestpiece", "bell", "--leaflet", "anterior", "--manoeuvre", "squat"]),
    ]:
        expect_equal(heard("lesion-flail-leaflet", *large), heard("lesion-flail-leaflet", *small))
    for call in [["simulate", "healthy-adult", "--load", "Upright"], ["catalogue", "Instruments"],
                 ["echo", "healthy-adult", "--guideline", "ESC-EACTS-2021"], ["examine", "healthy-adult", "--with", "ECG"]]:
        result = mitral(*call)
        expect_equal((result.returncode, result.stderr), (0, b""), " ".join(call))


@claim
def withoutAFileOnlyWordsAreGiven():
    result = mitral("listen", "lesion-prolapse")
    text = " ".join(result.stdout.decode().split())
    expect_equal(result.returncode, 0)
    for word in ["beats a minute", "click", "to-late systolic murmur of mitral regurgitation", "crescendo", "/6", "apex"]:
        expect(word in text, word, text)


@claim
def theHealthyHeartHasTwoSoundsAndNoMurmur():
    document = heard("healthy-adult")
    expect(all(not one["heard"] for one in document["heard"]["murmurs"]))
    expect_equal([one["id"] for one in document["heard"]["sounds"] if one["heard"]], ["M1", "T1", "A2", "P2"])


@claim
def theBellKeepsTheRumbleAndTheDiaphragmTheRegurgitation():
    bell = recorded("lesion-rheumatic", "--chestpiece", "bell", "--seconds", "6")
    diaphragm = recorded("lesion-rheumatic", "--chestpiece", "diaphragm", "--seconds", "6")
    low, high = list(range(30, 150, 10)), list(range(200, 600, 20))
    expect(sum(energies(bell, low)) > 20 * sum(energies(bell, high)))
    expect(sum(energies(diaphragm, high)) > 2 * sum(energies(diaphragm, low)))
    rumble = murmur(heard("lesion-rheumatic"), "mitral-flow")
    expect(rumble["heard"] and rumble["frequency"]["value"] < 150)
    snap = sound(heard("lesion-rheumatic"), "opening-snap")
    expect(snap["heard"])


@claim
def theSoundInTheFileHasTheMurmursPitchAndTheFirstSoundsDepth():
    document = heard("chronic-compensated")
    samples = recorded("chronic-compensated")
    cycle = 60 / document["heard"]["rate"]["value"]
    first, second = sound(document, "M1")["time"]["value"] / 1000, sound(document, "A2")["time"]["value"] / 1000
    # Where the ventricles are activated first: by the loudest low sound of the first beat.
    loudest = max(range(int(cycle * RATE)), key=lambda k: abs(samples[k])) / RATE
    frequencies = list(range(20, 800, 20))
    systole, closure = [0.0] * len(frequencies), [0.0] * len(frequencies)
    for beat in range(1, 9):
        start = loudest - 0.01 - first + beat * cycle
        middle = samples[int((start + 0.16) * RATE):int((start + second - 0.06) * RATE)]
        onset = samples[int((start + first) * RATE):int((start + first + 0.07) * RATE)]
        systole = [a + b for a, b in zip(systole, energies(middle, frequencies))]
        closure = [a + b for a, b in zip(closure, energies(onset, frequencies))]
    middle = sum(f * e for f, e in zip(frequencies, systole)) / sum(systole)
    law = 282 + 74.4 * (murmur(document)["jet"]["value"] - 2.9)
    expect(0.75 * law < middle < 1.2 * law and middle < 600, middle, law)
    low = sum(e for f, e in zip(frequencies, closure) if f <= 150)
    expect(low > 0.7 * sum(closure), low / sum(closure))


@claim
def standingAndStrainingBringTheClickForwardByTwentyMilliseconds():
    for manoeuvre in ["stand", "valsalva"]:
        document = heard("lesion-prolapse", "--manoeuvre", manoeuvre)
        expect(change(document, "click-after-S1") < -20, manoeuvre, change(document, "click-after-S1"))


@claim
def aSmallVentricleLengthensTheMurmurOfAProlapseAndAFullOneShortensIt():
    for manoeuvre in ["stand", "valsalva"]:
        expect(change(heard("lesion-prolapse", "--manoeuvre", manoeuvre), "mitral-leak-share") > 2, manoeuvre)
    squat = heard("lesion-prolapse", "--manoeuvre", "squat")
    expect(change(squat, "click-after-S1") > 10, change(squat, "click-after-S1"))
    expect(change(squat, "mitral-leak-share") < -2, change(squat, "mitral-leak-share"))
    # One squats down from standing, not from lying.
    standing = heard("lesion-prolapse", "--manoeuvre", "stand")
    expect_equal(squat["atRest"]["rate"], standing["heard"]["rate"])


@claim
def howLoudAFileIsIsToldAndItIsNotTurnedUpForAPlace():
    with tempfile.TemporaryDirectory() as folder:
        result = mitral("listen", "acute-severe", "--site", "axilla", "-o", f"{folder}/axilla.wav")
    text = " ".join(result.stdout.decode().split())
    for words in ["dB of full scale", "recorded at one level", "Loudest sound at the axilla"]:
        expect(words in text, words, text)
    peak = lambda site: max(map(abs, recorded("acute-severe", "--site", site, "--seconds", "3")))
    expect(peak("axilla") < 0.7 * peak("apex"), peak("axilla"), peak("apex"))


@claim
def strainingSoftensAndGrippingRaisesAnOrganicMurmur():
    for case in ["lesion-fixed-orifice", "chronic-compensated"]:
        strain = change(heard(case, "--manoeuvre", "valsalva"), "mitral-leak")
        grip = change(heard(case, "--manoeuvre", "handgrip"), "mitral-leak")
        expect(strain < -0.4 and grip > 0.4, case, strain, grip)


@claim
def whatTheManoeuvreChangedIsTold():
    result = mitral("listen", "lesion-fixed-orifice", "--manoeuvre", "handgrip")
    expect("than at rest" in " ".join(result.stdout.decode().split()), result.stdout)
    document = heard("lesion-fixed-orifice", "--manoeuvre", "squat")
    expect_equal(document["manoeuvre"], "squat")
    expect(document["heard"]["rate"] != document["atRest"]["rate"])


@claim
def theLeafletDecidesWhereTheMurmurIsCarried():
    posterior = murmur(heard("lesion-flail-leaflet", "--leaflet", "posterior"))
    anterior = murmur(heard("lesion-flail-leaflet", "--leaflet", "anterior"))
    expect("base" in posterior["radiation"], posterior)
    expect("base" not in anterior["radiation"], anterior)


@claim
def fibrillationIsIrregularAndHasNoFourthSound():
    case = "name: Fibrillating\nrhythm: atrial-fibrillation\nlesions: [{kind: fixed-orifice, orificeArea: 0.4 cm2}]\n"
    with CaseFile(case) as path:
        document = heard(path)
        expect_equal(document["heard"]["regular"], False)
        expect(sound(document, "S4") is None)
        samples = recorded(path)
    expect_equal(len(samples), 10 * RATE)


@claim
def fibrillationIsIrregularInEveryManoeuvreButAPassingOneWhichSaysSo():
    with CaseFile("name: Fibrillating\nrhythm: atrial-fibrillation\n") as path:
        for manoeuvre in ["handgrip", "squat", "stand"]:
            once, other = (heard(path, "--manoeuvre", manoeuvre, "--seed", seed) for seed in ["1", "2"])
            expect_equal((once["heard"]["regular"], once["description"][0][:9]), (False, "Irregular"), manoeuvre)
            expect(abs(sound(once, "A2")["time"]["value"] - sound(other, "A2")["time"]["value"]) > 0.1, manoeuvre, "a seed is a rhythm")
        strain = heard(path, "--manoeuvre", "valsalva")
    expect_equal((strain["heard"]["regular"], strain["atRest"]["regular"]), (True, False))
    expect(strain["description"][0].startswith("Regular"), strain["description"][0])
    expect(any("every beat has its mean length" in one for one in strain["description"]), strain["description"])


@claim
def everyShippedHeartSoundsInEveryManoeuvreOrIsSaidToComeToNoRest():
    cases = [one["id"] for one in json.loads(mitral("catalogue", "cases", "--json").stdout)["cases"]]
    chosen = cases[::7] + ["secondary-mild", "lesion-annular-dilatation"]
    for case in chosen:
        for manoeuvre in ["handgrip", "squat", "stand", "valsalva"]:
            result = mitral("listen", case, "--manoeuvre", manoeuvre, "--json")
            if result.returncode == 0:
                found = json.loads(result.stdout)["listening"]
                expect(sound(found, "M1") and found["description"], case, manoeuvre)
                isPassing = any("its first minute" in sentence for sentence in found["description"])
                expect(not isPassing or manoeuvre in ["stand", "squat"], case, manoeuvre)
            else:
                expect_refusal(result, 1, f"{case}: this heart comes to no rest under its reflexes and this load")


@claim
def thePictureIsWellFormedAndTellsInWordsWhatIsHeard():
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/sound.svg"
        expect_equal(mitral("listen", "acute-severe", "--plot", path).returncode, 0)
        root = xml.etree.ElementTree.parse(path).getroot()
    text = " ".join("".join(root.itertext()).split())
    for word in ["S3", "S4", "A2", "Holosystolic murmur", "Frequency (Hz)", "beats a minute"]:
        expect(word in text, word)


@claim
def aSoundThatCannotBeWrittenIsNoSuccess():
    result = mitral("listen", "healthy-adult", "-o", "/no/such/folder/sound.wav")
    expect_equal(result.returncode, 1)
    expect(b"cannot be written" in result.stderr)


@claim
def aHeartWhoseValvesOpenOutOfTheirOrderIsListenedTo():
    for case in ["acute-severe", "lesion-annular-dilatation", "lesion-papillary-muscle-rupture"]:
        for leak, duration in [(3, 300), (5, 900)]:
            result = mitral(
                "listen", case, "--set", f"heart.aorticValve.leakArea={leak}cm2",
                "--set", f"heart.atrialActivation.duration={duration}ms")
            expect(result.returncode in (0, 1), case, leak, duration, result.returncode, result.stderr[:300])
