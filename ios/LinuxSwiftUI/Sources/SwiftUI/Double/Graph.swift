// The double's own, seen by its probe only: nothing here is SwiftUI's, and no view can reach it.

/// One piece of state; setting it asks for a new drawing.
package final class Location {
  package var value: Any {
    didSet { changed() }
  }
  private let changed: () -> Void
  init(_ value: Any, changed: @escaping () -> Void) {
    self.value = value
    self.changed = changed
  }
}

/// Where a scroll view stands: the index of its first row in view.
@MainActor package final class ScrollState {
  package var first = 0
  package var rows: [LazyRow] = []
  /// The view's own word for the row at the top.
  package var position: Binding<AnyHashable?>?

  /// A person scrolled.
  package func scroll(to index: Int, inView count: Int) {
    first = max(0, min(index, rows.count - count))
    if let position, rows.indices.contains(first) { position.wrappedValue = rows[first].id }
  }
}

/// What a view asked for beside being drawn.
package enum Effect {
  case appear(() -> Void)
  case change(value: Any, isEqual: (Any) -> Bool, run: (Any) -> Void, initial: Bool)
}

/// All state of one drawn tree.
@MainActor package final class Graph {
  package var needsDrawing = true
  package var bodies = 0
  /// How many rows of a lazy stack are in view.
  package var rowsInView = 12
  package var effects: [(path: String, effect: Effect)] = []
  /// Drawn to be read, not shown: nothing appears.
  package var isPeek = false
  private var locations: [String: Location] = [:]
  private var scrolls: [String: ScrollState] = [:]
  private var reached: Set<String> = []
  private var asleep: [String] = []

  package init() {}

  package func location(_ path: String, initial: Any) -> Location {
    reached.insert(path)
    if let location = locations[path] { return location }
    let location = Location(initial) { [weak self] in
      MainActor.assumeIsolated { self?.needsDrawing = true }
    }
    locations[path] = location
    return location
  }

  package func scroll(_ path: String) -> ScrollState {
    reached.insert(path)
    if let scroll = scrolls[path] { return scroll }
    let scroll = ScrollState()
    scrolls[path] = scroll
    return scroll
  }

  /// A row that is there and not in view keeps its state.
  package func sleep(_ path: String) { asleep.append(path) }

  package func begin() {
    needsDrawing = false
    reached = []
    asleep = []
    effects = []
  }

  /// State of what is gone goes too.
  package func end() {
    let kept = { (path: String) in
      self.reached.contains(path) || self.asleep.contains { path.hasPrefix($0 + "/") }
    }
    locations = locations.filter { kept($0.key) }
    scrolls = scrolls.filter { kept($0.key) }
  }

  package func want(_ effect: Effect, at path: String) {
    if !isPeek { effects.append((path, effect)) }
  }
}
