// What the page is told: a text in JSON in which every number is a place in a list of numbers, so that no number is ever
// written in digits here or read from them there: it crosses bit for bit. A text that begins with "@" is a list of
// samples, "@first:count" in the same list of numbers.

/// A reply under way.
struct Reply {
  private(set) var text: [UInt8] = []
  private(set) var numbers: [Double] = []
  /// Whether something stands before, in the object or list that is open.
  private var follows = false

  // MARK: Values

  mutating func object(_ fill: (inout Reply) -> Void) {
    open(0x7b)
    fill(&self)
    close(0x7d)
  }

  mutating func list(_ fill: (inout Reply) -> Void) {
    open(0x5b)
    fill(&self)
    close(0x5d)
  }

  mutating func text(_ value: String) {
    separate()
    quote(value)
  }

  /// What is no number is null.
  mutating func number(_ value: Double) {
    separate()
    guard value.isFinite else {
      raw("null")
      return
    }
    count(numbers.count)
    numbers.append(value)
  }

  mutating func flag(_ value: Bool) {
    separate()
    raw(value ? "true" : "false")
  }

  mutating func samples(_ values: [Double]) {
    separate()
    raw("\"@")
    count(numbers.count)
    raw(":")
    count(values.count)
    raw("\"")
    numbers += values
  }

  // MARK: Fields of an object; what is not there is left out

  mutating func field(_ name: StaticString, _ value: Double?) {
    guard let value, value.isFinite else { return }
    key(name)
    number(value)
  }

  mutating func field(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    key(name)
    text(value)
  }

  mutating func field(_ name: StaticString, flag value: Bool) {
    key(name)
    flag(value)
  }

  mutating func field(_ name: StaticString, samples values: [Double]) {
    key(name)
    samples(values)
  }

  mutating func field(_ name: StaticString, texts values: [String]) {
    list(name) { for value in values { $0.text(value) } }
  }

  mutating func object(_ name: StaticString, _ fill: (inout Reply) -> Void) {
    key(name)
    object(fill)
  }

  mutating func list(_ name: StaticString, _ fill: (inout Reply) -> Void) {
    key(name)
    list(fill)
  }

  /// A number by a name that is not known beforehand.
  mutating func entry(_ name: String, _ value: Double?) {
    guard let value, value.isFinite else { return }
    separate()
    quote(name)
    raw(":")
    follows = false
    number(value)
  }

  // MARK: Signs

  private mutating func open(_ sign: UInt8) {
    separate()
    text.append(sign)
    follows = false
  }

  private mutating func close(_ sign: UInt8) {
    text.append(sign)
    follows = true
  }

  private mutating func separate() {
    if follows { text.append(0x2c) }
    follows = true
  }

  private mutating func key(_ name: StaticString) {
    separate()
    text.append(0x22)
    raw(name)
    text.append(0x22)
    text.append(0x3a)
    follows = false
  }

  private mutating func raw(_ sign: StaticString) {
    sign.withUTF8Buffer { text += $0 }
  }

  private mutating func count(_ value: Int) {
    var digits: [UInt8] = []
    var rest = value
    repeat {
      digits.append(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    text += digits.reversed()
  }

  private mutating func quote(_ value: String) {
    text.append(0x22)
    if value.utf8.withContiguousStorageIfAvailable({ escape($0) }) == nil { escape(value.utf8) }
    text.append(0x22)
  }

  private mutating func escape(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      switch byte {
      case 0x22, 0x5c:
        text.append(0x5c)
        text.append(byte)
      case 0x0a:
        raw("\\n")
      case 0..<0x20:
        text.append(0x20)
      default: text.append(byte)
      }
    }
  }
}
