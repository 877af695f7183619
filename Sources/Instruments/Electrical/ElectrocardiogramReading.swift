// What a machine measures on ten seconds of twelve leads, and says of them.
//
// Intervals are measured on one complex, the machine's average of many, in which the waves of fibrillating atria have
// cancelled out. QRS is where the heart vector moves faster than a twelfth of its fastest, up to a rest of 20 ms (the T
// wave of a fast heart moves as fast, but later); P is where it is over a
// twelfth of its largest; T ends where the steepest tangent of its fall meets the baseline (Lepeschkin & Surawicz,
// Circulation 1952;6:378).
//
// What is called abnormal:
//   P mitrale          P of 120 ms or more, and a terminal force in V1 of 0.04 mm·s or more (Morris et al., Circulation
//                      1964;29:242) or two peaks 40 ms apart in II (AHA/ACCF/HRS 2009, part V)
//   LVH voltage        S in V1 + R in V5 or V6 at least 35 mm (Sokolow & Lyon, Am Heart J 1949;37:161); R in aVL + S in
//   V3
//                      above 28 mm, women 20 mm (Casale et al., Circulation 1987;75:565)
//   strain             voltage, and T turned over in V5, V6 or I
//   RVH                R over S in V1 and an axis beyond 90°, or R in V1 + S in V5 or V6 above 10.5 mm with that axis
//   LBBB               QRS of 120 ms or more, V1 mostly negative, no Q in I and V6, R in V6 peaks 60 ms or more after
//   the
//                      onset (AHA/ACCF/HRS 2009, part III)

import Circulation
import Quantities
import Findings
import Lanes

/// What is read off an electrocardiogram.
public struct ElectrocardiogramReading: Sendable, Equatable {
  /// Mean over the strip, and the slowest and fastest intervals' rates, per minute.
  public var rate = 0.0
  public var rates: ClosedRange<Double> = 0...0
  public var rhythm: RhythmDefinition.Kind
  /// Premature ventricular beats on the strip, and all beats.
  public var prematureBeats = 0
  public var beats = 0
  /// ms; none where there is no P wave.
  public var pDuration: Double?
  public var pr: Double?
  /// mm·s, positive where the end of P in V1 points downward.
  public var terminalForce: Double?
  public var pIsNotched = false
  /// ms; QTc by Fridericia.
  public var qrs = 0.0
  public var qt = 0.0
  public var qtc = 0.0
  /// Of QRS in the frontal plane, degrees, 0 to the left, 90 to the feet.
  public var axis = 0.0
  /// mm, at 10 mm/mV.
  public var sokolowLyon = 0.0
  public var cornell = 0.0
  public var isLVHBySokolowLyon = false
  public var isLVHByCornell = false
  public var hasStrain = false
  public var isRVH = false
  public var isLBBB = false

  /// Whether P speaks for a large left atrium.
  public var isPMitrale: Bool {
    (pDuration ?? 0) >= 120 && ((terminalForce ?? 0) >= 0.04 || pIsNotched)
  }

  /// Reads ten seconds of a heart.
  public init(_ examined: Examined) {
    rhythm = examined.heart.rhythm.kind
    readRhythm(Electrocardiogram(examined, strip: Strip(examined, duration: 10), rate: 250))
    let strip = Strip(examined, duration: 1.4 + 2 * examined.beat.cycle, lead: 0.6, startsAtRepresentative: true)
    let ecg = Electrocardiogram(examined, strip: strip, rate: 1000, fibrillates: false)
    guard let complex = ecg.complexes.first(where: { $0.onset >= 0.6 }) else { return }
    let preceding = ecg.complexes.last { $0.onset < complex.onset }
    let before = preceding.map { complex.onset - $0.onset } ?? examined.beat.cycle
    readComplex(ecg, complex, before: before, isWoman: examined.body.sex == .female)
  }

  private mutating func readRhythm(_ ecg: Electrocardiogram) {
    let onsets = ecg.complexes.map { $0.onset }.filter { $0 >= 0 && $0 < ecg.duration }
    beats = onsets.count
    prematureBeats = ecg.complexes.filter { $0.isPremature && $0.onset >= 0 && $0.onset < ecg.duration }.count
    guard let first = onsets.first, let last = onsets.last, onsets.count > 1 else { return }
    rate = 60 * Double(onsets.count - 1) / (last - first)
    let intervals = zip(onsets, onsets.dropFirst()).map { $1 - $0 }
    rates = 60 / (intervals.max() ?? 1)...60 / (intervals.min() ?? 1)
  }

