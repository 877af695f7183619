// Must not compile: Foundation does not exist here.
import Foundation

public func now() -> Double { Date().timeIntervalSince1970 }
