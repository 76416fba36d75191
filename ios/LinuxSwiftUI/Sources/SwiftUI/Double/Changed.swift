// The double's own, seen by its probe only: nothing here is SwiftUI's, and no view can reach it.

/// A view with another environment, or whose nodes are changed once they are drawn.
struct Changed<Content: View>: View, Drawn, Listed {
  typealias Body = Never
  let content: Content
  var name = ""
  var environment: (inout EnvironmentValues) -> Void = { _ in }
  var change: @MainActor ([Node], Context) -> [Node] = { nodes, _ in nodes }
  var keepsRows = false

  func draw(_ context: Context) -> [Node] {
    change(SwiftUI.draw(content, changed(context)), changed(context))
  }

  /// What only changes the environment is as many rows as its content; everything else is one row.
  func rows(_ context: Context) -> [LazyRow] {
    if keepsRows { return SwiftUI.rows(content, changed(context)) }
    return [LazyRow(path: context.path, id: nil) { draw(context) }]
  }

  private func changed(_ context: Context) -> Context {
    var context = name.isEmpty ? context : context.inside(name)
    environment(&context.environment)
    return context
  }
}

extension View {
  func within(_ environment: @escaping (inout EnvironmentValues) -> Void) -> some View {
    Changed(content: self, environment: environment, keepsRows: true)
  }

  /// Makes other nodes of them.
  func replaced(_ change: @escaping @MainActor ([Node], Context) -> [Node]) -> some View {
    Changed(content: self, change: change)
  }

  /// Changes each node.
  func changed(_ change: @escaping @MainActor (Node, Context) -> Void) -> some View {
    replaced { nodes, context in
      for node in nodes { change(node, context) }
      return nodes
    }
  }

  /// Writes down what a modifier asked for.
  func noted(_ name: String, _ value: Any) -> some View {
    changed { node, _ in
      for inner in node.all where inner.notes[name] == nil { inner.notes[name] = "\(value)" }
    }
  }

  /// Has an effect; two of one kind on one view have two names.
  func wanting(_ name: String, _ effect: @escaping @MainActor (Context) -> Effect) -> some View {
    Changed(
      content: self, name: name,
      change: { nodes, context in
        context.graph.want(effect(context), at: context.path)
        return nodes
      })
  }
}
