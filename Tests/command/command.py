"""Runs the built command as a user's shell would, for the claims beside this file."""

import os
import pathlib
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Support"))
from claims import expect, expect_equal  # noqa: E402

# Another product may be tried: MITRAL_BINARY=/path/to/mitral.
BINARY = pathlib.Path(os.environ.get("MITRAL_BINARY", ROOT / ".build" / "release" / "mitral"))

USAGE = 64
BAD_INPUT = 65


def mitral(*arguments, standard_input=b"", at=None, timeout=120):
    """The finished process, its output as bytes."""
    return subprocess.run(
        [str(BINARY), *arguments], input=standard_input, capture_output=True, timeout=timeout, cwd=at or ROOT)


def expect_refusal(result, status, *named):
    """Refused with this status, nothing on standard output, and every one of `named` told on standard error."""
    told = result.stderr.decode(errors="replace")
    expect_equal(result.returncode, status, f"{' '.join(map(str, result.args[1:]))}: exit status:")
    expect_equal(result.stdout, b"", "standard output:")
    missing = [word for word in named if word not in told]
    expect(not missing, f"not told: {missing}; told: {told!r}")


class CaseFile:
    """A case file with these bytes, for the time of a `with` block; gives its path."""

    def __init__(self, contents, suffix=".yaml"):
        self.contents = contents if isinstance(contents, bytes) else contents.encode()
        self.suffix = suffix

    def __enter__(self):
        with tempfile.NamedTemporaryFile(suffix=self.suffix, delete=False) as file:
            file.write(self.contents)
        self.path = file.name
        return self.path

    def __exit__(self, *_):
        os.unlink(self.path)
