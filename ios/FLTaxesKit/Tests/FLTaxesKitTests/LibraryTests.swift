import FLCore
import Foundation
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit

/// A library of another version is said before the first call.
struct LibraryTests {
  @Test func thisOneMatches() throws {
    try checkLibrary()
    #expect(try run(with: nil) == "same")
  }

  /// A library with another answer to one question, put before the real one.
  @Test(arguments: [
    "unsigned short uniffi_fl_core_checksum_method_engine_touch(void) { return 1; }",
    "unsigned int ffi_fl_core_uniffi_contract_version(void) { return 1; }",
  ]) func anotherOneIsSaid(_ answer: String) throws {
    let folder = try OwnFolder()
    let source = folder.url.appendingPathComponent("other.c")
    let library = folder.url.appendingPathComponent("other.so")
    try answer.write(to: source, atomically: true, encoding: .utf8)
    try #require(try output("/usr/bin/cc", ["-shared", "-fPIC", "-o", library.path, source.path]).status == 0)
    #expect(try run(with: library.path) == "library")
  }

  @Test @MainActor func itIsShownInWords() {
    let model = EngineModel { throw Trouble.library }
    model.start()
    let glass = Glass { TaxpayerView(model: model) }
    #expect(glass.texts.contains(ShellWords.ofDevice["failed.library"]))
  }

  private func run(with other: String?) throws -> String {
    let program = Bundle.main.bundleURL.appendingPathComponent("library-check")
    let (status, text) = try output(program.path, [], preload: other)
    #expect(status == 0)
    return text.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  private func output(_ program: String, _ words: [String], preload: String? = nil) throws -> (status: Int32, String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = words
    var environment = ProcessInfo.processInfo.environment
    environment["LD_PRELOAD"] = preload
    process.environment = environment
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: data, as: UTF8.self))
  }
}
