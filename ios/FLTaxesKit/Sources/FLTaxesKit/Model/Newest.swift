import FLCore
import Foundation

/// Hears of screens on a thread of the core and holds the newest until the main actor takes it: however many come meanwhile,
/// one is drawn.
final class Newest: ScreenListener, @unchecked Sendable {
  private let lock = NSLock()
  private var waiting: FLCore.Screen?
  private let wake: @Sendable () -> Void

  init(wake: @escaping @Sendable () -> Void) {
    self.wake = wake
  }

  func changed(screen: FLCore.Screen) throws {
    let wasEmpty = lock.withLock {
      defer { waiting = screen }
      return waiting == nil
    }
    // Whoever was woken before and has not come yet takes this one.
    if wasEmpty { wake() }
  }

  func take() -> FLCore.Screen? {
    lock.withLock {
      defer { waiting = nil }
      return waiting
    }
  }
}
