import Foundation
import Testing

/// The files of the app that no compiler reads here.
struct AppFilesTests {
  private static let app = checkout.appendingPathComponent("ios/App")

  @Test func theAppSaysWhatItNeedsAndNothingMore() throws {
    let info = try list("Resources/Info.plist")
    let types = try #require(info["CFBundleURLTypes"] as? [[String: Any]])
    #expect(types.compactMap { $0["CFBundleURLSchemes"] as? [String] } == [["fltaxes"]])
    #expect(info["NSFaceIDUsageDescription"] as? String == (try words("ru")["NSFaceIDUsageDescription"]))
    // Without exceptions the system lets no cleartext through.
    #expect(info["NSAppTransportSecurity"] == nil)
    let wishes = info.keys.filter { $0.hasSuffix("UsageDescription") }
    #expect(wishes.sorted() == ["NSCameraUsageDescription", "NSFaceIDUsageDescription"])
    #expect(info["NSCameraUsageDescription"] as? String == (try words("ru")["NSCameraUsageDescription"]))
    #expect(info["CFBundleDisplayName"] as? String == (try words("ru")["CFBundleDisplayName"]))
    #expect(info["LSRequiresIPhoneOS"] as? Bool == true)
  }

  @Test func nothingIsCollected() throws {
    let privacy = try list("Resources/PrivacyInfo.xcprivacy")
    #expect(privacy["NSPrivacyTracking"] as? Bool == false)
    #expect((privacy["NSPrivacyCollectedDataTypes"] as? [Any])?.isEmpty == true)
    #expect((privacy["NSPrivacyTrackingDomains"] as? [Any])?.isEmpty == true)
  }

  /// Whatever the linked core calls of what Apple wants reasons for, by Apple's names; an upload that names less is refused.
  @Test func everyCallThatNeedsAReasonHasOne() throws {
    let privacy = try list("Resources/PrivacyInfo.xcprivacy")
    let apis = try #require(privacy["NSPrivacyAccessedAPITypes"] as? [[String: Any]])
    let reasons = apis.map { api in
      [api["NSPrivacyAccessedAPIType"] as? String ?? ""] + (api["NSPrivacyAccessedAPITypeReasons"] as? [String] ?? [])
    }
    #expect(
      reasons == [
        // Files of the app's own folder: stat and its like.
        ["NSPrivacyAccessedAPICategoryFileTimestamp", "C617.1"],
        // Whether there is room to write: SQLite's statfs and fstatfs.
        ["NSPrivacyAccessedAPICategoryDiskSpace", "E174.1"],
      ])
  }

  @Test func filesAreUnreadableWhileLocked() throws {
    let rights = try list("Resources/FLTaxes.entitlements")
    #expect(rights["com.apple.developer.default-data-protection"] as? String == "NSFileProtectionComplete")
    let folder = try text("Sources/DataFolder.swift")
    #expect(folder.contains("FileProtectionType.complete"))
    #expect(folder.contains("isExcludedFromBackup = true"))
  }

  @Test func bothLanguagesNameTheApp() throws {
    let russian = try words("ru")
    let english = try words("en")
    #expect(Set(russian.keys) == ["CFBundleDisplayName", "NSCameraUsageDescription", "NSFaceIDUsageDescription"])
    #expect(Set(russian.keys) == Set(english.keys))
    #expect(russian.values.allSatisfy { !$0.isEmpty } && english.values.allSatisfy { !$0.isEmpty })
  }

  @Test func theCataloguesAreWellFormed() throws {
    for name in ["", "AccentColor.colorset/", "AppIcon.appiconset/"] {
      let data = try Data(contentsOf: file("Resources/Assets.xcassets/\(name)Contents.json"))
      #expect(try JSONSerialization.jsonObject(with: data) is [String: Any])
    }
    let icon = try Data(contentsOf: file("Resources/Assets.xcassets/AppIcon.appiconset/icon.png"))
    #expect([UInt8](icon.prefix(4)) == [0x89, 0x50, 0x4E, 0x47])
    // 1024 wide and high, without an alpha channel, which the store refuses.
    #expect([UInt8](icon[16..<24]) == [0, 0, 4, 0, 0, 0, 4, 0])
    #expect(icon[25] == 2)
  }

  @Test func theProjectNamesFilesThatAreThere() throws {
    let project = try text("project.yml")
    var paths = 0
    for line in project.split(separator: "\n") {
      #expect(!line.contains("\t"))
      #expect(line.prefix { $0 == " " }.count.isMultiple(of: 2), "\(line)")
      let word = line.trimmingCharacters(in: .whitespaces).replacingOccurrences(of: "- ", with: "")
      for key in ["path: ", "INFOPLIST_FILE: ", "CODE_SIGN_ENTITLEMENTS: "] where word.hasPrefix(key) {
        let path = String(word.dropFirst(key.count))
        #expect(FileManager.default.fileExists(atPath: file(path).standardizedFileURL.path), "\(path)")
        paths += 1
      }
    }
    #expect(paths == 7)
    #expect(project.contains("iOS: \"17.0\""), "the least that Observation and the scroll position need")
  }

  @Test func theAppReadsTheProfileThatItShips() throws {
    #expect(try text("project.yml").contains("core/gateway/profiles/lkfl2.toml\n        buildPhase: resources"))
    #expect(try text("Sources/Opening.swift").contains(#"forResource: "lkfl2", withExtension: "toml""#))
  }

  private func file(_ path: String) -> URL { Self.app.appendingPathComponent(path) }

  private func text(_ path: String) throws -> String { try String(contentsOf: file(path), encoding: .utf8) }

  private func list(_ path: String) throws -> [String: Any] {
    let list = try PropertyListSerialization.propertyList(from: Data(contentsOf: file(path)), format: nil)
    return try #require(list as? [String: Any])
  }

  private func words(_ language: String) throws -> [String: String] {
    let words = try text("Resources/\(language).lproj/InfoPlist.strings")
      .matches(of: /(?m)^"([A-Za-z]+)" = "([^"]+)";$/)
    return Dictionary(uniqueKeysWithValues: words.map { (String($0.1), String($0.2)) })
  }
}
