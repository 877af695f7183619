// A beat for the browser: GoldenHash.swift is compiled beside this.

/// The hash of the golden hearts' beats, computed one by one or side by side.
@c public func golden(_ sideBySide: Bool) -> UInt64 { goldenHash(sideBySide: sideBySide) }
