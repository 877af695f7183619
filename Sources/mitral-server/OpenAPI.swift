// The description of the programming interface (OpenAPI 3.1), made from the published schemas of cases and results.

import Findings
import Foundation
import Guidelines
import Reports

/// The document, made once.
enum OpenAPI {
  private typealias Object = [String: Any]

  /// Nil where the schemas are not found.
  static let text: String? = {
    guard let components = Self.components else { return nil }
    let document: Object = [
      "openapi": "3.1.0",
      "info": [
        "title": "Mitral", "version": Product.version,
        "description":
          "A closed-loop, beat-by-beat heart whose mitral valve leaks. Mitral teaches and supports research. It is no "
          + "medical device.", "license": ["name": "Apache 2.0", "identifier": "Apache-2.0"],
      ] as Object,
      "servers": [["url": "/", "description": "This server"]], "paths": paths,
      "components": ["schemas": components] as Object,
    ]
    let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    return (try? JSONSerialization.data(withJSONObject: document, options: options)).map {
      String(decoding: $0, as: UTF8.self) + "\n"
    }
  }()

  private static var components: Object? {
    guard let caseSchema = schema("case"), let result = schema("result") else { return nil }
    return [
      "Case": caseSchema, "Result": result, "Problem": problem,
      "Catalogue": [
        "description": "One field, named as the catalogue; its entries each have an id.", "type": "object",
        "minProperties": 1, "maxProperties": 1,
        "additionalProperties": [
          "type": "array",
          "items": ["type": "object", "required": ["id"], "properties": ["id": ["type": "string"]]] as Object,
        ] as Object,
      ] as Object,
      "Health": [
        "type": "object", "required": ["status", "version", "assess", "short"],
        "properties": [
          "status": ["const": "ok"], "version": ["type": "string"], "assess": load, "short": load,
        ] as Object,
      ] as Object,
    ]
  }

  /// A published schema as a part of this document: what points to its own definitions points to where they now are.
  private static func schema(_ name: String) -> Object? {
    guard let file = Product.home?.appendingPathComponent("schema/\(name).schema.json"),
      let data = try? Data(contentsOf: file),
      var schema = (try? JSONSerialization.jsonObject(with: data)) as? Object
    else { return nil }
    schema["$schema"] = nil
    schema["$id"] = nil
    return moved(schema, below: "#/components/schemas/\(name.capitalized)") as? Object
  }

  private static func moved(_ value: Any, below place: String) -> Any {
    if let list = value as? [Any] { return list.map { moved($0, below: place) } }
    guard let object = value as? Object else { return value }
    var out: Object = [:]
    for (name, value) in object {
      if name == "$ref", let target = value as? String, target.hasPrefix("#") {
        out[name] = place + target.dropFirst()
      } else {
        out[name] = moved(value, below: place)
      }
    }
    return out
  }

  private static var load: Object {
    let count: Object = ["type": "integer", "minimum": 0]
    return ["type": "object", "required": ["running", "waiting"], "properties": ["running": count, "waiting": count]]
  }

  private static var problem: Object {
    let string: Object = ["type": "string"]
    return [
      "description": "What went wrong (RFC 9457).", "type": "object", "required": ["type", "title", "status"],
      "properties": [
        "type": ["type": "string", "format": "uri"], "title": string, "detail": string,
        "status": ["type": "integer", "minimum": 400, "maximum": 599],
        "errors": [
          "description": "Every fault: the field's path, what is wrong, the value given and what is allowed.",
          "type": "array",
          "items": [
            "type": "object", "required": ["field", "problem"],
            "properties": [
              "field": string, "problem": string, "value": string, "allowed": string, "line": ["type": "integer"],
              "column": ["type": "integer"],
            ] as Object,
          ] as Object,
        ] as Object,
        "unlisted": ["description": "Further faults, counted only.", "type": "integer", "minimum": 1],
        "grading": ["$ref": "#/components/schemas/Result"],
      ] as Object,
    ]
  }
}

// MARK: - Paths

