// What stands on the screen of a catheter laboratory: the left heart's pressures in one frame, the pull-back through
// the right heart in another, the electrocardiogram above; and the shadow of the dye.

import Instruments
import Drawing

extension Canvas {
  /// The pressures of the left heart over some beats: ventricle, aorta, and the atrium or the wedge for it.
  public static func leftHeartPressures(_ study: CatheterStudy) -> Canvas {
    let site: CatheterSite = study.settings.isTransseptal ? .leftAtrium : .wedge
    let ventricle = study.tracing(.leftVentricle)
    let top =
      20 * ((max(ventricle.values.max() ?? 100, study.tracing(.aorta).values.max() ?? 0) + 12) / 20).rounded(.up)
    let bottom = 5 * ((min(ventricle.values.min() ?? 0, 0) - 1) / 5).rounded(.down)
    let span = CatheterScreen.span(study, longest: 3.2)
    var canvas = Canvas(title: "Pressures of the left heart", description: "", width: 480, height: 486)
    canvas.text("Left heart catheter", at: PlotPoint(10, 20), size: 15, bold: true)
    canvas.legend(
      [("LV", .ventricle), ("Aorta", .aorta), (site.name, .atrium)], x: 10, y: 64)
    let frame = Frame(x: span, y: bottom...top, left: 46, top: 134, right: 472, bottom: 443)
    canvas.lead(study, above: frame)
    canvas.axes(frame, xLabel: "Time (s)", yLabel: "Pressure (mmHg)")
    for (place, ink) in [(CatheterSite.leftVentricle, PlotInk.ventricle), (.aorta, .aorta), (site, .atrium)] {
      canvas.pressure(study.tracing(place), frame, ink)
    }
    canvas.waves(study.tracing(site), frame)
    canvas.description =
      "Left ventricle up to \(fixed(study.peak(.leftVentricle))) mmHg, at the end of diastole "
      + "\(fixed(study.endDiastolicPressure)) mmHg; aorta \(fixed(study.peak(.aorta))) over "
      + "\(fixed(study.trough(.aorta))), mean \(fixed(study.mean(.aorta))) mmHg; \(site.name) mean "
      + "\(fixed(study.mean(site))), v wave \(fixed(study.wave("v", at: site))) mmHg."
    let places: [CatheterSite] = [.leftVentricle, .aorta, site]
    canvas.text(
      places.map { CatheterScreen.caption(study, $0) }.joined(separator: " · ") + " mmHg", at: PlotPoint(10, 43),
      size: 13)
    return canvas
  }

  /// The pull-back through the right heart: wedge, pulmonary artery, right ventricle, right atrium.
  public static func rightHeartPressures(_ study: CatheterStudy) -> Canvas {
    let sites: [CatheterSite] = [.wedge, .pulmonaryArtery, .rightVentricle, .rightAtrium]
    let highest = sites.flatMap { study.tracing($0).values }.max() ?? 30
    let top = 10 * ((highest + 6) / 10).rounded(.up)
    let lowest = sites.flatMap { study.tracing($0).values }.min() ?? 0
    let bottom = 5 * (min(lowest - 1, 0) / 5).rounded(.down)
    let span = CatheterScreen.span(study, longest: 1.9)
    let length = span.upperBound - span.lowerBound
    var canvas = Canvas(title: "Pressures of the right heart", description: "", width: 520, height: 440)
    canvas.text("Right heart catheter: pull-back", at: PlotPoint(10, 20), size: 15, bold: true)
    let whole = Frame(x: 0...(4 * length), y: bottom...top, left: 40, top: 142, right: 514, bottom: 395)
    canvas.axes(whole, xLabel: "Time (s)", yLabel: "Pressure (mmHg)")
    let inks: [PlotInk] = [.atrium, .pulmonary, .ventricle, .aorta]
    for (place, site) in sites.enumerated() {
      let left = whole.px(Double(place) * length)
      let frame = Frame(
        x: span, y: whole.y, left: left, top: whole.top, right: whole.px(Double(place + 1) * length),
        bottom: whole.bottom)
      // Below the captions, which are as wide as their columns.
      if place > 0 { canvas.stroke([PlotPoint(left, 82), PlotPoint(left, whole.bottom)], .faint, dashes: [2, 3]) }
      canvas.lead(study, above: frame, named: place == 0)
      canvas.pressure(study.tracing(site), frame, inks[place])
      canvas.waves(study.tracing(site), frame)
      canvas.text(
        CatheterScreen.caption(study, site), at: PlotPoint((left + frame.right) / 2, place % 2 == 0 ? 72 : 57),
        anchor: .middle, size: 12, bold: true)
    }
    canvas.description =
      "From left to right: " + sites.map { CatheterScreen.caption(study, $0) }.joined(separator: ", ") + " mmHg."
    canvas.text("systolic/diastolic (mean), mmHg", at: PlotPoint(10, 42), size: 12, tone: .faint)
    return canvas
  }

