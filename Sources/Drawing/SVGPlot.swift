// Plots as SVG. Small by design: 360 units wide, so that the letters stay readable on a telephone, where one unit is
// about one pixel. Colours are attributes for a light ground; a style sheet turns them for a dark one.

/// Draws a plot as SVG.
public enum SVGPlot {
  /// What surrounds the picture: a page of ours, which has the style sheet, or nothing.
  public enum Setting: Sendable {
    /// Within a page that contains `styleSheet` once.
    case page
    /// A file of its own.
    case file
  }

  /// The rules that a page needs once for all its plots; they follow the reader's choice of light or dark.
  public static var styleSheet: String {
    var light = ".plot{font:12px system-ui,sans-serif;color:#1b1b1f}.plot .grid{stroke:currentColor;stroke-opacity:.13}"
    light += ".plot .axis{stroke:currentColor;stroke-opacity:.55}.plot .c{fill:none;"
    light += "stroke-linejoin:round;stroke-linecap:round}"
    var dark = ".plot{color:#e8e8ec}.plot .ground{fill:#16161a}"
    for ink in PlotInk.allCases {
      dark += ".plot .c.\(ink.name){stroke:\(ink.dark)}.plot .f.\(ink.name){fill:\(ink.dark)}"
    }
    return light + "@media screen and (prefers-color-scheme:dark){" + dark + "}"
  }

