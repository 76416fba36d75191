import SwiftUI

/// The one large line: where a person stands.
struct StatusView: View {
  let status: StatusBlock
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 8) {
        HStack(alignment: .firstTextBaseline, spacing: 10) {
          ToneMark(tone: status.tone).font(.title2)
          Text(verbatim: status.headline)
            .font(.largeTitle.weight(.bold))
            .foregroundStyle(theme.color(status.tone))
            .fixedSize(horizontal: false, vertical: true)
        }
        if let detail = status.detail {
          Text(verbatim: detail).font(.title3).foregroundStyle(theme.ink)
        }
        Text(verbatim: status.age).font(.footnote).foregroundStyle(theme.quiet)
      }
    }
    .spokenAsOne(nil)
    .accessibilityAddTraits(.isHeader)
    .accessibilityIdentifier(status.key)
  }
}