  private mutating func readComplex(
    _ ecg: Electrocardiogram, _ complex: Electrocardiogram.Complex, before: Double, isWoman: Bool
  ) {
    let motion = ecg.motion
    func index(_ time: Double) -> Int { min(max(Int(time * ecg.rate), 0), motion.speed.count - 1) }
    // The complex: the fastest motion, and what of it is fast.
    let window = index(complex.onset - 0.03)...index(complex.onset + 0.23)
    let fastest = window.reduce(window.lowerBound) { motion.speed[$1] > motion.speed[$0] ? $1 : $0 }
    let begin = Self.edge(motion.speed, from: fastest, by: -1, within: window, rate: ecg.rate)
    let end = Self.edge(motion.speed, from: fastest, by: 1, within: window, rate: ecg.rate)
    guard begin < end else { return }
    qrs = 1000 * Double(end - begin) / ecg.rate
    let leads = ECGLead.allCases.map { ecg.lead($0) }
    readTEnd(leads, begin, peak: index(complex.recoveryPeak), rate: ecg.rate)
    qtc = qt / Double.cubeRoot(min(max(before, 0.3), 2))
    readVoltages(leads, begin...end, peak: index(complex.recoveryPeak), rate: ecg.rate, isWoman: isWoman)
    if let atrial = complex.atrialOnset { readAtrial(ecg, motion.magnitude, leads, from: index(atrial), to: begin) }
  }

  /// The last fast sample on one side of the fastest: from it on outwards until the vector has been slow for 20 ms.
  private static func edge(
    _ speed: [Double], from fastest: Int, by direction: Int, within window: ClosedRange<Int>, rate: Double
  ) -> Int {
    var last = fastest
    var place = fastest
    while window.contains(place), Double((place - last).magnitude) <= quietTime * rate {
      if speed[place] > speed[fastest] / 12 { last = place }
      place += direction
    }
    return last
  }

  /// How long the vector must be slow for the complex to be over, s (chosen between the gaps within a wide complex and the
  /// one before the T wave of a fast heart; held by `qrsIsThatOfTheHealthyHeartAtEveryRate`).
  private static let quietTime = 0.02

  private mutating func readTEnd(_ leads: [[Double]], _ begin: Int, peak: Int, rate: Double) {
    // The lead with the largest T wave.
    let lead = leads.reduce(leads[0]) { $0[peak].magnitude > $1[peak].magnitude ? $0 : $1 }
    var steepest = peak
    var slope = 0.0
    for k in peak..<min(peak + Int(0.15 * rate), lead.count - 1) {
      let fall = (lead[k] - lead[k + 1]) * (lead[peak] > 0 ? 1 : -1)
      if fall > slope { (slope, steepest) = (fall, k) }
    }
    guard slope > 0 else { return }
    qt = 1000 * (Double(steepest - begin) + lead[steepest].magnitude / slope) / rate
  }

  private mutating func readVoltages(
    _ leads: [[Double]], _ span: ClosedRange<Int>, peak: Int, rate: Double, isWoman: Bool
  ) {
    func r(_ lead: ECGLead) -> Double { 10 * span.reduce(0) { max($0, leads[lead.rawValue][$1]) } }
    func s(_ lead: ECGLead) -> Double { -10 * span.reduce(0) { min($0, leads[lead.rawValue][$1]) } }
    func area(_ lead: ECGLead) -> Double { span.reduce(0) { $0 + leads[lead.rawValue][$1] } }
    func peakTime(_ lead: ECGLead) -> Double {
      let best = span.reduce(span.lowerBound) { leads[lead.rawValue][$0] >= leads[lead.rawValue][$1] ? $0 : $1 }
      return Double(best - span.lowerBound) / rate
    }
    /// A first wave downward, of a millimetre's half or more.
    func hasQ(_ lead: ECGLead) -> Bool {
      let first = span.first { leads[lead.rawValue][$0].magnitude > 0.05 }
      return first.map { leads[lead.rawValue][$0] < 0 } ?? false
    }
    sokolowLyon = s(.V1) + max(r(.V5), r(.V6))
    cornell = r(.aVL) + s(.V3)
    isLVHBySokolowLyon = sokolowLyon >= 35
    isLVHByCornell = cornell > (isWoman ? 20 : 28)
    // X and Y of the frontal plane from I and aVF, whose lead vectors are of unequal length.
    let down = area(.aVF) * 2 / 1.7320508075688772
    let left = area(.I)
    axis = Double.arctangent(down / (left == 0 ? 1e-9 : left)) * 180 / Double.pi
    if left < 0 { axis += down >= 0 ? 180 : -180 }
    isLBBB = qrs >= 120 && area(.V1) < 0 && r(.V1) < s(.V1) && !hasQ(.I) && !hasQ(.V6) && peakTime(.V6) >= 0.06
    let turned = [ECGLead.I, .V5, .V6].contains { leads[$0.rawValue][peak] < -0.05 }
    hasStrain = (isLVHBySokolowLyon || isLVHByCornell) && turned && !isLBBB
    isRVH = axis > 90 && (r(.V1) > s(.V1) || r(.V1) + max(s(.V5), s(.V6)) > 10.5)
  }

