// A picture that is more than a plot: curves, areas, circles, words and rasters put where one wants them, written as
// SVG. Coordinates are in the picture's own units, from its upper left corner, one unit about one pixel.
//
// Every picture has a title and a description, which say in words what is to be seen; whoever reads it by ear gets
// these. Colours never carry a meaning alone: an ink has its dashes, and curves have their names beside them.

/// A picture being drawn.
public struct Canvas: Sendable {
  /// What is behind the picture.
  public enum Ground: Sendable {
    /// Paper: light, or dark where the reader's device is set so.
    case paper
    /// A machine's screen: always black.
    case screen
  }

  /// The colour of a stroke, an area or a word.
  public enum Tone: Sendable, Equatable {
    /// As words are written; fainter, for what is beside the matter; fainter still, for grids.
    case text, faint, grid
    /// That of a curve.
    case ink(PlotInk)
    /// One colour on every ground, as "#0072B2".
    case fixed(String)
  }

  /// On which side of its place a word stands.
  public enum Anchor: String, Sendable { case start, middle, end }

  public let title: String
  /// What is to be seen, for those who cannot see it.
  public var description: String
  public let width: Double
  public let height: Double
  public let ground: Ground
  private var body = ""

  public init(title: String, description: String, width: Double, height: Double, ground: Ground = .paper) {
    self.title = title
    self.description = description
    self.width = width
    self.height = height
    self.ground = ground
  }

  /// A curve in an ink, with the ink's dashes unless told otherwise.
  public mutating func curve(_ points: [PlotPoint], _ ink: PlotInk, width: Double = 2, dashes: Bool = true) {
    stroke(points, .ink(ink), width: width, dashes: dashes ? ink.dashes : [])
  }

