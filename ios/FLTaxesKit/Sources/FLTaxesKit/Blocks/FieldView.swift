import SwiftUI

/// Something to type: its name, the text, and below what is wrong with it or right to type.
struct FieldView: View {
  let field: FieldBlock
  @Bindable var model: EngineModel
  let focus: FocusState<String?>.Binding
  @State private var shown: UInt32?
  @Environment(\.theme) private var theme

  var body: some View {
    VStack(alignment: .leading, spacing: 6) {
      Text(verbatim: field.label)
        .font(.subheadline.weight(.medium))
        .foregroundStyle(theme.ink)
        .accessibilityHidden(true)
      HStack(spacing: 8) {
        FieldInput(field: field, text: $model[typed: field], isShown: isShown)
          .focused(focus, equals: field.key)
          .onSubmit { model.enter(field, focus) }
          .padding(.vertical, 14)
        if field.secret, let reveal = field.reveal {
          ShowButton(name: isShown ? reveal.hide : reveal.show, isShown: isShown) { look() }
            .disabled(!field.enabled)
            .accessibilityIdentifier("\(field.key)/show")
        } else if let days = field.calendar {
          DayButton(field: field, days: days) { model[typed: field] = $0 }
        }
      }
      .padding(.horizontal, 14)
      .background(theme.card, in: RoundedRectangle(cornerRadius: 12))
      .overlay { RoundedRectangle(cornerRadius: 12).stroke(edge, lineWidth: isFocused ? 2 : 1) }
      Footnote(error: field.error, hint: field.hint, count: field.count)
    }
    .accessibilityElement(children: .contain)
    .accessibilityIdentifier(field.key)
  }

  /// What is typed is shown while a person wants it: no longer than the field is on the screen, and never what the core set since.
  private var isShown: Bool { field.reveal != nil && shown == field.revision }

  private var isFocused: Bool { focus.wrappedValue == field.key }

  private var edge: Color {
    field.error != nil ? theme.bad : isFocused ? theme.accent : theme.line
  }

  /// Shown and hidden are two controls to the system, and the keyboard goes with the one that goes: once that is done, the other gets it.
  private func look() {
    let wasFocused = isFocused
    shown = isShown ? nil : field.revision
    guard wasFocused else { return }
    Task { @MainActor [focus, key = field.key] in focus.wrappedValue = key }
  }
}

extension EngineModel {
  /// Enter sends what the field carries; where it carries nothing, the keyboard goes to the next field, or away.
  func enter(_ field: FieldBlock, _ focus: FocusState<String?>.Binding) {
    if let touch = field.submit {
      send(touch)
    } else {
      focus.wrappedValue = fieldAfter(field.key)
    }
  }
}

/// Shows a secret while it is typed, and hides it again.
private struct ShowButton: View {
  let name: String
  let isShown: Bool
  let toggle: () -> Void
  @Environment(\.theme) private var theme

  var body: some View {
    Button {
      toggle()
    } label: {
      Image(systemName: isShown ? "eye.slash" : "eye")
        .foregroundStyle(theme.quiet)
        .frame(minWidth: 44, minHeight: 44)
        .contentShape(Rectangle())
    }
    .buttonStyle(.plain)
    .accessibilityLabel(name)
  }
}
