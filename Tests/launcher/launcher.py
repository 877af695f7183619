"""What `./mitral` promises as a launcher, tried on a package of two small files in a folder with a space in its name."""

import atexit
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Support"))
from claims import claim, expect, expect_equal, main  # noqa: E402

PACKAGE = """// swift-tools-version: 6.2
import PackageDescription
let package = Package(name: "stub", targets: [.executableTarget(name: "mitral")])
if Context.environment["MITRAL_SERVER"] != nil {
  package.targets.append(.executableTarget(name: "mitral-server"))
}
"""
COMMAND = """@main struct Command {
  static func main() {
    print(word, CommandLine.arguments.dropFirst().joined(separator: "|"))
    if CommandLine.arguments.dropFirst().first == "fail" { exit(3) }
  }
}
"""

temporary = pathlib.Path(tempfile.mkdtemp(prefix="mitral launcher "))
atexit.register(shutil.rmtree, temporary, True)
folder = temporary / "a package"
sources = folder / "Sources" / "mitral"
state = folder / ".build" / "launcher"


def write_word(text):
    (sources / "Word.swift").write_text(text)


def lay_package():
    sources.mkdir(parents=True)
    (folder / "Package.swift").write_text(PACKAGE)
    (sources / "Command.swift").write_text("import Glibc\n" + COMMAND)
    write_word('let word = "one"\n')
    shutil.copy2(ROOT / "mitral", folder / "mitral")
    shutil.copytree(ROOT / "Scripts", folder / "Scripts")


def launch(*arguments, program=None, at=None, environment=None):
    return subprocess.run(
        [str(program or folder / "mitral"), *arguments], cwd=at or temporary, capture_output=True, text=True,
        env={**os.environ, **(environment or {})}, timeout=300, stdin=subprocess.DEVNULL)


def expect_says(result, text):
    expect_equal((result.returncode, result.stdout.strip()), (0, text), result.stderr)


def bash(script):
    """Runs a piece of shell with the launcher's scripts read and no toolchain known."""
    head = f'root="{folder}"; candidates=(); source "$root/Scripts/progress.sh"; source "$root/Scripts/toolchain.sh"\n'
    return subprocess.run(["bash", "-uc", head + script], capture_output=True, text=True, timeout=60)


@claim
def firstCallBuildsAndKeepsStandardOutputForTheCommand():
    lay_package()
    result = launch("assess", "a case.yaml", "--json")
    expect_says(result, "one assess|a case.yaml|--json")
    expect("building mitral" in result.stderr, "no word of the build on standard error:", result.stderr)


@claim
def laterCallsAreSilentAndPassTheExitStatusOn():
    result = launch("fail")
    expect_equal((result.returncode, result.stderr), (3, ""))


@claim
def laterCallsAddLessThanFifteenMilliseconds():
    def seconds(program):
        began = time.perf_counter()
        launch(program=program)
        return time.perf_counter() - began

    programs = [folder / "mitral", folder / ".build" / "release" / "mitral"]
    rounds = [[seconds(program) for program in programs] for _ in range(40)]
    through, bare = (min(column) for column in zip(*rounds))
    added = through - bare
    expect(added < 0.015, f"{added * 1000:.1f} ms")


@claim
def itWorksThroughALinkAndLeavesTheCallersFolderAlone():
    link = temporary / "link"
    link.symlink_to(folder / "mitral")
    expect_says(launch("here", program=link, at="/"), "one here")
    expect_says(launch("there", program="./mitral", at=folder), "one there")


@claim
def aChangedSourceIsBuiltIn():
    write_word('let word = "two"\n')
    expect_says(launch(), "two")


@claim
def aSourceWithAnOldDateIsBuiltInToo():
    write_word('let word = "three"\n')
    os.utime(sources / "Word.swift", (1_000_000_000, 1_000_000_000))
    expect_says(launch(), "three")


@claim
def aBrokenSourceShowsItsErrorAndNeverRunsTheOldProduct():
    write_word('let word = nonsense\n')
    for _ in range(2):
        result = launch()
        expect_equal((result.returncode, result.stdout), (70, ""))
        expect("Word.swift:1:12: error: cannot find 'nonsense' in scope" in result.stderr, result.stderr)
        expect("] Compiling" not in result.stderr, "steps among the errors:", result.stderr)


@claim
def aDeletedSourceIsNoticed():
    write_word('let word = "four"\n')
    expect_says(launch(), "four")
    (sources / "Word.swift").unlink()
    result = launch()
    expect_equal((result.returncode, result.stdout), (70, ""))
    expect("cannot find 'word' in scope" in result.stderr, result.stderr)
    write_word('let word = "five"\n')
    expect_says(launch(), "five")


