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
    #expect(Device.kept(service + ".set", "key") == nil, "nothing tells that there was a finger")
  }

  /// Apple says only that such an item is invalidated; both answers are met.
  @Test(arguments: [errSecItemNotFound, errSecAuthFailed])
  func otherFingersAreToldFromAStrangers(_ status: OSStatus) async throws {
    try await guarded.keep("key", Data([1]), prompt)
    Device.changeFingers(answer: status)
    await #expect(throws: PlatformError.Invalidated) { try await guarded.load("key", prompt) }
    try await guarded.keep("key", Data([2]), prompt)
    #expect(try await guarded.load("key", prompt) == Data([2]))
    Device.refuse(service, "key", with: errSecAuthFailed)
    await #expect(throws: PlatformError.Denied) { try await guarded.load("key", prompt) }
  }

  @Test(arguments: [
    (LAError.Code.biometryNotEnrolled, PlatformError.Invalidated), (.passcodeNotSet, .Invalidated),
    (.biometryLockout, .Denied), (.biometryNotAvailable, .Denied),
  ]) func onlyFingersThatAreGoneAreOthers(_ code: LAError.Code, _ error: PlatformError) async throws {
    try await guarded.keep("key", Data([1]), prompt)
    Device.refuse(service, "key", with: errSecAuthFailed)
    await #expect(throws: error) {
      try await Device.sensor(code) { try await guarded.load("key", prompt) }
    }
  }

  /// A new version of the system may tell of the same fingers in other words.
  @Test func whatStillOpensIsStillGood() async throws {
    try await guarded.keep("key", Data([1]), prompt)
    try KeychainSecrets(service: service + ".set").keep("key", Data("as it was told before".utf8))
    #expect(try await guarded.load("key", prompt) == Data([1]))
  }

  @Test(arguments: [true, false]) func theQuestionGoesWhenNobodyWaits(_ isKept: Bool) async throws {
    let (guarded, prompt) = (guarded, prompt)
    if isKept { try await guarded.keep("key", Data([1]), prompt) }
    Device.think()
    defer { Device.answer() }
    let waiting = Task {
      if isKept { _ = try await guarded.load("key", prompt) } else { try await guarded.keep("key", Data([1]), prompt) }
    }
    while Device.isAsking == nil { await Task.yield() }
    waiting.cancel()
    #expect(Device.isAsking == false)
    Device.answer()
    await #expect(throws: PlatformError.Cancelled) { try await waiting.value }
    #expect((Device.kept(service, "key") != nil) == isKept)
  }

  @Test func nobodyIsAskedWithoutAReason() async throws {
    let silent = BiometricPrompt(title: "Title", reason: "", cancel: "Cancel")
    await #expect(throws: PlatformError.Failed) { try await guarded.keep("key", Data([1]), silent) }
    try await guarded.keep("key", Data([1]), prompt)
    await #expect(throws: PlatformError.Failed) { try await guarded.load("key", silent) }
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
