// The hearts that instruments and pictures are tested on: the shipped cases that are simulated as they stand.

import Cases
import Circulation
import Foundation
import Instruments
import Quantities
import Twin

extension Examined {
  /// The heart of a shipped case, by its name, after an edit; each is brought to its beat anew.
  public static func shipped(_ name: String, _ edit: (inout HeartDefinition) -> Void = { _ in }) -> Examined {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    guard let bytes = try? Data(contentsOf: root.appendingPathComponent("cases/\(name).yaml")),
      let patient = try? Case.read(bytes, file: name, vocabulary: .engine)
    else { fatalError("the case \(name) cannot be read") }
    var heart = patient.statedHeart(from: patient.healthyHeart)
    edit(&heart)
    guard let examined = Examined(heart, body: patient.body) else { fatalError("\(name) does not beat") }
    return examined
  }

  /// The healthy adult.
  public static let healthy = shipped("healthy-adult")
  /// A flail leaflet, a prolapse, a tethered valve, a wide ring, a scarred valve, and a hole.
  public static let flail = shipped("lesion-flail-leaflet")
  public static let prolapse = shipped("lesion-prolapse")
  public static let tethered = shipped("lesion-leaflet-tethering")
  public static let wideRing = shipped("lesion-annular-dilatation")
  public static let rheumatic = shipped("lesion-rheumatic")
  public static let perforated = shipped("lesion-fixed-orifice")
  /// A papillary muscle torn off in a sound heart; the body has not answered.
  public static let ruptured = shipped("lesion-papillary-muscle-rupture")
  /// Days after a large hole came: the body has answered, nothing has grown. Then grown, and failing.
  public static let acute = shipped("acute-severe")
  public static let compensated = shipped("chronic-compensated")
  public static let decompensated = shipped("chronic-decompensated")
  /// The healthy adult in atrial fibrillation.
  public static let fibrillating = shipped("healthy-adult") {
    $0.rhythm = RhythmDefinition(.atrialFibrillation)
  }
}
