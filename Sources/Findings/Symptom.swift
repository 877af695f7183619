// Complaints, as far as a rule asks for them.

/// What the patient feels.
public enum Symptom: String, CaseIterable, Sendable {
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
  /// A drooping face, a weak arm, trouble speaking: of sudden onset.
  case strokeSigns = "stroke-signs"
}
