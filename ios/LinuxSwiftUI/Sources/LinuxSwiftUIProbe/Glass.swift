// The double's probe: draws a view, lets a test look at what came of it, and touches it as a finger would.
import SwiftUI

/// A drawn tree and its life: what appears, changes and goes, and where its lists stand.
@MainActor public final class Glass {
  package let graph = Graph()
  package var root: [Node] = []
  private let view: () -> any View
  private var environment: EnvironmentValues
  private var alive: [String: Effect] = [:]
  private var watch = 0

  /// How often a new drawing may ask for another one before it is given up.
  private static let rounds = 100

  public init(rowsInView: Int = 12, phase: ScenePhase = .active, _ view: @escaping @MainActor () -> some View) {
    self.view = view
    environment = EnvironmentValues()
    environment.scenePhase = phase
    graph.rowsInView = rowsInView
    update()
  }

  /// How many bodies were read so far: a measure of work that no clock enters.
  public var bodiesRead: Int { graph.bodies }

  /// What the device says of itself: sizes of text, colours, the app's phase.
  public func set<Value>(_ key: WritableKeyPath<EnvironmentValues, Value>, _ value: Value) {
    environment[keyPath: key] = value
    graph.needsDrawing = true
    update()
  }

  public func increaseContrast() {
    environment.colorSchemeContrast = .increased
    graph.needsDrawing = true
    update()
  }

  /// Draws anew where something that was read has changed, until all is at rest.
  public func update() {
    for _ in 0..<Self.rounds {
      guard graph.needsDrawing else { return }
      draw()
      live()
    }
    fatalError("the view never comes to rest")
  }

  private func draw() {
    graph.begin()
    watch += 1
    let mine = watch
    root = withObservationTracking {
      SwiftUI.draw(view(), Context(graph: graph, path: "", environment: environment))
    } onChange: { [weak self] in
      MainActor.assumeIsolated {
        guard let self, self.watch == mine else { return }
        self.graph.needsDrawing = true
      }
    }
    graph.end()
  }

  private func live() {
    let before = alive
    alive = Dictionary(graph.effects.map { ($0.path, $0.effect) }, uniquingKeysWith: { $1 })
    for (path, effect) in graph.effects {
      switch (effect, before[path]) {
      case (.appear(let run), nil): run()
      case (.change(_, _, let run, true), nil): run(valueOf(effect))
      case (.change(_, let isEqual, let run, _), .change(let old, _, _, _)?):
        if !isEqual(old) { run(old) }
      default: break
      }
    }
  }

  private func valueOf(_ effect: Effect) -> Any {
    if case .change(let value, _, _, _) = effect { value } else { () }
  }

  /// All rows of all lists as they would be drawn, without bringing them into view.
  package func peek() -> [Node] {
    graph.isPeek = true
    defer { graph.isPeek = false }
    let effects = graph.effects
    defer { graph.effects = effects }
    return root.map(whole)
  }

  private func whole(_ node: Node) -> Node {
    if let scroll = node.scroll, !scroll.rows.isEmpty {
      return Node(node, children: scroll.rows.flatMap { $0.draw() })
    }
    return Node(node, children: node.children.map(whole))
  }
}
