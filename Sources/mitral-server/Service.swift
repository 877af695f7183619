// From a request to its response: who asks, which address, which method; and the header fields of every answer.

import Cases
import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// What is known of a request beside itself.
struct Visit: InitializableFromSource, RequestContext {
  var coreContext: CoreRequestContextStorage
  let channel: any Channel

  init(source: ApplicationRequestContextSource) {
    coreContext = .init(source: source)
    channel = source.channel
  }
}

/// Answers every request.
struct Service: HTTPResponder {
  typealias Context = Visit

  let answers: Answers
  let page: PageFiles
  let door: Doorkeeper

  func respond(to request: Request, context: Visit) async throws -> Response {
    var response: Response
    do throws(Problem) {
      try door.check(request)
      try Self.demandSmallHeader(request)
      response = try await answer(request, context)
    } catch {
      response = Self.response(error)
      if error.endsConnection { Self.end(context.channel) }
    }
    Self.protect(&response.headers)
    return request.method == .head ? response.createHeadResponse() : response
  }

  private func answer(_ request: Request, _ visit: Visit) async throws(Problem) -> Response {
    let path = request.uri.path
    let method = request.method
    let reads = method == .get || method == .head
    func demandReading() throws(Problem) {
      guard reads else { throw .wrongMethod("\(method)", allowed: "GET, HEAD") }
    }
    switch path {
    case "/api/simulate", "/api/grade", "/api/assess":
      guard method == .post else { throw .wrongMethod("\(method)", allowed: "POST") }
      return try await computed(request, visit, path)
    case "/api/health":
      try demandReading()
      return Self.json(answers.health)
    case "/api/openapi.json":
      try demandReading()
      guard let text = OpenAPI.text else {
        throw Problem(
          status: 503, kind: "no-schemas", title: "The schemas are not here",
          detail: "The server runs outside its checkout; MITRAL_HOME names the folder that holds schema.")
      }
      return Self.json(text)
    case _ where path.hasPrefix("/api/catalogue/"):
      try demandReading()
      return Self.json(try await answers.catalogue(String(path.dropFirst("/api/catalogue/".count))))
    case _ where path == "/api" || path.hasPrefix("/api/"):
      throw .noSuchPlace(path)
    default:
      try demandReading()
      return try file(at: path, request)
    }
  }

  // MARK: What is computed

  private func computed(_ request: Request, _ visit: Visit, _ path: String) async throws(Problem) -> Response {
    try Doorkeeper.demandCase(request)
    if let length = request.headers[.contentLength].flatMap({ Int($0) }), length > Limits.body {
      throw .tooLarge(Limits.body)
    }
    let query = request.uri.query
    switch path {
    case "/api/simulate": return Self.json(try await answers.simulate(try await Self.bytes(request.body), query))
    case "/api/grade": return Self.json(try await answers.grade(try await Self.bytes(request.body), query))
    default:
      // Only here is it worth watching whether the client is still there. Nothing can be asked on the connection after.
      let answers = answers
      let made: Result<String, Problem>
      do {
        made = try await request.body.consumeWithCancellationOnInboundClose { body in
          do {
            return .success(try await answers.assess(try await Self.bytes(body), query))
          } catch let problem as Problem {
            return Result<String, Problem>.failure(problem)
          }
        }
      } catch {
        throw Problem(status: 503, kind: "stopping", title: "The client has gone")
      }
      var response: Response
      switch made {
      case .success(let text): response = Self.json(text)
      case .failure(let problem):
        response = Self.response(problem)
        if problem.endsConnection { Self.end(visit.channel) }
      }
      response.headers[.connection] = "close"
      return response
    }
  }

