import SwiftUI

/// Where one is in a flow: one step below the other, since their names may be long.
struct StepsView: View {
  let steps: StepsBlock
  @Environment(\.theme) private var theme
  @Environment(\.words) private var words

  var body: some View {
    VStack(alignment: .leading, spacing: 8) {
      ForEach(Array(steps.steps.enumerated()), id: \.offset) { _, step in
        HStack(alignment: .firstTextBaseline, spacing: 8) {
          Image(systemName: step.state.symbol)
            .foregroundStyle(step.state == .ahead ? theme.quiet : theme.accent)
            .accessibilityHidden(true)
          Text(verbatim: step.label)
            .font(.subheadline.weight(step.state == .current ? .bold : .medium))
            .foregroundStyle(step.state == .ahead ? theme.quiet : theme.ink)
        }
        .accessibilityElement(children: .combine)
        .accessibilityValue(words[step.state.word])
      }
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(steps.key)
  }
}
