extension CoreBlock {
  /// The stable key: identifier and scroll anchor.
  var key: String {
    switch self {
    case .status(let block): block.key
    case .figure(let block): block.key
    case .section(let block): block.key
    case .row(let block): block.key
    case .text(let block): block.key
    case .field(let block): block.key
    case .button(let block): block.key
    case .notice(let block): block.key
    case .steps(let block): block.key
    case .checklist(let block): block.key
    case .countdown(let block): block.key
    case .filter(let block): block.key
    case .choice(let block): block.key
    case .toggle(let block): block.key
    case .files(let block): block.key
    case .picture(let block): block.key
    case .progress(let block): block.key
    case .empty(let block): block.key
    case .more(let block): block.key
    }
  }
}
