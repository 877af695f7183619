// What a patient has had and what runs in the family, as far as a rule, a score or a cause asks for it.

/// An illness or circumstance, past or present, that the rules ask about.
public enum HistoryItem: String, CaseIterable, Sendable {
  case hypertension, diabetes
  case diabetesOnInsulin = "diabetes-on-insulin"
  case smoking, obesity
  case highCholesterol = "high-cholesterol"
  case coronaryDisease = "coronary-disease"
  case myocardialInfarction = "myocardial-infarction"
  case recentMyocardialInfarction = "recent-myocardial-infarction"
  case rheumaticFever = "rheumatic-fever"
  case rheumaticCarditis = "rheumatic-carditis"
  case streptococcalThroat = "streptococcal-throat"
  case endocarditis
  case activeEndocarditis = "active-endocarditis"
  case congenitalHeartDisease = "congenital-heart-disease"
  case cyanoticHeartDisease = "cyanotic-heart-disease"
  case mitralProlapse = "mitral-prolapse"
  case connectiveTissueDisease = "connective-tissue-disease"
  case cardiomyopathy
  case heartFailure = "heart-failure"
  case heartFailureHospitalisation = "heart-failure-hospitalisation"
  case atrialFibrillation = "atrial-fibrillation"
  case stroke
  case intravenousDrugUse = "intravenous-drug-use"
  case alcoholExcess = "alcohol-excess"
  case chestRadiation = "chest-radiation"
  case cardiotoxicDrugs = "cardiotoxic-drugs"
  case anorecticDrugs = "anorectic-drugs"
  case muscularDystrophy = "muscular-dystrophy"
  case malnutrition
  case cancerTherapy = "cancer-therapy"
  case inflammatoryDisease = "inflammatory-disease"
  case metabolicDisease = "metabolic-disease"
  case hypertrophicCardiomyopathy = "hypertrophic-cardiomyopathy"
  case restrictiveCardiomyopathy = "restrictive-cardiomyopathy"
  case infiltrativeCardiomyopathy = "infiltrative-cardiomyopathy"
  case dilatedCardiomyopathy = "dilated-cardiomyopathy"
  case chestTrauma = "chest-trauma"
  case mitralAnnularCalcification = "mitral-annular-calcification"
  case advancedHeartFailure = "advanced-heart-failure"
  case prostheticValve = "prosthetic-valve"
  case previousCardiacSurgery = "previous-cardiac-surgery"
  case chronicLungDisease = "chronic-lung-disease"
  case peripheralArteryDisease = "peripheral-artery-disease"
  case kidneyDisease = "kidney-disease"
  case dialysis
  case poorMobility = "poor-mobility"
  case penicillinAllergy = "penicillin-allergy"
  case familyHistoryMitralProlapse = "family-history-mitral-prolapse"
  case pregnancy
  case planningPregnancy = "planning-pregnancy"
}
