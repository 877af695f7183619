// Loads on the healthy heart, against what was measured in people.

import Circulation
import Course
import Findings
import Instruments
import Quantities
import Testing

/// A body at rest, and what becomes of it under loads.
struct Loaded {
  let body: Body
  let resting: RegulatedHeart
  let rest: RegulatedBeat

  init(_ heart: RegulatedHeart, body: Body, over answering: Answering = .minutes) throws {
    self.body = body
    rest = try #require(heart.settled(answering))
    resting = heart.atRest(in: rest)
  }

  static func healthy(_ body: Body = .reference) throws -> Loaded {
    try Loaded(.healthy(for: body), body: body)
  }

  /// A hole of 0.57 cm², the kidneys given their days.
  static func acute() throws -> Loaded {
    var heart = RegulatedHeart.healthy(for: .reference)
    heart.heart.mitralValve.leakArea = .squareCentimetres(0.57)
    return try Loaded(heart, body: .reference, over: .days)
  }

  /// The same after growth as in chronic disease; `strength` is what is left of the muscle's.
  static func grown(strength: Double = 1, failing: Bool = false) throws -> Loaded {
    var heart = RegulatedHeart.healthy(for: .reference)
    heart.heart.mitralValve.leakArea = .squareCentimetres(0.57)
    heart.heart.growLeftVentricle(area: 1.3, muscle: 1.45)
    heart.heart.growLeftAtrium(area: 1.5)
    heart.heart.pericardium.referenceVolume *= 1.4
    heart.heart.leftVentricle.activeStress *= strength
    heart.heart.septum.activeStress *= strength
    if strength < 1 { heart.heart.growLeftVentricle(area: 1.05) }
    if failing { heart.reflexes.gains = .failing(age: 45) }
    return try Loaded(heart, body: .reference, over: .days)
  }

  func under(_ loads: (Load, LoadAmount?)...) throws -> RegulatedBeat {
    var circumstances = Circumstances.rest
    for (load, amount) in loads { load.apply(&circumstances, amount ?? load.standard, body) }
    let found = try #require(resting.under(circumstances, body: body).settled(.minutes, from: rest))
    #expect(found.isSteady)
    return found
  }

  func reading(_ beat: RegulatedBeat) -> FindingValues {
    BeatReading(beat.settled.beat, of: beat.heart, bodySurface: body.bodySurface).findings
  }

  func findings(_ loads: (Load, LoadAmount?)...) throws -> FindingValues {
    var circumstances = Circumstances.rest
    for (load, amount) in loads { load.apply(&circumstances, amount ?? load.standard, body) }
    return reading(try #require(resting.under(circumstances, body: body).settled(.minutes, from: rest)))
  }
}

/// Cycling at a load.
func watts(_ power: Double) -> (Load, LoadAmount?) { (.exercise, LoadAmount(scale: 0, value: power)) }

/// Change in percent.
func percent(_ a: Double, from b: Double) -> Double { 100 * (a / b - 1) }

@Suite struct LoadTests {
  @Test func lyingIsRest() throws {
    let healthy = try Loaded.healthy()
    let lying = try healthy.under((.supine, nil))
    #expect((lying.now.arterialPressure - healthy.rest.now.arterialPressure).magnitude < 0.1)
    #expect((lying.now.output - healthy.rest.now.output).magnitude < 0.02)
  }

  /// Supine to standing: stroke volume −30…−40 %, output −15…−25 %, resistance +25…+35 %, wedge −4…−6 mmHg; EDV
  /// 107 → 85 mL (Poliner 1980).
  @Test func standingEmptiesTheChest() throws {
    let healthy = try Loaded.healthy()
    let (lying, standing) = (healthy.reading(healthy.rest), try healthy.findings((.upright, nil)))
    #expect((-40...(-27)).contains(percent(standing[.FSV]!, from: lying[.FSV]!)))
    #expect((-25...(-15)).contains(percent(standing[.CO]!, from: lying[.CO]!)))
    #expect((20...35).contains(percent(standing[.SVR]!, from: lying[.SVR]!)))
    #expect((-6...(-3.5)).contains(standing[.LAPmean]! - lying[.LAPmean]!))
    #expect((8...20).contains(standing[.HR]! - lying[.HR]!))
    #expect((-4...5).contains(standing[.MAP]! - lying[.MAP]!))
    #expect((-27...(-14)).contains(percent(standing[.LVEDV]!, from: lying[.LVEDV]!)))
  }

  /// Standing to squatting in nine men: stroke volume +10.5 mL/m², mean pressure +8.5 mmHg, rate −10 (Hanson 1995).
  @Test func squattingReturnsIt() throws {
    let healthy = try Loaded.healthy()
    let (standing, squatting) = (try healthy.findings((.upright, nil)), try healthy.findings((.squat, nil)))
    let surface = healthy.body.bodySurface
    #expect((7...14).contains((squatting[.FSV]! - standing[.FSV]!) / surface))
    #expect((5...14).contains(squatting[.MAP]! - standing[.MAP]!))
    #expect((-15...(-4)).contains(squatting[.HR]! - standing[.HR]!))
  }

  /// Stroke volume +8–10 % (J Trauma 1982; 2022); wedge +1…+4 mmHg.
  @Test func raisedLegsFillTheHeart() throws {
    let healthy = try Loaded.healthy()
    let (flat, raised) = (healthy.reading(healthy.rest), try healthy.findings((.legsRaised, nil)))
    #expect((4...11).contains(percent(raised[.FSV]!, from: flat[.FSV]!)))
    #expect((1...4).contains(raised[.LAPmean]! - flat[.LAPmean]!))
  }

