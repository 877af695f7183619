// The kinds of quantity that the engine reads, each with its unit, and the named ways in and out.

public enum PressureKind: QuantityKind { public static var unit: Unit { Unit("mm[Hg]", .pressure) } }
/// A pressure; engine unit mmHg.
public typealias Pressure = Quantity<PressureKind>
extension Quantity where Kind == PressureKind {
  public static func millimetresOfMercury(_ value: Double) -> Self { Self(engineValue: value) }
  public var millimetresOfMercury: Double { engineValue }
}

public enum VolumeKind: QuantityKind { public static var unit: Unit { Unit("mL", .volume) } }
/// A volume; engine unit mL (= cm³).
public typealias Volume = Quantity<VolumeKind>
extension Quantity where Kind == VolumeKind {
  public static func millilitres(_ value: Double) -> Self { Self(engineValue: value) }
  public static func litres(_ value: Double) -> Self { Self(engineValue: value * 1000) }
  public var millilitres: Double { engineValue }
}

public enum AreaKind: QuantityKind { public static var unit: Unit { Unit("cm2", .area) } }
/// An area; engine unit cm².
public typealias Area = Quantity<AreaKind>
extension Quantity where Kind == AreaKind {
  public static func squareCentimetres(_ value: Double) -> Self { Self(engineValue: value) }
  public static func squareMillimetres(_ value: Double) -> Self { Self(engineValue: value / 100) }
  public var squareCentimetres: Double { engineValue }
}

public enum LengthKind: QuantityKind { public static var unit: Unit { Unit("cm", .length) } }
/// A length; engine unit cm.
public typealias Length = Quantity<LengthKind>
extension Quantity where Kind == LengthKind {
  public static func centimetres(_ value: Double) -> Self { Self(engineValue: value) }
  public static func millimetres(_ value: Double) -> Self { Self(engineValue: value / 10) }
  public var centimetres: Double { engineValue }
}

public enum TimeKind: QuantityKind { public static var unit: Unit { Unit("s", .time) } }
/// A duration; engine unit s.
public typealias Time = Quantity<TimeKind>
extension Quantity where Kind == TimeKind {
  public static func seconds(_ value: Double) -> Self { Self(engineValue: value) }
  public static func milliseconds(_ value: Double) -> Self { Self(engineValue: value / 1000) }
  public var seconds: Double { engineValue }
  public var milliseconds: Double { engineValue * 1000 }
}

public enum RateKind: QuantityKind { public static var unit: Unit { Unit("/s", .rate) } }
/// A rate; engine unit 1/s (heart rates are given per minute).
public typealias Rate = Quantity<RateKind>
extension Quantity where Kind == RateKind {
  public static func perSecond(_ value: Double) -> Self { Self(engineValue: value) }
  public static func perMinute(_ value: Double) -> Self { Self(engineValue: value / 60) }
  public var perSecond: Double { engineValue }
  public var perMinute: Double { engineValue * 60 }
}

public enum ResistanceKind: QuantityKind { public static var unit: Unit { Unit("mm[Hg].s/mL", .resistance) } }
/// A resistance to flow; engine unit mmHg·s/mL (1 Wood unit = 0.06, 1 dyn·s/cm⁵ = 0.00075).
public typealias Resistance = Quantity<ResistanceKind>
extension Quantity where Kind == ResistanceKind {
  public static func mmHgSecondsPerMillilitre(_ value: Double) -> Self { Self(engineValue: value) }
  public var mmHgSecondsPerMillilitre: Double { engineValue }
}

public enum ComplianceKind: QuantityKind { public static var unit: Unit { Unit("mL/mm[Hg]", .compliance) } }
/// A compliance; engine unit mL/mmHg.
public typealias Compliance = Quantity<ComplianceKind>
extension Quantity where Kind == ComplianceKind {
  public static func millilitresPerMmHg(_ value: Double) -> Self { Self(engineValue: value) }
  public var millilitresPerMmHg: Double { engineValue }
}

public enum InertanceKind: QuantityKind { public static var unit: Unit { Unit("mm[Hg].s2/mL", .inertance) } }
/// The inertia of a column of blood; engine unit mmHg·s²/mL.
public typealias Inertance = Quantity<InertanceKind>
extension Quantity where Kind == InertanceKind {
  public static func mmHgSecondsSquaredPerMillilitre(_ value: Double) -> Self { Self(engineValue: value) }
}

public enum StressKind: QuantityKind { public static var unit: Unit { Unit("kPa", .stress) } }
/// A mechanical stress; engine unit kPa.
public typealias Stress = Quantity<StressKind>
extension Quantity where Kind == StressKind {
  public static func kilopascals(_ value: Double) -> Self { Self(engineValue: value) }
  public var kilopascals: Double { engineValue }
}

public enum RatioKind: QuantityKind { public static var unit: Unit { Unit("1", .ratio) } }
/// A pure number.
public typealias Ratio = Quantity<RatioKind>
extension Quantity where Kind == RatioKind {
  public static func fraction(_ value: Double) -> Self { Self(engineValue: value) }
  public var fraction: Double { engineValue }
}

public enum ValveRateKind: QuantityKind { public static var unit: Unit { Unit("/(mm[Hg].s)", .valveRate) } }
/// How fast a valve's leaflets answer a pressure difference; engine unit 1/(mmHg·s).
public typealias ValveRate = Quantity<ValveRateKind>
extension Quantity where Kind == ValveRateKind {
  public static func perMmHgSecond(_ value: Double) -> Self { Self(engineValue: value) }
}
