// The plots of a beat. Ventricular activation is time zero; the beat begins with the atria, at negative times.

import Instruments
import Drawing
import Circulation

extension Plot {
  /// The pressure–volume loop of the left ventricle, with another heart's loop behind it where one is given.
  ///
  /// - Parameter ghost: the name and the beat of the heart to compare with (healthy, or treated), and its ink.
  public static func pressureVolumeLoop(
    _ beat: RecordedBeat, name: String = "LV", ghost: (name: String, beat: RecordedBeat, ink: PlotInk)? = nil
  ) -> Plot {
    var series = [PlotSeries(name, .ventricle, loop(beat))]
    if let ghost { series.insert(PlotSeries(ghost.name, ghost.ink, loop(ghost.beat)), at: 0) }
    let volume = beat.trace { $0.leftVentricularVolume }
    let pressure = beat.trace { $0.leftVentricularPressure }
    let text =
      "A closed loop, run through counter-clockwise: the left ventricle's volume lies between "
      + "\(NumberText.fixed(volume.minimum().value, digits: 0)) and "
      + "\(NumberText.fixed(volume.maximum().value, digits: 0)) mL, its pressure reaches "
      + "\(NumberText.fixed(pressure.maximum().value, digits: 0)) mmHg."
    return Plot(
      title: "Pressure–volume loop of the left ventricle", description: text, x: PlotAxis("LV volume", unit: "mL"),
      y: PlotAxis("LV pressure", unit: "mmHg", including: [0]), series: series)
  }

  /// The pressures of ventricle, aorta and atrium over the beat.
  public static func pressures(_ beat: RecordedBeat) -> Plot {
    let aorta = beat.trace { $0.aorticPressure }
    let atrium = beat.trace { $0.leftAtrialPressure }
    let ventricle = beat.trace { $0.leftVentricularPressure }
    let text =
      "The left ventricle rises to \(NumberText.fixed(ventricle.maximum().value, digits: 0)) mmHg; the aorta lies between "
      + "\(NumberText.fixed(aorta.minimum().value, digits: 0)) and \(NumberText.fixed(aorta.maximum().value, digits: 0)) "
      + "mmHg, the left atrium between \(NumberText.fixed(atrium.minimum().value, digits: 0)) and "
      + "\(NumberText.fixed(atrium.maximum().value, digits: 0)) mmHg."
    return Plot(
      title: "Pressures over the beat", description: text, x: time,
      y: PlotAxis("Pressure", unit: "mmHg", including: [0]),
      series: [
        PlotSeries("LV", .ventricle, over(beat) { $0.leftVentricularPressure }),
        PlotSeries("Aorta", .aorta, over(beat) { $0.aorticPressure }),
        PlotSeries("LA", .atrium, over(beat) { $0.leftAtrialPressure }),
      ])
  }

  /// The flow through the mitral valve over the beat; what leaks flows backward and is negative.
  public static func mitralFlow(
    _ beat: RecordedBeat, name: String = "Mitral flow", ghost: (name: String, beat: RecordedBeat, ink: PlotInk)? = nil
  ) -> Plot {
    let flow = beat.trace { $0.flows.mitral }
    var series = [PlotSeries(name, .flow, over(beat) { $0.flows.mitral })]
    if let ghost { series.insert(PlotSeries(ghost.name, ghost.ink, over(ghost.beat) { $0.flows.mitral }), at: 0) }
    let text =
      "Into the ventricle at up to \(NumberText.fixed(flow.maximum().value, digits: 0)) mL/s in diastole, back into the "
      + "atrium at up to \(NumberText.fixed(max(-flow.minimum().value, 0), digits: 0)) mL/s."
    return Plot(
      title: "Flow through the mitral valve", description: text, x: time,
      y: PlotAxis("Flow", unit: "mL/s", including: [0]), series: series)
  }

  /// The speed of the blood in the mitral orifice, as continuous-wave Doppler from the apex shows it: the filling of
  /// the ventricle upward, the jet of the leak downward.
  public static func mitralVelocity(_ beat: RecordedBeat) -> Plot {
    let jet = LeakJet(beat)
    let seen: (Sample<Double>) -> Double = { sample in
      let speed = jet.recordedSpeed(sample)
      return speed > 0 ? -speed : max(MitralOrifice(sample).velocity, 0)
    }
    let speed = beat.trace(seen)
    let text =
      "The jet into the atrium reaches \(NumberText.fixed(max(-speed.minimum().value, 0), digits: 1)) m/s, the filling of "
      + "the ventricle \(NumberText.fixed(max(speed.maximum().value, 0), digits: 1)) m/s."
    return Plot(
      title: "Velocity in the mitral valve", description: text, x: time,
      y: PlotAxis("Velocity", unit: "m/s", including: [0]),
      series: [PlotSeries("Mitral velocity", .flow, over(beat, seen))])
  }

  private static let time = PlotAxis("Time after ventricular activation", unit: "s")

  private static func loop(_ beat: RecordedBeat) -> [PlotPoint] {
    beat.samples.map { PlotPoint($0.leftVentricularVolume, $0.leftVentricularPressure) }
  }

  private static func over(_ beat: RecordedBeat, _ signal: (Sample<Double>) -> Double) -> [PlotPoint] {
    beat.samples.enumerated().map { index, sample in
      PlotPoint(Double(index) * beat.step - beat.ventricularActivation, signal(sample))
    }
  }
}
