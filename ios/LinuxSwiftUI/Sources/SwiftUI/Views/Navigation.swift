// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct NavigationStack<Data, Root> {
  let root: Root
}

extension NavigationStack: View, Drawn where Root: View {
  public typealias Body = Never
  package func draw(_ context: Context) -> [Node] {
    [Node(.group, context, children: SwiftUI.draw(root, context.inside("NavigationStack")))]
  }
}

extension NavigationStack where Root: View, Data == NavigationPath {
  public init(@ViewBuilder root: () -> Root) { self.root = root() }
}

public struct NavigationPath: Sendable {}

public struct TabView<SelectionValue: Hashable, Content> {
  let selection: Binding<SelectionValue>
  let content: Content
}

extension TabView: View, Drawn where Content: View {
  public typealias Body = Never
  public init(selection: Binding<SelectionValue>, @ViewBuilder content: () -> Content) {
    self.selection = selection
    self.content = content()
  }

  /// The bar below shows every tab; of the pages only the chosen one is seen, and only it has effects.
  package func draw(_ context: Context) -> [Node] {
    var shown: [Node] = []
    var bar: [Node] = []
    for row in SwiftUI.rows(content, context.inside("TabView")) {
      let before = context.graph.effects.count
      for page in row.draw() {
        let isSelected = page.tag == AnyHashable(selection.wrappedValue)
        if isSelected {
          shown.append(page)
        } else {
          context.graph.effects.removeSubrange(before...)
        }
        let tab = Node(.tab, context, children: page.tabItem)
        tab.traits = isSelected ? [.isButton, .isSelected] : .isButton
        tab.identifier = page.tabItem.compactMap(\.identifier).first
        for item in page.tabItem { item.identifier = nil }
        if let value = page.tag?.base as? SelectionValue {
          tab.tap = { selection.wrappedValue = value }
        }
        bar.append(tab)
      }
    }
    return [Node(.group, context, children: shown + bar)]
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
      toolbarNodes(content, context.inside("toolbar")) + nodes
    }
  }
}

public struct NavigationBarItem {
  public enum TitleDisplayMode: Sendable { case automatic, inline, large }
}
