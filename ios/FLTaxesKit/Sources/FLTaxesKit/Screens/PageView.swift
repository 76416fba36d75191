import SwiftUI

/// A screen's content under its title, with the ways back and to read everything anew.
struct PageView: View {
  let screen: CoreScreen
  let model: EngineModel
  /// The system has no way back of its own here: nothing lies below it on its stack.
  let isRoot: Bool
  @Environment(\.theme) private var theme
  @Environment(\.words) private var words
  @Environment(\.horizontalSizeClass) private var width

  var body: some View {
    PullToRefresh(screen: screen, model: model) {
      BlockList(screen: screen, model: model)
    }
    .environment(\.isOnTop, screen.path == model.screen?.path)
    .safeAreaInset(edge: .top, spacing: 0) {
      if let notice = screen.notice {
        NoticeView(notice: notice, model: model)
          .frame(maxWidth: BlockList.readable)
          .padding(.horizontal, 16)
          .padding(.bottom, 8)
      }
    }
    .background(theme.page)
    .navigationTitle(screen.title)
    .navigationBarTitleDisplayMode(.inline)
    // Over a room the rooms are out of reach, but for where there is room for both.
    .toolbar(width != .regular && screen.tabs.isEmpty ? .hidden : .automatic, for: .tabBar)
    .toolbar {
      if isRoot, let back = screen.back {
        ToolbarItem(placement: .topBarLeading) {
          Button(words["back"]) { model.send(back) }
            .accessibilityIdentifier("back")
        }
      }
      if screen.busy {
        ToolbarItem(placement: .topBarTrailing) {
          ProgressView().accessibilityLabel(words["working"]).accessibilityIdentifier("busy")
        }
      }
    }
    .leading(isRoot ? screen.back : nil, model)
  }
}

/// The page of this path as it was last seen: also while it goes, when the model knows it no longer.
struct KeptPage: View {
  let path: [String]
  let model: EngineModel
  @State private var last = LastSeen()

  var body: some View {
    if let screen = last.seen(model.page(path)) {
      PageView(screen: screen, model: model, isRoot: false)
    }
  }
}

@MainActor private final class LastSeen {
  private var screen: CoreScreen?

  func seen(_ now: CoreScreen?) -> CoreScreen? {
    if let now { screen = now }
    return screen
  }
}

/// The list can be pulled down where the screen can be read anew.
private struct PullToRefresh<Content: View>: View {
  let screen: CoreScreen
  let model: EngineModel
  @ViewBuilder let content: () -> Content

  var body: some View {
    if let refresh = screen.refresh {
      content().refreshable(action: model.sending(refresh.touch))
    } else {
      content()
    }
  }
}

extension View {
  /// The screen reader's own way back, where the system has none.
  @ViewBuilder fileprivate func leading(_ back: CoreTouch?, _ model: EngineModel) -> some View {
    if let back {
      accessibilityAction(.escape) { model.send(back) }
    } else {
      self
    }
  }
}

private struct OnTop: EnvironmentKey { static let defaultValue = true }

extension EnvironmentValues {
  /// The page is the one that the core tells of.
  var isOnTop: Bool {
    get { self[OnTop.self] }
    set { self[OnTop.self] = newValue }
  }
}
