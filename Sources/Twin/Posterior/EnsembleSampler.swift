// Samples a distribution with an ensemble of walkers, each step of which asks for many densities at once, so that eight
// hearts beat in a word and words beat on every core.
//
// Three kinds of moves, chosen by chance:
//   guided        some hundred Metropolis steps in a stand-in density that costs next to nothing (`Surrogate`), every
//                 eighth of them independent, from one mechanism to another, too; and then
//                 min(1, p(θ')·s(θ) / (p(θ)·s(θ'))) of the true one: the surrogate transition method (Liu, Monte Carlo
//                 Strategies in Scientific Computing, 2001, § 9.4.3; recalled). Exact, and as good as the stand-in is
//   independent   a place from a mixture of t distributions around the best fits (`MixtureProposal`), accepted with
//                 min(1, p(θ')·q(θ) / (p(θ)·q(θ'))): Metropolis–Hastings. Where the posterior is near to normal, most
//                 are taken, and each is a fresh sample
//   difference    θ' = θ + γ·(θa − θb), γ = 2.38/√(2d), or 1 in one of ten (ter Braak, Stat Comput 2006;16:239): steps
//                 that have learned the posterior's shape, narrow and curved ones too, from two other walkers
//
// The ensemble is two halves; one moves while the other, which the differences are taken from, stands (Foreman-Mackey et
// al., PASP 2013;125:306), so that all of a half can be asked for together. During the warm-up the walkers' places teach
// the independent moves; afterwards nothing is adapted, and detailed balance holds.
//
// Every walker has random numbers of its own from the seed: the result does not depend on how many cores there are.

import Circulation
import Lanes

/// A place that a walker can stand at.
public protocol ChainPoint: Sendable {
  /// Which of several alternatives (mechanisms) it belongs to; `theta` means the like in all of them.
  var component: Int { get }
  var theta: [Double] { get }
  /// Logarithm of the density, up to a constant.
  var logDensity: Double { get }
}

/// How to sample.
public struct SamplerSettings: Sendable {
  /// Walkers, an even number; 32 are four words of eight.
  public var walkers = 32
  /// Generations that are not kept; the independent moves are adapted a third and two thirds through.
  public var warmUp = 24
  /// Generations that are kept at most.
  public var generations = 600
  /// The shares of guided (where there is a guide) and independent moves; the rest are differences.
  public var guided = 0.7
  public var independent = 0.15
  /// Steps of a guided move; every so many of them is an independent one.
  public var guidedSteps = 400
  public var leapEvery = 8
  /// The share of guided moves that are short, and their steps, none of them independent.
  public var shortShare = 0.2
  public var shortSteps = 12
  /// Sampling ends once the smallest effective sample size of what is watched is this, and the largest split R̂ is below
  /// `convergence`.
  public var effectiveSamples = 1000.0
  public var convergence = 1.01
  /// Generations between looks at these.
  public var look = 20

  public init() {}
}

/// A place that a walker would go to.
public struct Proposal<Point: ChainPoint>: Sendable {
  public let component: Int
  public let theta: [Double]
  /// Where the walker stands.
  public let from: Point
  /// log(q(back)/q(there)).
  let logRatio: Double
  let move: Move
}

/// A kind of move.
enum Move: Int, Sendable, CaseIterable {
  case guided, independent, difference
}

/// A stand-in density, and the size of steps in it.
public struct SamplingGuide: Sendable {
  let logDensity: @Sendable (_ component: Int, _ theta: [Double]) -> Double
  /// By component.
  let steps: [Int: TDistribution]

  package init(
    logDensity: @escaping @Sendable (_ component: Int, _ theta: [Double]) -> Double, steps: [Int: TDistribution]
  ) {
    (self.logDensity, self.steps) = (logDensity, steps)
  }
}

/// What sampling gave.
public struct SampledChains<Point: ChainPoint>: Sendable {
  /// Kept points by walker and generation.
  public let chains: [[Point]]
  /// Shares of guided, independent and difference proposals that were taken; 0 where none was made.
  public let acceptance: [Double]
  /// Of what was watched: the largest split R̂ and the smallest effective sample size.
  public let splitRHat: Double
  public let effectiveSamples: Double
  /// Densities asked for, warm-up included.
  public let evaluations: Int
  /// Whether sampling ended by what it reached and not by the number of generations.
  public let isConverged: Bool

  /// All kept points.
  public var points: [Point] { chains.flatMap { $0 } }
}

