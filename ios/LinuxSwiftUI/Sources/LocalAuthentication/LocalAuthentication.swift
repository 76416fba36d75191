// Test double of LocalAuthentication for Linux: Apple's names and signatures, only what the app here uses.
import Foundation

public enum LAPolicy: Int, Sendable {
  case deviceOwnerAuthenticationWithBiometrics = 1
}

public struct LAError: Error, Sendable {
  public enum Code: Int, Sendable {
    case authenticationFailed = -1
    case userCancel = -2
    case userFallback = -3
    case systemCancel = -4
    case passcodeNotSet = -5
    case biometryNotAvailable = -6
    case biometryNotEnrolled = -7
    case biometryLockout = -8
    case appCancel = -9
  }
  public let code: Code
  package init(_ code: Code) { self.code = code }
}

open class LAContext {
  /// The double's own: what the sensor answers.
  package nonisolated(unsafe) static var sensor: LAError.Code?

  public init() {}
  public var localizedReason = ""
  public var localizedCancelTitle: String?
  public var localizedFallbackTitle: String?

  open func canEvaluatePolicy(_ policy: LAPolicy, error: UnsafeMutablePointer<NSError?>?) -> Bool {
    guard let code = Self.sensor else { return true }
    error?.pointee = NSError(domain: "com.apple.LocalAuthentication", code: code.rawValue)
    return false
  }

  open func evaluatePolicy(_ policy: LAPolicy, localizedReason: String) async throws -> Bool {
    if let code = Self.sensor { throw LAError(code) }
    return true
  }
}
