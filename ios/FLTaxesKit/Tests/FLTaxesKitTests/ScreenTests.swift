import FLCore
import LinuxSwiftUIProbe
import SwiftUI
import Testing

@testable import FLTaxesKit

/// What stands around the blocks.
@MainActor struct ScreenTests {
  @Test func whereTheSystemHasNoWayBackThereAreTwo() throws {
    let bench = Bench()
    let back = try #require(bench.model.screen?.back)
    try bench.glass.tap("back")
    try bench.glass.escape()
    #expect(bench.engine.sent == [.touched(back), .touched(back)])
    #expect(bench.glass.sight("back")?.text == ShellWords(.en)["back"])
    #expect(throws: Stuck.self) { try bench.glass.swipeBack() }
  }

  @Test func aNetworkThatIsBackIsHandedOn() {
    let bench = Bench()
    bench.model.networkIsBack()
    #expect(bench.engine.sent == [.networkBack])
  }

  @Test func whereNoWayLeadsBackThereIsNone() throws {
    let bench = Bench()
    try bench.show(bench.model.screen!.changed(back: true))
    #expect(bench.glass.sight("back") == nil)
    #expect(throws: Stuck.self) { try bench.glass.escape() }
  }

  @Test func pullingReadsAnew() async throws {
    let bench = Bench()
    let refresh = try #require(bench.model.screen?.refresh)
    try await bench.glass.refresh()
    #expect(bench.engine.sent == [.touched(refresh.touch)])
    try bench.show(bench.model.screen!.changed(refresh: true))
    await #expect(throws: Stuck.self) { try await bench.glass.refresh() }
  }

  @Test func tabsLeadToTheirRooms() throws {
    let tab = { (key: String, selected: Bool, touch: FLCore.Touch) in
      FLCore.Tab(key: key, label: "Label of \(key)", icon: .home, selected: selected, touch: touch)
    }
    let bench = Bench()
    let tabs = [tab("one", true, 31), tab("two", false, 32)]
    try bench.show(bench.model.screen!.changed(tabs: tabs))
    #expect(bench.glass.sight("one")?.isSelected == true)
    #expect(bench.glass.sight("two")?.isSelected == false)
    #expect(bench.glass.sight("two")?.text == "Label of two")
    try bench.glass.tap("one")
    #expect(bench.engine.sent.isEmpty, "one is there already")
    try bench.glass.tap("two")
    #expect(bench.engine.sent == [.touched(32)])
    #expect(bench.glass.sight("one")?.isSelected == true, "until the core says otherwise")
  }

  @Test func theTitleTheNoticeAndWorkUnderWayAreSeen() throws {
    let bench = Bench()
    let action = FLCore.Action(label: "Try again", touch: 33)
    let notice = FLCore.Notice(key: "connection", tone: .attention, text: "No network", action: action)
    try bench.show(bench.model.screen!.changed(notice: notice, busy: true))
    #expect(bench.glass.textsInView.contains("Sample"))
    #expect(bench.glass.sight("connection")?.text == "No network Try again")
    #expect(bench.glass.sight("busy")?.spoken == ShellWords(.en)["working"])
    try bench.glass.tap("connection")
    #expect(bench.engine.sent == [.touched(33)])
  }

  @Test func fiveThousandBlocksCostAsMuchAsFifty() throws {
    let few = Bench(longScreen(blocks: 50)).glass.bodiesRead
    let bench = Bench(longScreen(blocks: 5_000))
    #expect(bench.glass.bodiesRead == few)
    #expect(bench.glass.textsInView.contains("Operation number 0"))
    #expect(bench.glass.sight("operation-4999")?.text.contains("Operation number 4999") == true)
    try bench.glass.tap("operation-2500")
    #expect(bench.engine.sent.count == 1)
  }

  @Test func rowsThatComeAboveMoveNothing() throws {
    let rows = longScreen(blocks: 60).blocks
    let bench = Bench(oneOfEach().with(Array(rows[30...])))
    _ = bench.glass.scrollDown()
    let before = bench.glass.keysInView
    try bench.show(rows)
    #expect(bench.glass.keysInView == before)
  }

  @Test func aListThatGoesOnUpwardsKeepsItsPlaceAndAsksOnce() throws {
    let rows = longScreen(blocks: 60).blocks
    let newer = FLCore.Block.more(FLCore.More(key: "newer", label: "Newer", busy: false, touch: 41))
    let bench = Bench(oneOfEach().with([newer] + rows[30...]))
    _ = bench.glass.scrollDown()
    bench.glass.scrollToTop()
    #expect(bench.glass.keysInView.contains("newer"))
    bench.engine.forget()
    try bench.show([newer] + rows)
    #expect(bench.glass.keysInView.first { $0.hasPrefix("operation") } == "operation-30")
    #expect(bench.engine.sent.isEmpty)
  }

  @Test func anotherScreenBeginsAtItsTop() throws {
    let bench = Bench(longScreen(blocks: 60))
    _ = bench.glass.scrollDown()
    try bench.show(longScreen(blocks: 60).with(longScreen(blocks: 60).blocks, path: ["operations"]))
    #expect(bench.glass.textsInView.contains("Operation number 0"))
  }

  @Test func textGrowsAsTheAppearanceAndTheDeviceAsk() throws {
    let sizes: [(FLCore.TextSize, String)] = [
      (.normal, "large"), (.large, "xxLarge"), (.largest, "accessibility2"),
    ]
    for (size, expected) in sizes {
      let look = Appearance(language: .en, highContrast: false, textSize: size)
      #expect(try typeSize(Bench(oneOfEach().with(BlockTests.blocks, look: look))) == expected)
    }
    let bench = Bench()
    bench.glass.set(\.dynamicTypeSize, .accessibility5)
    #expect(try typeSize(bench) == "accessibility5", "the device's own wish holds")
  }

  @Test(arguments: DynamicTypeSize.allCases) func everyTextIsThereAtEverySize(_ size: DynamicTypeSize) {
    let bench = Bench()
    let before = Set(bench.glass.texts)
    bench.glass.set(\.dynamicTypeSize, size)
    #expect(Set(bench.glass.texts) == before)
  }

  @Test func everythingTouchedHasAName() {
    let bench = Bench()
    for key in bench.glass.keysInView {
      for sight in bench.glass.touchable(key) { #expect(!sight.spoken.isEmpty, "\(key)") }
    }
  }

  private func typeSize(_ bench: Bench) throws -> String {
    try #require(bench.glass.notesOfTexts("dynamicTypeSize").first)
  }
}

extension FLCore.Screen {
  /// The same screen with other things around its blocks.
  func changed(
    back noBack: Bool = false, refresh noRefresh: Bool = false, tabs: [FLCore.Tab]? = nil,
    notice: FLCore.Notice? = nil, busy: Bool = false
  ) -> FLCore.Screen {
    FLCore.Screen(
      path: path, title: title, back: noBack ? nil : back, refresh: noRefresh ? nil : refresh, busy: busy,
      tabs: tabs ?? self.tabs, notice: notice, blocks: blocks, appearance: appearance)
  }
}
