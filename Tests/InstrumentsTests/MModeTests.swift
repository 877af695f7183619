// M-mode: walls, leaflets, and the picture of them.

import Circulation
import ExaminedHearts
import Findings
import Instruments
import Lanes
import Testing

@Suite struct MModeTests {
  private func range(_ depths: [Double]) -> Double { 10 * ((depths.max() ?? 0) - (depths.min() ?? 0)) }

  @Test func theCalipersMeasureWhatTheReportSays() {
    let mode = MModeVentricle(.healthy)
    let report = Instrument.echo2D.report(.healthy)
    for (caliper, finding) in [(mode.diastole, FindingID.LVIDd), (mode.systole, .LVIDs)] {
      let place = Int(caliper.time * MModeSettings.rate)
      let shown = 10 * (mode.posteriorInner[place] - mode.septumLeft[place])
      #expect((shown - (report[finding] ?? .nan)).magnitude < 1, "\(shown) mm")
    }
    #expect(mode.systole.time > mode.diastole.time)
  }

  @Test func septumAndPosteriorWallMoveTowardsEachOther() {
    let mode = MModeVentricle(.healthy)
    // Feigenbaum: septum 3–8 mm, posterior wall 9–14 mm.
    #expect((3...8).contains(range(mode.septumLeft)), "\(range(mode.septumLeft)) mm")
    #expect((9...14).contains(range(mode.posteriorInner)), "\(range(mode.posteriorInner)) mm")
    for k in mode.rightWall.indices {
      #expect(mode.rightWall[k] < mode.septumRight[k] && mode.septumRight[k] < mode.septumLeft[k])
      #expect(mode.septumLeft[k] < mode.posteriorInner[k] && mode.posteriorInner[k] < mode.posteriorOuter[k])
    }
  }

  @Test func theAnteriorLeafletDrawsAnM() throws {
    let mode = MModeMitral(.healthy)
    func gap(_ time: Double) -> Double {
      let place = Int(time * MModeSettings.rate)
      return 10 * (mode.posteriorLeaflet[place] - mode.anteriorLeaflet[place])
    }
    let cycle = Examined.healthy.beat.cycle
    let aPoint = try #require(mode.aPoint) + cycle
    #expect(gap(mode.ePoint) > gap(aPoint))
    // Half shut between them, shut in systole.
    let between = stride(from: mode.ePoint, to: aPoint, by: 0.01).map(gap).min() ?? .nan
    #expect(between < 0.75 * gap(mode.ePoint) && between < gap(aPoint) - 1, "\(between) mm")
    let activation = Examined.healthy.beat.ventricularActivation + 0.1
    let systole = stride(from: activation + 0.12, to: activation + 0.35, by: 0.01).map(gap).max() ?? .nan
    #expect(systole < 1, "\(systole) mm")
    // E-point separation up to 7 mm in health.
    #expect(mode.septalSeparation < 0.7)
  }

  @Test func theSeptumOfALargeVentricleIsFarFromTheEPoint() {
    #expect(MModeMitral(.tethered).septalSeparation > 0.7)
    #expect(MModeMitral(.decompensated).septalSeparation > MModeMitral(.healthy).septalSeparation + 0.2)
  }

  @Test func aProlapseSagsLateInSystole() {
    let (mode, plain) = (MModeMitral(.prolapse), MModeMitral(.healthy))
    #expect(mode.sag > 0.2 && plain.sag == 0)
    // How far back the leaflets are on the way from septum to posterior wall, against the healthy valve at the same part
    // of systole.
    func place(_ mode: MModeMitral, _ examined: Examined, _ share: Double) -> Double {
      let moments = examined.moments
      let closed = moments.mitralOpening - moments.mitralClosure
      let time = examined.beat.ventricularActivation + 0.1 + moments.mitralClosure + share * closed
      let column = Int(time * MModeSettings.rate)
      let septum = mode.septumLeft[column]
      return (mode.anteriorLeaflet[column] - septum) / (mode.posteriorWall[column] - septum)
    }
    func sag(_ share: Double) -> Double { place(mode, .prolapse, share) - place(plain, .healthy, share) }
    #expect(sag(0.75) > sag(0.25) + 0.03, "\(sag(0.25)) then \(sag(0.75)) more of the way to the posterior wall")
  }

  @Test func theCaliperOfAHammockMeasuresWhatIsDrawn() throws {
    let mode = MModeMitral(.prolapse)
    let hammock = try #require(mode.hammock)
    let place = Int((hammock.deepest.time * MModeSettings.rate).rounded())
    #expect(mode.posteriorLeaflet[place] == hammock.deepest.leaflet)
    #expect(hammock.deepest.leaflet - hammock.deepest.line == mode.sag)
    let share = (hammock.deepest.time - hammock.closure.time) / (hammock.opening.time - hammock.closure.time)
    let slope = hammock.opening.depth - hammock.closure.depth
    #expect((hammock.closure.depth + share * slope - hammock.deepest.line).magnitude < 1e-9)
    // Late in systole.
    #expect(share > 0.5 && share < 1, "\(share) of the way from C to D")
    #expect(MModeMitral(.healthy).hammock == nil)
  }

