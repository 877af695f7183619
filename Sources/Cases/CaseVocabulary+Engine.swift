// The words that the engine itself understands: its catalogues of lesions and treatments and the heart's parameters.

import Quantities
import Circulation
import Lesions
import Treatments

extension CaseVocabulary {
  /// What this version of the engine can simulate.
  public static let engine = CaseVocabulary(
    lesions: LesionCatalogue.all.map {
      KindSpec(
        $0.identifier, $0.meaning, parameters: $0.arguments.map(ParameterSpec.init),
        fitsOtherValves: $0.fitsOtherValves)
    },
    treatments: TreatmentCatalogue.all.map {
      KindSpec($0.identifier, $0.meaning, parameters: $0.arguments.map(ParameterSpec.init))
    },
    heart: HeartParameter.all.map {
      ParameterSpec($0.path, unit: $0.unit.symbol, range: $0.range, $0.meaning)
    })
}

extension ParameterSpec {
  init(_ argument: ArgumentSpec) {
    self.init(argument.name, unit: argument.unit.symbol, range: argument.range, argument.meaning)
  }
}
