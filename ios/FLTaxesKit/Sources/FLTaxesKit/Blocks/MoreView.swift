import SwiftUI

/// The list goes on: asked for when it comes into view, or touched.
struct MoreView: View {
  let more: MoreBlock
  let model: EngineModel
  @Environment(\.theme) private var theme
  @Environment(\.isOnTop) private var isOnTop

  var body: some View {
    Button {
      model.send(more.touch)
    } label: {
      HStack(spacing: 10) {
        if more.busy { ProgressView().accessibilityHidden(true) }
        Text(verbatim: more.label).font(.callout.weight(.medium)).foregroundStyle(theme.accent)
      }
      .frame(maxWidth: .infinity, minHeight: 44)
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .disabled(more.busy)
    .accessibilityIdentifier(more.key)
    .onAppear { ask() }
    .onChange(of: isOnTop) { _, _ in ask() }
  }

  /// Only the page on top asks by itself: a list that is seen beside another page, or under a finger that goes back, would come up.
  private func ask() {
    if isOnTop && !more.busy { model.send(more.touch) }
  }
}
