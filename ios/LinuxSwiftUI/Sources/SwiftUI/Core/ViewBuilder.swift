// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

@resultBuilder public struct ViewBuilder {
  public static func buildExpression<Content: View>(_ content: Content) -> Content { content }
  public static func buildBlock() -> EmptyView { EmptyView() }
  public static func buildBlock<Content: View>(_ content: Content) -> Content { content }
  public static func buildBlock<each Content: View>(
    _ content: repeat each Content
  ) -> TupleView<(repeat each Content)> {
    TupleView((repeat each content))
  }
  public static func buildIf<Content: View>(_ content: Content?) -> Content? { content }
  public static func buildEither<TrueContent: View, FalseContent: View>(
    first: TrueContent
  ) -> _ConditionalContent<TrueContent, FalseContent> {
    _ConditionalContent(choice: .first(first))
  }
  public static func buildEither<TrueContent: View, FalseContent: View>(
    second: FalseContent
  ) -> _ConditionalContent<TrueContent, FalseContent> {
    _ConditionalContent(choice: .second(second))
  }
}

public struct TupleView<T> {
  public var value: T
  public init(_ value: T) { self.value = value }
}

extension TupleView: View, Drawn, Listed {
  public typealias Body = Never

  private var members: [any View] {
    Mirror(reflecting: value).children.compactMap { $0.value as? any View }
  }

  package func draw(_ context: Context) -> [Node] {
    members.enumerated().flatMap { SwiftUI.draw($1, context.inside("\($0)")) }
  }

  package func rows(_ context: Context) -> [LazyRow] {
    members.enumerated().flatMap { SwiftUI.rows($1, context.inside("\($0)")) }
  }
}

public struct _ConditionalContent<TrueContent, FalseContent> {
  enum Choice {
    case first(TrueContent)
    case second(FalseContent)
  }
  let choice: Choice
}

extension _ConditionalContent: View, Drawn, Listed where TrueContent: View, FalseContent: View {
  public typealias Body = Never

  package func draw(_ context: Context) -> [Node] {
    switch choice {
    case .first(let view): SwiftUI.draw(view, context.inside("if"))
    case .second(let view): SwiftUI.draw(view, context.inside("else"))
    }
  }

  package func rows(_ context: Context) -> [LazyRow] {
    switch choice {
    case .first(let view): SwiftUI.rows(view, context.inside("if"))
    case .second(let view): SwiftUI.rows(view, context.inside("else"))
    }
  }
}
