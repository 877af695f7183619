// How much of everything the server takes on. The same numbers are in docs/server.md.

/// Bounds.
enum Limits {
  /// Bytes of a body.
  static let body = 256 * 1024
  /// Bytes of a request's first line and header fields together, and their number.
  static let header = 16 * 1024
  static let headerFields = 64
  /// Connections at once.
  static let connections = 256
  /// Seconds until a connection is closed on which nobody asks or nothing comes.
  static let idle: Int64 = 30
  /// Seconds in which a body must have come.
  static let receiving: Double = 10
  /// Seconds for each kind of work, the wait for a thread included.
  static let simulate: Double = 10
  static let grade: Double = 5
  static let assess: Double = 120
  /// Beats that one request may ask for.
  static let mostBeats = 2000
  /// Short pieces of work that may wait, and assessments for each core.
  static let waiting = 128
  static let waitingAssessments = 2
  /// Seconds in which what runs may finish after a signal to stop.
  static let farewell = 10
}
