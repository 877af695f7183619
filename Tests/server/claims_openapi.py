"""The description of the interface is valid, and true."""

import json

import jsonschema
from openapi_spec_validator import OpenAPIV31SpecValidator

from claims import claim, expect, expect_equal
from server import ROOT, shared, shipped


def document():
    return shared().get("/api/openapi.json").json


def keeps(instance, schema):
    """The faults of an instance by a schema of the document."""
    validator = jsonschema.Draft202012Validator(
        {"$ref": f"#/components/schemas/{schema}", "components": document()["components"]})
    return [f"{list(error.absolute_path)}: {error.message[:120]}" for error in validator.iter_errors(instance)]


@claim
def theDescriptionIsValid():
    OpenAPIV31SpecValidator(document()).validate()


@claim
def itsSchemasAreThePublishedOnes():
    components = document()["components"]["schemas"]
    for name in ["case", "result"]:
        published = (ROOT / "schema" / f"{name}.schema.json").read_text()
        moved = json.loads(published.replace('"$ref": "#/', f'"$ref": "#/components/schemas/{name.capitalize()}/'))
        del moved["$schema"], moved["$id"]
        expect(components[name.capitalize()] == moved, name)


@claim
def everyAddressOfTheDescriptionAnswersAsItSays():
    for path, methods in document()["paths"].items():
        for method, operation in methods.items():
            if method == "post":
                answer = shared().post(path + ("?quick" if "assess" in path else ""), shipped("flail-leaflet"))
            else:
                answer = shared().get(path.replace("{name}", "lesions"))
            expect_equal(answer.status, 200, path)
            schema = operation["responses"]["200"]["content"]["application/json"]["schema"]
            if "$ref" in schema:
                faults = keeps(answer.json, schema["$ref"].rsplit("/", 1)[1])
                expect(not faults, path, faults[:5])


@claim
def problemDocumentsKeepToTheirSchema():
    for answer in [shared().get("/nothing"), shared().post("/api/grade", b"name: x\nfindings: {EROA: 12 cm2}\n"),
                   shared().post("/api/simulate", b"name: x\nheart: {bloodVolume: 2500 mL}\n"), shared().post("/api/grade?x", b"{")]:
        faults = keeps(answer.json, "Problem")
        expect(answer.status >= 400 and not faults, answer.status, faults)
