import FLCore
import FLTaxesKit
import Foundation
import LocalAuthentication
import Security

/// Secrets that only a finger or a face gives back. A finger or face that is added or taken away makes them unreadable for good.
struct BiometricKeychain: BiometricStore {
  let service: String

  func state() throws -> BiometricsState {
    var error: NSError?
    if LAContext().canEvaluatePolicy(.deviceOwnerAuthenticationWithBiometrics, error: &error) { return .ready }
    switch LAError.Code(rawValue: error?.code ?? 0) {
    case .biometryNotEnrolled: return .notEnrolled
    // Too many attempts: the sensor is there and works again after the device's passcode.
    case .biometryLockout: return .ready
    default: return .unavailable
    }
  }

  func keep(_ name: String, _ secret: Data, _ prompt: BiometricPrompt) async throws {
    // Keeping asks for nothing by itself, so the person is asked here.
    do {
      let policy = LAPolicy.deviceOwnerAuthenticationWithBiometrics
      guard try await context(prompt).evaluatePolicy(policy, localizedReason: prompt.reason) else {
        throw PlatformError.Denied
      }
    } catch let error as LAError {
      throw Self.known(error)
    }
    let guarded = SecAccessControlCreateWithFlags(
      nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .biometryCurrentSet, nil)
    guard let guarded else { throw PlatformError.Unavailable }
    try forget(name)
    var item = Keychain.item(service, name)
    item[kSecValueData as String] = secret
    item[kSecAttrAccessControl as String] = guarded
    try Keychain.check(SecItemAdd(item as CFDictionary, nil))
  }

  func load(_ name: String, _ prompt: BiometricPrompt) async throws -> Data {
    // The question blocks its thread until the person has answered, so it gets one of its own.
    try await withCheckedThrowingContinuation { answer in
      DispatchQueue.global(qos: .userInitiated).async {
        answer.resume(with: Result { try read(name, prompt) })
      }
    }
  }

  func forget(_ name: String) throws {
    let status = SecItemDelete(Keychain.item(service, name) as CFDictionary)
    if status != errSecItemNotFound { try Keychain.check(status) }
  }

  private func read(_ name: String, _ prompt: BiometricPrompt) throws -> Data {
    var query = Keychain.item(service, name)
    query[kSecReturnData as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    query[kSecUseAuthenticationContext as String] = context(prompt)
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    // Gone with the fingers and faces that guarded it.
    if status == errSecItemNotFound { throw PlatformError.Invalidated }
    try Keychain.check(status)
    guard let secret = found as? Data else { throw PlatformError.Failed }
    return secret
  }

  private func context(_ prompt: BiometricPrompt) -> LAContext {
    let context = LAContext()
    context.localizedReason = prompt.reason
    context.localizedCancelTitle = prompt.cancel
    // The way round a finger or face is the app's own PIN, not the device's passcode.
    context.localizedFallbackTitle = ""
    return context
  }

  private static func known(_ error: LAError) -> PlatformError {
    switch error.code {
    case .userCancel, .systemCancel, .appCancel: .Cancelled
    case .biometryNotAvailable, .biometryNotEnrolled, .passcodeNotSet: .Unavailable
    case .authenticationFailed, .biometryLockout: .Denied
    default: .Failed
    }
  }
}
