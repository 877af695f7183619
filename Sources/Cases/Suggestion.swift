// "Did you mean …?" for a misspelt name.

/// Finds the name that was probably meant.
public enum Suggestion {
  /// The nearest of `names` to `word`, more than one when several are equally near (at most three), none when no name
  /// is near: at most a third of the letters may differ (a swap of neighbours counts as one), case and separators
  /// ignored; or the name may begin with the word.
  static func nearest(to word: String, in names: [String]) -> [String] {
    guard !word.isEmpty, word.utf8.count <= 48 else { return [] }
    let given = plain(word)
    var best: [String] = []
    var bestDistance = Int.max
    for name in names {
      let target = plain(name)
      let distance = given == target ? 0 : editDistance(given, target)
      let shorter = min(given.count, target.count)
      guard distance <= (shorter < 3 ? 0 : shorter / 3), distance <= bestDistance else { continue }
      if distance < bestDistance { best = [] }
      bestDistance = distance
      best.append(name)
    }
    if best.isEmpty, given.count > 3 { best = names.filter { plain($0).starts(with: given) } }
    return Array(best.prefix(3))
  }

  /// The names to choose from as a phrase: all of a few, else the nearest and where to find the rest.
  public static func phrase(for word: String, in names: [String], listedBy command: String? = nil) -> String {
    let near = nearest(to: word, in: names)
    let hint = near.isEmpty ? "" : "did you mean \(near.joined(separator: " or "))? "
    if names.count <= 16 { return hint + names.joined(separator: ", ") }
    if let command { return hint + "one of \(names.count) names, see `\(command)`" }
    return hint + names.joined(separator: ", ")
  }

  private static func plain(_ text: String) -> [Character] {
    text.lowercased().filter { $0 != "-" && $0 != "_" && $0 != " " }.map { $0 }
  }

  /// Edits (insert, delete, replace, swap of neighbours) that turn one word into the other.
  static func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    if a.isEmpty { return b.count }
    if b.isEmpty { return a.count }
    var rows = [[Int]](repeating: [Int](repeating: 0, count: b.count + 1), count: a.count + 1)
    for i in 0...a.count { rows[i][0] = i }
    for j in 0...b.count { rows[0][j] = j }
    for i in 1...a.count {
      for j in 1...b.count {
        let change = a[i - 1] == b[j - 1] ? 0 : 1
        rows[i][j] = min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change)
        if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
          rows[i][j] = min(rows[i][j], rows[i - 2][j - 2] + 1)
        }
      }
    }
    return rows[a.count][b.count]
  }
}
