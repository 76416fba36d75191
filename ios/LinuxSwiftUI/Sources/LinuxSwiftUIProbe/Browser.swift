import AuthenticationServices
import Foundation

/// The system's browser as it shows sign-in pages.
@MainActor public enum Browser {
  /// What becomes of a page.
  public enum Outcome: Sendable {
    /// It leads back.
    case link(URL)
    case error(any Error)
    /// The person takes their time.
    case silence
    /// It is not shown at all.
    case noStart
  }

  /// The page shown last, and how it was asked for.
  public struct Page: Sendable {
    public let url: URL
    public let scheme: String?
    public let isEphemeral: Bool
    public let isCancelled: Bool
  }

  public static func answer(_ outcome: Outcome) {
    ASWebAuthenticationSession.shown = nil
    ASWebAuthenticationSession.outcome =
      switch outcome {
      case .link(let link): .link(link)
      case .error(let error): .error(error)
      case .silence: .silence
      case .noStart: .noStart
      }
  }

  public static func answer(_ code: ASWebAuthenticationSessionError.Code) {
    answer(.error(ASWebAuthenticationSessionError(code)))
  }

  public static var page: Page? {
    ASWebAuthenticationSession.shown.map {
      Page(
        url: $0.url, scheme: $0.callbackURLScheme, isEphemeral: $0.prefersEphemeralWebBrowserSession,
        isCancelled: $0.isCancelled)
    }
  }
}
