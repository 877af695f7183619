"""A small frame for tests of what is outside Swift: each test is a function whose name is the claim.

A file of claims ends with `claims.main()`. Every claim is run, each prints one line, and the last line is
`N passed, N failed`; the exit status is 0 only when none failed and at least one ran. `--list` names them, and words
given as arguments choose those whose name contains one of them.
"""

import sys
import time
import traceback

_claims = []


class Failure(Exception):
    """What a claim raises when it does not hold."""


def claim(function):
    """Marks a function as a claim."""
    _claims.append(function)
    return function


def expect(truth, *seen):
    """The claim fails unless `truth`; what was seen instead is told."""
    if not truth:
        raise Failure(" ".join(str(item) for item in seen) or "not so")


def expect_equal(found, wanted, what=""):
    expect(found == wanted, what, f"found {found!r}, wanted {wanted!r}")


def _where(error):
    frames = traceback.extract_tb(error.__traceback__)
    own = [f for f in frames if not f.filename.endswith("claims.py")] or frames
    return f"{own[-1].filename.rsplit('/', 1)[-1]}:{own[-1].lineno}"


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("-")]
    chosen = [f for f in _claims if not words or any(word in f.__name__ for word in words)]
    if "--list" in sys.argv:
        print("\n".join(f.__name__ for f in chosen))
        return
    passed = failed = 0
    for function in chosen:
        began = time.monotonic()
        try:
            function()
        except Exception as error:  # a claim that breaks has failed; the others still run
            failed += 1
            kind = "" if isinstance(error, Failure) else f"{type(error).__name__}: "
            print(f"FAILED {function.__name__} ({_where(error)}): {kind}{error}", flush=True)
        else:
            passed += 1
            print(f"ok {function.__name__} ({time.monotonic() - began:.1f} s)", flush=True)
    print(f"{passed} passed, {failed} failed")
    sys.exit(0 if passed and not failed else 1)
