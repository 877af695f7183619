// The mitral valve and its leak, and the Doppler of the other flows.

extension FindingCatalogue {
  static let valve: [FindingSpec] = [
    FindingSpec(
      .EROA, "EROA", "Effective regurgitant orifice area", .cm2, .valve, allowed: 0...4, digits: 2,
      code: .loinc("80071-4", "MV effective regurgitant orifice area (PISA)"),
      "RVol / MRVTI, both from valve closure on while the orifice is over a tenth of its peak; a fixed hole's area."),
    FindingSpec(
      .MVA, "MVA", "Mitral valve area", .cm2, .valve, allowed: 0.2...12, digits: 1,
      "The open area of the mitral valve in diastole: planimetry traces the edge, 220 / PHT and continuity infer it."),
    FindingSpec(
      .VCW, "VCW", "Vena contracta width", .cm, .valve, allowed: 0...3, digits: 2,
      code: .loinc("80061-5", "MR vena contracta width"), "The narrowest part of the jet, just behind the orifice."),
    FindingSpec(
      .PISAr, "PISAr", "Radius of the flow convergence", .cm, .valve, allowed: 0...3, digits: 2,
      code: .loinc("80059-9", "MR PISA radius"),
      "From the orifice to the first colour change on the ventricle's side, at aliasingVelocity."),
    FindingSpec(
      .aliasingVelocity, "aliasingVelocity", "Aliasing velocity", .cmPerSecond, .valve, allowed: 5...150, digits: 0,
      code: .loinc("80060-7", "MR PISA velocity"), "The velocity at which the colour changes where PISAr is measured."),
    FindingSpec(
      .MRVmax, "MRVmax", "Peak velocity of the leak", .metresPerSecond, .valve, allowed: 0.5...9, digits: 1,
      code: .loinc("80062-3", "MR Vmax"), "The highest velocity of the jet into the left atrium."),
    FindingSpec(
      .MRVTI, "MRVTI", "Velocity-time integral of the leak", .cm, .valve, allowed: 5...400, digits: 0,
      "The jet's velocity summed over the time it leaks: how far the blood would fly."),
    FindingSpec(
      .MVmeanGradient, "MVmeanGradient", "Mean mitral gradient", .mmHg, .valve, allowed: 0...40, digits: 1,
      row: 0.2...2.5, code: .loinc("80073-0", "MV mean gradient"),
      "The pressure drop across the open mitral valve, averaged over the time of forward flow."),
    FindingSpec(
      .PHT, "PHT", "Mitral pressure half-time", .ms, .valve, allowed: 20...600, digits: 0,
      code: .loinc("20280-4", "Pressure half-time"),
      "The time in which the early gradient across a narrow mitral valve falls to half."),
    FindingSpec(
      .MVVTI, "MVVTI", "Velocity-time integral of the mitral inflow", .cm, .valve, allowed: 2...200, digits: 0,
      "The speed between the leaflets summed over filling: how far the blood would fly."),
    FindingSpec(
      .DVI, "DVI", "Doppler velocity index of the mitral valve", .one, .valve, allowed: 0.1...10, digits: 1,
      "MVVTI / LVOTVTI; for artificial valves, where over 2.2 asks whether it is narrow or leaks."),
    FindingSpec(
      .annulusAP, "annulusAP", "Mitral annulus, front to back", .mm, .valve, allowed: 10...80, digits: 0,
      normal: .both(nil, 35, Source.valves, .read), code: .dicom("131182", "Mitral annulus AP diameter"),
      "The anteroposterior diameter of the annulus."),
    FindingSpec(
      .flailGap, "flailGap", "Flail gap", .mm, .valve, allowed: 0...40, digits: 0,
      code: .dicom("131196", "Mitral valve segment flail gap"),
      "From the flail segment's edge to the leaflet that it ought to meet."),
    FindingSpec(
      .flailWidth, "flailWidth", "Flail width", .mm, .valve, allowed: 0...60, digits: 0,
      "The width of the flail segment along the line of closure."),
    FindingSpec(
      .coaptationDepth, "coaptationDepth", "Coaptation depth", .mm, .valve, allowed: 0...40, digits: 0,
      "From the plane of the annulus to the point where the leaflets meet."),
    FindingSpec(
      .coaptationLength, "coaptationLength", "Coaptation length", .mm, .valve, allowed: 0...30, digits: 0,
      code: .dicom("131190", "Mitral valve coaptation length"), "The length over which the closed leaflets touch."),
    FindingSpec(
      .tentingHeight, "tentingHeight", "Tenting height", .mm, .valve, allowed: 0...40, digits: 0,
      code: .dicom("131198", "Mitral valve tenting height"),
      "The greatest distance of the closed leaflets below the plane of the annulus."),
  ]

