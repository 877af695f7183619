// Timing and mechanics, sizes, and the laboratory.

extension FindingCatalogue {
  static let timing: [FindingSpec] = [
    FindingSpec(
      .IVRT, "IVRT", "Isovolumic relaxation time", .ms, .timing, allowed: 0...250, digits: 0, row: 50...100,
      "From the closing of the aortic valve to the opening of the mitral valve."),
    FindingSpec(
      .LVET, "LVET", "Left ventricular ejection time", .ms, .timing, allowed: 60...600, digits: 0, row: 250...340,
      "From the opening to the closing of the aortic valve; shortens as the rate rises."),
    FindingSpec(
      .PEP, "PEP", "Pre-ejection period", .ms, .timing, allowed: 10...300, digits: 0,
      "From the onset of ventricular activation to the opening of the aortic valve."),
    FindingSpec(
      .QRS, "QRS", "QRS duration", .ms, .timing, allowed: 40...300, digits: 0,
      normal: .both(nil, 110, Source.conduction),
      "The time the ventricles take to activate, from the electrocardiogram."),
    FindingSpec(
      .PR, "PR", "PR interval", .ms, .timing, allowed: 50...600, digits: 0, normal: .both(120, 200, Source.conduction),
      "From the onset of atrial to the onset of ventricular activation."),
    FindingSpec(
      .dPdtMax, "dPdtMax", "Steepest rise of left ventricular pressure", .mmHgPerSecond, .timing, allowed: 100...8000,
      digits: 0, row: 1000...2200, normal: .both(1200, 2000, Source.catheter), code: .loinc("18035-6", "MR dP/dt"),
      "The largest rate of pressure rise; by Doppler, 32 mmHg over the time the jet takes from 1 to 3 m/s."),
    FindingSpec(
      .tau, "tau", "Time constant of relaxation", .ms, .timing, allowed: 5...200, digits: 0, row: 25...48,
      normal: .both(nil, 48, Source.relaxation),
      "The time constant of the exponential fall of left ventricular pressure before the mitral valve opens."),
    FindingSpec(
      .GLS, "GLS", "Global longitudinal strain", .percent, .timing, allowed: -40...0, digits: 1,
      normal: .both(nil, -20, Source.lang, .read), "The shortening of the left ventricle's long axis; negative."),
    FindingSpec(
      .MAPSE, "MAPSE", "Mitral annular excursion", .mm, .timing, allowed: 1...40, digits: 0,
      "How far the mitral annulus moves towards the apex in systole, mean of septal and lateral."),
    FindingSpec(
      .TAPSE, "TAPSE", "Tricuspid annular excursion", .mm, .timing, allowed: 1...50, digits: 0,
      normal: .both(17, nil, Source.lang, .read), code: .loinc("77903-3", "TAPSE"),
      "How far the tricuspid annulus moves towards the apex in systole."),
  ]

  static let size: [FindingSpec] = [
    FindingSpec(
      .LVIDd, "LVIDd", "Left ventricular diameter in diastole", .mm, .size, allowed: 15...120, digits: 0, row: 42...58,
      normal: .by(male: 42...58, female: 38...52, Source.lang, men: .read),
      code: .loinc("80007-8", "LV internal diastolic dimension 2D"), "The inner short-axis diameter at end diastole."),
    FindingSpec(
      .LVIDs, "LVIDs", "Left ventricular diameter in systole", .mm, .size, allowed: 8...115, digits: 0, row: 25...40,
      normal: .by(male: 25...40, female: 22...35, Source.lang, men: .read),
      code: .loinc("80011-0", "LV internal systolic dimension 2D"), "The inner short-axis diameter at end systole."),
    FindingSpec(
      .LVIDsi, "LVIDsi", "Left ventricular systolic diameter index", .mmPerM2, .size, allowed: 4...70, digits: 0,
      normal: .both(13, 21, Source.lang), code: .loinc("80013-6", "LVIDs / BSA"), "LVIDs / BSA."),
    FindingSpec(
      .LAd, "LAd", "Left atrial diameter", .mm, .size, allowed: 10...150, digits: 0,
      normal: .by(male: 30...40, female: 27...38, Source.lang), "The front-to-back diameter of the left atrium."),
    FindingSpec(
      .LVOTd, "LVOTd", "Outflow tract diameter", .mm, .size, allowed: 8...40, digits: 0,
      code: .loinc("80028-4", "LVOT dimension 2D"), "The inner diameter just below the aortic valve in systole."),
    FindingSpec(
      .IVSd, "IVSd", "Septal thickness", .mm, .size, allowed: 2...50, digits: 0,
      normal: .by(male: 6...10, female: 6...9, Source.lang), "The thickness of the septum at end diastole."),
    FindingSpec(
      .PWd, "PWd", "Posterior wall thickness", .mm, .size, allowed: 2...50, digits: 0,
      normal: .by(male: 6...10, female: 6...9, Source.lang), "The thickness of the posterior wall at end diastole."),
    FindingSpec(
      .LVMass, "LVMass", "Left ventricular mass", .gram, .size, allowed: 20...1000, digits: 0,
      normal: .by(male: 88...224, female: 67...162, Source.lang),
      "Muscle of the left ventricle; by the cube formula from IVSd, LVIDd and PWd, which the range belongs to."),
    FindingSpec(
      .CTR, "CTR", "Cardiothoracic ratio", .percent, .size, allowed: 20...95, digits: 0,
      "The heart's greatest width over the chest's on a film taken from behind, standing; up to 50 % in health."),
    FindingSpec(
      .BSA, "BSA", "Body surface area", .m2, .size, allowed: 0.15...4, digits: 2,
      code: .loinc("8277-6", "Body surface area"), "0.007184 · kg^0.425 · cm^0.725 (Du Bois 1916)."),
  ]

