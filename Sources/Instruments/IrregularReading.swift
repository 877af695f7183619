import Circulation
import Findings

// What an examiner notes of an irregular rhythm: means over many beats, with their spread. Fractions, the orifice and
// resistances are those of the sums, so that what belongs together stays so: RF = RVol/SV, CO = FSV·HR, EROA =
// RVol/VTI. Mean pressures are weighed by the beats' lengths, as an integrating manometer does. A finding is told where
// at least half of the beats have it.

/// The readings of many beats.
public struct IrregularReading: Sendable {
  /// Means; in the form of one beat's.
  public private(set) var mean = BeatReading()
  /// Standard deviations from beat to beat; none for what is not one beat's own (output and resistances).
  public private(set) var spread = FindingValues()
  /// How many beats there were.
  public let count: Int

  /// - Parameters:
  ///   - readings: of each beat, and `lengths`, s, from each activation to the next.
  ///   - bodySurface: m², of the body for which the beats were read.
  public init(_ readings: [BeatReading], lengths: [Double], bodySurface: Double?) {
    precondition(readings.count == lengths.count, "a length for each beat")
    count = readings.count
    guard count > 0 else { return }
    let all = readings.map { $0.findings }
    for id in FindingID.allCases {
      var values: [Double] = []
      var weights: [Double] = []
      for (findings, length) in zip(all, lengths) {
        guard let value = findings[id], value.isFinite else { continue }
        values.append(value)
        weights.append(Self.isOverTime(id) ? length : 1)
      }
      guard values.count * 2 >= count, let average = Self.average(values, weights) else { continue }
      mean.findings[id] = average
      if !Self.isOfMany(id), values.count > 1 { spread[id] = Self.deviation(values) }
    }
    takeSums(all, lengths, bodySurface)
    meanValves(readings)
  }

  /// Means over time, not over beats.
  private static func isOverTime(_ id: FindingID) -> Bool {
    switch id {
    case .MAP, .CVP, .PCWP, .mPAP, .LAPmean: true
    default: false
    }
  }

  /// What only many beats have.
  private static func isOfMany(_ id: FindingID) -> Bool {
    switch id {
    case .CO, .CI, .SVR, .PVR, .MVA, .LVMass, .BSA: true
    default: false
    }
  }

  private static func average(_ values: [Double], _ weights: [Double]) -> Double? {
    var sum = 0.0
    var weight = 0.0
    for (value, share) in zip(values, weights) {
      sum += share * value
      weight += share
    }
    return weight > 0 ? sum / weight : nil
  }

  private static func deviation(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(values.count - 1)).squareRoot()
  }

  private mutating func takeSums(_ all: [FindingValues], _ lengths: [Double], _ bodySurface: Double?) {
    func ratio(_ id: FindingID, _ above: FindingID, _ below: FindingID, _ scale: Double) {
      guard mean.findings[id] != nil, let a = mean.findings[above], let b = mean.findings[below], b > 0 else { return }
      mean.findings[id] = scale * a / b
    }
    let duration = lengths.reduce(0, +)
    let rate = 60 * Double(count) / duration
    mean.findings[.HR] = rate
    ratio(.LVEF, .SV, .LVEDV, 100)
    ratio(.RF, .RVol, .SV, 100)
    ratio(.EA, .E, .A, 1)
    ratio(.EePrime, .E, .ePrime, 100)
    if let right = mean.findings[.RVEDV], let systolic = mean.findings[.RVESV], right > 0 {
      mean.findings[.RVEF] = 100 * (right - systolic) / right
    }
    if mean.findings[.EROA] != nil {
      var volume = 0.0
      var integral = 0.0
      for findings in all {
        guard let one = findings[.RVol], let velocity = findings[.MRVTI] else { continue }
        volume += one
        integral += velocity
      }
      if integral > 0 { mean.findings[.EROA] = volume / integral }
    }
    guard let forward = mean.findings[.FSV], forward > 0 else { return }
    let output = forward * rate / 1000
    mean.findings[.CO] = output
    if let bodySurface { mean.findings[.CI] = output / bodySurface }
    if let arterial = mean.findings[.MAP], let venous = mean.findings[.CVP] {
      mean.findings[.SVR] = 80 * (arterial - venous) / output
    }
    if let arterial = mean.findings[.mPAP], let wedge = mean.findings[.PCWP] {
      mean.findings[.PVR] = (arterial - wedge) / output
    }
  }

  private mutating func meanValves(_ readings: [BeatReading]) {
    mean.valves.mitral = Self.mean(readings.map { $0.valves.mitral })
    mean.valves.aortic = Self.mean(readings.map { $0.valves.aortic })
    mean.valves.tricuspid = Self.mean(readings.map { $0.valves.tricuspid })
    mean.valves.pulmonary = Self.mean(readings.map { $0.valves.pulmonary })
    var thirds = [0.0, 0.0, 0.0]
    for reading in readings {
      guard let shares = reading.regurgitantFractionByThird, let volume = reading.findings[.RVol] else { continue }
      for part in 0..<3 { thirds[part] += volume * shares[part] }
    }
    let sum = thirds[0] + thirds[1] + thirds[2]
    if sum > 0, mean.findings[.EROA] != nil { mean.regurgitantFractionByThird = thirds.map { $0 / sum } }
  }

  private static func mean(_ valves: [ValveReading]) -> ValveReading {
    var result = ValveReading()
    let share = 1 / Double(valves.count)
    for valve in valves {
      result.forwardVolume += share * valve.forwardVolume
      result.backwardVolume += share * valve.backwardVolume
      result.regurgitantVolume += share * valve.regurgitantVolume
    }
    result.openTime = mean(valves.map { $0.openTime }, of: valves.count)
    result.closeTime = mean(valves.map { $0.closeTime }, of: valves.count)
    return result
  }

  private static func mean(_ times: [Double?], of count: Int) -> Double? {
    var sum = 0.0
    var found = 0
    for time in times {
      guard let time else { continue }
      sum += time
      found += 1
    }
    return found * 2 >= count ? sum / Double(found) : nil
  }
}

/// A heart's irregular rhythm, run and read.
public struct IrregularExamination: Sendable {
  public let run: IrregularRun
  public let reading: IrregularReading
  /// The beat whose intervals are nearest the mean; nil when the run is not complete.
  public let representative: RecordedBeat?
  /// Each beat's reading, and what it came after.
  public let readings: [BeatReading]
  public let intervals: [(before: Double, preceding: Double, following: Double)]
  public let isPremature: [Bool]

  /// - Parameters:
  ///   - visit: is shown every beat.
  public init(
    _ heart: HeartDefinition, _ settings: IrregularSettings = IrregularSettings(), from mean: SettledHeart? = nil,
    stepsPerBeat: Int? = nil, bodySurface: Double?, visit: (IrregularBeat) -> Void = { _ in }
  ) {
    var readings: [BeatReading] = []
    var intervals: [(before: Double, preceding: Double, following: Double)] = []
    var isPremature: [Bool] = []
    var representative: RecordedBeat?
    run = heart.beatIrregularly(settings, from: mean, stepsPerBeat: stepsPerBeat) { beat in
      readings.append(BeatReading(beat.recorded, of: heart, bodySurface: bodySurface))
      intervals.append((beat.before, beat.preceding, beat.following))
      isPremature.append(beat.isPremature)
      if beat.isRepresentative { representative = beat.recorded }
      visit(beat)
    }
    reading = IrregularReading(readings, lengths: intervals.map { $0.following }, bodySurface: bodySurface)
    self.readings = readings
    self.intervals = intervals
    self.isPremature = isPremature
    self.representative = representative
  }
}