  static let doppler: [FindingSpec] = [
    FindingSpec(
      .E, "E", "E wave", .metresPerSecond, .doppler, allowed: 0.1...4, digits: 2, row: 0.5...1.1,
      code: .loinc("80070-6", "MV E-wave Vmax"), "The peak mitral velocity in early filling."),
    FindingSpec(
      .A, "A", "A wave", .metresPerSecond, .doppler, allowed: 0...3, digits: 2, row: 0.3...0.9,
      code: .loinc("80066-4", "MV A-wave Vmax"), "The peak mitral velocity as the atrium contracts."),
    FindingSpec(
      .EA, "EA", "E to A ratio", .one, .doppler, allowed: 0.05...12, digits: 2, row: 0.8...2.2,
      code: .loinc("18038-0", "MV E to A ratio"), "E / A; falls with age."),
    FindingSpec(
      .ePrime, "ePrime", "Mitral annular velocity e′", .cmPerSecond, .doppler, allowed: 0.5...35, digits: 1,
      row: 7...18,
      normal: .both(6.5, nil, Source.diastole, .read),
      "The annulus's velocity away from the apex in early filling: mean of septal and lateral; falls with age."),
    FindingSpec(
      .EePrime, "EePrime", "E to e′ ratio", .one, .doppler, allowed: 0.5...80, digits: 1,
      normal: .both(nil, 14, Source.diastole, .read),
      code: .loinc("59111-5", "E velocity to annulus E velocity ratio"),
      "E / ePrime in the same unit; no guide to pressure where the mitral leak is severe."),
    FindingSpec(
      .sPrime, "sPrime", "Mitral annular velocity s′", .cmPerSecond, .doppler, allowed: 0.5...30, digits: 1,
      "The peak systolic velocity of the mitral annulus towards the apex, mean of septal and lateral."),
    FindingSpec(
      .PVSD, "PVSD", "Pulmonary-vein S to D ratio", .one, .doppler, allowed: -5...10, digits: 2,
      "The systolic over the diastolic peak velocity of a pulmonary vein; negative when systolic flow is reversed."),
    FindingSpec(
      .PVS, "PVS", "Pulmonary-vein S velocity", .metresPerSecond, .doppler, allowed: -2...3, digits: 2,
      "The peak systolic velocity in a pulmonary vein; negative when it is reversed."),
    FindingSpec(
      .PVD, "PVD", "Pulmonary-vein D velocity", .metresPerSecond, .doppler, allowed: 0.05...3, digits: 2,
      "The peak early diastolic velocity in a pulmonary vein."),
    FindingSpec(
      .PVAr, "PVAr", "Pulmonary-vein atrial reversal", .metresPerSecond, .doppler, allowed: 0...1.5, digits: 2,
      "The peak velocity back into a pulmonary vein while the atrium contracts."),
    FindingSpec(
      .DT, "DT", "Deceleration time", .ms, .doppler, allowed: 30...600, digits: 0,
      code: .loinc("78191-4", "MV deceleration time"), "From the peak of E to its extrapolated end."),
    FindingSpec(
      .TRVmax, "TRVmax", "Peak velocity of the tricuspid leak", .metresPerSecond, .doppler, allowed: 0.3...7, digits: 1,
      normal: .both(nil, 2.8, Source.pulmonary, .read), code: .loinc("79921-3", "TR Vmax"),
      "The highest velocity of the jet from the right ventricle into its atrium."),
    FindingSpec(
      .AoVmax, "AoVmax", "Peak aortic velocity", .metresPerSecond, .doppler, allowed: 0.2...8, digits: 1,
      row: 0.8...1.7,
      "The highest forward velocity through the aortic valve."),
    FindingSpec(
      .LVOTVTI, "LVOTVTI", "Velocity-time integral of the outflow tract", .cm, .doppler, allowed: 2...60, digits: 1,
      code: .loinc("80030-0", "LVOT VTI"), "The velocity below the aortic valve summed over ejection."),
  ]
}
