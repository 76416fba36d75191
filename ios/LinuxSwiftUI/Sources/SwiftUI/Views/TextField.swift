// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

public struct TextField<Label: View> {
  let label: Label
  let text: Binding<String>
  let prompt: Text?
  var axis = Axis.horizontal
}

extension TextField: View, Drawn {
  public typealias Body = Never
  package func draw(_ context: Context) -> [Node] {
    let node = Node(.textField, context)
    node.text = text.wrappedValue.isEmpty ? prompt?.content : text.wrappedValue
    node.spokenValue = text.wrappedValue
    if axis == .vertical { node.notes["axis"] = "vertical" }
    return typed(node, label, text, context)
  }
}

@MainActor extension TextField where Label == Text {
  /// Where it grows downwards, Enter begins a line and submits nothing.
  public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text?, axis: Axis) {
    self.init(label: Text(title), text: text, prompt: prompt, axis: axis)
  }
  public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text?) {
    self.init(label: Text(title), text: text, prompt: prompt)
  }
}

public struct SecureField<Label: View> {
  let label: Label
  let text: Binding<String>
  let prompt: Text?
}

extension SecureField: View, Drawn {
  public typealias Body = Never
  /// Neither drawn nor spoken: dots, one a letter.
  package func draw(_ context: Context) -> [Node] {
    let node = Node(.secureField, context)
    let dots = String(repeating: "•", count: text.wrappedValue.count)
    node.text = dots.isEmpty ? prompt?.content : dots
    node.spokenValue = dots
    return typed(node, label, text, context)
  }
}

@MainActor extension SecureField where Label == Text {
  public init<S: StringProtocol>(_ title: S, text: Binding<String>, prompt: Text?) {
    self.init(label: Text(title), text: text, prompt: prompt)
  }
}

@MainActor private func typed(
  _ node: Node, _ label: some View, _ text: Binding<String>, _ context: Context
) -> [Node] {
  node.spokenLabel = draw(label, context.inside("label")).compactMap(\.text).joined(separator: " ")
  node.read = { text.wrappedValue }
  node.write = { text.wrappedValue = $0 }
  node.submit = context.environment.submit
  return [node]
}
