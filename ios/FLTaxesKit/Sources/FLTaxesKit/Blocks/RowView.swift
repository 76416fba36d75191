import SwiftUI

/// One line of a list; a button where a touch does something.
struct RowView: View {
  let row: RowBlock
  let model: EngineModel

  var body: some View {
    if let touch = row.touch {
      Button {
        model.send(touch)
      } label: {
        RowContent(row: row).contentShape(Rectangle())
      }
      .buttonStyle(.plain)
      .named(row.spoken)
      .accessibilityIdentifier(row.key)
    } else {
      RowContent(row: row)
        .spokenAsOne(row.spoken)
        .accessibilityIdentifier(row.key)
    }
  }
}

extension View {
  /// What is said of a button instead of what is drawn on it. It stays the element that it is: one made anew would have its place, and not
  /// what it does.
  @ViewBuilder fileprivate func named(_ words: String?) -> some View {
    if let words { accessibilityLabel(words) } else { self }
  }
}

private struct RowContent: View {
  let row: RowBlock
  @Environment(\.theme) private var theme
  @Environment(\.dynamicTypeSize) private var typeSize

  var body: some View {
    Card {
      HStack(alignment: .center, spacing: 12) {
        Badge(symbol: row.icon.symbol, color: theme.accent)
        if typeSize.isAccessibilitySize {
          VStack(alignment: .leading, spacing: 6) {
            words
            value
          }
        } else {
          words
          Spacer(minLength: 8)
          value
        }
        if row.touch != nil {
          Image(systemName: "chevron.forward")
            .font(.footnote.weight(.semibold))
            .foregroundStyle(theme.quiet)
            .accessibilityHidden(true)
        }
      }
    }
  }

  private var words: some View {
    VStack(alignment: .leading, spacing: 2) {
      Text(verbatim: row.title).font(.body).foregroundStyle(theme.ink)
      if let detail = row.detail {
        Text(verbatim: detail).font(.footnote).foregroundStyle(theme.quiet)
      }
    }
  }

  @ViewBuilder private var value: some View {
    if let value = row.value {
      HStack(spacing: 6) {
        Text(verbatim: value)
          .font(.body.weight(.semibold).monospacedDigit())
          .foregroundStyle(theme.color(row.tone))
          .multilineTextAlignment(.trailing)
        if row.tone != .good { ToneMark(tone: row.tone) }
      }
      .layoutPriority(1)
    }
  }
}
