// A picture made of points, and its file: PNG (ISO/IEC 15948), colours from a palette of at most sixteen, four bits a
// point. The points are stored as they are: what a machine's screen shows is speckle, which no compressor shortens
// much, and so the product needs no library to draw it.

/// A raster of palette colours.
public struct Raster: Sendable, Equatable {
  /// A colour of the palette, each part 0…255.
  public struct Colour: Sendable, Equatable {
    public let red, green, blue: UInt8

    public init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      self.red = red
      self.green = green
      self.blue = blue
    }
  }

  public let width: Int
  public let height: Int
  /// At most sixteen.
  public let palette: [Colour]
  /// Row by row from the top, each the number of a colour.
  public private(set) var points: [UInt8]

  /// A raster of the palette's first colour; width and height at least 1.
  public init(width: Int, height: Int, palette: [Colour]) {
    precondition(width > 0 && height > 0 && (1...16).contains(palette.count), "a raster of 1 … 16 colours")
    self.width = width
    self.height = height
    self.palette = palette
    points = [UInt8](repeating: 0, count: width * height)
  }

  /// The colour's number at a column and a row; one beyond the palette is held at its last.
  public subscript(column: Int, row: Int) -> Int {
    get { Int(points[row * width + column]) }
    set { points[row * width + column] = UInt8(min(max(newValue, 0), palette.count - 1)) }
  }

  /// Sixteen greys from black to white.
  public static let greys = (0..<16).map { (level: UInt8) in Colour(17 * level, 17 * level, 17 * level) }

  /// The file.
  public var png: [UInt8] {
    var rows: [UInt8] = []
    rows.reserveCapacity(height * (width / 2 + 2))
    for row in 0..<height {
      // Filter 0: none.
      rows.append(0)
      for column in stride(from: 0, to: width, by: 2) {
        let right = column + 1 < width ? points[row * width + column + 1] : 0
        rows.append(points[row * width + column] << 4 | right)
      }
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Four bits a point, palette, no interlacing.
    let size: [UInt8] = Self.bytes(UInt32(width)) + Self.bytes(UInt32(height))
    let kind: [UInt8] = [4, 3, 0, 0, 0]
    Self.chunk("IHDR", size + kind, &file)
    var colours: [UInt8] = []
    for colour in palette { colours += [colour.red, colour.green, colour.blue] }
    Self.chunk("PLTE", colours, &file)
    Self.chunk("IDAT", Self.zlib(rows), &file)
    Self.chunk("IEND", [], &file)
    return file
  }

  private static func bytes(_ value: UInt32) -> [UInt8] {
    [UInt8(value >> 24), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
  }

  private static func chunk(_ name: String, _ data: [UInt8], _ file: inout [UInt8]) {
    file += bytes(UInt32(data.count))
    let body = Array(name.utf8) + data
    file += body + bytes(checksum(body))
  }

  /// A zlib stream of stored blocks (RFC 1950, RFC 1951 § 3.2.4).
  private static func zlib(_ data: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    var start = 0
    repeat {
      let count = min(data.count - start, 65_535)
      out.append(start + count == data.count ? 1 : 0)
      for word in [UInt16(count), ~UInt16(count)] { out += [UInt8(word & 255), UInt8(word >> 8)] }
      out += data[start..<start + count]
      start += count
    } while start < data.count
    var (a, b) = (UInt32(1), UInt32(0))
    for byte in data {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return out + bytes(b << 16 | a)
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  /// The cyclic redundancy check of ISO 3309.
  private static func checksum(_ data: [UInt8]) -> UInt32 {
    ~data.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 255)] ^ $0 >> 8 }
  }
}

/// Bytes as text (RFC 4648).
package enum Base64 {
  package static func text(_ bytes: [UInt8]) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).map { start + $0 < bytes.count ? UInt32(bytes[start + $0]) : 0 }
      let word = group[0] << 16 | group[1] << 8 | group[2]
      for place in 0..<4 {
        let isThere = start + place <= bytes.count
        out.append(isThere ? letters[Int(word >> (18 - 6 * UInt32(place)) & 63)] : UInt8(ascii: "="))
      }
    }
    return String(decoding: out, as: UTF8.self)
  }
}
