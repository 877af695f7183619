// The words of a patient's record where it takes one of a few; the raw value is how it is written in files and JSON.

/// Whether the leak came suddenly.
public enum Presentation: String, CaseIterable, Sendable { case chronic, acute }

public enum Rhythm: String, CaseIterable, Sendable {
  case sinus
  case atrialFibrillation = "atrial-fibrillation"
  /// Every so many-th beat a premature ventricular one.
  case prematureBeats = "premature-beats"
}

/// I none, II slight, III marked limitation of activity, IV symptoms at rest.
public enum NYHAClass: String, CaseIterable, Sendable {
  case one = "I"
  case two = "II"
  case three = "III"
  case four = "IV"
}

public enum SurgicalRisk: String, CaseIterable, Sendable { case low, intermediate, high, prohibitive }

/// How a finding was measured.
public enum MeasurementMethod: String, CaseIterable, Sendable {
  case pisa, volumetric, simpson, teichholz, continuity
  case threeDimensional = "3d"
  case mri, catheter, thermodilution, fick, cuff, mode
  /// Of the mitral valve's area: traced in the picture, and 220 / half-time.
  case planimetry
  case pressureHalfTime = "half-time"
}

/// The valves other than the mitral.
public enum OtherValve: String, CaseIterable, Sendable { case aortic, tricuspid, pulmonary }
