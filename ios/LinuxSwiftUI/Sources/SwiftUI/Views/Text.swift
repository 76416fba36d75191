// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct Text: View, Drawn, Equatable, Sendable {
  public typealias Body = Never
  package let content: String
  public init(verbatim content: String) { self.content = content }
  public init<S: StringProtocol>(_ content: S) { self.content = String(content) }

  package func draw(_ context: Context) -> [Node] {
    let node = Node(.text, context, text: content)
    node.notes["dynamicTypeSize"] = "\(context.environment.dynamicTypeSize)"
    return [node]
  }
}

public struct Image: View, Drawn {
  public typealias Body = Never
  let name: String
  public init(systemName: String) { name = systemName }

  package func draw(_ context: Context) -> [Node] {
    let node = Node(.image, context)
    node.notes["systemName"] = name
    return [node]
  }

  public func resizable() -> Image { self }
}

public struct Label<Title: View, Icon: View> {
  let title: Title
  let icon: Icon
}

extension Label: View, Drawn {
  public typealias Body = Never
  public init(@ViewBuilder title: () -> Title, @ViewBuilder icon: () -> Icon) {
    self.title = title()
    self.icon = icon()
  }

  package func draw(_ context: Context) -> [Node] {
    let icon = SwiftUI.draw(icon, context.inside("icon"))
    return [Node(.group, context, children: icon + SwiftUI.draw(title, context.inside("title")))]
  }
}

@MainActor extension Label where Title == Text, Icon == Image {
  public init<S: StringProtocol>(_ title: S, systemImage name: String) {
    self.init(title: { Text(title) }, icon: { Image(systemName: name) })
  }
}
