import FLCore
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// Every block's view shows what the block says and sends what it carries.
@MainActor struct BlockTests {
  nonisolated static let blocks = oneOfEach().blocks

  @Test func thereIsOneOfEach() {
    #expect(Set(Self.blocks.map(Kind.init)) == Set(Kind.allCases))
  }

  @Test(arguments: blocks) func showsItsTexts(_ block: FLCore.Block) throws {
    let glass = Bench(oneOfEach().with([block])).glass
    let shown = try #require(glass.sight(key(of: block)), "the key is the identifier")
    for text in expected(of: block).texts { #expect(shown.text.contains(text), "\(shown.texts)") }
  }

  @Test(arguments: blocks) func saysItsTexts(_ block: FLCore.Block) throws {
    let glass = Bench(oneOfEach().with([block])).glass
    let spoken = try #require(glass.sight(key(of: block))).spoken
    for text in expected(of: block).spoken { #expect(spoken.contains(text), "\(spoken)") }
  }

  @Test(arguments: blocks) func sendsWhatItCarries(_ block: FLCore.Block) throws {
    let bench = Bench(oneOfEach().with([block]))
    for (key, touch) in expected(of: block).touches {
      bench.engine.forget()
      try bench.glass.tap(key)
      #expect(bench.engine.sent == [.touched(touch)])
    }
    let touches = bench.glass.touchable(key(of: block)).count
    let silent = expected(of: block).silent
    #expect(touches == expected(of: block).touches.count + silent.count, "nothing else can be touched")
    for key in silent {
      bench.engine.forget()
      try bench.glass.tap(key)
      #expect(bench.engine.sent.isEmpty)
    }
  }

  /// The full keyboard and the voice do not touch its middle: they do what the element does.
  @Test func aRowThatDoesSomethingIsStillAButtonToThoseWhoDoNotTouch() throws {
    let row = FLCore.Row(
      key: "row", icon: .home, title: "Title", detail: nil, value: nil, spoken: "What is said", tone: .quiet, touch: 7
    )
    let bench = Bench(oneOfEach().with([.row(row)]))
    try bench.glass.activate("row")
    #expect(bench.engine.sent == [.touched(7)])
    #expect(bench.glass.sight("row")?.spoken == "What is said")
  }

  @Test(arguments: [nil, 7] as [FLCore.Touch?])
  func whatARowIsAndHowMuchAreSaidBeforeTheRest(_ touch: FLCore.Touch?) {
    let row = FLCore.Row(
      key: "row", icon: .letter, title: "Letters", detail: "just now", value: "12 new", spoken: nil, tone: .attention,
      touch: touch)
    #expect(Bench(oneOfEach().with([.row(row)])).glass.sight("row")?.spoken == "Letters, 12 new, just now")
  }

  @Test func anAmountIsNeverBrokenAndWordsAre() {
    for (value, lines) in [("5\u{a0}646,95\u{a0}₽", "1"), ("not said by the service", "none")] {
      let figure = FLCore.Figure(
        key: "figure", label: "Overdue", value: value, spoken: nil, tone: .plain, age: nil, touch: nil)
      let glass = Bench(oneOfEach().with([.figure(figure)])).glass
      for size in [DynamicTypeSize.large, .accessibility5] {
        glass.set(\.dynamicTypeSize, size)
        #expect(glass.notesOfTexts("lineLimit") == [lines])
      }
    }
  }

  @Test func aFieldSendsWhatEnterMeans() throws {
    let bench = Bench()
    for case .field(let field) in Self.blocks {
      if field.kind.enterLeadsOn {
        try bench.glass.submit(field.key)
      } else {
        try bench.glass.tap(field.key)
        try bench.glass.tap("pad-button")
      }
      #expect(bench.engine.sent == [.touched(try #require(field.submit))])
    }
  }

  @Test func moreIsAskedForOnceWhenItComesIntoView() throws {
    let rows = longScreen(blocks: 30).blocks
    let more = FLCore.More(key: "more", label: "More", busy: false, touch: 7)
    let bench = Bench(oneOfEach().with(rows + [.more(more)]))
    #expect(bench.engine.sent.isEmpty)
    while bench.glass.scrollDown() {}
    #expect(bench.engine.sent == [.touched(7)])
    bench.glass.update()
    #expect(bench.engine.sent.count == 1)
    try bench.glass.tap("more")
    #expect(bench.engine.sent.count == 2)
  }

  @Test func whatIsOffCannotBeTouched() throws {
    let more = FLCore.More(key: "more", label: "More", busy: true, touch: 1)
    let button = FLCore.Button(key: "button", label: "Pay", role: .primary, enabled: false, touch: 1)
    let off = FLCore.Field(
      key: "off", id: "form/off", label: "PIN", kind: .pin, secret: true, value: "", revision: 1, hint: nil, error: nil,
      enabled: false,
      submit: 1, reveal: FLCore.Reveal(show: "Show", hide: "Hide"), count: nil, calendar: nil)
    let bench = Bench(oneOfEach().with([.more(more), .button(button), .field(off)]))
    for key in ["more", "button", "off", "off/show"] { #expect(throws: Stuck.self) { try bench.glass.tap(key) } }
    #expect(bench.engine.sent.isEmpty)
  }

  @Test func aPictureIsFetchedByItsKey() throws {
    let bench = Bench()
    #expect(bench.glass.symbols("picture") == ["photo.fill"])
    #expect(bench.model.picture("sample") != nil)
  }

  @Test(arguments: [FLCore.Tone.good, .attention, .bad]) func aToneIsNeverColourAlone(_ tone: FLCore.Tone) throws {
    let notice = FLCore.Notice(key: "notice", tone: tone, text: "Words", action: nil)
    let status = FLCore.Status(key: "status", tone: tone, headline: "Line", detail: nil, age: "now")
    let glass = Bench(oneOfEach().with([.notice(notice), .status(status)])).glass
    #expect(glass.symbols("notice") == [tone.symbol])
    #expect(glass.symbols("status") == [tone.symbol])
  }
}

/// What holds and what does not can be told without colour, and is said in words.
@MainActor struct ChecklistTests {
  private let checks = [
    FLCore.Check(label: "Seven characters", state: .met, spoken: "Met: seven characters"),
    FLCore.Check(label: "A digit", state: .failed, spoken: "Not met: a digit"),
    FLCore.Check(label: "A capital", state: .open, spoken: "Not known yet: a capital"),
  ]

  @Test func eachStateHasAShapeAndATint() {
    let glass = bench(checks).glass
    #expect(glass.symbols("rules") == ["checkmark.circle.fill", "xmark.circle.fill", "circle"])
    let theme = Theme(palette: .light)
    #expect(glass.tints("rules") == [theme.color(.good), theme.color(.bad), theme.quiet].map { "\($0)" })
  }

  @Test func eachLineIsOneThingForAScreenReader() {
    let lines = bench(checks).glass.spokenAlone("rules")
    #expect(lines == ["Met: seven characters", "Not met: a digit", "Not known yet: a capital"])
  }

  @Test func itFollowsWhatIsTyped() throws {
    let bench = bench([FLCore.Check(label: "A digit", state: .open, spoken: "Not known yet: a digit")])
    #expect(bench.glass.symbols("rules") == ["circle"])
    let met = FLCore.Check(label: "A digit", state: .met, spoken: "Met: a digit")
    try bench.show([.checklist(FLCore.Checklist(key: "rules", title: "The password", checks: [met]))])
    #expect(bench.glass.symbols("rules") == ["checkmark.circle.fill"])
    #expect(bench.glass.sight("rules")?.spoken.contains("Met: a digit") == true)
  }

  private func bench(_ checks: [FLCore.Check]) -> Bench {
    Bench(oneOfEach().with([.checklist(FLCore.Checklist(key: "rules", title: "The password", checks: checks))]))
  }
}

/// What a block has to show, to say and to send.
private struct Expected {
  var texts: [String] = []
  var spoken: [String] = []
  var touches: [(key: String, touch: FLCore.Touch)] = []
  var silent: [String] = []
}

// Exhaustive: a new block does not compile until it is told here what it shows.
private func expected(of block: FLCore.Block) -> Expected {
  switch block {
  case .status(let b):
    let texts = [b.headline, b.detail ?? "", b.age]
    return Expected(texts: texts, spoken: texts)
  case .figure(let b):
    let age = b.age ?? ""
    return Expected(
      texts: [b.label, b.value, age], spoken: [b.label, b.spoken ?? b.value, age],
      touches: b.touch.map { [(b.key, $0)] } ?? [])
  case .section(let b): return Expected(texts: [b.title, b.detail ?? ""], spoken: [b.title, b.detail ?? ""])
  case .row(let b):
    return Expected(
      texts: [b.title, b.detail ?? "", b.value ?? ""], spoken: [b.spoken ?? b.title],
      touches: b.touch.map { [(b.key, $0)] } ?? [])
  case .text(let b): return Expected(texts: [b.text], spoken: [b.text])
  case .field(let b):
    return Expected(
      texts: [b.label, b.value, b.error ?? b.hint ?? "", b.count ?? ""], spoken: [b.label, b.value, b.error ?? ""],
      // The calendar opens, which is no matter of the core's.
      silent: b.calendar.map { _ in ["\(b.key)/calendar"] } ?? [])
  case .button(let b): return Expected(texts: [b.label], spoken: [b.label], touches: [(b.key, b.touch)])
  case .notice(let b):
    return Expected(
      texts: [b.text, b.action?.label ?? ""], spoken: [b.text], touches: b.action.map { [(b.key, $0.touch)] } ?? [])
  case .steps(let b):
    let states = b.steps.map { ShellWords(.en)[$0.state.word] }
    return Expected(texts: b.steps.map(\.label), spoken: b.steps.map(\.label) + states)
  case .checklist(let b):
    return Expected(texts: [b.title] + b.checks.map(\.label), spoken: [b.title] + b.checks.map(\.spoken))
  case .countdown(let b): return Expected(texts: [b.label, b.remaining], spoken: [b.label, b.remaining])
  case .filter(let b):
    return Expected(
      texts: [b.label] + b.options.map(\.label) + [b.error ?? ""], spoken: [b.label, b.error ?? ""],
      touches: b.options.map { ("\(b.key)/\($0.key)", $0.touch) })
  case .choice(let b):
    let words = b.chosen ?? b.unchosen
    return Expected(
      texts: [b.label, words, b.error ?? b.hint ?? ""], spoken: [b.label, words, b.error ?? ""],
      touches: [(b.key, b.touch)])
  case .toggle(let b):
    return Expected(
      texts: [b.label, b.error ?? ""], spoken: [b.label, b.on ? "1" : "0", b.error ?? ""], touches: [(b.key, b.touch)])
  case .files(let b):
    let said = [b.label, b.busy ?? "", b.error ?? "", b.hint ?? ""] + b.ways.map(\.label)
    return Expected(
      texts: said + b.files.flatMap { [$0.name, $0.detail] },
      spoken: said + b.files.flatMap { [$0.spoken, $0.remove.label] },
      touches: b.files.map { ("\(b.key)/\($0.key)", $0.remove.touch) } + b.ways.map { ("\(b.key)/\($0.key)", $0.touch) }
    )
  case .picture(let b): return Expected(texts: [b.description], spoken: [b.description])
  case .progress(let b):
    return Expected(
      texts: [b.label, b.cancel?.label ?? ""], spoken: [b.label], touches: b.cancel.map { [(b.key, $0.touch)] } ?? [])
  case .empty(let b): return Expected(texts: [b.title, b.detail ?? ""], spoken: [b.title, b.detail ?? ""])
  case .more(let b): return Expected(texts: [b.label], spoken: [b.label], touches: [(b.key, b.touch)])
  }
}

private func key(of block: FLCore.Block) -> String { block.key }

private enum Kind: CaseIterable {
  case status, figure, section, row, text, field, button, notice
  case steps, checklist, countdown, filter, choice, toggle, files, picture, progress, empty, more

  init(_ block: FLCore.Block) {
    self =
      switch block {
      case .status: .status
      case .figure: .figure
      case .section: .section
      case .row: .row
      case .text: .text
      case .field: .field
      case .button: .button
      case .notice: .notice
      case .steps: .steps
      case .checklist: .checklist
      case .countdown: .countdown
      case .filter: .filter
      case .choice: .choice
      case .toggle: .toggle
      case .files: .files
      case .picture: .picture
      case .progress: .progress
      case .empty: .empty
      case .more: .more
      }
  }
}
