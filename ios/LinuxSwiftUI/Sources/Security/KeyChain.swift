// The double's own: what a key chain does with items, as far as the app uses it. Seen by the probe only.
import Foundation

package final class KeyChain: @unchecked Sendable {
  package static let shared = KeyChain()
  private let lock = NSLock()
  private var items: [String: CFDictionary] = [:]
  private var refusals: [String: OSStatus] = [:]

  /// What an item of this name was kept with.
  package func item(_ account: String) -> CFDictionary? { lock.withLock { items[account] } }

  /// Every question about this name is answered with this.
  package func refuse(_ account: String, with status: OSStatus) { lock.withLock { refusals[account] = status } }

  func add(_ item: CFDictionary) -> OSStatus {
    answer(item) { account in
      guard items[account] == nil else { return errSecDuplicateItem }
      items[account] = item
      return errSecSuccess
    }
  }

  func update(_ query: CFDictionary, _ change: CFDictionary) -> OSStatus {
    answer(query) { account in
      guard let item = items[account] else { return errSecItemNotFound }
      items[account] = item.merging(change) { $1 }
      return errSecSuccess
    }
  }

  func delete(_ query: CFDictionary) -> OSStatus {
    answer(query) { items.removeValue(forKey: $0) == nil ? errSecItemNotFound : errSecSuccess }
  }

  func copy(_ query: CFDictionary, _ result: UnsafeMutablePointer<CFTypeRef?>?) -> OSStatus {
    answer(query) { account in
      guard let item = items[account] else { return errSecItemNotFound }
      result?.pointee = item[kSecValueData]
      return errSecSuccess
    }
  }

  private func answer(_ query: CFDictionary, _ work: (String) -> OSStatus) -> OSStatus {
    lock.withLock {
      let service = query[kSecAttrService] as? String ?? ""
      let account = service + "/" + (query[kSecAttrAccount] as? String ?? "")
      return refusals[account] ?? work(account)
    }
  }
}
