import FLCore
import Foundation
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit
@testable import TaxpayerApp

extension SystemTests {
  /// Picking a file, against pages of the system that answer as told and a decoder of words.
  @Suite @MainActor struct PickTests {
    private let folder: OwnFolder

    init() throws {
      folder = try OwnFolder()
      Windows.open(.nothing)
      Windows.camera(isThere: true, isAllowed: true)
    }

    @Test func aDocumentComesAsItsBytes() async throws {
      let file = try file("contract.pdf", "%PDF and more")
      #expect(try await pick(.files, .file(file)) == .file(name: "contract.pdf", bytes: Data("%PDF and more".utf8)))
      #expect(!FileManager.default.fileExists(atPath: file.path), "the copy is gone")
    }

    @Test func aDocumentThatCouldBeDrawnStaysADocument() async throws {
      let words = "picture com.adobe.pdf 600x800 1"
      #expect(
        try await pick(.files, .file(file("a.pdf", words))) == .file(name: "a.pdf", bytes: Data(words.utf8)))
    }

    @Test func aPictureAmongFilesIsMadeSmallerToo() async throws {
      let file = try file("scan.png", "picture public.png 3000x600 1")
      #expect(
        try await pick(.files, .file(file))
          == .file(name: "scan.png", bytes: Data("picture public.jpeg 1500x300 1 at 0.85 on white".utf8)))
    }

    @Test func aPictureOfTheGalleryComesUprightAndAsAnother() async throws {
      let file = try file("IMG_0001.HEIC", "picture public.heic 4000x3000 6")
      #expect(
        try await pick(.gallery, .file(file))
          == .file(name: "IMG_0001.HEIC", bytes: Data("picture public.jpeg 1125x1500 1 at 0.85 on white".utf8)))
      #expect(Windows.depth == 0, "the page is gone")
    }

    @Test func aPictureThatIsTakenToo() async throws {
      let taken = Data("picture public.jpeg 800x600 6".utf8)
      #expect(
        try await pick(.camera, .picture(taken))
          == .file(name: "photo.jpg", bytes: Data("picture public.jpeg 600x800 1 at 0.85 on white".utf8)))
      #expect(Windows.depth == 0, "the page is gone")
    }

    @Test func whatIsTooLargeIsNotRead() async throws {
      #expect(try await pick(.files, .file(file("a.pdf", "123456789")), most: 9) != .tooLarge)
      #expect(try await pick(.files, .file(file("a.pdf", "1234567890")), most: 9) == .tooLarge)
      let picture = try file("a.png", "picture public.png 10x10 1")
      #expect(try await pick(.gallery, .file(picture), most: 9) == .tooLarge)
    }

    @Test func whatIsCalledAPictureAndIsNoneIsNotHandedOver() async throws {
      for source in [FileSource.files, .gallery] {
        let file = try file("a.jpg", "words")
        await #expect(throws: PlatformError.Failed) { try await pick(source, .file(file)) }
      }
      await #expect(throws: PlatformError.Failed) { try await pick(.camera, .picture(nil)) }
      let gone = folder.url.appendingPathComponent("gone.pdf")
      await #expect(throws: PlatformError.Failed) { try await pick(.files, .file(gone)) }
    }

    @Test(arguments: [FileSource.files, .gallery, .camera], [Windows.Handing.nothing, .pulledDown])
    func goingWithoutIsSaid(_ source: FileSource, _ handing: Windows.Handing) async {
      await #expect(throws: PlatformError.Cancelled) { try await pick(source, handing) }
      #expect(Windows.depth == 0)
    }

    @Test func eachPageOffersWhatFits() async throws {
      for (source, page) in [
        (FileSource.files, "files com.adobe.pdf public.jpeg copied"), (.gallery, "gallery images 1"),
        (.camera, "camera"),
      ] {
        let waiting = Task { try await outside.pick(request(source)) }
        while Windows.picker == nil { await Task.yield() }
        #expect(Windows.picker == page)
        Windows.hand(.nothing)
        _ = await waiting.result
      }
    }

    @Test func withoutACameraOrTheRightToItNothingOpens() async {
      Windows.camera(isThere: false, isAllowed: true)
      await #expect(throws: PlatformError.Unavailable) { try await outside.pick(request(.camera)) }
      Windows.camera(isThere: true, isAllowed: false)
      await #expect(throws: PlatformError.Denied) { try await outside.pick(request(.camera)) }
      #expect(Windows.depth == 0)
    }

    @Test(arguments: [Windows.Shown.refusal, nil]) func whatCannotBeShownIsSaid(_ shown: Windows.Shown?) async {
      Windows.open(shown)
      await #expect(throws: PlatformError.Unavailable) { try await outside.pick(request(.files)) }
    }

    @Test func thePageGoesWhenNobodyWaits() async throws {
      let waiting = Task { try await outside.pick(request(.files)) }
      while Windows.picker == nil { await Task.yield() }
      waiting.cancel()
      await #expect(throws: PlatformError.Cancelled) { try await waiting.value }
      #expect(Windows.depth == 0)
    }

    @Test(arguments: [(0, 0), (1, 0), (65_536, 65_536), (65_537, 65_536), (200_000, 1_000_000)])
    func noMoreIsReadThanFits(_ size: Int, _ most: UInt64) throws {
      let bytes = Data((0..<size).map { UInt8(truncatingIfNeeded: $0) })
      let file = folder.url.appendingPathComponent("bytes")
      try bytes.write(to: file)
      #expect(try BoundedFile.read(file, atMost: most) == (UInt64(size) > most ? nil : bytes))
      #expect(try BoundedFile.read(file, atMost: .max) == bytes)
    }

    private var outside: SystemOutside { SystemOutside(files: SharedFiles(in: folder.url)) }

    private func request(_ source: FileSource, most: UInt64 = 1_000) -> FileRequest {
      FileRequest(
        source: source, maxBytes: most, longestEdge: 1_500, mediaTypes: ["application/pdf", "image/jpeg", "no/such"])
    }

    private func file(_ name: String, _ words: String) throws -> URL {
      let file = folder.url.appendingPathComponent(name)
      try Data(words.utf8).write(to: file)
      return file
    }

    /// Through the whole device, as the core asks.
    private func pick(_ source: FileSource, _ handing: Windows.Handing, most: UInt64 = 1_000) async throws -> PickedFile
    {
      let outside = outside
      let phone = Phone(
        secrets: MemorySecrets(), biometric: KnowingSensor(), outside: outside, files: outside.files,
        redirect: Opening.signInRedirect)
      let request = request(source, most: most)
      let waiting = Task { try await phone.pickFile(request: request) }
      while Windows.picker == nil { await Task.yield() }
      Windows.hand(handing)
      return try await waiting.value
    }
  }
}
