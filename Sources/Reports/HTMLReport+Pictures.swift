// The heart at work on the page: the beat drawn, the leak as Doppler shows it, and the murmur to be listened to.

import Assessment
import Circulation
import Drawing
import Findings
import Instruments
import Pictures

extension HTMLReport {
  /// Wiggers diagram, loop with a healthy heart's behind it, Doppler; and the sound with its words.
  static func pictures(_ hearts: ReportHearts) -> String {
    let own = hearts.own
    let loop = Plot.pressureVolumeLoop(
      own.beat, name: "this heart",
      ghost: hearts.healthy.map { ("healthy, same body", $0.beat, .ghost) })
    var figures = [
      figure(
        Wiggers.canvas(own, name: "One beat, row above row", recordings: [.electrocardiogram(own)]), "wiggers",
        title: "Wiggers diagram"),
      "<figure>" + Markup.element("h3", loop.title)
        + SVGPlot.text(loop, width: 360, height: 300, identifier: "loop", setting: .page)
        + Markup.element("figcaption", loop.description) + "</figure>\n",
    ]
    if let screen = doppler(own) {
      figures[1] =
        "<div>\n" + figures[1]
        + figure(
          screen, "doppler", title: screen.title, caption: "Drawn as a machine’s screen shows it. " + screen.description
        )
        + "</div>\n"
    }
    return section(
      "curves", "The heart at work", "<div class=\"plots\">\n\(figures.joined())</div>\n")
      + "\n" + sound(hearts)
  }

  /// The leak's jet, or where there is none the filling of the ventricle.
  private static func doppler(_ examined: Examined) -> Canvas? {
    let window: DopplerWindow = (examined[.RVol] ?? 0) > 2 ? .mitralJet : .mitralInflow
    guard var screen = try? DopplerScreen(examined, window, seed: 1) else { return nil }
    screen.electrocardiogram = Electrocardiogram(examined, strip: screen.spectrum.strip, rate: 500).lead(.II)
    return screen.picture(width: 480, height: 380)
  }

  /// Loudest sample of the recording on the page; below full scale, so that no player distorts it.
  private static let loudest = 0.8

  /// The heart at the apex, playable, and what is heard in words.
  private static func sound(_ hearts: ReportHearts) -> String {
    let settings = PhonocardiogramSettings(site: .apex, seconds: 6)
    let recorded = Phonocardiogram(hearts.own, settings)
    let peak = recorded.samples.reduce(0) { max($0, $1.magnitude) }
    let gain = peak > 0 ? loudest / peak : 1
    let rate = Int(Phonocardiogram.rate)
    let file = WAVFile.bytes(recorded.samples.map { gain * $0 }, rate: rate)
    let picture = PhonocardiogramPicture(hearts.own, settings).canvas()
    let heard = AuscultationWords.sentences(Auscultation(hearts.own, at: settings.site))
    var body =
      "<audio controls preload=\"metadata\" aria-label=\"Heart sounds at the \(settings.site.title), 6 seconds\" "
      + "src=\"data:audio/wav;base64,\(Base64.text(file))\"></audio>\n"
    body += paragraph(
      "At the \(settings.site.title), 6 s, made as loud as a player can. Low sounds need headphones or a good loudspeaker.",
      "soft aloud")
    body += "<div class=\"beside\">\n<div>\n" + list(heard) + "</div>\n"
    body += figure(picture, "phonocardiogram") + "</div>\n"
    return section("sound", "What the stethoscope hears", body)
  }
}
