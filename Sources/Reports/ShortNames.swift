// Names made to fit a narrow column: by the abbreviations that clinicians use, before anything is cut off.

extension TerminalText {
  /// Shortened to a width: words by their usual abbreviations first, then whole names by shorter ones; what is still
  /// too wide loses its middle, since names that begin alike differ at their ends.
  static func shortened(_ text: String, to width: Int) -> String {
    var out = text
    for (long, short) in abbreviations where self.width(out) > width { out.replace(long, with: short) }
    if self.width(out) > width {
      out = text
      for (long, short) in shortNames + abbreviations where self.width(out) > width { out.replace(long, with: short) }
    }
    guard self.width(out) > width, width >= 7 else { return cut(out, to: width) }
    let letters = Array(out)
    let tail = (width - 1) / 2
    var head = String(letters.prefix(width - 1 - tail))
    while head.hasSuffix(" ") { head.removeLast() }
    // Wide letters take two columns: what the halves then still have too much is cut.
    return cut(head + "…" + String(letters.suffix(tail)).trimmingPrefix(" "), to: width)
  }

  /// Words, in the order in which they are shortened.
  private static let abbreviations: [(String, String)] = [
    ("left ventricle", "LV"), ("right ventricle", "RV"), ("left atrium", "LA"), ("of the ", "of "),
    ("end-diastolic", "end-diast."), ("end-systolic", "end-syst."), ("pulmonary", "pulm."), ("Pulmonary", "Pulm."),
    ("regurgitant", "regurg."), ("Regurgitant", "Regurg."), ("resistance", "resist."), ("Resistance", "Resist."),
    ("vascular", "vasc."), ("pressure", "press."), ("Diastolic", "Diast."), ("diastolic", "diast."),
    ("Systolic", "Syst."), ("systolic", "syst."), ("ejection", "ej."), ("fraction", "fract."), ("diameter", "diam."),
    ("velocity", "veloc."), ("volume", "vol."), ("in diastole", "diast."), ("in systole", "syst."),
    ("Compliance", "Compl."), ("arteries", "art."), (" of ", " "),
  ]

  /// Names that no abbreviation of words makes short enough.
  private static let shortNames: [(String, String)] = [
    ("Effective regurgitant orifice area", "Regurg. orifice"), ("Velocity-time integral", "VTI"),
    ("Peak velocity of the tricuspid leak", "Peak tric. leak"), ("Peak velocity of the", "Peak of"),
    ("Mitral annular velocity", "Annulus"), ("Pulmonary-vein S to D ratio", "Pulm. vein S/D"),
    ("Mean mitral gradient", "Mitral gradient"), ("Mitral valve area", "Valve area"), ("Body surface area", "Surface"),
    ("Time constant of relaxation", "Relaxation time"), ("end-diastolic pressure", "end-diast. pr."),
    ("Forward stroke volume", "Forward stroke"), ("Global longitudinal strain", "Long. strain"),
    ("LV systolic diameter index", "LV diam. index"), ("Pulmonary-vein atrial reversal", "Pulm. vein Ar wave"),
    ("Doppler velocity index of the mitral valve", "Velocity index"),
    ("Isovolumic relaxation time", "Isovol. relax."), ("Deceleration time", "Decel. time"),
    ("Steepest rise of LV pressure", "LV press. rise"), ("Peak aortic velocity", "Aortic veloc."),
    ("Systemic vascular resistance", "Systemic res."), ("Pulmonary vascular resistance", "Pulm. res."),
    ("body's vessels", "body"), ("lungs' vessels", "lungs"), ("mitral valve", "mitral v."),
    ("V wave of the wedge pressure", "Wedge v wave"), ("Compliance of the arteries", "Arterial compl."),
  ]
}
