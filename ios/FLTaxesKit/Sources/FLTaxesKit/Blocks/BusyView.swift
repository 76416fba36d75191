import SwiftUI

/// Work under way, and the way to stop it.
struct BusyView: View {
  let progress: ProgressBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      VStack(alignment: .leading, spacing: 4) {
        HStack(spacing: 12) {
          ProgressView().accessibilityHidden(true)
          Text(verbatim: progress.label).font(.body).foregroundStyle(theme.ink)
        }
        if let cancel = progress.cancel {
          ActionButton(action: cancel, model: model)
        }
      }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(progress.key)
  }
}
