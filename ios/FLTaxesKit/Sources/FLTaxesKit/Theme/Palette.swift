/// A colour by its channels, from 0 to 1, in sRGB.
struct Tint: Equatable, Sendable {
  let red: Double
  let green: Double
  let blue: Double

  init(_ hex: UInt32) {
    red = Double(hex >> 16 & 0xFF) / 255
    green = Double(hex >> 8 & 0xFF) / 255
    blue = Double(hex & 0xFF) / 255
  }
}

/// All colours of one appearance. A test holds their contrast: 4.5 to 1 for what is read, 7 to 1 where more is asked for.
struct Palette: Equatable, Sendable {
  let page: Tint
  let card: Tint
  /// The edge of a card or field: 3 to 1 where more contrast is asked for.
  let line: Tint
  let ink: Tint
  let quiet: Tint
  let accent: Tint
  let onAccent: Tint
  let good: Tint
  let attention: Tint
  let bad: Tint

  static let light = Palette(
    page: Tint(0xF2F4F8), card: Tint(0xFFFFFF), line: Tint(0xD9DEE7), ink: Tint(0x14181F),
    quiet: Tint(0x5A6474), accent: Tint(0x1D54C4), onAccent: Tint(0xFFFFFF), good: Tint(0x0B6B3A),
    attention: Tint(0x8A4B00), bad: Tint(0xB3161B))

  static let dark = Palette(
    page: Tint(0x0C0F14), card: Tint(0x191E26), line: Tint(0x313A47), ink: Tint(0xF1F4F9),
    quiet: Tint(0xA4AFBF), accent: Tint(0x8DB4FF), onAccent: Tint(0x0A1A3A), good: Tint(0x6FD79B),
    attention: Tint(0xF2BC6B), bad: Tint(0xFF9A94))

  static let lightStrong = Palette(
    page: Tint(0xFFFFFF), card: Tint(0xFFFFFF), line: Tint(0x5A6474), ink: Tint(0x000000),
    quiet: Tint(0x363D49), accent: Tint(0x0B3A94), onAccent: Tint(0xFFFFFF), good: Tint(0x054A26),
    attention: Tint(0x633500), bad: Tint(0x86070C))

  static let darkStrong = Palette(
    page: Tint(0x000000), card: Tint(0x000000), line: Tint(0xA4AFBF), ink: Tint(0xFFFFFF),
    quiet: Tint(0xD3DAE5), accent: Tint(0xB9D2FF), onAccent: Tint(0x00102E), good: Tint(0x9BF0BE),
    attention: Tint(0xFFD89A), bad: Tint(0xFFC4C0))

  static func of(dark: Bool, strong: Bool) -> Palette {
    switch (dark, strong) {
    case (false, false): light
    case (true, false): Palette.dark
    case (false, true): lightStrong
    case (true, true): darkStrong
    }
  }
}
