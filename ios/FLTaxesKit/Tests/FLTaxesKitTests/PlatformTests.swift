import FLCore
import Foundation
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// What the device does not do becomes a message, and the app goes on.
@MainActor struct PlatformTests {
  @Test func aDeviceThatThrowsKeepsNothingAndIsSaid() async throws {
    let app = try await RealApp(on: ThrowingPlatform())
    try await app.signIn()
    // The PIN cannot be kept without the device's half of the key.
    try await app.act { try $0.type("246810", into: "pin") }
    try await app.act { try $0.type("246810", into: "pin-again") }
    try await app.act { try $0.tap("keep-pin") }
    #expect(app.model.screen?.path.last == "choose-pin")
    #expect(app.glass.sight("fault")?.text.isEmpty == false)
    // And the app goes on: back to where the folder is looked at anew.
    try await app.act { try $0.tap("back") }
    #expect(app.model.screen != nil)
  }

  @Test func anExceptionOfAnAsyncCallIsSaid() async throws {
    let app = try await RealApp(on: ThrowingPlatform())
    try await app.act { try $0.tap("settings") }
    try await app.act { try $0.tap("share-log") }
    #expect(app.glass.sight("hint")?.text.isEmpty == false)
    try await app.act { try $0.tap("language/en") }
    #expect(app.glass.sight("hint") == nil, "it goes with the next thing one does")
    #expect(app.glass.sight("language")?.text.contains("Language") == true)
  }

  @Test func aDeviceThatHangsIsGivenUp() async throws {
    let hanging = HangingPlatform()
    let app = try await RealApp(on: hanging)
    try await app.act { try $0.tap("settings") }
    try app.glass.tap("share-log")
    await hanging.wasAsked()
    // Meanwhile everything else works.
    try app.glass.tap("language/en")
    while app.model.screen?.appearance.language != .en {
      await Task.yield()
      app.model.catchUp()
    }
    try app.theatre.later(seconds: 16)
    await app.rest()
    #expect(app.glass.sight("hint")?.text.isEmpty == false)
    hanging.letGo()
  }

  @Test func aMistakeInsideIsSaidAndTheAppGoesOn() async throws {
    let app = try await RealApp(on: BarePlatform())
    try app.theatre.breakInside()
    await app.rest()
    #expect(app.glass.sight("hint")?.text.isEmpty == false, "the app started anew and says so")
    try await app.act { try $0.tap("settings") }
    #expect(app.model.screen?.path.last == "settings")
  }

  @Test func aPanicInACallIsAnErrorAndTheEngineCanBeOpenedAgain() async throws {
    #expect(throws: (any Error).self) { try breakInACall() }
    let theatre = try Theatre()
    let broken = FakeEngine()
    var engines: [any EngineProtocol] = [broken, try theatre.open()]
    let pace = try theatre.pace()
    let model = EngineModel { engines.removeFirst() }
    model.start()
    do { try breakInACall() } catch { broken.fail(with: error) }
    model.back()
    let glass = Glass { TaxpayerView(model: model) }
    #expect(model.phase == .failed(.unexpected))
    #expect(glass.texts.contains(ShellWords.ofDevice["failed.unexpected"]))
    try glass.tap("start-again")
    await settle(pace)
    model.catchUp()
    glass.update()
    #expect(model.screen?.path.last == "sign-in")
  }
}

