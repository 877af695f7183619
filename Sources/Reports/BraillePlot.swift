// Plots in the letters of a terminal. A Braille letter has two by four dots (Unicode U+2800 to U+28FF, a bit for each
// dot), so a plot of 40 by 12 letters has 80 by 48 dots. Where only ASCII is known a letter is one dot.

import Drawing

/// The dots of a plot.
struct DotCanvas {
  let columns: Int
  let rows: Int
  let braille: Bool
  private var bits: [UInt8]
  private var inks: [PlotInk?]

  init(columns: Int, rows: Int, braille: Bool) {
    self.columns = columns
    self.rows = rows
    self.braille = braille
    bits = [UInt8](repeating: 0, count: columns * rows)
    inks = [PlotInk?](repeating: nil, count: columns * rows)
  }

  /// Dots in each direction.
  var width: Int { braille ? 2 * columns : columns }
  var height: Int { braille ? 4 * rows : rows }

  mutating func dot(_ x: Int, _ y: Int, _ ink: PlotInk) {
    guard x >= 0, y >= 0, x < width, y < height else { return }
    let cell = braille ? (y / 4) * columns + x / 2 : y * columns + x
    bits[cell] |= braille ? Self.mask[y % 4][x % 2] : 1
    inks[cell] = ink
  }

  /// The bits of a Braille letter's dots, row by row.
  private static let mask: [[UInt8]] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]]

  /// A line of dots (Bresenham). `travelled` counts the dots of a curve, so that dashes go on from piece to piece.
  mutating func line(
    from: (x: Int, y: Int), to: (x: Int, y: Int), _ ink: PlotInk, dash: (on: Int, off: Int), travelled: inout Int
  ) {
    var (x, y) = from
    let dx = abs(to.x - x)
    let dy = -abs(to.y - y)
    let sx = x < to.x ? 1 : -1
    let sy = y < to.y ? 1 : -1
    var error = dx + dy
    while (x, y) != to {
      if dash.off == 0 || travelled % (dash.on + dash.off) < dash.on { dot(x, y, ink) }
      travelled += 1
      let twice = 2 * error
      if twice >= dy {
        error += dy
        x += sx
      }
      if twice <= dx {
        error += dx
        y += sy
      }
    }
    if dash.off == 0 || travelled % (dash.on + dash.off) < dash.on { dot(x, y, ink) }
  }

  /// A row of letters, neighbours of one ink painted together.
  func row(_ row: Int, _ style: TerminalStyle) -> String {
    var out = ""
    var run = ""
    var runInk: PlotInk?
    for column in 0..<columns {
      let cell = row * columns + column
      let ink = bits[cell] == 0 ? nil : inks[cell]
      if ink != runInk {
        out += style.painted(run, runInk?.paint)
        run = ""
        runInk = ink
      }
      run.append(letter(cell))
    }
    return out + style.painted(run, runInk?.paint)
  }

  private func letter(_ cell: Int) -> Character {
    guard bits[cell] != 0, let ink = inks[cell] else { return " " }
    guard braille else { return ink.letter }
    return Unicode.Scalar(0x2800 + UInt32(bits[cell])).map { Character($0) } ?? " "
  }
}

extension PlotInk {
  /// On a terminal.
  var paint: TerminalPaint {
    switch self {
    case .ventricle, .flow: .cyan
    case .aorta, .treated, .mark: .red
    case .atrium, .pulmonary: .green
    case .ghost, .signal: .faint
    }
  }

  /// The letter that draws it in plain ASCII.
  var letter: Character {
    switch self {
    case .ventricle, .flow, .signal: "*"
    case .aorta, .treated: "o"
    case .atrium: "+"
    case .pulmonary: "x"
    case .ghost, .mark: "."
    }
  }

  /// Dots drawn and left out, in Braille.
  var dotDash: (on: Int, off: Int) {
    switch self {
    case .ventricle, .flow, .signal: (1, 0)
    case .aorta, .treated: (5, 3)
    case .atrium: (1, 2)
    case .ghost, .mark: (2, 2)
    case .pulmonary: (3, 2)
    }
  }

  /// What the legend shows for it, three letters wide.
  func sample(_ style: TerminalStyle) -> String {
    guard style.unicode else { return String(repeating: String(letter), count: 3) }
    return switch self {
    case .ventricle, .flow, .signal: "⠤⠤⠤"
    case .aorta, .treated: "⠤⠄⠤"
    case .atrium: "⠄⠄⠄"
    case .pulmonary: "⠤⠠⠤"
    case .ghost, .mark: "⠄⠠ "
    }
  }
}

