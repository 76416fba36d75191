import FLCore
import Foundation
import LinuxSwiftUIProbe
import LocalAuthentication
import Security
import Testing

@testable import TaxpayerApp

/// The app's own key chain code, against a key chain in memory: what it asks for, and what becomes of each answer.
@Suite(.serialized) struct KeychainTests {
  private let service = "test.\(UUID().uuidString)"
  private let prompt = BiometricPrompt(title: "Title", reason: "Reason", cancel: "Cancel")
  private var secrets: KeychainSecrets { KeychainSecrets(service: service) }
  private var guarded: BiometricKeychain { BiometricKeychain(service: service) }

  @Test func secretsAreKeptReplacedAndDeleted() throws {
    #expect(try secrets.load("key") == nil)
    try secrets.keep("key", Data([1]))
    try secrets.keep("key", Data([2]))
    #expect(try secrets.load("key") == Data([2]))
    try secrets.delete("key")
    try secrets.delete("key")
    #expect(try secrets.load("key") == nil)
  }

  @Test func theyStayOnThisDeviceAndUnderItsLock() throws {
    try secrets.keep("key", Data([1]))
    let item = try #require(Device.kept(service, "key"))
    #expect(item.accessible == kSecAttrAccessibleWhenUnlockedThisDeviceOnly)
    #expect(item.isSynchronized == false)
  }

  @Test func aFingerGuardsAndNoneThatComesLater() async throws {
    try await guarded.keep("key", Data([1]), prompt)
    try await guarded.keep("key", Data([2]), prompt)
    let item = try #require(Device.kept(service, "key"))
    #expect(item.control?.protection == kSecAttrAccessibleWhenUnlockedThisDeviceOnly)
    #expect(item.control?.isBiometryCurrentSet == true)
    #expect(item.isSynchronized == false)
    #expect(try await guarded.load("key", prompt) == Data([2]))
    try guarded.forget("key")
    try guarded.forget("key")
    await #expect(throws: PlatformError.Invalidated) { try await guarded.load("key", prompt) }
  }

  @Test(arguments: [
    (errSecUserCanceled, PlatformError.Cancelled), (errSecAuthFailed, .Denied), (errSecInteractionNotAllowed, .Denied),
    (errSecNotAvailable, .Unavailable), (-1, .Failed),
  ]) func everyAnswerHasItsName(_ status: OSStatus, _ error: PlatformError) async {
    Device.refuse(service, "key", with: status)
    #expect(throws: error) { try secrets.load("key") }
    #expect(throws: error) { try secrets.keep("key", Data()) }
    #expect(throws: error) { try secrets.delete("key") }
    await #expect(throws: error) { try await guarded.load("key", prompt) }
  }

  @Test(arguments: [
    (LAError.Code.biometryNotEnrolled, BiometricsState.notEnrolled), (.biometryNotAvailable, .unavailable),
    (.passcodeNotSet, .unavailable), (.biometryLockout, .ready),
  ]) func theSensorsStateIsTold(_ code: LAError.Code, _ state: BiometricsState) async throws {
    #expect(try guarded.state() == .ready)
    let told = try await Device.sensor(code) { try guarded.state() }
    #expect(told == state)
  }

  @Test(arguments: [
    (LAError.Code.userCancel, PlatformError.Cancelled), (.biometryLockout, .Denied),
    (.biometryNotEnrolled, .Unavailable),
  ]) func whoSaysNoKeepsNothing(_ code: LAError.Code, _ error: PlatformError) async {
    await #expect(throws: error) {
      try await Device.sensor(code) { try await guarded.keep("key", Data([1]), prompt) }
    }
    #expect(Device.kept(service, "key") == nil)
  }
}
