import Foundation

/// Files on their way to another app. They lie in a folder of their own; the next one takes the place of the last.
public struct SharedFiles: Sendable {
  let folder: URL

  public init(in folder: URL) {
    self.folder = folder.appendingPathComponent("shared", isDirectory: true)
  }

  /// Writes a file; whatever its name says, it lands in the folder.
  public func write(_ name: String, _ bytes: Data) throws -> URL {
    try clear()
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let plain = name.split(whereSeparator: { $0 == "/" || $0 == "\\" || $0 == "\0" }).last.map(String.init) ?? ""
    let file = folder.appendingPathComponent(["", ".", ".."].contains(plain) ? "file" : plain)
    try bytes.write(to: file, options: .atomic)
    return file
  }

  /// Nothing of what was shared is left.
  public func clear() throws {
    if FileManager.default.fileExists(atPath: folder.path) { try FileManager.default.removeItem(at: folder) }
  }
}