@claim
def aChangedManifestIsBuiltIn():
    path = folder / "Package.swift"
    path.write_text(path.read_text().replace('name: "mitral")', 'name: "mitral", swiftSettings: [.define("LOUD")])'))
    write_word('#if LOUD\nlet word = "SIX"\n#else\nlet word = "six"\n#endif\n')
    expect_says(launch(), "SIX")
    path.write_text(PACKAGE)
    expect_says(launch(), "six")


@claim
def furtherFlagsComeFromTheEnvironment():
    expect_says(launch(environment={"MITRAL_BUILD_FLAGS": "-Xswiftc -DLOUD"}), "SIX")
    expect_says(launch(), "six")


@claim
def serveBuildsAndBecomesTheServerAndLeavesTheCommandAsItIs():
    place = folder / "Sources" / "mitral-server"
    place.mkdir()
    (place / "Server.swift").write_text(
        '@main struct Server { static func main() { print("serves", CommandLine.arguments.dropFirst().joined(separator: "|")) } }\n')
    launch("once more", environment={"MITRAL_BUILD_ONLY": "1"})
    result = launch("serve", "--port", "0")
    expect_says(result, "serves --port|0")
    expect("building mitral-server" in result.stderr, "no word of the build on standard error:", result.stderr)
    for arguments in [("serve",), ("assess",), ("serve",)]:
        expect_equal(launch(*arguments).stderr, "", f"{arguments[0]} is built anew:")


@claim
def anotherProcessorOrToolchainStartsAfresh():
    for line in (1, 4):
        ground = state / "ground"
        lines = ground.read_text().splitlines()
        right = lines[line]
        lines[line] = "another"
        ground.write_text("\n".join(lines) + "\n")
        if line == 4:
            os.utime(sources / "Word.swift")
        stale = folder / ".build" / "release" / "stale-object"
        stale.touch()
        expect_says(launch(), "six")
        expect(not stale.exists(), "objects of the other machine are still there")
        expect_equal(ground.read_text().splitlines()[line], right)


@claim
def aFolderThatMovedIsBuiltAgain():
    elsewhere = temporary / "moved"
    folder.rename(elsewhere)
    try:
        expect_says(launch(program=elsewhere / "mitral"), "six")
    finally:
        elsewhere.rename(folder)
    expect_says(launch(), "six")


@claim
def twoAtOnceBuildOnce():
    write_word('let word = "seven"\n')
    both = [
        subprocess.Popen([folder / "mitral"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(2)]
    told = [process.communicate(timeout=300) for process in both]
    expect_equal([out for out, _ in told], ["seven \n", "seven \n"], told)
    expect_equal(sum("building mitral" in error for _, error in told), 1, told)


@claim
def aBuildCutShortIsTakenUpAgain():
    write_word('let word = "eight"\n')
    process = subprocess.Popen(
        [folder / "mitral"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
        # Whoever runs the tests in the background may have left interrupts ignored, and children inherit that.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL))
    deadline = time.monotonic() + 60
    log = state / "mitral.log"
    while (state / "mitral.done").exists() and time.monotonic() < deadline:
        time.sleep(0.01)
    time.sleep(0.3)
    os.killpg(process.pid, signal.SIGINT)
    out, error = process.communicate(timeout=60)
    expect_equal((process.returncode, out), (-signal.SIGINT, ""), error)
    expect(not (state / "mitral.done").exists() and log.exists(), "the broken-off build counts as done")
    expect_says(launch(), "eight")


@claim
def aMissingToolchainIsToldWithWhatToInstall():
    result = bash("find_swift")
    expect_equal((result.returncode, result.stdout), (1, ""))
    expect("6.2 or newer" in result.stderr and "swiftly init" in result.stderr, result.stderr)


@claim
def anOldToolchainIsPassedOverByName():
    for name, version in (("old", "Swift version 5.10.1 (x)"), ("new", "Swift version 6.2-dev (x)")):
        (temporary / name).mkdir()
        program = temporary / name / "swift"
        program.write_text(f"#!/bin/sh\necho '{version}'\n")
        program.chmod(0o755)
    result = bash(f'candidates=("{temporary}/old/swift"); find_swift')
    expect_equal(result.returncode, 1)
    expect("only Swift version 5.10.1 at" in result.stderr, result.stderr)
    result = bash(f'candidates=("{temporary}/old/swift" "{temporary}/new/swift"); find_swift && echo "$swift"')
    expect_equal(result.stdout, f"{temporary}/new/swift\n", result.stderr)


main()
