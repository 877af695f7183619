// Sound as a file: RIFF/WAVE, one channel, 16-bit linear PCM, which every player reads (Microsoft and IBM, Multimedia
// Programming Interface 1.0, 1991).

/// Writes sound.
public enum WAVFile {
  /// The file.
  ///
  /// - Parameters:
  ///   - samples: −1 … 1; what is beyond is held there, and what is no number is silence.
  ///   - rate: samples a second, 1 … 384,000.
  public static func bytes(_ samples: [Double], rate: Int) -> [UInt8] {
    precondition((1...384_000).contains(rate), "a rate that players know")
    let size = UInt32(2 * samples.count)
    var file: [UInt8] = []
    file.reserveCapacity(44 + 2 * samples.count)
    file += Array("RIFF".utf8) + little(36 + size) + Array("WAVE".utf8)
    // Linear PCM, one channel; bytes a second, bytes a sample, bits a sample.
    file += Array("fmt ".utf8) + little(UInt32(16)) + little(UInt16(1)) + little(UInt16(1))
    file += little(UInt32(rate)) + little(UInt32(2 * rate)) + little(UInt16(2)) + little(UInt16(16))
    file += Array("data".utf8) + little(size)
    for sample in samples {
      let held = sample.isFinite ? min(max(sample, -1), 1) : 0
      file += little(UInt16(bitPattern: Int16((held * 32_767).rounded())))
    }
    return file
  }

  private static func little(_ value: UInt32) -> [UInt8] {
    [UInt8(value & 255), UInt8(value >> 8 & 255), UInt8(value >> 16 & 255), UInt8(value >> 24)]
  }

  private static func little(_ value: UInt16) -> [UInt8] { [UInt8(value & 255), UInt8(value >> 8)] }
}
