import AuthenticationServices
import FLCore
import Foundation
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit
@testable import TaxpayerApp

/// A sign-in in the system's browser, against one that answers what a test tells it.
extension SystemTests {
  @Suite @MainActor struct SignInTests {
    init() { Windows.open(.nothing) }

    private let page = "https://esia.test/login?client=fl&state=1"
    private let back = "fltaxes://esia?code=a%2Fb%20c&state=1"

    @Test func theLinkItLeadsToComesBackAsItCame() async throws {
      Browser.answer(.link(URL(string: back)!))
      #expect(try await signIn() == back)
      let shown = try #require(Browser.page)
      #expect(shown.url.absoluteString == page)
      #expect(shown.scheme == "fltaxes")
      #expect(shown.isEphemeral, "the browser keeps nothing of it")
    }

    @Test(arguments: [
      (ASWebAuthenticationSessionError.Code.canceledLogin, PlatformError.Cancelled),
      (.presentationContextNotProvided, .Unavailable), (.presentationContextInvalid, .Unavailable),
    ]) func everyAnswerHasItsName(_ code: ASWebAuthenticationSessionError.Code, _ error: PlatformError) async {
      Browser.answer(code)
      await #expect(throws: error) { try await signIn() }
    }

    @Test func aSurpriseHasFailed() async {
      Browser.answer(.error(ThrowingPlatform.Surprise()))
      await #expect(throws: PlatformError.Failed) { try await signIn() }
    }

    @Test func aBrowserThatDoesNotStartIsUnavailable() async {
      Browser.answer(.noStart)
      await #expect(throws: PlatformError.Unavailable) { try await signIn() }
    }

    @Test func withoutAWindowThereIsNoPage() async {
      Windows.open(nil)
      Browser.answer(.link(URL(string: back)!))
      await #expect(throws: PlatformError.Unavailable) { try await signIn() }
      #expect(Browser.page == nil)
    }

    @Test func itGoesWhenNobodyWaits() async throws {
      Browser.answer(.silence)
      let waiting = Task { try await signIn() }
      while Browser.page == nil { await Task.yield() }
      waiting.cancel()
      await #expect(throws: PlatformError.Cancelled) { try await waiting.value }
      #expect(Browser.page?.isCancelled == true)
    }

    @Test func aSecondOneTakesThePlaceOfTheFirst() async throws {
      let outside = try outside()
      Browser.answer(.silence)
      let first = Task { try await signIn(outside) }
      while Browser.page == nil { await Task.yield() }
      Browser.answer(.link(URL(string: back)!))
      #expect(try await signIn(outside) == back)
      await #expect(throws: PlatformError.Cancelled) { try await first.value }
    }

    @Test(arguments: ["javascript:alert(1)", "fltaxes://esia", "file:///etc/hosts", "", "no page"])
    func onlyPagesOfTheWebAreOpened(_ url: String) async throws {
      Browser.answer(.link(URL(string: back)!))
      let phone = phone(try outside())
      await #expect(throws: PlatformError.Denied) { try await phone.openSignIn(url: url, redirect: back) }
      #expect(Browser.page == nil)
    }

    @Test func itComesBackToALinkOfTheApp() throws {
      let info = checkout.appendingPathComponent("ios/App/Resources/Info.plist")
      let list = try PropertyListSerialization.propertyList(from: Data(contentsOf: info), format: nil) as? [String: Any]
      let types = try #require(list?["CFBundleURLTypes"] as? [[String: Any]])
      let schemes = types.flatMap { $0["CFBundleURLSchemes"] as? [String] ?? [] }
      let redirect = try phone(try outside()).signInRedirect()
      #expect(redirect == "fltaxes://esia")
      #expect(schemes.contains(try #require(URL(string: redirect)?.scheme)))
    }

    private func signIn(_ outside: SystemOutside? = nil) async throws -> String? {
      try await phone(try outside ?? self.outside()).openSignIn(url: page, redirect: Opening.signInRedirect)
    }

    private func outside() throws -> SystemOutside {
      SystemOutside(files: SharedFiles(in: FileManager.default.temporaryDirectory))
    }

    private func phone(_ outside: SystemOutside) -> Phone {
      Phone(
        secrets: MemorySecrets(), biometric: KnowingSensor(), outside: outside, files: outside.files,
        redirect: Opening.signInRedirect)
    }
  }
}
