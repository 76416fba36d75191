// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

@MainActor @preconcurrency public protocol ToolbarContent {
  associatedtype Body: ToolbarContent
  @ToolbarContentBuilder var body: Self.Body { get }
}

extension Never: ToolbarContent {}

extension ToolbarContent where Body == Never {
  public var body: Never { fatalError("this item draws itself and has no body") }
}

public struct ToolbarItemPlacement {
  let name: String
  public static var automatic: ToolbarItemPlacement { ToolbarItemPlacement(name: "automatic") }
  public static var keyboard: ToolbarItemPlacement { ToolbarItemPlacement(name: "keyboard") }
  public static var topBarLeading: ToolbarItemPlacement { ToolbarItemPlacement(name: "leading") }
  public static var topBarTrailing: ToolbarItemPlacement { ToolbarItemPlacement(name: "trailing") }
  public static var cancellationAction: ToolbarItemPlacement { ToolbarItemPlacement(name: "cancel") }
  public static var confirmationAction: ToolbarItemPlacement { ToolbarItemPlacement(name: "confirm") }
}

@available(*, unavailable) extension ToolbarItemPlacement: Sendable {}

public struct ToolbarPlacement: Sendable {
  let name: String
  public static var tabBar: ToolbarPlacement { ToolbarPlacement(name: "tabBar") }
  public static var navigationBar: ToolbarPlacement { ToolbarPlacement(name: "navigationBar") }
}

extension View {
  public func toolbar(_ visibility: Visibility, for bars: ToolbarPlacement...) -> some View {
    changed { node, _ in
      for bar in bars where node.notes[bar.name] == nil { node.notes[bar.name] = "\(visibility)" }
    }
  }
}

public struct ToolbarItem<ID, Content>: ToolbarContent where Content: View {
  public typealias Body = Never
  let placement: ToolbarItemPlacement
  let content: Content
}

extension ToolbarItem where ID == () {
  public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) {
    self.placement = placement
    self.content = content()
  }
}

public struct ToolbarItemGroup<Content>: ToolbarContent where Content: View {
  public typealias Body = Never
  let placement: ToolbarItemPlacement
  let content: Content
}

extension ToolbarItemGroup {
  public init(placement: ToolbarItemPlacement = .automatic, @ViewBuilder content: () -> Content) {
    self.placement = placement
    self.content = content()
  }
}

struct TupleToolbarContent {
  let members: [any ToolbarContent]
}

extension TupleToolbarContent: ToolbarContent {
  typealias Body = Never
}

extension Optional: ToolbarContent where Wrapped: ToolbarContent {}

@resultBuilder public struct ToolbarContentBuilder {
  public static func buildExpression<Content: ToolbarContent>(_ content: Content) -> Content { content }
  public static func buildBlock<Content: ToolbarContent>(_ content: Content) -> some ToolbarContent {
    content
  }
  public static func buildBlock<each Content: ToolbarContent>(
    _ content: repeat each Content
  ) -> some ToolbarContent {
    var members: [any ToolbarContent] = []
    for member in repeat each content { members.append(member) }
    return TupleToolbarContent(members: members)
  }
  public static func buildIf<Content: ToolbarContent>(_ content: Content?) -> Content? { content }
}

/// The double's own: what draws itself in a bar.
@MainActor private protocol Item {
  func items(_ context: Context) -> [Node]
}

extension ToolbarItem: Item {
  func items(_ context: Context) -> [Node] { placed(placement, draw(content, context), context) }
}

extension ToolbarItemGroup: Item {
  func items(_ context: Context) -> [Node] { placed(placement, draw(content, context), context) }
}

/// The double's own: the bar over the keyboard is drawn where there is a keyboard.
@MainActor private func placed(_ placement: ToolbarItemPlacement, _ nodes: [Node], _ context: Context) -> [Node] {
  if placement.name == "keyboard" { return [Node(.keyboardBar, context, children: nodes)] }
  for node in nodes { node.notes["toolbar"] = placement.name }
  return nodes
}

extension TupleToolbarContent: Item {
  func items(_ context: Context) -> [Node] {
    members.enumerated().flatMap { toolbarNodes($1, context.inside("\($0)")) }
  }
}

extension Optional: Item where Wrapped: ToolbarContent {
  func items(_ context: Context) -> [Node] { map { toolbarNodes($0, context) } ?? [] }
}

@MainActor func toolbarNodes<Content: ToolbarContent>(_ content: Content, _ context: Context) -> [Node] {
  if let item = content as? any Item { return item.items(context) }
  return toolbarNodes(content.body, context)
}
