// A beat in words of the page: its findings, its waves, what a drawing needs.

import Circulation
import Course
import Findings
import Instruments
import Lanes
import Quantities
import Statements

extension Reply {
  /// The whole beat of a heart.
  mutating func beat(_ beating: BeatingHeart, _ said: Said) { object { $0.beatFields(beating, said) } }

  mutating func beatFields(_ beating: BeatingHeart, _ said: Said) {
    field("status", beating.status.name)
    field("message", beating.message)
    guard let seen = beating.seen else { return }
    findings(seen.reading, seen.spread)
    moments(seen.representative)
    waves(seen.examined)
    object("leaks") { $0.leaks(seen.representative.leaks) }
    geometry(beating.heart)
    answer(beating)
    if let manoeuvre = beating.manoeuvre { seconds(manoeuvre) }
    judgement(said, seen.reading.findings)
  }

  private mutating func findings(_ reading: BeatReading, _ spread: FindingValues) {
    object("findings") { $0.entries(reading.findings) }
    if !spread.present.isEmpty { object("spread") { $0.entries(spread) } }
    object("valves") { reply in
      reply.object("mitral") { $0.valve(reading.valves.mitral) }
      reply.object("aortic") { $0.valve(reading.valves.aortic) }
      reply.object("tricuspid") { $0.valve(reading.valves.tricuspid) }
      reply.object("pulmonary") { $0.valve(reading.valves.pulmonary) }
    }
    if let thirds = reading.regurgitantFractionByThird { field("regurgitantFractionByThird", samples: thirds) }
  }

  mutating func entries(_ values: FindingValues) {
    for id in values.present { entry(id.identifier, values[id]) }
  }

  private mutating func valve(_ reading: ValveReading) {
    field("forwardVolume", reading.forwardVolume)
    field("regurgitantVolume", reading.regurgitantVolume)
    field("closingVolume", max(reading.backwardVolume - reading.regurgitantVolume, 0))
    field("openTime", reading.openTime)
    field("closeTime", reading.closeTime)
  }

  private mutating func moments(_ examined: Examined) {
    let moments = examined.moments
    object("moments") { reply in
      reply.field("mitralClosure", moments.mitralClosure)
      reply.field("aorticOpening", moments.aorticOpening)
      reply.field("aorticClosure", moments.aorticClosure)
      reply.field("mitralOpening", moments.mitralOpening)
      reply.field("nextActivation", moments.nextActivation)
    }
    field("cycle", examined.beat.cycle)
    field("activation", examined.beat.ventricularActivation)
  }

  /// Every beat that is shown, one after another.
  private mutating func waves(_ examined: Examined) {
    let beats = examined.beats
    let jets = beats.map { LeakJet($0) }
    let grid = SampleGrid(beats)
    func wave(_ signal: (Sample<Double>) -> Double) -> [Double] {
      grid.values { beat, sample in signal(beats[beat].samples[sample]) }
    }
    let speeds = grid.values { beat, sample in jets[beat].speed(beats[beat].samples[sample]) }
    object("wave") { reply in
      reply.field("step", grid.step)
      reply.field("count", Double(speeds.count))
      reply.field("pLV", samples: wave { $0.leftVentricularPressure })
      reply.field("pLA", samples: wave { $0.leftAtrialPressure })
      reply.field("pAo", samples: wave { $0.aorticPressure })
      reply.field("pRV", samples: wave { $0.rightVentricularPressure })
      reply.field("pRA", samples: wave { $0.rightAtrialPressure })
      reply.field("pPA", samples: wave { $0.pulmonaryArteryPressure })
      reply.field("pPV", samples: wave { $0.pulmonaryVenousPressure })
      reply.field("vLV", samples: wave { $0.leftVentricularVolume })
      reply.field("vLA", samples: wave { $0.leftAtrialVolume })
      reply.field("vRV", samples: wave { $0.rightVentricularVolume })
      reply.field("vRA", samples: wave { $0.rightAtrialVolume })
      reply.field("qMitral", samples: wave { $0.flows.mitral })
      reply.field("qAortic", samples: wave { $0.flows.aortic })
      reply.field("qTricuspid", samples: wave { $0.flows.tricuspid })
      reply.field("qPulmonary", samples: wave { $0.flows.pulmonary })
      reply.field("qPulmonaryVein", samples: wave { $0.pulmonaryVeinFlow })
      reply.field("leakArea", samples: wave { $0.mitralLeakArea })
      reply.field("jetVelocity", samples: speeds)
      reply.field("annulusArea", samples: wave { $0.mitralAnnulusArea })
      reply.field("mitralArea", samples: wave { $0.areas.mitral })
      reply.field("aorticArea", samples: wave { $0.areas.aortic })
      reply.field("mitralOpening", samples: wave { $0.openings.mitral })
      reply.field("aorticOpening", samples: wave { $0.openings.aortic })
      reply.field("tricuspidOpening", samples: wave { $0.openings.tricuspid })
      reply.field("pulmonaryOpening", samples: wave { $0.openings.pulmonary })
    }
    var starts: [Double] = []
    var activations: [Double] = []
    var duration = 0.0
    for beat in beats {
      starts.append(duration)
      activations.append(duration + beat.ventricularActivation)
      duration += beat.cycle
    }
    field("beats", samples: starts)
    field("activations", samples: activations)
    field("duration", duration)
    electrocardiogram(examined, duration)
  }

