import FLCore
import Foundation
import LinuxSwiftUIProbe
import Testing

@testable import FLTaxesKit

/// What forms are made of: what is said of it to those who do not see it.
@MainActor struct FormTests {
  @Test func whatIsNotChosenIsSaid() throws {
    let bench = Bench(oneOfEach().with([.choice(choice(chosen: nil))]))
    let said = try #require(bench.glass.touchable("office").first)
    #expect(said.label == "Office")
    #expect(said.value == "Not chosen")
    #expect(said.hint == "where it goes")
    #expect(bench.glass.symbols("office") == ["chevron.forward"], "it leads somewhere")
  }

  @Test func whatIsWrongWithAChoiceIsSaidWithIt() throws {
    let bench = Bench(oneOfEach().with([.choice(choice(chosen: "7700", error: "Closed for good"))]))
    #expect(bench.glass.touchable("office").first?.hint == "Closed for good")
    #expect(bench.glass.symbols("office").contains("xmark.octagon.fill"), "not by colour alone")
  }

  @Test func aChoiceThatIsSwitchedOffCannotBeTouched() {
    let bench = Bench(oneOfEach().with([.choice(choice(chosen: "7700", enabled: false))]))
    #expect(throws: Stuck.self) { try bench.glass.tap("office") }
    #expect(bench.engine.sent.isEmpty)
  }

  @Test func aFilterMayHaveNothingChosenAndSaysWhatIsWrong() {
    let option = FLCore.FilterOption(key: "study", label: "Study", selected: false, touch: 1)
    let filter = FLCore.Filter(key: "kind", label: "What for", options: [option], error: "Nothing is chosen yet")
    let glass = Bench(oneOfEach().with([.filter(filter)])).glass
    #expect(glass.touchable("kind").allSatisfy { !$0.isSelected })
    #expect(glass.sight("kind")?.spoken.contains("Nothing is chosen yet") == true)
    #expect(glass.symbols("kind") == ["xmark.octagon.fill"])
  }

  @Test func whatIsWrongWithASwitchIsSaidWithIt() {
    let toggle = FLCore.Toggle(key: "agree", label: "I have read it", on: false, error: "It has to be on", touch: 1)
    let glass = Bench(oneOfEach().with([.toggle(toggle)])).glass
    #expect(glass.touchable("agree").first?.text == "I have read it It has to be on")
    #expect(glass.symbols("agree") == ["xmark.octagon.fill"])
  }

  @Test func howMuchIsTypedIsPartOfWhatIsSaidOfTheField() {
    let glass = Bench(oneOfEach().with([field("words", kind: .longWords, count: "4 of 40")])).glass
    #expect(glass.sight("words")?.texts.contains("4 of 40") == true)
    #expect(glass.field("words")?.hint == "Hint\n4 of 40")
    #expect(glass.sight("words")?.spoken.contains("4 of 40") == false, "it is no element of its own")
  }

  @Test func aFileIsOneThingToHearAndItsRemovalAnother() {
    let files = oneOfEach().blocks.filter { if case .files = $0 { true } else { false } }
    let glass = Bench(oneOfEach().with(files)).glass
    #expect(glass.spokenAlone("files") == ["contract.pdf, PDF, 2 pages, 120 kilobytes"])
    #expect(glass.sight("files/first")?.spoken == "Remove contract.pdf")
    #expect(glass.sight("files/camera")?.spoken == "Take a picture")
  }

  private func choice(chosen: String?, error: String? = nil, enabled: Bool = true) -> FLCore.Choice {
    FLCore.Choice(
      key: "office", label: "Office", chosen: chosen, unchosen: "Not chosen", hint: "where it goes", error: error,
      enabled: enabled, touch: 15)
  }
}

/// The system's calendar beside a field.
@MainActor struct DayTests {
  private let reach = FLCore.Calendar(
    open: "Calendar", take: "Take this day", cancel: "Cancel", day: "2026-11-22", earliest: "2026-11-03",
    latest: "2027-02-10")

