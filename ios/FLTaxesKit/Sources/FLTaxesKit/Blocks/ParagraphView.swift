import SwiftUI

/// A paragraph.
struct ParagraphView: View {
  let paragraph: TextBlock
  @Environment(\.theme) private var theme

  var body: some View {
    HStack(alignment: .firstTextBaseline, spacing: 8) {
      ToneMark(tone: paragraph.tone)
      Text(verbatim: paragraph.text)
        .font(paragraph.tone == .quiet ? .footnote : .body)
        .foregroundStyle(theme.color(paragraph.tone))
        .frame(maxWidth: .infinity, alignment: .leading)
    }
    .spokenAsOne(nil)
    .accessibilityIdentifier(paragraph.key)
  }
}
