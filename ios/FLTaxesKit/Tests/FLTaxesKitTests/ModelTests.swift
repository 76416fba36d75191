import FLCore
import Foundation
import LinuxSwiftUIProbe
import SwiftUI
import Synchronization
import Testing

@testable import FLTaxesKit

/// The model between the core and the views.
@MainActor struct ModelTests {
  @Test func ofTenThousandUpdatesOneIsDrawn() async throws {
    let bench = Bench(oneOfEach().with([field()]))
    let read = bench.glass.bodiesRead
    for number in 1...10_000 {
      try bench.engine.show(oneOfEach().with([field(value: "\(number)", revision: UInt32(number))]))
    }
    #expect(bench.model[typed: inn(in: bench.model)] == "", "nothing is taken before the main actor is free")
    // The one wake-up that all of them cost.
    while bench.model[typed: inn(in: bench.model)] == "" { await Task.yield() }
    bench.glass.update()
    let once = bench.glass.bodiesRead - read
    #expect(bench.model[typed: inn(in: bench.model)] == "10000")
    #expect(bench.glass.field("inn")?.value == "10000")
    #expect(once <= read * 2, "\(once) bodies for 10,000 updates, \(read) for the first")
  }

  @Test func tenThousandUpdatesWakeTheModelOnce() throws {
    let woken = Mutex(0)
    let newest = Newest { woken.withLock { $0 += 1 } }
    for number in 1...10_000 {
      try newest.changed(screen: oneOfEach().with([field(value: "\(number)")]))
    }
    #expect(woken.withLock { $0 } == 1)
    #expect(inn(in: try #require(newest.take())).value == "10000")
    #expect(newest.take() == nil)
    try newest.changed(screen: oneOfEach())
    #expect(woken.withLock { $0 } == 2)
  }

  @Test func behindASlowListenerTheRealEngineKeepsOnlyTheNewest() async throws {
    let theatre = try Theatre()
    let engine = try theatre.open()
    let pace = try theatre.pace()
    await settle(pace)
    let slow = SlowListener()
    try engine.subscribe(listener: slow)
    await settleStarted(slow)
    let id = try inn(in: engine.screen()).id
    for number in 1...10_000 { try engine.typed(field: id, text: "\(number)") }
    while try inn(in: engine.screen()).value != "10000" { await Task.yield() }
    slow.go()
    await settle(pace)
    #expect(slow.heard.count == 2, "the one under way and the newest")
    #expect(inn(in: try #require(slow.heard.last)).value == "10000")
  }

  @Test func afterTheEndAllIsCalm() throws {
    let bench = Bench()
    bench.model.close()
    bench.model.close()
    bench.glass.update()
    #expect(bench.engine.closed == 1)
    #expect(bench.model.phase == .closed)
    #expect(bench.glass.sight("closed") != nil)
    bench.model.back()
    #expect(bench.engine.sent.isEmpty)
    // A screen that was on its way is not shown any more.
    try bench.engine.show(oneOfEach())
    bench.model.catchUp()
    #expect(bench.model.phase == .closed)
  }

  @Test func anEngineThatWasClosedUnderneathIsNoFailure() {
    let bench = Bench()
    bench.engine.fail(with: CoreError.Closed)
    bench.model.back()
    #expect(bench.model.phase == .closed)
  }

  @Test func anErrorIsSaidAndOneCanStartAgain() throws {
    let bench = Bench()
    bench.engine.fail(with: CoreError.System)
    bench.model.back()
    bench.glass.update()
    #expect(bench.model.phase == .failed(.system))
    #expect(bench.glass.texts.contains(ShellWords.ofDevice["failed.system"]))
    bench.engine.fail(with: nil)
    try bench.glass.tap("start-again")
    #expect(bench.model.screen == oneOfEach())
  }

