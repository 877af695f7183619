// Everything that can be said, and everything that is told: the catalogues, for controls and tables.

import Circulation
import Course
import Findings
import Guidelines
import Instruments
import Lesions
import Quantities
import Statements
import Treatments

extension Reply {
  mutating func catalogue() {
    object { reply in
      reply.list("lesions") { $0.lesions() }
      reply.list("treatments") { $0.treatments() }
      reply.list("loads") { $0.loads() }
      reply.list("sites") { reply in
        for site in AuscultationSite.allCases { reply.word(site.identifier, site.title) }
      }
      reply.field("chestPieces", texts: [ChestPiece.diaphragm, .bell, .microphone].map { $0.identifier })
      reply.list("findings") { $0.findings() }
      reply.list("parameters") { $0.parameters() }
      reply.list("patient") { reply in
        reply.patient("age", "a", 16, 110, Body.reference.age)
        reply.patient("height", "cm", 120, 230, Body.reference.height)
        reply.patient("weight", "kg", 30, 300, Body.reference.weight)
      }
      reply.field("methods", texts: MeasurementMethod.allCases.map { $0.rawValue })
      reply.field("presentations", texts: Presentation.allCases.map { $0.rawValue })
      reply.field("rhythms", texts: Rhythm.allCases.map { $0.rawValue })
      reply.field("nyha", texts: NYHAClass.allCases.map { $0.rawValue })
      reply.field("history", texts: HistoryItem.allCases.map { $0.rawValue })
      reply.field("symptoms", texts: Symptom.allCases.map { $0.rawValue })
      reply.field("guidelines", texts: Guideline.allCases.map { $0.identifier })
      reply.list("signs") { reply in
        for sign in QualitativeID.allCases {
          reply.object { reply in
            reply.field("identifier", sign.identifier)
            reply.field("title", sign.spec.name)
            reply.field("values", texts: sign.spec.values)
          }
        }
      }
    }
  }

  private mutating func word(_ identifier: String, _ title: String) {
    object { reply in
      reply.field("identifier", identifier)
      reply.field("title", title)
    }
  }

  private mutating func patient(
    _ name: String, _ unit: String, _ minimum: Double, _ maximum: Double, _ standard: Double
  ) {
    object { reply in
      reply.field("name", name)
      reply.field("unit", unit)
      reply.field("minimum", minimum)
      reply.field("maximum", maximum)
      reply.field("standard", standard)
    }
  }

  private mutating func lesions() {
    for lesion in LesionCatalogue.all {
      object { reply in
        reply.field("identifier", lesion.identifier)
        reply.field("title", lesion.title)
        reply.field("meaning", lesion.meaning)
        reply.field("mechanism", lesion.mechanism.rawValue)
        reply.field("fitsOtherValves", flag: lesion.fitsOtherValves)
        reply.arguments(lesion.arguments)
      }
    }
  }

  private mutating func treatments() {
    for treatment in TreatmentCatalogue.all {
      object { reply in
        reply.field("identifier", treatment.identifier)
        reply.field("title", treatment.title)
        reply.field("kind", treatment.kind.name)
        reply.field("meaning", treatment.meaning)
        reply.field("explanation", treatment.explanation)
        reply.field("isBridge", flag: treatment.isBridge)
        reply.field("excludes", texts: treatment.excludes)
        reply.arguments(treatment.arguments)
      }
    }
  }

  private mutating func loads() {
    for load in LoadCatalogue.all {
      object { reply in
        reply.field("identifier", load.identifier)
        reply.field("title", load.title)
        reply.field("meaning", load.meaning)
        reply.field("group", load.group.name)
        reply.field("isTransient", flag: load.isTransient)
        reply.arguments(load.scales)
      }
    }
  }

  private mutating func arguments(_ specs: [ArgumentSpec]) {
    list("arguments") { reply in
      for spec in specs {
        reply.object { reply in
          reply.field("name", spec.name)
          reply.field("title", spec.meaning)
          reply.field("unit", spec.unit.symbol)
          reply.field("minimum", spec.range.lowerBound)
          reply.field("maximum", spec.range.upperBound)
          reply.field("standard", spec.standard)
          reply.field("isWhole", flag: spec.isWhole)
        }
      }
    }
  }

  private mutating func findings() {
    for id in FindingID.allCases {
      let spec = id.spec
      object { reply in
        reply.field("identifier", spec.identifier)
        reply.field("title", spec.name)
        reply.field("unit", spec.symbol)
        reply.field("digits", Double(spec.digits))
        reply.field("minimum", spec.allowed.lowerBound)
        reply.field("maximum", spec.allowed.upperBound)
        reply.field("group", spec.group.title)
        reply.field("definition", spec.definition)
        guard let normal = spec.normal else { return }
        reply.object("normal") { reply in
          reply.list("male") { $0.limits(normal.male) }
          reply.list("female") { $0.limits(normal.female) }
        }
      }
    }
  }

  /// Both limits; null where there is none.
  private mutating func limits(_ range: NormalRange) {
    number(range.lower ?? .nan)
    number(range.upper ?? .nan)
  }

  private mutating func parameters() {
    let healthy = HeartDefinition.healthy(for: .reference)
    for parameter in HeartParameter.all {
      object { reply in
        reply.field("path", parameter.path)
        reply.field("unit", parameter.unit.symbol)
        reply.field("minimum", parameter.range.lowerBound)
        reply.field("maximum", parameter.range.upperBound)
        reply.field("meaning", parameter.meaning)
        reply.field("healthy", parameter.get(healthy))
      }
    }
  }
}

extension TreatmentKind {
  fileprivate var name: String {
    switch self {
    case .drug: "drug"
    case .infusion: "infusion"
    case .device: "device"
    case .operation: "operation"
    case .clip: "clip"
    case .shock: "shock"
    }
  }
}

extension Load.Group {
  fileprivate var name: String {
    switch self {
    case .posture: "posture"
    case .work: "work"
    case .strain: "strain"
    case .state: "state"
    case .manoeuvre: "manoeuvre"
    }
  }
}
