// Heart rate and pressures. A cuff reads the arm, a catheter the chamber; means are means over the whole beat.

extension FindingCatalogue {
  static let pressures: [FindingSpec] = [
    FindingSpec(
      .HR, "HR", "Heart rate", .perMinute, .pressures, allowed: 20...300, digits: 0, row: 55...85,
      normal: .both(50, 100, Source.rhythm), code: .loinc("8867-4", "Heart rate"),
      "Beats in a minute; of an irregular rhythm the mean."),
    FindingSpec(
      .SBP, "SBP", "Systolic blood pressure", .mmHg, .pressures, allowed: 30...300, digits: 0, row: 100...140,
      normal: .both(90, 140, Source.catheter), code: .loinc("8480-6", "Systolic blood pressure"),
      "The highest pressure of the beat in the large arteries."),
    FindingSpec(
      .DBP, "DBP", "Diastolic blood pressure", .mmHg, .pressures, allowed: 10...200, digits: 0, row: 60...90,
      normal: .both(60, 90, Source.catheter), code: .loinc("8462-4", "Diastolic blood pressure"),
      "The lowest pressure of the beat in the large arteries."),
    FindingSpec(
      .MAP, "MAP", "Mean arterial pressure", .mmHg, .pressures, allowed: 15...250, digits: 0, row: 70...105,
      normal: .both(70, 105, Source.catheter), "The arterial pressure averaged over the beat."),
    FindingSpec(
      .CVP, "CVP", "Central venous pressure", .mmHg, .pressures, allowed: -10...50, digits: 1, row: 1...7,
      normal: .both(1, 5, Source.catheter), code: .snomed("276755008", "Right atrial pressure"),
      "The right atrial pressure averaged over the beat."),
    FindingSpec(
      .PCWP, "PCWP", "Pulmonary wedge pressure", .mmHg, .pressures, allowed: -5...70, digits: 1, row: 4...12,
      normal: .both(4, 12, Source.pulmonary, .partRead),
      code: .snomed("118433006", "Pulmonary capillary wedge pressure"),
      "The mean pressure behind a wedged balloon: the left atrium seen through the lungs."),
    FindingSpec(
      .PCWPv, "PCWPv", "V wave of the wedge pressure", .mmHg, .pressures, allowed: 0...120, digits: 1,
      "The peak of the wedge pressure's v wave, which lags the atrium's by 50 to 150 ms."),
    FindingSpec(
      .PASP, "PASP", "Pulmonary artery systolic pressure", .mmHg, .pressures, allowed: 5...200, digits: 0, row: 15...30,
      normal: .both(15, 30, Source.pulmonary, .partRead),
      code: .loinc("82341-9", "RV intrachamber systolic pressure estimated by US"),
      "The highest pressure of the beat in the pulmonary artery; by echo, 4 times TRVmax squared plus CVP."),
    FindingSpec(
      .PADP, "PADP", "Pulmonary artery diastolic pressure", .mmHg, .pressures, allowed: 0...120, digits: 0, row: 4...13,
      normal: .both(4, 12, Source.catheter, .partRead), "The lowest pressure of the beat in the pulmonary artery."),
    FindingSpec(
      .mPAP, "mPAP", "Mean pulmonary artery pressure", .mmHg, .pressures, allowed: 2...150, digits: 0, row: 9...19,
      normal: .both(9, 20, Source.pulmonary, .partRead),
      code: .loinc("8414-5", "Pulmonary artery mean blood pressure"),
      "The pulmonary artery pressure averaged over the beat; above 20 it is pulmonary hypertension."),
    FindingSpec(
      .LVSP, "LVSP", "Left ventricular systolic pressure", .mmHg, .pressures, allowed: 30...350, digits: 0,
      row: 95...142, normal: .both(90, 140, Source.catheter, .partRead),
      code: .snomed("276780008", "LV systolic pressure"), "The highest pressure of the beat in the left ventricle."),
    FindingSpec(
      .LVEDP, "LVEDP", "Left ventricular end-diastolic pressure", .mmHg, .pressures, allowed: -5...70, digits: 1,
      row: 4...12, normal: .both(4, 12, Source.catheter, .partRead),
      code: .snomed("276781007", "LV end-diastolic pressure"),
      "The left ventricular pressure at the end of filling, after the atrium's contraction."),
    FindingSpec(
      .LAPmean, "LAPmean", "Mean left atrial pressure", .mmHg, .pressures, allowed: -5...70, digits: 1, row: 2...12,
      normal: .both(2, 12, Source.catheter, .partRead),
      "The pressure of a catheter in the left atrium, averaged over the beat."),
    FindingSpec(
      .LAPv, "LAPv", "V wave of the left atrium", .mmHg, .pressures, allowed: -5...150, digits: 1, row: 6...16,
      normal: .both(6, 21, Source.catheter),
      "The peak of the left atrial pressure between closing and opening of the mitral valve."),
  ]
}
