// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct ButtonRole: Equatable, Sendable {
  let name: String
  public static let destructive = ButtonRole(name: "destructive")
  public static let cancel = ButtonRole(name: "cancel")
}

public struct Button<Label: View> {
  let role: ButtonRole?
  let action: @MainActor () -> Void
  let label: Label
}

extension Button: View, Drawn {
  public typealias Body = Never

  public init(action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
    self.init(role: nil, action: action, label: label)
  }

  public init(role: ButtonRole?, action: @escaping @MainActor () -> Void, @ViewBuilder label: () -> Label) {
    self.role = role
    self.action = action
    self.label = label()
  }

  package func draw(_ context: Context) -> [Node] {
    let node = Node(.button, context, children: SwiftUI.draw(label, context.inside("label")))
    node.traits = .isButton
    node.notes["role"] = role?.name
    node.tap = action
    return [node]
  }
}

@MainActor extension Button where Label == Text {
  public init<S: StringProtocol>(_ title: S, action: @escaping @MainActor () -> Void) {
    self.init(action: action, label: { Text(title) })
  }
}

public struct Toggle<Label: View> {
  let isOn: Binding<Bool>
  let label: Label
}

extension Toggle: View, Drawn {
  public typealias Body = Never

  public init(isOn: Binding<Bool>, @ViewBuilder label: () -> Label) {
    self.isOn = isOn
    self.label = label()
  }

  package func draw(_ context: Context) -> [Node] {
    let node = Node(.toggle, context, children: SwiftUI.draw(label, context.inside("label")))
    node.spokenValue = isOn.wrappedValue ? "1" : "0"
    node.tap = { isOn.wrappedValue.toggle() }
    return [node]
  }
}

public struct ProgressView<Label: View, CurrentValueLabel: View> {
  let label: Label
}

extension ProgressView: View, Drawn {
  public typealias Body = Never
  package func draw(_ context: Context) -> [Node] {
    [Node(.progress, context, children: SwiftUI.draw(label, context.inside("label")))]
  }
}

@MainActor extension ProgressView where CurrentValueLabel == EmptyView, Label == EmptyView {
  public init() { label = EmptyView() }
}

@MainActor extension ProgressView where CurrentValueLabel == EmptyView {
  public init(@ViewBuilder label: () -> Label) { self.label = label() }
}
