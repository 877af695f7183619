// What the heart must do as the body changes: size, sex, age.

import Circulation
import Findings
import Instruments
import Quantities
import Testing

/// Two rooms know a `Sex`; the test macro needs to be told which.
typealias PersonsSex = Quantities.Sex

/// A healthy heart of a body, at its periodic beat.
struct Examined: Sendable {
  let body: Body
  let heart: HeartDefinition
  let settled: SettledHeart
  let reading: BeatReading

  static func all(_ bodies: [Body]) -> [Examined] {
    let hearts = bodies.map { HeartDefinition.healthy(for: $0) }
    return zip(zip(bodies, hearts), HeartDefinition.settle(hearts)).map { pair, settled in
      Examined(
        body: pair.0, heart: pair.1, settled: settled,
        reading: BeatReading(settled.beat, of: pair.1, bodySurface: pair.0.bodySurface))
    }
  }

  /// The beat's own number; what it has none for, as Doppler reads it.
  subscript(_ id: FindingID) -> Double {
    if let own = reading.findings[id] { return own }
    return Instrument.doppler.report(Instruments.Examined(heart, body: body, beat: settled.beat))[id] ?? .nan
  }
  var pulsePressure: Double { self[.SBP] - self[.DBP] }
}

extension Body {
  /// A person of usual height and weight.
  static func usual(_ sex: Sex, age: Double = 45) -> Body {
    sex == .male
      ? Body(age: age, sex: sex, height: 178, weight: 75) : Body(age: age, sex: sex, height: 165, weight: 62)
  }
}

@Suite struct ReferenceTests {
  @Test func theReferenceBodyHasTheReferenceHeartToTheLastBit() {
    #expect(HeartDefinition.healthy(for: .reference) == .healthyAdult)
  }

  @Test func everyRowThatCountsIsInside() {
    let adult = Examined.all([.reference])[0]
    #expect(adult.settled.status == .periodic)
    for id in FindingID.allCases {
      guard let row = id.spec.healthyAdultRow else { continue }
      #expect(row.contains(adult[id]), "\(id.identifier): \(adult[id]), not in \(row)")
    }
    #expect((130...150).contains(adult[.LVEDV]))
    #expect((80...95).contains(adult[.FSV]))
    #expect((5...11).contains(adult[.LAPmean]))
  }

  @Test(arguments: [(0.1, 10.0, 22.0), (0.2, 22, 40), (0.4, 38, 72), (0.7, 65, 110)])
  func aHoleLeaksAsMuchAsItShould(area: Double, least: Double, most: Double) {
    var heart = HeartDefinition.healthyAdult
    heart.mitralValve.leakArea = .squareCentimetres(area)
    let settled = heart.settled()
    let leak = BeatReading(settled.beat, of: heart, bodySurface: nil).findings[.RVol] ?? .nan
    #expect(settled.status == .periodic)
    #expect((least...most).contains(leak), "\(leak) mL")
  }

  /// The E wave has one summit and then falls: a time of deceleration means something.
  @Test func theEWaveHasOneSummit() {
    let beat = Examined.all([.reference])[0].settled.beat
    let velocity = beat.trace { max($0.flows.mitral, 0) / $0.areas.mitral / 100 }
    let summit = velocity.maximum(from: 0.5 * beat.cycle, to: beat.cycle)
    for step in 1..<60 {
      let time = summit.time + 0.0025 * Double(step)
      #expect(velocity.value(at: time) < velocity.value(at: time - 0.0025))
    }
  }
}

@Suite struct SizeTests {
  /// Body surfaces from 1.4 to 2.4 m², from slight to heavy.
  private static let sizes = [(152.0, 46.0), (160, 60), (178, 75), (185, 95), (195, 110)]

  @Test(arguments: Sex.allCases) func indexedFindingsHardlyDependOnSize(sex: PersonsSex) {
    let people = Examined.all(Self.sizes.map { Body(sex: sex, height: $0.0, weight: $0.1) })
    #expect(people[0].body.bodySurface < 1.42 && people[4].body.bodySurface > 2.4)
    for id in [FindingID.LVEDVi, .LVESVi, .LAVI, .CI, .MAP, .LAPmean, .E, .LVEF] {
      for person in people {
        #expect(abs(person[id] / people[2][id] - 1) < 0.03, "\(id.identifier) at \(person.body.bodySurface) m²")
      }
    }
  }

  @Test func volumesGrowWithSurface() {
    let people = Examined.all(Self.sizes.map { Body(height: $0.0, weight: $0.1) })
    for (smaller, larger) in zip(people, people.dropFirst()) {
      #expect(larger[.LVEDV] > smaller[.LVEDV] && larger[.CO] > smaller[.CO] && larger[.SVR] < smaller[.SVR])
    }
  }
}

@Suite struct SexTests {
  private static let pair = Examined.all([.usual(.male), .usual(.female)])

  /// CMR, mean ± 2 SD: 135 ± 26 mL (Hudsmith 2005), mass 98 ± 21 g (Kawel-Boehm 2015). The smaller band of
  /// echocardiography, 46–106 mL, is another method's; the model's volumes are true volumes.
  @Test func aWomansVentricleIsThatOfCMR() {
    let woman = Self.pair[1]
    #expect((83...187).contains(woman[.LVEDV]))
    #expect((56...140).contains(woman[.LVMass]))
    #expect((56...96).contains(woman[.LVEDVi]))  // 76 ± 10 mL/m²
  }

  @Test func aWomansHeartIsSmallerForHerSurfaceAndEmptiesFurther() {
    let (man, woman) = (Self.pair[0], Self.pair[1])
    #expect(woman[.LVEDVi] < man[.LVEDVi])
    #expect(woman[.LVMass] / woman.body.bodySurface < man[.LVMass] / man.body.bodySurface)
    #expect((0.5...4).contains(woman[.LVEF] - man[.LVEF]))
    #expect(woman[.RVEDV] / woman.body.bodySurface < man[.RVEDV] / man.body.bodySurface)
    #expect(woman[.LVET] > man[.LVET])
  }

