// Independent pieces of work on every core. The result does not depend on how many there are; a web page has one.

#if !hasFeature(Embedded)
  import Dispatch
#endif

enum Parallel {
  /// The results of a piece of work for every item, in their order.
  static func map<Item: Sendable, Result: Sendable>(
    _ items: [Item], _ work: @Sendable (Item) -> Result
  ) -> [Result] {
    #if !hasFeature(Embedded)
      guard items.count > 1 else { return items.map(work) }
      return [Result](unsafeUninitializedCapacity: items.count) { buffer, count in
        // Every piece writes a place of its own.
        nonisolated(unsafe) let places = buffer.baseAddress
        DispatchQueue.concurrentPerform(iterations: items.count) { index in
          (places.map { $0 + index })?.initialize(to: work(items[index]))
        }
        count = items.count
      }
    #else
      return items.map(work)
    #endif
  }
}
