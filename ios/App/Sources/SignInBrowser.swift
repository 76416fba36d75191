import AuthenticationServices
import FLCore
import Foundation
import UIKit

/// A sign-in page in the system's own browser: the app sees nothing of what is typed there, and nothing of it is kept.
@MainActor final class SignInBrowser {
  /// The page that is open, or was: the system shows it only while somebody holds it, and is not done with it when it answers, so it stays
  /// until the next one comes.
  private var shown: Shown?

  private struct Shown {
    let session: ASWebAuthenticationSession
    let answer: AsyncThrowingStream<URL, any Error>.Continuation
    let place: Place
  }

  func open(_ page: URL, backTo scheme: String) async throws -> URL {
    guard let window = UIApplication.shared.frontWindow else { throw PlatformError.Unavailable }
    let (links, answer) = AsyncThrowingStream<URL, any Error>.makeStream()
    // The system answers on a thread of its choice, maybe also where it did not start.
    let session = ASWebAuthenticationSession(url: page, callbackURLScheme: scheme) { @Sendable link, error in
      if let link { answer.yield(link) }
      answer.finish(throwing: link == nil ? error : nil)
    }
    let place = Place(window)
    session.prefersEphemeralWebBrowserSession = true
    session.presentationContextProvider = place
    // That a page which is taken away says so is nowhere promised: whoever waits for it is told here.
    shown?.answer.finish(throwing: PlatformError.Cancelled)
    shown?.session.cancel()
    shown = Shown(session: session, answer: answer, place: place)
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
}

/// The window that a page stands over.
@MainActor private final class Place: NSObject, ASWebAuthenticationPresentationContextProviding {
  private let window: UIWindow

  init(_ window: UIWindow) { self.window = window }

  nonisolated func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor {
    MainActor.assumeIsolated { window }
  }
}
