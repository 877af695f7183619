// Reads the daily dose off a line of a list of drugs: "furosemide 80 mg bid" is 160 mg.

/// Daily doses.
public enum DailyDose {
  private static let twice = ["bid", "bd", "twice", "2x", "1-0-1"]
  private static let thrice = ["tid", "tds", "thrice", "3x", "1-1-1"]

  /// mg a day of a drug; nil where the line does not name it or gives no mg.
  public static func milligrams(in line: String, of drug: String) -> Double? {
    let words = words(of: line)
    guard words.contains(where: { $0.elementsEqual(drug.utf8) }) else { return nil }
    for (index, word) in words.enumerated() {
      guard let (dose, rest) = number(word) else { continue }
      let unit = rest.isEmpty && index + 1 < words.count ? words[index + 1] : rest
      guard isMilligram(unit) else { continue }
      var times = 1.0
      for other in words {
        if twice.contains(where: { other.elementsEqual($0.utf8) }) { times = 2 }
        if thrice.contains(where: { other.elementsEqual($0.utf8) }) { times = 3 }
      }
      return dose * times
    }
    return nil
  }

  private static func isMilligram(_ unit: [UInt8]) -> Bool {
    ["mg", "mg/d", "mg/day"].contains { unit.elementsEqual($0.utf8) }
  }

  /// The number that a word begins with, and what follows it.
  private static func number(_ word: [UInt8]) -> (value: Double, rest: [UInt8])? {
    var value = 0.0
    var place = 0.0
    var used = 0
    for byte in word {
      if (48...57).contains(byte) {
        value = place == 0 ? value * 10 + Double(byte - 48) : value + Double(byte - 48) * place
        if place > 0 { place /= 10 }
      } else if byte == 46, used > 0, place == 0 {
        place = 0.1
      } else {
        break
      }
      used += 1
    }
    return used == 0 ? nil : (value, Array(word.dropFirst(used)))
  }

  /// Words in lower case, as bytes.
  private static func words(of line: String) -> [[UInt8]] {
    var words: [[UInt8]] = []
    var word: [UInt8] = []
    for byte in line.utf8 {
      switch byte {
      case 65...90: word.append(byte + 32)
      case 32, 9, 40, 41, 44, 58, 59:
        if !word.isEmpty { words.append(word) }
        word = []
      default: word.append(byte)
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
