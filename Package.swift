// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in our own rooms; the house rules are in ARCHITECTURE.md.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "mitral",
  products: [
    .executable(name: "mitral", targets: ["mitral"]),
    .library(name: "MitralEngine", targets: ["Circulation", "Lesions", "Treatments", "Instruments", "Findings"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CLanes"),
    .target(name: "Lanes", dependencies: ["CLanes"], swiftSettings: house),
    .target(name: "Quantities", swiftSettings: house),
    .target(name: "Findings", dependencies: ["Quantities"], swiftSettings: house),
    .target(name: "Circulation", dependencies: ["Lanes", "Quantities"], swiftSettings: house),
    .target(name: "Lesions", dependencies: ["Circulation", "Quantities"], swiftSettings: house),
    .target(name: "Treatments", dependencies: ["Circulation", "Quantities"], swiftSettings: house),
    .target(
      name: "Instruments", dependencies: ["Lanes", "Quantities", "Circulation", "Findings"], swiftSettings: house),
    .target(name: "Guidelines", dependencies: ["Findings", "Quantities"], swiftSettings: house),
    .target(
      name: "Twin", dependencies: ["Circulation", "Lesions", "Treatments", "Instruments", "Findings"],
      swiftSettings: house),
    .target(
      name: "Cases", dependencies: ["Findings", "Lesions", "Treatments", "Yams"], swiftSettings: house),
    .target(name: "Reports", dependencies: ["Cases", "Twin", "Guidelines", "Instruments"], swiftSettings: house),
    .executableTarget(
      name: "mitral",
      dependencies: [
        "Cases", "Reports", "Twin", "Guidelines",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: house),
    .testTarget(name: "LanesTests", dependencies: ["Lanes"], swiftSettings: house),
    // Counts what is asked of malloc, in the tests only.
    .target(name: "AllocationCount", path: "Tests/AllocationCount"),
    .testTarget(
      name: "CirculationTests", dependencies: ["Circulation", "Lanes", "Quantities", "AllocationCount"],
      swiftSettings: house),
    .testTarget(
      name: "InstrumentsTests", dependencies: ["Instruments", "Circulation", "Findings", "Lanes", "Quantities"],
      swiftSettings: house),
    .testTarget(name: "FindingsTests", dependencies: ["Findings", "Quantities"], swiftSettings: house),
    .testTarget(name: "GuidelinesTests", dependencies: ["Guidelines", "Findings", "Quantities"], swiftSettings: house),
  ]
)
