// Chamber volumes, what moves at each beat, and the fractions made of them.

extension FindingCatalogue {
  static let volumes: [FindingSpec] = [
    FindingSpec(
      .LVEDV, "LVEDV", "Left ventricular end-diastolic volume", .mL, .volumes, allowed: 20...800, digits: 0,
      row: 90...165, normal: .by(male: 62...150, female: 46...106, Source.lang, men: .partRead),
      code: .loinc("79996-5", "LV end diastolic volume biplane (MOD)"),
      "The largest volume of the left ventricle; by biplane echo smaller than by magnetic resonance."),
    FindingSpec(
      .LVESV, "LVESV", "Left ventricular end-systolic volume", .mL, .volumes, allowed: 3...750, digits: 0,
      row: 25...65, normal: .by(male: 21...61, female: 14...42, Source.lang),
      code: .loinc("80001-1", "LV end systolic volume biplane (MOD)"), "The smallest volume of the left ventricle."),
    FindingSpec(
      .SV, "SV", "Total stroke volume", .mL, .volumes, allowed: 3...400, digits: 0,
      "LVEDV − LVESV: all that the left ventricle expels, forward and backward."),
    FindingSpec(
      .FSV, "FSV", "Forward stroke volume", .mL, .volumes, allowed: 1...300, digits: 0, row: 60...105,
      code: .snomed("90096001", "Stroke volume"),
      "What leaves through the aortic valve at each beat, less what comes back through it."),
    FindingSpec(
      .RVol, "RVol", "Regurgitant volume", .mL, .volumes, allowed: 0...300, digits: 0, row: 0...2,
      code: .loinc("80064-9", "MR volume (PISA)"),
      "What leaks back through the closed mitral valve at each beat; the closing volume is left out."),
    FindingSpec(
      .closingVolume, "closingVolume", "Closing volume", .mL, .volumes, allowed: 0...50, digits: 1,
      "What flows back through the mitral valve while its leaflets are still closing; not part of RVol."),
    FindingSpec(
      .LAVmax, "LAVmax", "Largest left atrial volume", .mL, .volumes, allowed: 5...1500, digits: 0, row: 30...70,
      code: .loinc("79983-3", "LA end systolic volume biplane (MOD)"),
      "The left atrial volume just before the mitral valve opens."),
    FindingSpec(
      .LAVmin, "LAVmin", "Smallest left atrial volume", .mL, .volumes, allowed: 1...1450, digits: 0,
      "The left atrial volume after its contraction, as the mitral valve closes."),
    FindingSpec(
      .RVEDV, "RVEDV", "Right ventricular end-diastolic volume", .mL, .volumes, allowed: 20...800, digits: 0,
      "The largest volume of the right ventricle."),
    FindingSpec(
      .RVESV, "RVESV", "Right ventricular end-systolic volume", .mL, .volumes, allowed: 3...750, digits: 0,
      "The smallest volume of the right ventricle."),
    FindingSpec(
      .LVEF, "LVEF", "Left ventricular ejection fraction", .percent, .volumes, allowed: 3...95, digits: 0,
      row: 54...72, normal: .by(male: 52...72, female: 54...74, Source.lang, men: .partRead, women: .partRead),
      code: .loinc("79991-6", "LVEF biplane (MOD)"),
      "SV / LVEDV; counts what leaks back, so it flatters a leaking heart."),
    FindingSpec(
      .RF, "RF", "Regurgitant fraction", .percent, .volumes, allowed: 0...95, digits: 0, row: 0...2,
      code: .loinc("80056-5", "MR fraction (PISA)"), "RVol / SV: the share of the stroke that goes the wrong way."),
    FindingSpec(
      .RVEF, "RVEF", "Right ventricular ejection fraction", .percent, .volumes, allowed: 3...95, digits: 0,
      row: 45...72, normal: .both(45, nil, Source.lang), "(RVEDV − RVESV) / RVEDV."),
    FindingSpec(
      .LVEDVi, "LVEDVi", "Left ventricular end-diastolic volume index", .mLPerM2, .volumes, allowed: 10...400,
      digits: 0, normal: .by(male: 34...74, female: 29...61, Source.lang, men: .partRead),
      code: .loinc("79997-3", "LVEDV biplane / BSA"), "LVEDV / BSA."),
    FindingSpec(
      .LVESVi, "LVESVi", "Left ventricular end-systolic volume index", .mLPerM2, .volumes, allowed: 1.5...375,
      digits: 0, normal: .by(male: 11...31, female: 8...24, Source.lang),
      code: .loinc("80002-9", "LVESV biplane / BSA"), "LVESV / BSA."),
    FindingSpec(
      .LAVI, "LAVI", "Left atrial volume index", .mLPerM2, .volumes, allowed: 3...800, digits: 0,
      normal: .both(16, 34, Source.lang, .read), code: .loinc("79984-1", "LA ES volume biplane (MOD) / BSA"),
      "LAVmax / BSA."),
  ]

  static let flows: [FindingSpec] = [
    FindingSpec(
      .CO, "CO", "Cardiac output", .litresPerMinute, .flows, allowed: 0.5...30, digits: 1, row: 4...7.5,
      code: .snomed("82799009", "Cardiac output"), "FSV times HR: what reaches the body."),
    FindingSpec(
      .CI, "CI", "Cardiac index", .litresPerMinutePerM2, .flows, allowed: 0.3...15, digits: 1, row: 2.5...4.2,
      normal: .both(2.5, 4.0, Source.catheter), "CO / BSA."),
    FindingSpec(
      .SVR, "SVR", "Systemic vascular resistance", .dyneSeconds, .flows, allowed: 100...6000, digits: 0,
      row: 800...1500, normal: .both(800, 1400, Source.catheter),
      code: .snomed("386530009", "Systemic vascular resistance"), "(MAP − CVP) / CO."),
    FindingSpec(
      .PVR, "PVR", "Pulmonary vascular resistance", .woodUnit, .flows, allowed: 0.05...40, digits: 1, row: 0.3...2.0,
      normal: .both(nil, 2.0, Source.pulmonary, .read), code: .snomed("276901002", "Pulmonary Vascular Resistance"),
      "(mPAP − PCWP) / CO."),
  ]
}
