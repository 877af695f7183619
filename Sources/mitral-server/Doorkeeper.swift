// Who may ask: the address that is bound, the name that a request calls this server by, and the pages that may post.

import Foundation
import Hummingbird
import HTTPTypes
import NIOCore

/// Where the server listens, and what it may be called.
struct Doorkeeper: Sendable {
  /// As given to --host.
  let host: String

  /// Whether only programs on this machine can reach the address.
  static func isLoopback(_ host: String) -> Bool {
    if host.lowercased() == "localhost" { return true }
    return host == "::1" || isAddress(host) && host.hasPrefix("127.")
  }

  static func isAddress(_ host: String) -> Bool { (try? SocketAddress(ipAddress: host, port: 0)) != nil }

  /// A page of another site can make a browser ask this server under a name of its own that it lets point here (DNS
  /// rebinding). So a request must call the server by an address, by `localhost`, or by the name it was started with.
  func admits(authority: String?) -> Bool {
    guard let authority, let name = Self.host(of: authority) else { return false }
    if name == "localhost" || name == host.lowercased() { return true }
    return Self.isLoopback(host) ? Self.isLoopback(name) : Self.isAddress(name)
  }

  /// The host of `host:port`, `[::1]:port` or `host`; nil where it is none.
  private static func host(of authority: String) -> String? {
    let text = authority.lowercased()
    func isPort(_ text: Substring) -> Bool {
      text.isEmpty || text.first == ":" && text.dropFirst().allSatisfy { ("0"..."9").contains($0) }
    }
    if text.hasPrefix("[") {
      guard let end = text.firstIndex(of: "]"), isPort(text[text.index(after: end)...]) else { return nil }
      return String(text[text.index(after: text.startIndex)..<end])
    }
    let end = text.firstIndex(of: ":") ?? text.endIndex
    guard end > text.startIndex, isPort(text[end...]) else { return nil }
    return String(text[..<end])
  }

  /// Throws where the request does not come from the server's own page or from no page at all.
  func check(_ request: Request) throws(Problem) {
    guard admits(authority: request.head.authority) else {
      throw Problem(
        status: 421, kind: "wrong-host", title: "This server is not called so",
        detail: "The Host field must be the address that the server listens on.")
    }
    if let site = request.headers[.secFetchSite], site == "cross-site", request.method != .get {
      throw Self.foreign
    }
    if let origin = request.headers[.origin], request.method != .get, request.method != .head {
      guard let start = origin.range(of: "://"), origin[start.upperBound...] == request.head.authority ?? "" else {
        throw Self.foreign
      }
    }
  }

  private static let foreign = Problem(
    status: 403, kind: "other-site", title: "Pages of other sites may not ask here")

  /// Throws where the body is not of a type that a form of another site cannot send without being asked first.
  static func demandCase(_ request: Request) throws(Problem) {
    let given = request.headers[.contentType] ?? ""
    let essence = given.prefix { $0 != ";" }.filter { $0 != " " && $0 != "\t" }.lowercased()
    let allowed = ["application/json", "application/yaml", "application/x-yaml", "text/yaml"]
    guard allowed.contains(essence) else {
      throw Problem(
        status: 415, kind: "wrong-content-type", title: "The body is not of a type that is read here",
        detail: "Content-Type must be one of: " + allowed.joined(separator: ", "),
        headers: ["Accept-Post": allowed.joined(separator: ", ")], endsConnection: true)
    }
    if let encoding = request.headers[.contentEncoding], encoding.lowercased() != "identity" {
      throw Problem(
        status: 415, kind: "wrong-content-encoding", title: "A compressed body is not read here",
        endsConnection: true)
    }
  }
}

extension HTTPField.Name {
  static let secFetchSite = named("Sec-Fetch-Site")
  static let resourcePolicy = named("Cross-Origin-Resource-Policy")
  static let openerPolicy = named("Cross-Origin-Opener-Policy")
  static let referrerPolicy = named("Referrer-Policy")

  /// - Parameter text: letters and dashes, as every name above.
  private static func named(_ text: String) -> Self {
    guard let name = Self(text) else { preconditionFailure("\(text) cannot name a header field") }
    return name
  }
}