/// An ensemble on its way.
public struct EnsembleSampler<Point: ChainPoint> {
  private let settings: SamplerSettings
  private let evaluate: ([Proposal<Point>]) -> [Point?]
  private let watch: (Point) -> [Double]
  private var walkers: [Point]
  private var streams: [RandomNumbers]
  private var proposal: MixtureProposal
  private let guide: SamplingGuide?
  private var taken = [Int](repeating: 0, count: Move.allCases.count)
  private var tried = [Int](repeating: 0, count: Move.allCases.count)

  /// - Parameters:
  ///   - start: a point for every walker.
  ///   - proposal: where the posterior is thought to lie.
  ///   - guide: a stand-in for the density; nil: no guided moves.
  ///   - watch: the quantities whose convergence counts.
  ///   - evaluate: points at the places asked for, each with the point that its walker stands at; nil where there is no
  ///     density.
  public init(
    start: [Point], proposal: MixtureProposal, guide: SamplingGuide? = nil, seed: UInt64, settings: SamplerSettings,
    watch: @escaping (Point) -> [Double], evaluate: @escaping ([Proposal<Point>]) -> [Point?]
  ) {
    precondition(
      start.count == settings.walkers && start.count % 2 == 0 && start.count >= 4, "a walker's start for each")
    self.settings = settings
    self.proposal = proposal
    self.guide = guide
    self.evaluate = evaluate
    self.watch = watch
    walkers = start
    var seeds = RandomNumbers(seed: seed)
    streams = start.map { _ in RandomNumbers(seed: seeds.next()) }
  }

  /// Samples until there is enough.
  ///
  /// - Parameter progress: called after each generation with the share of the way, 0…1; false ends sampling.
  public mutating func run(progress: (Double) -> Bool = { _ in true }) -> SampledChains<Point> {
    var past: [Point] = []
    for generation in 0..<settings.warmUp {
      advance()
      past += walkers
      if generation == settings.warmUp / 3 || generation == 2 * settings.warmUp / 3 {
        adapt(to: Array(past.suffix(past.count / 2)))
      }
      guard progress(0.2 * Double(generation) / Double(settings.warmUp)) else { break }
    }
    let warming = tried.reduce(0, +)
    for move in Move.allCases { (taken[move.rawValue], tried[move.rawValue]) = (0, 0) }
    var chains = [[Point]](repeating: [], count: walkers.count)
    var state = (rHat: Double.infinity, size: 0.0)
    var isConverged = false
    for generation in 1...max(settings.generations, 1) {
      advance()
      for index in walkers.indices { chains[index].append(walkers[index]) }
      if generation % settings.look == 0 {
        state = convergence(chains)
        isConverged = state.size >= settings.effectiveSamples && state.rHat < settings.convergence
      }
      let share = max(Double(generation) / Double(settings.generations), state.size / settings.effectiveSamples)
      if !progress(0.2 + 0.8 * min(share, 1)) || isConverged { break }
    }
    if !isConverged { state = convergence(chains) }
    return SampledChains(
      chains: chains, acceptance: zip(taken, tried).map { Double($0) / Double(max($1, 1)) },
      splitRHat: state.rHat, effectiveSamples: state.size, evaluations: warming + tried.reduce(0, +),
      isConverged: isConverged)
  }

  private func convergence(_ chains: [[Point]]) -> (rHat: Double, size: Double) {
    guard let first = chains.first?.first else { return (.infinity, 0) }
    let watched = chains.map { $0.map(watch) }
    var state = (rHat: 1.0, size: Double.infinity)
    for index in watch(first).indices {
      let diagnostics = ChainDiagnostics(watched.map { $0.map { $0[index] } })
      state = (max(state.rHat, diagnostics.splitRHat), min(state.size, diagnostics.effectiveSamples))
    }
    return state
  }

  /// One generation: each half once.
  private mutating func advance() {
    let half = walkers.count / 2
    move(0..<half, against: half..<walkers.count)
    move(half..<walkers.count, against: 0..<half)
  }

  private mutating func move(_ movers: Range<Int>, against others: Range<Int>) {
    let planner = Planner(
      settings: settings, proposal: proposal, guide: guide, walkers: walkers, others: others)
    let plans = Parallel.map(movers.map { ($0, streams[$0]) }) { planner.plan(of: $0.0, random: $0.1) }
    for (index, plan) in zip(movers, plans) { streams[index] = plan.random }
    let found = evaluate(plans.map(\.proposal))
    for (index, (plan, point)) in zip(movers, zip(plans, found)) {
      let move = plan.proposal.move
      let chance = streams[index].uniform()
      tried[move.rawValue] += 1
      guard let point,
        Double.naturalLogarithm(chance) < point.logDensity - walkers[index].logDensity + plan.proposal.logRatio
      else { continue }
      taken[move.rawValue] += 1
      walkers[index] = point
    }
  }