  static let laboratory: [FindingSpec] = [
    FindingSpec(
      .NTproBNP, "NTproBNP", "NT-proBNP", .pgPerML, .laboratory, allowed: 1...500_000, digits: 0,
      normal: .both(nil, 125, Source.heartFailure),
      "N-terminal pro-B-type natriuretic peptide in plasma; the limit is that of the clinic, not of emergencies."),
    FindingSpec(
      .BNP, "BNP", "BNP", .pgPerML, .laboratory, allowed: 1...100_000, digits: 0,
      normal: .both(nil, 35, Source.heartFailure),
      "B-type natriuretic peptide in plasma; the limit is that of the clinic, not of emergencies."),
    FindingSpec(
      .creatinine, "creatinine", "Creatinine", .umolPerL, .laboratory, allowed: 10...3000, digits: 0,
      "Creatinine in serum; 88.4 umol/L are 1 mg/dL."),
    FindingSpec(
      .eGFR, "eGFR", "Estimated filtration rate", .filtration, .laboratory, allowed: 1...250, digits: 0,
      normal: .both(60, nil, Source.kidney), "Filtration of the kidneys estimated from creatinine, for 1.73 m² of body."
    ),
    FindingSpec(
      .bilirubin, "bilirubin", "Total bilirubin", .mgPerDL, .laboratory, allowed: 0.05...60, digits: 1,
      "Total bilirubin in serum; 17.1 umol/L are 1 mg/dL."),
    FindingSpec(
      .totalCholesterol, "totalCholesterol", "Total cholesterol", .mmolPerL, .laboratory, allowed: 0.5...40, digits: 1,
      "Total cholesterol in serum; 1 mmol/L is 38.7 mg/dL."),
    FindingSpec(
      .HDL, "HDL", "HDL cholesterol", .mmolPerL, .laboratory, allowed: 0.05...8, digits: 1,
      "Cholesterol in high-density lipoprotein."),
    FindingSpec(
      .LDL, "LDL", "LDL cholesterol", .mmolPerL, .laboratory, allowed: 0.05...35, digits: 1,
      "Cholesterol in low-density lipoprotein."),
    FindingSpec(
      .lactate, "lactate", "Lactate", .mmolPerL, .laboratory, allowed: 0.1...40, digits: 1,
      normal: .both(nil, 2, Source.sepsis), "Lactate in blood."),
    FindingSpec(
      .CRP, "CRP", "C-reactive protein", .mgPerL, .laboratory, allowed: 0...1000, digits: 0,
      "C-reactive protein in serum."),
    FindingSpec(
      .ESR, "ESR", "Erythrocyte sedimentation rate", .mmPerHour, .laboratory, allowed: 0...200, digits: 0,
      "How far red cells sink in an hour."),
    FindingSpec(
      .hbA1c, "hbA1c", "Glycated haemoglobin", .percent, .laboratory, allowed: 3...25, digits: 1,
      normal: .both(nil, 5.7, Source.diabetes), "Share of haemoglobin that carries sugar, NGSP scale."),
    FindingSpec(
      .temperature, "temperature", "Temperature", .celsius, .laboratory, allowed: 20...45, digits: 1,
      "Body temperature."),
  ]
}
