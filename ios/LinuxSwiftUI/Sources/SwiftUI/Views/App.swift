// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.
// Declared so that the app's own files can be type-checked; nothing here runs.

@MainActor @preconcurrency public protocol Scene {
  associatedtype Body: Scene
  @SceneBuilder var body: Self.Body { get }
}

extension Never: Scene {}

@resultBuilder public struct SceneBuilder {
  public static func buildBlock<Content: Scene>(_ content: Content) -> Content { content }
}

@MainActor @preconcurrency public protocol App {
  associatedtype Body: Scene
  @SceneBuilder var body: Self.Body { get }
  init()
}

extension App {
  public static func main() { fatalError("there is no screen here") }
}

public struct WindowGroup<Content: View>: Scene {
  public typealias Body = Never
  public var body: Never { fatalError("a scene of the double has no body") }
  public init(@ViewBuilder content: () -> Content) {}
}
