// M-mode through the mitral leaflets: the M of the anterior leaflet (E as the ventricle fills, A as the atrium
// contracts), the posterior leaflet as its smaller mirror image, both together in systole.
//
//   closed      the line of closure, 0.62 of the way through the cavity, coming forward in systole with the ring
//   open        excursion = R·tanh(x/R), x = 2.2 cm·s·o·(0.35 + 0.65·min(v/0.75 m/s, 1)), R the room up to the septum,
//               o the valve's opening, v the speed of the blood, s = √(open area/healthy one): leaflets ride on the
//               stream, float half shut when it rests, and a narrow valve opens less. A ventricle that has grown
//               leaves its septum far away (E-point separation, up to 7 mm in health). The posterior leaflet moves
//               back 0.45 as far.
//   prolapse    leaflets sag behind the line of closure as their orifice opens, by their bulge: a hammock late in
//               systole; measured as on paper, from the straight line between where leaflets shut (C) and part (D)
//   flail       the torn leaflet flies behind it from the first closure and flutters, 2 mm at 33 Hz (slow enough to be
//               drawn; coarse flutter is what tells a torn chord)
//   scarred     thick leaflets, the posterior one tied to the anterior: it moves forward with it by 0.3
//
// 0.62, 0.35, 0.45, 0.3 and 2.2 cm are chosen so that the picture has the form and the size of published ones (anterior
// excursion 15–25 mm, E-point separation below 7 mm); held by `theAnteriorLeafletDrawsAnM`.

import Circulation
import Lanes
import Quantities

/// The mitral leaflets under the beam, over time: depths in cm from the transducer, one value for each column.
public struct MModeMitral: Sendable {
  public let settings: MModeSettings
  public let strip: Strip
  public let septumRight, septumLeft, anteriorLeaflet, posteriorLeaflet, posteriorWall: [Double]
  public let raster: MModeRaster
  /// Least distance of the anterior leaflet from the septum in the beat that is read, cm.
  public let septalSeparation: Double
  /// When the E and the A point are reached on the screen, s; no A without an atrium that contracts.
  public let ePoint: Double
  public let aPoint: Double?
  /// The deepest sag of the leaflets behind the straight line from closure (C) to opening (D) in the beat that is read,
  /// cm; 0 where they do not sag.
  public let sag: Double
  /// The line's ends and the place of the deepest sag: times on the screen, s, and depths, cm; nil without a sag.
  public let hammock: Hammock?

  /// The line of closure and the deepest place behind it.
  public struct Hammock: Sendable, Equatable {
    public let closure, opening: (time: Double, depth: Double)
    public let deepest: (time: Double, line: Double, leaflet: Double)

    public static func == (a: Hammock, b: Hammock) -> Bool {
      a.closure == b.closure && a.opening == b.opening && a.deepest == b.deepest
    }
  }

  /// - Parameter seed: of speckle, noise and flutter.
  public init(_ examined: Examined, settings: MModeSettings = .usual, seed: UInt64 = 2) {
    self.settings = settings
    let strip = Strip(examined, duration: settings.duration, lead: 0.1, startsAtRepresentative: true)
    self.strip = strip
    let valve = MitralGeometry(examined)
    let healthy = HeartDefinition.healthy(for: examined.body.nearestModelled).mitralValve.openArea
    let narrow = examined.heart.mitralValve.openArea.squareCentimetres / healthy.squareCentimetres
    let rest = ChestWalls.Rest(examined)
    let leaves = examined.beats.map {
      Leaflets($0, of: examined.heart, valve, rest, opens: min(narrow, 1).squareRoot())
    }
    func over(_ part: (Leaflets) -> Trace) -> [Double] {
      strip.values(rate: MModeSettings.rate, traces: leaves.map(part))
    }
    let septumRight = over { $0.walls.septumRight }
    let septumLeft = over { $0.walls.septumLeft }
    let posteriorWall = over { $0.walls.posteriorInner }
    // Sagging and flying take leaflets a few hundredths of a second.
    let anterior = Self.lagging(over { $0.anterior }, by: 0.008)
    var posterior = Self.lagging(over { $0.posterior }, by: 0.008)
    let flutter = Self.lagging(over { $0.flutter }, by: 0.01)
    var random = RandomNumbers(seed: seed)
    let phase = 2 * Double.pi * random.uniform()
    let quiet = posterior
    for k in posterior.indices where flutter[k] > 0 {
      let time = Double(k) / MModeSettings.rate
      posterior[k] += 0.2 * flutter[k] * Double.sine(2 * Double.pi * (33 * time) + phase)
    }
    (self.septumRight, self.septumLeft, self.posteriorWall) = (septumRight, septumLeft, posteriorWall)
    (anteriorLeaflet, posteriorLeaflet) = (anterior, posterior)
    let read = leaves[examined.representative]
    septalSeparation = read.separation
    let first = strip.places.first { $0.start > -1e-9 && $0.beat == examined.representative } ?? strip.places[0]
    ePoint = first.start + read.ePoint
    let events = examined.events
    hammock = Self.hammock(quiet, from: first.start + events.mitralClosure, to: first.start + events.mitralOpening)
    sag = hammock.map { $0.deepest.leaflet - $0.deepest.line } ?? 0
    let contracts = examined.heart.rhythm.kind != .atrialFibrillation
    aPoint = contracts ? first.start + read.aPoint : nil
    let rightWall = over { $0.walls.rightWall }
    let outer = over { $0.walls.posteriorOuter }
    let leaf = valve.isScarred ? 0.11 : 0.055
    let back = posterior
    raster = MModeRaster(
      outer.indices.map { k in
        var column = MModeColumn()
        column.chest(rightWall: rightWall[k], septumRight: septumRight[k], septumLeft: septumLeft[k])
        column.layer(septumLeft[k], MModeColumn.blood, thickness: 5)
        column.posterior(inner: posteriorWall[k], outer: outer[k])
        // A scarred leaflet is thick and returns several echoes.
        for layer in 0..<(valve.isScarred ? 2 : 1) {
          column.surface(anterior[k] + 0.28 * Double(layer), -8 - 4 * Double(layer), width: leaf)
          column.surface(back[k] + 0.28 * Double(layer), -10 - 4 * Double(layer), width: leaf)
        }
        return column
      }, settings: settings, seed: seed)
  }
}

