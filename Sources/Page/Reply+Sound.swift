// What is heard: the sound itself, what an examiner says of it in the command's own words, and where in the beats shown its
// sounds and murmurs lie.

import Circulation
import Findings
import Instruments

extension Reply {
  /// Whole beats that loop: the beginning is blended with what goes on after the end.
  mutating func sound(_ examined: Examined, _ site: AuscultationSite, _ piece: ChestPiece, least: Double) {
    let length = examined.beats.reduce(0) { $0 + $1.cycle }
    let rounds = max((least / length).rounded(.up), 1)
    let blend = 0.05
    var settings = PhonocardiogramSettings(site: site, chestPiece: piece, seconds: rounds * length + 2 * blend)
    settings.seed = 1
    let recording = Phonocardiogram(examined, settings, lead: 0)
    let rate = Phonocardiogram.rate
    let count = min(Int(rounds * length * rate + 0.5), recording.samples.count)
    let faded = min(Int(blend * rate), recording.samples.count - count)
    var samples = Array(recording.samples[..<count])
    for index in 0..<faded {
      let share = Double(index) / Double(faded)
      samples[index] = share * samples[index] + (1 - share) * recording.samples[count + index]
    }
    field("rate", rate)
    field("beats", rounds * Double(examined.beats.count))
    field("duration", rounds * length)
    field("samples", samples: samples)
  }

  /// What an examiner says of the beat that is read, and what is heard in each of the beats shown.
  mutating func heard(_ beating: BeatingHeart, _ seen: BeatingHeart.Seen, at site: AuscultationSite) {
    field("site", site.identifier)
    let heard = beating.listened(seen, at: site)
    field("sentences", texts: AuscultationWords.sentences(heard))
    object("heard") { $0.auscultation(heard) }
    var start = 0.0
    list("marks") { reply in
      for beat in seen.examined.beats {
        let one = Auscultation(Examined(beating.heart, body: seen.examined.body, beat: beat), at: site)
        reply.marks(one, from: start + beat.ventricularActivation)
        start += beat.cycle
      }
    }
  }

  /// As in the command's document: times in ms after ventricular activation, loudness in dB.
  private mutating func auscultation(_ heard: Auscultation) {
    field("rate", heard.rate)
    field("regular", flag: heard.isRegular)
    list("sounds") { reply in
      for sound in heard.sounds {
        reply.object { reply in
          reply.field("id", sound.kind.identifier)
          reply.field("heard", flag: sound.isHeard)
          reply.field("time", sound.time)
          reply.field("amplitude", sound.amplitude)
          reply.field("relative", sound.relative)
        }
      }
    }
    list("murmurs") { reply in
      for murmur in heard.murmurs {
        reply.object { reply in
          reply.field("id", murmur.source.identifier)
          reply.field("heard", flag: murmur.grade > 0)
          reply.field("grade", Double(murmur.grade))
          reply.field("gradeHere", Double(murmur.grade(at: heard.site)))
          reply.field("level", murmur.level(at: murmur.best))
          reply.field("best", murmur.best.identifier)
          reply.field("from", murmur.span?.lowerBound)
          reply.field("to", murmur.span?.upperBound)
          reply.field("timing", murmur.timing?.words)
          reply.field("shape", murmur.shape?.words)
          reply.field("frequency", murmur.pitch)
          reply.field("speed", murmur.speed)
        }
      }
    }
  }

  /// What is heard of one beat at this place, s from the beginning of the first beat shown.
  private mutating func marks(_ heard: Auscultation, from activation: Double) {
    object { reply in
      reply.list("sounds") { reply in
        for sound in heard.sounds where sound.isHeard {
          reply.object { reply in
            reply.field("id", sound.kind.identifier)
            reply.field("time", activation + sound.time / 1000)
          }
        }
      }
      reply.list("murmurs") { reply in
        for murmur in heard.audible where murmur.grade(at: heard.site) > 0 {
          reply.object { reply in
            reply.field("id", murmur.source.identifier)
            reply.field("from", murmur.span.map { activation + $0.lowerBound / 1000 })
            reply.field("to", murmur.span.map { activation + $0.upperBound / 1000 })
          }
        }
      }
    }
  }
}

extension BeatingHeart {
  /// The beat that is read, listened to in the rhythm that it comes in; of a manoeuvre the rest before it.
  fileprivate func listened(_ seen: Seen, at site: AuscultationSite) -> Auscultation {
    guard status == .irregular else { return Auscultation(seen.representative, at: site) }
    let beats = seen.examined.beats + [seen.representative.beat]
    let examined = Examined(heart, body: seen.examined.body, beats: beats, representative: beats.count - 1)
    return Auscultation(examined, at: site, rate: seen.reading.findings[.HR])
  }
}
