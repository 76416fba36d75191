import SwiftUI

/// The one large line: where a person stands.
struct StatusView: View {
  let status: StatusBlock
  @Environment(\.theme) private var theme
  @Environment(\.dynamicTypeSize) private var typeSize

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 8) {
        if typeSize.isAccessibilitySize {
          // Letters this large want the whole width.
          mark
          headline
        } else {
          HStack(alignment: .firstTextBaseline, spacing: 10) {
            mark
            headline
          }
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

  private var mark: some View { ToneMark(tone: status.tone).font(.title2) }

  private var headline: some View {
    Text(verbatim: status.headline)
      .font(.largeTitle.weight(.bold))
      .foregroundStyle(theme.color(status.tone))
      .fixedSize(horizontal: false, vertical: true)
  }
}