/// Draws a plot in the letters of a terminal.
public enum BraillePlot {
  /// The plot as lines of text, none wider than `width`, `height` lines in all (at least 8).
  ///
  /// From top to bottom: title, legend, the vertical axis' label, the curves with their axis, the ticks' numbers, the
  /// horizontal axis' label.
  public static func text(_ plot: Plot, width: Int, height: Int, style: TerminalStyle) -> String {
    let width = max(width, 24)
    let rows = max(height, 8) - 6
    let yTicks = Ticks(plot.yRange, most: max(3, 2 * rows / 3), outward: true)
    let margin = yTicks.values.map { TerminalText.width(style.spelled(yTicks.label($0))) }.max() ?? 1
    let columns = width - margin - 1
    let xTicks = Ticks(plot.x, plot.xRange, most: max(3, columns / 9), outward: false)
    var canvas = DotCanvas(columns: columns, rows: rows, braille: style.unicode)
    let place = Placement(x: xTicks.range, y: yTicks.range, canvas: canvas)
    for mark in plot.x.uprights {
      let ends = [yTicks.range.lowerBound, yTicks.range.upperBound].map { PlotPoint(mark.value, $0) }
      draw(PlotSeries(mark.name, .ghost, ends), place, &canvas)
    }
    for series in plot.series { draw(series, place, &canvas) }
    var lines = [
      style.painted(style.cut(TerminalText.shortened(plot.title, to: width), to: width), .bold),
      legend(plot.series, style, width: width),
    ]
    lines.append(style.cut(plot.y.label, to: width))
    for row in 0..<rows {
      let tick = yTicks.values.first { place.row($0, rows) == row }
      let label = style.spelled(tick.map(yTicks.label) ?? "")
      let axis = style.unicode ? (tick == nil ? "│" : "┤") : tick == nil ? "|" : "+"
      lines.append(TerminalText.fill(label, to: margin, right: true) + axis + canvas.row(row, style))
    }
    lines += horizontal(xTicks, place, columns, margin, style)
    let label = style.cut(plot.x.label, to: width)
    let indent = max(0, min(margin + 1 + (columns - TerminalText.width(label)) / 2, width - TerminalText.width(label)))
    lines.append(String(repeating: " ", count: indent) + label)
    return lines.map { line in
      var line = line
      while line.hasSuffix(" ") { line.removeLast() }
      return line
    }.joined(separator: "\n")
  }

  /// Where values lie on the canvas.
  private struct Placement {
    let x: ClosedRange<Double>
    let y: ClosedRange<Double>
    let width: Int
    let height: Int

    init(x: ClosedRange<Double>, y: ClosedRange<Double>, canvas: DotCanvas) {
      self.x = x
      self.y = y
      width = canvas.width
      height = canvas.height
    }

    func dot(_ point: PlotPoint) -> (x: Int, y: Int) {
      let right = (point.x - x.lowerBound) / (x.upperBound - x.lowerBound) * Double(width - 1)
      let up = (point.y - y.lowerBound) / (y.upperBound - y.lowerBound) * Double(height - 1)
      // Far outside the canvas is outside it, however far; nothing is drawn there.
      return (Int.nearest(right, in: -width...2 * width), height - 1 - Int.nearest(up, in: -height...2 * height))
    }

    /// The row of letters in which a value of the vertical axis lies.
    func row(_ value: Double, _ rows: Int) -> Int { dot(PlotPoint(x.lowerBound, value)).y * rows / height }

    func column(_ value: Double, _ columns: Int) -> Int { dot(PlotPoint(value, y.lowerBound)).x * columns / width }
  }

  private static func draw(_ series: PlotSeries, _ place: Placement, _ canvas: inout DotCanvas) {
    var travelled = 0
    var before: (x: Int, y: Int)?
    let dash = canvas.braille ? series.ink.dotDash : (on: 1, off: 0)
    for point in series.points {
      let here = place.dot(point)
      if let from = before {
        if from != here { canvas.line(from: from, to: here, series.ink, dash: dash, travelled: &travelled) }
      } else if series.points.count == 1 {
        canvas.dot(here.x, here.y, series.ink)
      }
      before = here
    }
  }

  private static func legend(_ series: [PlotSeries], _ style: TerminalStyle, width: Int) -> String {
    var out = ""
    var used = 0
    for entry in series {
      let sample = entry.ink.sample(style)
      let room = width - used - (used > 0 ? 3 : 0) - 4
      guard room > 0 else { break }
      let name = style.cut(TerminalText.clean(entry.name), to: room)
      if used > 0 { out += "   " }
      out += style.painted(sample, entry.ink.paint) + " " + name
      used += (used > 0 ? 3 : 0) + 4 + TerminalText.width(name)
    }
    return out
  }

  private static func horizontal(
    _ ticks: Ticks, _ place: Placement, _ columns: Int, _ margin: Int, _ style: TerminalStyle
  ) -> [String] {
    var line = [Character](repeating: style.unicode ? "─" : "-", count: columns)
    var labels = [Character](repeating: " ", count: margin + 1 + columns)
    var free = 0
    for value in ticks.values {
      let column = min(max(place.column(value, columns), 0), columns - 1)
      let text = Array(style.spelled(ticks.label(value)))
      let start = min(max(margin + 1 + column - text.count / 2, 0), labels.count - text.count)
      guard start >= free else { continue }
      line[column] = style.unicode ? "┬" : "+"
      for (offset, character) in text.enumerated() { labels[start + offset] = character }
      free = start + text.count + 1
    }
    let corner = style.unicode ? "└" : "+"
    return [String(repeating: " ", count: margin) + corner + String(line), String(labels)]
  }
}
