// The heart of a case, beating: what `simulate` finds, before it is written anywhere.

import Assessment
import Cases
import Circulation
import Course
import Findings
import Instruments
import Quantities

/// How a case is to be simulated.
public struct SimulationOptions: Sendable {
  /// Beats to run from rest, or to average in an irregular rhythm; nil: the periodic beat, or the usual number.
  public var beats: Int?
  /// Of an irregular rhythm and of the scatter of readings.
  public var seed: UInt64 = 1
  /// Whether findings are read as instruments would.
  public var isNoisy = false
  public var loads: [LoadChoice] = []
  public var exerciseTest = false

  /// Beats that may be asked for.
  public static let allowedBeats = 1...100_000

  public init() {}

  /// Throws where options exclude each other.
  public func demandCompatible() throws(OptionFault) {
    try loads.demandCompatible()
    if beats != nil, exerciseTest || !loads.isEmpty {
      throw OptionFault(
        "beats", "--beats counts beats of a heart without reflexes; it goes with no load and no exercise test")
    }
    if exerciseTest, let first = loads.first {
      throw OptionFault(
        "exercise-test",
        "--exercise-test brings its own loads; it does not go with --load \(first.load.identifier)")
    }
  }

  /// What instruments would have read, where that is asked for.
  public func examination(_ examined: Examined) -> Examination? {
    isNoisy ? Examination(examined, with: InstrumentCatalogue.all, seed: seed) : nil
  }
}

/// A case's heart at its beat, or through many beats of an irregular rhythm.
public enum Simulation {
  case beat(SimulatedBeat)
  case rhythm(SimulatedRhythm)

  /// - Parameters:
  ///   - visit: is shown every beat of an irregular rhythm.
  public init(
    _ patient: Case, _ options: SimulationOptions, visit: (IrregularBeat) -> Void = { _ in }
  ) throws(SimulationFailure) {
    let heart = try patient.heartToSimulate()
    let answers =
      patient.reflexes == true && options.beats == nil || !options.loads.isEmpty || options.exerciseTest
    if answers {
      guard let body = AnsweringBody(patient, heart, options.loads, exerciseTest: options.exerciseTest) else {
        throw .noRest(loads: options.loads.isEmpty ? "" : " and these loads")
      }
      // What passes within a minute is followed with beats of the mean length, and so is the rest before it.
      if body.beat.heart.rhythm.kind == .sinus || body.manoeuvre != nil {
        self = .beat(SimulatedBeat(body, of: patient, options))
      } else {
        self = .rhythm(try SimulatedRhythm(body.beat.heart, of: patient, options, body: body, visit: visit))
      }
    } else if heart.rhythm.kind == .sinus {
      self = .beat(try SimulatedBeat(heart, of: patient, options))
    } else {
      self = .rhythm(try SimulatedRhythm(heart, of: patient, options, visit: visit))
    }
  }

  /// The document of `simulate`.
  public func json(version: String) -> JSONTree {
    switch self {
    case .beat(let beat): beat.json(version: version)
    case .rhythm(let rhythm): rhythm.json(version: version)
    }
  }
}

/// One beat, the same over and over.
public struct SimulatedBeat {
  public let patient: Case
  public let options: SimulationOptions
  public let heart: HeartDefinition
  public let settled: SettledHeart
  public let reading: BeatReading
  /// The body that answers, where it was asked to.
  public let body: AnsweringBody?

  init(_ heart: HeartDefinition, of patient: Case, _ options: SimulationOptions) throws(SimulationFailure) {
    self.patient = patient
    self.options = options
    self.heart = heart
    settled = options.beats.map(heart.running) ?? heart.settled()
    guard settled.status != .diverged else { throw .doesNotBeat(heart) }
    reading = BeatReading(settled.beat, of: heart, bodySurface: patient.body.bodySurface)
    body = nil
  }

  /// The heart of a body that answers, with the loads laid on it.
  init(_ body: AnsweringBody, of patient: Case, _ options: SimulationOptions) {
    self.patient = patient
    self.options = options
    self.heart = body.beat.heart
    settled = body.beat.settled
    reading = BeatReading(settled.beat, of: body.beat.heart, bodySurface: patient.body.bodySurface)
    self.body = body
  }

  public var examined: Examined { Examined(heart, body: patient.body, beat: settled.beat) }

  public func json(version: String) -> JSONTree {
    ResultJSON.simulate(
      case: patient.json, version: version, status: settled.status, reading: reading,
      examination: options.examination(examined), more: body?.json(options.loads) ?? [])
  }
}

/// Many beats of an irregular rhythm.
public struct SimulatedRhythm {
  public let patient: Case
  public let options: SimulationOptions
  public let heart: HeartDefinition
  public let found: IrregularExamination
  /// The beat whose intervals are nearest the mean.
  public let representative: RecordedBeat
  /// The body that answers, where it was asked to: it sets the rate.
  public let body: AnsweringBody?
  private let strip: [RecordedBeat]
  private let place: Int

  /// Beats that instruments look at.
  private static let mostShown = 30

  init(
    _ heart: HeartDefinition, of patient: Case, _ options: SimulationOptions, body: AnsweringBody? = nil,
    visit: (IrregularBeat) -> Void
  ) throws(SimulationFailure) {
    var strip: [RecordedBeat] = []
    var place = 0
    let settings = IrregularSettings(beats: options.beats ?? IrregularSettings().beats, seed: options.seed)
    found = IrregularExamination(heart, settings, bodySurface: patient.body.bodySurface) { beat in
      visit(beat)
      guard strip.count < Self.mostShown || beat.isRepresentative else { return }
      if beat.isRepresentative { place = strip.count }
      strip.append(beat.recorded)
    }
    guard found.run.isComplete, let beat = found.representative else { throw .doesNotBeat(heart) }
    self.patient = patient
    self.options = options
    self.heart = heart
    representative = beat
    self.body = body
    self.strip = strip
    self.place = place
  }

  public var examined: Examined { Examined(heart, body: patient.body, beats: strip, representative: place) }

  public func json(version: String) -> JSONTree {
    ResultJSON.simulate(
      case: patient.json, version: version, irregular: found.reading, examination: options.examination(examined),
      more: body?.json(options.loads) ?? [])
  }
}
