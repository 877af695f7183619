// A murmur's loudness, span, timing and shape, read off its strength over one beat.

import Circulation
import Lanes

extension HeardMurmur {
  /// The time over which the ear gathers sound, s.
  private static let gathering = 0.2

  init(_ murmur: Murmur, _ sounds: HeartSounds, _ beat: RecordedBeat, jet: MitralJet) {
    let events = sounds.events
    source = murmur.source
    speed = murmur.speed
    let heard = murmur.heard
    // Systole has some length, also in a heart whose valves open and shut out of their order.
    let systole = max(events.aorticClosure ?? events.mitralOpening, (events.aorticOpening ?? events.activation) + 0.1)
    // Where such a murmur can be: from closure to opening of the valves of inflow, and from there to the next beat.
    let window =
      source.isSystolic
      ? (events.activation - 0.03)...max(events.mitralOpening + 0.06, systole)
      : (systole - 0.02)...max(events.nextMitralClosure + 0.06, systole)
    let loud = Self.gathered(heard, in: window)
    levels = AuscultationSite.allCases.map {
      MurmurLevel.level(loud) + $0.gain(murmur.source, jet: jet)
    }
    let best = AuscultationSite.allCases.map { $0.gain(murmur.source, jet: jet) }.max() ?? 0
    // Once found, a murmur is followed to somewhat below the threshold.
    let limit = MurmurLevel.threshold / MurmurLevel.factor(best + 3)
    let found = Self.span(heard, over: limit, in: window)
    span = found.map { (1000 * ($0.lowerBound - events.activation))...(1000 * ($0.upperBound - events.activation)) }
    pitch = Self.pitch(murmur, in: window)
    timing = found.map { Self.timing($0, murmur.source, sounds) }
    let first = sounds[.mitralClosure]?.time ?? events.mitralClosure
    let second = sounds[.aorticClosure]?.time ?? systole
    shareOfSystole = found.flatMap { found in
      guard murmur.source.isSystolic, second > first else { return nil }
      return max(min(found.upperBound, second) - max(found.lowerBound, first), 0) / (second - first)
    }
    let swell = source.isInflow ? Presystole(heard, over: limit, events, first: first) : nil
    presystole = swell
    let isEjection = source.isSystolic && source.isForward
    let ejection = (events.aorticOpening ?? events.activation + 0.08)...systole
    shape = found.map { found in
      guard !isEjection else { return Self.shape(heard, ejection, edge: 0.1, isEjection: true) }
      guard murmur.source.isSystolic, found.lowerBound < systole else {
        let end = swell.map { max(min($0.trough, found.upperBound), found.lowerBound + 0.01) } ?? found.upperBound
        return Self.shape(heard, found.lowerBound...end, edge: 0.15, isEjection: false)
      }
      let start = min(max(found.lowerBound, sounds[.mitralClosure]?.time ?? 0), systole - 0.01)
      let end = max(min(found.upperBound, systole), start)
      return Self.shape(heard, start...end, edge: 0.15, isEjection: false)
    }
  }

  /// The root mean square over the loudest stretch of the ear's time.
  private static func gathered(_ heard: Trace, in window: ClosedRange<Double>) -> Double {
    let squares = heard.map { $0 * $0 }
    var most = 0.0
    let count = max(Int((window.upperBound - window.lowerBound - gathering) / 0.01), 0)
    for place in 0...count {
      let start = window.lowerBound + 0.01 * Double(place)
      most = max(most, squares.integral(from: start, to: min(start + gathering, window.upperBound)))
    }
    return (most / gathering).squareRoot()
  }

  /// The stretch about the loudest moment in which it is over a limit; nil where it never is. Gaps of less than 30 ms
  /// do not part it.
  private static func span(
    _ heard: Trace, over limit: Double, in window: ClosedRange<Double>
  ) -> ClosedRange<Double>? {
    let peak = heard.maximum(from: window.lowerBound, to: window.upperBound)
    guard peak.value > limit else { return nil }
    let step = heard.step
    func edge(_ direction: Double) -> Double {
      var last = peak.time
      var time = peak.time
      while time >= window.lowerBound, time <= window.upperBound, (time - last).magnitude < 0.03 {
        if heard[Int((time / step + 0.5).rounded(.down))] > limit { last = time }
        time += direction * step
      }
      return last
    }
    let (first, last) = (edge(-1), edge(1))
    return last > first ? first...last : nil
  }

  /// The mean of its band's middle, weighted by power.
  private static func pitch(_ murmur: Murmur, in window: ClosedRange<Double>) -> Double {
    var sum = 0.0
    var weight = 0.0
    for index in Int(window.lowerBound / murmur.strength.step)...Int(window.upperBound / murmur.strength.step) {
      let power = murmur.strength[index] * murmur.strength[index]
      sum += power * murmur.frequency[index]
      weight += power
    }
    return weight > 0 ? sum / weight : 0
  }

  private static func timing(
    _ span: ClosedRange<Double>, _ source: MurmurSource, _ sounds: HeartSounds
  ) -> MurmurTiming {
    let events = sounds.events
    let end = events.aorticClosure ?? events.mitralOpening
    guard source.isSystolic else {
      if !source.isForward { return .earlyDiastolic }
      return span.lowerBound > events.nextActivation - 0.2 ? .presystolic : .midDiastolic
    }
    let first = sounds[.mitralClosure]?.time ?? events.mitralClosure
    let isFromFirst = span.lowerBound < first + 0.07
    let isToSecond = span.upperBound > end - 0.02
    if source.isForward { return .midsystolic }
    if isFromFirst { return isToSecond ? .holosystolic : .earlySystolic }
    return isToSecond || span.upperBound > end - 0.04 ? .lateSystolic : .midsystolic
  }

  private static func shape(
    _ heard: Trace, _ span: ClosedRange<Double>, edge: Double, isEjection: Bool
  ) -> MurmurShape {
    func level(_ share: Double) -> Double {
      MurmurLevel.level(heard.value(at: span.lowerBound + share * (span.upperBound - span.lowerBound)))
    }
    let first = level(edge)
    if isEjection {
      let wanes = max(level(0.4), level(0.6)) > level(1 - edge) + 3
      return wanes && max(level(0.4), level(0.6)) > first + 3 ? .crescendoDecrescendo : .plateau
    }
    if max(level(0.7), level(0.85)) > first + 3 { return .crescendo }
    return first > level(0.95) + 3 ? .decrescendo : .plateau
  }
}
