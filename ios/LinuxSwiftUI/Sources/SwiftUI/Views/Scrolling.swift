// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public enum Axis: Int8, CaseIterable, Sendable {
  case horizontal, vertical

  public struct Set: OptionSet, Sendable {
    public let rawValue: Int8
    public init(rawValue: Int8) { self.rawValue = rawValue }
    public static let horizontal = Axis.Set(rawValue: 1)
    public static let vertical = Axis.Set(rawValue: 2)
  }
}

public struct ScrollView<Content: View> {
  let axes: Axis.Set
  let content: Content
}

extension ScrollView: View, Drawn {
  public typealias Body = Never
  public init(_ axes: Axis.Set = .vertical, @ViewBuilder content: () -> Content) {
    self.axes = axes
    self.content = content()
  }

  package func draw(_ context: Context) -> [Node] {
    guard axes == .vertical else {
      return [Node(.group, context, children: SwiftUI.draw(content, context.inside("ScrollView")))]
    }
    let state = context.graph.scroll(context.path)
    state.position = context.environment.scrollPosition
    var inside = context.inside("ScrollView")
    inside.environment.enclosingScroll = state
    inside.environment.scrollPosition = nil
    let node = Node(.scroll, context, children: SwiftUI.draw(content, inside))
    node.scroll = state
    node.refresh = context.environment.refresh
    return [node]
  }
}

public struct LazyVStack<Content: View> {
  let content: Content
}

extension LazyVStack: View, Drawn {
  public typealias Body = Never
  public init(
    alignment: HorizontalAlignment = .center, spacing: CGFloat? = nil, @ViewBuilder content: () -> Content
  ) {
    self.content = content()
  }

  /// Each row counts as one height, and only what is in view is made.
  package func draw(_ context: Context) -> [Node] {
    let all = SwiftUI.rows(content, context.inside("LazyVStack"))
    guard let scroll = context.environment.enclosingScroll else { return all.flatMap { $0.draw() } }
    scroll.rows = all
    if context.environment.isScrollTarget, let wanted = scroll.position?.wrappedValue,
      let index = all.firstIndex(where: { $0.id == wanted })
    {
      scroll.first = index
    }
    scroll.first = max(0, min(scroll.first, all.count - context.graph.rowsInView))
    let shown = scroll.first..<min(scroll.first + context.graph.rowsInView, all.count)
    var nodes: [Node] = []
    for (index, row) in all.enumerated() {
      if shown.contains(index) {
        nodes.append(Node(.row, context, children: row.draw()))
      } else {
        context.graph.sleep(row.path)
      }
    }
    return [Node(.group, context, children: nodes)]
  }
}

private struct EnclosingScroll: EnvironmentKey { static var defaultValue: ScrollState? { nil } }
private struct Position: EnvironmentKey { static var defaultValue: Binding<AnyHashable?>? { nil } }
private struct Target: EnvironmentKey { static let defaultValue = false }

extension EnvironmentValues {
  fileprivate var enclosingScroll: ScrollState? {
    get { self[EnclosingScroll.self] }
    set { self[EnclosingScroll.self] = newValue }
  }
  fileprivate var scrollPosition: Binding<AnyHashable?>? {
    get { self[Position.self] }
    set { self[Position.self] = newValue }
  }
  fileprivate var isScrollTarget: Bool {
    get { self[Target.self] }
    set { self[Target.self] = newValue }
  }
}

extension View {
  /// The row at the top keeps its place while rows come and go around it.
  public func scrollPosition<ID: Hashable>(id: Binding<ID?>) -> some View {
    let erased = Binding<AnyHashable?>(
      get: { id.wrappedValue.map { AnyHashable($0) } },
      set: { id.wrappedValue = $0?.base as? ID })
    return within { $0.scrollPosition = erased }
  }

  public func scrollTargetLayout(isEnabled: Bool = true) -> some View {
    within { $0.isScrollTarget = isEnabled }
  }

  public func scrollDismissesKeyboard(_ mode: ScrollDismissesKeyboardMode) -> some View { self }
  public func scrollIndicators(_ visibility: ScrollIndicatorVisibility) -> some View { self }
}

public struct ScrollDismissesKeyboardMode: Sendable {
  public static let interactively = ScrollDismissesKeyboardMode()
}

public struct ScrollIndicatorVisibility {
  public static var hidden: ScrollIndicatorVisibility { ScrollIndicatorVisibility() }
}

@available(*, unavailable) extension ScrollIndicatorVisibility: Sendable {}
