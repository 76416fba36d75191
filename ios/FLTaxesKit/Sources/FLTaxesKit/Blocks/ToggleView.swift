import SwiftUI

/// On or off.
struct ToggleView: View {
  let toggle: ToggleBlock
  @Bindable var model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      Toggle(isOn: $model[isOn: toggle]) {
        Text(verbatim: toggle.label).font(.body).foregroundStyle(theme.ink)
      }
      .accessibilityIdentifier(toggle.key)
    }
  }
}
