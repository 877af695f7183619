"""What the command does when it is called the wrong way, and when it is asked for help."""

import subprocess

from claims import claim, expect, expect_equal
from command import USAGE, expect_refusal, mitral

COMMANDS = ["assess", "grade", "simulate", "compare", "course", "catalogue", "new", "bench"]


@claim
def anUnknownSubcommandIsAUsageError():
    expect_refusal(mitral("asses", "healthy-adult"), USAGE, "asses")


@claim
def anUnknownOptionIsAUsageErrorInEveryCommand():
    needed = {"assess": ["healthy-adult"], "grade": ["healthy-adult"], "simulate": ["healthy-adult"], "compare": ["healthy-adult"],
              "course": ["healthy-adult"], "catalogue": ["cases"]}
    for command in COMMANDS:
        result = mitral(command, *needed.get(command, []), "--no-such-option")
        expect_refusal(result, USAGE, "--no-such-option")


@claim
def aMissingCaseIsAUsageError():
    for command in ["assess", "grade", "simulate", "course"]:
        expect_refusal(mitral(command), USAGE, "case")


@claim
def anOptionsWrongValueIsAUsageErrorThatNamesIt():
    expect_refusal(mitral("assess", "healthy-adult", "--seed", "many"), USAGE, "seed", "many")
    expect_refusal(mitral("assess", "healthy-adult", "--guideline", "hearsay"), USAGE, "guideline", "acc-aha-2020")
    expect_refusal(mitral("simulate", "healthy-adult", "--beats", "few"), USAGE, "beats", "few")


@claim
def anUnknownCatalogueIsAUsageErrorThatNamesTheOnesThereAre():
    expect_refusal(mitral("catalogue", "recipes"), USAGE, "lesions", "findings")


@claim
def helpIsGivenOnStandardOutputAndNamesEveryCommand():
    result = mitral("--help")
    expect_equal((result.returncode, result.stderr), (0, b""))
    for command in COMMANDS:
        expect(command in result.stdout.decode(), command, "is not in the help")
        own = mitral(command, "--help")
        expect_equal(own.returncode, 0, command)
        expect(b"USAGE: mitral " + command.encode() in own.stdout, command, "has no usage line")


@claim
def shellsGetTheirCompletions():
    for shell in ["bash", "zsh", "fish"]:
        result = mitral("--generate-completion-script", shell)
        expect_equal((result.returncode, result.stderr), (0, b""), shell)
        expect(b"mitral" in result.stdout and b"assess" in result.stdout, shell, "script without the commands")
        if shell == "bash":
            checked = subprocess.run(["bash", "-n"], input=result.stdout, capture_output=True)
            expect_equal(checked.returncode, 0, checked.stderr)


@claim
def theHelpNamesTheGuidelinesAndTheDefault():
    for command in ["assess", "grade"]:
        told = " ".join(mitral(command, "--help").stdout.decode().split())
        line = told[told.index("--guideline <guideline> The"):]
        expect("default: esc-eacts-2025" in line and "default: 0" not in line, line[:300])
        expect("values: esc-eacts-2025, esc-eacts-2021, acc-aha-2020" in line, line[:300])
