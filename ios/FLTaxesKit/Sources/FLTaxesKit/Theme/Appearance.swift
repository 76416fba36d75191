import SwiftUI

/// Everything inside looks and speaks as the screen's appearance and the device together ask for.
struct Appearing<Content: View>: View {
  let appearance: CoreAppearance?
  let words: ShellWords
  @ViewBuilder let content: () -> Content

  @Environment(\.colorScheme) private var scheme
  @Environment(\.colorSchemeContrast) private var contrast

  var body: some View {
    let strong = contrast == .increased || appearance?.highContrast == true
    let theme = Theme(palette: .of(dark: scheme == .dark, strong: strong))
    content()
      .environment(\.theme, theme)
      .environment(\.words, words)
      .environment(\.locale, words.locale)
      .dynamicTypeSize((appearance?.textSize.smallest ?? .xSmall)...)
      .tint(theme.accent)
      .background(theme.page)
  }
}

extension CoreTextSize {
  /// The device's own size holds where it is larger.
  var smallest: DynamicTypeSize {
    switch self {
    case .normal: .xSmall
    case .large: .xxLarge
    case .largest: .accessibility2
    }
  }
}
