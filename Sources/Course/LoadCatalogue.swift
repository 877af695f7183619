// The loads there are. Sizes and sources: Circumstances.swift, Gestation.swift; published against computed: docs/loads.md.

import Circulation
import Quantities

/// Every load there is. A new one is a line here; the command and the documentation read this list.
public enum LoadCatalogue {
  public static let all: [Load] = [
    .supine, .upright, .legsRaised, .squat, .exercise, .handgrip, .pregnancy, .valsalva, .standing,
  ]

  public static func find(_ identifier: String) -> Load? {
    all.first { $0.identifier.utf8.elementsEqual(identifier.utf8) }
  }
}

extension Load {
  public static let supine = Load(
    identifier: "supine", title: "Lying down", meaning: "flat on the back, as at every other time", group: .posture
  ) { circumstances, _, _ in
    circumstances.pooled = 0
    circumstances.erectness = 0
  }

  public static let upright = Load(
    identifier: "upright", title: "Upright", meaning: "standing or sitting upright for some minutes", group: .posture
  ) { circumstances, _, _ in circumstances.standUp() }

  /// 220 mL: legs raised to 45–60° give 150–300 mL back (Guérin 2015).
  public static let legsRaised = Load(
    identifier: "legs-raised", title: "Legs raised", meaning: "lying, the legs raised by 45 degrees", group: .posture
  ) { circumstances, _, _ in circumstances.pooled = -220 }

  /// The 300–500 mL that bent legs press out come back at once; the arteries' kinking adds little (Hanson 1995).
  public static let squat = Load(
    identifier: "squat", title: "Squatting", meaning: "squatting for two minutes", group: .posture
  ) { circumstances, _, _ in
    circumstances.standUp()
    circumstances.pooled = 200
  }

  public static let exercise = Load(
    identifier: "exercise", title: "Exercise",
    meaning: "cycling at a load, lying unless said to be upright; given in W or in METs", group: .work,
    scales: [
      ArgumentSpec("power", unit: Unit("W", .ratio), range: 0...400, standard: 50, "load on the cycle"),
      ArgumentSpec(
        "uptake", unit: Unit("METs", .ratio), range: 1...20, standard: 4, "oxygen taken up, over that at rest"),
    ]
  ) { circumstances, amount, body in
    circumstances.mets = amount.scale == 0 ? Demand(body).mets(watts: amount.value) : amount.value
  }

  public static let handgrip = Load(
    identifier: "handgrip", title: "Handgrip", meaning: "gripping at 30 % of the greatest force for three minutes",
    group: .strain
  ) { circumstances, _, _ in circumstances.staticWork = 1 }

  public static let pregnancy = Load(
    identifier: "pregnancy", title: "Pregnancy", meaning: "weeks of pregnancy, one child", group: .state,
    scales: [ArgumentSpec("weeks", unit: Unit("wk", .time), range: 1...42, standard: 30, "since the last period")]
  ) { circumstances, amount, _ in circumstances.gestation = amount.value }

  /// 85 % of the pressure in the mouth reach the heart.
  public static let valsalva = Load(
    identifier: "valsalva", title: "Valsalva", meaning: "blowing against a closed glottis for 15 s", group: .manoeuvre,
    scales: [
      ArgumentSpec(
        "pressure", unit: PressureKind.unit, range: 10...50, standard: 40, "held in the mouth")
    ]
  ) { circumstances, amount, _ in circumstances.chestPressure = 0.85 * amount.value }

  public static let standing = Load(
    identifier: "standing-up", title: "Standing up", meaning: "getting up from lying, the first minute",
    group: .manoeuvre
  ) { circumstances, _, _ in circumstances.standUp() }
}
