import FLCore
import Foundation
import LinuxSwiftUIProbe
import Synchronization

@testable import FLTaxesKit

/// Plays a story on the model and the views: it types into fields and touches buttons as they are drawn, and never speaks to
/// the core. It is called on a thread of its own; the views live on the main actor.
final class StoryPlayer: StoryShell, @unchecked Sendable {
  /// A screen that asks for more after so many rounds never comes to rest.
  private static let rounds = 100
  private static let pages = 2_000

  private var app: App?

  /// What there is between `opened` and `closed`.
  private struct App {
    let engine: Counting
    let pace: Pace
    let model: EngineModel
    let glass: Glass
  }

  func opened(engine: Engine, pace: Pace) throws {
    let counting = Counting(engine)
    app = onMain {
      let model = EngineModel { counting }
      model.start()
      return App(engine: counting, pace: pace, model: model, glass: Glass { TaxpayerView(model: model) })
    }
    try settle()
  }

  func closed() throws {
    if let app { onMain { app.model.close() } }
    app = nil
  }

  func settle() throws {
    let app = try running()
    for _ in 0..<Self.rounds {
      app.pace.settle()
      let before = app.engine.dispatched
      onMain {
        app.model.catchUp()
        app.glass.update()
      }
      // What came into view may have asked for more.
      if app.engine.dispatched == before { return }
    }
    throw StoryError.Stuck(words: "the screen never comes to rest")
  }

  func typeText(key: String, text: String) throws { try act { try $0.glass.type(text, into: key) } }
  func clear(key: String) throws { try act { try $0.glass.paste("", into: key) } }
  func tapKey(key: String) throws { try act { try $0.glass.tap(key) } }
  func tapLabel(label: String) throws { try act { try $0.glass.tap(label: label) } }
  func back() throws { try act { try $0.glass.goBack() } }

  func refresh() throws {
    let app = try running()
    let ended = DispatchSemaphore(value: 0)
    let failure = Mutex<String?>(nil)
    Task { @MainActor in
      do { try await app.glass.refresh() } catch { failure.withLock { $0 = "\(error)" } }
      ended.signal()
    }
    ended.wait()
    if let words = failure.withLock({ $0 }) { throw StoryError.Stuck(words: words) }
    try settle()
  }

  func scrollEnd() throws {
    let app = try running()
    for _ in 0..<Self.pages {
      let before = onMain { app.glass.textsInView }
      let moved = onMain { app.glass.scrollDown() }
      try settle()
      if !moved && before == onMain({ app.glass.textsInView }) { return }
    }
    throw StoryError.Stuck(words: "this never ends")
  }

  func seen() throws -> StorySeen {
    let app = try running()
    return onMain {
      let texts = app.glass.texts
      let screen = app.model.screen?.path.last ?? "none"
      return StorySeen(screen: screen, text: texts.joined(separator: " "), picture: texts.joined(separator: "\n"))
    }
  }

  func seenAt(key: String) throws -> String? {
    let app = try running()
    let text = onMain { app.glass.sight(key)?.text }
    try settle()
    return text
  }

  private func running() throws -> App {
    guard let app else { throw StoryError.Stuck(words: "the app is not open") }
    return app
  }

  private func act(_ work: @MainActor @Sendable (App) throws -> Void) throws {
    let app = try running()
    do { try onMain { try work(app) } } catch { throw StoryError.Stuck(words: "\(error)") }
    try settle()
  }
}

/// Waits for the main actor.
func onMain<T>(_ work: @MainActor () throws -> T) rethrows -> T {
  try withoutActuallyEscaping(work) { work in
    let plain = unsafeBitCast(work, to: (() throws -> T).self)
    return try DispatchQueue.main.sync(execute: plain)
  }
}

/// The engine, and how often it was sent something.
final class Counting: EngineProtocol, Sendable {
  private let engine: Engine
  private let count = Atomic<Int>(0)

  init(_ engine: Engine) { self.engine = engine }

  var dispatched: Int { count.load(ordering: .sequentiallyConsistent) }

  func touch(touch: FLCore.Touch) throws { try counted { try $0.touch(touch: touch) } }
  func typed(field: String, text: String) throws { try counted { try $0.typed(field: field, text: text) } }
  func back() throws { try counted { try $0.back() } }
  func follow(link: String) throws { try counted { try $0.follow(link: link) } }
  func networkIsBack() throws { try counted { try $0.networkIsBack() } }

  private func counted(_ what: (Engine) throws -> Void) throws {
    count.add(1, ordering: .sequentiallyConsistent)
    try what(engine)
  }
  func screen() throws -> FLCore.Screen { try engine.screen() }
  func asset(key: String) throws -> Asset? { try engine.asset(key: key) }
  func subscribe(listener: any ScreenListener) throws { try engine.subscribe(listener: listener) }
  func shutdown() throws { try engine.shutdown() }
}
