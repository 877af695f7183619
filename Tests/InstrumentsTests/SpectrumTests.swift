// The spectral machine.

import Circulation
import ExaminedHearts
import Instruments
import Lanes
import Testing

@Suite struct SpectrumTests {
  @Test func pulsedDopplerFoldsASpeedRoundTwiceItsLimit() {
    for limit in [0.4, 0.9, 1.7] {
      for step in -60...60 {
        let velocity = 0.1 * Double(step) + 0.013
        let turned = (velocity + limit) - 2 * limit * ((velocity + limit) / (2 * limit)).rounded(.down) - limit
        let folded = Spectrum.folded(velocity, limit: limit)
        #expect((folded - turned).magnitude < 1e-12 && (-limit...limit).contains(folded))
      }
    }
    #expect((Spectrum.folded(1.3, limit: 0.8) + 0.3).magnitude < 1e-12)
    #expect(Spectrum.folded(0.5, limit: 0.8) == 0.5)
  }

  /// The mean speed of the echo over the noise in a column, m/s.
  private func mean(_ spectrum: Spectrum, at time: Double) -> Double {
    let column = Int(time / spectrum.duration * Double(spectrum.columns))
    var sum = 0.0
    var weight = 0.0
    for row in 0..<spectrum.rows {
      let speed =
        spectrum.settings.range.upperBound - (Double(row) + 0.5) / Double(spectrum.rows) * 2 * spectrum.settings.limit
      guard speed.magnitude > 0.16 else { continue }
      let grey = (-2...2).reduce(0.0) { $0 + spectrum[column + $1, row] } / 5
      let power = max(grey - 0.35, 0)
      sum += power * speed
      weight += power
    }
    return sum / weight
  }

  @Test func theEchoStandsWhereTheCaliperIs() throws {
    let waves = DopplerWaves(.healthy)
    let spectrum = try Spectrum(.healthy, .mitralInflow)
    let shown = mean(spectrum, at: spectrum.beatStart + waves.e.time)
    #expect((shown - waves.e.value).magnitude < 0.05, "\(shown), \(waves.e.value)")
  }

  @Test func aFastWaveAppearsOnTheOtherSide() throws {
    let waves = DopplerWaves(.acute)
    let settings = try SpectrumSettings(limit: 1.0)
    let spectrum = try Spectrum(.acute, .mitralInflow, settings: settings)
    let expected = waves.e.value - 2
    #expect(expected < -0.3 && spectrum.shown(waves.e.value) == expected)
    let shown = mean(spectrum, at: spectrum.beatStart + waves.e.time)
    #expect((shown - expected).magnitude < 0.06, "\(shown), \(expected)")
    // With the zero line moved down there is room for it.
    let moved = try SpectrumSettings(limit: 1.0, baseline: 0.8)
    #expect(try Spectrum(.acute, .mitralInflow, settings: moved).shown(waves.e.value) == waves.e.value)
  }

  @Test func continuousWaveIsFilledAndPulsedIsHollow() throws {
    func filling(_ window: DopplerWindow, _ velocity: Double, at time: Double) throws -> Double {
      let spectrum = try Spectrum(.healthy, window)
      let column = Int((spectrum.beatStart + time) / spectrum.duration * Double(spectrum.columns))
      let range = spectrum.settings.range
      let row = Int((range.upperBound - 0.5 * velocity) / (2 * spectrum.settings.limit) * Double(spectrum.rows))
      return (-3...3).reduce(0.0) { $0 + spectrum[column + $1, row] } / 7
    }
    let waves = DopplerWaves(.healthy)
    let tract = try #require(waves.outflow)
    let valve = try #require(waves.aortic)
    let hollow = try filling(.outflowTract, tract.value, at: tract.time)
    let filled = try filling(.aorticValve, valve.value, at: valve.time)
    #expect(hollow < 0.15 && filled > 0.5, "\(hollow), \(filled)")
  }

  @Test func aDenserJetIsBrighterAndGainBrightensAll() throws {
    // In the jet at its peak, from 1 to 3 m/s.
    func brightness(_ examined: Examined, gain: Double = 0) throws -> Double {
      let settings = try SpectrumSettings(limit: 4, baseline: -2, wallFilter: 0.2, gain: gain)
      let spectrum = try Spectrum(examined, .mitralJet, settings: settings)
      let peak = try #require(JetTrace(examined)).peak.time
      let column = Int((spectrum.beatStart + peak) / spectrum.duration * Double(spectrum.columns))
      let rows = Int(3.0 / 8 * Double(spectrum.rows))..<Int(5.0 / 8 * Double(spectrum.rows))
      var sum = 0.0
      for row in rows { for beside in -3...3 { sum += spectrum[column + beside, row] } }
      return sum / Double(7 * rows.count)
    }
    #expect(try brightness(.mildHole) < brightness(.severeHole) - 0.08)
    #expect(try brightness(.mildHole, gain: 10) > brightness(.mildHole) + 0.05)
    #expect(try brightness(.mildHole, gain: -30) < 0.2)
  }

  @Test func speckleIsTheSameForASeed() throws {
    let first = try Spectrum(.healthy, .mitralInflow, seed: 5)
    let again = try Spectrum(.healthy, .mitralInflow, seed: 5)
    let other = try Spectrum(.healthy, .mitralInflow, seed: 6)
    #expect(first.greys == again.greys && first.greys != other.greys)
    #expect(first.greys.allSatisfy { (0...1).contains($0) })
  }

  @Test func impossibleSettingsAreRefusedWithFieldValueAndRange() throws {
    func fault(_ make: () throws(SettingFault) -> Void) -> SettingFault? {
      do throws(SettingFault) {
        try make()
        return nil
      } catch { return error }
    }
    let none = fault { () throws(SettingFault) in _ = try SpectrumSettings(limit: 0) }
    #expect(none?.field.description == "nyquist" && none?.value == 0 && none?.allowed == 0.05...10)
    let loud = fault { () throws(SettingFault) in _ = try SpectrumSettings(limit: 1, gain: 99) }
    #expect(loud?.field.description == "gain" && loud?.unit.description == "dB")
    #expect(fault { () throws(SettingFault) in _ = try SpectrumSettings(limit: 1, baseline: 1.5) } != nil)
    #expect(fault { () throws(SettingFault) in _ = try SpectrumSettings(limit: .nan) } != nil)
    #expect(
      fault { () throws(SettingFault) in _ = try Spectrum(.healthy, .mitralInflow, duration: 0) } != nil)
    #expect(fault { () throws(SettingFault) in _ = try SpectrumSettings(limit: 1) } == nil)
  }
}
