import SwiftUI

/// Why a test could not do what it wanted.
public struct Stuck: Error, CustomStringConvertible {
  public let description: String
  public init(_ description: String) { self.description = description }
}

/// What one thing on the screen shows and says.
public struct Sight: Sendable {
  /// Every text drawn in it, in reading order.
  public let texts: [String]
  public let label: String?
  public let value: String?
  public let hint: String?
  public let isEnabled: Bool
  public let isSelected: Bool
  public let isHeader: Bool
  public let isFocused: Bool
  /// What the screen reader says of it: its label and value, else what it holds.
  public let spoken: String
  /// What modifiers asked for, by their names.
  public let notes: [String: String]

  public var text: String { texts.joined(separator: " ") }

  @MainActor init(_ node: Node) {
    texts = node.drawnTexts
    label = node.spokenLabel
    value = node.spokenValue
    hint = node.spokenHint
    isEnabled = node.isEnabled
    isSelected = node.traits.contains(.isSelected)
    isHeader = node.traits.contains(.isHeader)
    isFocused = node.isFocused
    spoken = node.spoken
    notes = node.notes
  }
}

extension Node {
  /// Texts as they are drawn; of a picture, what is said of it.
  var drawnTexts: [String] {
    var own = text.map { [$0] } ?? []
    if kind == .image, !isSilent, let spokenLabel { own.append(spokenLabel) }
    return own.filter { !$0.isEmpty } + children.flatMap(\.drawnTexts)
  }

  var spoken: String {
    if isSilent { return "" }
    let own = [spokenLabel, spokenValue].compactMap { $0 }.filter { !$0.isEmpty }
    if spokenChildren == .ignore || kind == .textField || kind == .secureField {
      return own.joined(separator: ", ")
    }
    if spokenLabel != nil { return own.joined(separator: ", ") }
    let inner = ([text ?? ""] + children.map(\.spoken)).filter { !$0.isEmpty }
    return (inner + own).joined(separator: ", ")
  }
}

extension Glass {
  /// Every text of the screen in reading order, also of rows that are not in view.
  public var texts: [String] { peek().flatMap(\.drawnTexts) }

  /// The texts of what is in view.
  public var textsInView: [String] { root.flatMap(\.drawnTexts) }

  /// All identifiers in view, in reading order.
  public var keysInView: [String] { root.flatMap(\.all).compactMap(\.identifier) }

  /// The thing with this identifier, brought into view.
  public func sight(_ key: String) -> Sight? { reveal(key).map(Sight.init) }

  /// The first field in the thing with this identifier.
  public func field(_ key: String) -> Sight? {
    reveal(key)?.all.first { $0.write != nil }.map(Sight.init)
  }

  /// The parts of the thing with this identifier that can be touched.
  public func touchable(_ key: String) -> [Sight] {
    reveal(key)?.all.filter { $0.tap != nil }.map(Sight.init) ?? []
  }

  /// Names of all pictures drawn in the thing with this identifier.
  public func symbols(_ key: String) -> [String] {
    reveal(key)?.all.compactMap { $0.notes["systemName"] } ?? []
  }

  /// The colours of all pictures drawn in the thing with this identifier.
  public func tints(_ key: String) -> [String] {
    reveal(key)?.all.filter { $0.kind == .image }.compactMap { $0.notes["foregroundStyle"] } ?? []
  }

  /// What is said of each part that stands for all it holds.
  public func spokenAlone(_ key: String) -> [String] {
    reveal(key)?.all.filter { $0.spokenChildren == .ignore }.map(\.spoken) ?? []
  }

  /// What modifiers asked for of all texts in view.
  public func notesOfTexts(_ name: String) -> [String] {
    root.flatMap(\.all).filter { $0.kind == .text }.compactMap { $0.notes[name] }
  }

  func inView(_ key: String) -> Node? {
    root.lazy.flatMap(\.all).first { $0.identifier == key }
  }

  /// Brings what has this identifier into view, by scrolling where it must be.
  func reveal(_ key: String) -> Node? {
    update()
    return inView(key) ?? (bring { $0.identifier == key } ? inView(key) : nil)
  }

  /// Scrolls to the first row that holds such a thing.
  func bring(_ wanted: (Node) -> Bool) -> Bool {
    for scroll in scrolls {
      graph.isPeek = true
      let found = scroll.rows.firstIndex { row in row.draw().contains { $0.all.contains(where: wanted) } }
      graph.isPeek = false
      guard let found else { continue }
      let last = scroll.first + graph.rowsInView - 1
      let first = found < scroll.first ? found : found > last ? found - graph.rowsInView + 1 : scroll.first
      scroll.scroll(to: first, inView: graph.rowsInView)
      graph.needsDrawing = true
      update()
      return true
    }
    return false
  }

  var scrolls: [ScrollState] { root.flatMap(\.all).compactMap(\.scroll) }
}
