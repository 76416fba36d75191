import SwiftUI

/// Hides the whole screen while the app is not in front: pictures in the app switcher show nothing of an account, and no text.
struct PrivacyCover<Content: View>: View {
  let content: Content
  @Environment(\.scenePhase) private var phase
  @Environment(\.theme) private var theme

  init(@ViewBuilder content: () -> Content) { self.content = content() }

  var body: some View {
    content.overlay {
      if phase != .active {
        ZStack {
          theme.page
          Image(systemName: "lock.shield").font(.largeTitle).foregroundStyle(theme.quiet)
        }
        .ignoresSafeArea()
        .accessibilityHidden(true)
        .accessibilityIdentifier("privacy-cover")
      }
    }
  }
}
