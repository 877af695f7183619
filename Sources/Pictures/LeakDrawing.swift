// How a leaking mitral valve is drawn, by what is wrong with it: one form per mechanism, told in words beside it.

import Drawing
import Findings
import Instruments
import Lanes

/// The mitral valve's form and its jet.
struct LeakDrawing {
  enum Form: Sendable {
    case sound, hole, flail, prolapse, tethered, wideRing, scarred, artificial
  }

  let form: Form
  /// What is open in systole, cm².
  let area: Double
  /// Whether enough comes back to be drawn.
  let leaks: Bool
  /// −1 toward the septum; 0 through the middle.
  let lean: Double
  /// How far the leaflets close below the ring, the posterior one bulges above it, or its torn edge stands above it, cm.
  let depth: Double
  let bulge: Double
  let gap: Double

  init(_ examined: Examined, isRingWide: Bool) {
    let valve = Echo2D(examined).valve
    let shares = valve.leaks
    area = shares.total
    leaks = (examined[.RVol] ?? 0) > 2
    lean = MitralJet(shares).apicalSide
    depth = valve.tentingHeight ?? 0.4
    bulge = valve.bulge ?? 0
    gap = valve.flail?.gap ?? 0
    let largest = max(shares.hole, shares.flail, shares.prolapse, shares.functional)
    form =
      if !valve.isNative { .artificial } else if valve.isScarred {
        .scarred
      } else if valve.flail != nil,
        shares.flail >= largest
      { .flail } else if valve.bulge != nil, shares.prolapse >= largest { .prolapse } else if !leaks {
        .sound
      } else if shares.hole >= largest { .hole } else { isRingWide ? .wideRing : .tethered }
  }

  /// Above the picture.
  var title: String {
    switch form {
    case .sound: "The mitral valve closes"
    case .hole: "A hole in the mitral valve lets blood back"
    case .flail: "A mitral leaflet has torn loose"
    case .prolapse: "A mitral leaflet bulges into the atrium"
    case .tethered: "The ventricle pulls the mitral leaflets apart"
    case .wideRing: "The ring of the mitral valve is too wide"
    case .scarred: "The mitral leaflets are thick, stiff and scarred"
    case .artificial: "The mitral valve is artificial"
    }
  }

  /// The valve in words.
  var words: String {
    let mm = NumberText.fixed(10 * (form == .flail ? gap : form == .prolapse ? bulge : depth), digits: 0)
    return switch form {
    case .sound: "The mitral leaflets meet below their ring."
    case .hole: "The mitral leaflets meet, and one of them has a hole."
    case .flail:
      "The edge of the posterior mitral leaflet stands \(mm) mm above the other, in the atrium; its chords are torn."
    case .prolapse: "The posterior mitral leaflet bulges \(mm) mm over the ring into the atrium."
    case .tethered: "The mitral leaflets are pulled \(mm) mm down into the ventricle and do not meet."
    case .wideRing: "The mitral ring is so wide that its flat leaflets hardly meet."
    case .scarred: "The mitral leaflets are thick and short, their edges held apart."
    case .artificial: "An artificial valve stands in the mitral ring."
    }
  }

  /// The jet in words.
  var jetWords: String {
    "A jet goes from the ventricle back into the left atrium, "
      + (lean < 0 ? "leaning toward the septum." : "through its middle.")
  }
}

extension HeartPicture {
  /// Half of what stays open between the edges in this section, cm: that of a round orifice, twice as large as it is.
  private var halfGap: Double { leak.leaks ? max((leak.area / Double.pi).squareRoot(), 0.1) : 0 }

  /// Where each leaflet's edge and the middle of its curve are.
  private func leaflet(_ side: Double) -> (edge: (Double, Double), bend: (Double, Double)) {
    let half = heart.halfRing
    let isPosterior = side > 0
    switch leak.form {
    case .sound, .hole, .artificial: return ((side * 0.04, 0.55), (side * 0.5 * half, 0.3))
    case .flail:
      return isPosterior
        ? ((0.15 + 0.5 * halfGap, -1.2 * leak.gap - 0.25), (0.75 * half, -1.1 * leak.gap - 0.5))
        : ((0.05, 0.45), (-0.5 * half, 0.35))
    case .prolapse:
      return isPosterior
        ? ((0.06 + 0.6 * halfGap, -0.1), (0.62 * half, -1.4 - 1.8 * leak.bulge)) : ((-0.04, 0.3), (-0.5 * half, 0.3))
    case .tethered:
      let depth = max(leak.depth, 0.7)
      return ((side * halfGap, 1.15 * depth), (side * 0.72 * half, 0.25 * depth))
    case .wideRing: return ((side * halfGap, 0.22), (side * 0.6 * half, 0.1))
    case .scarred: return ((side * max(halfGap, 0.14), 0.95), (side * 0.75 * half, 0.75))
    }
  }

