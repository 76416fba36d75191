import FLCore
import Foundation

/// Keeps small secrets under their names.
public protocol SecretStore: Sendable {
  func load(_ name: String) throws -> Data?
  func keep(_ name: String, _ secret: Data) throws
  func delete(_ name: String) throws
}

/// Keeps secrets that only a finger or a face gives back.
public protocol BiometricStore: Sendable {
  func state() throws -> BiometricsState
  func keep(_ name: String, _ secret: Data, _ prompt: BiometricPrompt) async throws
  func load(_ name: String, _ prompt: BiometricPrompt) async throws -> Data
  func forget(_ name: String) throws
}

/// Hands things to the system: a link or a sign-in to the browser, a file to whatever the person chooses. And has one picked.
@MainActor public protocol Outside: Sendable {
  func open(_ link: URL) async throws
  /// Shows a sign-in page until it leads to a link of this scheme, and returns that link.
  func signIn(_ page: URL, backTo scheme: String) async throws -> URL
  func share(_ file: URL) async throws
  func pick(_ request: FileRequest) async throws -> PickedFile
}

/// The device as the core knows it, put together of what this kind of device has. Errors that are none of the core's become
/// `failed`; whatever they say stays here, since it may hold a name.
public final class Phone: Platform {
  private let secrets: any SecretStore
  private let biometric: any BiometricStore
  private let outside: any Outside
  private let files: SharedFiles
  private let redirect: String
  private let zone: TimeZone

  /// `redirect` is the link that leads a sign-in in the browser back into this app; `zone` follows the person by itself.
  public init(
    secrets: any SecretStore, biometric: any BiometricStore, outside: any Outside, files: SharedFiles, redirect: String,
    zone: TimeZone = .autoupdatingCurrent
  ) {
    self.secrets = secrets
    self.biometric = biometric
    self.outside = outside
    self.files = files
    self.redirect = redirect
    self.zone = zone
  }

  public func loadSecret(name: String) throws -> Data? { try known { try secrets.load(name) } }
  public func keepSecret(name: String, secret: Data) throws { try known { try secrets.keep(name, secret) } }
  public func deleteSecret(name: String) throws { try known { try secrets.delete(name) } }
  public func biometrics() throws -> BiometricsState { try known { try biometric.state() } }
  public func forgetBiometrics(name: String) throws { try known { try biometric.forget(name) } }

  public func keepWithBiometrics(name: String, secret: Data, prompt: BiometricPrompt) async throws {
    try await knownLater { try await biometric.keep(name, secret, prompt) }
  }

  public func loadWithBiometrics(name: String, prompt: BiometricPrompt) async throws -> Data {
    try await knownLater { try await biometric.load(name, prompt) }
  }

  public func openLink(url: String) async throws {
    guard let link = URL(string: url) else { throw PlatformError.Failed }
    try await knownLater { try await outside.open(link) }
  }

  public func signInRedirect() throws -> String { redirect }

  public func openSignIn(url: String, redirect: String) async throws -> String? {
    // The system ends the app where it is asked for a page that is none of the web's.
    guard let page = URL(string: url), ["https", "http"].contains(page.scheme) else { throw PlatformError.Denied }
    guard let scheme = URL(string: redirect)?.scheme else { throw PlatformError.Failed }
    return try await knownLater { try await outside.signIn(page, backTo: scheme).absoluteString }
  }

  public func shareFile(file: SharedFile) async throws {
    try await knownLater { try await outside.share(files.write(file.name, file.bytes)) }
  }

  public func pickFile(request: FileRequest) async throws -> PickedFile {
    try await knownLater { try await outside.pick(request) }
  }

  public func utcOffsetMinutes(atSecond: Int64) throws -> Int32 {
    Int32(zone.secondsFromGMT(for: .init(timeIntervalSince1970: TimeInterval(atSecond))) / 60)
  }

  private func known<T>(_ work: () throws -> T) throws -> T {
    do { return try work() } catch let error as PlatformError { throw error } catch { throw PlatformError.Failed }
  }

  private func knownLater<T>(_ work: () async throws -> T) async throws -> T {
    do { return try await work() } catch let error as PlatformError { throw error } catch { throw PlatformError.Failed }
  }
}
