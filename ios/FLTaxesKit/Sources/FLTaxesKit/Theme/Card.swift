import SwiftUI

/// A calm surface with one thing on it.
struct Card<Content: View>: View {
  @ViewBuilder let content: () -> Content
  @Environment(\.theme) private var theme

  var body: some View {
    content()
      .frame(maxWidth: .infinity, alignment: .leading)
      .padding(16)
      .background(theme.card, in: RoundedRectangle(cornerRadius: 16))
      .overlay { RoundedRectangle(cornerRadius: 16).stroke(theme.line, lineWidth: 1) }
  }
}

/// A picture by meaning on a tinted ground. What it means is in the words beside it, so it is not spoken.
struct Badge: View {
  let symbol: String
  let color: Color

  var body: some View {
    Image(systemName: symbol)
      .font(.body.weight(.semibold))
      .foregroundStyle(color)
      .frame(width: 36, height: 36)
      .background(color.opacity(0.14), in: RoundedRectangle(cornerRadius: 10))
      .accessibilityHidden(true)
  }
}

/// The shape of a tone, where it has one.
struct ToneMark: View {
  let tone: CoreTone
  @Environment(\.theme) private var theme

  var body: some View {
    if let symbol = tone.symbol {
      Image(systemName: symbol)
        .foregroundStyle(theme.color(tone))
        .accessibilityHidden(true)
    }
  }
}

/// A touch leads on from here.
struct Onward: View {
  @Environment(\.theme) private var theme

  var body: some View {
    Image(systemName: "chevron.forward")
      .font(.footnote.weight(.semibold))
      .foregroundStyle(theme.quiet)
      .accessibilityHidden(true)
  }
}

extension View {
  /// An amount, which has no plain space in it, grows smaller rather than go on in the next line; words do go on there.
  func neverBroken(_ value: String) -> some View {
    lineLimit(value.contains(" ") ? nil : 1).minimumScaleFactor(0.5)
  }

  /// One thing for a screen reader: with these words, or with those that are drawn.
  @ViewBuilder func spokenAsOne(_ words: String?) -> some View {
    if let words {
      accessibilityElement(children: .ignore).accessibilityLabel(words)
    } else {
      accessibilityElement(children: .combine)
    }
  }
}