  /// Rate +12…+20, mean pressure +20…+30 mmHg, output +15…+25 %, resistance ±0…+10 %; LVEDP +2.1 ± 0.7 mmHg.
  @Test func handgripRaisesPressureByOutput() throws {
    let healthy = try Loaded.healthy()
    let (rest, grip) = (healthy.reading(healthy.rest), try healthy.findings((.handgrip, nil)))
    #expect((12...20).contains(grip[.HR]! - rest[.HR]!))
    #expect((20...30).contains(grip[.MAP]! - rest[.MAP]!))
    #expect((14...25).contains(percent(grip[.CO]!, from: rest[.CO]!)))
    #expect((0...10).contains(percent(grip[.SVR]!, from: rest[.SVR]!)))
    #expect((0.5...3.5).contains(grip[.LVEDP]! - rest[.LVEDP]!))
  }

  /// Third trimester: output +31 % (Meah 2016), resistance −331 (277–384) dyn·s/cm⁵ (Mulder 2022), wedge unchanged and
  /// pulmonary resistance −34 % (Clark 1989).
  @Test func pregnancyRaisesOutputAtTheSamePressures() throws {
    let healthy = try Loaded.healthy(Body(age: 30, sex: .female, height: 165, weight: 62))
    let before = healthy.reading(healthy.rest)
    let during = try healthy.findings((.pregnancy, LoadAmount(scale: 0, value: 30)))
    #expect((26...36).contains(percent(during[.CO]!, from: before[.CO]!)))
    #expect((-400...(-270)).contains(during[.SVR]! - before[.SVR]!))
    #expect((-1.5...1.5).contains(during[.LAPmean]! - before[.LAPmean]!))
    #expect((10...16).contains(during[.HR]! - before[.HR]!))
    #expect((-6...0).contains(during[.MAP]! - before[.MAP]!))
    #expect((2...15).contains(percent(during[.LVEDV]!, from: before[.LVEDV]!)))
  }

  /// ΔCO/ΔVO2 5–6 L/L supine, here to within a litre; SVR × 0.4–0.45 at peak, × 0.65 at 50 W.
  @Test func outputFollowsOxygen() throws {
    let healthy = try Loaded.healthy()
    let demand = Demand(healthy.body)
    for power in [50.0, 100, 150] {
      let found = try healthy.under(watts(power))
      let oxygen = demand.rest * (demand.mets(watts: power) - 1)
      let slope = (found.now.output - healthy.rest.now.output) / oxygen
      #expect((4.5...6.5).contains(slope), "\(power) W: \(slope)")
    }
    let rest = healthy.reading(healthy.rest)
    #expect((0.55...0.68).contains(try healthy.findings(watts(50))[.SVR]! / rest[.SVR]!))
  }

  /// PAWP 19 (17–21) light, 17 (16–18) moderate over 40 years, up to 20 (Esfandiari 2019); slope supine 0.8 mmHg/(L/min) at
  /// 45–50 y, 1.4 at 69 (Wolsk 2017); mean pulmonary pressure 1.2 and 2.4.
  @Test func healthyFillingPressureOnExertion() throws {
    for (body, wedge, lungs) in [
      (Body.reference, 0.5...1.2, 0.9...1.7), (Body(age: 69), 0.7...1.8, 1.0...2.6),
    ] {
      let healthy = try Loaded.healthy(body)
      let peak = try healthy.under((.exercise, LoadAmount(scale: 1, value: Demand(body).expectedPeak)))
      let rise = peak.now.output - healthy.rest.now.output
      #expect((11...21).contains(peak.now.leftAtrialPressure))
      #expect(wedge.contains((peak.now.leftAtrialPressure - healthy.rest.now.leftAtrialPressure) / rise))
      let pulmonary = healthy.reading(peak)[.mPAP]! - healthy.reading(healthy.rest)[.mPAP]!
      #expect(lungs.contains(pulmonary / rise))
    }
  }

  /// Upright, rest to peak: CI 3.0 → 9.7, rate 73 → 167, stroke volume × 1.4, all of it at low load (Higginbotham 1986, fit
  /// men); EF 72 → 91 %, ESV −41 % (Poliner 1980, young).
  @Test func strokeVolumeRisesEarlyAndEndSystolicVolumeFallsLate() throws {
    let healthy = try Loaded.healthy()
    let standing = try healthy.findings((.upright, nil))
    let light = try healthy.findings((.upright, nil), watts(50))
    let peak = try healthy.findings((.upright, nil), watts(230))
    #expect((1.35...1.8).contains(light[.FSV]! / standing[.FSV]!))
    #expect(peak[.FSV]! < light[.FSV]! * 1.05)
    #expect(peak[.LVESV]! < 0.85 * light[.LVESV]!)
    #expect(light[.LVEDV]! > 1.2 * standing[.LVEDV]!)
    #expect((105...125).contains(peak[.MAP]!))
    #expect((170...177).contains(peak[.HR]!))
  }

  /// Not twice the same thing: the load that a name stands for is the load that is run.
  @Test func theCatalogueFindsEveryLoad() {
    for load in LoadCatalogue.all { #expect(LoadCatalogue.find(load.identifier)?.identifier == load.identifier) }
    #expect(LoadCatalogue.find("sleep") == nil)
    let demand = Demand(.reference)
    #expect((demand.mets(watts: 100) - 6.1).magnitude < 0.1)
    #expect((demand.watts(mets: demand.mets(watts: 120)) - 120).magnitude < 1e-9)
  }
}