  @Test func nothingJumpsWhereOneFibrillatingBeatFollowsAnother() {
    let (wall, valve) = (MModeVentricle(.fibrillating), MModeMitral(.fibrillating))
    let borders = wall.strip.places.map { Int(($0.start * MModeSettings.rate).rounded(.up)) }
      .filter { $0 > 1 && $0 < wall.septumLeft.count - 1 }
    #expect(!borders.isEmpty)
    let curves = [
      wall.rightWall, wall.septumRight, wall.septumLeft, wall.posteriorInner, wall.posteriorOuter,
      valve.anteriorLeaflet, valve.posteriorLeaflet,
    ]
    for (number, curve) in curves.enumerated() {
      for border in borders {
        let jump = (curve[border] - curve[border - 1]).magnitude
        // Walls of a heart at rest between beats move by less than half a millimetre in a column of 4 ms.
        #expect(jump < 0.05, "curve \(number): \(10 * jump) mm at column \(border)")
      }
    }
  }

  @Test func aTornLeafletFliesBehindTheOtherAndFlutters() {
    let mode = MModeMitral(.flail)
    let zero = Examined.flail.beat.ventricularActivation + 0.1
    let place = Int((zero + 0.1) * MModeSettings.rate)
    let apart = (place..<place + 30).map { mode.posteriorLeaflet[$0] - mode.anteriorLeaflet[$0] }
    #expect(apart.allSatisfy { $0 > 0.2 }, "\(apart)")
    let steps = zip(apart, apart.dropFirst()).map { $1 - $0 }
    let turns = zip(steps, steps.dropFirst()).filter { $0 * $1 < 0 }.count
    #expect(turns >= 5, "\(turns) turns in 125 ms")
  }

  @Test func aScarredValveMovesAsOne() throws {
    let mode = MModeMitral(.rheumatic)
    let place = Int(mode.ePoint * MModeSettings.rate)
    // The posterior leaflet comes forward with the anterior: both lie before where they were shut.
    let systole = Int((Examined.rheumatic.beat.ventricularActivation + 0.3) * MModeSettings.rate)
    #expect(mode.posteriorLeaflet[place] < mode.posteriorLeaflet[systole])
    let plain = MModeMitral(.healthy)
    let there = Int(plain.ePoint * MModeSettings.rate)
    #expect(plain.posteriorLeaflet[there] > plain.posteriorLeaflet[systole])
  }

  @Test func fibrillatingAtriaDrawNoAPoint() {
    #expect(MModeMitral(.fibrillating).aPoint == nil)
    #expect(MModeMitral(.healthy).aPoint != nil)
  }

  @Test func muscleIsBrighterThanBloodAndThePericardiumBrightest() {
    let mode = MModeVentricle(.healthy)
    func brightness(_ top: [Double], _ bottom: [Double]) -> Double {
      var (sum, count) = (0.0, 0)
      for column in 0..<mode.raster.columns {
        for row in 0..<mode.raster.rows {
          let depth = (Double(row) + 0.5) * mode.settings.depth / Double(mode.raster.rows)
          guard depth > top[column], depth < bottom[column] else { continue }
          sum += mode.raster[column, row]
          count += 1
        }
      }
      return sum / Double(max(count, 1))
    }
    let cavity = brightness(mode.septumLeft.map { $0 + 0.4 }, mode.posteriorInner.map { $0 - 0.4 })
    let septum = brightness(mode.septumRight, mode.septumLeft)
    let sac = brightness(mode.posteriorOuter, mode.posteriorOuter.map { $0 + 0.2 })
    #expect(cavity < 0.25 && septum > cavity + 0.2 && sac > septum + 0.15, "\(cavity) \(septum) \(sac)")
  }

  @Test func gainBrightensEverythingAndTheSeedMakesTheSpeckle() throws {
    let plain = MModeVentricle(.healthy)
    let bright = MModeVentricle(.healthy, settings: try MModeSettings(gain: 12))
    func mean(_ raster: MModeRaster) -> Double { raster.values.reduce(0, +) / Double(raster.values.count) }
    #expect(mean(bright.raster) > mean(plain.raster) + 0.1)
    #expect(MModeVentricle(.healthy, seed: 5).raster == MModeVentricle(.healthy, seed: 5).raster)
    #expect(MModeVentricle(.healthy, seed: 5).raster != MModeVentricle(.healthy, seed: 6).raster)
    #expect(plain.raster.values.allSatisfy { (0...1).contains($0) })
  }

  @Test func settingsThatNoMachineHasAreRefusedByName() {
    #expect(throws: SettingFault.self) { try MModeSettings(depth: 0) }
    #expect(throws: SettingFault.self) { try MModeSettings(gain: .nan) }
    do throws(SettingFault) {
      _ = try MModeSettings(duration: 60)
      Issue.record("a minute on one screen")
    } catch {
      #expect("\(error.field)" == "duration" && error.value == 60 && error.allowed == 0.5...10)
    }
  }
}
