/// Small symmetric systems, as they come from least squares.
enum NormalEquations {
  /// JᵀJ of a matrix given by rows.
  static func product(_ rows: [[Double]], count: Int) -> [[Double]] {
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: count), count: count)
    for row in rows {
      for i in 0..<count {
        for j in 0..<count { matrix[i][j] += row[i] * row[j] }
      }
    }
    return matrix
  }

  /// Jᵀr.
  static func transposed(_ rows: [[Double]], _ right: [Double], count: Int) -> [Double] {
    var sums = [Double](repeating: 0, count: count)
    for (row, value) in zip(rows, right) {
      for i in 0..<count { sums[i] += row[i] * value }
    }
    return sums
  }

  /// Solves a symmetric positive definite system by Cholesky's factorisation.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    let n = right.count
    var lower = matrix
    var x = right
    for i in 0..<n {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        lower[i][j] = i == j ? max(sum, 1e-300).squareRoot() : sum / lower[j][j]
      }
    }
    for i in 0..<n {
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in (0..<n).reversed() {
      for k in i + 1..<max(n, i + 1) { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }

  /// The diagonal of the inverse.
  static func inverseDiagonal(_ matrix: [[Double]]) -> [Double] {
    matrix.indices.map { index in
      var unit = [Double](repeating: 0, count: matrix.count)
      unit[index] = 1
      return solve(matrix, unit)[index]
    }
  }
}
