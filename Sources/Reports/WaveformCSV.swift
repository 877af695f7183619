// The curves of a beat as comma-separated values, one row for each sample, the unit in each column's name.

import Instruments
import Drawing
import Circulation

/// Writes waveforms. Numbers have six significant digits and a point, whatever the machine's language.
public enum WaveformCSV {
  /// The names of the columns, in their order.
  public static var columnNames: [String] { columns.map(\.name) }

  /// One periodic beat. Time zero is ventricular activation; the rows begin with the atrial beat before it.
  ///
  /// The last row is the end of the beat, which equals its beginning.
  public static func text(_ beat: RecordedBeat) -> String {
    columnNames.joined(separator: ",") + "\n" + rows(beat, from: -beat.ventricularActivation)
  }

  /// Beats of an irregular rhythm, one after another. Time zero is the first one's ventricular activation; each beat's
  /// last sample, which is the next one's first, is written once.
  public static func text(_ beats: [IrregularBeat]) -> String {
    var out = columnNames.joined(separator: ",") + "\n"
    var start = -(beats.first?.recorded.ventricularActivation ?? 0)
    for (index, beat) in beats.enumerated() {
      out += rows(beat.recorded, from: start, skipsLast: index + 1 < beats.count)
      start += beat.recorded.cycle
    }
    return out
  }

  private static func rows(_ beat: RecordedBeat, from start: Double, skipsLast: Bool = false) -> String {
    var out = ""
    let jet = LeakJet(beat)
    for (index, sample) in beat.samples.dropLast(skipsLast ? 1 : 0).enumerated() {
      let time = Double(index) * beat.step + start
      // The samples lie on a grid that misses zero by rounding errors only: 1e-16 is printed as 0.
      out += NumberText.significant(time.magnitude < 1e-12 ? 0 : time, digits: 9)
      for column in columns.dropFirst() {
        out += ","
        out += NumberText.significant(column.value(sample, jet))
      }
      out += "\n"
    }
    return out
  }

  private struct Column: Sendable {
    let name: String
    let value: @Sendable (Sample<Double>, LeakJet) -> Double

    init(_ name: String, _ value: @escaping @Sendable (Sample<Double>) -> Double) {
      self.init(name, ofLeak: { sample, _ in value(sample) })
    }

    /// What must know how the beat's leak opens and shuts.
    init(_ name: String, ofLeak value: @escaping @Sendable (Sample<Double>, LeakJet) -> Double) {
      self.name = name
      self.value = value
    }
  }

  private static let columns: [Column] = [
    Column("time_s") { _ in 0 },
    Column("pLV_mmHg") { $0.leftVentricularPressure },
    Column("pLA_mmHg") { $0.leftAtrialPressure },
    Column("pAo_mmHg") { $0.aorticPressure },
    Column("pRV_mmHg") { $0.rightVentricularPressure },
    Column("pRA_mmHg") { $0.rightAtrialPressure },
    Column("pPA_mmHg") { $0.pulmonaryArteryPressure },
    Column("vLV_mL") { $0.leftVentricularVolume },
    Column("vLA_mL") { $0.leftAtrialVolume },
    Column("vRV_mL") { $0.rightVentricularVolume },
    Column("vRA_mL") { $0.rightAtrialVolume },
    Column("qMitral_mL_s") { $0.flows.mitral },
    Column("qAortic_mL_s") { $0.flows.aortic },
    Column("qTricuspid_mL_s") { $0.flows.tricuspid },
    Column("qPulmonary_mL_s") { $0.flows.pulmonary },
    Column("qPulmonaryVein_mL_s") { $0.pulmonaryVeinFlow },
    Column("leakArea_cm2") { MitralOrifice($0).leakArea },
    Column("jetVelocity_m_s", ofLeak: { $1.recordedSpeed($0) }),
    // A stretch of 1 is a sarcomere of 2.0 µm.
    Column("sarcomereLV_um") { 2 * $0.leftVentricularStretch },
    Column("stressLV_kPa") { $0.leftVentricularStress },
  ]
}
