// The double's own, seen by its probe only: nothing here is SwiftUI's, and no view can reach it.

/// Where a view stands: its path from the root is its identity.
@MainActor package struct Context {
  package let graph: Graph
  package let path: String
  package var environment: EnvironmentValues

  package init(graph: Graph, path: String, environment: EnvironmentValues) {
    self.graph = graph
    self.path = path
    self.environment = environment
  }

  package func inside(_ step: String) -> Context {
    Context(graph: graph, path: "\(path)/\(step)", environment: environment)
  }
}

/// A view that draws itself.
@MainActor package protocol Drawn {
  func draw(_ context: Context) -> [Node]
}

/// A view that is several rows of a list.
@MainActor package protocol Listed {
  func rows(_ context: Context) -> [LazyRow]
}

/// A row that is not made yet.
@MainActor package struct LazyRow {
  package let path: String
  package let id: AnyHashable?
  package let draw: @MainActor () -> [Node]
}

@MainActor package func draw<V: View>(_ view: V, _ context: Context) -> [Node] {
  if let drawn = view as? any Drawn { return drawn.draw(context) }
  return draw(body(of: view, context), context.inside("\(V.self)"))
}

@MainActor package func rows<V: View>(_ view: V, _ context: Context) -> [LazyRow] {
  if let listed = view as? any Listed { return listed.rows(context) }
  if view is any Drawn {
    return [LazyRow(path: context.path, id: nil) { draw(view, context) }]
  }
  return rows(body(of: view, context), context.inside("\(V.self)"))
}

/// The body of a view whose property wrappers have found their storage.
@MainActor private func body<V: View>(of view: V, _ context: Context) -> V.Body {
  let context = context.inside("\(V.self)")
  context.graph.bodies += 1
  for (label, value) in Mirror(reflecting: view).children {
    (value as? any Installed)?.install(context, label: label ?? "")
  }
  return view.body
}