extension MModeMitral {
  /// A sag that is less, cm, is none: the line of healthy leaflets is not quite straight (below 2 mm M-mode does not
  /// tell a prolapse).
  static let leastSag = 0.2

  /// The deepest place of a leaflet behind the line from its closure to its opening.
  private static func hammock(_ leaflet: [Double], from closure: Double, to opening: Double) -> Hammock? {
    // The leaflets' own lag: they lie together a little after the valve is shut.
    let first = Int(((closure + 0.02) * MModeSettings.rate).rounded(.up))
    let last = Int(opening * MModeSettings.rate)
    guard first >= 0, last < leaflet.count, last > first + 2 else { return nil }
    let slope = (leaflet[last] - leaflet[first]) / Double(last - first)
    func line(_ k: Int) -> Double { leaflet[first] + slope * Double(k - first) }
    let deepest = (first...last).reduce(first) { leaflet[$1] - line($1) > leaflet[$0] - line($0) ? $1 : $0 }
    guard leaflet[deepest] - line(deepest) >= leastSag else { return nil }
    func time(_ k: Int) -> Double { Double(k) / MModeSettings.rate }
    return Hammock(
      closure: (time(first), leaflet[first]), opening: (time(last), leaflet[last]),
      deepest: (time(deepest), line(deepest), leaflet[deepest]))
  }

  /// A first-order lag over the columns, s; it runs on through the borders of beats.
  private static func lagging(_ values: [Double], by lag: Double) -> [Double] {
    let step = 1 / MModeSettings.rate
    let share = step / (lag + 0.5 * step)
    var level = values.first ?? 0
    return values.map { value in
      defer { level += share * (value - level) }
      return level
    }
  }
}

/// The leaflets during one beat.
private struct Leaflets {
  let walls: ChestWalls
  let anterior, posterior, flutter: Trace
  let separation: Double
  let ePoint, aPoint: Double

  init(_ beat: RecordedBeat, of heart: HeartDefinition, _ valve: MitralGeometry, _ rest: ChestWalls.Rest, opens: Double)
  {
    let walls = ChestWalls(beat, of: heart, rest)
    self.walls = walls
    let events = BeatEvents(beat)
    let open = beat.trace { sample in
      let area = sample.areas.mitral
      let speed = area > 0.05 ? max(sample.flows.mitral, 0) / area / 100 : 0
      return sample.openings.mitral * (0.35 + 0.65 * min(speed / 0.75, 1))
    }.lagging(by: 0.012)
    func orifice(_ definition: OrificeDefinition) -> [Double] {
      guard definition.isOpen else { return [Double](repeating: 0, count: beat.samples.count) }
      let area = beat.samples.map { sample in
        sample.leftVentricularPressure > sample.leftAtrialPressure && sample.openings.mitral < 0.05
          ? definition.openArea(at: sample, wall: heart.leftVentricle) : 0
      }
      let most = max(area.max() ?? 0, 1e-9)
      return area.map { $0 / most }
    }
    let slipped = orifice(heart.mitralLeaks.prolapse)
    let torn = orifice(heart.mitralLeaks.flail)
    let bulge = valve.bulge ?? 0
    let gap = valve.flail?.gap ?? 0
    let behind = valve.isScarred ? -0.3 : 0.45
    var front: [Double] = []
    var back: [Double] = []
    var closest = Double.infinity
    for k in beat.samples.indices {
      let septum = walls.septumLeft.values[k]
      let width = walls.posteriorInner.values[k] - septum
      let forward = 0.3 * (rest.length - walls.motion.length.values[k])
      let closed = septum + 0.62 * width - min(forward, 0.3 * width)
      let room = max(closed - septum - 0.15, 0.01)
      let excursion = room * Double.hyperbolicTangent(2.2 * opens * open.values[k] / room)
      front.append(closed - excursion + bulge * slipped[k])
      back.append(
        min(closed + behind * excursion + bulge * slipped[k] + gap * torn[k], walls.posteriorInner.values[k] - 0.1))
      closest = min(closest, front[k] - septum)
    }
    func trace(_ values: [Double]) -> Trace { Trace(values: values, step: beat.step) }
    anterior = trace(front)
    posterior = trace(back)
    flutter = trace(torn)
    separation = closest
    ePoint = open.maximum(from: events.mitralOpening, to: max(beat.cycle, events.mitralOpening + 0.05)).time
    aPoint = open.maximum(from: 0.02, to: events.activation + 0.04).time
  }
}
