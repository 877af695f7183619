// swift-tools-version: 6.2
import PackageDescription

// The engine's benchmarks and those of the main job, a package of their own so that whoever builds Mitral does not fetch what only these need.
// How to run them: docs/speed.md.
let package = Package(
  name: "mitral-benchmarks",
  dependencies: [
    .package(name: "mitral", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .target(name: "PlainHeart", cSettings: [.unsafeFlags(["-O3"])]),
    .executableTarget(
      name: "Engine",
      dependencies: [
        "PlainHeart",
        .product(name: "MitralEngine", package: "mitral"),
        .product(name: "MitralBench", package: "mitral"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Engine",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Assess",
      dependencies: [
        .product(name: "MitralAssessment", package: "mitral"),
        .product(name: "Benchmark", package: "benchmark"),
      ],
      path: "Benchmarks/Assess",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
  ]
)
