// A heart that was found by measurements, as a patient of whom it is stated: every number of the heart that differs from
// what the rest of the statement makes, and the leak as a lesion that can be made smaller and larger.

import Circulation
import Findings
import Lesions
import Quantities
import Statements

extension MeasuredPatient {
  /// The patient of whom a heart is stated that was found by this one's measurements.
  ///
  /// Treatments and ills of the other valves are left out: they show in what was measured, and so in the numbers. The leak
  /// stands as a lesion where one makes the very orifice (to a thousandth); else it is among the numbers.
  public func stating(_ found: HeartDefinition) -> MeasuredPatient {
    let bare = bare
    for lesion in lesionKinds {
      if let stated = bare.stating(found, leakingBy: lesion) { return stated }
    }
    return bare.overridden(to: found) { _ in true }
  }

  /// Without what was measured of the heart and said of it: the person, the story, yes-or-no signs, the laboratory.
  private var bare: MeasuredPatient {
    var told = ClinicalRecord(today: record.today)
    told.age = record.age
    told.sex = record.sex
    told.height = record.height
    told.weight = record.weight
    told.presentation = record.presentation
    told.rhythm = record.rhythm
    told.history = record.history
    told.symptoms = record.symptoms
    told.nyha = record.nyha
    told.context = record.context
    for sign in QualitativeID.allCases where sign.spec.isBoolean { told.signs[sign] = record.signs[sign] }
    for id in FindingID.allCases where id == .QRS || id.spec.group == .laboratory {
      if let mean = mean(id) { told.series.append(MeasurementSeries(id, [Measurement(value: mean)])) }
    }
    var bare = statement
    bare.heartRate = nil
    bare.qrs = mean(.QRS)
    bare.settings = []
    for site in ValveSite.allCases { bare[site] = [] }
    bare.treatments = []
    return MeasuredPatient(bare, told)
  }

  /// Lesions that may leak as the heart does: the case's own first.
  private var lesionKinds: [Lesion] {
    let own = record.lesions.compactMap { LesionCatalogue.find($0) }
    let others = [Lesion.flailLeaflet, .prolapse, .fixedOrifice, .leafletTethering, .annularDilatation]
    return own + others
  }

  /// This patient with the heart's numbers set and the leak as a lesion; nil where that is another heart.
  private func stating(_ found: HeartDefinition, leakingBy lesion: Lesion) -> MeasuredPatient? {
    let settled = found.settled()
    guard settled.status == .periodic else { return nil }
    let peak = found.peakOrifice(of: lesion.mechanism.place, in: settled)
    guard peak > 0.005, lesion.arguments[0].range.contains(peak) else { return nil }
    let leakless = overridden(to: found) { !$0.path.hasPrefix("mitralLeaks.") && $0.path != "mitralValve.leakArea" }
    // What else the lesion would do to the heart has been done already.
    var arguments = Arguments(standardOf: lesion.arguments)
    arguments[0] = peak
    for (index, spec) in lesion.arguments.enumerated().dropFirst() {
      arguments[index] = spec.range.contains(0) ? 0 : spec.range.lowerBound
    }
    var (stated, told) = (leakless.statement, leakless.record)
    stated.lesions = [StatedLesion(lesion, arguments)]
    told.lesions = [lesion.identifier]
    return stated.heart.isAlike(found) ? MeasuredPatient(stated, told) : nil
  }

  /// This patient with every number set in which the heart differs from another.
  private func overridden(to found: HeartDefinition, _ isMeant: (HeartParameter) -> Bool) -> MeasuredPatient {
    var stated = statement
    stated.settings = []
    let start = stated.heart
    for parameter in HeartParameter.all where isMeant(parameter) {
      let value = parameter.get(found)
      guard value != parameter.get(start), parameter.range.contains(value) else { continue }
      stated.settings.append(HeartSetting(parameter, value))
    }
    return MeasuredPatient(stated, record)
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

extension HeartStatement {
  /// The setting that holds most of the mitral leak; nil where a lesion does, and where there is none.
  public var leakSetting: HeartSetting? {
    let leaks = settings.filter {
      $0.parameter.path == "mitralValve.leakArea"
        || ($0.parameter.path.hasPrefix("mitralLeaks.") && $0.parameter.path.hasSuffix(".area"))
    }
    guard lesions.isEmpty, let most = leaks.max(by: { $0.value < $1.value }) else { return nil }
    return most.value > 0 ? most : nil
  }
}
