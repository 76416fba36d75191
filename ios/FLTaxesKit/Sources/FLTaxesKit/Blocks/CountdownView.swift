import SwiftUI

/// What is waited for and how long still.
struct CountdownView: View {
  let countdown: CountdownBlock
  @Environment(\.theme) private var theme

  var body: some View {
    Card {
      HStack(alignment: .firstTextBaseline, spacing: 12) {
        Image(systemName: "clock").foregroundStyle(theme.accent).accessibilityHidden(true)
        Text(verbatim: countdown.label).font(.body).foregroundStyle(theme.ink)
        Spacer(minLength: 8)
        Text(verbatim: countdown.remaining)
          .font(.body.weight(.semibold).monospacedDigit())
          .foregroundStyle(theme.ink)
      }
    }
    .spokenAsOne(nil)
    .accessibilityAddTraits(.updatesFrequently)
    .accessibilityIdentifier(countdown.key)
  }
}
