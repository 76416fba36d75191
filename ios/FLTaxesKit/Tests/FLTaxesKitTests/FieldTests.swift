import FLCore
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit

/// Each kind of field has what is right for it, and a secret is looked at only while a person wants it.
@MainActor struct FieldTests {
  nonisolated private static let reveal = FLCore.Reveal(show: "Show the password", hide: "Hide the password")
  nonisolated private static let kinds: [FLCore.FieldKind] = [
    .login, .password, .pin, .newPin, .digits, .search, .newPassword, .email, .phone, .code, .secretWords, .link,
    .words, .longWords, .personName, .address, .amount, .day, .month,
  ]

  @Test func keyboardsAndContentTypesFit() {
    for kind in Self.kinds {
      let wanted = wanted(kind)
      let notes = Bench(oneOfEach().with([field(kind: kind)])).glass.field("inn")?.notes ?? [:]
      #expect(notes["keyboardType"] == wanted.keyboard, "\(kind)")
      #expect(notes["textContentType"] == wanted.content, "\(kind)")
      #expect(notes["privacySensitive"] == "\(wanted.secret)", "\(kind)")
      #expect(notes["autocorrectionDisabled"] == "true", "\(kind)")
      #expect(notes["submitLabel"] == (kind == .search ? "search" : wanted.long ? "return" : "next"), "\(kind)")
      #expect(notes["textInputAutocapitalization"] == wanted.capitals, "\(kind)")
      #expect(notes["axis"] == (wanted.long ? "vertical" : nil), "\(kind)")
    }
  }

  @Test(arguments: kinds) func whatIsTypedIsDrawnUnlessItIsSecret(_ kind: FLCore.FieldKind) throws {
    let bench = Bench(oneOfEach().with([field(kind: kind)]))
    try bench.glass.type("ab1", into: "inn")
    #expect(bench.glass.field("inn")?.text == (wanted(kind).secret ? "•••" : "ab1"))
  }

  @Test(arguments: kinds) func everythingCanBePasted(_ kind: FLCore.FieldKind) throws {
    let text = "  line one\nи вторая \u{202E}строка  "
    let bench = Bench(oneOfEach().with([field("secret", kind: kind, reveal: Self.reveal)]))
    try bench.glass.paste(text, into: "secret")
    #expect(bench.engine.sent == [.typed("form/secret", text)])
    guard wanted(kind).secret else { return }
    try bench.glass.tap("secret/show")
    try bench.glass.paste(text + text, into: "secret")
    #expect(bench.engine.sent.last == .typed("form/secret", text + text))
  }

  @Test func aSecretIsShownOnlyWhileOneWants() throws {
    let bench = Bench(oneOfEach().with([secret()]))
    try bench.glass.type("Secret-1", into: "password")
    #expect(bench.glass.field("password")?.text == "••••••••")
    #expect(!bench.glass.texts.contains { $0.contains("Secret-1") })
    #expect(bench.glass.sight("password/show")?.spoken == "Show the password")
    bench.engine.forget()
    try bench.glass.tap("password/show")
    #expect(bench.glass.field("password")?.text == "Secret-1")
    #expect(bench.glass.sight("password/show")?.spoken == "Hide the password")
    // The same text goes on.
    try bench.glass.type("2", into: "password")
    try bench.glass.tap(label: "Hide the password")
    #expect(bench.glass.field("password")?.text == "•••••••••")
    #expect(bench.engine.sent == [.typed("form/password", "Secret-12")], "looking is no matter of the core's")
  }

  @Test func whatIsShownKeepsItsKeyboardAndContentType() throws {
    let bench = Bench(oneOfEach().with([secret()]))
    let hidden = bench.glass.field("password")?.notes
    try bench.glass.tap("password/show")
    #expect(bench.glass.field("password")?.notes == hidden)
  }

