// The posterior says how sure a fit is: as wide as the errors make it, the same for the same seed, with the truth in it as
// often as it claims, and with the one measurement that lies told apart.

import Lanes
import Circulation
import Findings
import Instruments
import Lesions
import Quantities
import Testing
import Twin

/// A patient made up of known parameters, measured by instruments with their scatter.
struct SyntheticPatient {
  let heart: HeartDefinition
  let examined: Examined
  /// cm², kPa.
  let leak: Double
  let strength: Double
  var targets: [Target] = []

  /// Nil where the heart does not beat.
  ///
  /// - Parameter measured: what is read, by whom.
  init?(
    seed: UInt64, measured: [(Instrument, [FindingID])] = SyntheticPatient.usual, isScattered: Bool = true,
    mechanism: LeakMechanism = .fixed
  ) {
    var random = RandomNumbers(seed: seed)
    var heart = HeartDefinition.healthyAdult
    leak = 0.25 * exponential(0.5 * random.normal())
    mechanism.leak(.squareCentimetres(leak), in: &heart)
    heart.growLeftVentricle(area: exponential(0.1 + 0.12 * random.normal()))
    heart.scaleLeftStrength(exponential(0.2 * random.normal()))
    heart.scaleSystemicResistance(exponential(0.1 + 0.15 * random.normal()))
    heart.bloodVolume *= exponential(0.03 + 0.05 * random.normal())
    heart.growLeftAtrium(area: exponential(0.2 + 0.2 * random.normal()))
    mechanism.countInThisHeart(&heart)
    let settled = heart.settled()
    guard settled.status == .periodic else { return nil }
    self.heart = heart
    strength = heart.leftVentricle.activeStress.kilopascals
    examined = Examined(heart, body: .reference, beat: settled.beat)
    for (instrument, findings) in measured {
      for reading in instrument.report(examined, seed: isScattered ? random.next() : nil).readings
      where findings.contains(reading.finding)
        && !targets.contains(where: { $0.finding == reading.finding && $0.method == (reading.method?.rawValue ?? "") })
      {
        targets.append(
          Target(
            reading.finding, reading.value, standardError: reading.deviation, method: reading.method?.rawValue ?? ""))
      }
    }
  }

  static let usual: [(Instrument, [FindingID])] = [
    (.cuff, [.SBP, .DBP]), (.mri, [.LVEDV, .LVEF, .FSV]), (.colourDoppler, [.EROA]), (.doppler, [.E]),
    (.echo2D, [.LAVmax]), (.catheter, [.PCWP]),
  ]

  func search(_ changed: [Target]? = nil, _ mechanisms: [MechanismChance] = [MechanismChance(.fixed)]) -> HeartFit {
    HeartFit(
      start: .healthyAdult, body: .reference, targets: changed ?? targets, disease: KnownDisease(isAcute: false),
      mechanisms: mechanisms)
  }
}

private func exponential(_ x: Double) -> Double { Double.exponential(x) }

extension SamplerSettings {
  /// Enough to tell widths by, in a second or two.
  static var short: SamplerSettings {
    var settings = SamplerSettings()
    settings.effectiveSamples = 120
    settings.convergence = 1.03
    return settings
  }
}

@Suite struct PosteriorTests {
  @Test func theSameSeedGivesTheSameDrawsAndAnotherOnesOthers() throws {
    let patient = try #require(SyntheticPatient(seed: 3))
    let search = patient.search()
    let fit = try search.run()
    func leaks(_ seed: UInt64) -> [[Double]] { search.sketch(fit, seed: seed, draws: 64).draws.map(\.theta) }
    #expect(leaks(1) == leaks(1))
    #expect(leaks(1) != leaks(2))
    var few = SamplerSettings.short
    few.generations = 20
    func sampled(_ seed: UInt64) -> [[Double]] { search.sample(fit, seed: seed, settings: few).draws.map(\.theta) }
    #expect(sampled(1) == sampled(1))
  }

  @Test func theTruthLiesInTheIntervalsAsOftenAsTheySay() throws {
    var (leaks, strengths, all) = (0, 0, 0)
    for seed in 1...8 as ClosedRange<UInt64> {
      guard let patient = SyntheticPatient(seed: seed) else { continue }
      let search = patient.search()
      let posterior = search.sample(try search.run(), seed: seed, settings: .short)
      #expect(posterior.sampling.isConverged, "\(seed): \(posterior.sampling)")
      func holds(_ name: String, _ truth: Double) -> Bool {
        posterior.parameters.contains { $0.name == name && $0.low <= truth && truth <= $0.high }
      }
      all += 1
      if holds("leakArea", patient.leak) { leaks += 1 }
      if holds("contractility", patient.strength) { strengths += 1 }
    }
    // Nine of ten are promised: five or fewer of eight would be chance in one of two hundred.
    #expect(all >= 7 && leaks >= all - 2 && strengths >= all - 2, "\(leaks) and \(strengths) of \(all)")
  }

