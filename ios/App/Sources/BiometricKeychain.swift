import FLCore
import FLTaxesKit
import Foundation
import LocalAuthentication
import Security

/// Secrets that only a finger or a face gives back. A finger or face that is added or taken away makes them unreadable for good.
struct BiometricKeychain: BiometricStore {
  let service: String

  func state() throws -> BiometricsState {
    switch Self.refusal(LAContext()) {
    case nil: return .ready
    case .biometryNotEnrolled: return .notEnrolled
    // Too many attempts: the sensor is there and works again after the device's passcode.
    case .biometryLockout: return .ready
    default: return .unavailable
    }
  }

  func keep(_ name: String, _ secret: Data, _ prompt: BiometricPrompt) async throws {
    // Keeping asks for nothing by itself, so the person is asked here.
    let set = try await asking(prompt) { context in
      let policy = LAPolicy.deviceOwnerAuthenticationWithBiometrics
      guard try await context.evaluatePolicy(policy, localizedReason: prompt.reason) else {
        throw PlatformError.Denied
      }
      return Self.set(context)
    }
    let guarded = SecAccessControlCreateWithFlags(
      nil, kSecAttrAccessibleWhenUnlockedThisDeviceOnly, .biometryCurrentSet, nil)
    guard let guarded else { throw PlatformError.Unavailable }
    try forget(name)
    var item = Keychain.item(service, name)
    item[kSecValueData as String] = secret
    item[kSecAttrAccessControl as String] = guarded
    try Keychain.check(SecItemAdd(item as CFDictionary, nil))
    if let set { try sets.keep(name, set) }
  }

  func load(_ name: String, _ prompt: BiometricPrompt) async throws -> Data {
    try await asking(prompt) { context in
      // The key chain's question blocks its thread until the person has answered, so it gets one of its own.
      nonisolated(unsafe) let context = context
      return try await withCheckedThrowingContinuation { answer in
        DispatchQueue.global(qos: .userInitiated).async {
          answer.resume(with: Result { try read(name, context) })
        }
      }
    }
  }

  func forget(_ name: String) throws {
    let status = SecItemDelete(Keychain.item(service, name) as CFDictionary)
    if status != errSecItemNotFound { try Keychain.check(status) }
    try sets.delete(name)
  }

  private func read(_ name: String, _ context: LAContext) throws -> Data {
    var query = Keychain.item(service, name)
    query[kSecReturnData as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    query[kSecUseAuthenticationContext as String] = context
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    // Gone with the fingers and faces that guarded it.
    if status == errSecItemNotFound { throw PlatformError.Invalidated }
    // The same is met as a refusal, which a stranger's finger gets as well: what tells them apart is the set.
    if status == errSecAuthFailed && hasChanged(name) { throw PlatformError.Invalidated }
    try Keychain.check(status)
    guard let secret = found as? Data else { throw PlatformError.Failed }
    return secret
  }

  /// What stood for the fingers and faces of this device when a secret was kept. It opens nothing.
  private var sets: KeychainSecrets { KeychainSecrets(service: service + ".set") }

  /// Whether fingers or faces are others than when this was kept. A new version of the system may answer with another value for the same
  /// ones (LADomainState.h), so it is asked only of what the key chain refused: what still opens is still good.
  private func hasChanged(_ name: String) -> Bool {
    let context = LAContext()
    switch Self.refusal(context) {
    case nil:
      guard let kept = try? sets.load(name), let now = Self.set(context) else { return false }
      return kept != now
    // None is left, with the device's passcode or without.
    case .biometryNotEnrolled, .passcodeNotSet: return true
    default: return false
    }
  }

  private static func set(_ context: LAContext) -> Data? {
    if #available(iOS 18.0, *) {
      context.domainState.biometry.stateHash
    } else {
      context.evaluatedPolicyDomainState
    }
  }

  /// Why nobody can be asked; `nil` where they can.
  private static func refusal(_ context: LAContext) -> LAError.Code? {
    var error: NSError?
    if context.canEvaluatePolicy(.deviceOwnerAuthenticationWithBiometrics, error: &error) { return nil }
    return error.flatMap { LAError.Code(rawValue: $0.code) } ?? .biometryNotAvailable
  }

  /// Asks a person. The question goes from the screen once nobody waits for the answer.
  private func asking<T: Sendable>(
    _ prompt: BiometricPrompt, _ ask: (LAContext) async throws -> T
  ) async throws -> T {
    // Without a reason the system ends the app.
    guard !prompt.reason.isEmpty else { throw PlatformError.Failed }
    // One for each question, so that no answer counts twice. It may be called off from any thread.
    nonisolated(unsafe) let context = LAContext()
    context.localizedReason = prompt.reason
    context.localizedCancelTitle = prompt.cancel
    // The way round a finger or face is the app's own PIN, not the device's passcode.
    context.localizedFallbackTitle = ""
    do {
      return try await withTaskCancellationHandler {
        try await ask(context)
      } onCancel: {
        context.invalidate()
      }
    } catch let error as LAError {
      throw Self.known(error)
    }
  }

  private static func known(_ error: LAError) -> PlatformError {
    switch error.code {
    case .userCancel, .systemCancel, .appCancel, .invalidContext: .Cancelled
    case .biometryNotAvailable, .biometryNotEnrolled, .passcodeNotSet: .Unavailable
    case .authenticationFailed, .biometryLockout: .Denied
    default: .Failed
    }
  }
}
