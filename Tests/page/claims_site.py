"""`mitral page`: a folder of files, written whole or not at all, and never over what somebody else put there."""

import os
import pathlib
import shutil
import stat
import tempfile

from claims import claim, expect, expect_equal
from command import expect_refusal, mitral
from site_server import SITE


def files(folder):
    root = pathlib.Path(folder)
    return sorted(str(path.relative_to(root)) for path in root.rglob("*")
                  if path.is_file() and not path.name.startswith("claims-"))


@claim
def theSiteHoldsTheEngineAndTheCases():
    found = files(SITE.folder)
    for name in ["engine/engine.js", "engine/worker.js", "engine/engine.wasm", "data/cases.json"]:
        expect(name in found, name, "not among", found)
    wasm = pathlib.Path(SITE.folder, "engine", "engine.wasm")
    expect(wasm.read_bytes()[:4] == b"\0asm" and wasm.stat().st_size < 3_000_000, wasm.stat().st_size)
    unreadable = [name for name in found if not os.stat(os.path.join(SITE.folder, name)).st_mode & stat.S_IROTH]
    expect_equal(unreadable, [], "readable for a web server")


@claim
def aFolderOfOthersIsLeftAlone():
    with tempfile.TemporaryDirectory() as place:
        mine = pathlib.Path(place, "mine")
        mine.mkdir()
        (mine / "letter.txt").write_text("dear heart")
        expect_refusal(mitral("page", "-o", str(mine)), 1, "holds other files")
        expect_equal(files(mine), ["letter.txt"])
        letter = mine / "letter.txt"
        expect_refusal(mitral("page", "-o", str(letter)), 1, "is a file")
        expect_equal(letter.read_text(), "dear heart")


@claim
def aSiteIsReplacedAsAWhole():
    with tempfile.TemporaryDirectory() as place:
        folder = pathlib.Path(place, "site")
        shutil.copytree(SITE.folder, folder)
        (folder / "left-over.js").write_text("gone after it")
        (folder / "engine" / "engine.js").write_text("old")
        result = mitral("page", "-o", str(folder))
        expect_equal(result.returncode, 0, result.stderr.decode())
        expect_equal(files(folder), files(SITE.folder))
        for name in files(folder):
            expect_equal((folder / name).read_bytes(), pathlib.Path(SITE.folder, name).read_bytes(), name)
        expect_equal(os.listdir(place), ["site"], "nothing half-written beside it")


@claim
def aPlaceThatCannotBeWrittenIsNamed():
    expect_refusal(mitral("page", "-o", "/proc/site"), 1, "/proc/site")
