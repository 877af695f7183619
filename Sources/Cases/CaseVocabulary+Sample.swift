// A vocabulary to read examples with where the engine's own catalogues are not at hand.

extension CaseVocabulary {
  /// Every lesion and treatment that has a name in the case file, with the parameters the examples use, and a few
  /// parameters of the heart. Commands hand in the vocabulary of the engine instead.
  public static let sample = CaseVocabulary(
    lesions: [
      KindSpec("fixed-orifice", "a hole of constant size", parameters: [orificeArea], fitsOtherValves: true),
      KindSpec("congenital-cleft", "a leaflet split from birth", parameters: [orificeArea]),
      KindSpec("prolapse", "leaflets that bulge into the atrium late in systole", parameters: [orificeArea]),
      KindSpec("flail-leaflet", "a leaflet that has lost its chords", parameters: [orificeArea]),
      KindSpec("papillary-muscle-rupture", "a papillary muscle torn off", parameters: [orificeArea]),
      KindSpec("leaflet-tethering", "leaflets held back after an infarction", parameters: [orificeArea]),
      KindSpec("ventricular-dilatation", "leaflets held apart by a wide ventricle", parameters: [orificeArea]),
      KindSpec("annular-dilatation", "a ring widened with the atrium", parameters: [orificeArea]),
      KindSpec("rheumatic", "stiff leaflets that neither close nor open well", parameters: [orificeArea, openArea]),
    ],
    treatments: [
      KindSpec("nitroprusside", "widens arteries and veins", parameters: [infusion]),
      KindSpec("nitroglycerin", "widens veins", parameters: [infusion]),
      KindSpec("ace-inhibitor", "lowers resistance"),
      KindSpec("angiotensin-blocker", "lowers resistance"),
      KindSpec("arni", "lowers resistance and filling"),
      KindSpec("beta-blocker", "slows the heart"),
      KindSpec("diuretic", "lowers the blood volume"),
      KindSpec("mra", "spares potassium, sheds salt"),
      KindSpec("sglt2-inhibitor", "sheds sugar and salt"),
      KindSpec("inotrope", "makes the heart beat harder", parameters: [infusion]),
      KindSpec("intra-aortic-balloon", "empties the aorta before each beat"),
      KindSpec("resynchronisation", "paces both ventricles together"),
      KindSpec("cardioversion", "restores sinus rhythm"),
      KindSpec("annuloplasty", "a ring around the valve", parameters: [size]),
      KindSpec("leaflet-repair", "mends leaflet and chords"),
      KindSpec("repair", "leaflet repair and ring together", parameters: [size]),
      KindSpec("replacement-mechanical", "a mechanical valve", parameters: [size]),
      KindSpec("replacement-biological", "a tissue valve", parameters: [size]),
      KindSpec("edge-to-edge", "clips between the leaflets", parameters: [clips]),
    ],
    heart: [
      ParameterSpec("heartRate", unit: "/min", range: 30...220, "beats per minute"),
      ParameterSpec("bloodVolume", unit: "mL", range: 2000...9000, "all the blood"),
      ParameterSpec("mitralValve.openArea", unit: "cm2", range: 0.3...8, "the mitral valve fully open"),
      ParameterSpec("aorticValve.openArea", unit: "cm2", range: 0.3...6, "the aortic valve fully open"),
      ParameterSpec("systemic.resistance", unit: "mm[Hg].s/mL", range: 0.2...4, "of the body's small vessels"),
      ParameterSpec("leftVentricle.contractility", unit: "1", range: 0.1...3, "relative to the healthy adult"),
    ])

  private static let orificeArea = ParameterSpec(
    "orificeArea", unit: "cm2", range: 0.01...3, "the peak of the orifice within systole")
  private static let openArea = ParameterSpec("openArea", unit: "cm2", range: 0.3...8, "the valve fully open")
  private static let infusion = ParameterSpec("dose", unit: "ug/kg/min", range: 0.01...20, "rate of infusion")
  private static let size = ParameterSpec("size", unit: "mm", range: 19...40, "the labelled size")
  private static let clips = ParameterSpec("clips", unit: "1", range: 1...4, "how many clips")
}
