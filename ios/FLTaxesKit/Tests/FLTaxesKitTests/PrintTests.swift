import FLCore
import Foundation
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// Home as a text that a person can look at, where no picture can be made. A print is written anew with `FL_PRINTS=accept`.
@MainActor struct PrintTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Golden")

  @Test(arguments: ["ru", "en"]) func homeLooksAsItWasLookedAt(_ language: String) async throws {
    let home = try await home(language)
    let print = home.drawing(colors: names(.light))
    try compare(print, with: "home.\(language)")
    home.set(\.colorScheme, .dark)
    let isTheSame = home.drawing(colors: names(.dark)) == print
    #expect(isTheSame, "the dark has the same things in the same roles")
    home.set(\.dynamicTypeSize, .accessibility5)
    try compare(home.drawing(colors: names(.dark)), with: "home.\(language).largest")
  }

  private func home(_ language: String) async throws -> Glass {
    let story = """
      # Where the print is made.
      story "Home"
      language \(language)
      taxpayer debt
      played by swift

      sign in
      choose pin 246810
      screen home

      """
    let theatre = try Theatre()
    let engine = try await onThread { try theatre.walk(story: story) }
    let model = EngineModel { engine }
    model.start()
    return Glass { TaxpayerView(model: model) }
  }

  private func names(_ palette: Palette) -> [String: String] {
    let theme = Theme(palette: palette)
    // Where two are alike, as a card and what stands on the accent are, the first is meant.
    let roles = [
      ("ink", theme.ink), ("quiet", theme.quiet), ("accent", theme.accent), ("good", theme.color(.good)),
      ("attention", theme.color(.attention)), ("bad", theme.bad), ("card", theme.card), ("page", theme.page),
      ("line", theme.line), ("on-accent", theme.onAccent),
    ]
    return Dictionary(roles.map { ("\($0.1)", $0.0) }, uniquingKeysWith: { first, _ in first })
  }

  private func compare(_ print: String, with name: String) throws {
    let file = Self.folder.appendingPathComponent("\(name).txt")
    if ProcessInfo.processInfo.environment["FL_PRINTS"] == "accept" {
      try print.write(to: file, atomically: true, encoding: .utf8)
    }
    let known = try String(contentsOf: file, encoding: .utf8)
    let differs = zip(print.split(separator: "\n"), known.split(separator: "\n")).first { $0 != $1 }
    let isTheSame = print == known
    #expect(isTheSame, "\(name): \(differs.map { "\($0) was \($1)" } ?? "one is longer")")
  }
}
