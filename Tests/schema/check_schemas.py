#!/usr/bin/env python3
"""Holds documents against the published JSON Schemas.

usage: check_schemas.py [FILE...]

Always checks the two schemas themselves and the examples beside them, and that each schema refuses a spoilt example.
Each FILE is checked as well: a name that ends in .yaml or .yml, or a JSON file with no "version", is a case; any other
JSON file is a result of simulate, assess, grade or course. Exit status 0 when everything holds, 1 otherwise.
"""
import copy
import json
import pathlib
import re
import sys

import jsonschema
import yaml

ROOT = pathlib.Path(__file__).resolve().parents[2]


class Loader(yaml.SafeLoader):
    """YAML 1.2's core schema: dates stay text, only true and false are booleans, `on` is a name like any other."""


Loader.yaml_implicit_resolvers = {}
for tag, pattern, first in [
    ("bool", r"true|false", "tf"),
    ("null", r"null|~|", ["n", "~", ""]),
    ("int", r"[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
]:
    Loader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(first))


def load(path):
    text = path.read_text(encoding="utf-8")
    return yaml.load(text, Loader) if path.suffix in (".yaml", ".yml") else json.loads(text)


def checker(name):
    schema = json.loads((ROOT / "schema" / f"{name}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(validator, document):
    for error in sorted(validator.iter_errors(document), key=lambda e: list(map(str, e.absolute_path))):
        best = jsonschema.exceptions.best_match([error])
        yield ".".join(map(str, best.absolute_path)) + ": " + best.message[:300]


def spoilt(document, path, value):
    """The document with one field changed."""
    copied = copy.deepcopy(document)
    target = copied
    for step in path[:-1]:
        target = target[step]
    target[path[-1]] = value
    return copied


def main(arguments):
    case, result = checker("case"), checker("result")
    example_case = load(ROOT / "schema/examples/case.yaml")
    example_result = load(ROOT / "schema/examples/result.json")
    example_course = load(ROOT / "schema/examples/course.json")
    example_irregular = load(ROOT / "schema/examples/result-irregular.json")
    example_examination = load(ROOT / "schema/examples/examination.json")
    example_listening = load(ROOT / "schema/examples/listening.json")
    documents = [("schema/examples/case.yaml", case, example_case),
                 ("schema/examples/result.json", result, example_result),
                 ("the case in schema/examples/result.json", case, example_result["case"]),
                 ("schema/examples/compare.json", result, load(ROOT / "schema/examples/compare.json")),
                 ("schema/examples/result-irregular.json", result, example_irregular),
                 ("the case in schema/examples/result-irregular.json", case, example_irregular["case"]),
                 ("schema/examples/course.json", result, example_course),
                 ("schema/examples/examination.json", result, example_examination),
                 ("schema/examples/listening.json", result, example_listening)]
    for name in arguments:
        path = pathlib.Path(name)
        document = load(path)
        is_case = path.suffix in (".yaml", ".yml") or not isinstance(document, dict) or "version" not in document
        documents.append((name, case if is_case else result, document))
        if not is_case:
            documents.append((f"the case in {name}", case, document.get("case")))
    failed = 0
    for name, validator, document in documents:
        for fault in faults(validator, document):
            print(f"{name}: {fault}", file=sys.stderr)
            failed += 1
    spoilers = [
        ("a misspelt field", case, spoilt(example_case, ["fidings"], {})),
        ("a number without its unit", case, spoilt(example_case, ["findings", "LVEDV"], 182)),
        ("an unknown finding", case, spoilt(example_case, ["findings", "LVEDB"], "182 mL")),
        ("an unknown lesion", case, spoilt(example_case, ["lesions", 0, "kind"], "flail-leafle")),
        ("a case without a name", case, {k: v for k, v in example_case.items() if k != "name"}),
        ("an unknown action", result, spoilt(example_result, ["recommendations", 0, "action"], "leeches")),
        ("two thirds of systole", result,
         spoilt(example_result, ["systole", "regurgitantFractionByThird"], [0.5, 0.5])),
        ("a comparison without treatments", result,
         {k: v for k, v in load(ROOT / "schema/examples/compare.json").items() if k != "treatments"}),
        ("a moment without its day", result, spoilt(example_course, ["timeline", 1], {"findings": {}, "events": []})),
        ("a course with no moment", result, spoilt(example_course, ["timeline"], [])),
        ("a course that is also a beat", result, {**example_course, "findings": {}}),
        ("a negative spread", result, spoilt(example_irregular, ["findings", "SV", "sd"], -1)),
        ("a reading without its unit", result,
         spoilt(example_examination, ["examination", 0, "readings", 0], {"finding": "SBP", "value": 120})),
        ("a murmur of grade 7", result, spoilt(example_listening, ["listening", "heard", "murmurs", 0, "grade"], 7)),
        ("a finding without its unit", result, spoilt(example_result, ["findings", "LVEDV"], {"value": 182})),
        ("a grade likelier than sure", result, spoilt(example_result, ["severity", "probability", "severe"], 1.2)),
        ("samples without their agreement", result, {k: v for k, v in example_result.items() if k != "agreement"}),
        ("a range without its median", result,
         spoilt(example_result, ["treatments", 0, "ranges", "RVol"], {"low": 1, "high": 2, "unit": "mL"})),
    ]
    for name, validator, document in spoilers:
        if validator.is_valid(document):
            print(f"the schema accepts {name}", file=sys.stderr)
            failed += 1
    if not failed:
        print(f"{len(documents)} documents hold to the schemas; {len(spoilers)} spoilt ones are refused")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
