import SwiftUI

/// The control itself, with the keyboard, the content type and the capitals that fit what is typed.
struct FieldInput: View {
  let field: FieldBlock
  @Binding var text: String
  let isShown: Bool
  @Environment(\.theme) private var theme

  var body: some View {
    control
      .font(.body)
      .foregroundStyle(theme.ink)
      .keyboardType(field.kind.keyboard)
      .textContentType(field.kind.contentType)
      .textInputAutocapitalization(.never)
      .autocorrectionDisabled()
      .submitLabel(field.kind == .search ? .search : field.submit == nil ? .next : .go)
      .privacySensitive(field.secret)
      .disabled(!field.enabled)
      .accessibilityHint(field.error ?? field.hint ?? "")
  }

  // The name stands above, so there is no prompt inside; the screen reader is told it here.
  @ViewBuilder private var control: some View {
    if field.secret && !isShown {
      SecureField(field.label, text: $text, prompt: Text(verbatim: ""))
    } else {
      TextField(field.label, text: $text, prompt: Text(verbatim: ""))
    }
  }
}

extension FieldKind {
  var keyboard: UIKeyboardType {
    switch self {
    case .login, .pin, .newPin, .digits, .code: .numberPad
    case .password, .newPassword: .asciiCapable
    case .email: .emailAddress
    case .phone: .phonePad
    case .link: .URL
    case .search, .secretWords, .words: .default
    }
  }

  /// A phone's number pads have none, so that their way on is a button over them.
  var hasReturnKey: Bool { keyboard != .numberPad && keyboard != .phonePad }

  /// A PIN is this device's own and secret words are no password: neither belongs in a password manager.
  var contentType: UITextContentType? {
    switch self {
    case .login: .username
    case .password: .password
    case .newPassword: .newPassword
    case .email: .emailAddress
    case .phone: .telephoneNumber
    case .code: .oneTimeCode
    case .link: .URL
    case .pin, .newPin, .secretWords, .digits, .search, .words: nil
    }
  }
}
