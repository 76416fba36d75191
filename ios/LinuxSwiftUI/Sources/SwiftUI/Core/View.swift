// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.
@_exported import Foundation
@_exported import Observation

@MainActor @preconcurrency public protocol View {
  associatedtype Body: View
  @ViewBuilder @MainActor @preconcurrency var body: Self.Body { get }
}

extension Never: View {
  public typealias Body = Never
  public var body: Never { fatalError("this view draws itself and has no body") }
}

extension View where Body == Never {
  public var body: Never { fatalError("this view draws itself and has no body") }
}

public struct EmptyView: View, Drawn {
  public typealias Body = Never
  nonisolated public init() {}
  package func draw(_ context: Context) -> [Node] { [] }
}

extension Optional: View where Wrapped: View {
  public typealias Body = Never
}

extension Optional: Drawn where Wrapped: View {
  package func draw(_ context: Context) -> [Node] {
    map { SwiftUI.draw($0, context.inside("some")) } ?? []
  }
}

extension Optional: Listed where Wrapped: View {
  package func rows(_ context: Context) -> [LazyRow] {
    map { SwiftUI.rows($0, context.inside("some")) } ?? []
  }
}
