// Test double of UIKit for Linux: Apple's names and signatures, only what the app here uses. Nothing is drawn: it knows which windows and
// controllers there are, and what one shows over the other.
import Foundation

@MainActor open class UIResponder: NSObject {
  nonisolated public override init() {}
}

@MainActor open class UIView: UIResponder {
  public var bounds: CGRect { .zero }
  public var isHidden = false
  @NSCopying public var backgroundColor: UIColor?
}

public final class UIColor: NSObject, NSCopying, Sendable {
  public static var systemBackground: UIColor { UIColor() }
  public func copy(with zone: NSZone? = nil) -> Any { self }
}

@MainActor open class UIWindow: UIView {
  public struct Level: Hashable, RawRepresentable, Sendable {
    public var rawValue: CGFloat
    public init(rawValue: CGFloat) { self.rawValue = rawValue }
    public static let normal = Level(rawValue: 0)
    public static let statusBar = Level(rawValue: 1_000)
    public static let alert = Level(rawValue: 2_000)
  }

  public init(windowScene: UIWindowScene) {
    self.windowScene = windowScene
    super.init()
    isHidden = true
    windowScene.all.append(Held(self))
  }

  public weak var windowScene: UIWindowScene?
  public var windowLevel = Level.normal
  public var rootViewController: UIViewController?
  public package(set) var isKeyWindow = false
}

@MainActor open class UIScene: UIResponder {
  public class var willDeactivateNotification: NSNotification.Name { .init("UISceneWillDeactivateNotification") }
  public class var didActivateNotification: NSNotification.Name { .init("UISceneDidActivateNotification") }
}

/// The double's own: a scene keeps no window alive.
@MainActor final class Held {
  weak var window: UIWindow?
  init(_ window: UIWindow) { self.window = window }
}

@MainActor open class UIWindowScene: UIScene {
  fileprivate(set) var all: [Held] = []
  package override init() {}
  public var windows: [UIWindow] { all.compactMap(\.window) }
}

public enum UIModalPresentationStyle: Int, Sendable {
  case fullScreen = 0
  case automatic = -2
}

@MainActor open class UIViewController: UIResponder {
  public var modalPresentationStyle = UIModalPresentationStyle.automatic
  /// The double's own: it shows nothing, for a reason that it keeps to itself.
  package var refuses = false
  public var view: UIView! { nil }
  public package(set) weak var presentingViewController: UIViewController?
  public package(set) var presentedViewController: UIViewController?
  public package(set) var isBeingDismissed = false
  public var popoverPresentationController: UIPopoverPresentationController? { nil }
  public private(set) lazy var presentationController: UIPresentationController? = UIPresentationController()

  /// Whatever it shows goes.
  open func dismiss(animated flag: Bool, completion: (() -> Void)? = nil) {
    presentedViewController?.presentingViewController = nil
    presentedViewController = nil
    completion?()
  }

  /// What is on its way out, or shows something already, presents nothing: it says so in the log and never calls `completion`.
  open func present(
    _ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil
  ) {
    let isTaken = presentedViewController.map { !$0.isBeingDismissed } ?? false
    if refuses || isBeingDismissed || isTaken { return }
    presentedViewController = viewControllerToPresent
    viewControllerToPresent.presentingViewController = self
    completion?()
  }
}

@MainActor open class UIPopoverPresentationController: NSObject {
  public var sourceView: UIView?
  public var sourceRect: CGRect = .zero
}

@MainActor open class UIActivity: NSObject {
  public struct ActivityType: Hashable, Sendable {}
}

@MainActor open class UIActivityViewController: UIViewController {
  public typealias CompletionWithItemsHandler = (UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void
  package let items: [Any]
  public init(activityItems: [Any], applicationActivities: [UIActivity]?) { items = activityItems }
  public var completionWithItemsHandler: CompletionWithItemsHandler?
}

@MainActor open class UIApplication: UIResponder {
  public struct OpenExternalURLOptionsKey: Hashable, Sendable {}
  public static let shared = UIApplication()
  public package(set) var connectedScenes: Set<UIScene> = []
  open func open(_ url: URL, options: [UIApplication.OpenExternalURLOptionsKey: Any] = [:]) async -> Bool { false }
}