  @Test func sketchAndSamplesAgreeOnWhatIsMeasuredWell() throws {
    let patient = try #require(SyntheticPatient(seed: 5))
    let search = patient.search()
    let fit = try search.run()
    let sketch = try #require(search.sketch(fit, seed: 1).spread(.RVol))
    let samples = try #require(search.sample(fit, seed: 1, settings: .short).spread(.RVol))
    let width = samples.ninety.upperBound - samples.ninety.lowerBound
    #expect(abs(sketch.median - samples.median) < 0.2 * width, "\(sketch.median) and \(samples.median) mL")
    let other = sketch.ninety.upperBound - sketch.ninety.lowerBound
    #expect(other > 0.7 * width && other < 1.4 * width, "\(other) and \(width) mL")
  }

  @Test func fewerMeasurementsLeaveMoreHeartsPossible() throws {
    let patient = try #require(SyntheticPatient(seed: 5))
    func width(_ targets: [Target]) throws -> Double {
      let search = patient.search(targets)
      let spread = try #require(search.sketch(try search.run(), seed: 1).spread(.RVol))
      return spread.ninety.upperBound - spread.ninety.lowerBound
    }
    let all = try width(patient.targets)
    let few = try width(patient.targets.filter { [.EROA, .SBP].contains($0.finding) })
    #expect(few > 1.1 * all, "\(few) and \(all) mL")
  }

  @Test(arguments: [FindingID.FSV, .EROA])
  func aMeasurementFiveErrorsOffIsTheCulprit(_ liar: FindingID) throws {
    let patient = try #require(SyntheticPatient(seed: 11, isScattered: false))
    let lied = patient.targets.map { target in
      target.finding == liar
        ? Target(
          liar, target.value + 5 * (target.statedError ?? 0), standardError: target.statedError, method: target.method)
        : target
    }
    let search = patient.search(lied)
    let posterior = search.sketch(try search.run(), seed: 1)
    let culprit = try #require(posterior.culprit)
    #expect(culprit.finding == liar, "\(culprit)")
    // Grossly wrong are 5 % beforehand; a sketch, worth some 80 draws, knows the probability to 0.05.
    #expect(culprit.zScore > 2.5 && culprit.grossProbability > 0.2, "\(culprit)")
    let honest = patient.search()
    #expect(honest.sketch(try honest.run(), seed: 1).culprit == nil)
  }

  @Test func theMeasurementThatWouldTellMostIsOneOfTheLeak() throws {
    let measured: [(Instrument, [FindingID])] = [(.cuff, [.SBP, .DBP]), (.echo2D, [.LVEDV, .LVEF])]
    let patient = try #require(SyntheticPatient(seed: 5, measured: measured))
    let search = HeartFit(
      start: .healthyAdult, body: .reference, targets: patient.targets, disease: KnownDisease(isAcute: false),
      suspectsLeak: true)
    let posterior = search.sketch(try search.run(), seed: 1)
    let next = posterior.nextMeasurements(
      grade: { ($0[.RVol] ?? 0) >= 60 ? 2 : ($0[.RVol] ?? 0) >= 30 ? 1 : 0 },
      excluding: Set(patient.targets.map(\.finding)), draws: 64)
    let first = try #require(next.first)
    #expect([FindingID.EROA, .RVol, .RF, .VCW, .PISAr].contains(first.finding), "\(first)")
    #expect(first.bits > 0.2 && first.range.contains(first.expected))
    #expect(next.allSatisfy { $0.bits >= 0 && $0.shrinking >= 0 && $0.shrinking <= 1 })
    let blood = try #require(next.first { $0.finding == .CVP })
    #expect(blood.bits < 0.3 * first.bits, "\(blood)")
  }

  @Test func whatIsReadOnlyByAnInstrumentTellsOfTheLeak() throws {
    let patient = try #require(SyntheticPatient(seed: 5, measured: SyntheticPatient.usual + [(.colourDoppler, [.VCW])]))
    func leak(_ findings: Set<FindingID>) throws -> FittedParameter? {
      let search = patient.search(patient.targets.filter { findings.contains($0.finding) })
      return try search.run().parameters.first { $0.name == "leakArea" }
    }
    #expect(try leak([.SBP, .LVEDV]) == nil, "a leak is looked for that nothing tells of")
    #expect(try #require(try leak([.SBP, .LVEDV, .VCW])).learned > 0.5)
  }

  @Test func aParameterIsFreeOnlyWhereSomethingTellsOfIt() throws {
    let measured = SyntheticPatient.usual + [(.echo2D, [.PWd, .IVSd]), (.doppler, [.IVRT])]
    let patient = try #require(SyntheticPatient(seed: 5, measured: measured))
    func names(_ targets: [Target]) throws -> Set<String> {
      Set(try patient.search(targets).run().parameters.map(\.name))
    }
    let few = try names(patient.targets.filter { ![.PWd, .IVSd, .IVRT, .E].contains($0.finding) })
    #expect(few.isDisjoint(with: ["relaxation", "wallMass", "mitralOpening"]))
    #expect(try names(patient.targets).isSuperset(of: ["relaxation", "wallMass"]))
  }
}
