import SwiftUI

extension Glass {
  /// The screen as a text, also the rows that are not in view: what stands where and how it is set, then what a screen reader makes of
  /// it, one stop a line. Colours are named by who knows them.
  public func drawing(colors: [String: String]) -> String {
    let nodes = peek()
    let seen = nodes.flatMap { $0.lines(colors) }
    let said = nodes.flatMap(\.stops)
    return (["seen"] + seen.map { "  \($0)" } + ["said"] + said.map { "  \($0)" }).joined(separator: "\n") + "\n"
  }
}

extension Node {
  /// What is drawn, one thing a line; what is inside stands further in. A group that says nothing of itself has no line.
  fileprivate func lines(_ colors: [String: String]) -> [String] {
    let inner = children.flatMap { $0.lines(colors) }
    let own = words(colors)
    return own.isEmpty ? inner : [own.joined(separator: " ")] + inner.map { "  \($0)" }
  }

  private func words(_ colors: [String: String]) -> [String] {
    var words = place(colors)
    switch kind {
    case .text, .image:
      words += [notes["font"] ?? "body", notes["foregroundStyle"].map { colors[$0] ?? "?" } ?? "ink"]
    case .group, .button, .toggle, .textField, .secureField, .progress, .scroll, .row, .title, .tab, .keyboardBar,
      .sheet, .days:
      break
    }
    if let text { words.append("«\(text)»") }
    if let picture = notes["systemName"] { words.append("(\(picture))") }
    return words + manner
  }

  /// What kind of thing it is, and its name.
  private func place(_ colors: [String: String]) -> [String] {
    let kinds: [Kind: String] = [
      .button: "button", .toggle: "switch", .textField: "field", .secureField: "field", .progress: "spinner",
      .scroll: "list", .title: "title", .tab: "tab", .keyboardBar: "over the keyboard", .sheet: "sheet",
      .days: "calendar",
    ]
    let stacks = ["HStack": "across", "VStack": "down", "ZStack": "over"]
    let bar = notes["toolbar"].map { "bar \($0):" }
    let ground = notes["ground"].flatMap { colors[$0] }.map { "on \($0)" }
    // A stack of one thing is no stack to the eye.
    let stack = children.count > 1 ? notes["stack"].flatMap { stacks[$0] } : nil
    let key = identifier.map { "#\($0)" }
    return [bar, kinds[kind], key, ground, stack].compactMap { $0 }
  }

  /// How it behaves.
  private var manner: [String] {
    var manner: [String] = []
    if traits.contains(.isSelected) { manner.append("[selected]") }
    if !isEnabled && tap != nil { manner.append("[off]") }
    if kind == .text, let limit = notes["lineLimit"], limit != "none" {
      manner.append("[lines: \(limit), shrinks to \(notes["minimumScaleFactor"] ?? "1.0")]")
    }
    if refresh != nil { manner.append("[can be pulled]") }
    return manner
  }

  /// Where a screen reader stops, and what it says there.
  fileprivate var stops: [String] {
    if isSilent { return [] }
    let isOne = spokenChildren == .ignore || spokenChildren == .combine || tap != nil || write != nil
    if isOne || children.isEmpty { return stop.map { [$0] } ?? [] }
    return children.flatMap(\.stops)
  }

  private var stop: String? {
    // A picture that is neither named nor silent is read out by the name of its file.
    let words = spoken.isEmpty ? notes["systemName"].map { "picture \($0)" } ?? "" : spoken
    guard !words.isEmpty else { return nil }
    var roles: [String] = []
    if kind == .title || traits.contains(.isHeader) { roles.append("heading") }
    if kind == .tab { roles.append("tab") } else if traits.contains(.isButton) { roles.append("button") }
    if kind == .toggle { roles.append("switch") }
    if write != nil { roles.append("field") }
    if traits.contains(.isSelected) { roles.append("selected") }
    return roles.isEmpty ? words : "\(roles.joined(separator: ", ")): \(words)"
  }
}
