import SwiftUI

/// The palette as colours, for the views.
struct Theme {
  let palette: Palette

  var page: Color { Color(palette.page) }
  var card: Color { Color(palette.card) }
  var line: Color { Color(palette.line) }
  var ink: Color { Color(palette.ink) }
  var quiet: Color { Color(palette.quiet) }
  var accent: Color { Color(palette.accent) }
  var onAccent: Color { Color(palette.onAccent) }
  var bad: Color { Color(palette.bad) }

  func color(_ tone: CoreTone) -> Color {
    switch tone {
    case .plain: ink
    case .good: Color(palette.good)
    case .attention: Color(palette.attention)
    case .bad: bad
    case .quiet: quiet
    }
  }
}

extension Color {
  init(_ tint: Tint) {
    self.init(red: tint.red, green: tint.green, blue: tint.blue)
  }
}

private struct ThemeKey: EnvironmentKey {
  static let defaultValue = Theme(palette: .light)
}

private struct WordsKey: EnvironmentKey {
  static let defaultValue = ShellWords(.ru)
}

extension EnvironmentValues {
  var theme: Theme {
    get { self[ThemeKey.self] }
    set { self[ThemeKey.self] = newValue }
  }

  var words: ShellWords {
    get { self[WordsKey.self] }
    set { self[WordsKey.self] = newValue }
  }
}
