import SwiftUI

/// A heading.
struct SectionView: View {
  let section: SectionBlock
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 2) {
      Text(verbatim: section.title).font(.title3.weight(.bold)).foregroundStyle(theme.ink)
      if let detail = section.detail {
        Text(verbatim: detail).font(.footnote).foregroundStyle(theme.quiet)
      }
    }
    .padding(.top, 12)
    .spokenAsOne(nil)
    .accessibilityAddTraits(.isHeader)
    .accessibilityIdentifier(section.key)
  }
}
