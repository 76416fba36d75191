// Goes into the module FLCore beside the generated code, which reads everything from it: see ios/quicken.
import FlCoreFFI
import Foundation

/// Where a value is read from, and how far it is read.
public struct CoreReader {
  let data: Data
  let bytes: UnsafeRawBufferPointer
  var offset = 0

  /// Whoever owns the buffer keeps it until all is read.
  init(_ data: Data, _ buffer: RustBuffer) {
    self.data = data
    bytes = UnsafeRawBufferPointer(start: buffer.data, count: Int(buffer.len))
  }
}
