"""What the command does with a case file that it cannot use: status 65, every fault named, nothing written."""

from claims import claim, expect_equal
from command import BAD_INPUT, CaseFile, expect_refusal, mitral

READERS = ["assess", "simulate", "course", "compare", "grade"]


def refused(contents, *named, suffix=".yaml"):
    with CaseFile(contents, suffix) as path:
        for command in READERS:
            expect_refusal(mitral(command, path, "--json"), BAD_INPUT, path, *named)


@claim
def anEmptyFileIsRefused():
    refused("", "name")


@claim
def aTruncatedFileIsRefused():
    refused('{"name": "cut off", "findings": {"HR": ', suffix=".json")
    refused("name: cut off\nfindings: {HR: 70 /min\n")


@claim
def aFileThatIsNotTextIsRefused():
    refused(b"name: \xff\xfe\x80\n")


@claim
def valuesThatAreNoNumbersAreRefusedByFieldAndValue():
    for value in [".nan mL", ".inf mL", "-1 mL", "1e300 mL", "much"]:
        refused(f"name: x\nfindings:\n  LVEDV: {value}\n", "LVEDV")


@claim
def aWrongUnitIsRefusedWithTheRightOne():
    refused("name: x\nfindings:\n  EROA: 0.4 mL\n", "EROA", "0.4 mL", "cm2")


@claim
def everyFaultOfAFileIsNamedAtOnce():
    refused(
        "name: x\npatient: {age: -3, height: 178 cm}\nfindings:\n  HR: fast\n  SBP: 120 cm\n"
        "lesions:\n  - kind: no-such-lesion\n",
        "age", "-3", "HR", "fast", "SBP", "120 cm", "no-such-lesion")


@claim
def deepNestingAndAliasesThatMultiplyAreRefusedQuickly():
    refused("name: x\nheart: " + "[" * 20_000 + "]" * 20_000 + "\n")
    laughs = "name: x\na0: &a0 [x, x]\n" + "".join(
        f"a{i}: &a{i} [" + ", ".join([f"*a{i - 1}"] * 10) + "]\n" for i in range(1, 12))
    refused(laughs)


@claim
def standardInputIsReadAsACase():
    result = mitral("simulate", "-", "--json", standard_input=b"name: x\nfindings:\n  HR: fast\n")
    expect_equal((result.returncode, result.stdout), (BAD_INPUT, b""), result.stderr)


@claim
def measurementsThatContradictEachOtherAreRefusedWithAllOtherFaults():
    refused(
        "name: x\nfindings: {SBP: 80 mmHg, DBP: 90 mmHg, LVESV: 150 mL, LVEDV: 120 mL, HR: 900 /min}\n",
        "DBP", "below SBP", "LVESV", "below LVEDV", "HR", "out of range")


@claim
def aMisspeltShippedCaseIsAnsweredByTheNearestName():
    result = mitral("grade", "flail-leaflt")
    expect_refusal(result, BAD_INPUT, "did you mean flail-leaflet?", "mitral catalogue cases")
    expect_equal(len(result.stderr.decode()) < 200, True, result.stderr.decode())
