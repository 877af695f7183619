"""What people and scripts meet in daily use: output that cannot be written, catalogues, new cases, completions."""

import contextlib
import json
import os
import pathlib
import pty
import select
import signal
import stat
import subprocess
import tempfile
import time

from claims import claim, expect, expect_equal
from command import BAD_INPUT, BINARY, ROOT, CaseFile, expect_refusal, mitral

NOT_WRITTEN = 1


@contextlib.contextmanager
def full_device():
    """A device that takes no byte: the system's own, or one made for the purpose."""
    if stat.S_ISCHR(os.stat("/dev/full").st_mode):
        yield "/dev/full"
        return
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/full"
        os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 7))
        yield path


def on_terminal(keys, *arguments, timeout=60):
    """Exit status and what was shown, of the command with a terminal for input and messages."""
    pid, terminal = pty.fork()
    if pid == 0:
        os.execv(BINARY, [str(BINARY), *arguments])
    shown = b""
    ends = time.monotonic() + timeout
    os.write(terminal, keys)
    while time.monotonic() < ends:
        if select.select([terminal], [], [], 0.2)[0]:
            try:
                shown += os.read(terminal, 65536)
            except OSError:
                break
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]), shown.decode(errors="replace")


@claim
def whatCannotBeWrittenToStandardOutputIsNoSuccess():
    commands = [
        ["assess", "flail-leaflet", "--quick"], ["assess", "flail-leaflet", "--quick", "--json"], ["simulate", "healthy-adult"],
        ["catalogue", "findings"], ["catalogue", "findings", "--json"], ["new"], ["--help"]]
    with full_device() as device:
        for command in commands:
            with open(device, "wb") as output:
                result = subprocess.run([str(BINARY), *command], stdout=output, stderr=subprocess.PIPE, cwd=ROOT)
            expect_equal(result.returncode, NOT_WRITTEN, command)
            expect(b"standard output" in result.stderr and b"space" in result.stderr, command, result.stderr)


@claim
def aFileThatCannotBeWrittenIsNoSuccessAndADeviceStaysADevice():
    with full_device() as device, tempfile.TemporaryDirectory() as folder:
        for command in [["assess", "flail-leaflet", "--quick", "--report"], ["simulate", "healthy-adult", "--waveforms"]]:
            expect_refusal(mitral(*command, device), NOT_WRITTEN, device, "space")
            expect(stat.S_ISCHR(os.stat(device).st_mode), device, "was replaced by a file")
            expect_refusal(mitral(*command, folder), NOT_WRITTEN, folder, "folder")
            expect_refusal(mitral(*command, folder + "/no/x"), NOT_WRITTEN, "no such folder")
        expect_equal(os.listdir(folder), [], "left behind:")


@claim
def aWrittenFileKeepsItsPlaceBehindALink():
    with tempfile.TemporaryDirectory() as folder:
        file, link = pathlib.Path(folder, "loop.csv"), pathlib.Path(folder, "link.csv")
        file.write_text("old")
        link.symlink_to(file)
        expect_equal(mitral("simulate", "healthy-adult", "--waveforms", str(link)).returncode, 0)
        expect(link.is_symlink() and file.read_text().startswith("time_s"), "the link or its file was lost")
        expect_equal(sorted(os.listdir(folder)), ["link.csv", "loop.csv"])


