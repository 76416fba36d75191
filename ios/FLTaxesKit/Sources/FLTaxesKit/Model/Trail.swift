import FLCore

// What was last seen of each page on the way to the newest one, which is the last.
extension Array where Element == FLCore.Screen {
  /// What the newest path does not hold is dropped: at a lock, all of the account.
  func followed(by next: FLCore.Screen) -> [FLCore.Screen] {
    filter { $0.path.count < next.path.count && next.path.starts(with: $0.path) } + [next]
  }

  /// The pages of the room one is in. From one room to another one goes elsewhere, also where one lies over the other.
  var room: ArraySlice<FLCore.Screen> {
    var room: String?
    var start = startIndex
    for (index, screen) in enumerated() {
      guard let here = screen.room else { continue }
      if let room, room != here { start = index }
      room = here
    }
    return self[start...]
  }

  /// The page that lies right below the last one in its room, where it was seen.
  var below: FLCore.Screen? {
    guard room.count > 1, let last, self[count - 2].path.count == last.path.count - 1 else { return nil }
    return self[count - 2]
  }
}

extension FLCore.Screen {
  /// The room it is in, where it says so.
  fileprivate var room: String? { tabs.first { $0.selected }?.key }

  /// A page that is seen beside the one that lies over it. Its touches mean what they say, and bring it up; what the core takes only
  /// from the page on top is not offered, and what is under way is not told of any more.
  var covered: FLCore.Screen {
    FLCore.Screen(
      path: path, title: title, back: nil, refresh: nil, busy: false, tabs: tabs, notice: nil,
      blocks: blocks.map(\.covered), appearance: appearance)
  }
}

extension FLCore.Block {
  fileprivate var covered: FLCore.Block {
    switch self {
    case .field(let b):
      .field(
        FLCore.Field(
          key: b.key, id: b.id, label: b.label, kind: b.kind, secret: b.secret, value: b.value, revision: b.revision,
          hint: b.hint, error: b.error, enabled: false, submit: b.submit, reveal: b.reveal, count: b.count,
          calendar: b.calendar))
    case .more(let b): .more(FLCore.More(key: b.key, label: b.label, busy: false, touch: b.touch))
    case .status, .figure, .section, .row, .text, .button, .notice, .steps, .checklist, .countdown, .filter, .choice,
      .toggle, .files, .picture, .progress, .empty:
      self
    }
  }
}
