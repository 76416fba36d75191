import SwiftUI

/// On or off.
struct ToggleView: View {
  let toggle: ToggleBlock
  @Bindable var model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      Toggle(isOn: $model[isOn: toggle]) {
        VStack(alignment: .leading, spacing: 4) {
          Text(verbatim: toggle.label).font(.body).foregroundStyle(theme.ink)
          if let error = toggle.error { Wrong(words: error) }
        }
      }
      .accessibilityIdentifier(toggle.key)
    }
  }
}
