import FLCore

/// Why the app cannot go on as it is.
public enum Trouble: Error, Equatable, Sendable {
  /// The library is of another version than the code that calls it.
  case library
  case profile
  case system
  /// A mistake inside the core, or an error nobody foresaw.
  case unexpected

  init(_ error: any Error) {
    switch error {
    case let trouble as Trouble: self = trouble
    case CoreError.Profile: self = .profile
    case CoreError.System: self = .system
    default: self = .unexpected
    }
  }

  var word: String {
    switch self {
    case .library: "failed.library"
    case .profile: "failed.profile"
    case .system: "failed.system"
    case .unexpected: "failed.unexpected"
    }
  }
}

/// What is shown.
public enum Phase: Equatable, Sendable {
  case starting
  case showing(FLCore.Screen)
  case closed
  case failed(Trouble)
}
