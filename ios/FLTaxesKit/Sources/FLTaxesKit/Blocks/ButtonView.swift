import SwiftUI

/// Something to do. What cannot be undone has its own sign, not only its colour.
struct ButtonView: View {
  let button: ButtonBlock
  let model: EngineModel
  @Environment(\.theme) private var theme

  var body: some View {
    Button(role: button.role == .destructive ? .destructive : nil) {
      model.send(button.touch)
    } label: {
      HStack(spacing: 8) {
        if button.role == .destructive {
          Image(systemName: "exclamationmark.triangle").accessibilityHidden(true)
        }
        Text(verbatim: button.label).font(.headline).multilineTextAlignment(.center)
      }
      .foregroundStyle(foreground)
      .frame(maxWidth: .infinity, minHeight: 52)
      .background(background, in: RoundedRectangle(cornerRadius: 14))
      .overlay { RoundedRectangle(cornerRadius: 14).stroke(foreground.opacity(0.35), lineWidth: 1) }
      .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .disabled(!button.enabled)
    .accessibilityIdentifier(button.key)
  }

  private var foreground: Color {
    switch button.role {
    case _ where !button.enabled: theme.quiet
    case .primary: theme.onAccent
    case .secondary: theme.accent
    case .destructive: theme.bad
    }
  }

  private var background: Color {
    button.role == .primary && button.enabled ? theme.accent : theme.card
  }
}
