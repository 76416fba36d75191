import SwiftUI

extension Glass {
  /// Touches what has this identifier; a field is given the keyboard.
  public func tap(_ key: String) throws {
    guard let node = reveal(key) else { throw Stuck("there is no `\(key)` here") }
    guard let target = node.all.first(where: { $0.tap != nil || $0.write != nil }) else {
      throw Stuck("`\(key)` cannot be touched")
    }
    try touch(target, "`\(key)`")
  }

  /// Touches what has exactly this name on it.
  public func tap(label: String) throws {
    update()
    let matches = { (node: Node) in
      node.tap != nil
        && [node.spokenLabel, node.drawnTexts.first, node.drawnTexts.joined(separator: " ")]
          .contains { $0.map(plain) == plain(label) }
    }
    let inView = { self.root.lazy.flatMap(\.all).first(where: matches) }
    guard let target = inView() ?? (bring(matches) ? inView() : nil) else {
      throw Stuck("nothing has the name \"\(label)\"")
    }
    try touch(target, "\"\(label)\"")
  }

  private func touch(_ node: Node, _ name: String) throws {
    guard node.isEnabled else { throw Stuck("\(name) is switched off") }
    if let tap = node.tap { tap() } else { node.takeFocus?() }
    update()
  }

  /// Types at the end of a field, letter by letter.
  public func type(_ text: String, into key: String) throws {
    try tap(key)
    for letter in text {
      let node = try typing(key)
      node.write?((node.read?() ?? "") + String(letter))
      update()
    }
  }

  /// Puts a text into a field at once, in place of what is there.
  public func paste(_ text: String, into key: String) throws {
    try tap(key)
    try typing(key).write?(text)
    update()
  }

  /// The key at the lower right of the keyboard. A phone's number pads have none.
  public func submit(_ key: String) throws {
    let node = try typing(key)
    if ["numberPad", "phonePad", "decimalPad"].contains(node.notes["keyboardType"]) {
      throw Stuck("the keyboard of `\(key)` has no return")
    }
    if node.notes["axis"] == "vertical" {
      node.write?((node.read?() ?? "") + "\n")
      return update()
    }
    guard let submit = node.submit else { throw Stuck("`\(key)` has nothing to submit") }
    submit()
    update()
  }

  /// Marks a day in the system's calendar.
  public func mark(_ day: Date, in key: String) throws {
    guard let mark = reveal(key)?.all.lazy.compactMap(\.mark).first else { throw Stuck("`\(key)` is no calendar") }
    guard mark(day) else { throw Stuck("\(day) is not offered") }
    update()
  }

  /// A finger pulls the sheet down.
  public func pullSheetDown() throws {
    update()
    guard let pop = root.flatMap(\.all).first(where: { $0.kind == .sheet })?.pop else {
      throw Stuck("there is no sheet")
    }
    pop()
    update()
  }

  /// The screen reader, the full keyboard or a voice does what a thing is there for. An element that was made of a view without its
  /// children has its place and its words, and nothing to do.
  public func activate(_ key: String) throws {
    guard let node = reveal(key) else { throw Stuck("there is no `\(key)` here") }
    guard let tap = node.tap, node.isEnabled, node.spokenChildren != .ignore else {
      throw Stuck("`\(key)` does nothing")
    }
    tap()
    update()
  }

  private func typing(_ key: String) throws -> Node {
    guard let node = reveal(key)?.all.first(where: { $0.write != nil }) else {
      throw Stuck("`\(key)` is no field")
    }
    guard node.isEnabled else { throw Stuck("`\(key)` is switched off") }
    return node
  }

  /// Pulls the list down and lets go.
  public func refresh() async throws {
    update()
    guard let action = root.flatMap(\.all).compactMap(\.refresh).first else {
      throw Stuck("nothing here can be pulled down")
    }
    await action()
    update()
  }

  /// The system gives the app a link.
  public func open(_ link: URL) throws {
    update()
    guard let action = root.flatMap(\.all).compactMap(\.openURL).first else { throw Stuck("no link is taken here") }
    action(link)
    update()
  }

  /// A finger from the edge takes the page on top away.
  public func swipeBack() throws {
    update()
    guard let pop = root.flatMap(\.all).filter({ $0.kind != .sheet }).compactMap(\.pop).first else {
      throw Stuck("nothing can be swiped away")
    }
    pop()
    update()
  }

  /// Two fingers drawn as a Z, with the screen reader on.
  public func escape() throws {
    update()
    let nodes = root.flatMap(\.all)
    guard let escape = nodes.compactMap(\.escape).first ?? nodes.compactMap(\.pop).first else {
      throw Stuck("no way out")
    }
    escape()
    update()
  }

  /// The way back that is drawn: the system's, or the screen's own.
  public func goBack() throws {
    update()
    try tap(inView("BackButton") == nil ? "back" : "BackButton")
  }

  /// One screen further down; says whether anything moved.
  public func scrollDown() -> Bool { scroll { $0 + $1 } }

  public func scrollToTop() { _ = scroll { _, _ in 0 } }

  private func scroll(_ place: (_ first: Int, _ inView: Int) -> Int) -> Bool {
    update()
    guard let scroll = scrolls.first else { return false }
    let before = scroll.first
    scroll.scroll(to: place(before, graph.rowsInView), inView: graph.rowsInView)
    graph.needsDrawing = true
    update()
    return scroll.first != before
  }
}

/// Texts are typed with the space bar: any space is one space.
func plain(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
