import Lanes
import Quantities

// What grows along when a chamber grows. The chords and papillary muscles of a ventricle that grows lengthen with it, so
// that the mechanisms of the leaflets themselves (torn, too long) go on seeing the same ventricle; a tethered valve sees
// a larger one, for its leaflets do not grow. The sac grows with the heart, given weeks.

extension HeartDefinition {
  /// Makes the left ventricle as many times as large by growth of its fibres in length, free wall and septum alike.
  ///
  /// - Parameters:
  ///   - area: factor on the midwall areas, above zero.
  ///   - muscle: factor on the volume of muscle; as the area when nil, so that the wall keeps its thickness.
  public mutating func growLeftVentricle(area: Double, muscle: Double? = nil) {
    leftVentricle.referenceArea *= area
    septum.referenceArea *= area
    mitralLeaks.flail.ventricleReference *= area
    mitralLeaks.prolapse.ventricleReference *= area
    leftVentricle.wallVolume *= muscle ?? area
    septum.wallVolume *= muscle ?? area
  }

  /// The same for the left atrium.
  public mutating func growLeftAtrium(area: Double, muscle: Double? = nil) {
    leftAtrium.referenceArea *= area
    leftAtrium.wallVolume *= muscle ?? area
  }
}
