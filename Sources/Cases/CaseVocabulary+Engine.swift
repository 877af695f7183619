// The words that the engine itself understands: its catalogues of lesions and treatments and the heart's parameters.

import Quantities
import Circulation
import Lesions
import Statements
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

extension CaseVocabulary {
  /// Every word a case file may use: the engine's, and those lesions and treatments that have their name in the schema
  /// but are not simulated by this version (see `Case.notSimulated`).
  public static let known = CaseVocabulary(
    lesions: engine.lesions + sample.lesions.filter { LesionCatalogue.find($0.identifier) == nil },
    treatments: engine.treatments + sample.treatments.filter { TreatmentCatalogue.find($0.identifier) == nil },
    heart: engine.heart)
}

extension Case {
  /// The lesions and treatments of this case that this version of the engine does not know how to simulate.
  public var notSimulated: [String] {
    let leaks = (lesions + valves.values.flatMap { $0 }).map(\.kind).filter { LesionCatalogue.find($0) == nil }
    return leaks + treatments.map(\.kind).filter { TreatmentCatalogue.find($0) == nil }
  }
}

extension ParameterSpec {
  /// What the engine says of an argument.
  public init(_ argument: ArgumentSpec) {
    self.init(
      argument.name, unit: argument.unit.symbol, range: argument.range, argument.meaning,
      usual: argument.standard)
    isWhole = argument.isWhole
  }
}
