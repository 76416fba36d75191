import SwiftUI

/// Nothing here, and why.
struct EmptyBlockView: View {
  let empty: EmptyBlock
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(spacing: 12) {
      Image(systemName: empty.icon.symbol)
        .font(.largeTitle)
        .foregroundStyle(theme.quiet)
        .accessibilityHidden(true)
      Text(verbatim: empty.title).font(.title3.weight(.semibold)).foregroundStyle(theme.ink)
      if let detail = empty.detail {
        Text(verbatim: detail).font(.callout).foregroundStyle(theme.quiet)
      }
    }
    .multilineTextAlignment(.center)
    .frame(maxWidth: .infinity)
    .padding(.vertical, 32)
    .spokenAsOne(nil)
    .accessibilityIdentifier(empty.key)
  }
}
