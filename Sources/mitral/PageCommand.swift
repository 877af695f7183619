// `mitral page`: the heart in the browser, as a folder of files.

import ArgumentParser
import Cases
import Foundation
@preconcurrency import Glibc

struct PageCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "page",
    abstract: "Write the page: the heart beating in the browser, as files for any web server.",
    discussion: """
      The page computes by itself, in WebAssembly: no server answers it, and nothing leaves the browser. It may be put \
      anywhere, below any path. Measured cases among those that ship are fitted once, now. A folder is replaced as a whole, \
      and only one that is empty or that this command made.

      Examples:
        mitral page -o site
        python3 -m http.server --directory site
      """)

  @Option(
    name: [.short, .customLong("output")], help: ArgumentHelp("The folder to write.", valueName: "folder"),
    completion: .directory)
  var output: String

  func run() throws {
    guard let site = PageSite(), FileManager.default.fileExists(atPath: site.sources.path) else {
      throw failure("the page's files are not beside this command; call ./mitral of the whole folder")
    }
    guard FileManager.default.fileExists(atPath: site.engine.path) else {
      throw failure("the engine is not compiled for the page; ./mitral page does it, or Scripts/page.sh")
    }
    let target = URL(fileURLWithPath: output).resolvingSymlinksInPath()
    try demandFree(target)
    let beside = target.deletingLastPathComponent()
      .appendingPathComponent(".\(target.lastPathComponent).\(getpid()).part")
    do {
      // First, so that a place that cannot be written is told at once.
      try FileManager.default.createDirectory(at: beside, withIntermediateDirectories: true)
      let bar = ProgressBar()
      let cases = PageSite.cases { bar.show($0, "fitting the measured cases") }
      bar.clear()
      try site.write(to: beside, cases: cases)
      try put(beside, at: target)
    } catch let error as ExitCode {
      try? FileManager.default.removeItem(at: beside)
      throw error
    } catch {
      try? FileManager.default.removeItem(at: beside)
      throw failure("\(output): cannot be written: \((error as NSError).localizedDescription)")
    }
    print("\(output): the page. To look at it: python3 -m http.server --directory \(output)")
  }

  private func failure(_ text: String) -> ExitCode {
    CaseSource.complain(text + (text.hasSuffix(".") ? "" : "."))
    return CaseSource.cannotSimulate
  }

  /// A folder that somebody else filled is left alone.
  private func demandFree(_ target: URL) throws {
    var isFolder: ObjCBool = false
    guard FileManager.default.fileExists(atPath: target.path, isDirectory: &isFolder) else { return }
    guard isFolder.boolValue else { throw failure("\(output): is a file, not a folder") }
    guard let names = try? FileManager.default.contentsOfDirectory(atPath: target.path) else {
      throw failure("\(output): cannot be read")
    }
    guard names.isEmpty || names.contains(PageSite.mark) else {
      throw failure("\(output): holds other files; name a folder that is empty, new, or written by this command")
    }
  }

  /// Puts the finished folder in its place, in one step where nothing was there.
  private func put(_ finished: URL, at target: URL) throws {
    let files = FileManager.default
    guard files.fileExists(atPath: target.path) else { return try files.moveItem(at: finished, to: target) }
    let old = finished.appendingPathExtension("old")
    try files.moveItem(at: target, to: old)
    do {
      try files.moveItem(at: finished, to: target)
    } catch {
      try? files.moveItem(at: old, to: target)
      throw error
    }
    try? files.removeItem(at: old)
  }
}
