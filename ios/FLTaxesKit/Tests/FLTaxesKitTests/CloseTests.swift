import FLCore
import Foundation
import Testing

@testable import FLTaxesKit

/// Closing the real engine, whenever and from wherever.
struct CloseTests {
  @Test func twice() throws {
    let engine = try Theatre().open()
    try engine.shutdown()
    try engine.shutdown()
    #expect(throws: CoreError.Closed) { try engine.back() }
    #expect(throws: CoreError.Closed) { try engine.screen() }
    #expect(throws: CoreError.Closed) { try engine.asset(key: "any") }
  }

  @Test func duringCallsFromOtherThreads() async throws {
    let theatre = try Theatre()
    let engine = try theatre.open()
    // Each goes on calling until it is told that the engine is closed; nothing else may come.
    async let first = callUntilClosed(engine)
    async let second = callUntilClosed(engine)
    try engine.networkIsBack()
    try engine.shutdown()
    #expect(try await first == .Closed)
    #expect(try await second == .Closed)
  }

  @Test func fromTheListener() async throws {
    let theatre = try Theatre()
    let engine = try theatre.open()
    let closing = ClosingListener(engine)
    try engine.subscribe(listener: closing)
    await onThreadWait { closing.ended.wait() }
    #expect(throws: CoreError.Closed) { try engine.screen() }
    #expect(closing.calls == 1, "no listener is called after the end")
  }

  @Test func theFolderCanBeOpenedAgain() async throws {
    let theatre = try Theatre()
    try theatre.open().shutdown()
    let engine = try theatre.open()
    let pace = try theatre.pace()
    await settle(pace)
    #expect(try engine.screen().path == ["sign-in"])
  }

  private func callUntilClosed(_ engine: Engine) async throws -> CoreError? {
    try await onThread {
      while true {
        do {
          try engine.networkIsBack()
          _ = try engine.screen()
        } catch let error as CoreError {
          return error
        }
      }
    }
  }
}

/// Waits for what blocks, on a thread of its own.
func onThreadWait(_ work: @escaping @Sendable () -> Void) async {
  try? await onThread(work)
}

private final class ClosingListener: ScreenListener, @unchecked Sendable {
  let ended = DispatchSemaphore(value: 0)
  private let engine: Engine
  private let lock = NSLock()
  private var count = 0

  init(_ engine: Engine) { self.engine = engine }

  var calls: Int { lock.withLock { count } }

  func changed(screen: FLCore.Screen) throws {
    lock.withLock { count += 1 }
    try? engine.shutdown()
    ended.signal()
  }
}
