// The heart that explains what was measured: how it was found, what it gives for each measurement, and how it is stated, so
// that the page can go on with it as with any other.

import Circulation
import Findings
import Inference
import Instruments
import Lesions
import Statements
import Twin

extension Reply {
  /// The fit of what was said; where there is none, why.
  mutating func fit(_ said: Said) {
    let patient = MeasuredPatient(said.statement, said.record)
    object { reply in
      reply.field("canBeFitted", flag: patient.canBeFitted)
      guard patient.canBeFitted else {
        reply.notFitted(
          "None of the measurements follows from a beat. Volumes, pressures, flows or the leak's EROA, RVol or RF would."
        )
        reply.object("present") { reply in
          for series in patient.record.series { reply.entry(series.finding.identifier, patient.mean(series.finding)) }
        }
        return
      }
      let fit: TwinFit
      do throws(FitFailure) {
        fit = try patient.fitted()
      } catch {
        reply.notFitted("No heart was found that beats with these measurements.")
        return
      }
      let conflicts = fit.conflicts
      if conflicts.isEmpty {
        reply.field("status", "fitted")
      } else {
        reply.notFitted("These measurements cannot come from one heart, whatever their usual errors.")
      }
      reply.list("conflicts") { reply in for one in conflicts { reply.residual(one) } }
      reply.found(fit, patient, said)
    }
  }

  private mutating func notFitted(_ reason: String) {
    field("status", "not-fitted")
    field("reason", reason)
  }

  private mutating func found(_ fit: TwinFit, _ patient: MeasuredPatient, _ said: Said) {
    field("converged", flag: fit.converged)
    field("iterations", Double(fit.iterations))
    let heart = patient.simulated(fit)
    mechanism(fit, patient)
    stated(patient.stating(heart))
    let beating = BeatingHeart(said, heart, isMeasured: true)
    field("beats", beating.status.name)
    if let seen = beating.seen {
      object("findings") { reply in
        for id in seen.reading.findings.present { reply.entry(id.identifier, seen.reading.findings[id]) }
      }
    }
    list("residuals") { reply in for one in fit.residuals { reply.residual(one) } }
    list("assumptions") { reply in for one in fit.assumptions { reply.residual(one) } }
    field("unused", texts: patient.unusedFindings.map { $0.identifier })
    field("toldLeak", patient.missingLeak(regurgitantVolume: beating.seen?.reading.findings[.RVol]))
  }

  /// How the leak was taken to follow the heart, where one was looked for.
  private mutating func mechanism(_ fit: TwinFit, _ patient: MeasuredPatient) {
    guard fit.searchedLeak else { return }
    object("mechanism") { reply in
      reply.field("identifier", fit.mechanism.rawValue)
      reply.field("words", fit.mechanism.words)
      reply.field("sentence", patient.sentence(of: fit.mechanism))
      reply.list("chances") { reply in
        for one in fit.mechanisms {
          reply.object { reply in
            reply.field("mechanism", one.mechanism.rawValue)
            reply.field("words", one.mechanism.words)
            reply.field("chance", one.prior)
          }
        }
      }
    }
  }

  /// The settings that state the heart, beside the person and the story, which stay as they were said.
  private mutating func stated(_ patient: MeasuredPatient) {
    let (statement, record) = (patient.statement, patient.record)
    object("stated") { reply in
      reply.list("lesions") { reply in
        for stated in statement.lesions {
          reply.object { reply in
            reply.field("kind", stated.lesion.identifier)
            for (index, spec) in stated.lesion.arguments.enumerated() {
              reply.entry(spec.name, stated.arguments[index])
            }
          }
        }
      }
      reply.object("heart") { reply in
        for setting in statement.settings { reply.entry(setting.parameter.path, setting.value) }
      }
      reply.object("findings") { reply in
        for series in record.series { reply.entry(series.finding.identifier, series.measurements.mean) }
      }
      reply.field("signs", texts: record.signs.present.map { $0.identifier })
      reply.field("leak", statement.leakSetting?.parameter.path)
    }
  }

  private mutating func residual(_ one: Residual) {
    object { reply in
      reply.field("finding", one.finding.identifier)
      reply.field("method", one.method)
      reply.field("measured", one.measured)
      reply.field("fitted", one.fitted)
      reply.field("error", one.standardError)
      reply.field("isErrorGiven", flag: one.isErrorGiven)
      reply.field("zScore", one.zScore)
      reply.field("gross", RobustError.grossProbability(one.zScore))
    }
  }
}