  @Test func fillingPressuresAndIndexDoNotDependOnSex() {
    let (man, woman) = (Self.pair[0], Self.pair[1])
    #expect(abs(woman[.LAPmean] - man[.LAPmean]) < 0.5)
    #expect(abs(woman[.CVP] - man[.CVP]) < 0.5)
    #expect(abs(woman[.CI] / man[.CI] - 1) < 0.05)
  }
}

@Suite struct AgeTests {
  private static let ages: [Double] = [20, 30, 40, 50, 60, 70, 80]
  private static func people(_ sex: Sex) -> [Examined] { Examined.all(ages.map { Body.usual(sex, age: $0) }) }

  /// Nagueh 2009: E/A 1.53 ± 0.40, 1.28 ± 0.25, 0.96 ± 0.18 and IVRT 67 ± 8, 74 ± 7, 87 ± 7 ms at 21–40, 41–60 and
  /// above 60 years. Within 1.5 SD of the mean at 30, 50 and 70.
  @Test(arguments: Sex.allCases) func filledEarlyInYouthAndLateInAge(sex: PersonsSex) {
    let people = Self.people(sex)
    for (younger, older) in zip(people, people.dropFirst()) {
      #expect(older[.EA] < younger[.EA])
      #expect(older[.IVRT] > younger[.IVRT])
      #expect(older[.ePrime] < younger[.ePrime])
      #expect(older[.PVSD] > younger[.PVSD])
    }
    for (person, ratio, time) in [
      (people[1], (1.53, 0.40), (67.0, 8.0)), (people[3], (1.28, 0.25), (74, 7)), (people[5], (0.96, 0.18), (87, 7)),
    ] {
      #expect(abs(person[.EA] - ratio.0) < 1.5 * ratio.1, "E/A \(person[.EA]) at \(person.body.age)")
      #expect(abs(person[.IVRT] - time.0) < 1.5 * time.1, "IVRT \(person[.IVRT]) at \(person.body.age)")
    }
  }

  @Test(arguments: Sex.allCases) func pulsePressureRisesWithAge(sex: PersonsSex) {
    let people = Self.people(sex)
    for (younger, older) in zip(people, people.dropFirst()) { #expect(older.pulsePressure > younger.pulsePressure) }
    #expect(people[6].pulsePressure > 1.3 * people[0].pulsePressure)
  }

  /// McEniery 2005, men: 88 at 15 to 95 at 45 and 92 mmHg at 85 years, SD 7–8.
  @Test func meanPressureStaysNearThatOfPeopleOfTheAge() {
    for (person, published) in zip(Self.people(.male), [88.5, 90.5, 93.5, 95, 94.5, 93.5, 92.5]) {
      #expect(abs(person[.MAP] - published) < 4, "\(person[.MAP]) at \(person.body.age)")
    }
  }

  /// Wolsk 2017: at rest catheters read the same from 20 to 80 years.
  @Test(arguments: Sex.allCases) func fillingPressuresHardlyChangeWithAge(sex: PersonsSex) {
    let people = Self.people(sex)
    let middle = people[2]
    for person in people {
      #expect(abs(person[.LAPmean] - middle[.LAPmean]) < 0.7)
      #expect(abs(person[.CVP] - middle[.CVP]) < 0.8)
    }
  }

  @Test func volumesAndResistanceFollowAge() {
    let people = Self.people(.male)
    for (younger, older) in zip(people, people.dropFirst()) {
      #expect(older[.LVEDV] < younger[.LVEDV] && older[.SVR] > younger[.SVR] && older[.CI] < younger[.CI])
      #expect(abs(older[.LVEF] - younger[.LVEF]) < 1)
    }
  }
}

@Suite struct GridTests {
  /// Wide limits, of physiology: no healthy body may leave them.
  private static let limits: [(FindingID, ClosedRange<Double>)] = [
    (.SBP, 95...150), (.DBP, 50...85), (.MAP, 70...110), (.CVP, 0.5...7), (.LAPmean, 4...12), (.PASP, 15...32),
    (.mPAP, 9...20), (.LVEDP, 4...15), (.LVEDVi, 45...105), (.LVEF, 54...74), (.RVEF, 45...75), (.CI, 2.1...4.5),
    (.LAVI, 16...40), (.E, 0.45...1.2), (.A, 0.25...1.0), (.EA, 0.6...2.6), (.IVRT, 40...115), (.LVET, 240...340),
    (.AoVmax, 0.8...1.8), (.dPdtMax, 1000...2200), (.tau, 20...55), (.PVR, 0.3...3), (.ePrime, 6...20),
    (.DT, 120...280), (.RVol, 0...2),
  ]

  @Test(arguments: Sex.allCases) func everyAdultBodyHasAHealthyPeriodicHeart(sex: PersonsSex) {
    var bodies: [Body] = []
    for age in [18.0, 30, 45, 60, 75, 90, 100] {
      for (height, weight) in [
        (140.0, 40.0), (140, 90), (155, 50), (165, 70), (178, 75), (185, 120), (200, 70), (210, 90), (210, 160),
      ] {
        bodies.append(Body(age: age, sex: sex, height: height, weight: weight))
      }
    }
    for person in Examined.all(bodies) {
      #expect(person.settled.status == .periodic && person.settled.beats <= 12, "\(person.body)")
      for (id, range) in Self.limits {
        #expect(range.contains(person[id]), "\(id.identifier) \(person[id]): \(person.body)")
      }
    }
  }
}
