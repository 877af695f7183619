// Which pictures an instrument gives: one list for the commands, the reports and the page.

import Drawing
import Instruments

/// A picture with the name of its file.
public struct Picture: Sendable {
  /// Lower-case words with hyphens, without an ending.
  public let name: String
  public let canvas: Canvas

  public init(_ name: String, _ canvas: Canvas) {
    self.name = name
    self.canvas = canvas
  }
}

/// How the machines are set.
public struct GallerySettings: Sendable, Equatable {
  /// Of speckle and noise.
  public var seed: UInt64 = 1
  /// Of the colour machine, cm/s.
  public var aliasingVelocity = 40.0

  public init() {}
}

/// The pictures there are.
public enum Gallery {
  /// What an instrument of the catalogue shows of a heart; none for one that only gives numbers.
  public static func pictures(
    of instrument: Instrument, _ examined: Examined, settings: GallerySettings = GallerySettings()
  ) -> [Picture] {
    switch instrument.identifier.description {
    case "echo-2d":
      let ventricle = MModeVentricle(examined, seed: settings.seed)
      let valve = MModeMitral(examined, seed: settings.seed &+ 1)
      return [
        Picture("m-mode-ventricle", .screen(ventricle, trace: .electrocardiogram(examined, over: ventricle.strip))),
        Picture("m-mode-mitral", .screen(valve, trace: .electrocardiogram(examined, over: valve.strip))),
        Picture("apical-view", .apicalView(examined)),
      ]
    case "doppler": return DopplerScreen.pictures(examined, seed: settings.seed)
    case "colour-doppler":
      return ColourScreen.pictures(examined, aliasing: settings.aliasingVelocity, seed: settings.seed)
    case "mri": return [Picture("resonance", .picture(MRIStudy(examined)))]
    case "catheter":
      let study = CatheterStudy(examined)
      return [
        Picture("left-heart", .leftHeartPressures(study)), Picture("right-heart", .rightHeartPressures(study)),
        Picture("ventriculogram", .ventriculogram(examined)),
      ]
    case "ecg": return [Picture("twelve-leads", .electrocardiogram(examined))]
    case "chest-film": return [Picture("chest-film", .chestFilm(ChestFilm(examined)))]
    case "stethoscope":
      var place = PhonocardiogramSettings(site: .apex)
      place.seed = settings.seed
      return [Picture("phonocardiogram", PhonocardiogramPicture(examined, place).canvas())]
    // It gives numbers alone.
    case "cuff": return []
    default: preconditionFailure("no pictures are listed for \(instrument.identifier)")
    }
  }
}
