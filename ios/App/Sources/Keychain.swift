import FLCore
import Foundation
import Security

/// What both stores of secrets share.
enum Keychain {
  static func item(_ service: String, _ name: String) -> [String: Any] {
    [
      kSecClass as String: kSecClassGenericPassword,
      kSecAttrService as String: service,
      kSecAttrAccount as String: name,
      kSecAttrSynchronizable as String: false,
      kSecUseDataProtectionKeychain as String: true,
    ]
  }

  static func check(_ status: OSStatus) throws {
    switch status {
    case errSecSuccess: return
    case errSecUserCanceled: throw PlatformError.Cancelled
    case errSecAuthFailed, errSecInteractionNotAllowed: throw PlatformError.Denied
    case errSecNotAvailable: throw PlatformError.Unavailable
    default: throw PlatformError.Failed
    }
  }
}
