import FLCore
import FLTaxesKit
import Foundation

/// Makes the engine of this device.
@MainActor enum Opening {
  /// Names of secrets in the key chain are told apart by it.
  static let service = "fltaxes"
  /// A link of the app's own scheme: see Info.plist.
  static let signInRedirect = "fltaxes://esia"

  static func engine() throws -> any EngineProtocol {
    let outside = SystemOutside(files: SharedFiles(in: FileManager.default.temporaryDirectory))
    // What an earlier run shared and could not clear.
    try? outside.files.clear()
    let phone = Phone(
      secrets: KeychainSecrets(service: service), biometric: BiometricKeychain(service: service + ".biometric"),
      outside: outside, files: outside.files, redirect: signInRedirect)
    let config = EngineConfig(dataFolder: try DataFolder.make(), serviceProfile: try profile())
    return try Engine(config: config, platform: phone)
  }

  /// The service is a file, not code.
  private static func profile() throws -> String {
    guard let file = Bundle.main.url(forResource: "lkfl2", withExtension: "toml") else { throw Trouble.profile }
    return try String(contentsOf: file, encoding: .utf8)
  }
}
