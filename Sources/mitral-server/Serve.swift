// `mitral serve`: the page and the programming interface, on this machine.

import ArgumentParser
import Foundation
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOPosix
import Reports
import ServiceLifecycle
import UnixSignals

@main
struct Serve: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mitral serve",
    abstract: "Serve the page, and the same answers as the command's to programs, on this machine.",
    discussion: """
      Prints one line with the address, and serves until Ctrl-C or SIGTERM: then it takes nothing new, finishes what \
      runs (\(Limits.farewell) s at most) and ends with status 0.

        POST /api/simulate, /api/grade, /api/assess     a case as JSON or YAML in, the command's document out; options as
                                                        the command's flags: ?guideline=acc-aha-2020, ?quick, ?seed=7
        GET  /api/catalogue/NAME                        as mitral catalogue NAME --json
        GET  /api/openapi.json, /api/health

      Examples:
        mitral serve
        mitral serve --port 0                           any free port; the line tells which
        curl --data-binary @cases/flail-leaflet.yaml -H 'Content-Type: application/yaml' \\
          'http://127.0.0.1:8080/api/assess?quick'

      Mitral teaches and supports research. It is no medical device.
      """,
    version: Product.version)

  @Option(help: "The port (0 ... 65535); 0: any that is free.")
  var port = 8080

  @Option(help: "The address to listen on; any but this machine's own loopback needs --allow-remote.")
  var host = "127.0.0.1"

  @Flag(
    help: ArgumentHelp(
      "Let other machines ask.",
      discussion: """
        Whoever reaches the address can then use this server, without a password and unencrypted, and cases sent to it \
        cross the network as they are. Put a proxy that asks who it is in front, or do not send what tells of a person.
        """))
  var allowRemote = false

  @Option(help: ArgumentHelp("The folder of the built page.", valueName: "folder"), completion: .directory)
  var page: String?

  func validate() throws {
    guard (0...65535).contains(port) else {
      throw ValidationError("'\(port)' is not a port for --port; allowed: 0 ... 65535")
    }
    guard Doorkeeper.isAddress(host) || host.lowercased() == "localhost" else {
      throw ValidationError("'\(host)' is not an address for --host; allowed: an IP address, or localhost")
    }
    guard allowRemote || Doorkeeper.isLoopback(host) else {
      throw ValidationError(
        "--host \(host) would let other machines ask this server, without a password and unencrypted; "
          + "say --allow-remote as well if that is meant")
    }
  }

  func run() throws {
    signal(SIGPIPE, SIG_IGN)
    // What talks to clients runs on the event loops themselves: the pool that tasks usually run in also works for the
    // fits, and a task would wait there until they are done.
    _ = NIOSingletons.unsafeTryInstallSingletonPosixEventLoopGroupAsConcurrencyGlobalExecutor()
    let outcome = Outcome()
    Task.detached {
      do {
        try await serve()
        outcome.end(0)
      } catch {
        FileHandle.standardError.write(Data("mitral: \(told(error))\n".utf8))
        outcome.end(1)
      }
    }
    throw ExitCode(outcome.wait())
  }

  private func serve() async throws {
    let service = Service(
      answers: Answers(), page: PageFiles(page ?? Self.usualPage), door: Doorkeeper(host: host))
    var logger = Logger(label: "mitral", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .critical
    let application = Application(
      responder: service,
      server: .http1(
        configuration: .init(
          idleTimeout: .seconds(Limits.idle),
          httpDecoderConfiguration: .init(
            maxHeaderFieldSize: 2 * Limits.header, maxHeaderListSize: 2 * Limits.header,
            maxHeaderFieldCount: 2 * Limits.headerFields))),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: "Mitral",
        availableConnectionsDelegate: MaximumAvailableConnections(Limits.connections)),
      onServerRunning: { channel in
        let shown = host.contains(":") ? "[\(host)]" : host
        print("Mitral serves at http://\(shown):\(channel.localAddress?.port ?? port)/ (Ctrl-C stops it)")
        fflush(nil)
      }, logger: logger)
    var group = ServiceGroupConfiguration(
      services: [application], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
    group.maximumGracefulShutdownDuration = .seconds(Limits.farewell)
    try await ServiceGroup(configuration: group).run()
  }

  /// Where the launcher puts the page.
  private static var usualPage: String {
    (Product.home ?? URL(fileURLWithPath: ".")).appendingPathComponent(".build/page/site").path
  }

  private func told(_ error: any Error) -> String {
    guard let failure = error as? IOError else { return "\(error)" }
    switch failure.errnoCode {
    case EADDRINUSE: return "port \(port) on \(host) is taken; choose another with --port, or 0 for any that is free"
    case EACCES: return "port \(port) on \(host) is not for this user; choose one above 1023 with --port"
    case EADDRNOTAVAIL: return "\(host) is not an address of this machine"
    default: return "cannot listen on \(host):\(port): \(failure)"
    }
  }
}

/// The status to end with, waited for by the main thread.
private final class Outcome: @unchecked Sendable {
  private let done = DispatchSemaphore(value: 0)
  private var status: Int32 = 0

  func end(_ status: Int32) {
    self.status = status
    done.signal()
  }

  func wait() -> Int32 {
    done.wait()
    return status
  }
}
