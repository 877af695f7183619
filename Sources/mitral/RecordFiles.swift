// The three files of a WFDB record, written where they are asked for.

import Instruments
import Pictures
import Reports

/// Writes records.
enum RecordFiles {
  /// The folder, with its stroke at the end, and the record's name.
  private static func parts(of path: String) -> (folder: String, name: String) {
    guard let stroke = path.lastIndex(of: "/") else { return ("", path) }
    return (String(path[...stroke]), String(path[path.index(after: stroke)...]))
  }

  /// Why there can be no record of this name.
  static func fault(in path: String) -> WFDBFault? { WFDBRecord.fault(in: parts(of: path).name) }

  /// Ten seconds at 500 samples a second.
  static func write(_ examined: Examined, to path: String) throws {
    let (folder, name) = parts(of: path)
    let record = try WFDBRecord(examined, name: name)
    if !folder.isEmpty { try OutputFile.makeFolder(folder) }
    for file in record.files { try OutputFile.write(bytes: file.bytes, to: folder + file.name) }
  }
}
