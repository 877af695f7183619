// A record as PhysioNet's tools read it (WFDB: Moody, Mark & Goldberger; the formats are those of the "WFDB
// Applications Guide", sections header(5), signal(5) and annot(5)): a header in text, the signals in 16-bit integers,
// little-endian, sample by sample, and the marks of beats and waves.
//
// A number is stored as the nearest whole one of value · gain + baseline; gain and baseline are chosen for each signal
// so that its range fills nine tenths of what 16 bits hold, so that the step is some 60,000th of the range. The
// smallest 16-bit number means "no value" and is never used.
//
//   ann    marks: N a beat, V a premature one, at the QRS onset's sample + 40 ms (the R wave); ( p ) t around and at P
//          and T; + with the rhythm's name, as (N or (AFIB, at the beginning

import Instruments
import Drawing
import Circulation

/// Why a record is refused.
public enum WFDBFault: Error, Sendable, Equatable {
  /// Letters, digits, "_" and "-" are allowed, 1 to 64 of them.
  case name(String)
  /// Seconds, 0.5 to 600 are allowed.
  case duration(Double)
  /// Samples per second, 250 to 1000 are allowed.
  case rate(Double)

  /// Field, value and what is allowed.
  public var text: String {
    switch self {
    case .name(let name): "record name \"\(name)\": 1 to 64 letters, digits, hyphens and underscores are allowed"
    case .duration(let value): "duration \(value) s: 0.5 to 600 s are allowed"
    case .rate(let value): "rate \(value) /s: 250 to 1000 /s are allowed"
    }
  }
}

/// Waveforms of a heart with their marks, in the three files of a WFDB record.
public struct WFDBRecord: Sendable {
  /// One signal of the record.
  public struct Signal: Sendable {
    /// As in the header's last column; the unit as in the header (no blanks).
    public let name: String
    public let unit: String
    /// Steps in one of the unit, and the step that stands for zero.
    public let gain: Double
    public let baseline: Int
    /// As stored.
    public let steps: [Int16]

    init(_ name: String, _ unit: String, _ values: [Double]) {
      self.name = name
      self.unit = unit
      let low = values.min() ?? 0
      let high = values.max() ?? 0
      let middle = 0.5 * (low + high)
      let span = max(high - low, 1e-3 * max(middle.magnitude, 1))
      // Rounded down to five digits, so that the header holds the very number.
      let raw = 58_000 / span
      var unit = 1.0
      while raw / unit >= 100_000 { unit *= 10 }
      while raw / unit < 10_000 { unit /= 10 }
      let gain = (raw / unit).rounded(.down) * unit
      self.gain = gain
      let baseline = (-middle * gain).rounded()
      self.baseline = Int(baseline)
      steps = values.map { Int16(min(max(($0 * gain + baseline).rounded(), -32_767), 32_767)) }
    }
  }

  public let name: String
  /// Samples per second.
  public let rate: Double
  public let signals: [Signal]
  private let marks: [Mark]
  private let remark: String

  /// A mark of the annotation file: its sample, its code, and words that go with it.
  private struct Mark {
    let sample: Int
    let code: UInt16
    var words = ""
  }

  /// - Parameters:
  ///   - name: of the record and its files.
  ///   - duration: s, 0.5 to 600.
  ///   - rate: samples per second, 250 to 1000.
  public init(_ examined: Examined, name: String, duration: Double = 10, rate: Double = 500) throws(WFDBFault) {
    if let fault = Self.fault(in: name) { throw fault }
    guard (0.5...600).contains(duration) else { throw .duration(duration) }
    guard (250...1000).contains(rate) else { throw .rate(rate) }
    self.name = name
    self.rate = rate
    let strip = Strip(examined, duration: duration)
    let ecg = Electrocardiogram(examined, strip: strip, rate: rate)
    let beat = Self.columns.map { column in
      Signal(column.name, column.unit, strip.values(rate: rate, column.value))
    }
    let jets = examined.beats.map { beat in
      let jet = LeakJet(beat)
      return beat.trace { jet.recordedSpeed($0) }
    }
    let jet = Signal("jetVelocity", "m/s", strip.values(rate: rate, traces: jets))
    signals = beat + [jet] + ECGLead.allCases.map { Signal($0.name, "mV", ecg.lead($0)) }
    marks = Self.marks(ecg, examined.heart.rhythm.kind, samples: strip.count(rate: rate))
    remark = "Simulated: a computed heart, no patient"
  }

