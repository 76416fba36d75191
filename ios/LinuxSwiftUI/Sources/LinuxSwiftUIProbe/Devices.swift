import LocalAuthentication
import Security

/// What a key chain item of this device was kept with.
public struct KeptItem {
  public let accessible: String?
  public let control: (protection: String, isBiometryCurrentSet: Bool)?
  public let isSynchronized: Bool?
}

public enum Device {
  public static func kept(_ service: String, _ account: String) -> KeptItem? {
    guard let item = KeyChain.shared.item(service + "/" + account) else { return nil }
    let control = item[kSecAttrAccessControl] as? SecAccessControl
    return KeptItem(
      accessible: item[kSecAttrAccessible] as? String,
      control: control.map { ("\($0.protection)", $0.flags == .biometryCurrentSet) },
      isSynchronized: item[kSecAttrSynchronizable] as? Bool)
  }

  /// Every question about this item is answered with this from now on.
  public static func refuse(_ service: String, _ account: String, with status: Int32) {
    KeyChain.shared.refuse(service + "/" + account, with: status)
  }

  /// What the sensor answers while something is done.
  public static func sensor<T>(_ code: LAError.Code, while work: () async throws -> T) async rethrows -> T {
    LAContext.sensor = code
    defer { LAContext.sensor = nil }
    return try await work()
  }
}
