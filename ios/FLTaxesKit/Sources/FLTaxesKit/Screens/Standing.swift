import SwiftUI

/// Before the first screen.
struct WaitingView: View {
  var body: some View {
    ProgressView()
      .frame(maxWidth: .infinity, maxHeight: .infinity)
      .accessibilityIdentifier("waiting")
  }
}

/// After the end.
struct ClosedView: View {
  @Environment(\.theme) private var theme
  @Environment(\.words) private var words

  var body: some View {
    Text(words["closed"])
      .font(.title3)
      .foregroundStyle(theme.quiet)
      .frame(maxWidth: .infinity, maxHeight: .infinity)
      .accessibilityIdentifier("closed")
  }
}

/// The app cannot go on: why, and a new start.
public struct CannotStartView: View {
  let trouble: Trouble
  let model: EngineModel
  @Environment(\.theme) private var theme
  @Environment(\.words) private var words

  public var body: some View {
    VStack(spacing: 16) {
      Image(systemName: "exclamationmark.triangle.fill")
        .font(.largeTitle)
        .foregroundStyle(theme.color(.attention))
        .accessibilityHidden(true)
      Text(words["failed.title"]).font(.title2.weight(.bold)).foregroundStyle(theme.ink)
      Text(words[trouble.word])
        .font(.body)
        .foregroundStyle(theme.quiet)
        .accessibilityIdentifier("trouble")
      Button(words["again"]) { model.start() }
        .buttonStyle(.borderedProminent)
        .controlSize(.large)
        .accessibilityIdentifier("start-again")
    }
    .multilineTextAlignment(.center)
    .padding(24)
    .frame(maxWidth: .infinity, maxHeight: .infinity)
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier("cannot-start")
  }
}