  @Test func aProfileThatCannotBeUsedIsSaid() throws {
    let folder = try Theatre().folder()
    let model = EngineModel {
      try Engine(
        config: EngineConfig(dataFolder: folder, serviceProfile: "nonsense"), platform: BarePlatform())
    }
    model.start()
    #expect(model.phase == .failed(.profile))
  }

  @Test func nothingIsOpenedBeforeAPersonSeesTheApp() throws {
    var opened = 0
    let engine = FakeEngine()
    let model = EngineModel {
      opened += 1
      return engine
    }
    let glass = Glass(phase: .background) { TaxpayerView(model: model) }
    glass.set(\.scenePhase, .inactive)
    #expect(opened == 0)
    #expect(glass.sight("waiting") != nil)
    for phase in [SwiftUI.ScenePhase.active, .background, .active] { glass.set(\.scenePhase, phase) }
    #expect(opened == 1)
    #expect(model.screen == oneOfEach())
  }

  @Test func whatTheSystemRefusedIsTriedAgainOnceOneIsBack() throws {
    let errors: [(CoreError?, Phase)] = [
      (.System, .failed(.system)), (.System, .failed(.system)), (nil, .showing(oneOfEach())),
    ]
    var left = errors.map(\.0)
    let model = EngineModel {
      if let error = left.removeFirst() { throw error }
      return FakeEngine()
    }
    let glass = Glass(phase: .inactive) { TaxpayerView(model: model) }
    for (_, phase) in errors {
      glass.set(\.scenePhase, .active)
      #expect(model.phase == phase)
      glass.set(\.scenePhase, .inactive)
      #expect(model.phase == phase, "nothing is tried behind a person's back")
    }
  }

  @Test func whatWillNotMendItselfWaitsForThePerson() {
    for error: CoreError in [.Profile(reason: ""), .Closed] {
      var opened = 0
      let model = EngineModel {
        opened += 1
        throw error
      }
      let glass = Glass { TaxpayerView(model: model) }
      glass.set(\.scenePhase, .inactive)
      glass.set(\.scenePhase, .active)
      #expect(opened == 1)
    }
  }

  @Test func aLinkThatStartsTheAppWaitsForTheEngine() throws {
    let engine = FakeEngine()
    let model = EngineModel { engine }
    let glass = Glass(phase: .inactive) { TaxpayerView(model: model) }
    for link in ["fltaxes://operations", "fltaxes://esia?code=1"] { try glass.open(#require(URL(string: link))) }
    glass.set(\.scenePhase, .active)
    #expect(engine.sent == [.followed("fltaxes://esia?code=1")], "the newest, once")
    model.close()
    model.follow(try #require(URL(string: "fltaxes://operations")))
    model.start()
    #expect(engine.sent.count == 1, "none waits after the end")
  }

  @Test func aSecondStartDoesNothing() {
    let bench = Bench()
    bench.model.start()
    #expect(bench.model.screen == oneOfEach())
  }

  private func inn(in model: EngineModel) -> FLCore.Field { inn(in: model.screen!) }

  private func inn(in screen: FLCore.Screen) -> FLCore.Field {
    for case .field(let field) in screen.blocks where field.key == "inn" { return field }
    fatalError("no such field")
  }

  private func settleStarted(_ slow: SlowListener) async {
    while !slow.isBusy { await Task.yield() }
  }
}

/// Waits on a thread of its own, since it blocks.
func settle(_ pace: Pace) async {
  try? await onThread { pace.settle() }
}

/// Holds its first screen until it is told to go on.
final class SlowListener: ScreenListener, @unchecked Sendable {
  private let lock = NSLock()
  private let gate = DispatchSemaphore(value: 0)
  private var screens: [FLCore.Screen] = []

  var heard: [FLCore.Screen] { lock.withLock { screens } }
  var isBusy: Bool { !heard.isEmpty }
  func go() { gate.signal() }

  func changed(screen: FLCore.Screen) throws {
    let isFirst = lock.withLock {
      screens.append(screen)
      return screens.count == 1
    }
    if isFirst { gate.wait() }
  }
}
