// How hard an English text is to read: the Flesch–Kincaid grade (Kincaid et al., U.S. Naval Technical Training Command 1975),
// 0.39·words/sentences + 11.8·syllables/words − 15.59, the school year that understands it.

/// Counts words, sentences and syllables.
struct ReadingLevel {
  private(set) var words = 0
  private(set) var sentences = 0
  private(set) var syllables = 0
  /// The longest sentence, in words.
  private(set) var longest = 0

  /// - Parameter sentences: texts that end with a full stop, question mark or colon; each may hold several sentences.
  init(_ texts: [String]) {
    for text in texts {
      var length = 0
      for word in text.split(separator: " ") {
        let letters = word.lowercased().filter(\.isLetter)
        if !letters.isEmpty || word.contains(where: \.isNumber) {
          words += 1
          length += 1
          syllables += letters.isEmpty ? 1 : Self.syllables(letters)
        }
        if let last = word.last(where: { $0 != ")" }), ".?!:;".contains(last) {
          sentences += 1
          longest = max(longest, length)
          length = 0
        }
      }
      if length > 0 {
        sentences += 1
        longest = max(longest, length)
      }
    }
  }

  var grade: Double {
    0.39 * Double(words) / Double(sentences) + 11.8 * Double(syllables) / Double(words) - 15.59
  }

  /// Groups of vowels, without a silent e at the end.
  static func syllables(_ word: String) -> Int {
    var count = 0
    var before = false
    for letter in word {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !before { count += 1 }
      before = isVowel
    }
    let endsSilent =
      word.hasSuffix("e") && !word.hasSuffix("le")
      || word.hasSuffix("ed") && !word.hasSuffix("ted") && !word.hasSuffix("ded")
    if endsSilent, count > 1 { count -= 1 }
    return max(count, 1)
  }
}
