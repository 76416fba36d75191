import SwiftUI

/// A screen's content under its title, with the ways back and to read everything anew.
struct PageView: View {
  let screen: CoreScreen
  let model: EngineModel
  @Environment(\.theme) private var theme
  @Environment(\.words) private var words

  var body: some View {
    NavigationStack {
      PullToRefresh(screen: screen, model: model) {
        BlockList(screen: screen, model: model)
      }
      .id(screen.id)
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
      .toolbar {
        if let back = screen.back {
          ToolbarItem(placement: .topBarLeading) {
            Button {
              model.send(back)
            } label: {
              Image(systemName: "chevron.backward")
            }
            .accessibilityLabel(words["back"])
            .accessibilityIdentifier("back")
          }
        }
        if screen.busy {
          ToolbarItem(placement: .topBarTrailing) {
            ProgressView().accessibilityLabel(words["working"]).accessibilityIdentifier("busy")
          }
        }
      }
    }
    .modifiedBack(screen.back, model)
  }
}

/// The list can be pulled down where the screen can be read anew.
private struct PullToRefresh<Content: View>: View {
  let screen: CoreScreen
  let model: EngineModel
  @ViewBuilder let content: () -> Content

  var body: some View {
    if let refresh = screen.refresh {
      content().refreshable(action: model.sending(refresh.intent))
    } else {
      content()
    }
  }
}

extension View {
  /// The platform's other two ways back: a finger from the edge, and the screen reader's own gesture.
  @ViewBuilder fileprivate func modifiedBack(_ back: CoreIntent?, _ model: EngineModel) -> some View {
    if let back {
      simultaneousGesture(
        DragGesture(minimumDistance: 24).onEnded { drag in
          if BackSwipe.isOne(from: drag.startLocation.x, by: drag.translation) { model.send(back) }
        }
      )
      .accessibilityAction(.escape) { model.send(back) }
    } else {
      self
    }
  }
}

enum BackSwipe {
  /// From the edge, far enough, and rather sideways than down.
  static func isOne(from start: CGFloat, by way: CGSize) -> Bool {
    start < 28 && way.width > 90 && way.width > 2 * abs(way.height)
  }
}
