// What is learned before sampling: some hundred hearts around each mode, the stand-in that they teach, then as many
// hearts again where the stand-in thinks the posterior lies, and the stand-in that all of them teach together; twice, and up
// to six times where it still errs.
// Walks in the last stand-in tell how wide the posterior is in each direction, which its curvature at the mode does not:
// steps and independent moves take their shape from there.

import Circulation
import Lanes

/// A guide for sampling, and where its walkers start.
struct Lesson {
  let guide: SamplingGuide?
  let proposal: MixtureProposal
  let start: [Trial]

  init(_ model: HeartModel, _ modes: [Mode], proposal: MixtureProposal, seed: UInt64, walkers: Int) {
    var random = RandomNumbers(seed: seed)
    let best = modes[0].best
    let count = modes[0].best.theta.count
    // Three times the terms of a stand-in.
    let number = 8 * ((3 * (3 + 3 * count + count * (count + 1) / 2) + 7) / 8)
    var hearts: [Trial] = []
    func beat(_ places: [Place]) { hearts += model.evaluate(places).compactMap { $0 } }
    beat(
      (0..<number * proposal.parts.count).map { index in
        let part = proposal.parts[index % proposal.parts.count]
        return Place(
          component: part.component, theta: part.distribution.draw(&random), state: best.heart.state)
      })
    var guide = Self.guide(model, proposal, hearts)
    let further = number * (proposal.parts.count + 1) / 2
    var proposal = proposal
    for round in 1...Self.rounds {
      guard let believed = guide else { break }
      let places = Self.places(believed, from: hearts, 2 * further, &random)
      proposal = Self.widened(proposal, by: places)
      beat(Array(places.prefix(further)))
      let misses = hearts.suffix(further).map { $0.logDensity - believed.logDensity($0.component, $0.theta) }
      guide = Self.guide(model, proposal, hearts)
      if round >= 2, Information.deviation(misses) < Self.enough { break }
    }
    self.guide = guide
    self.proposal = proposal
    // Likely hearts of the last round, over and over where there are too few.
    let near = hearts.suffix(number).filter { $0.logDensity > best.logDensity - 40 }
    let starts = near.isEmpty ? [best] : Array(near)
    start = (0..<walkers).map { starts[$0 * max(starts.count / walkers, 1) % starts.count] }
  }

  /// Rounds at most, and how far the stand-in may err in the logarithm of the density of hearts that it had not seen
  /// (standard deviation) for learning to end: three of four of its proposals are then taken.
  private static let rounds = 6
  private static let enough = 0.4

  /// Hearts that count as near: none so unlikely that no walker would ever stand there.
  private static let depth = 30.0

  private static func guide(_ model: HeartModel, _ proposal: MixtureProposal, _ hearts: [Trial]) -> SamplingGuide? {
    var surrogates: [Int: Surrogate] = [:]
    var steps: [Int: TDistribution] = [:]
    let most = hearts.map(\.logDensity).max() ?? 0
    for part in proposal.parts where surrogates[part.component] == nil {
      let own = hearts.filter { $0.component == part.component && $0.logDensity > most - depth }
      surrogates[part.component] = Surrogate(
        part.distribution, learning: own.map { ($0.theta, Array($0.residuals.prefix(model.targets.count))) },
        density: { model.logDensity(misses: $0, part.component, $1) })
      steps[part.component] = part.distribution
    }
    guard !surrogates.isEmpty else { return nil }
    let learned = surrogates
    return SamplingGuide(
      logDensity: { component, theta in learned[component]?.logDensity(theta) ?? -.infinity }, steps: steps)
  }

  /// The proposal with what walks in the stand-in say of each component.
  private static func widened(_ proposal: MixtureProposal, by places: [Place]) -> MixtureProposal {
    var parts: [MixtureProposal.Part] = []
    for component in Set(proposal.parts.map(\.component)).sorted() {
      let own = places.filter { $0.component == component }.map(\.theta)
      guard let distribution = TDistribution(own) else { continue }
      parts.append(
        MixtureProposal.Part(
          component: component, weight: Double(own.count) / Double(places.count), distribution))
    }
    return MixtureProposal(
      parts
        + proposal.parts.map { MixtureProposal.Part(component: $0.component, weight: 0.3 * $0.weight, $0.distribution) }
    )
  }

  /// Where the stand-in thinks that the posterior lies: walks from likely hearts.
  private static func places(
    _ guide: SamplingGuide, from hearts: [Trial], _ number: Int, _ random: inout RandomNumbers
  ) -> [Place] {
    let most = hearts.map(\.logDensity).max() ?? 0
    let near = hearts.filter { $0.logDensity > most - 15 }
    guard !near.isEmpty else { return [] }
    let starts = (0..<number).map { (near[$0 % near.count], RandomNumbers(seed: random.next())) }
    return Parallel.map(starts) { heart, stream in
      var stream = stream
      var (theta, density) = (heart.theta, guide.logDensity(heart.component, heart.theta))
      let steps = guide.steps[heart.component]
      let usual = 2.38 / Double(theta.count).squareRoot()
      for _ in 0..<200 {
        guard let there = steps?.stepped(from: theta, scale: usual, &stream) else { break }
        let new = guide.logDensity(heart.component, there)
        if Double.naturalLogarithm(stream.uniform()) < new - density { (theta, density) = (there, new) }
      }
      return Place(component: heart.component, theta: theta, state: heart.heart.state)
    }
  }
}
