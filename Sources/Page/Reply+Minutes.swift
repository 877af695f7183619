// What passes within a minute, beat by beat; and an exercise test, load by load.

import Circulation
import Course
import Findings
import Instruments
import Statements

extension Reply {
  /// A manoeuvre by the second: lists over its beats, and the moments by which it is judged as places in them. Times are
  /// from its beginning, the rest before it negative.
  mutating func seconds(_ run: Manoeuvre) {
    let isStrain = run.beats.contains { $0.circumstances.chestPressure > 0 }
    object("seconds") { reply in
      reply.field("load", run.load.identifier)
      reply.field("isComplete", flag: run.isComplete)
      reply.field("lead", Manoeuvre.lead)
      if isStrain {
        reply.field("strain", Manoeuvre.strain)
        reply.field("rateRatio", run.rateRatio)
      }
      reply.field("time", samples: run.beats.map { $0.time - Manoeuvre.lead })
      reply.object("findings") { reply in
        reply.field("HR", samples: run.beats.map { $0.now.heartRate })
        reply.field("SBP", samples: run.beats.map { $0.systolic })
        reply.field("DBP", samples: run.beats.map { $0.diastolic })
        reply.field("MAP", samples: run.beats.map { $0.now.arterialPressure })
        reply.field("LAPmean", samples: run.beats.map { $0.now.leftAtrialPressure })
        reply.field("FSV", samples: run.beats.map { $0.forwardVolume })
        // As in all findings, without what the valve's closing sends back.
        reply.field(
          "RVol",
          samples: run.beats.map { BeatReading($0.beat, of: $0.heart, bodySurface: nil).findings[.RVol] ?? 0 })
      }
      reply.list("phases") { reply in
        for phase in run.phases {
          reply.object { reply in
            reply.field("name", phase.name)
            reply.field("time", phase.beat.time - Manoeuvre.lead)
          }
        }
      }
    }
  }

  /// An exercise test: each load with its findings, and how it ended.
  mutating func exercise(_ test: ExerciseTest) {
    object { reply in
      reply.list("steps") { reply in
        for step in test.steps {
          reply.object { reply in
            reply.field("power", step.watts)
            reply.field("uptake", step.mets)
            reply.field("oxygen", step.oxygen)
            let beat = step.beat
            reply.object("findings") {
              $0.entries(
                BeatReading(beat.settled.beat, of: beat.heart, bodySurface: test.body.bodySurface).findings)
            }
          }
        }
      }
      reply.field("nyha", test.functionalClass.rawValue)
      reply.end(of: test)
    }
  }

  /// What a person with this heart can do and feels, and what the guidelines make of these findings with the class that the
  /// test predicts. A class or complaints that were said stand instead. Predicted complaints are told and not judged: each is
  /// beyond a limit of its own, and a single one may imply another class than the whole test does.
  mutating func prediction(_ test: ExerciseTest, _ said: Said, _ findings: FindingValues) {
    let isSaid = said.record.nyha != nil || said.record.symptoms != nil
    object { reply in
      reply.field("predicted", test.functionalClass.rawValue)
      reply.field("isSaid", flag: isSaid)
      reply.end(of: test)
      reply.judgement(isSaid ? said : said.inClass(test.functionalClass), findings)
    }
  }

  private mutating func end(of test: ExerciseTest) {
    field("capacity", test.capacity)
    field("expected", test.demand.expectedPeak)
    field("power", test.watts)
    field("endedBy", test.end.rawValue)
    field("atrialLimit", ExerciseTest.atrialLimit(isChronic: test.isChronic))
    field("isBreathlessAtRest", flag: test.isBreathlessAtRest)
    list("symptoms") { reply in
      for symptom in test.symptoms {
        reply.object { reply in
          reply.field("kind", symptom.kind.rawValue)
          reply.field("figure", symptom.figure.rawValue)
          reply.field("value", symptom.value)
          reply.field("limit", symptom.limit)
        }
      }
    }
  }
}
