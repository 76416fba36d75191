// Test double of SwiftUI for Linux: Apple's names and signatures, only what the views here use.

private struct Submits: EnvironmentKey {
  static var defaultValue: (() -> Void)? { nil }
}

extension EnvironmentValues {
  var submit: (() -> Void)? {
    get { self[Submits.self] }
    set { self[Submits.self] = newValue }
  }
}

public struct SubmitTriggers: OptionSet, Sendable {
  public let rawValue: Int
  public init(rawValue: Int) { self.rawValue = rawValue }
  public static let text = SubmitTriggers(rawValue: 1)
}

public struct SubmitLabel: Sendable {
  let name: String
  public static let go = SubmitLabel(name: "go")
  public static let next = SubmitLabel(name: "next")
  public static let search = SubmitLabel(name: "search")
  public static let `return` = SubmitLabel(name: "return")
}

public struct TextInputAutocapitalization: Sendable {
  let name: String
  public static var never: TextInputAutocapitalization { .init(name: "never") }
  public static var words: TextInputAutocapitalization { .init(name: "words") }
  public static var sentences: TextInputAutocapitalization { .init(name: "sentences") }
}

extension View {
  public func onSubmit(
    of triggers: SubmitTriggers = .text, _ action: @escaping (() -> Void)
  ) -> some View {
    within { $0.submit = action }
  }
  public func submitLabel(_ submitLabel: SubmitLabel) -> some View { noted("submitLabel", submitLabel.name) }
  public func keyboardType(_ type: UIKeyboardType) -> some View { noted("keyboardType", type) }
  public func textContentType(_ textContentType: UITextContentType?) -> some View {
    noted("textContentType", textContentType?.rawValue ?? "nil")
  }
  public func textInputAutocapitalization(_ autocapitalization: TextInputAutocapitalization?) -> some View {
    noted("textInputAutocapitalization", autocapitalization?.name ?? "nil")
  }
  public func autocorrectionDisabled(_ disable: Bool = true) -> some View {
    noted("autocorrectionDisabled", disable)
  }
}

// UIKit's, which SwiftUI hands on.
public enum UIKeyboardType: Int, Sendable {
  case `default` = 0
  case asciiCapable = 1
  case numbersAndPunctuation = 2
  // swift-format-ignore: AlwaysUseLowerCamelCase
  case URL = 3
  case numberPad = 4
  case phonePad = 5
  case emailAddress = 7
  case decimalPad = 8
}

public struct UITextContentType: Hashable, RawRepresentable, Sendable {
  public let rawValue: String
  public init(rawValue: String) { self.rawValue = rawValue }
  public static let username = UITextContentType(rawValue: "username")
  public static let password = UITextContentType(rawValue: "password")
  public static let newPassword = UITextContentType(rawValue: "new-password")
  public static let emailAddress = UITextContentType(rawValue: "email")
  public static let telephoneNumber = UITextContentType(rawValue: "tel")
  public static let oneTimeCode = UITextContentType(rawValue: "one-time-code")
  public static let name = UITextContentType(rawValue: "name")
  public static let fullStreetAddress = UITextContentType(rawValue: "street-address")
  // swift-format-ignore: AlwaysUseLowerCamelCase
  public static let URL = UITextContentType(rawValue: "url")
}
