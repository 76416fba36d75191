import FLTaxesKit
import Foundation
import Security

/// Secrets in the key chain: readable while the device is unlocked, on this device only, in no backup and no cloud.
struct KeychainSecrets: SecretStore {
  let service: String

  func load(_ name: String) throws -> Data? {
    var query = Keychain.item(service, name)
    query[kSecReturnData as String] = true
    query[kSecMatchLimit as String] = kSecMatchLimitOne
    var found: CFTypeRef?
    let status = SecItemCopyMatching(query as CFDictionary, &found)
    if status == errSecItemNotFound { return nil }
    try Keychain.check(status)
    return found as? Data
  }

  func keep(_ name: String, _ secret: Data) throws {
    var item = Keychain.item(service, name)
    let changes: [String: Any] = [
      kSecValueData as String: secret,
      kSecAttrAccessible as String: kSecAttrAccessibleWhenUnlockedThisDeviceOnly,
    ]
    let status = SecItemUpdate(item as CFDictionary, changes as CFDictionary)
    guard status == errSecItemNotFound else { return try Keychain.check(status) }
    item.merge(changes) { $1 }
    try Keychain.check(SecItemAdd(item as CFDictionary, nil))
  }

  func delete(_ name: String) throws {
    let status = SecItemDelete(Keychain.item(service, name) as CFDictionary)
    if status != errSecItemNotFound { try Keychain.check(status) }
  }
}
