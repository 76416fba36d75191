import FLCore
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// Pages come and go as the system's do, and are found again where one left them.
@MainActor struct PagesTests {
  private let list = longScreen(blocks: 60).with(longScreen(blocks: 60).blocks, path: ["list"])
  private let letter = oneOfEach().with(
    oneOfEach().blocks.filter { $0.key == "text" || $0.key == "button" }, path: ["list", "letter"]
  ).changed(tabs: [])
  private let lock = oneOfEach().with([], path: ["unlock"]).changed(back: true, tabs: [])

  @Test func theSystemsThreeWaysBackSendOneBackEach() throws {
    for goBack in [{ try $0.goBack() }, { try $0.swipeBack() }, { try $0.escape() }] as [(Glass) throws -> Void] {
      let bench = Bench(list)
      try bench.show(letter)
      #expect(bench.glass.sight("back") == nil, "the system has its own")
      try goBack(bench.glass)
      #expect(bench.engine.sent == [.back])
      #expect(bench.model.trail == [list], "the page below is seen at once")
      #expect(bench.glass.sight("button") == nil)
    }
  }

  @Test func aPageThatStaysIsThereAgain() throws {
    let bench = Bench(list)
    try bench.show(letter)
    try bench.glass.swipeBack()
    // A step within the page was taken back.
    try bench.show(letter.changed(busy: true))
    #expect(bench.model.pushed == [["list", "letter"]])
    #expect(bench.glass.sight("button") != nil)
  }

  @Test func twoPagesAtOnceAreTwoWaysBack() throws {
    let bench = Bench(list)
    try bench.show(letter)
    try bench.show(letter.with(letter.blocks, path: ["list", "letter", "more"]))
    bench.model.pushed = []
    #expect(bench.engine.sent == [.back, .back])
    #expect(bench.model.trail == [list])
  }

  @Test func aListIsFoundAgainWhereItWasLeft() throws {
    let bench = Bench(list)
    _ = bench.glass.scrollDown()
    let before = bench.glass.keysInView
    try bench.show(letter)
    #expect(!bench.glass.keysInView.contains("operation-12"))
    try bench.show(list)
    #expect(bench.glass.keysInView == before)
  }

  @Test func aPageThatLeftThePathBeginsAtItsTop() throws {
    let bench = Bench(list)
    _ = bench.glass.scrollDown()
    try bench.show(letter)
    try bench.show(lock)
    try bench.show(list)
    #expect(bench.glass.keysInView.contains("operation-0"))
  }

  @Test func nothingOfAnAccountIsKeptAfterALock() throws {
    let bench = Bench(list)
    try bench.show(letter)
    #expect(bench.model.trail == [list, letter])
    try bench.show(lock)
    #expect(bench.model.trail == [lock])
    #expect(!bench.glass.texts.contains { $0.contains("Operation") })
    bench.model.close()
    #expect(bench.model.trail.isEmpty)
  }

  @Test func overARoomTheRoomsAreOutOfReach() throws {
    let bench = Bench(list)
    #expect(bench.glass.sight("tab-home") != nil)
    try bench.show(letter)
    #expect(bench.glass.sight("tab-home") == nil)
    try bench.show(list)
    #expect(bench.glass.sight("tab-home") != nil)
  }

  @Test func aRoomOverAnotherIsARoom() throws {
    let bench = Bench(list)
    let tab = FLCore.Tab(key: "tab-other", label: "Other", icon: .tax, selected: true, touch: 9)
    // What keeps the tabs of its room is no other room.
    try bench.show(list.with(letter.blocks, path: ["list", "letter"]))
    #expect(bench.model.pushed == [["list", "letter"]])
    try bench.show(list.with(letter.blocks, path: ["list", "room"]).changed(tabs: [tab]))
    #expect(bench.model.pushed.isEmpty)
    #expect(bench.glass.sight("back") != nil && bench.glass.sight("BackButton") == nil)
    bench.glass.set(\.horizontalSizeClass, .regular)
    #expect(bench.glass.sight("operation-0") == nil)
  }

  @Test func aTabletShowsListAndPageBesideEachOther() throws {
    let bench = Bench(list)
    bench.glass.set(\.horizontalSizeClass, .regular)
    try bench.show(letter)
    guard case .row(let row) = list.blocks[3] else { return }
    try bench.glass.tap("operation-3")
    try bench.glass.tap("button")
    let button = letter.blocks.compactMap { if case .button(let button) = $0 { button.touch } else { nil } }
    #expect(bench.engine.sent == [.touched(try #require(row.touch)), .touched(try #require(button.first))])
    #expect(bench.glass.sight("tab-home") != nil, "the rooms stay")
  }

  @Test func theListStaysWhereItIsWhileAnotherLetterIsRead() throws {
    let bench = Bench(list)
    bench.glass.set(\.horizontalSizeClass, .regular)
    _ = bench.glass.scrollDown()
    let before = bench.glass.keysInView.filter { $0.hasPrefix("operation") }
    for page in [["list", "letter"], ["list", "other"]] {
      try bench.show(letter.with(letter.blocks, path: page))
      #expect(bench.glass.keysInView.filter { $0.hasPrefix("operation") } == before)
    }
    // Deeper than there is room for, and in a window that became narrow.
    try bench.show(letter)
    try bench.show(letter.with(letter.blocks, path: ["list", "letter", "more"]))
    #expect(!bench.glass.keysInView.contains("operation-12"))
    bench.glass.set(\.horizontalSizeClass, .compact)
    try bench.show(list)
    #expect(bench.glass.keysInView.filter { $0.hasPrefix("operation") } == before)
  }

  @Test func readingAListAtItsEndClosesNoLetter() throws {
    let more = FLCore.Block.more(FLCore.More(key: "older", label: "Older", busy: false, touch: 91))
    let bench = Bench(list.with(list.blocks + [more]))
    bench.glass.set(\.horizontalSizeClass, .regular)
    try bench.show(letter)
    while bench.glass.scrollDown() {}
    #expect(bench.glass.keysInView.contains("older"))
    #expect(bench.engine.sent.isEmpty)
    try bench.glass.tap("older")
    #expect(bench.engine.sent == [.touched(91)])
  }

  @Test func aCoveredPageOffersNothingThatTheCoreWouldNotTake() throws {
    let bench = Bench(oneOfEach().with(oneOfEach().blocks, path: ["list"]))
    bench.glass.set(\.horizontalSizeClass, .regular)
    try bench.show(letter)
    #expect(bench.glass.field("field")?.isEnabled == false)
    let covered = oneOfEach().covered
    #expect(covered.back == nil && covered.refresh == nil)
  }
}