  /// The whole body, where it is small enough and comes soon enough.
  private static func bytes(_ body: RequestBody) async throws(Problem) -> [UInt8] {
    let received: Result<[UInt8], Problem>
    do {
      received = try await withThrowingTaskGroup(of: Result<[UInt8], Problem>.self) { group in
        group.addTask {
          var bytes: [UInt8] = []
          for try await part in body {
            guard bytes.count + part.readableBytes <= Limits.body else { return .failure(.tooLarge(Limits.body)) }
            bytes.append(contentsOf: part.readableBytesView)
          }
          return .success(bytes)
        }
        group.addTask {
          try await Task.sleep(for: .seconds(Limits.receiving))
          return .failure(
            Problem(
              status: 408, kind: "slow-body", title: "The body did not come in time",
              detail: "It must be here within \(Int(Limits.receiving)) s.", endsConnection: true))
        }
        defer { group.cancelAll() }
        return try await group.next() ?? .success([])
      }
    } catch {
      throw Problem(
        status: 400, kind: "broken-body", title: "The body ended before it was whole", endsConnection: true)
    }
    return try received.get()
  }

  // MARK: Files

  private func file(at path: String, _ request: Request) throws(Problem) -> Response {
    guard let decoded = Query.decoded(path.replacing("+", with: "%2B")), let file = page.file(at: decoded) else {
      guard path == "/" else { throw .noSuchPlace(path) }
      return Response(
        status: .notFound, headers: [.contentType: "text/plain; charset=utf-8", .cacheControl: "no-store"],
        body: .init(byteBuffer: ByteBuffer(string: Self.noPage)))
    }
    var headers: HTTPFields = [
      .contentType: file.type, .eTag: file.tag, .cacheControl: "no-cache", .contentSecurityPolicy: Self.pagePolicy,
    ]
    if PageFiles.matches(request.headers[.ifNoneMatch], file.tag) {
      return Response(status: .notModified, headers: headers)
    }
    headers[.contentLength] = "\(file.bytes.count)"
    return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: file.bytes)))
  }

  private static let noPage = """
    There is no page here: `./mitral page -o .build/page/site` makes it. The programming interface works:
      POST /api/simulate, /api/grade, /api/assess     a case as JSON or YAML in, the command's document out
      GET  /api/openapi.json                          what they take and give
    Mitral teaches and supports research. It is no medical device.

    """

  /// That of the page itself, and that nobody may frame it, which only a header field can say.
  private static let pagePolicy =
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' blob: data:; "
    + "connect-src 'self'; worker-src 'self'; manifest-src 'self'; media-src blob:; base-uri 'none'; "
    + "form-action 'none'; frame-ancestors 'none'"
}

// MARK: - Responses

extension Service {
  private static func json(_ text: String) -> Response {
    Response(
      status: .ok, headers: [.contentType: "application/json", .cacheControl: "no-store"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private static func response(_ problem: Problem) -> Response {
    var headers: HTTPFields = [.contentType: "application/problem+json", .cacheControl: "no-store"]
    for (name, value) in problem.headers { HTTPField.Name(name).map { headers[$0] = value } }
    if problem.endsConnection { headers[.connection] = "close" }
    return Response(
      status: .init(code: problem.status), headers: headers,
      body: .init(byteBuffer: ByteBuffer(string: problem.json.serialised() + "\n")))
  }

  private static func protect(_ headers: inout HTTPFields) {
    headers[.xContentTypeOptions] = "nosniff"
    headers[.referrerPolicy] = "no-referrer"
    headers[.resourcePolicy] = "same-origin"
    headers[.openerPolicy] = "same-origin"
    if headers[.contentSecurityPolicy] == nil {
      headers[.contentSecurityPolicy] = "default-src 'none'; frame-ancestors 'none'"
    }
  }

  /// Closes a connection whose rest nobody wants to read, when the answer has had time to arrive.
  private static func end(_ channel: any Channel) {
    _ = channel.eventLoop.scheduleTask(in: .seconds(1)) { channel.close(promise: nil) }
  }

  private static func demandSmallHeader(_ request: Request) throws(Problem) {
    let bytes = request.headers.reduce(request.uri.string.utf8.count) {
      $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4
    }
    guard bytes <= Limits.header, request.headers.count <= Limits.headerFields else {
      throw Problem(
        status: 431, kind: "header-too-large", title: "The header fields are too large",
        detail: "At most \(Limits.headerFields) fields and \(Limits.header) bytes.", endsConnection: true)
    }
  }
}
