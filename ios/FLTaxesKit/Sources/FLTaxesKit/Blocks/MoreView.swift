import SwiftUI

/// The list goes on: asked for when it comes into view, or touched.
struct MoreView: View {
  let more: MoreBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Button {
      model.send(more.intent)
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
    .onAppear {
      if !more.busy { model.send(more.intent) }
    }
  }
}
