// What a load is: a name, how much of it, and an edit of circumstances.

import Circulation
import Quantities

/// A posture, a task, a strain or a state that a body is put under.
public struct Load: Sendable {
  /// Loads of one group exclude each other.
  public enum Group: Sendable, Equatable { case posture, work, strain, state, manoeuvre }

  /// As on the command line: "legs-raised".
  public let identifier: String
  public let title: String
  /// One line that says what it is.
  public let meaning: String
  public let group: Group
  /// The ways in which one may say how much: one of them is given, or the first one's standard is taken. Empty: the
  /// load knows no more and less.
  public let scales: [ArgumentSpec]
  /// Changes the circumstances.
  public let apply: @Sendable (inout Circumstances, LoadAmount, Body) -> Void

  public init(
    identifier: String, title: String, meaning: String, group: Group, scales: [ArgumentSpec] = [],
    apply: @escaping @Sendable (inout Circumstances, LoadAmount, Body) -> Void
  ) {
    self.identifier = identifier
    self.title = title
    self.meaning = meaning
    self.group = group
    self.scales = scales
    self.apply = apply
  }

  /// What is taken when nothing is said.
  public var standard: LoadAmount { LoadAmount(scale: 0, value: scales.first?.standard ?? 1) }

  /// Whether it passes within a minute and has no steady state.
  public var isTransient: Bool { group == .manoeuvre }
}

/// How much of a load: a value on one of its scales, in that scale's unit.
public struct LoadAmount: Sendable, Equatable {
  public var scale: Int
  public var value: Double

  public init(scale: Int, value: Double) {
    self.scale = scale
    self.value = value
  }
}
