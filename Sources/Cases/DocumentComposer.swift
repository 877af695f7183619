// Turns the text of a case file into a tree of nodes with their places.
//
// The events come from libyaml, the parser inside Yams (YAML 1.1; JSON is read by the same rules). Yams' own composer
// is not used: it stops at the first duplicated key, follows aliases (a few lines can stand for billions of nodes) and
// recurses once per level. This one reports and goes on, refuses anchors and aliases, keeps its own stack and stops at
// `maximumDepth`.

internal import CYaml

/// Builds the tree of one document.
struct DocumentComposer {
  /// Levels of nesting that are read; a case needs six.
  static let maximumDepth = 32

  /// A list or mapping that is still open.
  private struct Frame {
    let place: Place
    let isMapping: Bool
    var items: [DocumentNode] = []
    var entries: [DocumentNode.Entry] = []
    var keys: [String: Int] = [:]
    var pendingKey: (text: String?, place: Place)?
    /// How the field is called in messages.
    let path: String

    var node: DocumentNode { DocumentNode(content: isMapping ? .mapping(entries) : .sequence(items), place: place) }
  }

  private let faults: FaultCollector
  private let text: SourceLines
  private var frames: [Frame] = []
  private var root: DocumentNode?

  private init(text: String, faults: FaultCollector) {
    self.faults = faults
    self.text = SourceLines(text)
  }

  /// The first document of `text`, or nil when there is none. Faults go to the collector; after a fault of syntax the
  /// part before it is returned, so that its own faults can be told as well.
  static func compose(_ text: String, faults: FaultCollector) -> DocumentNode? {
    var composer = DocumentComposer(text: text, faults: faults)
    var bytes = Array(text.utf8)
    bytes.withUnsafeMutableBufferPointer { composer.run($0) }
    return composer.root
  }

  private mutating func run(_ bytes: UnsafeMutableBufferPointer<UInt8>) {
    var parser = yaml_parser_t()
    guard yaml_parser_initialize(&parser) == 1 else { return }
    defer { yaml_parser_delete(&parser) }
    yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
    var documents = 0
    while true {
      var event = yaml_event_t()
      guard yaml_parser_parse(&parser, &event) == 1 else {
        syntaxFault(parser, bytes)
        return cutShort()
      }
      defer { yaml_event_delete(&event) }
      let place = Place(event.start_mark)
      switch event.type {
      case YAML_STREAM_END_EVENT: return
      case YAML_DOCUMENT_START_EVENT:
        documents += 1
        if documents > 1 {
          faults.add(place, field: "", "a second document begins here", allowed: "one case per file")
          return
        }
      case YAML_DOCUMENT_END_EVENT, YAML_STREAM_START_EVENT: break
      default:
        if !handle(event, at: place) { return cutShort() }
      }
    }
  }

