import Foundation
import Testing

@testable import FLTaxesKit

/// What the shell must not hold, and the few words that it does.
struct HouseTests {
  static let sources: [URL] = {
    swift(in: "ios/FLTaxesKit/Sources/FLTaxesKit")
  }()

  static let app: [URL] = { swift(in: "ios/App/Sources") }()

  private static func swift(in folder: String) -> [URL] {
    let root = checkout.appendingPathComponent(folder)
    let files = FileManager.default.enumerator(at: root, includingPropertiesForKeys: nil)
    return files?.compactMap { $0 as? URL }.filter { $0.pathExtension == "swift" } ?? []
  }

  @Test func noViewHoldsARuleAFormatOrAText() throws {
    #expect(Self.sources.count > 30)
    let formats = [
      "Formatter", "String(format", ".formatted(", "Date(", "Calendar(", "Calendar.", "₽", "%", "UserDefaults",
    ]
    #expect(Self.app.count >= 9)
    for file in Self.sources + Self.app {
      let text = try String(contentsOf: file, encoding: .utf8)
      let code = text.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("//") }
      for line in code {
        // The system's calendar counts in moments: there days are made of them, and nowhere else.
        if file.lastPathComponent == "CivilDay.swift" && line.contains("Calendar") { continue }
        for format in formats { #expect(!line.contains(format), "\(file.lastPathComponent): \(line)") }
        let isRussian = line.unicodeScalars.contains { (0x0400...0x04FF).contains($0.value) }
        #expect(!isRussian, "\(file.lastPathComponent): \(line)")
      }
      #expect(code.count <= 200, "\(file.lastPathComponent) is two files")
    }
  }

  @Test func noSwitchOverTheCoresEnumsHasADefault() throws {
    for file in Self.sources where file.lastPathComponent != "Trouble.swift" {
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(!text.contains("default:"), "\(file.lastPathComponent)")
    }
  }

  @Test func bothLanguagesHaveEveryWord() throws {
    let russian = try words("ru")
    let english = try words("en")
    #expect(Set(russian.keys) == Set(english.keys))
    for (key, word) in russian {
      #expect(ShellWords(.ru)[key] == word)
      #expect(ShellWords(.en)[key] == english[key])
      #expect(word != english[key], "\(key)")
    }
  }

  @Test func everyWordThatIsUsedIsThere() throws {
    let known = try Set(words("ru").keys)
    var used = Set<String>()
    for file in Self.sources {
      let text = try String(contentsOf: file, encoding: .utf8)
      for match in text.matches(of: /words\["([a-z.]+)"\]/) { used.insert(String(match.1)) }
    }
    for step in [StepState.done, .current, .ahead] { used.insert(step.word) }
    for trouble in [Trouble.library, .profile, .system, .unexpected] { used.insert(trouble.word) }
    #expect(used == known)
  }

  private func words(_ language: String) throws -> [String: String] {
    let file = checkout.appendingPathComponent(
      "ios/FLTaxesKit/Sources/FLTaxesKit/Resources/\(language).lproj/Shell.strings")
    let text = try String(contentsOf: file, encoding: .utf8)
    let pairs = text.matches(of: /"([^"]+)" = "([^"]+)";/).map { (String($0.1), String($0.2)) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}