extension OpenAPI {
  private static var paths: Object {
    [
      "/api/simulate": computing(
        "simulate", "The heart of a case, beating: the document of `mitral simulate --json`.",
        [
          option("beats", "Run this many beats from rest, or average this many.", integer(1, Limits.mostBeats)),
          seed, flag("noise", "Findings as instruments would read them."), overrides,
          option("load", "A load as upright, exercise:100W; may be repeated.", strings, repeats: true),
          flag("exercise-test", "An upright exercise test."),
        ]),
      "/api/grade": computing(
        "grade", "Findings to severity, cause, stage and recommendations: the document of `mitral grade --json`.",
        [guideline, option("on", "The day to judge on.", ["type": "string", "examples": ["2026-03-02"]])]),
      "/api/assess": computing(
        "assess", "The hearts that explain a patient's measurements: the document of `mitral assess --json`.",
        [guideline, flag("quick", "The likeliest heart and a rough idea of those around it."), seed, overrides]),
      "/api/catalogue/{name}": [
        "get": [
          "operationId": "catalogue", "summary": "What there is to choose from.",
          "parameters": [
            [
              "name": "name", "in": "path", "required": true,
              "schema": ["type": "string", "enum": CatalogueShelf.allCases.map(\.rawValue)] as Object,
            ] as Object
          ],
          "responses": [
            "200": answer("The catalogue.", "Catalogue"), "404": refusal("There is no such catalogue."),
            "default": refusal("What went wrong."),
          ] as Object,
        ] as Object
      ] as Object,
      "/api/health": reading("health", "Whether the server is well, and how busy.", answer("It is.", "Health")),
      "/api/openapi.json": reading(
        "openapi", "This document.",
        ["description": "OpenAPI 3.1.", "content": ["application/json": ["schema": ["type": "object"]]]]),
    ]
  }

  private static func reading(_ name: String, _ summary: String, _ answer: Object) -> Object {
    [
      "get": [
        "operationId": name, "summary": summary,
        "responses": ["200": answer, "default": refusal("What went wrong.")] as Object,
      ] as Object
    ]
  }

  private static func computing(_ name: String, _ summary: String, _ parameters: [Object]) -> Object {
    let schema: Object = ["schema": ["$ref": "#/components/schemas/Case"]]
    var responses: Object = ["200": answer("The command's document.", "Result")]
    let refusals = [
      "400": "The body is no case at all, or an option is not allowed.", "408": "The body did not come in time.",
      "413": "The body is larger than \(Limits.body) bytes.", "415": "The body is of another type.",
      "422": "The case has faults, or its heart cannot be simulated; then with the grading that is possible.",
      "429": "Every place is taken.", "503": "The computation took too long, or the server is stopping.",
      "default": "What went wrong.",
    ]
    for (status, words) in refusals { responses[status] = refusal(words) }
    return [
      "post": [
        "operationId": name, "summary": summary, "parameters": parameters,
        "requestBody": [
          "required": true, "description": "A case, as in a case file.",
          "content": ["application/json": schema, "application/yaml": schema],
        ] as Object,
        "responses": responses,
      ] as Object
    ]
  }

  private static func answer(_ words: String, _ schema: String) -> Object {
    ["description": words, "content": ["application/json": ["schema": ["$ref": "#/components/schemas/\(schema)"]]]]
  }

  private static func refusal(_ words: String) -> Object {
    [
      "description": words,
      "content": ["application/problem+json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
    ]
  }

  private static func option(_ name: String, _ words: String, _ schema: Object, repeats: Bool = false) -> Object {
    let option: Object = ["name": name, "in": "query", "description": words, "schema": schema]
    return repeats ? option.merging(["style": "form", "explode": true]) { $1 } : option
  }

  private static func flag(_ name: String, _ words: String) -> Object {
    option(name, words, ["type": "boolean", "default": false])
  }

  private static func integer(_ least: Int, _ most: Int) -> Object {
    ["type": "integer", "minimum": least, "maximum": most]
  }

  private static var strings: Object { ["type": "array", "items": ["type": "string"]] }

  private static var seed: Object {
    option("seed", "Of everything random.", ["type": "integer", "minimum": 0, "default": 1])
  }

  private static var overrides: Object {
    option(
      "set", "Changes a number of the heart, as heart.mitralValve.openArea=4.5cm2; may be repeated.", strings,
      repeats: true)
  }

  private static var guideline: Object {
    option(
      "guideline", "The rules to grade by.",
      [
        "type": "string", "enum": Guideline.allCases.map(\.identifier),
        "default": Guideline.escEacts2025.identifier,
      ])
  }
}
