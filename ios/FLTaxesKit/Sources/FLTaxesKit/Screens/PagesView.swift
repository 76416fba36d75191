import SwiftUI

/// The pages on the way to the one on top: over each other, as the system pushes and pops them, or the last two beside each other
/// where there is room. A page that is left keeps its place for as long as the path holds it.
struct PagesView: View {
  @Bindable var model: EngineModel
  @State private var places = Places()
  @Environment(\.horizontalSizeClass) private var width

  var body: some View {
    pages
      .environment(\.places, places)
      .onChange(of: model.trail.map(\.path)) { _, paths in places.drop(allBut: paths) }
  }

  @ViewBuilder private var pages: some View {
    if width == .regular {
      HStack(spacing: 0) {
        // By their paths: a list goes on where it was read while it makes room.
        ForEach(beside, id: \.path) { screen in
          NavigationStack {
            PageView(screen: screen, model: model, isRoot: true)
          }
          .frame(maxWidth: .infinity)
        }
      }
    } else if let root = model.trail.room.first {
      NavigationStack(path: $model.pushed) {
        PageView(screen: root, model: model, isRoot: true)
          .id(root.path)
          .navigationDestination(for: [String].self) { path in
            KeptPage(path: path, model: model)
          }
      }
    }
  }

  private var beside: [CoreScreen] {
    [model.trail.below?.covered, model.trail.last].compactMap { $0 }
  }
}
