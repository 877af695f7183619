// The answers of the programming interface: what is asked is read here, and computed in the workshops.

import Assessment
import Cases
import Foundation
import Guidelines
import Reports

/// The two workshops, and what is made in them.
struct Answers: Sendable {
  let short: Workshop
  let long: Workshop

  init() {
    let cores = max(1, ProcessInfo.processInfo.activeProcessorCount)
    short = Workshop("short", threads: max(2, cores), places: Limits.waiting)
    long = Workshop("assess", threads: cores, places: Limits.waitingAssessments * cores)
  }

  static let simulateOptions = ["beats", "seed", "noise", "set", "load", "exercise-test"]
  static let gradeOptions = ["guideline", "on"]
  static let assessOptions = ["guideline", "quick", "seed", "set"]

  func simulate(_ body: [UInt8], _ query: String?) async throws(Problem) -> String {
    let query = try Query(query, known: Self.simulateOptions)
    let options = try query.simulation()
    return try await run(in: short, within: Limits.simulate) { _ in
      document { () throws(Problem) in
        let patient = try read(body, overrides: query.all("set"))
        do throws(SimulationFailure) {
          return try Simulation(patient, options).json(version: Product.version)
        } catch {
          let settings = AssessmentSettings(today: Case.today)
          throw Problem([error.sentence], grading: grading(patient, patient.judgementOfFindings(settings)))
        }
      }
    }
  }

  func grade(_ body: [UInt8], _ query: String?) async throws(Problem) -> String {
    let query = try Query(query, known: Self.gradeOptions)
    let (guideline, day) = (try query.guideline(), try query.day())
    return try await run(in: short, within: Limits.grade) { _ in
      document { () throws(Problem) in
        let patient = try read(body)
        return grading(patient, Judgement(patient.record(on: patient.day(day)), guideline: guideline))
      }
    }
  }

  func assess(_ body: [UInt8], _ query: String?) async throws(Problem) -> String {
    let query = try Query(query, known: Self.assessOptions)
    let settings = AssessmentSettings(
      guideline: try query.guideline(), today: Case.today, isQuick: try query.flag("quick"),
      seed: try query.number("seed", in: 0...UInt64.max) ?? AssessmentSettings.usualSeed)
    return try await run(in: long, within: Limits.assess) { ticket in
      document { () throws(Problem) in
        let patient = try read(body, overrides: query.all("set"))
        if !patient.canBeFitted {
          do throws(SimulationFailure) {
            try patient.demandSimulated()
          } catch {
            throw Problem([error.sentence], grading: grading(patient, patient.judgementOfFindings(settings)))
          }
        }
        do throws(AssessmentFailure) {
          return try CaseAssessment(patient, settings) { _, _ in ticket.isWanted }.json(version: Product.version)
        } catch {
          throw Problem(error.sentences, grading: grading(patient, error.judgement))
        }
      }
    }
  }

  func catalogue(_ name: String) async throws(Problem) -> String {
    guard let shelf = CatalogueShelf(rawValue: name) else {
      throw Problem(
        status: 404, kind: "not-found", title: "There is no such catalogue",
        detail: "Catalogues: " + CatalogueShelf.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return try await run(in: short, within: Limits.simulate) { _ in
      do {
        return .success(try shelf.json().serialised() + "\n")
      } catch {
        return .failure(Problem(status: 500, kind: "broken", title: "A shipped case cannot be read"))
      }
    }
  }

  /// How busy the server is.
  var health: String {
    func told(_ workshop: Workshop) -> JSONTree {
      let load = workshop.load
      return .object([
        .init("running", .number(Double(load.running))), .init("waiting", .number(Double(load.waiting))),
      ])
    }
    return JSONTree.object([
      .init("status", .text("ok")), .init("version", .text(Product.version)), .init("assess", told(long)),
      .init("short", told(short)),
    ]).serialised() + "\n"
  }

  private func run(
    in workshop: Workshop, within seconds: Double,
    _ work: @escaping @Sendable (Workshop.Ticket) -> Result<String, Problem>
  ) async throws(Problem) -> String {
    let made: Result<String, Problem>
    do {
      made = try await workshop.run(within: seconds, work)
    } catch {
      switch error {
      case .full: throw Problem.tooMany(retryAfter: workshop === long ? 10 : 1)
      case .late: throw Problem.tooLate(seconds)
      case .gone:
        throw Problem(
          status: 503, kind: "stopping", title: "The work was broken off",
          detail: "The client has gone, or the server is stopping.")
      }
    }
    return try made.get()
  }
}

/// As the command prints it, to the last byte.
private func document(_ made: () throws(Problem) -> JSONTree) -> Result<String, Problem> {
  do {
    return .success(try made().serialised() + "\n")
  } catch {
    return .failure(error)
  }
}

private func read(_ body: [UInt8], overrides: [String] = []) throws(Problem) -> Case {
  let patient: Case
  do {
    patient = try Case.read(body, file: "body", vocabulary: .known)
  } catch {
    throw Problem(error)
  }
  guard !overrides.isEmpty else { return patient }
  var changed = patient
  for assignment in overrides {
    do {
      changed.heart.append(try CaseVocabulary.known.heartOverride(assignment))
    } catch {
      let fault = error.faults.first
      throw Problem(
        option: "set", (fault?.field).map { $0.isEmpty ? "" : $0 + ": " }.map { $0 + (fault?.problem ?? "") } ?? "",
        value: fault?.given.map(Problem.bare) ?? assignment, allowed: fault?.allowed)
    }
  }
  return changed
}

private func grading(_ patient: Case, _ judgement: Judgement) -> JSONTree {
  ResultJSON.grade(case: patient.json, version: Product.version, judgement: judgement)
}