  @Test func aDayThatIsTakenIsAsGoodAsTyped() throws {
    let bench = Bench(oneOfEach().with([field("day", kind: .day, value: "22.11.2026", calendar: reach)]))
    #expect(bench.glass.sight("day/calendar")?.spoken == "Calendar")
    try bench.glass.tap("day/calendar")
    #expect(bench.glass.sight("day/day")?.value == "2026-11-22")
    #expect(bench.glass.sight("day/day")?.notes["datePickerStyle"] == "GraphicalDatePickerStyle")
    try bench.glass.mark(#require(CivilDay.moment("2026-11-30")), in: "day/day")
    #expect(bench.engine.sent.isEmpty, "it is only marked")
    try bench.glass.tap("day/take")
    #expect(bench.engine.sent == [.typed("form/day", "2026-11-30")])
    #expect(bench.glass.sight("day/day") == nil)
    // The core writes it its own way.
    try bench.show([field("day", kind: .day, value: "30.11.2026", revision: 2, calendar: reach)])
    #expect(bench.glass.field("day")?.value == "30.11.2026")
  }

  @Test func goingWithoutTypesNothing() throws {
    let bench = Bench(oneOfEach().with([field("day", kind: .day, calendar: reach)]))
    for leave in [{ try bench.glass.tap("day/cancel") }, { try bench.glass.pullSheetDown() }] {
      try bench.glass.tap("day/calendar")
      try leave()
      #expect(bench.glass.sight("day/day") == nil)
    }
    #expect(bench.engine.sent.isEmpty)
  }

  @Test(arguments: [("2026-11-03", true), ("2026-11-02", false), ("2027-02-10", true), ("2027-02-11", false)])
  func onlyDaysInReachAreOffered(_ day: String, _ isOffered: Bool) throws {
    let bench = Bench(oneOfEach().with([field("day", kind: .day, calendar: reach)]))
    try bench.glass.tap("day/calendar")
    let moment = try #require(CivilDay.moment(day))
    let isMarked = (try? bench.glass.mark(moment, in: "day/day")) != nil
    #expect(isMarked == isOffered)
  }

  /// The calendar that the picker draws with is the one that days are made with, wherever on earth the phone is.
  @Test(arguments: ["Pacific/Kiritimati", "Pacific/Pago_Pago", "Europe/Moscow"]) func noZoneShiftsADay(_ zone: String)
    throws
  {
    let bench = Bench(oneOfEach().with([field("day", kind: .day, calendar: reach)]))
    bench.glass.set(\.timeZone, try #require(TimeZone(identifier: zone)))
    try bench.glass.tap("day/calendar")
    #expect(bench.glass.sight("day/day")?.value == "2026-11-22")
    try bench.glass.tap("day/take")
    #expect(bench.engine.sent == [.typed("form/day", "2026-11-22")])
  }

  @Test func theCalendarSpeaksTheScreensLanguage() throws {
    let screen = oneOfEach().with(
      [field("day", kind: .day, calendar: reach)],
      look: FLCore.Appearance(language: .ru, highContrast: false, textSize: .normal))
    let bench = Bench(screen)
    try bench.glass.tap("day/calendar")
    #expect(bench.glass.sight("day/day")?.notes["locale"] == "ru_RU")
  }

  @Test func itGoesWhenAnotherPageComes() throws {
    let bench = Bench(oneOfEach().with([field("day", kind: .day, calendar: reach)], path: ["a"]))
    try bench.glass.tap("day/calendar")
    try bench.show(oneOfEach().with([field()], path: ["a", "b"]))
    #expect(bench.glass.sight("day/day") == nil)
  }

  @Test func thereIsNoButtonWithoutDays() throws {
    let bench = Bench(oneOfEach().with([field("day", kind: .day)]))
    #expect(bench.glass.sight("day/calendar") == nil)
    let none = FLCore.Calendar(open: "", take: "", cancel: "", day: "22.11.2026", earliest: "", latest: "")
    try bench.show([field("day", kind: .day, calendar: none)])
    #expect(bench.glass.sight("day/calendar") == nil)
    try bench.show([field("day", kind: .day, calendar: reach, enabled: false)])
    #expect(throws: Stuck.self) { try bench.glass.tap("day/calendar") }
  }

  @Test(arguments: ["2026-11-30", "2024-02-29", "1900-01-01", "0999-12-31", "1582-10-20"]) func aDayComesBackAsItWas(
    _ day: String
  )
    throws
  {
    #expect(CivilDay.day(try #require(CivilDay.moment(day))) == day)
  }

  @Test(arguments: ["", "2026", "2026-02-30", "2026-13-01", "30.11.2026", "2026-11-", "a-b-c"])
  func whatIsNoDayIsNone(_ day: String) { #expect(CivilDay.moment(day) == nil) }

  @Test(arguments: [("1999-01-01", "2026-11-03"), ("2030-01-01", "2027-02-10"), ("2026-12-05", "2026-12-05")])
  func itOpensWithinItsReach(_ day: String, _ opened: String) throws {
    let days = FLCore.Calendar(
      open: "", take: "", cancel: "", day: day, earliest: reach.earliest, latest: reach.latest)
    #expect(CivilDay.day(try #require(DayRange(days)).first) == opened)
  }
}
