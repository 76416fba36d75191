import FLCore
import Foundation
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit
@testable import TaxpayerApp

/// What the app does with the windows of the system, of which there is one: so one test after the other.
@Suite(.serialized) struct SystemTests {}

extension SystemTests {
  @Suite @MainActor struct ShareTests {
    @Test(arguments: [(Windows.Shown.nothing, 1), (.sheet, 2), (.leavingSheet, 1)])
    func aFileIsOfferedOnTopOfWhatStays(_ shown: Windows.Shown, _ depth: Int) async throws {
      let outside = try outside()
      Windows.open(shown)
      let file = try outside.files.write("log.txt", Data("x".utf8))
      try await outside.share(file)
      #expect(Windows.sharing as? [URL] == [file])
      #expect(Windows.depth == depth)
      Windows.endSharing()
      #expect(!FileManager.default.fileExists(atPath: file.path), "what was shared is gone")
    }

    @Test(arguments: [Windows.Shown.refusal, nil])
    func whatCannotBeShownIsSaid(_ shown: Windows.Shown?) async throws {
      let outside = try outside()
      Windows.open(shown)
      await #expect(throws: PlatformError.Unavailable) {
        try await outside.share(outside.files.write("log.txt", Data()))
      }
    }

    private func outside() throws -> SystemOutside {
      SystemOutside(
        files: SharedFiles(in: FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)))
    }
  }

  @Suite @MainActor struct CoverTests {
    private let center = NotificationCenter()

    @Test func whatLiesOverTheViewsIsHiddenWhileTheAppIsNotInFront() {
      let cover = WindowCover(center)
      Windows.open(.sheet)
      #expect(!Windows.isCovered)
      for _ in 0..<2 {
        Windows.go(toFront: false, center)
        #expect(Windows.isCovered)
        Windows.go(toFront: true, center)
        #expect(!Windows.isCovered)
      }
      withExtendedLifetime(cover) {}
    }

    @Test(arguments: [Windows.Shown.nothing, nil]) func elseTheViewsHideThemselves(_ shown: Windows.Shown?) {
      let cover = WindowCover(center)
      Windows.open(shown)
      Windows.go(toFront: false, center)
      #expect(!Windows.isCovered)
      withExtendedLifetime(cover) {}
    }
  }

  @Suite @MainActor struct StartTests {
    /// The system runs an app ahead of time up to here, on a locked phone too.
    @Test func theAppOpensNothingBeforeItIsSeen() {
      #expect(Running().model.phase == .starting)
    }
  }
}
