import SwiftUI

/// What is chosen out of many. It looks like a field among fields; its arrow says that a touch leads to where one chooses.
struct ChoiceView: View {
  let choice: ChoiceBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 6) {
      Text(verbatim: choice.label)
        .font(.subheadline.weight(.medium))
        .foregroundStyle(theme.ink)
        .accessibilityHidden(true)
      Button {
        model.send(choice.touch)
      } label: {
        HStack(spacing: 8) {
          Text(verbatim: words)
            .font(.body)
            .foregroundStyle(choice.chosen == nil || !choice.enabled ? theme.quiet : theme.ink)
            .multilineTextAlignment(.leading)
          Spacer(minLength: 8)
          Image(systemName: "chevron.forward")
            .font(.footnote.weight(.semibold))
            .foregroundStyle(theme.quiet)
            .accessibilityHidden(true)
        }
        .padding(14)
        .frame(minHeight: 52)
        .background(theme.card, in: RoundedRectangle(cornerRadius: 12))
        .overlay {
          RoundedRectangle(cornerRadius: 12).stroke(choice.error == nil ? theme.line : theme.bad, lineWidth: 1)
        }
        .contentShape(Rectangle())
      }
      .buttonStyle(.plain)
      .disabled(!choice.enabled)
      .accessibilityLabel(choice.label)
      .accessibilityValue(words)
      .accessibilityHint(choice.error ?? choice.hint ?? "")
      Footnote(error: choice.error, hint: choice.hint)
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(choice.key)
  }

  private var words: String { choice.chosen ?? choice.unchosen }
}
