// The envelope of the mitral leak in continuous-wave Doppler.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Quantities
import Testing

@Suite struct JetEnvelopeTests {
  private func jet(_ examined: Examined) throws -> JetTrace { try #require(JetTrace(examined)) }

  @Test func aHolesJetIsAsLongAndAsFastAsItIsTrue() throws {
    let jet = try jet(.severeHole)
    #expect(((jet.peak.value / 0.985) / (Examined.severeHole[.MRVmax] ?? .nan) - 1).magnitude < 0.01)
    #expect((jet.integral / (Examined.severeHole[.MRVTI] ?? .nan) - 1).magnitude < 0.05)
    #expect(jet.timing == .holosystolic)
  }

  /// An orifice that shuts squeezes out a needle of a few drops at 5.7 m/s; screen, reading and murmur leave it out alike.
  @Test func screenReadingAndMurmurAgreeOnTheFastestJet() throws {
    let source = MurmurSource(.mitral, forward: false)
    for examined in [Examined.prolapse, .flail, .severeHole, .tethered, .rheumatic, .ruptured] {
      let read = try jet(examined).peak.value
      let screen = DopplerSignal(.mitralJet, examined, examined.beat).velocity.minimum().value
      #expect((screen + read).magnitude < 0.01 * read, "\(screen) \(read)")
      let heard = try #require(Murmur(source, in: examined.beat, of: examined.heart)).speed
      #expect((0.93...0.99).contains(read / heard), "\(read) \(heard)")
      #expect((heard / (examined[.MRVmax] ?? .nan) - 1).magnitude < 0.01, "\(heard)")
    }
  }

  /// Nor is it true of the heart: the fastest jet is that of the pressure, at any rate.
  @Test(arguments: [68.0, 90, 110, 130, 150])
  func theTrueJetHasNoNeedle(_ rate: Double) throws {
    let examined = Examined.shipped("lesion-prolapse") { $0.heartRate = .perMinute(rate) }
    let truth = examined[.MRVmax] ?? .nan
    #expect((0.93...0.99).contains(try jet(examined).peak.value / truth), "\(truth)")
    let drop = examined.beat.trace { $0.leftVentricularPressure - $0.leftAtrialPressure }.maximum().value
    #expect(truth < 1.1 * (0.25 * drop).squareRoot(), "\(truth) m/s of \(drop) mmHg")
  }

  @Test func theEnvelopeFallsAsTheLeakingValveShuts() {
    let examined = Examined.prolapse
    let velocity = DopplerSignal(.mitralJet, examined, examined.beat).velocity
    let zero = examined.beat.ventricularActivation
    var last = velocity.value(at: zero + 0.34)
    for step in 1...40 {
      let now = velocity.value(at: zero + 0.34 + 0.0025 * Double(step))
      // Downward is fast: from then on it slows, and is gone before the valve opens.
      if now < -0.1 { #expect(now > last - 0.02, "\(now) after \(last)") }
      last = now
    }
    #expect(last > -0.1)
  }

  @Test func aMildLeaksEnvelopeIsFaint() throws {
    #expect(try jet(.mildHole).shape == .faint)
    #expect(try jet(.moderateHole).shape == .parabolic && jet(.compensated).shape == .parabolic)
  }

  @Test func prolapseIsSeenMidToLateAndTheOthersAllThroughSystole() throws {
    #expect(try jet(.prolapse).timing == .midLate)
    // Most of it late, in truth and in the envelope.
    #expect((Examined.prolapse.truth.regurgitantFractionByThird?[2] ?? .nan) > 0.6)
    let whole = try jet(.flail)
    let late = try jet(.prolapse)
    #expect(late.end - late.begin < 0.6 * (whole.end - whole.begin))
    for examined in [Examined.flail, .tethered, .wideRing, .rheumatic, .perforated, .acute] {
      #expect(try jet(examined).timing == .holosystolic)
    }
  }

  /// A v wave that comes near the ventricle bends the late limb, most at its end. Halfway it does so a little only: see
  /// docs/instruments.md for what is missed.
  @Test func theMoreAcuteTheLeakTheSoonerTheEnvelopeFalls() throws {
    let ruptured = try jet(.ruptured).lateShare
    let acute = try jet(.acute).lateShare
    let compensated = try jet(.compensated).lateShare
    let decompensated = try jet(.decompensated).lateShare
    #expect(max(ruptured, acute) < min(compensated, decompensated) - 0.02)
    func atTheSecondSound(_ examined: Examined) throws -> Double {
      let jet = try jet(examined)
      let end = try #require(examined.moments.aorticClosure) + examined.beat.ventricularActivation
      return DopplerSignal(.mitralJet, examined, examined.beat).velocity.value(at: end).magnitude / jet.peak.value
    }
    for fresh in [Examined.ruptured, .acute] { #expect(try atTheSecondSound(fresh) < 0.7) }
    for chronic in [Examined.compensated, .moderateHole, .tethered] { #expect(try atTheSecondSound(chronic) > 0.72) }
    let speeds = try [Examined.ruptured, .acute, .compensated].map { try jet($0).peak.value }
    #expect(speeds == speeds.sorted())
  }

  @Test func theShapeFollowsTheEnvelope() {
    // A parabola over its length, and a triangle with its peak at a quarter.
    #expect(JetTrace.shape(density: 0.5, lateShare: 4 * 2 / 3 * (1 - 2 / 3.0)) == .parabolic)
    #expect(JetTrace.shape(density: 0.5, lateShare: (1 - 2 / 3.0) / 0.75) == .triangular)
    #expect(JetTrace.shape(density: 0.05, lateShare: 0.4) == .faint)
    #expect(JetTrace.timing(begin: 0, end: 0.6) == .early)
    #expect(JetTrace.timing(begin: 0.45, end: 1) == .midLate)
  }

  /// Chen 1991: the steepest rise along the envelope follows the ventricle's. It is low by the angle and by what the
  /// atrium rises meanwhile, and by nothing else: by a tenth with a small leak, a quarter with a torn leaflet.
  @Test func theRiseOfTheJetTellsTheRiseOfPressure() throws {
    for (examined, cosine) in [
      (Examined.mildHole, 0.985), (.severeHole, 0.985), (.flail, 0.94), (.tethered, 0.985), (.decompensated, 0.985),
    ] {
      let rise = try #require(try jet(examined).riseRate)
      let start = examined.beat.ventricularActivation
      let drop = examined.beat.trace { $0.leftVentricularPressure - $0.leftAtrialPressure }
      let steepest = drop.derivative.maximum(from: start, to: start + 0.15).value
      #expect((rise / (cosine * cosine * steepest) - 1).magnitude < 0.01)
      let share = rise / (examined[.dPdtMax] ?? .nan)
      #expect((examined.leaks.flail > 0 ? 0.7...0.8 : 0.8...0.97).contains(share), "\(share)")
    }
    // A jet that begins late says nothing of it.
    #expect(try jet(.prolapse).riseRate == nil)
    // 32 mmHg over the time from 1 to 3 m/s, the usual way, takes in the slow foot and comes to half of it at most; the
    // weaker ventricle is the slower one in it, too.
    func usual(_ examined: Examined) throws -> Double {
      let jet = try jet(examined)
      let limb = examined.beat.trace {
        (0.25 * max($0.leftVentricularPressure - $0.leftAtrialPressure, 0)).squareRoot()
      }
      let from = try #require(limb.crossing(of: 1, rising: true, from: jet.begin - 0.1, to: jet.peak.time))
      let to = try #require(limb.crossing(of: 3, rising: true, from: from, to: jet.peak.time))
      return 32 / (to - from)
    }
    #expect(try usual(.tethered) < usual(.mildHole))
    #expect(try usual(.mildHole) < 0.5 * (jet(.mildHole).riseRate ?? .nan))
  }
}
