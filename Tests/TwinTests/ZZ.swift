import Circulation
import Findings
import Instruments
import Quantities
import Testing
import Twin
import Lanes
@Test func zz() throws {
  var heart = HeartDefinition.healthyAdult
  heart.mitralValve.leakArea = .squareCentimetres(0.4)
  heart.leftVentricle.activeStress *= 0.9
  heart.bloodVolume *= 1.05
  let e = try #require(Examined(heart, body: .reference))
  var targets: [Target] = []
  for (i, ids) in [(Instrument.echo2D, [FindingID.LVEDV, .LVEF, .LAVmax]), (.doppler, [.FSV, .E, .TRVmax, .ePrime]), (.colourDoppler, [.EROA, .RVol, .VCW]), (.cuff, [.SBP, .DBP])] {
    for r in i.report(e, seed: 5).readings where ids.contains(r.finding) { targets.append(Target(r.finding, r.value, standardError: r.deviation, method: r.method?.rawValue ?? "")) }
  }
  let clock = ContinuousClock()
  let fitter = HeartFit(start: .healthyAdult, body: .reference, targets: targets, isAcute: false, suspectsLeak: true)
  var fit: TwinFit?
  let t = try clock.measure { fit = try fitter.run() }
  let f = try #require(fit)
  print("fit", t, f.iterations, f.converged)
  for p in f.parameters { print(p.name, p.value, p.low, p.high, p.learned) }
  for r in f.residuals { print(r.finding, r.method, r.measured, r.fitted, r.zScore) }
  var post: Posterior?
  let t2 = clock.measure { post = fitter.sample(f, seed: 1) }
  let p = try #require(post)
  print("sample", t2, p.sampling)
  for p in p.parameters { print(p.name, p.value, p.low, p.high) }
  for a in p.agreement { print(a.finding, a.method, a.measured, a.implied, a.impliedDeviation, a.zScore, a.grossProbability) }
  for id in [FindingID.EROA, .RVol, .RF, .LAPmean, .FSV] { print(id, e[id]!, p.spread(id)!) }
  var next: [NextMeasurement] = []
  let t3 = clock.measure { next = p.nextMeasurements(grade: { ($0[.RVol] ?? 0) >= 60 ? 3 : ($0[.RVol] ?? 0) >= 45 ? 2 : 1 }, excluding: Set(targets.map(\.finding))) }
  print("next", t3)
  do {
    let b = p.draws[0]
    let t4 = clock.measure { _ = b.definition.settled(from: b.state) }
    print("one settle", t4)
  }
  for n in next.prefix(8) { print(n) }
}
