// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct HorizontalAlignment: Equatable, Sendable {
  let name: String
  public static let leading = HorizontalAlignment(name: "leading")
  public static let center = HorizontalAlignment(name: "center")
  public static let trailing = HorizontalAlignment(name: "trailing")
}

public struct VerticalAlignment: Equatable, Sendable {
  let name: String
  public static let top = VerticalAlignment(name: "top")
  public static let center = VerticalAlignment(name: "center")
  public static let bottom = VerticalAlignment(name: "bottom")
  public static let firstTextBaseline = VerticalAlignment(name: "firstTextBaseline")
}

public struct Alignment: Equatable, Sendable {
  public var horizontal: HorizontalAlignment
  public var vertical: VerticalAlignment
  public init(horizontal: HorizontalAlignment, vertical: VerticalAlignment) {
    self.horizontal = horizontal
    self.vertical = vertical
  }
  public static let center = Alignment(horizontal: .center, vertical: .center)
  public static let leading = Alignment(horizontal: .leading, vertical: .center)
  public static let trailing = Alignment(horizontal: .trailing, vertical: .center)
}

public struct HStack<Content: View> {
  let content: Content
}

extension HStack: View, Drawn {
  public typealias Body = Never
  public init(
    alignment: VerticalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
  ) {
    self.content = content()
  }
  package func draw(_ context: Context) -> [Node] {
    let stack = Node(.group, context, children: SwiftUI.draw(content, context.inside("HStack")))
    stack.notes["stack"] = "HStack"
    return [stack]
  }
}

public struct VStack<Content: View> {
  let content: Content
}

extension VStack: View, Drawn {
  public typealias Body = Never
  public init(
    alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
  ) {
    self.content = content()
  }
  package func draw(_ context: Context) -> [Node] {
    let stack = Node(.group, context, children: SwiftUI.draw(content, context.inside("VStack")))
    stack.notes["stack"] = "VStack"
    return [stack]
  }
}

public struct ZStack<Content: View> {
  let content: Content
}

extension ZStack: View, Drawn {
  public typealias Body = Never
  public init(alignment: Alignment = .center, @ViewBuilder content: () -> Content) {
    self.content = content()
  }
  package func draw(_ context: Context) -> [Node] {
    let stack = Node(.group, context, children: SwiftUI.draw(content, context.inside("ZStack")))
    stack.notes["stack"] = "ZStack"
    return [stack]
  }
}

public struct Spacer: View, Drawn {
  public typealias Body = Never
  public init(minLength: CGFloat? = nil) {}
  package func draw(_ context: Context) -> [Node] { [] }
}
