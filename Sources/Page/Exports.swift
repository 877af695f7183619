// What the page calls. Words go in through a room of bytes; a reply is a text and a list of numbers, which stay where they
// are until the next reply.

import Instruments

nonisolated(unsafe) private var engine = PageEngine()
nonisolated(unsafe) private var outbox = Outbox()

/// Memory that the other side reads and writes.
private struct Outbox {
  /// Bytes for words on their way in.
  var room = UnsafeMutablePointer<UInt8>.allocate(capacity: 256)
  var roomSize = 256
  /// The last reply.
  var text = UnsafeMutablePointer<UInt8>.allocate(capacity: 1)
  var textSize = 0
  var numbers = UnsafeMutablePointer<Double>.allocate(capacity: 1)
  var numberCount = 0

  mutating func hold(_ reply: Reply) {
    text.deallocate()
    numbers.deallocate()
    textSize = reply.text.count
    numberCount = reply.numbers.count
    text = UnsafeMutablePointer<UInt8>.allocate(capacity: max(textSize, 1))
    numbers = UnsafeMutablePointer<Double>.allocate(capacity: max(numberCount, 1))
    for index in 0..<textSize { text[index] = reply.text[index] }
    for index in 0..<numberCount { numbers[index] = reply.numbers[index] }
  }

  mutating func makeRoom(_ size: Int) {
    guard size > roomSize else { return }
    room.deallocate()
    roomSize = size
    room = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
  }

  func word(_ size: Int) -> [UInt8] {
    var word: [UInt8] = []
    for index in 0..<min(max(size, 0), roomSize) { word.append(room[index]) }
    return word
  }
}

/// Where at least so many bytes may be written.
@c public func mitral_room(_ size: Int) -> Int {
  outbox.makeRoom(size)
  return Int(bitPattern: outbox.room)
}

/// Forgets what was said.
@c public func mitral_clear() { engine.clear() }

/// Says one thing: the key stands in the room.
@c public func mitral_say(_ size: Int, _ value: Double) { engine.say(outbox.word(size), value) }

/// Sets what was said aside, for `mitral_beats`.
@c public func mitral_keep() { engine.keep() }

@c public func mitral_check() { outbox.hold(engine.faults) }
@c public func mitral_beat() { outbox.hold(engine.beat()) }
@c public func mitral_exercise() { outbox.hold(engine.exercise()) }
@c public func mitral_predict() { outbox.hold(engine.predict()) }
@c public func mitral_beats() { outbox.hold(engine.beats()) }

@c public func mitral_catalogue() {
  var reply = Reply()
  reply.catalogue()
  outbox.hold(reply)
}

/// What is heard of the last heart: site and chest piece by their places in the catalogue, and for how long at least, s.
@c public func mitral_sound(_ site: Int, _ piece: Int, _ least: Double) { hear(site, piece, least, day: nil) }

/// The same of a day of the course, by its place among those that were told.
@c public func mitral_course_sound(_ site: Int, _ piece: Int, _ least: Double, _ day: Int) {
  hear(site, piece, least, day: day)
}

private func hear(_ site: Int, _ piece: Int, _ least: Double, day: Int?) {
  let place = AuscultationSite(rawValue: site) ?? .apex
  let pieces = [ChestPiece.diaphragm, .bell, .microphone]
  let chestPiece = pieces.indices.contains(piece) ? pieces[piece] : .diaphragm
  outbox.hold(engine.sound(place, chestPiece, least: min(max(least, 0), 60), day: day))
}

/// Begins the course of what was said, and goes on to the next of its days.
@c public func mitral_course() { engine.beginCourse() }
@c public func mitral_course_next() { outbox.hold(engine.nextOfCourse()) }

/// Finds the heart that explains the measurements of what was said.
@c public func mitral_fit() { outbox.hold(engine.fit()) }

/// A measurement in its finding's own unit: the finding and the unit written stand in the room, parted by a space.
@c public func mitral_quantity(_ size: Int, _ value: Double) {
  outbox.hold(engine.quantity(outbox.word(size), value))
}

/// The last reply: where its text and its numbers are, and how many.
@c public func mitral_text() -> Int { Int(bitPattern: outbox.text) }
@c public func mitral_text_size() -> Int { outbox.textSize }
@c public func mitral_numbers() -> Int { Int(bitPattern: outbox.numbers) }
@c public func mitral_number_count() -> Int { outbox.numberCount }
