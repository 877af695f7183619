// The table of units: UCUM symbol, dimension, engine units in one of it, and the spellings that are read besides.
//
// Engine units: mm[Hg], mL, s, cm, cm2, kPa (stress), g. Composite ones follow from these (velocity cm/s, flow mL/s,
// resistance mm[Hg].s/mL), but concentrations are in mmol/L and mg/dL, filtration in mL/min/{1.73_m2} and temperature
// in Cel.

import Quantities

extension Unit {
  // The units of the catalogue's findings.
  static let mmHg = Unit("mm[Hg]", .pressure)
  static let mL = Unit("mL", .volume)
  static let percent = Unit("%", .ratio, factor: 0.01)
  static let one = Unit("1", .ratio)
  static let perMinute = Unit("/min", .rate, factor: 1.0 / 60)
  static let mLPerM2 = Unit("mL/m2", .volumePerArea, factor: 1e-4)
  static let mmPerM2 = Unit("mm/m2", .lengthPerArea, factor: 1e-5)
  static let litresPerMinute = Unit("L/min", .flow, factor: 1000.0 / 60)
  static let litresPerMinutePerM2 = Unit("L/min/m2", .flowPerArea, factor: 1000.0 / 60 / 1e4)
  static let cm = Unit("cm", .length)
  static let mm = Unit("mm", .length, factor: 0.1)
  static let cm2 = Unit("cm2", .area)
  static let m2 = Unit("m2", .area, factor: 1e4)
  static let metresPerSecond = Unit("m/s", .velocity, factor: 100)
  static let cmPerSecond = Unit("cm/s", .velocity)
  static let ms = Unit("ms", .time, factor: 1e-3)
  static let gram = Unit("g", .mass)
  static let mmHgPerSecond = Unit("mm[Hg]/s", .pressureRate)
  /// 1 dyn/cm2 is 0.1 Pa.
  static let dyneSeconds = Unit("dyn.s/cm5", .resistance, factor: 0.1 / Units.pascalsPerMillimetreOfMercury)
  /// 1 mm[Hg].min/L.
  static let woodUnit = Unit("[wood'U]", .resistance, factor: 0.06)
  static let mmolPerL = Unit("mmol/L", .substance)
  static let umolPerL = Unit("umol/L", .substance, factor: 1e-3)
  static let mgPerDL = Unit("mg/dL", .massConcentration)
  static let mgPerL = Unit("mg/L", .massConcentration, factor: 0.1)
  static let pgPerML = Unit("pg/mL", .massConcentration, factor: 1e-7)
  static let filtration = Unit("mL/min/{1.73_m2}", .clearance)
  static let mmPerHour = Unit("mm/h", .sedimentation)
  static let celsius = Unit("Cel", .temperature)
}

extension Units {
  /// Every unit that is read.
  public static let table: [Entry] = mechanical + chemical

