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

  /// Solves a symmetric positive definite system by Cholesky's factorisation; directions that the matrix says nothing
  /// about are hardly moved in.
  static func solve(_ matrix: [[Double]], _ right: [Double]) -> [Double] {
    var held = matrix
    for i in held.indices { held[i][i] = max(held[i][i], 1e-12) }
    var ridge = 1e-12
    while ridge < 1e6 {
      if let lower = factor(held) { return solve(factor: lower, right) }
      for i in held.indices { held[i][i] *= 1 + ridge }
      ridge *= 10
    }
    // Not numbers: no way to go.
    return right.map { _ in 0 }
  }

  /// Cholesky's lower triangle; nil where the matrix is not positive definite.
  static func factor(_ matrix: [[Double]]) -> [[Double]]? {
    var lower = matrix.map { $0.map { _ in 0.0 } }
    for i in matrix.indices {
      for j in 0...i {
        var sum = matrix[i][j]
        for k in 0..<j { sum -= lower[i][k] * lower[j][k] }
        if i == j {
          guard sum > 0, sum.isFinite else { return nil }
          lower[i][i] = sum.squareRoot()
        } else {
          lower[i][j] = sum / lower[j][j]
        }
      }
    }
    return lower
  }

  /// Solves L·Lᵀ·x = right.
  static func solve(factor lower: [[Double]], _ right: [Double]) -> [Double] {
    var x = right
    for i in x.indices {
      for k in 0..<i { x[i] -= lower[i][k] * x[k] }
      x[i] /= lower[i][i]
    }
    for i in x.indices.reversed() {
      for k in i + 1..<max(x.count, i + 1) { x[i] -= lower[k][i] * x[k] }
      x[i] /= lower[i][i]
    }
    return x
  }

  /// The inverse of a symmetric positive definite matrix.
  static func inverse(_ matrix: [[Double]]) -> [[Double]] {
    matrix.indices.map { index in
      var unit = [Double](repeating: 0, count: matrix.count)
      unit[index] = 1
      return solve(matrix, unit)
    }
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