@claim
def aReaderThatLeavesEndsTheCommandQuietly():
    for handler in [signal.SIG_DFL, signal.SIG_IGN]:
        process = subprocess.Popen(
            [str(BINARY), "catalogue", "findings", "--json"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT,
            restore_signals=False, preexec_fn=lambda: signal.signal(signal.SIGPIPE, handler))
        process.stdout.close()
        expect_equal(process.stderr.read(), b"")
        expect(process.wait() in (-signal.SIGPIPE, 128 + signal.SIGPIPE), process.returncode)


@claim
def aFolderIsNotMistakenForAMissingCase():
    expect_refusal(mitral("assess", "cases"), BAD_INPUT, "is a folder")


@claim
def aCatalogueListsEveryNameACaseMayUse():
    for shelf, kinds in [("lesions", "lesionKind"), ("treatments", "treatmentKind")]:
        schema = json.loads((ROOT / "schema" / "case.schema.json").read_text())
        rows = json.loads(mitral("catalogue", shelf, "--json").stdout)[shelf]
        expect_equal({row["id"] for row in rows}, set(schema["$defs"][kinds]["enum"]), shelf)
        text = mitral("catalogue", shelf).stdout.decode()
        marks = " ".join(text.split()).count("named, not simulated by this version")
        expect_equal(marks, sum(not row["simulated"] for row in rows), shelf)
        expect(any(row["simulated"] for row in rows), shelf, "has nothing that is simulated")


@claim
def everyRowOfACatalogueSaysWhatItIsAndEndsInNoSpace():
    for shelf in ["cases", "lesions", "treatments", "loads", "findings", "history", "guidelines", "heart"]:
        for row in json.loads(mitral("catalogue", shelf, "--json").stdout)[shelf]:
            expect(row.get("meaning"), shelf, row["id"], "has no meaning")
        lines = mitral("catalogue", shelf).stdout.decode().split("\n")
        expect(all(line == line.rstrip() for line in lines), shelf, "has a line that ends in a space")
        expect(not any(", ." in line for line in lines), shelf, "has a unit without a name")


@claim
def aNewCaseOffersOnlyWhatIsSimulated():
    text = mitral("new").stdout.decode()
    lines = [line[1:] if line[:1] == "#" and line[:2] != "##" else line for line in text.split("\n")]
    kept = "\n".join(line for line in lines if not line.startswith("reflexes"))
    at = kept.index("lesions:")
    with CaseFile("name: x\n" + kept[at:]) as path:
        result = mitral("simulate", path, "--json")
    expect_equal(result.returncode, 0, result.stderr)
    expect("mitral grade" not in text and "mitral assess" in text, "the next step is not named")


@claim
def questionsOnATerminalGoOnUntilThereIsAName():
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/case.yaml"
        status, shown = on_terminal(b"\n\x04", "new", path)
        expect_equal((status, os.path.exists(path)), (BAD_INPUT, False), shown)
        keys = b"\n?\nAnna\n?\n61\n\n\n\nyes\n\x04"
        status, shown = on_terminal(keys, "new", path)
        expect_equal(status, 0, shown)
        expect("a name is needed" in shown and "16 to 110 years" in shown, shown)
        text = pathlib.Path(path).read_text()
        expect("name: Anna" in text and "presentation: acute" in text, text)


def bash_offers(*words):
    """What bash would offer for the last word."""
    script = mitral("--generate-completion-script", "bash").stdout.decode()
    quoted = " ".join(f"'{word}'" for word in words)
    script += f"""
COMP_WORDS=(mitral {quoted}); COMP_CWORD={len(words)}; COMP_LINE="mitral {' '.join(words)}"; COMP_POINT=${{#COMP_LINE}}
_mitral mitral '{words[-1]}' '{words[-2] if len(words) > 1 else "mitral"}'
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    environment = dict(os.environ, PATH=f"{BINARY.parent}:{os.environ['PATH']}")
    result = subprocess.run(["bash", "-c", script], capture_output=True, cwd=ROOT, env=environment, timeout=60)
    expect_equal(result.stderr, b"")
    return result.stdout.decode().split()


@claim
def bashCompletesShelvesAndTheCommandsOfHelp():
    expect("history" in bash_offers("catalogue", ""), bash_offers("catalogue", ""))
    expect_equal(bash_offers("catalogue", "tr"), ["treatments"])
    expect("catalogue" in bash_offers("help", "") and "assess" in bash_offers("help", ""), bash_offers("help", ""))
    expect_equal(bash_offers("help", "ass"), ["assess"])


@claim
def bashCompletesCasesByNameAndByFile():
    for command in ["assess", "simulate"]:
        offered = bash_offers(command, "")
        expect("flail-leaflet" in offered and "cases" in offered, offered)
        expect_equal(bash_offers(command, "cases/flail-l"), ["cases/flail-leaflet.yaml"])


@claim
def measurementsThatExcludeEachOtherAreBadInputAndNamed():
    with CaseFile("name: x\nfindings: {LVEDV: 100 mL, LVESV: 150 mL, SBP: 80 mmHg, DBP: 120 mmHg}\n") as path:
        for command in ["assess", "grade", "simulate"]:
            expect_refusal(mitral(command, path, "--json"), BAD_INPUT, "LVESV", "LVEDV", "SBP", "DBP")
