import FLCore
import Foundation

@testable import FLTaxesKit

/// A device that can do nothing.
class BarePlatform: Platform, @unchecked Sendable {
  func loadSecret(name: String) throws -> Data? { throw PlatformError.Unavailable }
  func keepSecret(name: String, secret: Data) throws { throw PlatformError.Unavailable }
  func deleteSecret(name: String) throws { throw PlatformError.Unavailable }
  func biometrics() throws -> BiometricsState { .unavailable }
  func keepWithBiometrics(name: String, secret: Data, prompt: BiometricPrompt) async throws {
    throw PlatformError.Unavailable
  }
  func loadWithBiometrics(name: String, prompt: BiometricPrompt) async throws -> Data {
    throw PlatformError.Unavailable
  }
  func forgetBiometrics(name: String) throws {}
  func openLink(url: String) async throws { throw PlatformError.Unavailable }
  func signInRedirect() throws -> String { throw PlatformError.Unavailable }
  func openSignIn(url: String, redirect: String) async throws -> String? { throw PlatformError.Unavailable }
  func shareFile(file: SharedFile) async throws { throw PlatformError.Unavailable }
  func pickFile(request: FileRequest) async throws -> PickedFile { throw PlatformError.Unavailable }
  func utcOffsetMinutes(atSecond: Int64) throws -> Int32 { 180 }
}

/// A device whose every answer is an exception that the core knows nothing of.
final class ThrowingPlatform: BarePlatform, @unchecked Sendable {
  struct Surprise: Error {}
  override func loadSecret(name: String) throws -> Data? { throw Surprise() }
  override func keepSecret(name: String, secret: Data) throws { throw Surprise() }
  override func deleteSecret(name: String) throws { throw Surprise() }
  override func biometrics() throws -> BiometricsState { throw Surprise() }
  override func openLink(url: String) async throws { throw Surprise() }
  override func signInRedirect() throws -> String { throw Surprise() }
  override func openSignIn(url: String, redirect: String) async throws -> String? { throw Surprise() }
  override func shareFile(file: SharedFile) async throws { throw Surprise() }
  override func pickFile(request: FileRequest) async throws -> PickedFile { throw Surprise() }
  override func utcOffsetMinutes(atSecond: Int64) throws -> Int32 { throw Surprise() }
}

/// A device that never answers when it is to share a file, until it is let go.
final class HangingPlatform: BarePlatform, @unchecked Sendable {
  private let (never, gate) = AsyncStream<Void>.makeStream()
  private let (asked, asking) = AsyncStream<Void>.makeStream()
  override func shareFile(file: SharedFile) async throws {
    asking.finish()
    for await _ in never {}
  }
  /// Returns once it was asked.
  func wasAsked() async { for await _ in asked {} }
  func letGo() { gate.finish() }
}

/// Keeps secrets for the run, as a key store would.
final class MemorySecrets: SecretStore, @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [String: Data] = [:]
  func load(_ name: String) throws -> Data? { lock.withLock { kept[name] } }
  func keep(_ name: String, _ secret: Data) throws { lock.withLock { kept[name] = secret } }
  func delete(_ name: String) throws { lock.withLock { kept[name] = nil } }
}

/// A sensor that shows the person what it was asked for and always knows them.
final class KnowingSensor: BiometricStore, @unchecked Sendable {
  private let lock = NSLock()
  private var kept: [String: Data] = [:]
  private var asked: [BiometricPrompt] = []
  var prompts: [BiometricPrompt] { lock.withLock { asked } }
  func state() throws -> BiometricsState { .ready }
  func keep(_ name: String, _ secret: Data, _ prompt: BiometricPrompt) async throws {
    lock.withLock {
      kept[name] = secret
      asked.append(prompt)
    }
  }
  func load(_ name: String, _ prompt: BiometricPrompt) async throws -> Data {
    try lock.withLock {
      asked.append(prompt)
      guard let secret = kept[name] else { throw PlatformError.Invalidated }
      return secret
    }
  }
  func forget(_ name: String) throws { lock.withLock { kept[name] = nil } }
}

/// Writes down what was handed out.
@MainActor final class Witness: Outside {
  private(set) var links: [URL] = []
  private(set) var pages: [(page: URL, scheme: String)] = []
  /// Where a sign-in page leads.
  var answer = URL(string: "fltaxes://esia")!
  private(set) var files: [(name: String, bytes: Data)] = []
  var error: (any Error)?
  func open(_ link: URL) async throws {
    if let error { throw error }
    links.append(link)
  }
  func signIn(_ page: URL, backTo scheme: String) async throws -> URL {
    if let error { throw error }
    pages.append((page, scheme))
    return answer
  }
  func share(_ file: URL) async throws {
    if let error { throw error }
    files.append((file.lastPathComponent, try Data(contentsOf: file)))
  }
  func pick(_ request: FileRequest) async throws -> PickedFile {
    if let error { throw error }
    return .tooLarge
  }
}

/// A folder of the test's own, gone with it.
final class OwnFolder {
  let url: URL
  init() throws {
    url = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString, isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }
  deinit { try? FileManager.default.removeItem(at: url) }
}
