// Reading units as people write them, and converting between them.
//
// The symbols are those of UCUM (the Unified Code for Units of Measure). Beside them the lenient spellings of the
// clinic are read: mmHg, bpm, cm², WU, ml, sec. The one table of units stands in Units+Table.swift.

import Quantities

/// The units that the product reads and writes.
public enum Units {
  /// A unit with the ways in which people write it.
  public struct Entry: Sendable {
    public let unit: Unit
    /// How it is shown to people, for example cm² for cm2.
    public let shown: String
    /// Other spellings that are read.
    public let spellings: [String]

    init(_ unit: Unit, shown: String? = nil, _ spellings: [String] = []) {
      self.unit = unit
      self.shown = shown ?? unit.symbol
      self.spellings = spellings
    }
  }

  /// The unit that a text names: UCUM first, then the lenient spellings. Nil when there is none.
  ///
  /// Spaces, middle dots, superscripts, the micro sign and `^` are read as UCUM would write them; upper and lower case
  /// matter, as in UCUM (mm and Mm differ), but for the spellings listed in the table.
  public static func find(_ symbol: String) -> Unit? {
    let wanted = plain(symbol)
    for entry in table where plain(entry.unit.symbol) == wanted { return entry.unit }
    for entry in table {
      for spelling in entry.spellings where plain(spelling) == wanted { return entry.unit }
    }
    return nil
  }

  /// The unit as people like to read it: mmHg, cm², WU.
  public static func shown(_ unit: Unit) -> String {
    for entry in table where entry.unit == unit { return entry.shown }
    return unit.symbol
  }

  /// The unit itself, its everyday spelling, and the other units of about its size that can be read: six at most.
  public static func spellings(of unit: Unit, fits: (Unit) -> Bool) -> [String] {
    guard !unit.symbol.utf8.elementsEqual("1".utf8) else { return ["1"] }
    var names = [unit.symbol]
    for entry in table where entry.unit == unit {
      if !entry.shown.utf8.elementsEqual(unit.symbol.utf8) { names.append(entry.shown) }
      break
    }
    for entry in table where entry.unit != unit && entry.unit != .one && fits(entry.unit) {
      let ratio = entry.unit.factor / unit.factor
      let sameKind = entry.unit.dimension == unit.dimension
      if !sameKind || (0.00099...1010).contains(ratio) { names.append(entry.unit.symbol) }
    }
    return Array(names.prefix(6))
  }

  /// A value in another unit; nil when the two units measure different things.
  ///
  /// A stress and a pressure convert into each other. Concentrations in moles and in grams need the substance:
  /// see `FindingID.convert`.
  public static func convert(_ value: Double, from: Unit, to: Unit) -> Double? {
    if from == to { return value }
    let engine = value * from.factor + from.offset
    if from.dimension == to.dimension { return (engine - to.offset) / to.factor }
    switch (from.dimension, to.dimension) {
    case (.stress, .pressure): return engine * millimetresOfMercuryPerKilopascal / to.factor
    case (.pressure, .stress): return engine / millimetresOfMercuryPerKilopascal / to.factor
    default: return nil
    }
  }

  /// 1 kPa in mmHg; the conventional millimetre of mercury is 133.322387415 Pa.
  static let millimetresOfMercuryPerKilopascal = 1000 / pascalsPerMillimetreOfMercury
  static let pascalsPerMillimetreOfMercury = 133.322_387_415

  /// The bytes of a unit's text, freed of typography: cm² and "cm 2" both become cm2.
  static func plain(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20, 0x09, 0xA0, 0x5E, 0x2009, 0x202F: continue  // spaces and ^
      case 0xB2: bytes.append(0x32)  // ²
      case 0xB3: bytes.append(0x33)  // ³
      case 0xB9: bytes.append(0x31)  // ¹
      case 0x2074...0x2079: bytes.append(UInt8(scalar.value - 0x2074 + 0x34))  // ⁴ to ⁹
      case 0x207B, 0x2212, 0x2013: bytes.append(0x2D)  // ⁻ − –
      case 0xB5, 0x3BC: bytes.append(0x75)  // µ
      case 0xB7, 0x22C5, 0x2A: bytes.append(0x2E)  // · ⋅ *
      case 0x2019, 0x2032: bytes.append(0x27)  // ’ ′
      case 0...0x7F: bytes.append(UInt8(scalar.value))
      default:
        for byte in String(scalar).utf8 { bytes.append(byte) }
      }
    }
    return bytes
  }
}

// Concentrations in moles and in grams, and the two scales of glycated haemoglobin.
extension FindingID {
  /// The molar mass in g/mol, of substances that are reported both in moles and in grams.
  ///
  /// Sources: standard atomic weights; cholesterol 386.65 g/mol for all its fractions; BNP-32 3464 and
  /// NT-proBNP 8457 g/mol, the factors of the makers' leaflets.
  public var molarMass: Double? {
    switch self {
    case .creatinine: 113.12
    case .bilirubin: 584.66
    case .totalCholesterol, .HDL, .LDL: 386.65
    case .lactate: 90.08
    case .BNP: 3464
    case .NTproBNP: 8457
    default: nil
    }
  }

  /// A value of this finding in its own unit; nil when the unit does not measure such a finding.
  ///
  /// Knows the substance: creatinine 1 mg/dL is 88.4 umol/L, bilirubin 17.1. Glycated haemoglobin in mmol/mol is read
  /// by the NGSP master equation, % = 0.09148 · (mmol/mol) + 2.152.
  public func convert(_ value: Double, from: Unit) -> Double? {
    let to = spec.unit
    if let same = Units.convert(value, from: from, to: to) { return same }
    if self == .hbA1c, from.dimension == .molarFraction { return 0.09148 * value * from.factor + 2.152 }
    guard let molarMass else { return nil }
    // mmol/L times g/mol is mg/L; a tenth of it is mg/dL, the engine unit of mass concentrations.
    switch (from.dimension, to.dimension) {
    case (.massConcentration, .substance): return value * from.factor * 10 / molarMass / to.factor
    case (.substance, .massConcentration): return value * from.factor * molarMass / 10 / to.factor
    default: return nil
    }
  }

  /// A standard error in this finding's own unit: a spread has no zero point (1 °F is 5/9 °C, not −17).
  public func convertError(_ value: Double, from: Unit) -> Double? {
    guard let there = convert(value, from: from), let zero = convert(0, from: from) else { return nil }
    return there - zero
  }
}