  /// Leaflets, chords and papillary muscles.
  func drawValve(_ canvas: inout Canvas) {
    let half = heart.halfRing
    let tips = heart.ventricle.papillaryTips
    for side in [-1.0, 1.0] {
      canvas.ellipse(at: point(side * half, 0), radii: (5, 5), .fixed(Self.leaflet))
      if leak.form == .artificial { continue }
      let (edge, bend) = leaflet(side)
      let papilla = point(side * tips.side, tips.depth)
      canvas.ellipse(at: papilla, radii: (6, 10), .fixed(Self.muscle))
      let isTorn = leak.form == .flail && side > 0
      let end = point(edge.0, edge.1)
      if isTorn {
        canvas.stroke([end, PlotPoint(end.x - 7, end.y - 8)], .fixed(Self.leaflet), width: 1.2)
        canvas.stroke([end, PlotPoint(end.x - 10, end.y - 1)], .fixed(Self.leaflet), width: 1.2)
        canvas.stroke([papilla, PlotPoint(papilla.x - 2, papilla.y - 20)], .fixed(Self.leaflet), width: 1.2)
      } else {
        canvas.stroke([end, papilla], .fixed(Self.leaflet), width: 1)
      }
      draw(from: (side * half, 0), over: bend, to: edge, width: leak.form == .scarred ? 9 : 4, &canvas)
    }
    if leak.form == .hole {
      let hole = point(-0.42 * half, 0.36)
      canvas.ellipse(at: hole, radii: (5, 5), .fixed("#F7DCD9"))
      canvas.ellipse(at: hole, radii: (5, 5), .fixed("#B3261E"), line: 2)
    }
    if leak.form == .artificial {
      canvas.stroke([point(-half, 0), point(half, 0)], .fixed(Self.leaflet), width: 5)
    }
  }

  private func draw(
    from root: (Double, Double), over bend: (Double, Double), to edge: (Double, Double), width: Double,
    _ canvas: inout Canvas
  ) {
    let points = (0...14).map { k -> PlotPoint in
      let t = Double(k) / 14
      func mix(_ a: Double, _ b: Double, _ c: Double) -> Double {
        (1 - t) * (1 - t) * a + 2 * t * (1 - t) * b + t * t * c
      }
      return point(mix(root.0, bend.0, edge.0), mix(root.1, bend.1, edge.1))
    }
    canvas.stroke(points, .fixed(Self.leaflet), width: width)
  }

  /// The jet as colour Doppler shows it, a patchwork of speeds.
  func drawJet(_ canvas: inout Canvas) {
    let reach = heart.atrium.length * min(0.35 + 1.1 * leak.area, 0.9)
    let spread = 0.5 * heart.atrium.width * min(0.2 + 0.9 * leak.area, 0.62)
    let start: (Double, Double) =
      leak.form == .hole ? (-0.42 * heart.halfRing, 0.4) : (leak.lean < 0 ? 0.1 : 0, leak.form == .tethered ? 0.8 : 0.3)
    for (layer, colour) in ["#1F4FD8", "#27B6E8", "#F0E442", "#E6572E"].enumerated() {
      let part = 1 - 0.22 * Double(layer)
      let points = (0...40).map { k -> PlotPoint in
        let angle = 2 * Double.pi * Double(k) / 40
        // A drop: narrow at the valve, wide at the end.
        let along = 0.5 * (1 - Double.cosine(angle))
        let across = Double.sine(angle) * (0.22 + 0.78 * along) * spread * part
        let drift = leak.lean * 0.3 * heart.atrium.width * along * along.squareRoot()
        return within(start.0 + across + drift + heart.atriumShift * along, start.1 - (reach + start.1) * part * along)
      }
      canvas.fill(points, .fixed(colour), opacity: 0.9)
    }
    let place = within(
      start.0 + leak.lean * 0.2 * heart.atrium.width + heart.atriumShift * 0.7, start.1 - 0.68 * (reach + start.1))
    canvas.text(
      "jet", at: PlotPoint(place.x, place.y + 5), anchor: .middle, size: 14, bold: true, tone: .fixed("#000000"))
  }

  /// A place of the jet, held inside the atrium.
  private func within(_ side: Double, _ below: Double) -> PlotPoint {
    let half = heart.halfRing
    let width = max(0.5 * heart.atrium.width, half * 1.02)
    let height = 0.5 * heart.atrium.length
    let sink = height * (1 - half * half / (width * width)).squareRoot()
    guard below < 0 else { return point(min(max(side, -half), half), below) }
    let lean = min(max(-below / max(sink, 0.1), 0), 1) * heart.atriumShift
    let x = (side - lean) / width
    let y = (below + sink) / height
    let far = (x * x + y * y).squareRoot()
    let pull = far > 0.93 ? 0.93 / far : 1
    return point(lean + (side - lean) * pull, pull * (below + sink) - sink)
  }
}