  /// Shown and hidden are two controls to the system: the keyboard goes with the one that goes.
  @Test func theKeyboardStaysWhileOneLooks() async throws {
    let bench = Bench(oneOfEach().with([field(), secret()]))
    for _ in 0..<2 {
      try bench.glass.tap("password")
      try bench.glass.tap("password/show")
      #expect(bench.glass.field("password")?.isFocused == false)
      await turns { bench.glass.field("password")?.isFocused == true }
      #expect(bench.glass.field("password")?.isFocused == true)
    }
    // Where it is elsewhere it is not fetched.
    try bench.glass.tap("inn")
    try bench.glass.tap("password/show")
    await turns { false }
    #expect(bench.glass.field("inn")?.isFocused == true)
  }

  /// Lets the main actor come round, until this holds.
  private func turns(_ holds: () -> Bool) async {
    for _ in 0..<100 where !holds() { await Task.yield() }
  }

  @Test func itIsHiddenAgainOnceTheCoreSetsAnother() throws {
    let bench = Bench(oneOfEach().with([secret()]))
    try bench.glass.type("Secret-1", into: "password")
    try bench.glass.tap("password/show")
    try bench.show([secret(error: "Too short")])
    #expect(bench.glass.field("password")?.text == "Secret-1", "a slip hides nothing")
    try bench.show([secret(revision: 2)])
    try bench.glass.type("x", into: "password")
    #expect(bench.glass.field("password")?.text == "•")
    #expect(bench.glass.sight("password/show")?.spoken == "Show the password")
  }

  @Test func itIsHiddenAgainOnceItsFieldIsGone() throws {
    let bench = Bench(oneOfEach().with([secret()]))
    try bench.glass.tap("password/show")
    try bench.show([.more(FLCore.More(key: "other", label: "Other", busy: true, touch: 1))])
    try bench.show([secret()])
    try bench.glass.type("x", into: "password")
    #expect(bench.glass.field("password")?.text == "•")
  }

  @Test func itIsHiddenAgainOnAnotherScreen() throws {
    let bench = Bench(oneOfEach().with([secret()]))
    try bench.glass.tap("password/show")
    try bench.show(oneOfEach().with([secret()], path: ["sign-in"]))
    try bench.glass.type("x", into: "password")
    #expect(bench.glass.field("password")?.text == "•")
  }

  @Test func onlyASecretThatMayBeLookedAtCanBe() throws {
    let bench = Bench(oneOfEach().with([field("password", kind: .password), field("inn", reveal: Self.reveal)]))
    #expect(bench.glass.sight("password/show") == nil)
    #expect(bench.glass.sight("inn/show") == nil)
    try bench.show([secret()])
    try bench.glass.type("x", into: "password")
    try bench.glass.tap("password/show")
    try bench.show([field("password", kind: .password)])
    #expect(bench.glass.field("password")?.text == "•", "what may not be looked at any more is hidden")
  }

  private func secret(revision: UInt32 = 1, error: String? = nil) -> FLCore.Block {
    field("password", kind: .password, revision: revision, error: error, reveal: Self.reveal)
  }

  // Exhaustive: a new kind does not compile until it is told here what is right for it.
  private func wanted(
    _ kind: FLCore.FieldKind
  ) -> (keyboard: String, content: String, secret: Bool, capitals: String, long: Bool) {
    switch kind {
    case .login: ("numberPad", "username", false, "never", false)
    case .password: ("asciiCapable", "password", true, "never", false)
    case .pin, .newPin: ("numberPad", "nil", true, "never", false)
    case .digits: ("numberPad", "nil", false, "never", false)
    case .search, .words: ("default", "nil", false, "never", false)
    case .newPassword: ("asciiCapable", "new-password", true, "never", false)
    case .email: ("emailAddress", "email", false, "never", false)
    case .phone: ("phonePad", "tel", false, "never", false)
    case .code: ("numberPad", "one-time-code", false, "never", false)
    case .secretWords: ("default", "nil", true, "never", false)
    case .link: ("URL", "url", false, "never", false)
    case .longWords: ("default", "nil", false, "sentences", true)
    case .personName: ("default", "name", false, "words", false)
    case .address: ("default", "street-address", false, "sentences", true)
    case .amount: ("decimalPad", "nil", false, "never", false)
    case .day, .month: ("numbersAndPunctuation", "nil", false, "never", false)
    }
  }
}
