// Test double of UIKit for Linux: Apple's names and signatures, only what the app here uses. It is for type-checking: no app
// runs here.
import Foundation

@MainActor open class UIResponder {
  public init() {}
}

@MainActor open class UIView: UIResponder {
  public var bounds: CGRect { .zero }
}

@MainActor open class UIWindow: UIView {
  public var rootViewController: UIViewController? { nil }
  public var isKeyWindow: Bool { false }
}

@MainActor open class UIScene: UIResponder, Hashable {
  nonisolated public static func == (one: UIScene, other: UIScene) -> Bool { one === other }
  nonisolated public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}

@MainActor open class UIWindowScene: UIScene {
  public var windows: [UIWindow] { [] }
}

@MainActor open class UIViewController: UIResponder {
  public var view: UIView! { nil }
  public var presentedViewController: UIViewController? { nil }
  public var popoverPresentationController: UIPopoverPresentationController? { nil }
  open func present(
    _ viewControllerToPresent: UIViewController, animated flag: Bool, completion: (() -> Void)? = nil
  ) {}
}

@MainActor open class UIPopoverPresentationController {
  public var sourceView: UIView?
  public var sourceRect: CGRect = .zero
}

@MainActor open class UIActivity {
  public struct ActivityType: Hashable, Sendable {}
}

@MainActor open class UIActivityViewController: UIViewController {
  public typealias CompletionWithItemsHandler = (UIActivity.ActivityType?, Bool, [Any]?, (any Error)?) -> Void
  public init(activityItems: [Any], applicationActivities: [UIActivity]?) {}
  public var completionWithItemsHandler: CompletionWithItemsHandler?
}

@MainActor open class UIApplication: UIResponder {
  public struct OpenExternalURLOptionsKey: Hashable, Sendable {}
  public static let shared = UIApplication()
  public var connectedScenes: Set<UIScene> { [] }
  open func open(_ url: URL, options: [UIApplication.OpenExternalURLOptionsKey: Any] = [:]) async -> Bool { false }
}
