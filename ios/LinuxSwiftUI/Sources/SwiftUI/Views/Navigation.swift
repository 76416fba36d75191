// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct NavigationStack<Data, Root: View> {
  let root: Root
  let pages: [AnyHashable]
  let pop: (() -> Void)?
}

extension NavigationStack: View, Drawn {
  public typealias Body = Never

  /// Every page on the stack is there and keeps its state; only the one on top is seen and has effects. A page that is not the root
  /// has the system's way back: its button, a finger from the edge, the screen reader's gesture.
  package func draw(_ context: Context) -> [Node] {
    var inside = context.inside("NavigationStack")
    let destinations = Destinations()
    inside.environment.destinations = destinations
    var shown = seen(pages.isEmpty, inside) { SwiftUI.draw(root, inside.inside("root")) }
    for (depth, page) in pages.enumerated() {
      let isTop = depth == pages.count - 1
      shown = seen(isTop, inside) { destinations.draw(page, inside.inside("[\(page)]")) }
    }
    guard !pages.isEmpty, let pop else { return [Node(.group, context, children: shown)] }
    let back = Node(.button, context)
    back.identifier = "BackButton"
    back.spokenLabel = "Back"
    back.tap = { pop() }
    let stack = Node(.group, context, children: [back] + shown)
    stack.pop = { pop() }
    return [stack]
  }

  @MainActor private func seen(_ isTop: Bool, _ context: Context, _ draw: () -> [Node]) -> [Node] {
    let before = context.graph.effects.count
    let nodes = draw()
    if !isTop { context.graph.effects.removeSubrange(before...) }
    return nodes
  }
}

extension NavigationStack {
  public init(@ViewBuilder root: () -> Root) where Data == NavigationPath {
    self.root = root()
    pages = []
    pop = nil
  }

  public init(path: Binding<Data>, @ViewBuilder root: () -> Root)
  where Data: MutableCollection, Data: RandomAccessCollection, Data: RangeReplaceableCollection, Data.Element: Hashable
  {
    self.root = root()
    pages = path.wrappedValue.map { AnyHashable($0) }
    pop = { path.wrappedValue.removeLast(1) }
  }
}

/// The double's own: what a stack was told to draw for values of a type.
@MainActor final class Destinations {
  private var draws: [(AnyHashable, Context) -> [Node]?] = []

  nonisolated init() {}

  func add(_ draw: @escaping (AnyHashable, Context) -> [Node]?) { draws.append(draw) }

  func draw(_ value: AnyHashable, _ context: Context) -> [Node] {
    for draw in draws { if let nodes = draw(value, context) { return nodes } }
    fatalError("no destination was given for \(value)")
  }
}

private struct OpenDestinations: EnvironmentKey { static var defaultValue: Destinations? { nil } }

extension EnvironmentValues {
  fileprivate var destinations: Destinations? {
    get { self[OpenDestinations.self] }
    set { self[OpenDestinations.self] = newValue }
  }
}

extension View {
  public func navigationDestination<D, C>(
    for data: D.Type, @ViewBuilder destination: @escaping (D) -> C
  ) -> some View where D: Hashable, C: View {
    replaced { nodes, context in
      context.environment.destinations?.add { value, context in
        (value.base as? D).map { SwiftUI.draw(destination($0), context) }
      }
      return nodes
    }
  }
}

public struct NavigationPath {}

@available(*, unavailable) extension NavigationPath: Sendable {}

public struct TabView<SelectionValue: Hashable, Content: View> {
  let selection: Binding<SelectionValue>?
  let content: Content
}

extension TabView: View, Drawn {
  public typealias Body = Never
  public init(selection: Binding<SelectionValue>?, @ViewBuilder content: () -> Content) {
    self.selection = selection
    self.content = content()
  }

  /// The bar below shows every tab; of the pages only the chosen one is seen, and only it has effects.
  package func draw(_ context: Context) -> [Node] {
    var shown: [Node] = []
    var bar: [Node] = []
    // A page may ask for the bar to go.
    let isHidden = { shown.flatMap(\.all).contains { $0.notes["tabBar"] == "hidden" } }
    for row in SwiftUI.rows(content, context.inside("TabView")) {
      let before = context.graph.effects.count
      for page in row.draw() {
        let isSelected = selection.map { page.tag == AnyHashable($0.wrappedValue) } ?? bar.isEmpty
        if isSelected {
          shown.append(page)
        } else {
          context.graph.effects.removeSubrange(before...)
        }
        let tab = Node(.tab, context, children: page.tabItem)
        tab.traits = isSelected ? [.isButton, .isSelected] : .isButton
        tab.identifier = page.tabItem.compactMap(\.identifier).first
        for item in page.tabItem { item.identifier = nil }
        if let selection, let value = page.tag?.base as? SelectionValue {
          tab.tap = { selection.wrappedValue = value }
        }
        bar.append(tab)
      }
    }
    return [Node(.group, context, children: isHidden() ? shown : shown + bar)]
  }
}

extension View {
  public func tabItem<V: View>(@ViewBuilder _ label: () -> V) -> some View {
    let label = label()
    return changed { node, context in node.tabItem = draw(label, context.inside("tabItem")) }
  }

  public func tag<V: Hashable>(_ tag: V) -> some View {
    changed { node, _ in node.tag = AnyHashable(tag) }
  }

  public func navigationTitle<S: StringProtocol>(_ title: S) -> some View {
    replaced { nodes, context in [Node(.title, context, text: String(title))] + nodes }
  }

  public func navigationBarTitleDisplayMode(_ mode: NavigationBarItem.TitleDisplayMode) -> some View { self }

  public func toolbar<Content: ToolbarContent>(@ToolbarContentBuilder content: () -> Content) -> some View {
    let content = content()
    return replaced { nodes, context in
      let items = toolbarNodes(content, context.inside("toolbar"))
      let isTyping = nodes.flatMap(\.all).contains { $0.write != nil && $0.isFocused }
      let bar = items.filter { $0.kind == .keyboardBar }
      return items.filter { $0.kind != .keyboardBar } + nodes + (isTyping ? bar : [])
    }
  }
}

public struct NavigationBarItem {
  public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}
