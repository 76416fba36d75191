import Foundation
import UIKit

/// The windows of the app and what they show, as the system has them.
@MainActor public enum Windows {
  /// What the one window of the app shows.
  public enum Shown: Sendable {
    case nothing
    /// A sheet.
    case sheet
    /// A sheet that is on its way out.
    case leavingSheet
    /// It can show nothing more.
    case refusal
  }

  /// The app has one window from now on, or none.
  public static func open(_ shown: Shown?) {
    window = nil
    UIApplication.shared.connectedScenes = []
    guard let shown else { return }
    let scene = UIWindowScene()
    let front = UIWindow(windowScene: scene)
    let root = UIViewController()
    front.isHidden = false
    front.isKeyWindow = true
    front.rootViewController = root
    switch shown {
    case .nothing: break
    case .refusal: root.refuses = true
    case .sheet, .leavingSheet:
      let sheet = UIViewController()
      root.present(sheet, animated: false)
      sheet.isBeingDismissed = shown == .leavingSheet
    }
    window = front
    UIApplication.shared.connectedScenes = [scene]
  }

  private static var window: UIWindow?

  /// The app goes from the front, or comes to it, and the system says so.
  public static func go(toFront: Bool, _ center: NotificationCenter) {
    let name = toFront ? UIScene.didActivateNotification : UIScene.willDeactivateNotification
    center.post(name: name, object: window?.windowScene)
  }

  /// What is shared on top of everything.
  public static var sharing: [Any]? {
    (top as? UIActivityViewController)?.items
  }

  /// The person is done with what is shared.
  public static func endSharing() {
    (top as? UIActivityViewController)?.completionWithItemsHandler?(nil, true, nil, nil)
  }

  /// How many controllers lie over the first one.
  public static var depth: Int { chain.count - 1 }

  /// Whether a window that is seen lies over the app's with all that it shows.
  public static var isCovered: Bool {
    guard let window else { return false }
    return window.windowScene?.windows.contains {
      !$0.isHidden && $0.backgroundColor != nil && $0.windowLevel.rawValue > window.windowLevel.rawValue
    } ?? false
  }

  private static var chain: [UIViewController] {
    var chain: [UIViewController] = []
    var next = window?.rootViewController
    while let one = next {
      chain.append(one)
      next = one.presentedViewController
    }
    return chain
  }

  static var top: UIViewController? { chain.last }
}
