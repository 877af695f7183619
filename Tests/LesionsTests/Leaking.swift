// Hearts with a lesion, as the tests look at them.

import Circulation
import Findings
import Instruments
import Lanes
import Lesions
import Quantities
import Testing
import Treatments

/// A heart with one lesion of the mitral valve, settled and read.
struct Leaking: Sendable {
  let definition: HeartDefinition
  let heart: SettledHeart
  let reading: BeatReading

  /// - Parameters:
  ///   - numbers: by name; standard where not given.
  ///   - start: edits the healthy adult before the lesion.
  init(_ lesion: Lesion, _ numbers: [String: Double] = [:], start: (inout HeartDefinition) -> Void = { _ in }) {
    var definition = HeartDefinition.healthyAdult
    start(&definition)
    let arguments = lesion.filled(numbers)
    lesion.apply(&definition, .mitral, arguments)
    var peaks = OrificePeaks()
    peaks[lesion.mechanism.place] = arguments[0]
    definition.scaleOrifices(to: peaks)
    self.init(definition)
  }

  /// A heart that does not come to beat fails the test that asked for it: nothing may be read of it.
  init(_ definition: HeartDefinition) {
    self.definition = definition
    heart = definition.settled()
    #expect(heart.status == .periodic)
    reading = BeatReading(heart.beat, of: definition, bodySurface: 1.93)
  }

  /// Not a number where it cannot be read, so that no claim about it holds.
  subscript(_ id: FindingID) -> Double { reading.findings[id] ?? .nan }

  /// The same heart after a change.
  func after(_ edit: (inout HeartDefinition) -> Void) -> Leaking {
    var changed = definition
    edit(&changed)
    return Leaking(changed)
  }

  var thirds: [Double] { reading.regurgitantFractionByThird ?? [] }

  /// The same heart on a drug, the dose in the unit of the drug.
  func on(_ drug: Treatment, dose: Double) -> Leaking {
    var arguments = Arguments(standardOf: drug.arguments)
    arguments[0] = dose
    return after { drug.apply(&$0, arguments) }
  }

  /// From mitral closure to opening, s after atrial activation.
  var systole: ClosedRange<Double> {
    let activation = heart.beat.ventricularActivation
    return (reading.valves.mitral.closeTime ?? .nan) + activation...(reading.valves.mitral.openTime ?? .nan)
      + activation
  }

  var leak: Trace { heart.beat.trace { $0.mitralLeakArea } }
  var drop: Trace { heart.beat.trace { $0.leftVentricularPressure - $0.leftAtrialPressure } }

  /// The moment at a share of systole, 0 closure … 1 opening.
  func time(_ share: Double) -> Double { systole.lowerBound + share * (systole.upperBound - systole.lowerBound) }

  /// The orifice at a share of systole, cm².
  func orifice(_ share: Double) -> Double { leak.value(at: time(share)) }

  /// The largest and the smallest orifice between two shares of systole.
  func largest(_ from: Double, _ to: Double) -> Trace.Point { leak.maximum(from: time(from), to: time(to)) }
  func smallest(_ from: Double, _ to: Double) -> Trace.Point { leak.minimum(from: time(from), to: time(to)) }

  /// How long the orifice is over a tenth of its peak, ms.
  var duration: Double {
    let level = 0.1 * largest(0, 1).value
    let open = leak.map { $0 > level ? 1.0 : 0 }
    return 1000 * open.integral(from: systole.lowerBound, to: systole.upperBound)
  }
}

extension Lesion {
  func filled(_ numbers: [String: Double]) -> Arguments {
    var filled = Arguments(standardOf: arguments)
    for (index, spec) in arguments.enumerated() {
      if let value = numbers[spec.name] { filled[index] = value }
    }
    return filled
  }
}

extension HeartDefinition {
  /// Changes what all of the body's small vessels resist.
  mutating func resist(_ factor: Double) {
    systemic.arteriolarResistance *= factor
    systemic.venularResistance *= factor
  }

  /// Changes the strength of the left ventricle.
  mutating func strengthen(_ factor: Double) {
    leftVentricle.activeStress *= factor
    septum.activeStress *= factor
  }

  /// Blood that stays in the veins, as on standing up.
  mutating func pool(_ millilitres: Double) {
    systemic.venousUnstressed = systemic.venousUnstressed + .millilitres(millilitres)
  }
}
