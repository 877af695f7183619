// The envelope of the mitral leak in continuous-wave Doppler.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
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

  @Test func theEnvelopeFallsAsTheLeakingValveShuts() {
    let examined = Examined.prolapse
    let velocity = DopplerSignal(.mitralJet, examined, examined.beat).velocity
    let zero = examined.beat.ventricularActivation
    var last = velocity.value(at: zero + 0.35)
    for step in 1...40 {
      let now = velocity.value(at: zero + 0.35 + 0.0025 * Double(step))
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

  /// A v wave that comes near the ventricle bends the late limb. In these hearts it does so a little only: see
  /// docs/instruments.md for what is missed.
  @Test func theMoreAcuteTheLeakTheSoonerTheEnvelopeFalls() throws {
    let ruptured = try jet(.ruptured).lateShare
    let acute = try jet(.acute).lateShare
    let compensated = try jet(.compensated).lateShare
    let decompensated = try jet(.decompensated).lateShare
    #expect(ruptured < acute && acute < compensated && compensated < decompensated)
    #expect(ruptured < compensated - 0.02, "\(ruptured), \(compensated)")
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

  /// Chen 1991: the steepest rise along the envelope follows the ventricle's; low, by angle and atrium.
  @Test func theRiseOfTheJetTellsTheRiseOfPressure() throws {
    func share(_ examined: Examined) throws -> Double {
      (try jet(examined).riseRate ?? .nan) / (examined[.dPdtMax] ?? .nan)
    }
    for examined in [Examined.mildHole, .severeHole, .tethered, .decompensated] {
      let share = try share(examined)
      #expect((0.75...1).contains(share), "\(share)")
    }
    // What swings shut with a torn leaflet fills the atrium just then.
    let torn = try share(.flail)
    #expect((0.65...1).contains(torn), "\(torn)")
    // A jet that begins late says nothing of it.
    #expect(try jet(.prolapse).riseRate == nil)
    let weak = try jet(.tethered).usualRiseRate ?? .nan
    let strong = try jet(.mildHole).usualRiseRate ?? .nan
    #expect(weak < strong)
  }
}
