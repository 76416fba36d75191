import FlCoreFFI
import Foundation
import Testing

@testable import FLCore

/// What reads the core's buffers stays inside them.
struct ReaderTests {
  @Test func aWholeScreenIsReadAndAShorterOneIsRefusedWhereverItEnds() throws {
    let one = oneOfEach()
    // None of the samples can be looked at.
    let secret = field("password", kind: .password, reveal: FLCore.Reveal(show: "Show", hide: "Hide"))
    let screen = one.with(one.blocks + [secret])
    let buffer = FfiConverterTypeScreen_lower(screen)
    #expect(try read(buffer, length: buffer.len) == screen)
    #expect(buffer.len > 1_000)
    for length in 0..<buffer.len {
      #expect(throws: (any Error).self) { try read(buffer, length: length) }
    }
    // The last reading gives it back.
    #expect(try FfiConverterTypeScreen_lift(buffer) == screen)
  }

  @Test func aTextOfANegativeLengthIsRefused() {
    // A path of one key.
    var bytes: [UInt8] = [0, 0, 0, 1, 0xFF, 0xFF, 0xFF, 0xFF, 0x41, 0x41]
    bytes.withUnsafeMutableBufferPointer { memory in
      let buffer = RustBuffer(capacity: 10, len: 10, data: memory.baseAddress)
      #expect(throws: (any Error).self) { try read(buffer, length: 10) }
    }
  }

  private func read(_ buffer: RustBuffer, length: UInt64) throws -> FLCore.Screen {
    let shorter = RustBuffer(capacity: buffer.capacity, len: length, data: buffer.data)
    let data = Data(bytesNoCopy: buffer.data!, count: Int(length), deallocator: .none)
    var reader = CoreReader(data, shorter)
    return try FfiConverterTypeScreen.read(from: &reader)
  }
}
