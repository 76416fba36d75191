import Foundation

/// A file that is read only as far as there is room for it.
public enum BoundedFile {
  private static let part = 64 * 1024

  /// All of it, or none where it has more bytes: no more of them are read.
  public static func read(_ file: URL, atMost most: UInt64) throws -> Data? {
    let handle = try FileHandle(forReadingFrom: file)
    defer { try? handle.close() }
    var bytes = Data()
    // One byte more than fits, to know that there is one.
    let room = Int(clamping: most) &+ 1
    let end = room > 0 ? room : Int.max
    while bytes.count < end, let next = try handle.read(upToCount: min(part, end - bytes.count)), !next.isEmpty {
      bytes.append(next)
    }
    return UInt64(bytes.count) > most ? nil : bytes
  }
}
