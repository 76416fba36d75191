import FLCore
import Foundation
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// Colours that can be told apart by everyone.
@MainActor struct ThemeTests {
  @Test(arguments: [false, true], [false, true]) func contrastHolds(_ dark: Bool, _ strong: Bool) {
    let palette = Palette.of(dark: dark, strong: strong)
    let wanted = strong ? 7.0 : 4.5
    let read: [(String, Tint)] = [
      ("ink", palette.ink), ("quiet", palette.quiet), ("accent", palette.accent), ("good", palette.good),
      ("attention", palette.attention), ("bad", palette.bad),
    ]
    for (name, tint) in read {
      #expect(contrast(tint, palette.card) >= wanted, "\(name) on a card")
      #expect(contrast(tint, palette.page) >= wanted, "\(name) on the page")
    }
    #expect(contrast(palette.onAccent, palette.accent) >= wanted)
    if strong { #expect(contrast(palette.line, palette.card) >= 3) }
  }

  @Test func theFormulaIsTheOneOfWCAG() {
    #expect(abs(contrast(Tint(0x000000), Tint(0xFFFFFF)) - 21) < 0.001)
    #expect(abs(contrast(Tint(0x767676), Tint(0xFFFFFF)) - 4.54) < 0.01)
  }

  @Test func everyIconHasASignOfItsOwn() {
    let icons: [FLCore.Icon] = [
      .home, .operations, .settings, .transport, .land, .property, .tax, .income, .letter, .moneyIn, .moneyOut,
      .offline, .search, .person, .key, .card, .office, .phone, .device, .shield, .outside, .clock,
      .draft, .file, .picture, .camera, .chosen, .notChosen,
    ]
    #expect(Set(icons.map(\.symbol)).count == icons.count)
  }

  @Test func theDeviceAndTheAppearanceChooseThePalette() throws {
    let bench = Bench()
    let isDrawn = { (dark: Bool, strong: Bool) in
      bench.glass.notesOfTexts("foregroundStyle").contains("\(Color(Palette.of(dark: dark, strong: strong).quiet))")
    }
    #expect(isDrawn(false, false))
    try bench.show(
      oneOfEach().with(BlockTests.blocks, look: .init(language: .en, highContrast: true, textSize: .normal)))
    #expect(isDrawn(false, true))
    try bench.show(oneOfEach())
    bench.glass.set(\.colorScheme, .dark)
    #expect(isDrawn(true, false))
    bench.glass.increaseContrast()
    #expect(isDrawn(true, true))
  }

  private func contrast(_ one: Tint, _ other: Tint) -> Double {
    let light = [luminance(one), luminance(other)].sorted()
    return (light[1] + 0.05) / (light[0] + 0.05)
  }

  private func luminance(_ tint: Tint) -> Double {
    let linear = { (channel: Double) in channel <= 0.04045 ? channel / 12.92 : pow((channel + 0.055) / 1.055, 2.4) }
    return 0.2126 * linear(tint.red) + 0.7152 * linear(tint.green) + 0.0722 * linear(tint.blue)
  }
}
