// A heart on some day of a course as a case file of its own.

import Assessment
import Drawing
import Cases
import Circulation
import Course
import Findings
import Quantities
import Reports
import Statements
import Twin

extension Case {
  /// The case that states the heart of a moment: who the patient is, and every number of the heart that differs from
  /// the healthy one of that body, as it then beats, reflexes included.
  ///
  /// A hole stays under `lesions`; how any other leak moves is part of the numbers.
  func snapshot(of moment: CourseMoment, start: CourseStart, treatments: [GivenInCourse]) -> Case {
    let time = CourseWords.time(moment.days)
    var snapshot = Case(name: name + (moment.days > 0 ? ", after \(time)" : ""))
    snapshot.source = Self.origin(name, time, start, treatments)
    snapshot.patient = patient
    let isEarly = moment.days < 30
    switch start.kind {
    case .lesion: snapshot.presentation = isEarly ? .acute : .chronic
    case .found(let isAcute): snapshot.presentation = isAcute && isEarly ? .acute : .chronic
    }
    // What was given may have restored the rhythm.
    snapshot.rhythm = moment.heart.rhythm.kind == .sinus && rhythm != nil ? .sinus : rhythm
    snapshot.history = history
    snapshot.signs = signs
    snapshot.context = context

    let hole = moment.heart.mitralValve.leakArea.squareCentimetres
    if hole > 1e-4, lesions.allSatisfy({ $0.kind == "fixed-orifice" }) {
      snapshot.lesions = [
        LesionChoice(
          kind: "fixed-orifice", parameters: [NamedQuantity("orificeArea", TextQuantity(Self.rounded(hole), "cm2"))])
      ]
    }
    let stated = snapshot.statedHeart(from: snapshot.healthyHeart)
    let leaks = moment.heart.mitralLeaks
    let absent = [("flail", leaks.flail), ("prolapse", leaks.prolapse), ("functional", leaks.functional)]
      .filter { $0.1.area.squareCentimetres == 0 }.map { "mitralLeaks.\($0.0)." }
    for parameter in HeartParameter.all where !absent.contains(where: parameter.path.hasPrefix) {
      let value = parameter.get(moment.heart)
      let scale = max(value.magnitude, parameter.get(stated).magnitude)
      guard (value - parameter.get(stated)).magnitude > 1e-9 * scale else { continue }
      snapshot.heart.append(
        HeartOverride(parameter.path, TextQuantity(Self.rounded(value), parameter.unit.symbol)))
    }
    return snapshot
  }

  private static func origin(_ name: String, _ time: String, _ start: CourseStart, _ treatments: [GivenInCourse])
    -> String
  {
    var text = "Simulated: the heart of the case “\(name)” \(time) into its course"
    text += start.isHeld ? ", the lesion held" : ""
    for given in treatments { text += ", \(given.planned.title) at \(CourseWords.time(given.days))" }
    return text + " (mitral course --snapshot, version \(Product.version)); reflexes and growth are part of its numbers"
  }

  /// Seven significant digits.
  private static func rounded(_ value: Double) -> Double {
    Double(NumberText.significant(value, digits: 7)) ?? value
  }
}
