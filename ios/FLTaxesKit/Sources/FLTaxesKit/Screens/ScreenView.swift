import SwiftUI

/// One screen, with the rooms one can go to where there are any.
struct ScreenView: View {
  let screen: CoreScreen
  @Bindable var model: EngineModel

  var body: some View {
    if screen.tabs.isEmpty {
      PageView(screen: screen, model: model)
    } else {
      TabView(selection: $model.selectedTab) {
        ForEach(screen.tabs, id: \.key) { tab in
          page(tab)
            .tabItem { Label(tab.label, systemImage: tab.icon.symbol).accessibilityIdentifier(tab.key) }
            .tag(tab.key)
        }
      }
    }
  }

  // The core tells of one room at a time; the others are drawn when it has gone there.
  @ViewBuilder private func page(_ tab: CoreTab) -> some View {
    if tab.selected {
      PageView(screen: screen, model: model)
    } else {
      Color.clear
    }
  }
}