/// The parts of the device that are the same everywhere.
@MainActor struct PhoneTests {
  @Test func aFingerOpensTheAccount() async throws {
    let sensor = KnowingSensor()
    let folder = try OwnFolder()
    let phone = Phone(
      secrets: MemorySecrets(), biometric: sensor, outside: Witness(), files: SharedFiles(in: folder.url),
      redirect: "fltaxes://esia")
    let app = try await RealApp(on: phone)
    try await app.signIn()
    try await app.act { try $0.type("246810", into: "pin") }
    try await app.act { try $0.type("246810", into: "pin-again") }
    try await app.act { try $0.tap("keep-pin") }
    #expect(app.model.screen?.path.last == "home")
    try await app.act { try $0.tap("tab-settings") }
    try await app.act { try $0.tap("biometrics") }
    try await app.act { try $0.tap("lock-now") }
    #expect(app.model.screen?.path.last == "unlock")
    try await app.act { try $0.tap("use-biometrics") }
    #expect(app.model.screen?.path.last == "home")
    #expect(sensor.prompts.count == 2)
    #expect(sensor.prompts.allSatisfy { !$0.title.isEmpty && !$0.reason.isEmpty && !$0.cancel.isEmpty })
  }

  @Test func theLogIsHandedOut() async throws {
    let witness = Witness()
    let folder = try OwnFolder()
    let files = SharedFiles(in: folder.url)
    let phone = Phone(
      secrets: MemorySecrets(), biometric: KnowingSensor(), outside: witness, files: files, redirect: "fltaxes://esia")
    let app = try await RealApp(on: phone)
    try await app.act { try $0.tap("settings") }
    try await app.act { try $0.tap("share-log") }
    #expect(app.glass.sight("hint") == nil)
    #expect(witness.files.map(\.name) == ["fl-taxes-log.txt"])
    #expect(witness.files.first.map { !$0.bytes.isEmpty } == true)
    try files.clear()
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
  }

  @Test(arguments: [
    ("Europe/Berlin", 1_751_360_400, 120), ("Europe/Berlin", 1_764_579_600, 60),
    // It was +4 until October 2014.
    ("Europe/Moscow", 1_404_205_200, 240), ("Europe/Moscow", 1_417_424_400, 180),
    // The ends of the core's calendar.
    ("UTC", -377_705_023_201, 0), ("UTC", 253_402_207_200, 0),
  ]) func aMomentHasTheOffsetOfItsOwnTime(_ zone: String, _ second: Int64, _ minutes: Int32) throws {
    let phone = Phone(
      secrets: MemorySecrets(), biometric: KnowingSensor(), outside: Witness(),
      files: SharedFiles(in: FileManager.default.temporaryDirectory), redirect: "fltaxes://esia",
      zone: try #require(TimeZone(identifier: zone)))
    #expect(try phone.utcOffsetMinutes(atSecond: second) == minutes)
  }

  @Test func errorsKeepTheirNameOrBecomeFailed() async throws {
    let witness = Witness()
    let folder = try OwnFolder()
    let phone = Phone(
      secrets: MemorySecrets(), biometric: KnowingSensor(), outside: witness, files: SharedFiles(in: folder.url),
      redirect: "fltaxes://esia")
    witness.error = PlatformError.Denied
    await #expect(throws: PlatformError.Denied) { try await phone.openLink(url: "https://example.test/") }
    witness.error = ThrowingPlatform.Surprise()
    await #expect(throws: PlatformError.Failed) { try await phone.openLink(url: "https://example.test/") }
    await #expect(throws: PlatformError.Invalidated) {
      try await phone.loadWithBiometrics(name: "none", prompt: .init(title: "", reason: "", cancel: ""))
    }
  }

  @Test(arguments: ["../../escape.txt", "/etc/escape.txt", "..", "", "a\\escape.txt", "log.txt"])
  func aSharedFileLandsInItsFolder(_ name: String) throws {
    let folder = try OwnFolder()
    let file = try SharedFiles(in: folder.url).write(name, Data("x".utf8))
    #expect(file.deletingLastPathComponent().lastPathComponent == "shared")
    #expect(try Data(contentsOf: file) == Data("x".utf8))
  }

  @Test func aNetworkIsBackOnceForEachTimeItWasAway() {
    var edge = NetworkEdge()
    #expect(
      [true, true, false, false, true, true, false, true].map { edge.isBack($0) } == [
        false, false, false, false, true, false, false, true,
      ])
  }
}
