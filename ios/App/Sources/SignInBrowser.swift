import AuthenticationServices
import FLCore
import Foundation
import UIKit

/// A sign-in page in the system's own browser: the app sees nothing of what is typed there, and nothing of it is kept.
@MainActor final class SignInBrowser: NSObject, ASWebAuthenticationPresentationContextProviding {
  /// The system shows it only while somebody holds it.
  private var session: ASWebAuthenticationSession?

  func open(_ page: URL, backTo scheme: String) async throws -> URL {
    let (links, answer) = AsyncThrowingStream<URL, any Error>.makeStream()
    // The system answers on a thread of its choice, maybe also where it did not start.
    let session = ASWebAuthenticationSession(url: page, callbackURLScheme: scheme) { @Sendable link, error in
      if let link { answer.yield(link) }
      answer.finish(throwing: link == nil ? error : nil)
    }
    session.prefersEphemeralWebBrowserSession = true
    session.presentationContextProvider = self
    self.session?.cancel()
    self.session = session
    defer { if self.session === session { self.session = nil } }
    guard session.start() else { throw PlatformError.Unavailable }
    do {
      for try await link in links { return link }
    } catch let error as ASWebAuthenticationSessionError {
      // All else that it says is about the window that it was to stand in.
      throw error.code == .canceledLogin ? PlatformError.Cancelled : .Unavailable
    }
    // Nobody waits for it any more.
    session.cancel()
    throw PlatformError.Cancelled
  }

  nonisolated func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {
    MainActor.assumeIsolated { UIApplication.shared.frontWindow ?? ASPresentationAnchor() }
  }
}
