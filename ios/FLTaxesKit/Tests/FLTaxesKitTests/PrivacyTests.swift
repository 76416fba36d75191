import FLCore
import Foundation
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// What nobody but the person sees.
@MainActor struct PrivacyTests {
  @Test func theCoverHidesEverythingButWhileActive() {
    let glass = Bench().glass
    #expect(glass.sight("privacy-cover") == nil)
    for phase in [SwiftUI.ScenePhase.inactive, .background] {
      glass.set(\.scenePhase, phase)
      expectCovered(glass)
    }
    glass.set(\.scenePhase, .active)
    #expect(glass.sight("privacy-cover") == nil)
  }

  @Test func itHidesWhateverIsShown() throws {
    let trouble = Bench()
    trouble.engine.fail(with: CoreError.System)
    trouble.model.send(1)
    let closed = Bench()
    closed.model.close()
    let waiting = EngineModel { FakeEngine() }
    let glasses = [trouble.glass, closed.glass, Glass(phase: .inactive) { TaxpayerView(model: waiting) }]
    for (glass, key) in zip(glasses, ["cannot-start", "closed", "waiting"]) {
      glass.update()
      #expect(glass.sight(key) != nil)
      glass.set(\.scenePhase, .inactive)
      expectCovered(glass)
    }
  }

  @Test func whatIsTypedIsStillThereAfterwards() throws {
    let bench = Bench(oneOfEach().with([field("password", kind: .password)]))
    try bench.glass.type("Secret-1", into: "password")
    bench.glass.set(\.scenePhase, .background)
    bench.glass.set(\.scenePhase, .active)
    #expect(bench.glass.field("password")?.value == "••••••••")
  }

  /// Links may hold a code that lets a person in.
  @Test(arguments: [
    "fltaxes://esia?code=a%2Fb%20c%3D&state=%D1%82-1", "fltaxes://esia?error=access_denied&error_description=%20",
    "fltaxes://recovery?token=AbC.d_e~f%25&inn=1", "fltaxes://operations",
  ]) func aLinkReachesTheCoreAsItCame(_ link: String) throws {
    let bench = Bench()
    try bench.glass.open(#require(URL(string: link)))
    #expect(bench.engine.sent == [.followed(link)])
    #expect(!bench.glass.texts.contains { $0.contains(link) })
  }

  @Test func nothingIsLogged() throws {
    let ways = ["print(", "dump(", "NSLog", "os_log", "Logger", "OSLog", "stderr", "stdout", "signpost"]
    for file in HouseTests.sources + HouseTests.app {
      let text = try String(contentsOf: file, encoding: .utf8)
      for way in ways { #expect(!text.contains(way), "\(file.lastPathComponent): \(way)") }
    }
  }

  private func expectCovered(_ glass: Glass) {
    let cover = glass.sight("privacy-cover")
    #expect(cover?.texts == [], "it is neutral")
    #expect(cover?.spoken == "")
    #expect(cover?.notes["ignoresSafeArea"] == "true", "bars are under it too")
    #expect(glass.keysInView.last == "privacy-cover", "nothing is drawn over it")
  }
}
