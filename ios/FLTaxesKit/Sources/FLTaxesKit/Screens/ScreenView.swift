import SwiftUI

/// The pages, with the rooms one can go to where there are any.
struct ScreenView: View {
  @Bindable var model: EngineModel

  var body: some View {
    if model.tabs.isEmpty {
      PagesView(model: model)
    } else {
      TabView(selection: $model.selectedTab) {
        ForEach(model.tabs, id: \.key) { tab in
          room(tab)
            .tabItem { Label(tab.label, systemImage: tab.icon.symbol).accessibilityIdentifier(tab.key) }
            .tag(tab.key)
        }
      }
    }
  }

  // The core tells of one room at a time; the others are drawn when it has gone there.
  @ViewBuilder private func room(_ tab: CoreTab) -> some View {
    if tab.selected {
      PagesView(model: model)
    } else {
      Color.clear
    }
  }
}