  /// A line through points. Points that lie on the line between others within a tenth of a unit are left out.
  public mutating func stroke(
    _ points: [PlotPoint], _ tone: Tone, width: Double = 1, dashes: [Double] = [], closed: Bool = false
  ) {
    guard points.count > 1, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    let pattern = dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes.map(SVGPlot.n).joined(separator: " "))\""
    body +=
      "<path\(paint(tone, as: "stroke")) fill=\"none\" stroke-width=\"\(NumberText.fixed(width, digits: 2))\""
      + " stroke-linejoin=\"round\"\(pattern) d=\"\(Self.path(points))\(closed ? "Z" : "")\"/>"
  }

  /// A filled area.
  public mutating func fill(_ points: [PlotPoint], _ tone: Tone, opacity: Double = 1) {
    guard points.count > 2, points.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else { return }
    body += "<path\(paint(tone, as: "fill"))\(Self.opacity(opacity)) d=\"\(Self.path(points))Z\"/>"
  }

  /// A rectangle.
  public mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, _ tone: Tone, opacity: Double = 1, rounding: Double = 0
  ) {
    let corner = rounding > 0 ? " rx=\"\(SVGPlot.n(rounding))\"" : ""
    body +=
      "<rect\(paint(tone, as: "fill"))\(Self.opacity(opacity)) x=\"\(SVGPlot.n(x))\" y=\"\(SVGPlot.n(y))\""
      + " width=\"\(SVGPlot.n(max(width, 0)))\" height=\"\(SVGPlot.n(max(height, 0)))\"\(corner)/>"
  }

  /// An ellipse, filled, or drawn as a line where a width is given.
  public mutating func ellipse(
    at centre: PlotPoint, radii: (Double, Double), _ tone: Tone, opacity: Double = 1, line: Double? = nil
  ) {
    let look =
      line.map { paint(tone, as: "stroke") + " fill=\"none\" stroke-width=\"\(NumberText.fixed($0, digits: 2))\"" }
      ?? paint(tone, as: "fill")
    body +=
      "<ellipse\(look)\(Self.opacity(opacity)) cx=\"\(SVGPlot.n(centre.x))\" cy=\"\(SVGPlot.n(centre.y))\""
      + " rx=\"\(SVGPlot.n(radii.0))\" ry=\"\(SVGPlot.n(radii.1))\"/>"
  }

  /// Words; `place` is on their base line.
  public mutating func text(
    _ words: String, at place: PlotPoint, anchor: Anchor = .start, size: Double = 12, bold: Bool = false,
    tone: Tone = .text, turned: Double = 0
  ) {
    var look = "x=\"\(SVGPlot.n(place.x))\" y=\"\(SVGPlot.n(place.y))\"" + paint(tone, as: "fill")
    if anchor != .start { look += " text-anchor=\"\(anchor.rawValue)\"" }
    if size != 12 { look += " font-size=\"\(SVGPlot.n(size))\"" }
    if bold { look += " font-weight=\"600\"" }
    if turned != 0 { look += " transform=\"rotate(\(SVGPlot.n(turned)) \(SVGPlot.n(place.x)) \(SVGPlot.n(place.y)))\"" }
    body += Markup.element("text", words, look)
  }

  /// A raster, stretched to the room given.
  public mutating func image(_ raster: Raster, x: Double, y: Double, width: Double, height: Double) {
    body +=
      "<image x=\"\(SVGPlot.n(x))\" y=\"\(SVGPlot.n(y))\" width=\"\(SVGPlot.n(width))\" height=\"\(SVGPlot.n(height))\""
      + " preserveAspectRatio=\"none\" href=\"data:image/png;base64,\(Base64.text(raster.png))\"/>"
  }

  /// A plot with its own axes and legend, its upper left corner at a place.
  public mutating func plot(_ plot: Plot, x: Double, y: Double, width: Double, height: Double, titled: Bool = true) {
    let drawing = SVGDrawing(plot, width: width, height: height)
    body += "<g transform=\"translate(\(SVGPlot.n(x)) \(SVGPlot.n(y)))\">" + drawing.body(titled: titled) + "</g>"
  }

  /// Another picture within this one, its upper left corner at a place; on the same ground.
  public mutating func place(_ other: Canvas, x: Double, y: Double) {
    precondition(other.ground == ground, "a screen is no part of a page")
    body += "<g transform=\"translate(\(SVGPlot.n(x)) \(SVGPlot.n(y)))\">" + other.body + "</g>"
  }

  /// The picture as SVG.
  ///
  /// - Parameter identifier: tells apart the titles of several pictures in one page; letters, digits and hyphens.
  public func svg(identifier: String = "picture", setting: SVGPlot.Setting = .file) -> String {
    let name = SVGPlot.safe(identifier)
    let isScreen = ground == .screen
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"\(isScreen ? "screen" : "plot")\""
    out += " viewBox=\"0 0 \(SVGPlot.n(width)) \(SVGPlot.n(height))\""
    if setting == .file { out += " width=\"\(SVGPlot.n(width))\" height=\"\(SVGPlot.n(height))\"\(SVGPlot.fitting)" }
    out += " font-family=\"system-ui,sans-serif\" font-size=\"12\""
    out += " role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\">"
    out += Markup.element("title", title, "id=\"\(name)-title\"")
    out += Markup.element("desc", description, "id=\"\(name)-desc\"")
    if isScreen {
      out += "<rect width=\"100%\" height=\"100%\" fill=\"#000\"/>"
    } else if setting == .file {
      out += "<style>\(SVGPlot.styleSheet)</style><rect class=\"ground\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    }
    return out + body + "</svg>"
  }

  private static func path(_ points: [PlotPoint]) -> String {
    var path = ""
    for (index, point) in SVGDrawing.thinned(points, within: 0.1).enumerated() {
      path += (index == 0 ? "M" : index == 1 ? "L" : " ") + SVGPlot.n(point.x) + " " + SVGPlot.n(point.y)
    }
    return path
  }

  private static func opacity(_ opacity: Double) -> String {
    opacity < 1 ? " opacity=\"\(NumberText.fixed(opacity, digits: 2))\"" : ""
  }

  /// The attributes that colour a stroke or an area on this ground.
  private func paint(_ tone: Tone, as attribute: String) -> String {
    let screen = ground == .screen
    switch tone {
    case .text: return " \(attribute)=\"\(screen ? "#E8E8EC" : "currentColor")\""
    case .faint: return " \(attribute)=\"\(screen ? "#A0A0A8" : "currentColor")\"" + (screen ? "" : " opacity=\".62\"")
    case .grid: return " \(attribute)=\"\(screen ? "#FFFFFF" : "currentColor")\" \(attribute)-opacity=\".15\""
    case .fixed(let colour): return " \(attribute)=\"\(colour)\""
    case .ink(let ink):
      guard !screen else { return " \(attribute)=\"\(ink.dark)\"" }
      return " class=\"\(attribute == "fill" ? "f" : "c") \(ink.name)\" \(attribute)=\"\(ink.light)\""
    }
  }
}
