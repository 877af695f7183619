// The one catalogue of measurements; its rows stand in the files beside this one, a file per shelf.
//
// Normal ranges carry their source and how well the figure was checked. Where a range hangs on age (E/A, isovolumic
// relaxation) or on heart rate (ejection time), or where no source is known well enough, there is none.

/// Every measurement, in the order of `FindingID`.
public enum FindingCatalogue {
  public static let specs: [FindingSpec] = {
    let rows = pressures + volumes + flows + valve + doppler + timing + size + laboratory
    precondition(rows.count == FindingID.allCases.count, "a finding without a row in the catalogue")
    for index in rows.indices {
      precondition(rows[index].id.rawValue == index, "the catalogue's rows are not in the order of FindingID")
    }
    return rows
  }()
}

/// The sources of the normal ranges.
enum Source {
  static let lang = "Lang 2015 (ASE/EACVI chamber quantification)"
  static let catheter = "Grossman & Baim's Cardiac Catheterization, 8th ed. 2014"
  static let pulmonary = "Humbert 2022 (ESC/ERS pulmonary hypertension)"
  static let diastole = "Nagueh 2025 (ASE diastolic function)"
  static let relaxation = "Paulus 2007 (ESC diastolic heart failure)"
  static let valves = "Praz 2025 (ESC/EACTS valvular heart disease)"
  static let heartFailure = "McDonagh 2021 (ESC heart failure)"
  static let rhythm = "Kusumoto 2018 (bradycardia, ACC/AHA/HRS) and Page 2015 (tachycardia, ACC/AHA/HRS)"
  static let conduction = "Surawicz 2009 (AHA/ACCF/HRS electrocardiogram)"
  static let kidney = "KDIGO 2024 (chronic kidney disease)"
  static let diabetes = "American Diabetes Association 2024 (Standards of Care)"
  static let sepsis = "Singer 2016 (Sepsis-3)"
}

extension NormalRanges {
  /// One range for both sexes.
  static func both(
    _ lower: Double?, _ upper: Double?, _ source: String, _ evidence: Evidence = .recalled
  ) -> NormalRanges {
    let range = NormalRange(lower: lower, upper: upper, source: source, evidence: evidence)
    return NormalRanges(male: range, female: range)
  }

  /// A range for each sex.
  static func by(
    male: ClosedRange<Double>, female: ClosedRange<Double>, _ source: String, men: Evidence = .recalled,
    women: Evidence = .recalled
  ) -> NormalRanges {
    NormalRanges(
      male: NormalRange(lower: male.lowerBound, upper: male.upperBound, source: source, evidence: men),
      female: NormalRange(lower: female.lowerBound, upper: female.upperBound, source: source, evidence: women))
  }
}

extension FindingCode {
  static func loinc(_ code: String, _ display: String) -> FindingCode {
    FindingCode(system: .loinc, code: code, display: display)
  }

  static func snomed(_ code: String, _ display: String) -> FindingCode {
    FindingCode(system: .snomed, code: code, display: display)
  }

  static func dicom(_ code: String, _ display: String) -> FindingCode {
    FindingCode(system: .dicom, code: code, display: display)
  }
}
