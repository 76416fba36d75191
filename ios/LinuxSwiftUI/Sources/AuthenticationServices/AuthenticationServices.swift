// Test double of AuthenticationServices for Linux: Apple's names and signatures, only what the app here uses.
import Foundation
import UIKit

public typealias ASPresentationAnchor = UIWindow

public protocol ASWebAuthenticationPresentationContextProviding: NSObjectProtocol {
  @MainActor func presentationAnchor(for session: ASWebAuthenticationSession) -> ASPresentationAnchor
}

public struct ASWebAuthenticationSessionError: Error, Sendable {
  public enum Code: Int, Sendable {
    case canceledLogin = 1
    case presentationContextNotProvided = 2
    case presentationContextInvalid = 3
  }
  public let code: Code
  package init(_ code: Code) { self.code = code }
}

open class ASWebAuthenticationSession: NSObject {
  public typealias CompletionHandler = (URL?, (any Error)?) -> Void

  /// The double's own: what becomes of a page.
  package enum Outcome {
    case link(URL)
    case error(any Error)
    case silence, noStart
  }
  package nonisolated(unsafe) static var outcome = Outcome.noStart
  package nonisolated(unsafe) static var shown: ASWebAuthenticationSession?

  package let url: URL
  package let callbackURLScheme: String?
  package var isCancelled = false
  private let completionHandler: CompletionHandler
  public weak var presentationContextProvider: (any ASWebAuthenticationPresentationContextProviding)?
  public var prefersEphemeralWebBrowserSession = false

  public init(url URL: URL, callbackURLScheme: String?, completionHandler: @escaping CompletionHandler) {
    url = URL
    self.callbackURLScheme = callbackURLScheme
    self.completionHandler = completionHandler
  }

  open func start() -> Bool {
    // On the main thread, as Apple has it.
    nonisolated(unsafe) let session = self
    let hasWindow = MainActor.assumeIsolated {
      session.presentationContextProvider?.presentationAnchor(for: session) != nil
    }
    guard hasWindow else {
      answer(nil, ASWebAuthenticationSessionError(.presentationContextNotProvided))
      return false
    }
    Self.shown = self
    switch Self.outcome {
    case .link(let link): answer(link, nil)
    case .error(let error): answer(nil, error)
    case .silence: break
    case .noStart: return false
    }
    return true
  }

  /// The page goes. Whether anybody is told is nowhere said, so nobody is.
  open func cancel() { isCancelled = true }

  /// On a thread that is not the caller's.
  private func answer(_ link: URL?, _ error: (any Error)?) {
    nonisolated(unsafe) let handler = completionHandler
    DispatchQueue.global().async { handler(link, error) }
  }
}
