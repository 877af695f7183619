// Rasters as files, held against the format's own published check values. A real reader opens them in
// `Tests/command/claims_examine.py`.

import Drawing
import Testing

@Suite struct RasterTests {
  @Test func aPortableNetworkGraphicEndsWithTheChunkThatEveryOneHas() {
    let file = Raster(width: 3, height: 2, palette: Raster.greys).png
    #expect(Array(file.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    // Length 0, IEND, and its checksum, which is the same in every file.
    #expect(Array(file.suffix(12)) == [0, 0, 0, 0, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82])
  }

  @Test func aColourBeyondThePaletteIsHeldAtItsLast() {
    var raster = Raster(width: 1, height: 1, palette: Raster.greys)
    raster[0, 0] = 99
    #expect(raster[0, 0] == 15)
  }
}
