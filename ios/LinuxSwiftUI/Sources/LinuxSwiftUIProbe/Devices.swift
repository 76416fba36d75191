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
    Sensor.shared.refusal = code.rawValue
    defer { Sensor.shared.refusal = nil }
    return try await work()
  }

  /// A finger or a face is added or taken away; the key chain answers with this of what it kept under the others.
  public static func changeFingers(answer status: Int32) {
    KeyChain.shared.answerChanged(with: status)
    Sensor.shared.change()
  }

  /// A person who is asked takes their time from now on.
  public static func think() {
    Sensor.shared.forget()
    Sensor.shared.isWaitedFor = true
  }

  /// They answer after all.
  public static func answer() { Sensor.shared.isWaitedFor = false }

  /// Whether a person sees a question; nothing was asked yet where it is not known.
  public static var isAsking: Bool? { Sensor.shared.question.map { !$0.isInvalidated } }
}
