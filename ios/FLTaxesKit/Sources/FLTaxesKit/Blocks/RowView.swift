import SwiftUI

/// One line of a list; a button where a touch does something.
struct RowView: View {
  let row: RowBlock
  let model: EngineModel

  var body: some View {
    if let touch = row.touch {
      // It stays the element that it is: one made anew would have its place, and not what it does.
      Button {
        model.send(touch)
      } label: {
        RowContent(row: row).contentShape(Rectangle())
      }
      .buttonStyle(.plain)
      .accessibilityLabel(spoken)
      .accessibilityIdentifier(row.key)
    } else {
      RowContent(row: row)
        .spokenAsOne(spoken)
        .accessibilityIdentifier(row.key)
    }
  }

  /// What it is and how much comes before the rest, which is drawn between them.
  private var spoken: String {
    row.spoken ?? [row.title, row.value, row.detail].compactMap { $0 }.joined(separator: ", ")
  }
}

private struct RowContent: View {
  let row: RowBlock
  @Environment(\.theme) private var theme
  @Environment(\.dynamicTypeSize) private var typeSize

  var body: some View {
    Card {
      if typeSize.isAccessibilitySize {
        // Letters this large want the whole width.
        VStack(alignment: .leading, spacing: 6) {
          HStack(spacing: 12) {
            badge
            mark
            Spacer(minLength: 8)
            if row.touch != nil { Onward() }
          }
          words
          value
        }
      } else {
        HStack(alignment: .center, spacing: 12) {
          badge
          words
          Spacer(minLength: 8)
          if row.value != nil {
            HStack(spacing: 6) {
              value
              mark
            }
            .layoutPriority(1)
          }
          if row.touch != nil { Onward() }
        }
      }
    }
  }

  private var badge: some View { Badge(symbol: row.icon.symbol, color: theme.accent) }

  @ViewBuilder private var mark: some View {
    if row.value != nil && row.tone != .good { ToneMark(tone: row.tone) }
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
      Text(verbatim: value)
        .font(.body.weight(.semibold).monospacedDigit())
        .foregroundStyle(theme.color(row.tone))
        .multilineTextAlignment(typeSize.isAccessibilitySize ? .leading : .trailing)
        .neverBroken(value)
    }
  }
}