  private static let mechanical: [Entry] = [
    Entry(.mmHg, shown: "mmHg", ["mmHg", "mmhg", "Torr", "torr"]),
    Entry(Unit("kPa", .pressure, factor: millimetresOfMercuryPerKilopascal)),
    Entry(Unit("hPa", .pressure, factor: millimetresOfMercuryPerKilopascal / 10), ["mbar"]),
    Entry(Unit("Pa", .pressure, factor: millimetresOfMercuryPerKilopascal / 1000)),
    Entry(
      Unit("cm[H2O]", .pressure, factor: 0.098_066_5 * millimetresOfMercuryPerKilopascal), shown: "cmH₂O",
      ["cmH2O", "cmH₂O"]),
    Entry(Unit("dyn/cm2", .pressure, factor: millimetresOfMercuryPerKilopascal / 1e4), shown: "dyn/cm²"),
    Entry(Unit("kdyn/cm2", .pressure, factor: millimetresOfMercuryPerKilopascal / 10), shown: "kdyn/cm²"),
    Entry(.mL, ["ml", "cc", "cm3", "cm³"]),
    Entry(Unit("L", .volume, factor: 1000), ["l", "dm3"]),
    Entry(Unit("dL", .volume, factor: 100), ["dl"]),
    Entry(Unit("uL", .volume, factor: 1e-3), shown: "µL", ["ul"]),
    Entry(.litresPerMinute, ["l/min", "lpm", "L.min-1"]),
    Entry(Unit("mL/s", .flow), ["ml/s", "ml/sec", "mL/sec"]),
    Entry(Unit("mL/min", .flow, factor: 1.0 / 60), ["ml/min"]),
    Entry(Unit("L/s", .flow, factor: 1000), ["l/s"]),
    Entry(.litresPerMinutePerM2, shown: "L/min/m²", ["l/min/m2", "L/(min.m2)", "L.min-1.m-2"]),
    Entry(.mLPerM2, shown: "mL/m²", ["ml/m2", "cc/m2"]),
    Entry(.mmPerM2, shown: "mm/m²", ["mm/m^2"]),
    Entry(Unit("cm/m2", .lengthPerArea, factor: 1e-4), shown: "cm/m²"),
    Entry(.cm2, shown: "cm²", ["sqcm"]),
    Entry(Unit("mm2", .area, factor: 0.01), shown: "mm²", ["sqmm"]),
    Entry(.m2, shown: "m²"),
    Entry(.cm),
    Entry(.mm),
    Entry(Unit("m", .length, factor: 100)),
    Entry(Unit("um", .length, factor: 1e-4), shown: "µm"),
    Entry(Unit("[in_i]", .length, factor: 2.54), shown: "in", ["in", "inch", "inches"]),
    Entry(Unit("[ft_i]", .length, factor: 30.48), shown: "ft", ["ft"]),
    Entry(Unit("s", .time), ["sec", "second", "seconds"]),
    Entry(.ms, ["msec"]),
    Entry(Unit("min", .time, factor: 60), ["minute", "minutes"]),
    Entry(Unit("h", .time, factor: 3600), ["hr", "hour", "hours"]),
    Entry(Unit("d", .time, factor: 86_400), ["day", "days"]),
    Entry(Unit("wk", .time, factor: 604_800), ["week", "weeks"]),
    Entry(Unit("mo", .time, factor: 30.4375 * 86_400), ["month", "months"]),
    Entry(Unit("a", .time, factor: 365.25 * 86_400), shown: "y", ["y", "yr", "year", "years"]),
    Entry(.perMinute, ["1/min", "min-1", "bpm", "BPM", "beats/min", "{beats}/min"]),
    Entry(Unit("/s", .rate), ["1/s", "s-1", "Hz"]),
    Entry(.metresPerSecond, ["m/sec"]),
    Entry(.cmPerSecond, ["cm/sec"]),
    Entry(Unit("mm/s", .velocity, factor: 0.1), ["mm/sec"]),
    Entry(.mmHgPerSecond, shown: "mmHg/s", ["mmHg/s", "mmHg/sec"]),
    Entry(Unit("kPa/s", .pressureRate, factor: millimetresOfMercuryPerKilopascal)),
    Entry(Unit("mm[Hg].s/mL", .resistance), shown: "mmHg·s/mL", ["mmHg.s/mL", "mmHg.s/ml", "mmHg.sec/mL"]),
    Entry(
      .dyneSeconds, shown: "dyn·s/cm⁵",
      ["dyn.s.cm-5", "dyn.sec/cm5", "dyn.sec.cm-5", "dyne.s/cm5", "dynes.s/cm5", "dynes.s.cm-5", "dynes.sec/cm5"]),
    Entry(
      .woodUnit, shown: "WU", ["WU", "wu", "wood", "Wood", "woodunits", "Woodunits", "mm[Hg].min/L", "mmHg.min/L"]),
    Entry(Unit("mL/mm[Hg]", .compliance), shown: "mL/mmHg", ["mL/mmHg", "ml/mmHg"]),
    Entry(Unit("mm[Hg]/mL", .elastance), shown: "mmHg/mL", ["mmHg/mL", "mmHg/ml"]),
    Entry(Unit("mm[Hg].s2/mL", .inertance), shown: "mmHg·s²/mL", ["mmHg.s2/mL", "mmHg.s2/ml"]),
    Entry(Unit("/(mm[Hg].s)", .valveRate), shown: "1/(mmHg·s)", ["1/(mm[Hg].s)", "1/(mmHg.s)", "/(mmHg.s)"]),
    Entry(.gram, ["gram", "grams"]),
    Entry(Unit("kg", .mass, factor: 1000), ["kilogram", "kilograms"]),
    Entry(Unit("mg", .mass, factor: 1e-3)),
    Entry(Unit("[lb_av]", .mass, factor: 453.592_37), shown: "lb", ["lb", "lbs"]),
    Entry(.one, shown: "", ["", "{ratio}"]),
    Entry(.percent, ["percent"]),
  ]

  private static let chemical: [Entry] = [
    Entry(.mmolPerL, ["mmol/l", "mM"]),
    Entry(.umolPerL, shown: "µmol/L", ["umol/l", "micromol/L"]),
    Entry(Unit("nmol/L", .substance, factor: 1e-6), ["nmol/l"]),
    Entry(Unit("pmol/L", .substance, factor: 1e-9), ["pmol/l"]),
    Entry(.mgPerDL, ["mg/dl", "mg%"]),
    Entry(.mgPerL, ["mg/l", "ug/mL", "ug/ml"]),
    Entry(Unit("g/L", .massConcentration, factor: 100), ["g/l"]),
    Entry(Unit("g/dL", .massConcentration, factor: 1000), ["g/dl"]),
    Entry(.pgPerML, ["pg/ml", "ng/L", "ng/l"]),
    Entry(Unit("ng/mL", .massConcentration, factor: 1e-4), ["ng/ml", "ug/L", "ug/l"]),
    Entry(
      .filtration, shown: "mL/min/1.73 m²",
      ["mL/min/1.73_m2", "mL/min/1.73m2", "ml/min/1.73m2", "mL/min/{1.73m2}", "mL/min/{1.73}m2", "ml/min/{1.73_m2}"]),
    Entry(.mmPerHour, ["mm/hr", "mm/1h"]),
    Entry(.celsius, shown: "°C", ["°C", "degC", "C"]),
    Entry(Unit("[degF]", .temperature, factor: 5.0 / 9, offset: -160.0 / 9), shown: "°F", ["°F", "degF", "F"]),
    Entry(Unit("K", .temperature, offset: -273.15)),
    Entry(Unit("mmol/mol", .molarFraction)),
  ]
}