  private mutating func electrocardiogram(_ examined: Examined, _ duration: Double) {
    let rate = 500.0
    let recording = Electrocardiogram(examined, strip: Strip(examined, duration: duration), rate: rate)
    object("ecg") { reply in
      reply.field("rate", rate)
      reply.field("II", samples: recording.lead(.II))
    }
  }

  private mutating func leaks(_ leaks: LeakShares) {
    field("hole", leaks.hole)
    field("flail", leaks.flail)
    field("prolapse", leaks.prolapse)
    field("functional", leaks.functional)
  }

  /// Muscle, mL; areas of the open valves, cm².
  private mutating func geometry(_ heart: HeartDefinition) {
    object("geometry") { reply in
      reply.field("lvWall", heart.leftVentricle.wallVolume.millilitres)
      reply.field("septum", heart.septum.wallVolume.millilitres)
      reply.field("rvWall", heart.rightVentricle.wallVolume.millilitres)
      reply.field("laWall", heart.leftAtrium.wallVolume.millilitres)
      reply.field("raWall", heart.rightAtrium.wallVolume.millilitres)
      reply.field("mitralOpenArea", heart.mitralValve.openArea.squareCentimetres)
      reply.field("aorticOpenArea", heart.aorticValve.openArea.squareCentimetres)
      reply.field("tricuspidOpenArea", heart.tricuspidValve.openArea.squareCentimetres)
      reply.field("pulmonaryOpenArea", heart.pulmonaryValve.openArea.squareCentimetres)
      reply.field("bloodVolume", heart.bloodVolume.millilitres)
    }
  }

  /// What the body does, where it answers: rate /min, resistance and strength as shares, tightened veins mL.
  private mutating func answer(_ beating: BeatingHeart) {
    guard let body = beating.body else { return }
    let (heart, bare) = (beating.heart, body.loaded.heart)
    object("reflexes") { reply in
      reply.field("arterialDrive", body.beat.drive.arterial)
      reply.field("cardiopulmonaryDrive", body.beat.drive.cardiopulmonary)
      reply.field("heartRate", heart.heartRate.perMinute - bare.heartRate.perMinute)
      reply.field(
        "resistance",
        heart.systemic.arteriolarResistance.engineValue / bare.systemic.arteriolarResistance.engineValue - 1)
      reply.field(
        "strength", heart.leftVentricle.activeStress.engineValue / bare.leftVentricle.activeStress.engineValue - 1)
      reply.field(
        "veins", bare.systemic.venousUnstressed.millilitres - heart.systemic.venousUnstressed.millilitres)
    }
  }
}
