// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

extension View {
  public func onAppear(perform action: (() -> Void)? = nil) -> some View {
    wanting("onAppear") { _ in .appear(action ?? {}) }
  }
  public func onChange<V: Equatable>(
    of value: V, initial: Bool = false, _ action: @escaping (_ oldValue: V, _ newValue: V) -> Void
  ) -> some View {
    wanting("onChange") { _ in
      .change(
        value: value,
        isEqual: { ($0 as? V) == value },
        run: { if let old = $0 as? V { action(old, value) } },
        initial: initial)
    }
  }
  public func onOpenURL(perform action: @escaping (URL) -> Void) -> some View {
    changed { node, _ in node.openURL = action }
  }
  public func id<ID: Hashable>(_ id: ID) -> some View {
    Changed(content: self, name: "id(\(id))")
  }
}
