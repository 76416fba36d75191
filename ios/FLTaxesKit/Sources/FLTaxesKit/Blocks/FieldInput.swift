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
      .textInputAutocapitalization(field.kind.capitals)
      .autocorrectionDisabled()
      .submitLabel(label)
      .privacySensitive(field.secret)
      .disabled(!field.enabled)
      // How much is typed is said when one asks, not with each letter: a line of its own among what is said of the field.
      .accessibilityHint([field.error ?? field.hint, field.count].compactMap(\.self).joined(separator: "\n"))
  }

  private var label: SubmitLabel {
    if field.kind.isLong { return .return }
    return field.kind == .search ? .search : field.submit == nil ? .next : .go
  }

  // The name stands above, so there is no prompt inside; the screen reader is told it here.
  @ViewBuilder private var control: some View {
    if field.secret && !isShown {
      SecureField(field.label, text: $text, prompt: Text(verbatim: ""))
    } else if field.kind.isLong {
      // Room for some lines from the start; beyond many it scrolls in itself.
      TextField(field.label, text: $text, prompt: Text(verbatim: ""), axis: .vertical).lineLimit(3...12)
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
    case .amount: .decimalPad
    // A day has points in it.
    case .day, .month: .numbersAndPunctuation
    case .search, .secretWords, .words, .longWords, .personName, .address: .default
    }
  }

  /// It takes several lines: Enter begins another one.
  var isLong: Bool {
    switch self {
    case .longWords, .address: true
    case .login, .password, .newPassword, .pin, .newPin, .digits, .search, .email, .phone, .code, .secretWords, .link,
      .words, .personName, .amount, .day, .month:
      false
    }
  }

  /// Enter leads on. A phone's number pads have none, and in a long text it does not: there the way on is a button over the keyboard.
  var enterLeadsOn: Bool { ![.numberPad, .phonePad, .decimalPad].contains(keyboard) && !isLong }

  var capitals: TextInputAutocapitalization {
    switch self {
    case .longWords, .address: .sentences
    case .personName: .words
    case .login, .password, .newPassword, .pin, .newPin, .digits, .search, .email, .phone, .code, .secretWords, .link,
      .words, .amount, .day, .month:
      .never
    }
  }

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
    case .personName: .name
    case .address: .fullStreetAddress
    case .pin, .newPin, .secretWords, .digits, .search, .words, .longWords, .amount, .day, .month: nil
    }
  }
}
