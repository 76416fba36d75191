/// Names of SF Symbols by meaning.
extension CoreIcon {
  var symbol: String {
    switch self {
    case .home: "house"
    case .operations: "list.bullet.rectangle"
    case .settings: "gearshape"
    case .transport: "car"
    case .land: "leaf"
    case .property: "building.2"
    case .tax: "doc.text"
    case .income: "banknote"
    case .letter: "envelope"
    case .moneyIn: "arrow.down.left"
    case .moneyOut: "arrow.up.right"
    case .offline: "wifi.slash"
    case .search: "magnifyingglass"
    case .person: "person"
    case .key: "key"
    case .card: "person.text.rectangle"
    case .office: "building.columns"
    case .phone: "phone"
    case .device: "iphone"
    case .shield: "shield"
    case .outside: "arrow.up.right.square"
    case .clock: "clock"
    case .draft: "square.and.pencil"
    case .file: "doc"
    case .picture: "photo"
    case .camera: "camera"
    case .chosen: "largecircle.fill.circle"
    case .notChosen: "circle"
    }
  }
}

extension CoreTone {
  /// A tone is a shape too: never colour alone.
  var symbol: String? {
    switch self {
    case .plain, .quiet: nil
    case .good: "checkmark.circle.fill"
    case .attention: "exclamationmark.triangle.fill"
    case .bad: "xmark.octagon.fill"
    }
  }
}

extension CheckState {
  var symbol: String {
    switch self {
    case .open: "circle"
    case .met: "checkmark.circle.fill"
    case .failed: "xmark.circle.fill"
    }
  }

  var tone: CoreTone {
    switch self {
    case .open: .quiet
    case .met: .good
    case .failed: .bad
    }
  }
}

extension StepState {
  var symbol: String {
    switch self {
    case .done: "checkmark.circle.fill"
    case .current: "circle.inset.filled"
    case .ahead: "circle"
    }
  }

  var word: String {
    switch self {
    case .done: "step.done"
    case .current: "step.current"
    case .ahead: "step.ahead"
    }
  }
}
