import Quantities
extension HeartDefinition { public static func healthy(for body: Body) -> HeartDefinition { healthyAdult } }
extension Body { public var bodySurface: Double { 1.93 } }
