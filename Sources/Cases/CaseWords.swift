// The words a case file may use where a field takes one of a few.

import Quantities

/// A word of the case file: the raw value is how it is written.
public protocol CaseWord: RawRepresentable<String>, CaseIterable, Sendable {}

extension CaseWord {
  /// Every word that may stand there, in the order of the documentation.
  public static var words: [String] { allCases.map(\.rawValue) }
}

extension Sex: CaseWord {}

public enum Presentation: String, CaseWord { case chronic, acute }

public enum Rhythm: String, CaseWord {
  case sinus
  case atrialFibrillation = "atrial-fibrillation"
  /// Every so many-th beat a premature ventricular one.
  case prematureBeats = "premature-beats"
}

/// The valves other than the mitral.
public enum OtherValve: String, CaseWord { case aortic, tricuspid, pulmonary }

/// I none, II slight, III marked limitation of activity, IV symptoms at rest.
public enum NYHAClass: String, CaseWord {
  case one = "I"
  case two = "II"
  case three = "III"
  case four = "IV"
}

public enum SurgicalRisk: String, CaseWord { case low, intermediate, high, prohibitive }

/// How a finding was measured.
public enum MeasurementMethod: String, CaseWord {
  case pisa, volumetric, simpson, teichholz, continuity
  case threeDimensional = "3d"
  case mri, catheter, thermodilution, fick, cuff, mode
}

/// An illness or circumstance, past or present, that the rules ask about.
public enum HistoryItem: String, CaseWord {
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
}

/// What the patient feels.
public enum Symptom: String, CaseWord {
  case fatigue
  case exertionalDyspnoea = "exertional-dyspnoea"
  case restDyspnoea = "rest-dyspnoea"
  case orthopnoea
  case nocturnalDyspnoea = "nocturnal-dyspnoea"
  case palpitations, syncope
  case chestPain = "chest-pain"
  case ankleSwelling = "ankle-swelling"
  case fever
  case pinkSputum = "pink-sputum"
  case confusion
}
