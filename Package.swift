// swift-tools-version: 6.2
import PackageDescription

/// Warnings are errors in our own rooms, and every file names what it uses; the house rules are in ARCHITECTURE.md.
let house: [SwiftSetting] = [.treatAllWarnings(as: .error), .enableUpcomingFeature("MemberImportVisibility")]

/// For the rooms that only read what people say and put results into words: optimising them took a fifth of the whole
/// build's work, at its end, where nothing else is left to compile beside them; what they do is over in milliseconds.
/// Nothing that computes, draws or writes long files may be built so.
let told: [SwiftSetting] = house + [.unsafeFlags(["-Onone"], .when(configuration: .release))]

/// A room of the house: its name and the rooms it may look into (the arrows of ARCHITECTURE.md).
func room(_ name: String, _ rooms: [Target.Dependency], _ settings: [SwiftSetting] = house) -> Target {
  .target(name: name, dependencies: rooms, swiftSettings: settings)
}

/// The tests of one room.
func tests(_ name: String, _ rooms: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: rooms, swiftSettings: house)
}

let engine: [Target.Dependency] = ["Lanes", "Quantities", "Circulation"]

let package = Package(
  name: "mitral",
  products: [
    .executable(name: "mitral", targets: ["mitral"]),
    .library(
      name: "MitralEngine",
      targets: ["Lanes", "Quantities", "Circulation", "Lesions", "Treatments", "Course", "Instruments", "Findings"]),
    .library(name: "MitralBench", targets: ["Bench"]),
    .library(name: "MitralAssessment", targets: ["Assessment", "Cases", "Twin", "Guidelines", "Findings", "Reports"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .target(name: "CLanes"),
    room("Lanes", ["CLanes"]),
    room("Quantities", []),
    room("Findings", ["Quantities"]),
    room("Circulation", ["Lanes", "Quantities"]),
    room("Lesions", ["Circulation", "Quantities"]),
    room("Treatments", ["Circulation", "Quantities"]),
    room("Course", engine + ["Lesions", "Treatments"]),
    room("Instruments", engine + ["Findings"]),
    room("Statements", engine + ["Course", "Findings", "Lesions", "Treatments"]),
    room("Bench", engine + ["Findings", "Instruments"]),
    room("Guidelines", ["Lanes", "Findings", "Quantities"]),
    room(
      "Page",
      engine + [
        "Course", "Findings", "Guidelines", "Inference", "Instruments", "Lesions", "Statements", "Treatments", "Twin",
      ]),
    room("Twin", engine + ["Course", "Lesions", "Treatments", "Instruments", "Findings"]),
    room(
      "Inference",
      engine + ["Course", "Findings", "Guidelines", "Instruments", "Lesions", "Statements", "Treatments", "Twin"]),
    room("Drawing", []),
    room("Pictures", engine + ["Drawing", "Findings", "Instruments"]),
    room("Cases", engine + ["Findings", "Lesions", "Statements", "Treatments", "Yams"]),
    room(
      "Assessment",
      engine + [
        "Cases", "Inference", "Twin", "Course", "Guidelines", "Instruments", "Findings", "Lesions", "Statements",
        "Treatments",
      ]),
    room(
      "Reports",
      engine + [
        "Assessment", "Cases", "Inference", "Twin", "Course", "Guidelines", "Instruments", "Findings", "Drawing",
        "Pictures", "Statements",
      ], told),
    .executableTarget(
      name: "mitral",
      dependencies: engine + [
        "Assessment", "Bench", "Cases", "Reports", "Drawing", "Pictures", "Twin", "Course", "Guidelines", "Instruments",
        "Findings", "Lesions", "Statements", "Treatments",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: told),
    // Counts what is asked of malloc, in the tests only.
    .target(name: "AllocationCount", path: "Tests/AllocationCount"),
    // The shipped cases that are simulated as they stand, as the tests of instruments and pictures look at them.
    .target(
      name: "ExaminedHearts", dependencies: engine + ["Cases", "Findings", "Instruments", "Twin"],
      path: "Tests/ExaminedHearts", swiftSettings: house),
    tests("LanesTests", ["Lanes"]),
    tests("CirculationTests", engine + ["AllocationCount"]),
    tests(
      "InstrumentsTests",
      engine + ["Bench", "Instruments", "Findings", "Lesions", "Treatments", "Course", "ExaminedHearts"]),
    tests("FindingsTests", ["Findings", "Quantities"]),
    tests("GuidelinesTests", ["Guidelines", "Findings", "Quantities"]),
    tests(
      "ReportsTests",
      engine + ["Reports", "Drawing", "Pictures", "Cases", "Findings", "Guidelines", "Instruments"]),
    tests("PicturesTests", engine + ["Drawing", "Pictures", "Findings", "Instruments", "ExaminedHearts"]),
    tests("CasesTests", ["Cases", "Guidelines", "Findings", "Lesions", "Quantities", "Statements"]),
    tests("CourseTests", engine + ["Course", "Twin", "Lesions", "Treatments", "Instruments", "Findings"]),
    tests(
      "AssessmentTests",
      engine + [
        "Assessment", "Cases", "Inference", "Twin", "Course", "Guidelines", "Instruments", "Findings", "Lesions",
        "Statements",
      ]),
    tests("TwinTests", engine + ["Twin", "Instruments", "Findings", "Treatments"]),
    tests("LesionsTests", engine + ["Lesions", "Treatments", "Instruments", "Findings"]),
    tests("TreatmentsTests", engine + ["Lesions", "Treatments", "Instruments", "Findings", "Twin"]),
    tests(
      "PageTests",
      engine + [
        "Assessment", "Cases", "Course", "Findings", "Inference", "Instruments", "Page", "Statements", "Treatments",
        "Twin",
      ]),
    tests("BodyTests", ["Circulation", "Instruments", "Findings", "Quantities"]),
  ]
)

// The server of the page, and what it is made with, only where they are asked for: whoever builds the command fetches and
// compiles none of it, and both products share the rooms as compiled. Not a trait, since a trait is also a word that every
// room is compiled with: going from one product to the other would compile all of them anew.
if Context.environment["MITRAL_SERVER"] != nil {
  package.dependencies += [
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ]
  package.products.append(.executable(name: "mitral-server", targets: ["mitral-server"]))
  package.targets.append(
    .executableTarget(
      name: "mitral-server",
      dependencies: engine + [
        "Assessment", "Cases", "Findings", "Guidelines", "Reports",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: told))
}
