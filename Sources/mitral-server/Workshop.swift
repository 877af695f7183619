// Threads of our own for what computes, so that the threads that talk to clients never wait for a heart.

import Foundation
import NIOCore
import NIOPosix
import Synchronization

/// Some threads, and a queue before them that is short on purpose: who cannot be served soon is told so at once.
final class Workshop: Sendable {
  /// Why a piece of work gave nothing.
  enum Ending: Error {
    /// The queue is full.
    case full
    /// The time is over.
    case late
    /// Whoever asked has gone.
    case gone
  }

  /// A piece of work's own look at whether it is still wanted.
  final class Ticket: Sendable {
    private let stopped = Atomic<Bool>(false)
    var isWanted: Bool { !stopped.load(ordering: .relaxed) }
    func stop() { stopped.store(true, ordering: .relaxed) }
  }

  private struct Job: Sendable {
    let ticket: Ticket
    let work: @Sendable () -> Void
  }

  private struct State {
    var waiting: [Job] = []
    var running = 0
  }

  private let state = Mutex(State())
  private let arrivals = DispatchSemaphore(value: 0)
  private let places: Int
  private let threads: Int

  /// - Parameters:
  ///   - places: how many may wait while every thread is busy.
  init(_ name: String, threads: Int, places: Int) {
    self.threads = threads
    self.places = places
    for number in 0..<threads {
      let thread = Thread { [self] in while true { serve() } }
      thread.name = "\(name) \(number)"
      thread.stackSize = 16 << 20
      thread.start()
    }
  }

  /// How many are at work, and how many wait.
  var load: (running: Int, waiting: Int) {
    state.withLock { ($0.running, $0.waiting.count { $0.ticket.isWanted }) }
  }

  private func serve() {
    arrivals.wait()
    let job = state.withLock { state -> Job? in
      guard !state.waiting.isEmpty else { return nil }
      let job = state.waiting.removeFirst()
      if job.ticket.isWanted { state.running += 1 }
      return job.ticket.isWanted ? job : nil
    }
    guard let job else { return }
    job.work()
    state.withLock { $0.running -= 1 }
  }

  /// Does a piece of work on one of the threads.
  ///
  /// - Parameters:
  ///   - seconds: after which it is given up, the wait in the queue included. What cannot be stopped runs on unseen, and
  ///     its thread is free when it ends.
  /// - Throws: `full` when no place is free; `late`; `gone` where the task was cancelled.
  func run<Made: Sendable>(
    within seconds: Double, _ work: @escaping @Sendable (Ticket) -> Made
  ) async throws(Ending) -> Made {
    let ticket = Ticket()
    let answer = Answer<Made>()
    let isTaken = state.withLock { state in
      state.waiting.removeAll { !$0.ticket.isWanted }
      guard state.running + state.waiting.count < threads + places else { return false }
      state.waiting.append(Job(ticket: ticket) { answer.give(.success(work(ticket))) })
      return true
    }
    guard isTaken else { throw .full }
    arrivals.signal()
    let clock = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: .milliseconds(Int64(seconds * 1000))) {
      ticket.stop()
      answer.give(.failure(.late))
    }
    defer { clock.cancel() }
    return try await withTaskCancellationHandler {
      await answer.wait()
    } onCancel: {
      ticket.stop()
      answer.give(.failure(.gone))
    }.get()
  }
}

/// The one answer that somebody waits for; the first that is given counts.
private final class Answer<Made: Sendable>: Sendable {
  private enum State {
    case open
    case awaited(CheckedContinuation<Result<Made, Workshop.Ending>, Never>)
    case given(Result<Made, Workshop.Ending>)
    case done
  }

  private let state = Mutex(State.open)

  func give(_ result: Result<Made, Workshop.Ending>) {
    let waiting = state.withLock { state -> CheckedContinuation<Result<Made, Workshop.Ending>, Never>? in
      switch state {
      case .open: state = .given(result)
      case .awaited(let continuation):
        state = .done
        return continuation
      case .given, .done: break
      }
      return nil
    }
    waiting?.resume(returning: result)
  }

  /// To be called once.
  func wait() async -> Result<Made, Workshop.Ending> {
    await withCheckedContinuation { continuation in
      let result = state.withLock { state -> Result<Made, Workshop.Ending>? in
        guard case .given(let result) = state else {
          state = .awaited(continuation)
          return nil
        }
        state = .done
        return result
      }
      if let result { continuation.resume(returning: result) }
    }
  }
}
