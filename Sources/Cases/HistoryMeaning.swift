// What each item of the history means, for those who choose from the list.

import Findings

extension HistoryItem {
  /// In a few plain words, without a full stop.
  public var meaning: String { Self.meanings[self] ?? rawValue }

  /// Every item has its line here; a test sees to it.
  static let meanings: [HistoryItem: String] = [
    .hypertension: "high blood pressure, treated or not",
    .diabetes: "raised blood sugar, any type and treatment",
    .diabetesOnInsulin: "diabetes treated with insulin",
    .smoking: "smokes, or did for years",
    .obesity: "body mass index of 30 kg/m2 or more",
    .highCholesterol: "raised blood fats, treated or not",
    .coronaryDisease: "narrowed or closed arteries of the heart",
    .myocardialInfarction: "a heart attack at any time",
    .recentMyocardialInfarction: "a heart attack within the last 90 days",
    .rheumaticFever: "joints, skin or heart inflamed after a streptococcal infection",
    .rheumaticCarditis: "rheumatic fever that reached the heart",
    .streptococcalThroat: "a throat infection by streptococci, proven or likely",
    .endocarditis: "an infected heart valve, healed",
    .activeEndocarditis: "an infected heart valve, still under treatment",
    .congenitalHeartDisease: "a heart formed differently from birth",
    .cyanoticHeartDisease: "blue from birth by a heart that was not repaired, or not wholly",
    .mitralProlapse: "mitral leaflets known to bulge into the atrium",
    .connectiveTissueDisease: "inborn weakness of connective tissue, such as Marfan's or Ehlers-Danlos",
    .cardiomyopathy: "a disease of the heart muscle of any kind",
    .heartFailure: "breathlessness or swelling from a weak or stiff heart",
    .heartFailureHospitalisation: "taken into hospital for heart failure",
    .atrialFibrillation: "the atria quiver instead of beating, now or in attacks",
    .stroke: "a stroke, or a passing shortage of blood to the brain",
    .intravenousDrugUse: "injects drugs, or did",
    .alcoholExcess: "drinks more than the heart bears",
    .chestRadiation: "radiotherapy that reached the heart",
    .cardiotoxicDrugs: "drugs that harm heart muscle, such as anthracyclines",
    .anorecticDrugs: "appetite suppressants that thicken valves, such as fenfluramine",
    .muscularDystrophy: "an inborn disease of muscle that also weakens the heart",
    .malnutrition: "lack of food or vitamins that weakens the heart",
    .cancerTherapy: "treated for cancer by drugs or radiation",
    .inflammatoryDisease: "long inflammation, such as lupus or rheumatoid arthritis",
    .metabolicDisease: "a disorder of hormones or metabolism, such as of the thyroid or of iron",
    .hypertrophicCardiomyopathy: "heart muscle thickened without a load to explain it",
    .restrictiveCardiomyopathy: "a stiff ventricle that fills badly",
    .infiltrativeCardiomyopathy: "heart muscle filled with foreign matter, such as amyloid",
    .dilatedCardiomyopathy: "a wide, weak ventricle",
    .chestTrauma: "a blow or wound to the chest",
    .mitralAnnularCalcification: "chalk in the ring of the mitral valve",
    .advancedHeartFailure: "heart failure that stays severe in spite of every treatment",
    .prostheticValve: "carries an artificial or tissue valve",
    .previousCardiacSurgery: "the chest was opened before for an operation on the heart",
    .chronicLungDisease: "long-standing lung disease that needs treatment",
    .peripheralArteryDisease: "narrowed arteries outside the heart",
    .kidneyDisease: "kidneys that filter too little",
    .dialysis: "blood cleaned by machine or through the abdomen",
    .poorMobility: "muscles, joints or nerves that hinder moving about",
    .penicillinAllergy: "does not tolerate penicillin",
    .familyHistoryMitralProlapse: "a close relative has mitral prolapse",
    .pregnancy: "pregnant now",
    .planningPregnancy: "plans to become pregnant",
  ]
}
