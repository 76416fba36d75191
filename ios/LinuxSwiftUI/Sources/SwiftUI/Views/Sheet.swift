// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct PresentationDetent: Hashable, Sendable {
  let name: String
  public static let medium = PresentationDetent(name: "medium")
  public static let large = PresentationDetent(name: "large")
}

extension View {
  /// Stands where the view stands that shows it, takes over its environment and is gone with it. A finger that pulls it down ends it.
  public func sheet<Content: View>(
    isPresented: Binding<Bool>, onDismiss: (() -> Void)? = nil, @ViewBuilder content: @escaping () -> Content
  ) -> some View {
    replaced { nodes, context in
      guard isPresented.wrappedValue else { return nodes }
      let sheet = Node(.sheet, context, children: draw(content(), context.inside("sheet")))
      sheet.pop = {
        isPresented.wrappedValue = false
        onDismiss?()
      }
      return nodes + [sheet]
    }
  }

  public func presentationDetents(_ detents: Set<PresentationDetent>) -> some View {
    noted("presentationDetents", detents.map(\.name).sorted())
  }
}
