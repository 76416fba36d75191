import FLCore
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit

/// The text being typed is the shell's.
@MainActor struct TypingTests {
  @Test func everyEditGoesToTheCoreWhole() throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.type("770", into: "inn")
    #expect(bench.engine.sent == ["7", "77", "770"].map { .typed("form/inn", $0) })
    #expect(bench.glass.field("inn")?.value == "770")
  }

  @Test func whatIsTypedSurvivesARefresh() throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.type("770", into: "inn")
    try bench.show([field(value: "7", error: "Too short"), .more(sampleMore)])
    #expect(bench.glass.field("inn")?.value == "770")
    #expect(bench.glass.sight("inn")?.text.contains("Too short") == true)
  }

  @Test func theCoresTextIsTakenWhenItsRevisionChanges() throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.type("770", into: "inn")
    try bench.show([field(value: "12", revision: 2)])
    #expect(bench.glass.field("inn")?.value == "12")
    #expect(bench.engine.sent.count == 3, "taking over is no edit")
  }

  @Test func theCoresTextIsTakenWhenTheFieldComesIntoView() throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.type("770", into: "inn")
    try bench.show([.more(sampleMore)])
    try bench.show([field(value: "5")])
    #expect(bench.glass.field("inn")?.value == "5")
  }

  @Test func aSecretIsGoneOnceItsFieldIs() throws {
    let bench = Bench(oneOfEach().with([field("password", kind: .password)]))
    try bench.glass.type("Secret-1", into: "password")
    #expect(bench.model.hasTyped)
    try bench.show([.more(sampleMore)])
    #expect(!bench.model.hasTyped)
    try bench.show([field("password", kind: .password)])
    #expect(bench.glass.field("password")?.text == "")
  }

  @Test func aSecretIsGoneAfterTheEnd() throws {
    let bench = Bench(oneOfEach().with([field("pin", kind: .pin)]))
    try bench.glass.type("246810", into: "pin")
    bench.model.close()
    #expect(!bench.model.hasTyped)
  }

  @Test func tenKilobytesArriveWhole() throws {
    let bench = Bench(oneOfEach().with([field()]))
    let text = String(repeating: "0123456789", count: 1_000)
    try bench.glass.paste(text, into: "inn")
    #expect(bench.engine.sent == [.typed("form/inn", text)])
    #expect(bench.glass.field("inn")?.value == text)
  }

  @Test(arguments: ["שלום 123 עולם", "مرحبا", "👩‍👩‍👧‍👦🇷🇺 e\u{301}", "a\u{202E}b", "first\nsecond"])
  func anyScriptGoesBothWays(_ text: String) throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.paste(text, into: "inn")
    #expect(bench.engine.sent == [.typed("form/inn", text)])
    try bench.show([field(value: text + text, revision: 9)])
    #expect(bench.glass.field("inn")?.value == text + text)
  }

  @Test func theRealCoreAnswersToTenKilobytesAndAnyScript() async throws {
    let theatre = try Theatre()
    let engine = try theatre.open()
    let pace = try theatre.pace()
    await settle(pace)
    let model = EngineModel { engine }
    model.start()
    let glass = Glass { TaxpayerView(model: model) }
    for text in [String(repeating: "9", count: 10_240), "שלום 👩‍👩‍👧‍👦"] {
      try glass.paste(text, into: "inn")
      try glass.tap("sign-in")
      await settle(pace)
      model.catchUp()
      glass.update()
      #expect(model.screen?.path == ["sign-in"])
      #expect(glass.field("inn")?.value == text)
      #expect(glass.symbols("inn").contains("xmark.octagon.fill"), "the slip is named at the field")
    }
  }

  @Test func enterSendsWhatTheFieldCarriesOrGoesOn() throws {
    let bench = Bench(oneOfEach().with([field("email", kind: .email), field("password", kind: .password, submit: 7)]))
    try bench.glass.tap("email")
    #expect(bench.glass.field("email")?.isFocused == true)
    #expect(bench.glass.sight("pad-button") == nil, "this keyboard has a return key")
    try bench.glass.submit("email")
    #expect(bench.glass.field("password")?.isFocused == true)
    #expect(bench.engine.sent.isEmpty)
    try bench.glass.submit("password")
    #expect(bench.engine.sent == [.touched(7)])
  }

  @Test(arguments: [FLCore.FieldKind.login, .pin, .newPin, .digits, .code, .phone, .amount])
  func aNumberPadHasAButtonForEnter(_ kind: FLCore.FieldKind) throws {
    let bench = Bench(
      oneOfEach().with([
        field("one", kind: kind), field("two", kind: kind, submit: 7), field("words", kind: .words),
        field("last", kind: kind),
      ]))
    #expect(bench.glass.sight("pad-button") == nil, "there is no keyboard yet")
    try bench.glass.tap("one")
    #expect(throws: Stuck.self) { try bench.glass.submit("one") }
    #expect(bench.glass.sight("pad-button")?.text == "Next")
    try bench.glass.tap("pad-button")
    #expect(bench.glass.field("two")?.isFocused == true)
    #expect(bench.engine.sent.isEmpty)
    #expect(bench.glass.sight("pad-button")?.text == "Continue")
    try bench.glass.tap("pad-button")
    #expect(bench.engine.sent == [.touched(7)])
    #expect(bench.glass.field("two")?.isFocused == true, "until the core says otherwise")
    try bench.glass.tap("words")
    #expect(bench.glass.sight("pad-button") == nil)
    try bench.glass.tap("last")
    #expect(bench.glass.sight("pad-button")?.text == "Done")
    try bench.glass.tap("pad-button")
    #expect(bench.glass.field("last")?.isFocused == false)
    #expect(bench.glass.sight("pad-button") == nil)
  }

  @Test(arguments: [FLCore.FieldKind.longWords, .address]) func enterBeginsALineInALongText(_ kind: FLCore.FieldKind)
    throws
  {
    let bench = Bench(oneOfEach().with([field("long", kind: kind, value: "One", submit: 7), field("last")]))
    try bench.glass.tap("long")
    try bench.glass.submit("long")
    #expect(bench.engine.sent == [.typed("form/long", "One\n")])
    #expect(bench.glass.field("long")?.isFocused == true)
    // What Enter would do elsewhere is a button over the keyboard.
    bench.engine.forget()
    try bench.glass.tap("pad-button")
    #expect(bench.engine.sent == [.touched(7)])
  }

  @Test func theKeyboardGoesToAFreshSlip() throws {
    let wrong = field("password", kind: .password, error: "Too short")
    let bench = Bench(oneOfEach().with([field(), field("password", kind: .password)]))
    try bench.glass.tap("inn")
    try bench.show([field(), wrong])
    #expect(bench.glass.field("password")?.isFocused == true)
    // A slip that one knows of does not take the keyboard away again.
    try bench.glass.tap("inn")
    try bench.show([field(value: "1"), wrong])
    #expect(bench.glass.field("inn")?.isFocused == true)
  }

  @Test func aTreeThatIsMadeAnewShowsWhatWasTyped() throws {
    let bench = Bench(oneOfEach().with([field()]))
    try bench.glass.type("770", into: "inn")
    // As after a turn of the device that the system answers with new views.
    let model = bench.model
    let anew = Glass { TaxpayerView(model: model) }
    #expect(anew.field("inn")?.value == "770")
    try anew.type("1", into: "inn")
    #expect(bench.engine.sent.last == .typed("form/inn", "7701"))
  }

  private var sampleMore: FLCore.More {
    FLCore.More(key: "other", label: "Other", busy: true, touch: 1)
  }
}
