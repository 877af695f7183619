// What passes the mitral orifice at one moment: the area that leaks and the speed of the blood in it.

import Circulation
import Lanes

/// The mitral orifice at one moment.
public struct MitralOrifice {
  /// The area that leaks, cm²: what the shut leaflets leave open while the ventricle's pressure drives blood back through
  /// it, else zero. Backflow through leaflets on their way to closing is closing volume, no leak.
  public let leakArea: Double
  /// Speed in the orifice, m/s, forward positive.
  public let velocity: Double

  public init(_ sample: Sample<Double>) {
    let area = sample.areas.mitral
    let flow = sample.flows.mitral
    // Less than a hundredth of a square millimetre is no orifice, and what seeps through it no jet.
    velocity = area > 1e-4 ? flow / area / 100 : 0
    let leaks = flow < 0 && sample.openings.mitral < 0.01
    let isDriven = sample.leftVentricularPressure > sample.leftAtrialPressure
    leakArea = leaks && isDriven && area > 1e-4 ? sample.mitralLeakArea : 0
  }
}
