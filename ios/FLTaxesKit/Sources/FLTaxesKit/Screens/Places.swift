import SwiftUI

/// Where the lists of the open pages stand: the key of the block at the top.
@MainActor final class Places {
  private var tops: [[String]: String] = [:]

  nonisolated init() {}

  subscript(path: [String]) -> String? {
    get { tops[path] }
    set { tops[path] = newValue }
  }

  /// A page that left the path leaves nothing.
  func drop(allBut paths: [[String]]) { tops = tops.filter { paths.contains($0.key) } }

  var isEmpty: Bool { tops.isEmpty }
}

private struct OpenPlaces: EnvironmentKey { static let defaultValue = Places() }

extension EnvironmentValues {
  var places: Places {
    get { self[OpenPlaces.self] }
    set { self[OpenPlaces.self] = newValue }
  }
}
