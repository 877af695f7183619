// What every instrument looks at: one heart in one body, beating, and what is true of it.
//
// An instrument reads the beat with its own physics and its own bias. What it reads need not be what is true: that is
// why `truth` stands beside it, and why no instrument hands the truth on as its own reading.

import Quantities
import Circulation
import Findings
import Lanes

/// A heart before the examiner.
public struct Examined: Sendable {
  public let heart: HeartDefinition
  public let body: Body
  /// The beats in their order; a single one where the beat repeats itself.
  public let beats: [RecordedBeat]
  /// Which of them is read where one must be chosen: in an irregular rhythm the one whose intervals are nearest the
  /// mean ("index beat", after two like intervals; EACVI/ASE 2015 on atrial fibrillation).
  public let representative: Int
  /// Everything that follows from the beat without an examiner's error; in an irregular rhythm the means over all beats
  /// (`IrregularReading`), of which the representative beat is one.
  public let truth: BeatReading
  /// Beats per minute over all beats there are.
  public let meanRate: Double
  /// Beats per minute as counted on ten seconds of the electrocardiogram that runs along with every examination: the rate
  /// by which volumes of a beat become outputs.
  public let countedRate: Double
  /// Which mechanisms keep the mitral valve from closing, by their largest orifice in the beat that is read, cm².
  public let leaks: LeakShares
  /// Whether volumes are worked out that nobody would work out of so faint a jet: who was told one asks what it would have been
  /// on this heart.
  public var readsFaintJets = false
  let events: BeatEvents

  /// A heart whose beat repeats itself.
  public init(_ heart: HeartDefinition, body: Body, beat: RecordedBeat) {
    self.init(heart, body: body, beats: [beat], representative: 0)
  }

  /// A heart in an irregular rhythm.
  ///
  /// - Parameters:
  ///   - beats: at least one, one after another.
  ///   - representative: the place of the one that is read.
  public init(_ heart: HeartDefinition, body: Body, beats: [RecordedBeat], representative: Int) {
    precondition(beats.indices.contains(representative), "a beat to read")
    self.heart = heart
    self.body = body
    self.beats = beats
    self.representative = representative
    let duration = beats.reduce(0) { $0 + $1.cycle }
    meanRate = 60 * Double(beats.count) / duration
    let surface = body.bodySurface
    if beats.count > 1 {
      let readings = beats.map { BeatReading($0, of: heart, bodySurface: surface) }
      truth = IrregularReading(readings, lengths: beats.map { $0.cycle }, bodySurface: surface).mean
      countedRate = Strip(beats, duration: 10).counted?.rate ?? meanRate
    } else {
      truth = BeatReading(beats[0], of: heart, bodySurface: surface)
      countedRate = meanRate
    }
    let events = BeatEvents(beats[representative])
    self.events = events
    leaks = LeakShares(heart, beats[representative], events)
  }

  /// The beat that is read.
  public var beat: RecordedBeat { beats[representative] }

  /// The true value of a finding; nil where the heart has none (no jet, no A wave).
  public subscript(_ finding: FindingID) -> Double? { truth.findings[finding] }

  /// The moments of the beat that is read, s after its ventricular activation.
  public var moments: Moments {
    let zero = events.activation
    return Moments(
      mitralClosure: events.mitralClosure - zero, aorticOpening: events.aorticOpening.map { $0 - zero },
      aorticClosure: events.aorticClosure.map { $0 - zero }, mitralOpening: events.mitralOpening - zero,
      nextActivation: events.nextActivation - zero)
  }

  /// When valves open and close, s after ventricular activation; the aortic valve's are nil in a beat that does not
  /// open it.
  public struct Moments: Sendable, Equatable {
    public let mitralClosure: Double
    public let aorticOpening: Double?
    public let aorticClosure: Double?
    public let mitralOpening: Double
    public let nextActivation: Double
  }
}

/// What of a mitral leak is due to which mechanism: the largest orifice of each in a beat, cm².
public struct LeakShares: Sendable, Equatable {
  public let hole, flail, prolapse, functional: Double

  init(_ heart: HeartDefinition, _ beat: RecordedBeat, _ events: BeatEvents) {
    func largest(_ orifice: OrificeDefinition) -> Double {
      guard orifice.isOpen else { return 0 }
      let trace = beat.trace { sample in
        sample.leftVentricularPressure > sample.leftAtrialPressure
          ? orifice.openArea(at: sample, wall: heart.leftVentricle) : 0
      }
      return trace.maximum(from: events.mitralClosure, to: events.mitralOpening).value
    }
    hole = heart.mitralValve.leakArea.squareCentimetres
    flail = largest(heart.mitralLeaks.flail)
    prolapse = largest(heart.mitralLeaks.prolapse)
    functional = largest(heart.mitralLeaks.functional)
  }

  /// All together, cm².
  public var total: Double { hole + flail + prolapse + functional }
}

extension Examined {
  /// A heart brought to its beat: the periodic one, or in an irregular rhythm a run of beats. Nil where the heart does
  /// not come to beat.
  ///
  /// - Parameter settings: of the run, in an irregular rhythm.
  public init?(_ heart: HeartDefinition, body: Body, settings: IrregularSettings = IrregularSettings(beats: 30)) {
    let settled = heart.settled()
    guard settled.status != .diverged else { return nil }
    guard heart.rhythm.kind != .sinus else {
      self.init(heart, body: body, beat: settled.beat)
      return
    }
    var beats: [RecordedBeat] = []
    var representative = 0
    let run = heart.beatIrregularly(settings, from: settled) { beat in
      if beat.isRepresentative { representative = beats.count }
      beats.append(beat.recorded)
    }
    guard run.isComplete, !beats.isEmpty else { return nil }
    self.init(heart, body: body, beats: beats, representative: representative)
  }
}
