"""Bodies and addresses that nobody would send never break the server; the seeds are fixed."""

import json
import random

from claims import claim, expect, expect_equal
from server import CASES, expect_problem, shared, shipped

NAMES = sorted(path.stem for path in CASES.glob("*.yaml"))


def mutated(text, dice):
    """A case with some of its bytes changed, lost, doubled, or lines moved."""
    data = bytearray(text)
    for _ in range(dice.randint(1, 8)):
        place = dice.randrange(len(data)) if data else 0
        match dice.randrange(6):
            case 0: data[place:place + 1] = bytes([dice.randrange(256)])
            case 1: del data[place:place + dice.randint(1, 20)]
            case 2: data[place:place] = data[place:place + dice.randint(1, 40)]
            case 3: data[place:place] = dice.choice([b"1e309", b"-1", b"nan", b": ", b"[", b"{", b"\t", b"&a ", b"*a", b"!!x ", b"\xf0\x9f"])
            case 4:
                lines = bytes(data).split(b"\n")
                dice.shuffle(lines)
                data = bytearray(b"\n".join(lines))
            case 5:
                digits = [i for i, byte in enumerate(data) if 48 <= byte <= 57]
                if digits:
                    data[dice.choice(digits)] = dice.randrange(48, 58)
    return bytes(data)


def expect_sane(answer, told):
    expect(answer.status in (200, 400, 413, 415, 422, 503), answer.status, told[:200])
    json.loads(answer.body)
    if answer.status != 200:
        expect_problem(answer, answer.status)


@claim
def randomBytesAreRefusedWithAReason():
    dice = random.Random(20261124)
    for number in range(300):
        body = dice.randbytes(dice.choice([1, 10, 100, 1000, 10000]))
        expect_sane(shared().post("/api/" + ["grade", "simulate"][number % 2], body), body)
    expect_equal(shared().get("/api/health").status, 200)


@claim
def mutatedCasesAreGradedOrRefusedWithAReason():
    dice = random.Random(20261125)
    for _ in range(500):
        body = mutated(shipped(dice.choice(NAMES)), dice)
        expect_sane(shared().post("/api/grade", body), body)
    expect_equal(shared().get("/api/health").status, 200)


@claim
def mutatedCasesAreSimulatedOrRefusedWithAReason():
    dice = random.Random(20261126)
    stated = [name for name in NAMES if b"findings:" not in shipped(name)]
    for _ in range(150):
        body = mutated(shipped(dice.choice(stated)), dice)
        expect_sane(shared().post("/api/simulate", body), body)
    expect_equal(shared().get("/api/health").status, 200)


@claim
def randomAddressesAreRefusedWithAReason():
    dice = random.Random(20261127)
    letters = "abz/.%?=&+;:@!$'()*,~-_09[]"
    for _ in range(300):
        path = "/" + dice.choice(["", "api/", "api/catalogue/"]) + "".join(dice.choices(letters, k=dice.randint(0, 30)))
        answer = shared().ask(dice.choice(["GET", "POST", "HEAD"]), path)
        expect(answer.status < 500, path, answer.status)
    for _ in range(200):
        query = "".join(dice.choices(letters + "seed=guideline", k=dice.randint(1, 40)))
        answer = shared().post("/api/grade?" + query, shipped("healthy-adult"))
        expect(answer.status < 500, query, answer.status, answer.body[:200])