  /// The density of the dye's shadow over ventricle and atrium.
  public static func ventriculogram(_ examined: Examined) -> Canvas {
    let film = Angiogram(examined)
    var canvas = Canvas(title: "Left ventriculogram", description: "", width: 480, height: 416)
    canvas.text("Left ventriculogram: mitral leak \(film.gradeText)", at: PlotPoint(10, 20), size: 15, bold: true)
    canvas.legend([("LV", .ventricle), ("LA", .atrium)], x: 340, y: 20)
    let most = max(1, film.atrium.max() ?? 0)
    let frame = Frame(
      x: 0...Double(film.ventricle.count) * film.step, y: 0...(0.2 * (5 * most + 0.01).rounded(.up)), left: 44,
      top: 148, right: 472, bottom: 371)
    let (begin, end) = (Angiogram.injectionStart, Angiogram.injectionStart + Angiogram.injection)
    let top = frame.y.upperBound
    let shade = [frame.point(begin, 0), frame.point(begin, top), frame.point(end, top), frame.point(end, 0)]
    canvas.fill(shade, .ink(.mark), opacity: 0.12)
    canvas.axes(frame, xLabel: "Time (s)", yLabel: "Density of the shadow (1 = the ventricle's darkest)")
    canvas.text("contrast enters", at: PlotPoint(frame.px(begin + 0.06), frame.top + 14), size: 12, tone: .faint)
    for (values, ink) in [(film.ventricle, PlotInk.ventricle), (film.atrium, .atrium)] {
      let points = values.enumerated().map { PlotPoint(Double($0.offset) * film.step, $0.element) }
      canvas.curve(frame.points(points), ink)
    }
    let why = "The grade rests on the shadow, not on the flow: a large atrium thins the dye and looks less."
    canvas.description =
      "Volumes \(fixed(film.endDiastolicVolume)) and \(fixed(film.endSystolicVolume)) mL, ejection fraction "
      + "\(fixed(film.ejectionFraction)) %. At the ends of systole the atrium's shadow reaches "
      + "\(film.opacification) % of the ventricle's darkest: \(film.gradeText) after Sellers. "
      + why
    let row = canvas.paragraph(
      "\(fixed(film.endDiastolicVolume))/\(fixed(film.endSystolicVolume)) mL, EF \(fixed(film.ejectionFraction)) %; "
        + "shadow of LA at the end of systole \(film.opacification) % of LV at its darkest",
      at: PlotPoint(10, 43), width: 464, size: 13)
    canvas.paragraph(why, at: PlotPoint(10, row), width: 464, size: 12, tone: .faint)
    return canvas
  }

  private static func fixed(_ value: Double?) -> String { value.map { NumberText.fixed($0, digits: 0) } ?? "–" }

  /// Lead II in a band above a frame.
  private mutating func lead(_ study: CatheterStudy, above frame: Frame, named: Bool = true) {
    let band = Frame(
      x: frame.x, y: -0.6...2.4, left: frame.left, top: frame.top - 66, right: frame.right, bottom: frame.top - 22)
    let first = Int(frame.x.lowerBound * study.rate)
    let ecg = study.ecg
    let last = min(Int(frame.x.upperBound * study.rate), ecg.count - 1)
    let points = stride(from: first, through: last, by: 2).map { PlotPoint(Double($0) / study.rate, ecg[$0]) }
    curve(band.points(points), .signal, width: 1.2)
    if named { text("II", at: PlotPoint(band.left - 14, band.py(0) + 4), size: 12, bold: true) }
  }

  private mutating func pressure(_ tracing: CatheterTracing, _ frame: Frame, _ ink: PlotInk) {
    let first = Int(frame.x.lowerBound * tracing.rate)
    let last = min(Int(frame.x.upperBound * tracing.rate), tracing.values.count - 1)
    let points = stride(from: first, through: last, by: 2).map {
      PlotPoint(Double($0) / tracing.rate, tracing.values[$0])
    }
    curve(frame.points(points), ink, width: 1.8)
  }

  /// Names at the waves: above what rises, below what falls.
  private mutating func waves(_ tracing: CatheterTracing, _ frame: Frame) {
    for wave in tracing.waves where frame.x.contains(wave.time) {
      let isValley = wave.name == "x" || wave.name == "y"
      let place = frame.point(wave.time, min(max(wave.value, frame.y.lowerBound), frame.y.upperBound))
      ellipse(at: place, radii: (2, 2), .text)
      text(
        wave.name == "cv" ? "c–v" : wave.name, at: PlotPoint(place.x, place.y + (isValley ? 14 : -6)), anchor: .middle,
        size: 12, bold: true)
    }
  }
}

/// What a catheter's screen shows, and what is written over it.
private enum CatheterScreen {
  /// From shortly before one QRS complex over some beats.
  static func span(_ study: CatheterStudy, longest: Double) -> ClosedRange<Double> {
    let start = max((study.activations.first ?? 0.3) - 0.25, 0)
    return start...min(start + longest, study.duration)
  }

  static func caption(_ study: CatheterStudy, _ site: CatheterSite) -> String {
    func fixed(_ value: Double?) -> String { value.map { NumberText.fixed($0, digits: 0) } ?? "–" }
    switch site {
    case .pulmonaryArtery:
      return "\(site.name) \(fixed(study.peak(site)))/\(fixed(study.trough(site))) (\(fixed(study.mean(site))))"
    case .aorta:
      return "\(site.name) \(fixed(study.peak(site)))/\(fixed(study.trough(site))) (\(fixed(study.mean(site))))"
    case .leftVentricle:
      return "\(site.name) \(fixed(study.peak(site))), end-diastolic \(fixed(study.endDiastolicPressure))"
    case .rightVentricle:
      return "\(site.name) \(fixed(study.peak(site)))/\(fixed(study.trough(site)))"
    case .wedge, .leftAtrium, .rightAtrium:
      return "\(site.name) (\(fixed(study.mean(site)))), v \(fixed(study.wave("v", at: site)))"
    }
  }
}
