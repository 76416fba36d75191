import SwiftUI

/// What has to hold, one line each: its sign tells by its shape what holds already, and the screen reader says it in words.
struct ChecklistView: View {
  let checklist: ChecklistBlock
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 8) {
      Text(verbatim: checklist.title).font(.subheadline.weight(.medium)).foregroundStyle(theme.ink)
      ForEach(Array(checklist.checks.enumerated()), id: \.offset) { _, check in
        CheckLine(check: check)
      }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(checklist.key)
  }
}

private struct CheckLine: View {
  let check: OneCheck
  @Environment(\.theme) private var theme

  var body: some View {
    HStack(alignment: .firstTextBaseline, spacing: 8) {
      Image(systemName: check.state.symbol)
        .foregroundStyle(theme.color(check.state.tone))
        .accessibilityHidden(true)
      Text(verbatim: check.label).font(.subheadline).foregroundStyle(theme.ink)
    }
    .spokenAsOne(check.spoken)
  }
}