  /// Adds what the walkers have seen to the independent moves.
  private mutating func adapt(to seen: [Point]) {
    var learned: [MixtureProposal.Part] = []
    for component in Set(proposal.parts.map(\.component)).sorted() {
      let places = seen.filter { $0.component == component }.map(\.theta)
      guard let distribution = TDistribution(places) else { continue }
      let share = Double(places.count) / Double(seen.count)
      learned.append(MixtureProposal.Part(component: component, weight: 0.6 * share, distribution))
    }
    guard !learned.isEmpty else { return }
    let kept = proposal.parts.map {
      MixtureProposal.Part(component: $0.component, weight: 0.4 * $0.weight, $0.distribution)
    }
    proposal = MixtureProposal(kept + learned)
  }
}

/// Plans moves of walkers, each from random numbers of its own.
private struct Planner<Point: ChainPoint>: Sendable {
  let settings: SamplerSettings
  let proposal: MixtureProposal
  let guide: SamplingGuide?
  let walkers: [Point]
  /// Walkers that stand.
  let others: Range<Int>

  func plan(of index: Int, random: RandomNumbers) -> (proposal: Proposal<Point>, random: RandomNumbers) {
    var random = random
    let walker = walkers[index]
    let chance = random.uniform()
    let guided = guide == nil ? 0 : settings.guided
    if chance < guided { return (guidedMove(from: walker, &random), random) }
    if chance < guided + settings.independent { return (independentMove(from: walker, &random), random) }
    return (differenceMove(from: walker, &random), random)
  }

  /// Steps in the stand-in density, and now and then a leap in it, to another mechanism or mode maybe. Where the walker
  /// stands outside it no such step leads in, and none may lead out: it stays. (Were another kind of move made instead, it
  /// would be made more often there than inside, and the outside be left too often.)
  private func guidedMove(from walker: Point, _ random: inout RandomNumbers) -> Proposal<Point> {
    let stays = Proposal(
      component: walker.component, theta: walker.theta, from: walker, logRatio: -.infinity, move: .guided)
    guard let guide else { return stays }
    let first = guide.logDensity(walker.component, walker.theta)
    guard first > -.infinity else { return stays }
    var (component, theta, density) = (walker.component, walker.theta, first)
    let usual = 2.38 / Double(theta.count).squareRoot()
    // Few steps lead a walker out of a place where the stand-in errs: it errs alike near by.
    let isShort = random.uniform() < settings.shortShare
    for step in 1...(isShort ? settings.shortSteps : settings.guidedSteps) {
      if !isShort, step % settings.leapEvery == 0 {
        let (other, there) = proposal.draw(&random)
        let new = guide.logDensity(other, there)
        let chance = Double.naturalLogarithm(random.uniform())
        guard new > -.infinity else { continue }
        let ratio = proposal.logDensity(component, theta) - proposal.logDensity(other, there)
        if chance < new - density + ratio { (component, theta, density) = (other, there, new) }
      } else if let steps = guide.steps[component] {
        let scale = usual * Double.exponential(0.7 * random.normal() - 0.3)
        let there = steps.stepped(from: theta, scale: scale, &random)
        let new = guide.logDensity(component, there)
        if Double.naturalLogarithm(random.uniform()) < new - density { (theta, density) = (there, new) }
      }
    }
    return Proposal(component: component, theta: theta, from: walker, logRatio: first - density, move: .guided)
  }

  private func independentMove(from walker: Point, _ random: inout RandomNumbers) -> Proposal<Point> {
    let (component, there) = proposal.draw(&random)
    let ratio = proposal.logDensity(walker.component, walker.theta) - proposal.logDensity(component, there)
    return Proposal(component: component, theta: there, from: walker, logRatio: ratio, move: .independent)
  }

  private func differenceMove(from walker: Point, _ random: inout RandomNumbers) -> Proposal<Point> {
    let here = walker.theta
    let first = Int(random.uniform() * Double(others.count))
    let further = 1 + Int(random.uniform() * Double(others.count - 1))
    let (a, b) = (
      walkers[others.lowerBound + first].theta,
      walkers[others.lowerBound + (first + further) % others.count].theta
    )
    let usual = 2.38 / Double(2 * here.count).squareRoot()
    let factor = random.uniform() < 0.1 ? 1 : usual
    let there = here.indices.map { here[$0] + factor * (a[$0] - b[$0]) + 1e-4 * random.normal() }
    return Proposal(component: walker.component, theta: there, from: walker, logRatio: 0, move: .difference)
  }
}
