import SwiftUI

/// What stands below something to fill in: what is wrong with it or else what is right, and how much of what fits is there.
struct Footnote: View {
  let error: String?
  let hint: String?
  var count: String?
  @Environment(\.theme) private var theme

  var body: some View {
    if let error {
      Wrong(words: error)
    } else if let hint {
      Text(verbatim: hint).font(.footnote).foregroundStyle(theme.quiet)
    }
    if let count {
      // The field itself says it to a screen reader.
      Text(verbatim: count)
        .font(.footnote.monospacedDigit())
        .foregroundStyle(theme.quiet)
        .frame(maxWidth: .infinity, alignment: .trailing)
        .accessibilityHidden(true)
    }
  }
}

/// What is wrong, with its sign.
struct Wrong: View {
  let words: String
  @Environment(\.theme) private var theme

  var body: some View {
    HStack(alignment: .firstTextBaseline, spacing: 6) {
      ToneMark(tone: .bad)
      Text(verbatim: words).foregroundStyle(theme.bad)
    }
    .font(.footnote)
    .spokenAsOne(nil)
  }
}
