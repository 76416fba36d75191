import Foundation
import UIKit

/// Hides what the system shows over the app's own views, a share sheet or a sign-in page, while the app is not in front: the app
/// switcher's picture shows nothing of it. What lies in the views themselves, their own cover hides.
@MainActor final class WindowCover {
  private var window: UIWindow?

  init(_ center: NotificationCenter = .default) {
    // Both come on the main thread, before the picture is taken; observed for as long as the process lives.
    _ = center.addObserver(forName: UIScene.willDeactivateNotification, object: nil, queue: nil) { [weak self] _ in
      MainActor.assumeIsolated { self?.cover() }
    }
    _ = center.addObserver(forName: UIScene.didActivateNotification, object: nil, queue: nil) { [weak self] _ in
      MainActor.assumeIsolated { self?.uncover() }
    }
  }

  private func cover() {
    // Where nothing is shown over them the views need no help, and no window comes and goes.
    guard let front = UIApplication.shared.frontWindow, front.rootViewController?.presentedViewController != nil,
      let scene = front.windowScene
    else { return }
    let window = UIWindow(windowScene: scene)
    window.windowLevel = .alert
    window.backgroundColor = .systemBackground
    // Shown, and never the key window: the keyboard and the focus stay where they are.
    window.isHidden = false
    self.window = window
  }

  private func uncover() {
    // A window that is seen is also held by its scene.
    window?.isHidden = true
    window = nil
  }
}
