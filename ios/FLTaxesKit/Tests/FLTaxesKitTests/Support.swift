import FLCore
import Foundation
import LinuxSwiftUIProbe

@testable import FLTaxesKit

/// What an engine was sent.
enum Sent: Equatable {
  case touched(FLCore.Touch)
  case typed(String, String)
  case back
  case followed(String)
  case networkBack
}

/// An engine that does what a test tells it, and writes down what it was sent.
final class FakeEngine: EngineProtocol, @unchecked Sendable {
  private let lock = NSLock()
  private var shown: FLCore.Screen
  private var heard: [any ScreenListener] = []
  private var sentSoFar: [Sent] = []
  private var failure: (any Error)?
  private var closings = 0

  init(_ screen: FLCore.Screen = oneOfEach()) { shown = screen }

  var sent: [Sent] { lock.withLock { sentSoFar } }
  var closed: Int { lock.withLock { closings } }
  func forget() { lock.withLock { sentSoFar = [] } }
  func fail(with error: (any Error)?) { lock.withLock { failure = error } }

  /// The core has a newer screen.
  func show(_ screen: FLCore.Screen) throws {
    let listeners = lock.withLock {
      shown = screen
      return heard
    }
    for listener in listeners { try listener.changed(screen: screen) }
  }

  func touch(touch: FLCore.Touch) throws { try send(.touched(touch)) }
  func typed(field: String, text: String) throws { try send(.typed(field, text)) }
  func back() throws { try send(.back) }
  func follow(link: String) throws { try send(.followed(link)) }
  func networkIsBack() throws { try send(.networkBack) }

  private func send(_ what: Sent) throws {
    try lock.withLock {
      if let failure { throw failure }
      sentSoFar.append(what)
    }
  }

  func screen() throws -> FLCore.Screen { lock.withLock { shown } }
  func asset(key: String) throws -> Asset? { Asset(mediaType: "image/png", bytes: Data(key.utf8)) }
  func subscribe(listener: any ScreenListener) throws { lock.withLock { heard.append(listener) } }
  func shutdown() throws { lock.withLock { closings += 1 } }
}

/// A model that is open on a fake, and the view that draws it.
@MainActor struct Bench {
  let engine: FakeEngine
  let model: EngineModel
  let glass: Glass

  init(_ screen: FLCore.Screen = oneOfEach(), rowsInView: Int = 12) {
    let engine = FakeEngine(screen)
    let model = EngineModel { engine }
    model.start()
    self.engine = engine
    self.model = model
    glass = Glass(rowsInView: rowsInView) { TaxpayerView(model: model) }
    engine.forget()
  }

  /// The core has a newer screen, and it is drawn.
  func show(_ screen: FLCore.Screen) throws {
    try engine.show(screen)
    model.catchUp()
    glass.update()
  }

  func show(_ blocks: [FLCore.Block]) throws {
    try show(model.screen!.with(blocks))
  }
}

extension FLCore.Screen {
  /// The same screen with other content.
  func with(_ blocks: [FLCore.Block], path: [String]? = nil, look: Appearance? = nil) -> FLCore.Screen {
    FLCore.Screen(
      path: path ?? self.path, title: title, back: back, refresh: refresh, busy: busy, tabs: tabs, notice: notice,
      blocks: blocks, appearance: look ?? appearance)
  }
}

/// What the core says is secret.
let secrets: Set<FLCore.FieldKind> = [.password, .newPassword, .secretWords, .pin, .newPin]

func field(
  _ key: String = "inn", kind: FLCore.FieldKind = .login, value: String = "", revision: UInt32 = 1,
  error: String? = nil, submit: FLCore.Touch? = nil, reveal: FLCore.Reveal? = nil,
  count: String? = nil, calendar: FLCore.Calendar? = nil, enabled: Bool = true
) -> FLCore.Block {
  .field(
    FLCore.Field(
      key: key, id: "form/\(key)", label: "Name of \(key)", kind: kind, secret: secrets.contains(kind), value: value,
      revision: revision, hint: "Hint",
      error: error, enabled: enabled, submit: submit, reveal: reveal, count: count, calendar: calendar))
}

/// Where the checkout is.
let checkout = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// Runs what blocks on a thread of its own, so that the main actor stays free.
func onThread<T: Sendable>(_ work: @escaping @Sendable () throws -> T) async throws -> T {
  try await withCheckedThrowingContinuation { done in
    Thread.detachNewThread { done.resume(with: Result(catching: work)) }
  }
}
