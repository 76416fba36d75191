// The double's own, seen by its probe only: nothing here is SwiftUI's, and no view can reach it.

/// What one primitive view became: what is drawn, what a screen reader says, and what a touch does.
@MainActor package final class Node {
  package enum Kind: Sendable {
    case group, text, image, button, toggle, textField, secureField, progress, scroll, row, title, tab, keyboardBar,
      sheet, days
  }

  package let kind: Kind
  /// Where it stands, which is what it is.
  package let path: String
  package var children: [Node]
  /// What is drawn here, without the children.
  package var text: String?
  package var isEnabled: Bool
  package var identifier: String?
  package var spokenLabel: String?
  package var spokenValue: String?
  package var spokenHint: String?
  package var traits: AccessibilityTraits = []
  package var isSilent = false
  package var spokenChildren: AccessibilityChildBehavior?
  package var tap: (@MainActor () -> Void)?
  package var read: (@MainActor () -> String)?
  package var write: (@MainActor (String) -> Void)?
  package var submit: (() -> Void)?
  package var takeFocus: (@MainActor () -> Void)?
  package var isFocused = false
  /// Marks a day; false where it is not offered.
  package var mark: (@MainActor (Date) -> Bool)?
  /// The system takes the page on top away.
  package var pop: (@MainActor () -> Void)?
  package var escape: (() -> Void)?
  package var openURL: ((URL) -> Void)?
  package var refresh: RefreshAction?
  package var tag: AnyHashable?
  package var tabItem: [Node] = []
  /// Where a scroll view's or a lazy row's own state is kept.
  package var scroll: ScrollState?
  /// What modifiers asked for, by the modifier's name.
  package var notes: [String: String] = [:]

  package init(_ kind: Kind, _ context: Context, text: String? = nil, children: [Node] = []) {
    self.kind = kind
    path = context.path
    self.text = text
    self.children = children
    isEnabled = context.environment.isEnabled
  }

  /// This node and all below it, in reading order.
  package var all: [Node] { [self] + children.flatMap(\.all) }

  /// The same node with other children.
  package init(_ other: Node, children: [Node]) {
    kind = other.kind
    path = other.path
    text = other.text
    isEnabled = other.isEnabled
    identifier = other.identifier
    spokenLabel = other.spokenLabel
    spokenValue = other.spokenValue
    spokenHint = other.spokenHint
    traits = other.traits
    isSilent = other.isSilent
    spokenChildren = other.spokenChildren
    tap = other.tap
    read = other.read
    write = other.write
    submit = other.submit
    refresh = other.refresh
    isFocused = other.isFocused
    mark = other.mark
    notes = other.notes
    self.children = children
  }
}