  /// Takes one event of content; false when reading has to stop.
  private mutating func handle(_ event: yaml_event_t, at place: Place) -> Bool {
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      refuseDecoration(anchor: scalar.anchor, tag: scalar.tag, at: place)
      let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
      add(DocumentNode(content: .scalar(text, plain: scalar.style == YAML_PLAIN_SCALAR_STYLE), place: place))
    case YAML_ALIAS_EVENT:
      faults.add(
        place, field: nextPath, "a reference to another place of the file (*name) is not read",
        allowed: "the value itself")
      add(DocumentNode(content: .refused, place: place))
    case YAML_SEQUENCE_START_EVENT, YAML_MAPPING_START_EVENT:
      let isMapping = event.type == YAML_MAPPING_START_EVENT
      refuseDecoration(
        anchor: isMapping ? event.data.mapping_start.anchor : event.data.sequence_start.anchor,
        tag: isMapping ? event.data.mapping_start.tag : event.data.sequence_start.tag, at: place)
      guard frames.count < Self.maximumDepth else {
        faults.add(
          place, field: "", "nested too deeply", given: "\(frames.count + 1) levels",
          allowed: "at most \(Self.maximumDepth) levels")
        return false
      }
      frames.append(Frame(place: place, isMapping: isMapping, path: nextPath))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT:
      if let frame = frames.popLast() { add(frame.node) }
    default: break
    }
    return true
  }

  /// Anchors and tags have no meaning in a case.
  private func refuseDecoration(
    anchor: UnsafeMutablePointer<UInt8>?, tag: UnsafeMutablePointer<UInt8>?, at place: Place
  ) {
    if let anchor {
      faults.add(
        place, field: nextPath, "an anchor is not read", given: "&" + String(cString: anchor),
        allowed: "the value alone")
    }
    if let tag {
      faults.add(place, field: nextPath, "a tag is not read", given: String(cString: tag), allowed: "the value alone")
    }
  }

  /// Puts a finished node where it belongs.
  private mutating func add(_ node: DocumentNode) {
    guard !frames.isEmpty else {
      root = node
      return
    }
    let top = frames.count - 1
    guard frames[top].isMapping else {
      frames[top].items.append(node)
      return
    }
    if let key = frames[top].pendingKey {
      frames[top].pendingKey = nil
      guard let name = key.text else { return }
      if let first = frames[top].keys[name] {
        faults.add(
          key.place, field: join(frames[top].path, name), "given twice", given: node.given,
          allowed: "one value; the first is on line \(first)")
        return
      }
      frames[top].keys[name] = key.place.line
      frames[top].entries.append(DocumentNode.Entry(key: name, keyPlace: key.place, value: node))
    } else if case .scalar(let text, _) = node.content {
      frames[top].pendingKey = (text, node.place)
    } else {
      if case .refused = node.content {
      } else {
        faults.add(node.place, field: frames[top].path, "\(node.kind) cannot be the name of a field")
      }
      frames[top].pendingKey = (nil, node.place)
    }
  }

  /// The path of the node that comes next.
  private var nextPath: String {
    guard let top = frames.last else { return "" }
    if top.isMapping { return join(top.path, top.pendingKey?.text ?? "") }
    return top.path + "[\(top.items.count)]"
  }

  private func join(_ path: String, _ name: String) -> String {
    // A name may be as long as the file; a path is for messages.
    let short = name.utf8.count > 80 ? String(name.prefix(60)) + "…" : name
    return short.isEmpty ? path : path.isEmpty ? short : path + "." + short
  }

  /// Closes what is open when the text stops early.
  private mutating func cutShort() {
    faults.textIsCut = true
    while let frame = frames.popLast() {
      frames.isEmpty ? (root = frame.node) : add(frame.node)
    }
  }
}

extension DocumentComposer {
  /// Tells what the parser stumbled over, and the usual cause.
  private func syntaxFault(_ parser: yaml_parser_t, _ bytes: UnsafeMutableBufferPointer<UInt8>) {
    let problem = parser.problem.map { String(cString: $0) } ?? "not readable"
    if parser.error == YAML_READER_ERROR {
      let offset = min(Int(parser.problem_offset), bytes.count)
      let before = String(decoding: UnsafeBufferPointer(rebasing: bytes[..<offset]), as: UTF8.self)
      let code = parser.problem_value >= 0 ? "character \(parser.problem_value)" : nil
      faults.add(SourceLines(before).end, field: "", "a character that no text may hold (\(problem))", given: code)
      return
    }
    if problem.hasPrefix("Maximum nesting level") {
      return faults.add(
        Place(parser.problem_mark), field: "", "nested too deeply", allowed: "at most \(Self.maximumDepth) levels")
    }
    let place = text.inside(Place(parser.problem_mark))
    let context = parser.context.map { _ in Place(parser.context_mark) }
    let line = text[place.line]
    faults.add(
      place, field: "", "not valid YAML: " + (context.map { "from line \($0.line) on, " } ?? "") + problem,
      given: line.isEmpty ? nil : line.trimmingSpaces,
      allowed: hint(problem, line, context.map { text[$0.line] } ?? ""))
  }

  private func hint(_ problem: String, _ text: String, _ contextText: String) -> String? {
    let both = text + contextText
    if problem.contains("',' or"), both.contains("[") || both.contains("'") {
      return "inside braces or brackets a unit with [ ] needs quotes: {value: \"118 mm[Hg]\"}, or write mmHg"
    }
    if both.contains("\t") { return "spaces to indent, not tabs" }
    if problem.contains("mapping values are not allowed") {
      return "one “name: value” per line; a text that holds “: ” needs quotes"
    }
    if problem.contains("could not find expected ':'") { return "“name: value”, with a space after the colon" }
    if problem.contains("end of stream") { return "closing quotes and brackets: the text ends inside them" }
    if problem.contains("block mapping") || problem.contains("block end") {
      return "fields of one group begin in the same column"
    }
    return nil
  }
}

extension Place {
  init(_ mark: yaml_mark_t) {
    self.init(line: Int(mark.line) + 1, column: Int(mark.column) + 1)
  }
}
