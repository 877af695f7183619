// Magnetic resonance as a report shows it: the ventricle's volume over the beat, and the flow in the ascending aorta with
// the forward volume shaded; what the ventricle lost and the aorta did not get has leaked.

import Circulation
import Drawing
import Instruments
import Lanes

extension Canvas {
  /// The volume–time curve of the left ventricle and the flow curve of the aorta.
  public static func picture(_ study: MRIStudy) -> Canvas {
    let stroke = study.endDiastolicVolume - study.endSystolicVolume
    let forward = study.forwardVolume
    let leak = max(stroke - forward, 0)
    func n(_ value: Double) -> String { NumberText.fixed(value, digits: 0) }
    var canvas = Canvas(
      title: "Magnetic resonance: ventricle and aorta",
      description: "The left ventricle holds \(n(study.endDiastolicVolume)) mL at its fullest and "
        + "\(n(study.endSystolicVolume)) mL at its emptiest, a stroke of \(n(stroke)) mL. The aorta takes \(n(forward)) mL "
        + "forward. The difference of \(n(leak)) mL leaks, \(n(100 * leak / max(stroke, 1))) % of the stroke.",
      width: 520, height: 450)
    let times = study.volumes.indices.map { (Double($0) + 0.5) * study.cycle / Double(MRIStudy.phases) }
    canvas.drawVolumes(study, times)
    canvas.drawFlow(study, times)
    let words = [
      "EDV \(n(study.endDiastolicVolume)) mL", "ESV \(n(study.endSystolicVolume)) mL", "stroke \(n(stroke)) mL",
      "forward \(n(forward)) mL", "leak \(n(leak)) mL (\(n(100 * leak / max(stroke, 1))) %)",
    ]
    for (row, part) in [words[..<3], words[3...]].enumerated() {
      canvas.text(
        part.joined(separator: " · "), at: PlotPoint(260, 427 + 18 * Double(row)), anchor: .middle, size: 14, bold: true
      )
    }
    return canvas
  }

  private mutating func drawVolumes(_ study: MRIStudy, _ times: [Double]) {
    let most = 20 * (study.endDiastolicVolume / 20).rounded(.up) + 20
    let frame = Frame(x: 0...study.cycle, y: 0...most, left: 44, top: 30, right: 508, bottom: 190)
    axes(frame, xLabel: "", yLabel: "Left ventricular volume (mL), sum of slices")
    curve(frame.points(zip(times, study.volumes).map { PlotPoint($0, $1) }), .ventricle)
    for (time, volume) in zip(times, study.volumes) {
      ellipse(at: frame.point(time, volume), radii: (2.6, 2.6), .ink(.ventricle))
    }
    for level in [study.endDiastolicVolume, study.endSystolicVolume] {
      self.stroke([frame.point(0, level), frame.point(study.cycle, level)], .ink(.mark), width: 1.2, dashes: [4, 3])
    }
    text("EDV", at: PlotPoint(502, frame.py(study.endDiastolicVolume) - 5), anchor: .end, size: 14, tone: .ink(.mark))
    text("ESV", at: PlotPoint(502, frame.py(study.endSystolicVolume) - 5), anchor: .end, size: 14, tone: .ink(.mark))
  }

  private mutating func drawFlow(_ study: MRIStudy, _ times: [Double]) {
    let most = 100 * ((study.flows.max() ?? 100) / 100).rounded(.up)
    let least = min(-50, 50 * ((study.flows.min() ?? 0) / 50).rounded(.down))
    let frame = Frame(x: 0...study.cycle, y: least...most, left: 44, top: 226, right: 508, bottom: 376)
    let points = frame.points(zip(times, study.flows).map { PlotPoint($0, $1) })
    let ground = [frame.point(times.last ?? 0, 0), frame.point(times.first ?? 0, 0)]
    fill(points + ground, .ink(.aorta), opacity: 0.3)
    axes(
      frame, xLabel: "Time after ventricular activation (s)",
      yLabel: "Flow in the ascending aorta (mL/s), phase contrast")
    self.stroke([frame.point(0, 0), frame.point(study.cycle, 0)], .faint)
    curve(points, .aorta, dashes: false)
    text(
      "forward \(NumberText.fixed(study.forwardVolume, digits: 0)) mL",
      at: PlotPoint(frame.px(0.5 * study.cycle), frame.py(0.5 * most)), size: 14, tone: .ink(.aorta))
  }
}
