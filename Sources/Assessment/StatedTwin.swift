// A heart that was found by measurements, in a case's words: as `MeasuredPatient` states it.

import Cases
import Circulation
import Findings
import Inference
import Lesions
import Quantities
import Statements

extension Case {
  /// The case that states a heart found by this case's measurements.
  public func stating(_ found: HeartDefinition) -> Case {
    let stated = measured.stating(found)
    var bare = Case(name: name)
    bare.source = source
    bare.patient = patient
    bare.presentation = presentation
    bare.rhythm = rhythm
    bare.reflexes = reflexes
    bare.history = history
    bare.symptoms = symptoms
    bare.nyha = nyha
    bare.context = context
    bare.signs = stated.record.signs
    for series in stated.record.series { bare.measurements[series.finding] = series.measurements }
    bare.lesions = stated.statement.lesions.map { choice in
      let specs = choice.lesion.arguments
      let parameters = specs.indices.map {
        NamedQuantity(specs[$0].name, TextQuantity(choice.arguments[$0], specs[$0].unit.symbol))
      }
      return LesionChoice(kind: choice.lesion.identifier, parameters: parameters)
    }
    bare.heart = stated.statement.settings.map {
      HeartOverride($0.parameter.path, TextQuantity($0.value, $0.parameter.unit.symbol))
    }
    return bare
  }

  /// The number of the stated heart that holds most of its mitral leak; nil where a lesion does, and where there is none.
  public var leakSetting: String? { lesions.isEmpty ? statement.leakSetting?.parameter.path : nil }
}