  /// Why a record cannot have this name; nil where it can.
  public static func fault(in name: String) -> WFDBFault? {
    let isAllowed = name.utf8.allSatisfy {
      (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x2D
    }
    return isAllowed && (1...64).contains(name.utf8.count) ? nil : .name(name)
  }

  private struct Column: Sendable {
    let name: String
    let unit: String
    let value: @Sendable (Sample<Double>) -> Double

    init(_ name: String, _ unit: String, _ value: @escaping @Sendable (Sample<Double>) -> Double) {
      self.name = name
      self.unit = unit
      self.value = value
    }
  }

  private static let columns: [Column] = [
    Column("pLV", "mmHg") { $0.leftVentricularPressure },
    Column("pLA", "mmHg") { $0.leftAtrialPressure },
    Column("pAo", "mmHg") { $0.aorticPressure },
    Column("pRV", "mmHg") { $0.rightVentricularPressure },
    Column("pRA", "mmHg") { $0.rightAtrialPressure },
    Column("pPA", "mmHg") { $0.pulmonaryArteryPressure },
    Column("vLV", "mL") { $0.leftVentricularVolume },
    Column("vLA", "mL") { $0.leftAtrialVolume },
    Column("vRV", "mL") { $0.rightVentricularVolume },
    Column("vRA", "mL") { $0.rightAtrialVolume },
    Column("qMitral", "mL/s") { $0.flows.mitral },
    Column("qAortic", "mL/s") { $0.flows.aortic },
    Column("qTricuspid", "mL/s") { $0.flows.tricuspid },
    Column("qPulmonary", "mL/s") { $0.flows.pulmonary },
    Column("qPulmonaryVein", "mL/s") { $0.pulmonaryVeinFlow },
  ]

  /// From QRS onset to the mark of the beat, s.
  private static let toPeak = 0.04

  private static func marks(_ ecg: Electrocardiogram, _ rhythm: RhythmDefinition.Kind, samples: Int) -> [Mark] {
    var marks = [Mark(sample: 0, code: 28, words: rhythm == .atrialFibrillation ? "(AFIB" : "(N")]
    func add(_ time: Double, _ code: UInt16) {
      let sample = Int((time * ecg.rate).rounded())
      if sample > 0, sample < samples { marks.append(Mark(sample: sample, code: code)) }
    }
    for complex in ecg.complexes {
      if let atrial = complex.atrialOnset {
        add(atrial, 39)
        add(atrial + 0.05, 24)
      }
      add(complex.onset + toPeak, complex.isPremature ? 5 : 1)
      add(complex.recoveryPeak, 27)
    }
    return marks.sorted { $0.sample < $1.sample }
  }

  /// The files: their names and what is in them.
  public var files: [(name: String, bytes: [UInt8])] {
    [(name + ".hea", Array(header.utf8)), (name + ".dat", data), (name + ".atr", annotations)]
  }

  /// The header.
  public var header: String {
    let count = signals.first?.steps.count ?? 0
    var out = "\(name) \(signals.count) \(Self.plain(rate)) \(count)\n"
    for signal in signals {
      let sum = signal.steps.reduce(UInt16(0)) { $0 &+ UInt16(bitPattern: $1) }
      out += "\(name).dat 16 \(Self.plain(signal.gain))(\(signal.baseline))/\(signal.unit) 16 0 "
      out += "\(signal.steps.first ?? 0) \(Int16(bitPattern: sum)) 0 \(signal.name)\n"
    }
    return out + "# \(remark)\n"
  }

  /// A number as the header writes it: no exponent, no zeros at its end.
  private static func plain(_ value: Double) -> String {
    let digits = value >= 1000 ? 2 : 6
    var text = NumberText.fixed(value, digits: digits)
    while text.hasSuffix("0") { text.removeLast() }
    if text.hasSuffix(".") { text.removeLast() }
    return text
  }

  private var data: [UInt8] {
    let count = signals.first?.steps.count ?? 0
    var out: [UInt8] = []
    out.reserveCapacity(2 * count * signals.count)
    for k in 0..<count {
      for signal in signals { Self.append(UInt16(bitPattern: signal.steps[k]), to: &out) }
    }
    return out
  }

  private static func append(_ word: UInt16, to out: inout [UInt8]) {
    out.append(UInt8(truncatingIfNeeded: word))
    out.append(UInt8(truncatingIfNeeded: word >> 8))
  }

  /// Ten bits of time since the mark before under six of code; longer times by a word of their own.
  private var annotations: [UInt8] {
    var out: [UInt8] = []
    var last = 0
    for mark in marks {
      var wait = mark.sample - last
      last = mark.sample
      if wait > 1023 {
        Self.append(59 << 10, to: &out)
        Self.append(UInt16(truncatingIfNeeded: wait >> 16), to: &out)
        Self.append(UInt16(truncatingIfNeeded: wait), to: &out)
        wait = 0
      }
      Self.append(mark.code << 10 | UInt16(wait), to: &out)
      guard !mark.words.isEmpty else { continue }
      let bytes = Array(mark.words.utf8)
      Self.append(63 << 10 | UInt16(bytes.count), to: &out)
      out += bytes
      if bytes.count % 2 == 1 { out.append(0) }
    }
    Self.append(0, to: &out)
    return out
  }
}