  /// The picture.
  ///
  /// - Parameters:
  ///   - width: width of the drawing in its own units; it scales to the room it gets.
  ///   - height: height in the same units.
  ///   - identifier: tells apart the titles of several plots in one page; letters, digits and hyphens.
  public static func text(
    _ plot: Plot, width: Double = 360, height: Double = 270, identifier: String = "plot", setting: Setting = .file
  ) -> String {
    let drawing = SVGDrawing(plot, width: width, height: height)
    let name = safe(identifier)
    var out = "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" viewBox=\"0 0 \(n(width)) \(n(height))\""
    if setting == .file {
      out +=
        " width=\"\(n(width))\" height=\"\(n(height))\"\(fitting) font-family=\"system-ui,sans-serif\" font-size=\"12\""
    }
    out += " role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\">"
    out += Markup.element("title", plot.title, "id=\"\(name)-title\"")
    out += Markup.element("desc", plot.description, "id=\"\(name)-desc\"")
    if setting == .file {
      out += "<style>\(styleSheet)</style><rect class=\"ground\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    }
    return out + drawing.body(titled: setting == .file) + "</svg>"
  }

  /// Several plots below each other in one file.
  ///
  /// - Parameter height: of each.
  public static func stacked(_ plots: [Plot], title: String, width: Double = 640, height: Double = 260) -> String {
    let all = height * Double(plots.count)
    var out =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"plot\" viewBox=\"0 0 \(n(width)) \(n(all))\" width=\"\(n(width))\""
    out += " height=\"\(n(all))\"\(fitting) font-family=\"system-ui,sans-serif\" font-size=\"12\" role=\"img\""
    out += " aria-labelledby=\"plots-title plots-desc\">" + Markup.element("title", title, "id=\"plots-title\"")
    let text = plots.map { "\($0.title): \($0.description)" }.joined(separator: " ")
    out += Markup.element("desc", text, "id=\"plots-desc\"")
    out += "<style>\(styleSheet)</style><rect class=\"ground\" width=\"100%\" height=\"100%\" fill=\"#fff\"/>"
    for (place, plot) in plots.enumerated() {
      let drawing = SVGDrawing(plot, width: width, height: height)
      out += "<g transform=\"translate(0 \(n(height * Double(place))))\">" + drawing.body(titled: true) + "</g>"
    }
    return out + "</svg>"
  }

  /// A name that may stand in an identifier of the page: letters, digits and hyphens.
  static func safe(_ identifier: String) -> String {
    String(
      identifier.unicodeScalars.filter {
        $0.isASCII && ($0 == "-" || $0.properties.isAlphabetic || $0.properties.numericType != nil)
      }.map(Character.init))
  }

  /// Lets a file of its own shrink to the window it is opened in.
  static let fitting = " style=\"max-width:100%;height:auto\""

  /// A coordinate with one digit at most.
  package static func n(_ value: Double) -> String {
    let text = NumberText.fixed(value, digits: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

/// The parts of one picture.
struct SVGDrawing {
  let plot: Plot
  let x: Ticks
  let y: Ticks
  let width: Double
  let height: Double
  let left: Double
  let right: Double
  let bottom: Double

  init(_ plot: Plot, width: Double, height: Double) {
    self.plot = plot
    self.width = width
    self.height = height
    y = Ticks(plot.yRange, most: Int.nearest((height / 38).rounded(.down), in: 3...1000), outward: true)
    // A loop is shown in a frame of round numbers, time exactly as long as the beat.
    let isTime = plot.x.unit == "s"
    x = Ticks(plot.x, plot.xRange, most: Int.nearest((width / 52).rounded(.down), in: 3...1000), outward: !isTime)
    let ticks = y
    let widest = ticks.values.map { ticks.label($0).count }.max() ?? 1
    left = 14 + 7.2 * Double(widest)
    right = width - 12
    bottom = height - 40
  }

  private func px(_ value: Double) -> Double {
    left + (value - x.range.lowerBound) / (x.range.upperBound - x.range.lowerBound) * (right - left)
  }

  private func py(_ value: Double, _ top: Double) -> Double {
    bottom - (value - y.range.lowerBound) / (y.range.upperBound - y.range.lowerBound) * (bottom - top)
  }

  func body(titled: Bool) -> String {
    var out = ""
    var line = 16.0
    if titled {
      out += text(plot.title, at: left, line, anchor: "start", extra: " font-weight=\"600\"")
      line += 20
    }
    out += text(plot.y.label, at: 4, line, anchor: "start")
    let (legend, lines) = self.legend(line)
    out += legend
    let top = line + 16 * Double(lines - 1) + 14
    return out + frame(top) + uprights(top) + curves(top)
  }

  /// The legend stands to the right of the vertical axis' label; each entry is a piece of the curve and its name.
  private func legend(_ first: Double) -> (svg: String, lines: Int) {
    var out = ""
    let start = 4 + 6.6 * Double(plot.y.label.count) + 18
    var at = start
    var line = first
    var lines = 1
    for series in plot.series {
      let need = 30 + 6.8 * Double(series.name.count) + 14
      if at > start, at + need > width {
        at = start
        line += 16
        lines += 1
      }
      out += "<path \(stroke(series.ink)) d=\"M\(SVGPlot.n(at)) \(SVGPlot.n(line - 4))h24\"/>"
      out += text(series.name, at: at + 29, line, anchor: "start")
      at += need
    }
    return (out, lines)
  }

  private func frame(_ top: Double) -> String {
    var grid = ""
    var labels = ""
    for value in y.values {
      let row = py(value, top)
      grid += "M\(SVGPlot.n(left)) \(SVGPlot.n(row))H\(SVGPlot.n(right))"
      labels += text(y.label(value), at: left - 6, row + 4, anchor: "end")
    }
    for value in x.values {
      let column = px(value)
      grid += "M\(SVGPlot.n(column)) \(SVGPlot.n(top))V\(SVGPlot.n(bottom))"
      labels += text(x.label(value), at: column, bottom + 16, anchor: "middle")
    }
    var axis = "M\(SVGPlot.n(left)) \(SVGPlot.n(top))V\(SVGPlot.n(bottom))"
    let zero = y.range.contains(0) ? py(0, top) : bottom
    axis += "M\(SVGPlot.n(left)) \(SVGPlot.n(zero))H\(SVGPlot.n(right))"
    return
      "<path class=\"grid\" fill=\"none\" stroke=\"#1b1b1f\" stroke-opacity=\".13\" d=\"\(grid)\"/>"
      + "<path class=\"axis\" fill=\"none\" stroke=\"#1b1b1f\" stroke-opacity=\".55\" d=\"\(axis)\"/>" + labels
      + text(plot.x.label, at: (left + right) / 2, height - 7, anchor: "middle")
  }

  /// Lines across the plot, their names beside their upper ends.
  private func uprights(_ top: Double) -> String {
    var out = ""
    for mark in plot.x.uprights {
      let column = px(mark.value)
      out += "<path \(stroke(.ghost)) d=\"M\(SVGPlot.n(column)) \(SVGPlot.n(top))V\(SVGPlot.n(bottom))\"/>"
      let isRight = column > 0.7 * width
      out += text(mark.name, at: column + (isRight ? -5 : 5), bottom - 6, anchor: isRight ? "end" : "start")
    }
    return out
  }

  private func curves(_ top: Double) -> String {
    var out = ""
    for series in plot.series {
      let points = series.points.map { PlotPoint(px($0.x), py($0.y, top)) }
      guard points.count > 1 else { continue }
      var path = ""
      for (index, point) in Self.thinned(points, within: 0.12).enumerated() {
        path += (index == 0 ? "M" : index == 1 ? "L" : " ") + SVGPlot.n(point.x) + " " + SVGPlot.n(point.y)
      }
      out += "<path \(stroke(series.ink)) d=\"\(path)\"/>"
    }
    return out
  }

  private func stroke(_ ink: PlotInk) -> String {
    let dashes = ink.dashes.map(SVGPlot.n).joined(separator: " ")
    return
      "class=\"c \(ink.name)\" fill=\"none\" stroke=\"\(ink.light)\" stroke-width=\"\(ink == .ghost ? "1.5" : "2")\""
      + (dashes.isEmpty ? "" : " stroke-dasharray=\"\(dashes)\"")
  }

  private func text(_ text: String, at x: Double, _ y: Double, anchor: String, extra: String = "") -> String {
    Markup.element(
      "text", text,
      "x=\"\(SVGPlot.n(x))\" y=\"\(SVGPlot.n(y))\" text-anchor=\"\(anchor)\" fill=\"currentColor\"" + extra)
  }

  /// The points that a curve needs to stay within a distance of all of them (Douglas and Peucker 1973).
  static func thinned(_ points: [PlotPoint], within distance: Double) -> [PlotPoint] {
    var keep = [Bool](repeating: false, count: points.count)
    keep[0] = true
    keep[points.count - 1] = true
    var open = [(0, points.count - 1)]
    while let (first, last) = open.popLast() {
      var far = (index: 0, distance: distance)
      for index in (first + 1)..<max(last, first + 1) {
        let away = Self.distance(points[index], points[first], points[last])
        if away > far.distance { far = (index, away) }
      }
      guard far.index > 0 else { continue }
      keep[far.index] = true
      open += [(first, far.index), (far.index, last)]
    }
    return points.indices.filter { keep[$0] }.map { points[$0] }
  }

  /// From a point to the piece of line between two others.
  private static func distance(_ p: PlotPoint, _ a: PlotPoint, _ b: PlotPoint) -> Double {
    let dx = b.x - a.x
    let dy = b.y - a.y
    let length = dx * dx + dy * dy
    let share = length > 0 ? min(max(((p.x - a.x) * dx + (p.y - a.y) * dy) / length, 0), 1) : 0
    let ex = p.x - a.x - share * dx
    let ey = p.y - a.y - share * dy
    return (ex * ex + ey * ey).squareRoot()
  }
}
