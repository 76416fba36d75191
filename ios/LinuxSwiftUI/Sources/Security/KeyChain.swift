// The double's own: what a key chain does with items, as far as the app uses it. Seen by the probe only.
import Foundation

package final class KeyChain: @unchecked Sendable {
  package static let shared = KeyChain()
  private let lock = NSLock()
  private var items: [String: CFDictionary] = [:]
  private var refusals: [String: OSStatus] = [:]
  /// The fingers and faces that an item was kept under.
  private var sets: [String: Data] = [:]
  private var changedAnswer = errSecItemNotFound

  /// What an item of this name was kept with.
  package func item(_ account: String) -> CFDictionary? { lock.withLock { items[account] } }

  /// Every question about this name is answered with this.
  package func refuse(_ account: String, with status: OSStatus) { lock.withLock { refusals[account] = status } }

  /// What is said of an item whose fingers or faces have changed. Apple tells of none: both of these are met.
  package func answerChanged(with status: OSStatus) { lock.withLock { changedAnswer = status } }

  func add(_ item: CFDictionary) -> OSStatus {
    answer(item) { account in
      guard items[account] == nil else { return errSecDuplicateItem }
      items[account] = item
      let control = item[kSecAttrAccessControl] as? SecAccessControl
      sets[account] = control?.flags.contains(.biometryCurrentSet) == true ? Sensor.shared.set : nil
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
    // The person answers while others may go on.
    if let asking = query[kSecUseAuthenticationContext] as? any Asking, !asking.question.ask() {
      return errSecUserCanceled
    }
    return answer(query) { account in
      guard let item = items[account] else { return errSecItemNotFound }
      if let set = sets[account], set != Sensor.shared.set { return changedAnswer }
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