  private mutating func readAtrial(
    _ ecg: Electrocardiogram, _ magnitude: [Double], _ leads: [[Double]], from start: Int, to end: Int
  ) {
    // The wave's peak, and the quietest moment between it and QRS.
    let window = max(start - 20, 0)..<max(end - 12, 1)
    let peak = window.reduce(window.lowerBound) { magnitude[$1] > magnitude[$0] ? $1 : $0 }
    let valley = (peak..<max(end, peak + 1)).reduce(peak) { magnitude[$1] < magnitude[$0] ? $1 : $0 }
    let least = magnitude[peak] / 12
    guard magnitude[peak] > 0.01, let first = window.first(where: { magnitude[$0] > least }),
      let last = (first...max(valley, first)).last(where: { magnitude[$0] > least })
    else { return }
    pDuration = 1000 * Double(last - first) / ecg.rate
    pr = 1000 * Double(end - first) / ecg.rate
    // The part of P in V1 that points down at its end: its depth times its length.
    let v1 = leads[ECGLead.V1.rawValue]
    var from = last
    while from > first, v1[from] < 0 { from -= 1 }
    let depth = -10 * (from...last).reduce(0) { min($0, v1[$1]) }
    terminalForce = depth * Double(last - from) / ecg.rate
    let ii = leads[ECGLead.II.rawValue]
    var peaks: [Int] = []
    for k in max(first, 1)..<last where ii[k] > ii[k - 1] && ii[k] >= ii[k + 1] && ii[k] > 0.03 { peaks.append(k) }
    if let a = peaks.first, let b = peaks.last { pIsNotched = Double(b - a) / ecg.rate >= 0.04 }
  }
}

extension ElectrocardiogramReading {
  /// The rhythm in words.
  public var rhythmText: String {
    let shown = whole(rate)
    switch rhythm {
    case .atrialFibrillation:
      return "atrial fibrillation, \(shown)/min (\(whole(rates.lowerBound))–\(whole(rates.upperBound)))"
    case .sinus, .prematureBeats:
      // 60 and 100 a minute: the usual bounds.
      let name = rate < 59.5 ? "sinus bradycardia" : rate > 100.5 ? "sinus tachycardia" : "sinus rhythm"
      guard rhythm == .prematureBeats, prematureBeats > 0 else { return "\(name) \(shown)/min" }
      return "\(name) \(shown)/min, \(prematureBeats) of \(beats) beats premature"
    }
  }

  /// What is out of the ordinary, each in words.
  public var findings: [String] {
    var said: [String] = []
    if isPMitrale { said.append("P mitrale (\(whole(pDuration ?? 0)) ms)") }
    if let pr, pr > 200 { said.append("first-degree atrioventricular block") }
    if isLBBB { said.append("left bundle branch block") } else if qrs >= 120 { said.append("wide QRS complex") }
    if isLVHBySokolowLyon, !isLBBB { said.append("LVH voltage by Sokolow–Lyon \(whole(sokolowLyon)) mm") }
    if isLVHByCornell, !isLBBB { said.append("LVH voltage by Cornell \(whole(cornell)) mm") }
    if hasStrain { said.append("strain") }
    if isRVH { said.append("signs of right ventricular hypertrophy") }
    if axis > 90 { said.append("right axis") } else if axis < -30 { said.append("left axis") }
    return said
  }

  /// Whether rhythm, rate and everything read are as usual.
  public var isOrdinary: Bool { findings.isEmpty && rhythm == .sinus && (59.5...100.5).contains(rate) }

  /// The whole reading in a line: "sinus rhythm 72/min, P mitrale (131 ms), LVH voltage by Sokolow–Lyon 41 mm".
  public var text: String {
    let found = findings
    return isOrdinary
      ? rhythmText + ", nothing out of the ordinary" : listed([rhythmText] + found)
  }

  /// The intervals in a line: "PR 152 ms, QRS 94 ms, QT 396 ms (QTc 405), axis 58°".
  public var intervalText: String {
    let pr = pr.map { "PR \(whole($0)) ms, " } ?? ""
    return pr + "QRS \(whole(qrs)) ms, QT \(whole(qt)) ms (QTc \(whole(qtc))), axis \(whole(axis))°"
  }
}

/// Words with commas between them.
func listed(_ words: [String]) -> String {
  var out = ""
  for word in words { out += (out.isEmpty ? "" : ", ") + word }
  return out
}

/// A number as people write it, without decimals.
func whole(_ value: Double) -> String {
  guard value.magnitude < 1e9 else { return "–" }
  let rounded = Int((value.magnitude + 0.5).rounded(.down))
  return (value < 0 && rounded > 0 ? "−" : "") + "\(rounded)"
}
