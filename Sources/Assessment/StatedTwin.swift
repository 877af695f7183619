// A heart that was found by measurements, as a case that states it: every number of the heart that differs from what the
// rest of the case makes, and the leak as a lesion that can be made smaller and larger.

import Quantities
import Cases
import Circulation
import Findings
import Lesions
import Statements

extension Case {
  /// The case that states a heart found by this case's measurements.
  ///
  /// Treatments and ills of the other valves are left out: they show in what was measured, and so in the numbers. The leak
  /// stands as a lesion where one makes the very orifice (to a thousandth); else it is among the numbers.
  public func stating(_ found: HeartDefinition) -> Case {
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
    for sign in QualitativeID.allCases where sign.spec.isBoolean { bare.signs[sign] = signs[sign] }
    for id in FindingID.allCases where id == .QRS || id.spec.group == .laboratory {
      let list = present(id)
      if !list.isEmpty {
        bare.measurements[id] = [Measurement(value: list.map(\.value).reduce(0, +) / Double(list.count))]
      }
    }
    for kind in lesionKinds(for: found) {
      if let stated = bare.stating(found, leakingBy: kind) { return stated }
    }
    return bare.overridden(to: found) { _ in true }
  }

  /// Lesions that may leak as the heart does: the case's own first.
  private func lesionKinds(for found: HeartDefinition) -> [Lesion] {
    let own = lesions.compactMap { LesionCatalogue.find($0.kind) }
    let others = [Lesion.flailLeaflet, .prolapse, .fixedOrifice, .leafletTethering, .annularDilatation]
    return own + others
  }

  /// This case with the heart's numbers set and the leak as a lesion; nil where that is another heart.
  private func stating(_ found: HeartDefinition, leakingBy lesion: Lesion) -> Case? {
    let settled = found.settled()
    guard settled.status == .periodic else { return nil }
    let peak = found.peakOrifice(of: lesion.mechanism.place, in: settled)
    guard peak > 0.005, lesion.arguments[0].range.contains(peak) else { return nil }
    var stated = overridden(to: found) { !$0.path.hasPrefix("mitralLeaks.") && $0.path != "mitralValve.leakArea" }
    // What else the lesion would do to the heart has been done already.
    let further = lesion.arguments.dropFirst().map {
      NamedQuantity($0.name, TextQuantity($0.range.contains(0) ? 0 : $0.range.lowerBound, $0.unit.symbol))
    }
    let orifice = NamedQuantity(lesion.arguments[0].name, TextQuantity(peak, lesion.arguments[0].unit.symbol))
    stated.lesions = [LesionChoice(kind: lesion.identifier, parameters: [orifice] + further)]
    return stated.statedHeart(from: stated.healthyHeart).isAlike(found) ? stated : nil
  }

  /// This case with every number set in which its heart differs from another.
  private func overridden(to found: HeartDefinition, _ isMeant: (HeartParameter) -> Bool) -> Case {
    var stated = self
    stated.heart = []
    let start = stated.statedHeart(from: stated.healthyHeart)
    for parameter in HeartParameter.all where isMeant(parameter) {
      let value = parameter.get(found)
      guard value != parameter.get(start), parameter.range.contains(value) else { continue }
      stated.heart.append(HeartOverride(parameter.path, TextQuantity(value, parameter.unit.symbol)))
    }
    return stated
  }
}

extension HeartDefinition {
  /// Whether every number is that of another heart, orifices to two thousandths.
  fileprivate func isAlike(_ other: HeartDefinition) -> Bool {
    // A place that holds no leak may follow what it likes.
    func isUsed(_ path: String) -> Bool {
      let leaks = other.mitralLeaks
      let places = [("flail", leaks.flail), ("prolapse", leaks.prolapse), ("functional", leaks.functional)]
      return !places.contains { name, leak in
        leak.area.squareCentimetres == 0 && path.hasPrefix("mitralLeaks.\(name).") && !path.hasSuffix(".area")
      }
    }
    return HeartParameter.all.filter { isUsed($0.path) }.allSatisfy { parameter in
      let (a, b) = (parameter.get(self), parameter.get(other))
      let isOrifice = parameter.path.hasPrefix("mitralLeaks.") && parameter.path.hasSuffix(".area")
      return (a - b).magnitude <= (isOrifice ? 2e-3 : 1e-9) * max(a.magnitude, b.magnitude)
    }
  }
}

extension Case {
  /// The number of the stated heart that holds most of its mitral leak; nil where a lesion does, and where there is none.
  public var leakSetting: String? {
    let leaks = heart.filter {
      $0.name == "mitralValve.leakArea" || ($0.name.hasPrefix("mitralLeaks.") && $0.name.hasSuffix(".area"))
    }
    guard lesions.isEmpty, let most = leaks.max(by: { $0.quantity.value < $1.quantity.value }) else { return nil }
    return most.quantity.value > 0 ? most.name : nil
  }
}
