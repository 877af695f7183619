// How an assessment is made, and how far it has got.

import Findings
import Guidelines
import Twin

/// How a case is to be assessed.
public struct AssessmentSettings: Sendable {
  public var guideline: Guideline
  /// The day judged on where the case has no date.
  public var today: CalendarDate
  /// The best fit with a rough posterior around it only: neither sampling, nor ranges of treatments, nor a course.
  public var isQuick: Bool
  /// Of everything random. The same seed gives the same assessment, on any number of cores.
  public var seed: UInt64
  public var sampler = SamplerSettings()
  /// Hearts of the posterior that every treatment is given to.
  public var treatedDraws = 24
  /// Hearts of the posterior that are followed, and for how many days; none: no course. The range of 19 holds nine tenths
  /// of all (`CourseForecast.held`).
  public var followedDraws = 19
  public var followedDays = 5 * 365.25

  public static let usualSeed: UInt64 = 1

  public init(
    guideline: Guideline = .escEacts2025, today: CalendarDate, isQuick: Bool = false,
    seed: UInt64 = AssessmentSettings.usualSeed
  ) {
    self.guideline = guideline
    self.today = today
    self.isQuick = isQuick
    self.seed = seed
  }
}

/// A part of the work, in the order in which they are done.
public enum AssessmentStage: String, Sendable, CaseIterable {
  case fitting, sampling, treating, following

  /// What is being done, for people.
  public var words: String {
    switch self {
    case .fitting: "finding the likeliest heart"
    case .sampling: "finding all hearts that fit"
    case .treating: "treating them"
    case .following: "following them for years"
    }
  }

  /// Shares of the whole at which the part begins and ends, as it usually goes.
  private var range: ClosedRange<Double> {
    switch self {
    case .fitting: 0...0.03
    case .sampling: 0.03...0.6
    case .treating: 0.6...0.75
    case .following: 0.75...1
    }
  }

  /// The share of the whole, 0…1, at a share of this part.
  public func whole(_ share: Double) -> Double {
    range.lowerBound + min(max(share, 0), 1) * (range.upperBound - range.lowerBound)
  }
}
