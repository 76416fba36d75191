import SwiftUI

/// An amount with its name and age.
struct FigureView: View {
  let figure: FigureBlock
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 4) {
        Text(verbatim: figure.label).font(.subheadline).foregroundStyle(theme.quiet)
        HStack(alignment: .firstTextBaseline, spacing: 8) {
          Text(verbatim: figure.value)
            .font(.title.weight(.semibold).monospacedDigit())
            .foregroundStyle(theme.color(figure.tone))
            .accessibilityLabel(figure.spoken ?? figure.value)
          ToneMark(tone: figure.tone)
        }
        Text(verbatim: figure.age).font(.footnote).foregroundStyle(theme.quiet)
      }
    }
    .spokenAsOne(nil)
    .accessibilityIdentifier(figure.key)
  }
}
